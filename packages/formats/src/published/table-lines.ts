import { gather, looseHeader, looseRow, looseWidth } from './loose-rows.ts';

/** A line of text and where it stood. */
export type SourceLine = { readonly text: string; readonly line: number; readonly page: number | null };

/** A row of cell texts, its line, and in a workbook each cell's address. */
export type RawRow = {
  readonly cells: readonly string[];
  readonly source: SourceLine;
  readonly addresses?: readonly string[];
};

/** Rows as one table of the file. A `grid` was a table in the file already; the others were found in lines of text. */
export type RawTable = {
  readonly rows: readonly RawRow[];
  readonly style: 'pipes' | 'tabs' | 'spaces' | 'loose' | 'grid';
};

export type Block =
  | { readonly kind: 'table'; readonly table: RawTable }
  | { readonly kind: 'text'; readonly source: SourceLine };

/** Splits at line ends and form feeds; pages are numbered only where the file has form feeds. */
export function linesOf(text: string): readonly SourceLine[] {
  const hasPages = text.includes('\f');
  let page = 1;
  return text.split(/\r\n|\n|\r/).map((raw, index) => {
    const feeds = raw.split('\f').length - 1;
    page += feeds;
    return { text: raw.replaceAll('\f', ''), line: index + 1, page: hasPages ? page : null };
  });
}

/** Some tools print the bars between the cells only. */
const isOpenPipeRow = (text: string): boolean => (text.match(/ \| /g)?.length ?? 0) >= 2;
const isPipeRow = (text: string): boolean =>
  isOpenPipeRow(text) || /^\s*\|.*\|\s*$/.test(text) || /^\s*\|(?:[^|]*\|){2,}/.test(text);
const isRule = (text: string): boolean => /^[\s|:+=-]+$/.test(text) && /-{2,}|={2,}/.test(text);
const isTabRow = (text: string): boolean => (text.match(/\t/g)?.length ?? 0) >= 2;

const figure = String.raw`(?:[-−–(]\s?)?(?:kr\s)?\d[\d.,\u00a0\u202f'\`´’]*(?: \d{3}(?!\d))*\)?(?:\s?%)?`;
const cellGap = /\s{2,}/;

function pipeCells(text: string): readonly string[] {
  const inner = text.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** A layout row: columns kept apart by two spaces or more, at least one figure among them. */
function spacedCells(text: string): readonly string[] | null {
  const cells = text.trim().split(cellGap);
  if (cells.length < 2 || cells.length > 40) return null;
  const figures = cells.slice(1).filter((cell) => new RegExp(`^(?:${figure}|[-–—])$`).test(cell)).length;
  return figures >= 1 && figures >= (cells.length - 1) / 2 ? cells : null;
}

/** Blocks of the file in order: tables by pipes, tabs or aligned spaces, and single lines of text. */
export function blocksOf(lines: readonly SourceLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const start = lines[index];
    if (start === undefined) break;
    const style = styleAt(lines, index);
    if (style === null) {
      blocks.push({ kind: 'text', source: start });
      index += 1;
      continue;
    }
    if (style === 'loose') {
      const taken = takeLoose(lines, index);
      if (taken === null) {
        blocks.push({ kind: 'text', source: start });
        index += 1;
        continue;
      }
      const above = blocks.at(-1);
      const width = (taken.rows[0]?.cells.length ?? 1) - 1;
      const names = above?.kind === 'text' ? looseHeader(above.source.text) : null;
      const rows = [...taken.rows];
      if (above?.kind === 'text' && names?.length === width) {
        blocks.pop();
        rows.unshift({ cells: ['', ...names], source: above.source });
      }
      blocks.push({ kind: 'table', table: { rows, style } });
      index = taken.next;
      continue;
    }
    const { rows, next } = style === 'spaces' ? takeSpaced(lines, index) : takeMarked(lines, index, style);
    if (rows.length > 0) blocks.push({ kind: 'table', table: { rows, style } });
    index = next;
  }
  return blocks;
}

function styleAt(lines: readonly SourceLine[], index: number): Exclude<RawTable['style'], 'grid'> | null {
  const text = lines[index]?.text ?? '';
  if (isPipeRow(text)) return 'pipes';
  const following = lines[index + 1]?.text ?? '';
  if (isTabRow(text) && (isTabRow(following) || isTabRow(lines[index - 1]?.text ?? ''))) return 'tabs';
  if (spacedCells(text) !== null && spacedCells(following) !== null) return 'spaces';
  return looseRow(text) === null ? null : 'loose';
}

