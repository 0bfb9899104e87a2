import { lineHeight, type Type, textWidth } from './letter-widths.ts';
import { page, twips } from './look.ts';
import { stylesOf } from './styles.ts';
import { attributesOf, every, isOn, nameOf, numberOf, partNamed, partsOf, type Xml } from './xml-parts.ts';

/** What a style says of the room its paragraphs take: points, and `line` in parts of a line. */
type ParagraphMeasure = {
  readonly type: Type;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly left: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
};
export type Measures = {
  readonly paragraph: (style: string) => ParagraphMeasure;
  readonly run: (style: string, under: Type) => Type;
};

type RunStyle = { readonly size?: unknown; readonly bold?: unknown; readonly font?: unknown };
const typeOf = ({ size, bold, font }: RunStyle, under: Type): Type => ({
  pt: typeof size === 'number' ? size / 2 : under.pt,
  isBold: typeof bold === 'boolean' ? bold : under.isBold,
  isSerif: font === undefined ? under.isSerif : font === 'Georgia',
});

type ParagraphStyle = {
  readonly spacing?: { readonly before?: unknown; readonly after?: unknown; readonly line?: unknown };
  readonly indent?: { readonly left?: unknown };
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
};
const inPoints = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value / 20 : fallback;

function measureOf(
  { run = {}, paragraph = {} }: { readonly run?: RunStyle; readonly paragraph?: ParagraphStyle },
  under: ParagraphMeasure,
): ParagraphMeasure {
  const { spacing = {}, indent, keepNext, keepLines } = paragraph;
  return {
    type: typeOf(run, under.type),
    before: inPoints(spacing.before, under.before),
    after: inPoints(spacing.after, under.after),
    line: typeof spacing.line === 'number' ? spacing.line / 240 : under.line,
    left: inPoints(indent?.left, 0),
    keepNext: keepNext ?? false,
    keepLines: keepLines ?? false,
  };
}

/** The room every style takes, read from the styles themselves. */
export function measuresOf(): Measures {
  const { default: defaults, paragraphStyles = [], characterStyles = [] } = stylesOf('000000', 'nb-NO');
  const bare: ParagraphMeasure = {
    type: { pt: 10, isBold: false, isSerif: false },
    before: 0,
    after: 0,
    line: 1,
    left: 0,
    keepNext: false,
    keepLines: false,
  };
  const normal = measureOf((defaults?.document ?? {}) as Parameters<typeof measureOf>[0], bare);
  const named = new Map(
    [
      ['Title', defaults?.title],
      ['Heading1', defaults?.heading1],
      ['Heading2', defaults?.heading2],
      ['Heading3', defaults?.heading3],
      ...paragraphStyles.map((style) => [style.id, style] as const),
    ].map(
      ([id, style]) => [id, measureOf((style ?? {}) as Parameters<typeof measureOf>[0], normal)] as const,
    ),
  );
  const runs = new Map(characterStyles.map(({ id, run = {} }) => [id, run as RunStyle]));
  return {
    paragraph: (style) => named.get(style) ?? normal,
    run: (style, under) => typeOf(runs.get(style) ?? {}, under),
  };
}

/** A paragraph as the page sees it: its lines' heights and the space around them, in points. */
export type MeasuredParagraph = {
  readonly lines: readonly number[];
  /** What of the last line is air below it, which may hang below the page. */
  readonly hangs: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly pageBreakBefore: boolean;
  readonly marks: readonly string[];
};

const twipsPerPoint = 20;
const emuPerPoint = 12_700;
/** How far a list's text stands in: dashes 5 mm, steps and goals 8 or 9. */
const listIndent = twips(8) / twipsPerPoint;
/** Below the line a picture stands on: the part of the type's height under it. */
const descent = 0.25;

