/** All colours, type and measures of the Word file: the one place they are chosen. */

export const colours = {
  ink: '14242E',
  muted: '566570',
  rule: 'C8D0D5',
  tint: 'F1F5F6',
  amber: '8A5510',
  amberTint: 'FBF3E4',
  white: 'FFFFFF',
  bars: { up: '1D4E6B', down: 'E2A24C', downLine: '8A5510', part: '14506B' },
  parties: ['14394D', '2A6D7C', '5FA2A6', 'A9D0C9', 'E3A74F', 'C75B39', 'EFD6A5', '8A979F'],
} as const;

/** Fonts every Word has; whoever lacks them gets ones of the same width. */
export const fonts = { sans: 'Calibri', serif: 'Georgia' } as const;

/** A drawing's lengths and Word's are whole twips, twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
/** Pictures are placed in pixels, 96 to the inch. */
export const pixels = (mm: number): number => Math.round((mm * 96) / 25.4);

export const page = {
  width: 210,
  height: 297,
  portrait: { left: 22, right: 22, top: 27, bottom: 22, text: 166 },
  landscape: { left: 12, right: 12, top: 22, bottom: 15, text: 273 },
} as const;

/** The sizes of a table's text: a wide table takes a smaller one. */
export const tableSizes = [
  { name: '', pt: 9.5 },
  { name: ' tett', pt: 8.8 },
  { name: ' smal', pt: 8 },
  { name: ' matrise', pt: 7.5 },
] as const;
export type TableSize = (typeof tableSizes)[number];

/** A colour mixed with so much white, 0–1. */
const lightened = (colour: string, white: number): string =>
  [0, 2, 4]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    .map((byte) => Math.round(byte + (255 - byte) * white))
    .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
    .join('');

const shades = [0, 0.24, 0.42, 0.58, 0.7, 0.82];

/** A party's colour on the cover: its own, or in a municipality's edition amber for that one and shades of the accent for the others. */
export function fieldColour(party: number, own: number | null, accent: string): string {
  if (own === null) return colours.parties[party % colours.parties.length] ?? colours.muted;
  if (party === own) return colours.parties[4] ?? colours.muted;
  return lightened(accent, shades[(party < own ? party : party - 1) % shades.length] ?? 0);
}
