import type { IXmlableObject, PageNumberEstimator } from 'docx';
import { page, twips } from './look.ts';
import { tableMargins } from './styles.ts';
import { type Measures, measureParagraph, measuresOf, textWidthOf } from './text-measures.ts';
import { attributesOf, every, isOn, nameOf, numberOf, partNamed, partsOf, type Xml } from './xml-parts.ts';

/** What no page may divide, in points: a line, two lines that stay together, a row. */
type Piece = {
  readonly height: number;
  /** What of the height may hang below the page. */
  readonly hangs: number;
  readonly before: number;
  readonly after: number;
  /** On the same page as what follows. */
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
  readonly marks: readonly string[];
  /** The height of the heads that stand again above a row that opens a page. */
  readonly heads: number;
};

/** Pages of one form: Word's section. */
type Section = { readonly isLandscape: boolean; readonly pieces: readonly Piece[] };

const twipsPerPoint = 20;

/** Word lets no line of a paragraph stand alone at the foot or head of a page: the first two stay together, and the last two. */
function paragraphPieces(paragraph: Xml, width: number, measures: Measures): readonly Piece[] {
  const { lines, hangs, before, after, keepNext, keepLines, pageBreakBefore, marks } = measureParagraph(
    paragraph,
    width,
    measures,
  );
  const groups: number[][] =
    keepLines || lines.length <= 3
      ? [[...lines]]
      : [
          lines.slice(0, 2),
          ...lines.slice(2, -2).map((line) => [line]),
          lines.slice(Math.max(2, lines.length - 2)),
        ];
  const last = groups.length - 1;
  return groups.map((group, at) => ({
    height: group.reduce((sum, line) => sum + line, 0),
    hangs,
    before: at === 0 ? before : 0,
    after: at === last ? after : 0,
    keepNext: keepNext && at === last,
    pageBreakBefore: pageBreakBefore && at === 0,
    marks: at === 0 ? marks : [],
    heads: 0,
  }));
}

const eighths = 8;

/** A row's height: its highest cell, the cells' margins and the line below. */
function rowHeight(cells: readonly Xml[], margins: Margins, measures: Measures): number {
  const heights = cells.map((cell) => {
    const parts = partsOf(cell, 'w:tc');
    const properties = partsOf(partNamed(parts, 'w:tcPr'), 'w:tcPr');
    const own = partsOf(partNamed(properties, 'w:tcMar'), 'w:tcMar');
    const side = (name: string, usual: number): number => numberOf(partNamed(own, name), name, 'w:w', usual);
    const width =
      numberOf(partNamed(properties, 'w:tcW'), 'w:tcW', 'w:w') -
      side('w:left', margins.side) -
      side('w:right', margins.side);
    const borders = partsOf(partNamed(properties, 'w:tcBorders'), 'w:tcBorders');
    const line = numberOf(partNamed(borders, 'w:bottom'), 'w:bottom', 'w:sz') / eighths;
    const text = parts
      .filter((part) => nameOf(part) === 'w:p')
      .flatMap((part) => measureParagraph(part, width / twipsPerPoint, measures).lines)
      .reduce((sum, one) => sum + one, 0);
    return text + (side('w:top', margins.above) + side('w:bottom', margins.above)) / twipsPerPoint + line;
  });
  return Math.max(0, ...heights);
}

type Margins = { readonly side: number; readonly above: number };

/** A table's rows; the heads stay with the first of them. */
function tablePieces(table: Xml, measures: Measures): readonly Piece[] {
  const parts = partsOf(table, 'w:tbl');
  const properties = partsOf(partNamed(parts, 'w:tblPr'), 'w:tblPr');
  const style = attributesOf(partNamed(properties, 'w:tblStyle'), 'w:tblStyle')['w:val'];
  const margins = tableMargins[style === 'Budsjettmatrise' ? 'Budsjettmatrise' : 'Budsjettabell'];
  let heads = 0;
  return parts
    .filter((part) => nameOf(part) === 'w:tr')
    .map((row): Piece => {
      const held = partsOf(row, 'w:tr');
      const cells = held.filter((part) => nameOf(part) === 'w:tc');
      const height = rowHeight(cells, margins, measures);
      const isHead = isOn(partsOf(partNamed(held, 'w:trPr'), 'w:trPr'), 'w:tblHeader');
      const first = every(cells[0], 'w:pPr')[0];
      const piece = {
        height,
        hangs: 0,
        before: 0,
        after: 0,
        keepNext: isOn(partsOf(first, 'w:pPr'), 'w:keepNext'),
        pageBreakBefore: false,
        marks: [],
        heads: isHead ? 0 : heads,
      };
      if (isHead) heads += height;
      return piece;
    });
}