/** A paragraph laid in lines of a width in points. */
export function measureParagraph(paragraph: Xml, width: number, measures: Measures): MeasuredParagraph {
  const parts = partsOf(paragraph, 'w:p');
  const properties = partsOf(partNamed(parts, 'w:pPr'), 'w:pPr');
  const own = measures.paragraph(
    `${attributesOf(partNamed(properties, 'w:pStyle'), 'w:pStyle')['w:val'] ?? ''}`,
  );
  const spacing = partNamed(properties, 'w:spacing');
  const isListed = partNamed(properties, 'w:numPr') !== undefined;
  const left = isListed ? listIndent : own.left;
  const stops = every(partNamed(properties, 'w:tabs'), 'w:tab')
    .filter((tab) => attributesOf(tab, 'w:tab')['w:val'] === 'left')
    .map((tab) => numberOf(tab, 'w:tab', 'w:pos') / twipsPerPoint);
  const lines = breakLines(piecesOf(parts, own, measures), { width, left, stops, own });
  return {
    lines,
    hangs: (lines.at(-1) ?? 0) * (1 - 1 / own.line),
    before: numberOf(spacing, 'w:spacing', 'w:before', own.before * twipsPerPoint) / twipsPerPoint,
    after: numberOf(spacing, 'w:spacing', 'w:after', own.after * twipsPerPoint) / twipsPerPoint,
    keepNext: isOn(properties, 'w:keepNext') || own.keepNext,
    keepLines: isOn(properties, 'w:keepLines') || own.keepLines,
    pageBreakBefore: isOn(properties, 'w:pageBreakBefore'),
    marks: every(parts, 'w:bookmarkStart').map(
      (mark) => `${attributesOf(mark, 'w:bookmarkStart')['w:name'] ?? ''}`,
    ),
  };
}

type Piece =
  | { readonly word: string; readonly type: Type }
  | { readonly picture: number }
  | 'tab'
  | 'newLine'
  | 'space';

/** The words, spaces, tabs and pictures of a paragraph, in their order. */
function piecesOf(parts: readonly Xml[], own: ParagraphMeasure, measures: Measures): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const run of every(parts, 'w:r')) {
    const held = partsOf(run, 'w:r');
    const style = partNamed(partsOf(partNamed(held, 'w:rPr'), 'w:rPr'), 'w:rStyle');
    const type = measures.run(`${attributesOf(style, 'w:rStyle')['w:val'] ?? ''}`, own.type);
    for (const part of held) {
      const name = nameOf(part);
      if (name === 'w:tab') pieces.push('tab');
      else if (name === 'w:br') pieces.push('newLine');
      else if (name === 'w:drawing')
        for (const extent of every(part, 'wp:extent'))
          pieces.push({ picture: numberOf(extent, 'wp:extent', 'cy') / emuPerPoint });
      else if (name === 'w:t')
        for (const text of partsOf(part, 'w:t'))
          if (typeof text === 'string')
            for (const word of text.split(/( )|(?<=[-–])(?=\p{L})/u))
              if (word !== undefined && word !== '') pieces.push(word === ' ' ? 'space' : { word, type });
    }
  }
  return pieces;
}

type Setting = {
  readonly width: number;
  readonly left: number;
  readonly stops: readonly number[];
  readonly own: ParagraphMeasure;
};

/** The heights of the lines that the pieces fill: as many words on each as there is room for, as Word does. */
function breakLines(pieces: readonly Piece[], { width, left, stops, own }: Setting): readonly number[] {
  const lines: number[] = [];
  const space = textWidth(' ', own.type);
  let at = left;
  let height = 0;
  /** A word may be in several runs; it goes to the next line whole. */
  let word = 0;
  let wordHeight = 0;
  let gap = 0;
  const endWord = (): void => {
    if (word === 0) return;
    if (at > left && at + gap + word > width) {
      lines.push(height);
      at = left;
      height = 0;
      gap = 0;
    }
    at += gap + word;
    height = Math.max(height, wordHeight);
    word = 0;
    wordHeight = 0;
    gap = 0;
  };
  const endLine = (): void => {
    endWord();
    lines.push(height === 0 ? lineHeight(own.type) * own.line : height);
    at = left;
    height = 0;
    gap = 0;
  };
  for (const piece of pieces) {
    if (piece === 'newLine') endLine();
    else if (piece === 'space') {
      endWord();
      gap += space;
    } else if (piece === 'tab') {
      endWord();
      at = Math.max(at, stops.find((stop) => stop > at) ?? at);
      gap = 0;
    } else if ('picture' in piece) {
      endWord();
      height = Math.max(height, piece.picture + own.type.pt * descent);
      at += 1;
    } else {
      word += textWidth(piece.word, piece.type);
      wordHeight = Math.max(wordHeight, lineHeight(piece.type) * own.line);
    }
  }
  endLine();
  return lines;
}

/** The width between the margins of a page lying or standing, in points. */
export const textWidthOf = (isLandscape: boolean): number =>
  twips((isLandscape ? page.landscape : page.portrait).text) / twipsPerPoint;
