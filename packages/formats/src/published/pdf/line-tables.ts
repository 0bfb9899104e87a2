import { isYear, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import type { Block, RawRow } from '../table-lines.ts';
import type { PageLine, Span } from './page-text.ts';

const isDash = (text: string): boolean => /^[-–—−.]$/.test(text);
const isFigure = (text: string): boolean =>
  (readPrintedFigure(text) !== null && !isYear(text)) || isDash(text);

export type Range = { left: number; right: number };

/** A name and figures in their places: at least one figure, and no more words than figures. */
function isRow({ spans }: PageLine): boolean {
  if (spans.length < 2 || spans.length > 40) return false;
  const figures = spans.slice(1).filter(({ text }) => isFigure(text)).length;
  const first = isFigure(spans[0]?.text ?? '') ? 1 : 0;
  return figures >= 1 && (figures + first) * 2 >= spans.length - 1;
}

/**
 * Lines of a page without tags → tables where lines of figures stand under each other, and text between. Columns are where the figures
 * stand; words are put to the column they stand over, words over several columns to all of them.
 */
export function blocksOfLines(
  lines: readonly PageLine[],
  at: {
    readonly page: number;
    readonly firstLine: number;
    /** Where the columns stood of a table that the page before ended in. */
    readonly before: readonly Range[] | null;
  },
): { readonly blocks: readonly Block[]; readonly open: readonly Range[] | null } {
  const blocks: Block[] = [];
  const body = bodySize(lines);
  const text = (index: number): Block => {
    const line = lines[index];
    const said = line?.spans.map((span) => span.text).join('  ') ?? '';
    const isLarge = (line?.size ?? 0) > body * 1.12 && said.length <= 100 && (line?.spans.length ?? 0) === 1;
    return {
      kind: 'text',
      source: { text: isLarge ? `## ${said}` : said, line: at.firstLine + index, page: at.page },
    };
  };
  let index = 0;
  let given = 0;
  let open: { readonly columns: readonly Range[]; readonly until: number } | null = null;
  while (index < lines.length) {
    const mayGoOn = blocks.every((block) => block.kind === 'text') && index <= 3 ? at.before : null;
    const region = regionFrom(lines, { start: index, given, before: mayGoOn });
    if (region === null) {
      blocks.push(text(index));
      index += 1;
      continue;
    }
    // Header lines above were given away as text.
    for (let back = index; back > region.from; back -= 1) blocks.pop();
    const rows = rowsOf(lines, region).map(
      ({ cells, line }): RawRow => ({
        cells,
        source: { text: cells.join(' '), line: at.firstLine + line, page: at.page },
      }),
    );
    blocks.push({ kind: 'table', table: { rows, style: 'grid' } });
    index = region.until;
    given = index;
    open = { columns: region.columns, until: index };
  }
  const isAtEnd = open !== null && lines.length - open.until <= 3;
  return { blocks, open: isAtEnd ? (open?.columns ?? null) : null };
}

export function bodySize(lines: readonly PageLine[]): number {
  const sizes = lines.flatMap(({ size, spans }) => spans.map(({ text }) => ({ size, weight: text.length })));
  const total = sizes.reduce((sum, { weight }) => sum + weight, 0);
  let seen = 0;
  for (const { size, weight } of sizes.toSorted((a, b) => a.size - b.size)) {
    seen += weight;
    if (seen * 2 >= total) return size;
  }
  return 10;
}

type Region = {
  readonly from: number;
  readonly body: number;
  readonly until: number;
  readonly columns: readonly Range[];
};

/**
 * Two rows of figures or more, with names alone between them, and the lines of column names above. One row is enough where a page break may
 * have cut the rest off: right under the names at the foot of a page, or at the top under the columns of the page before.
 */
function regionFrom(
  lines: readonly PageLine[],
  {
    start,
    given,
    before,
  }: { readonly start: number; readonly given: number; readonly before: readonly Range[] | null },
): Region | null {
  const first = lines[start];
  if (first === undefined || !isRow(first)) return null;
  let [until, rows, last] = [start + 1, 1, first];
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.y - last.y > pitch(line) * 3.2) break;
    if (isRow(line)) {
      rows += 1;
      until = index + 1;
    } else if (!isLabelAlone(line) || index - until >= 2) break;
    last = line;
  }
  const own = columnsOf(lines.slice(start, until));
  let from = start;
  while (from > given && start - from < 4) {
    const [above, below] = [lines[from - 1], lines[from]];
    if (above === undefined || below === undefined || below.y - above.y > pitch(above) * 2.6) break;
    if (!namesColumns(above, own)) break;
    from -= 1;
  }
  const goesOn = before !== null && from === start && fits(lines.slice(start, until), before);
  const isCutOff = from < start && lines.length - until <= 3;
  if (rows < 2 && !goesOn && !isCutOff) return null;
  return { from, body: start, until, columns: goesOn ? before : own };
}

const pitch = ({ size }: PageLine): number => size * 1.2;
const isLabelAlone = ({ spans }: PageLine): boolean =>
  spans.length === 1 && (spans[0]?.text.length ?? 0) <= 70 && !/[.!?]$/.test(spans[0]?.text ?? '');

/** Words (or years) over columns: every span but the first stands over one, and no sentence runs across them all. */
function namesColumns({ spans }: PageLine, columns: readonly Range[]): boolean {
  const [label, ...figures] = columns;
  const firstFigure = figures[0]?.left ?? label?.right ?? 0;
  const over = spans.filter((span) => span.right > firstFigure);
  if (over.length === 0) return false;
  if (spans.length === 1 && (spans[0]?.left ?? 0) < firstFigure) return false;
  return over.every(({ text }) => text.length <= 60 && !isFigure(text));
}