/** The body's sections; a paragraph that ends one says how its pages lie, and the body itself for the last. */
function sectionsOf(body: Xml, measures: Measures): readonly Section[] {
  const sections: Section[] = [];
  let held: Xml[] = [];
  const end = (properties: Xml): void => {
    const size = every(properties, 'w:pgSz')[0];
    const isLandscape = attributesOf(size, 'w:pgSz')['w:orient'] === 'landscape';
    const width = textWidthOf(isLandscape);
    const pieces = held.flatMap((block) =>
      nameOf(block) === 'w:tbl' ? tablePieces(block, measures) : paragraphPieces(block, width, measures),
    );
    sections.push({ isLandscape, pieces });
    held = [];
  };
  const read = (block: Xml): void => {
    const name = nameOf(block);
    if (name === 'w:sectPr') end(block);
    else if (name === 'w:sdt')
      for (const content of every(block, 'w:sdtContent')) partsOf(content, 'w:sdtContent').forEach(read);
    else if (name === 'w:tbl') held.push(block);
    else if (name === 'w:p') {
      held.push(block);
      const section = every(partNamed(partsOf(block, 'w:p'), 'w:pPr'), 'w:sectPr')[0];
      if (section !== undefined) end(section);
    }
  };
  partsOf(body, 'w:body').forEach(read);
  return sections;
}

const heightOf = (isLandscape: boolean): number => {
  const { top, bottom } = isLandscape ? page.landscape : page.portrait;
  return twips((isLandscape ? page.width : page.height) - top - bottom) / twipsPerPoint;
};

/** Pieces that stay on one page, as far as a page can hold them. */
function* keptTogether(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let kept: Piece[] = [];
  for (const piece of pieces) {
    kept.push(piece);
    if (piece.keepNext) continue;
    yield kept;
    kept = [];
  }
  if (kept.length > 0) yield kept;
}

/** The page each mark stands on, from 1. */
function pagesOf(sections: readonly Section[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  let number = 0;
  for (const { isLandscape, pieces } of sections) {
    const room = heightOf(isLandscape);
    number += 1;
    let used = 0;
    let after = 0;
    const turn = (): void => {
      number += 1;
      used = 0;
      after = 0;
    };
    for (const kept of keptTogether(pieces)) {
      if (kept[0]?.pageBreakBefore === true && used > 0) turn();
      let whole = used;
      let above = after;
      for (const { height, before, after: below } of kept) {
        whole += (whole === 0 ? 0 : Math.max(above, before)) + height;
        above = below;
      }
      if (used > 0 && whole - (kept.at(-1)?.hangs ?? 0) > room) turn();
      for (const { height, hangs, before, after: below, marks, heads } of kept) {
        let gap = used === 0 ? 0 : Math.max(after, before);
        if (used > 0 && used + gap + height - hangs > room) {
          turn();
          used = heads;
          gap = 0;
        }
        for (const mark of marks) pages.set(mark, number);
        used += gap + height;
        after = below;
      }
    }
  }
  return pages;
}

/** The lists of contents with the number of each chapter's page, at the margin's edge. */
function fillContents(body: Xml, pageOf: ReadonlyMap<string, string>): void {
  for (const list of every(body, 'w:sdtContent')) {
    for (const tab of every(list, 'w:tab')) {
      const attributes = attributesOf(tab, 'w:tab');
      if (attributes['w:val'] === 'right') attributes['w:pos'] = twips(page.portrait.text);
    }
    for (const link of every(list, 'w:hyperlink')) {
      const number = pageOf.get(`${attributesOf(link, 'w:hyperlink')['w:anchor'] ?? ''}`);
      const last = every(link, 'w:t').at(-1);
      const held = last?.['w:t'];
      if (number !== undefined && Array.isArray(held)) held[held.length - 1] = number;
    }
  }
}

/**
 * Lays the document out as Word does, as far as our own styles need it (lines by the widths of Word's own letters, what is kept together,
 * heads that stand again), and writes the pages in the contents. Chapters begin on a page of their own, so a line more or less moves
 * none. The lists stay fields that Word can bring up to date, and are not marked as out of date, so that nobody is asked about them when
 * they open the file (S-WORD-05).
 */
export const pageNumbers: PageNumberEstimator = (body: IXmlableObject) => {
  const pages = pagesOf(sectionsOf(body, measuresOf()));
  const bookmarks = new Map([...pages].map(([mark, number]) => [mark, `${number}`]));
  fillContents(body, bookmarks);
  return { bookmarks };
};
