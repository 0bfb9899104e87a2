import { isYear, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import type { Block, RawRow } from './table-lines.ts';

/** A written cell; rows and columns from 1. */
export type SheetCell = { readonly row: number; readonly column: number; readonly text: string };
export type SheetContent = {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
};

type Line = { readonly row: number; readonly cells: Map<number, string> };

const isFigure = (text: string): boolean => readPrintedFigure(text) !== null && !isYear(text);
const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}`;

/**
 * A sheet as blocks: runs of filled rows are tables, split where an empty column has names on its right side; a row of one text is a line.
 * A run without names of columns, one empty row below a table as wide, goes on with it.
 */
export function sheetBlocks(
  content: SheetContent,
  sheet: { readonly name: string; readonly number: number },
): readonly Block[] {
  const lines = linesOf(content);
  const blocks: Block[] = [
    { kind: 'text', source: { text: `## ${sheet.name}`, line: 1, page: sheet.number } },
  ];
  for (const run of runsOf(lines)) blocks.push(...runBlocks(run, sheet));
  return withHeadings(blocks);
}

const numbered = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u;
const mostHeading = 90;

/**
 * A sheet has no style for headings: a numbered text alone in its row is the title of a chapter, unless another stands right by it (then
 * they are a list) or it ends as a sentence does.
 */
function withHeadings(blocks: readonly Block[]): readonly Block[] {
  const isNumbered = (block: Block | undefined): boolean =>
    block?.kind === 'text' && numbered.test(block.source.text);
  return blocks.map((block, at) => {
    if (block.kind !== 'text' || !isNumbered(block)) return block;
    const { text } = block.source;
    const isOne = !isNumbered(blocks[at - 1]) && !isNumbered(blocks[at + 1]);
    return isOne && text.length <= mostHeading && !/[.!?:,;]$/.test(text)
      ? { kind: 'text', source: { ...block.source, text: `## ${text}` } }
      : block;
  });
}

function linesOf({ cells, merges }: SheetContent): readonly Line[] {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    const line = byRow.get(row) ?? new Map<number, string>();
    line.set(column, text);
    byRow.set(row, line);
  }
  const used = cells.map(({ column }) => column);
  const [first, last] = [
    used.reduce((a, b) => Math.min(a, b), 400),
    used.reduce((a, b) => Math.max(a, b), 0),
  ];
  for (const { top, left, bottom, right } of merges) {
    const text = byRow.get(top)?.get(left);
    const coversAll = left <= first && right >= last;
    if (text === undefined || isFigure(text) || coversAll) continue;
    for (let row = top; row <= Math.min(bottom, top + 200); row += 1)
      for (let column = left; column <= Math.min(right, last); column += 1) {
        const line = byRow.get(row);
        if (line !== undefined && !line.has(column)) line.set(column, text);
      }
  }
  return [...byRow].map(([row, line]) => ({ row, cells: line })).toSorted((a, b) => a.row - b.row);
}

/** Rows without an empty row between them; a run that begins with figures goes on with the one right above. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const open = runs.at(-1);
    const gap = open === undefined ? 99 : line.row - (open.at(-1)?.row ?? 0);
    const goesOn = gap === 1 || (gap === 2 && isBodyRow(line) && open?.some(isBodyRow) === true);
    if (open !== undefined && goesOn) open.push(line);
    else runs.push([line]);
  }
  return runs;
}

const isBodyRow = ({ cells }: Line): boolean => {
  const texts = [...cells].toSorted(([a], [b]) => a - b).map(([, text]) => text);
  return texts.length > 1 && !isFigure(texts[0] ?? '') && texts.slice(1).some(isFigure);
};

function runBlocks(
  run: readonly Line[],
  sheet: { readonly name: string; readonly number: number },
): readonly Block[] {
  const out: Block[] = [];
  const lines = [...run];
  const text = (line: Line): Block => ({
    kind: 'text',
    source: { text: [...line.cells.values()].join(' '), line: line.row, page: sheet.number },
  });
  // A title above, notes below.
  while (lines[0] !== undefined && lines[0].cells.size === 1 && lines.length > 0) {
    out.push(text(lines[0]));
    lines.shift();
  }
  const after: Block[] = [];
  for (let last = lines.at(-1); last !== undefined && last.cells.size === 1; last = lines.at(-1)) {
    after.unshift(text(last));
    lines.pop();
  }
  for (const [left, right] of bandsOf(lines)) {
    const rows = lines.flatMap((line): readonly RawRow[] => {
      const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
      const cells = columns.map((column) => line.cells.get(column) ?? '');
      if (cells.every((cell) => cell === '')) return [];
      return [
        {
          cells,
          source: { text: cells.join(' '), line: line.row, page: sheet.number },
          addresses: columns.map((column) => `${sheet.name}!${letters(column)}${line.row}`),
        },
      ];
    });
    if (rows.length > 0) out.push({ kind: 'table', table: { rows, style: 'grid' } });
  }
  return [...out, ...after];
}

/** From which column to which each table beside another goes. */
function bandsOf(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const used = new Set(lines.flatMap(({ cells }) => [...cells.keys()]));
  if (used.size === 0) return [];
  const columns = [...used].toSorted((a, b) => a - b);
  const bands: [number, number][] = [];
  for (const column of columns) {
    const open = bands.at(-1);
    const isNext = open !== undefined && column - open[1] === 1;
    if (open === undefined || (!isNext && isLabelColumn(lines, column))) bands.push([column, column]);
    else open[1] = column;
  }
  return bands;
}

/** Mostly words: the names of a table's rows. */
function isLabelColumn(lines: readonly Line[], column: number): boolean {
  const texts = lines.flatMap(({ cells }) => cells.get(column) ?? []);
  return (
    texts.length >= 2 &&
    texts.filter((text) => !isFigure(text)).length * 2 > texts.length &&
    texts.length * 2 > lines.length
  );
}