const overlap = (a: Range, b: Range): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** Where the columns stand: the names first, then a range for each stack of figures, then words between that stand over none of them. */
function columnsOf(lines: readonly PageLine[]): readonly Range[] {
  const rows = lines.filter(isRow);
  const figures = merged(
    rows.flatMap(({ spans }) =>
      spans.filter(({ text }, at) => isFigure(text) && (at > 0 || spans.length === 1)),
    ),
  );
  const stacks = figures.filter(({ count }) => count >= 2 || rows.length <= 3);
  const used = stacks.length > 0 ? stacks : figures;
  const firstFigure = used[0]?.left ?? 0;
  const words = merged(
    rows.flatMap(({ spans }) =>
      spans.filter(
        (span, at) => !isFigure(span.text) && at > 0 && used.every((column) => overlap(span, column) <= 0),
      ),
    ),
  ).filter(({ left, count }) => count * 2 >= rows.length || left > firstFigure);
  const labels = rows.flatMap(({ spans }) => (spans[0] === undefined ? [] : [spans[0]]));
  const label = {
    left: labels.reduce((least, { left }) => Math.min(least, left), firstFigure),
    right: Math.min(firstFigure, words[0]?.left ?? firstFigure) - 0.5,
  };
  return [label, ...[...used, ...words].toSorted((a, b) => a.left - b.left)];
}

function merged(spans: readonly Span[]): readonly (Range & { readonly count: number })[] {
  const ranges: { left: number; right: number; count: number }[] = [];
  for (const { left, right } of spans.toSorted((a, b) => a.left - b.left)) {
    const open = ranges.at(-1);
    if (open !== undefined && left < open.right - 0.5) {
      open.right = Math.max(open.right, right);
      open.count += 1;
    } else ranges.push({ left, right, count: 1 });
  }
  return ranges;
}

/** Every figure stands under one of the columns, and no two of a line under the same. */
function fits(lines: readonly PageLine[], columns: readonly Range[]): boolean {
  return lines.filter(isRow).every(({ spans }) => {
    const figures = spans.filter(({ text }, at) => at > 0 && isFigure(text));
    const places = figures.map((span) =>
      columns.findIndex(
        (column, at) => at > 0 && overlap(span, column) > 0 && Math.abs(span.right - column.right) < 12,
      ),
    );
    return !places.includes(-1) && new Set(places).size === places.length;
  });
}

function rowsOf(lines: readonly PageLine[], { from, body, until, columns }: Region) {
  const rows: { cells: string[]; line: number; y: number; isAlone: boolean }[] = [];
  for (let index = from; index < until; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const cells = columns.map(() => '');
    for (const [at, span] of line.spans.entries()) {
      const isHeader = index < body;
      const places = placesFor(span, columns, { isLabel: at === 0 && !isHeader, mayCover: isHeader });
      for (const place of places) cells[place] = `${cells[place] ?? ''} ${span.text}`.trim();
    }
    rows.push({ cells, line: index, y: line.y, isAlone: index >= body && line.spans.length === 1 });
  }
  return withWrappedNames(rows);
}

function placesFor(
  span: Span,
  columns: readonly Range[],
  { isLabel, mayCover }: { readonly isLabel: boolean; readonly mayCover: boolean },
): readonly number[] {
  if (isLabel && !isFigure(span.text) && span.left < (columns[0]?.right ?? 0)) return [0];
  const covered = columns.flatMap((column, index) =>
    overlap(span, column) > 0.5 && !(index === 0 && span.left >= column.right) ? [index] : [],
  );
  const middles = covered.filter((index) => {
    const { left = 0, right = 0 } = columns[index] ?? {};
    return span.left <= (left + right) / 2 && span.right >= (left + right) / 2;
  });
  if (mayCover && middles.length > 1 && !middles.includes(0)) return middles;
  const best = [...columns.keys()].toSorted(
    (a, b) => distance(span, columns[a]) - distance(span, columns[b]),
  )[0];
  return best === undefined ? [] : [best];
}

/** Figures are set flush right and words flush left: the nearer of the two edges counts, then the middle. */
function distance(span: Span, column: Range | undefined): number {
  if (column === undefined) return Number.POSITIVE_INFINITY;
  const apart = -overlap(span, column);
  const middle = Math.abs((span.left + span.right) / 2 - (column.left + column.right) / 2) / 100;
  return apart > 0
    ? 1000 + apart + middle
    : middle + Math.min(Math.abs(span.right - column.right), Math.abs(span.left - column.left));
}

/** A name on two lines around its figures, which then have no name of their own: the lines belong together. */
function withWrappedNames<R extends { cells: string[]; y: number; isAlone: boolean }>(
  rows: readonly R[],
): readonly R[] {
  const taken = new Set<R>();
  const out = rows.map((row, at) => {
    if (row.cells[0] !== '' || row.isAlone || !row.cells.some(isFigure)) return row;
    const [above, below] = [rows[at - 1], rows[at + 1]];
    const parts = [above, below].filter(
      (other): other is R => other?.isAlone === true && Math.abs(other.y - row.y) < 9 && !taken.has(other),
    );
    if (parts.length === 0) return row;
    for (const part of parts) taken.add(part);
    return { ...row, cells: [parts.map(({ cells }) => cells[0]).join(' '), ...row.cells.slice(1)] };
  });
  return out.filter((_, at) => !taken.has(rows[at] as R));
}