/** Three rows or more that end in the same number of figures; a blank line may stand between. */
function takeLoose(lines: readonly SourceLine[], from: number): Taken | null {
  const found: { readonly label: string; readonly tokens: readonly string[]; readonly source: SourceLine }[] =
    [];
  let next = from;
  for (let index = from; index < lines.length; index += 1) {
    const source = lines[index];
    if (source === undefined) break;
    if (source.text.trim() === '') {
      if (lines[index + 1]?.text.trim() === '') break;
      continue;
    }
    const row = looseRow(source.text);
    if (row === null || spacedCells(source.text) !== null) break;
    found.push({ ...row, source });
    next = index + 1;
  }
  if (found.length < 3) return null;
  const width = looseWidth(found, looseHeader(lines[from - 1]?.text ?? ''));
  if (width === null) return null;
  const rows = found.flatMap(({ label, tokens, source }) => {
    const cells = gather(tokens, width);
    return cells === null ? [] : [{ cells: [label, ...cells], source }];
  });
  return rows.length < 3 ? null : { rows, next };
}

type Taken = { readonly rows: RawTable['rows']; readonly next: number };

function takeMarked(lines: readonly SourceLine[], from: number, style: 'pipes' | 'tabs'): Taken {
  const rows: { cells: readonly string[]; source: SourceLine }[] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const source = lines[index];
    if (source === undefined) break;
    const belongs = style === 'pipes' ? isPipeRow(source.text) : source.text.includes('\t');
    if (!belongs) break;
    if (isRule(source.text)) continue;
    rows.push({
      cells: style === 'pipes' ? pipeCells(source.text) : source.text.split('\t').map((cell) => cell.trim()),
      source,
    });
  }
  return { rows, next: index };
}

/** Header lines above an aligned table were already given away as text; they are found again by their columns in read-published. */
function takeSpaced(lines: readonly SourceLine[], from: number): Taken {
  const rows: { cells: readonly string[]; source: SourceLine }[] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const source = lines[index];
    if (source === undefined) break;
    const cells = spacedCells(source.text);
    if (cells === null && isRule(source.text)) continue;
    if (cells === null) break;
    rows.push({ cells, source });
  }
  return { rows: alignSpaced(rows), next: index };
}

type Span = { readonly text: string; readonly end: number };

/** A no-break space keeps «39 000» one figure. */
function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^ \t]+(?: [^ \t]+)*/g)].map((match) => ({
    text: match[0],
    end: match.index + match[0].length,
  }));
}

/** Puts short rows right under the fullest one: figures are set flush right, so a cell belongs to the column whose end is nearest. */
function alignSpaced(
  rows: readonly { readonly cells: readonly string[]; readonly source: SourceLine }[],
): RawTable['rows'] {
  const fullest = rows.reduce<(typeof rows)[number] | undefined>(
    (most, row) => (most === undefined || row.cells.length > most.cells.length ? row : most),
    undefined,
  );
  if (fullest === undefined) return rows;
  const ends = spansOf(fullest.source.text).map(({ end }) => end);
  return rows.map((row) => {
    if (row.cells.length === fullest.cells.length) return row;
    return { source: row.source, cells: placeUnder(ends, spansOf(row.source.text)) };
  });
}

function placeUnder(ends: readonly number[], spans: readonly Span[]): readonly string[] {
  const cells = ends.map(() => '');
  for (const [index, span] of spans.entries()) {
    if (index === 0) {
      cells[0] = span.text;
      continue;
    }
    let nearest = 1;
    for (let column = 1; column < ends.length; column += 1) {
      const now = Math.abs((ends[column] ?? 0) - span.end);
      if (now < Math.abs((ends[nearest] ?? 0) - span.end)) nearest = column;
    }
    cells[nearest] = `${cells[nearest] ?? ''} ${span.text}`.trim();
  }
  return cells;
}

/** The line above an aligned table, cut into its columns, when it names them: «Kommune   Budsjett 2024   Budsjett 2025». */
export function headerAbove(table: RawTable, above: string): readonly string[] | null {
  const first = table.rows.reduce<RawTable['rows'][number] | undefined>(
    (most, row) => (most === undefined || row.source.text.length > most.source.text.length ? row : most),
    undefined,
  );
  if (table.style !== 'spaces' || first === undefined) return null;
  const spans = spansOf(above);
  if (spans.length < 2 || spans.length > first.cells.length) return null;
  if (spans.length === first.cells.length) return spans.map(({ text }) => text);
  const ends = spansOf(first.source.text).map(({ end }) => end);
  const blankFirst = /^\s{3,}/.test(above) ? [{ text: '', end: ends[0] ?? 0 }, ...spans] : spans;
  return placeUnder(ends, blankFirst);
}
