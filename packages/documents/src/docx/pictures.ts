import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { fromBase64 } from '@samstyr/core/model/base64';
import { pictureRatio } from '@samstyr/core/model/picture';
import { ImageRun } from 'docx';
import type { BarData, CoverData } from '../pdf/page.ts';
import type { ArmsNode } from '../tree/node.ts';
import { colours, fieldColour, pixels } from './look.ts';
import type { Manuscript } from './manuscript.ts';
import { wordText } from './runs.ts';

const require = createRequire(import.meta.url);

/** Fonts of the packages alone: the same picture on every machine. */
const fontFiles = (): string[] => [
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
];

type Size = { readonly width: number; readonly height: number };
type Drawn = { readonly svg: string; readonly size: Size };

/** Of the picture for whoever cannot show SVG: sharp on paper, and half the work of two. */
const fallbackScale = 1.5;

/** Words become shapes, so that nobody needs the font, and everybody who cannot show SVG gets the same as PNG. */
function drawn(svg: string, pixelsWide: number): { readonly svg: Uint8Array; readonly png: Uint8Array } {
  const picture = new Resvg(svg, {
    // Fonts take longer to load than most pictures to draw, and a bar has no words.
    font: {
      fontFiles: svg.includes('<text') ? fontFiles() : [],
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
    },
    fitTo: { mode: 'width', value: pixelsWide },
  });
  return { svg: new TextEncoder().encode(picture.toString()), png: new Uint8Array(picture.render().asPng()) };
}

/** A drawing in the line of the text. `alt` null: decoration, which a screen reader passes over. */
export function picture(
  { svg, size }: Drawn,
  alt: { name: string; text: string } | null,
  manuscript: Manuscript,
): ImageRun {
  const images = drawn(svg, Math.round(size.width * fallbackScale));
  return new ImageRun({
    type: 'svg',
    data: images.svg,
    transformation: size,
    fallback: { type: 'png', data: images.png },
    ...named(alt, manuscript),
  });
}

const named = (alt: { name: string; text: string } | null, { nextId }: Manuscript) =>
  alt === null
    ? ({ altText: { name: '', id: `${nextId()}` }, decorative: true } as const)
    : { altText: { name: alt.name, description: alt.text, id: `${nextId()}` } };

/** The size an SVG says it has. */
export function sizeOf(svg: string): Size {
  const [, width = '1', height = '1'] =
    /<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.round(+width), height: Math.round(+height) };
}

/** A coat of arms, 14 mm high, with what it is called. */
export function armsPicture(arms: ArmsNode, manuscript: Manuscript): ImageRun {
  const height = pixels(14);
  const size = { width: Math.round(height * pictureRatio(arms.path, arms.content)), height };
  const alt = { name: arms.alt, text: wordText(arms.alt) };
  const png = arms.path.endsWith('.png') ? fromBase64(arms.content) : null;
  if (png === null) return picture({ svg: arms.content, size }, alt, manuscript);
  return new ImageRun({ type: 'png', data: png, transformation: size, ...named(alt, manuscript) });
}

const barHeight = 10;

/** A bar of a table, on the scale of its column; the number stands beside it. */
export function barPicture({ x, w, tick, kind }: BarData, mm: number, manuscript: Manuscript): ImageRun {
  const width = pixels(mm);
  const at = (percent: number): number => Math.round((percent / 100) * width * 100) / 100;
  const fill = colours.bars[kind];
  const line = kind === 'down' ? ` stroke="#${colours.bars.downLine}" stroke-width="0.8"` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${barHeight}"><rect x="${at(x)}" y="1.5" width="${Math.max(0.4, at(w))}" height="7" fill="#${fill}"${line}/><rect x="${at(tick)}" y="0" width="1" height="${barHeight}" fill="#${colours.ink}"/></svg>`;
  const { png } = drawn(svg, width * 2);
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height: barHeight },
    ...named(null, manuscript),
  });
}

/** The cover's picture: the budget as a pattern, height is the unit, width is the share. */
export function coverPicture({ fields, own }: CoverData, mm: Size, manuscript: Manuscript): ImageRun {
  const size = { width: pixels(mm.width), height: pixels(mm.height) };
  const at = (percent: number, whole: number): number => Math.round(percent * whole) / 100;
  const rects = fields.map(
    ({ x, y, w, h, party }) =>
      `<rect x="${at(x, size.width)}" y="${at(y, size.height)}" width="${at(w, size.width)}" height="${at(h, size.height)}" fill="#${fieldColour(party, own, manuscript.accent)}" stroke="#FFFFFF" stroke-width="1"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${rects.join('')}</svg>`;
  return picture({ svg, size }, null, manuscript);
}
