/** The darkest of the light grounds that words in a colour stand on in a document: the tint behind finders and notes. */
export const lightGround = '#F1F5F6';

/** What words need against their ground, in hundredths: 4.5 to 1 (WCAG 2.2, success criterion 1.4.3, level AA). */
export const leastContrast = 450;

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The relative luminance of `#RRGGBB`, 0–1, as WCAG 2.2 defines it for sRGB. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours `#RRGGBB` in hundredths, rounded down so that what is said to be enough is enough: 100 to 2100. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return Math.floor(((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)) * 100 + 1e-9);
}

/** A colour lightened until words in it can be read on a dark ground; one that can be read there already is left as it is. */
export function readableOn(ground: string, colour: string): string {
  for (let step = 0; step <= 20; step += 1) {
    const lighter = `#${partsOf(colour)
      .map((byte) => Math.round(byte + ((255 - byte) * step) / 20))
      .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
      .join('')}`;
    if (contrast(lighter, ground) >= leastContrast) return lighter;
  }
  return '#FFFFFF';
}
