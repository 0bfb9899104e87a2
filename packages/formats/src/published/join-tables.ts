import { isSumLabel } from '@samstyr/core/control/published/labels';
import { isYear, plainText, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import type { Block, RawTable } from './table-lines.ts';

type Row = RawTable['rows'][number];

const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');
const hasFigure = ({ cells }: Row): boolean =>
  cells.slice(1).some((cell) => readPrintedFigure(cell) !== null && !isYear(cell));
const isSum = ({ cells }: Row): boolean => cells.some((cell, index) => index < 2 && isSumLabel(cell));
const sameHeader = (a: RawTable, b: RawTable): boolean =>
  (a.rows[0]?.cells.map(plainText).join('|') ?? '') === (b.rows[0]?.cells.map(plainText).join('|') ?? '');

const signature = (text: string): string => plainText(text).replace(/\d+/g, '#').toLowerCase();

/** The lines right above a table: a tool that prints the header again on the next page prints them too. */
const titlesOf = (between: readonly Block[]): ReadonlySet<string> =>
  new Set(
    between
      .slice(-6)
      .flatMap((block) =>
        block.kind === 'text' && plainText(block.source.text).length <= 90
          ? [signature(block.source.text)]
          : [],
      ),
  );

const columns = (table: RawTable): number => Math.max(...table.rows.map(({ cells }) => cells.length));

/**
 * Puts tables back together that a page break cut in two. The rest has no header of its own (a row of empty cells, or figures at
 * once) and as many columns; or it repeats the header, and the first part lacks its sum. Between the parts stand only a running head, a
 * page number or nothing.
 */
export function joinContinuations(blocks: readonly Block[], repeated: ReadonlySet<string>): readonly Block[] {
  const out: Block[] = [];
  let between: Block[] = [];
  let open: { index: number; table: RawTable; titles: ReadonlySet<string> } | null = null;
  for (const block of blocks) {
    if (block.kind === 'text') {
      out.push(block);
      between.push(block);
      continue;
    }
    const table: RawTable = { ...block.table, rows: block.table.rows.filter((row) => !isBlank(row)) };
    if (table.rows.length === 0) continue;
    if (open !== null && continues(open.table, table, between, new Set([...repeated, ...open.titles]))) {
      const rest = sameHeader(open.table, table) ? table.rows.slice(1) : table.rows;
      open.table = { ...open.table, rows: [...open.table.rows, ...rest] };
      out[open.index] = { kind: 'table', table: open.table };
    } else {
      open = { index: out.length, table, titles: titlesOf(between) };
      out.push({ kind: 'table', table });
    }
    between = [];
  }
  return out;
}

function continues(
  before: RawTable,
  rest: RawTable,
  between: readonly Block[],
  repeated: ReadonlySet<string>,
): boolean {
  const onlyPageMatter = between.every((block) => {
    if (block.kind !== 'text') return false;
    const text = plainText(block.source.text);
    return (
      text === '' ||
      /^(?:(?:.{0,60}\W)?(?:side|page)\s*)?\d{1,3}(?:\s*(?:av|of|\/)\s*\d+)?$/i.test(text) ||
      repeated.has(signature(text))
    );
  });
  if (!onlyPageMatter || columns(before) !== columns(rest)) return false;
  const first = rest.rows[0];
  if (first === undefined) return false;
  const brokenOff = !before.rows.some((row) => hasFigure(row) && isSum(row));
  if (sameHeader(before, rest)) return brokenOff && rest.rows.length > 1;
  return hasFigure(first);
}
