import { balanceColumns } from './balance-columns.ts';
import { averageColumns, changeColumns, percentColumns, totalColumns } from './column-relations.ts';
import { type Equation, holds, isExact } from './equation.ts';
import { labelKey } from './labels.ts';
import { type Cell, micro } from './published-document.ts';
import { perUnitColumns, rateColumns } from './rate-columns.ts';
import { type SumRow, sumRows } from './row-sums.ts';
import type { TableUnit } from './table-unit.ts';
import type { ColumnView, TableView } from './table-view.ts';
import { saysDifference, transposed } from './transposed.ts';

/** A table and everything read out of it alone. */
export type UnderstoodTable = {
  readonly view: TableView;
  readonly unit: TableUnit;
  readonly sums: readonly SumRow[];
  /** The last sum row: the table as one line. */
  readonly totalRow: number | null;
  readonly changeColumns: ReadonlySet<number>;
  readonly equations: readonly Equation[];
};

const columnOf = ({ target }: Equation): number => (target.cell.place.column ?? 0) - 1;

/** No budget has so many columns side by side; how they hang together is not looked for in one that has. */
const mostColumns = 60;

export function understand(view: TableView, unit: TableUnit): UnderstoodTable {
  if (view.columns.length > mostColumns) {
    const sums = sumRows(view, unit, new Set());
    return {
      view,
      unit,
      sums,
      totalRow: totalOf(sums),
      changeColumns: new Set(),
      equations: sums.flatMap((sum) => sum.equations),
    };
  }
  const changes = changeColumns(view, unit);
  const changing = new Set(changes.map(columnOf));
  // Old, new and change repeat for every member in an overview; there the changes add up across like the rest.
  const totals = [
    ...totalColumns(view, unit, changing),
    ...(changing.size >= 3
      ? totalColumns(
          { ...view, columns: view.columns.filter(({ index }) => changing.has(index)) },
          unit,
          new Set(),
        )
      : []),
  ];
  const averages = averageColumns(view, unit);
  const balances = balanceColumns(view, unit);
  const sums = sumRows(view, unit, new Set([...averages.map(columnOf), ...balances.notAddable]));
  const totalRow = totalOf(sums);
  // Opening and what came and went, side by side, is a sum of columns too; it is told once.
  const totalled = new Set(totals.map(({ target }) => target.cell));
  const averaged = new Set(averages.map(({ target }) => target.cell));
  const percents = percentColumns(view, unit, totalRow).filter(({ target }) => !averaged.has(target.cell));
  const equations = [
    ...sums.flatMap((sum) => sum.equations),
    ...changes,
    ...totals,
    ...averages,
    ...percents,
    ...rateColumns(view),
    ...balances.equations.filter(({ target }) => !totalled.has(target.cell)),
    ...perUnitColumns(view, totalRow, new Set(averages.map(columnOf))),
    ...turned(view, unit, changing),
  ];
  return { view, unit, sums, totalRow, changeColumns: changing, equations };
}

/** The last sum, unless an earlier one stands beside it: «Sum drift» and «Sum investering» are two, and neither is the whole. */
function totalOf(sums: readonly SumRow[]): number | null {
  const last = sums.at(-1);
  if (last === undefined) return null;
  // Where the whole stands first, the sums after it are all its own.
  const [first] = sums;
  if (first !== undefined && first !== last && sums.slice(1).every(({ row }) => first.members.includes(row)))
    return first.row;
  const inside = new Set<number>(last.members);
  const isIn = ({ row, members }: SumRow): boolean =>
    inside.has(row) || (members.length > 0 && members.every((member) => inside.has(member)));
  const isBeside = sums
    .slice(0, -1)
    .some((sum) => !isIn(sum) && !sum.members.some((member) => inside.has(member)));
  return isBeside ? null : last.row;
}

/** Differences and percents of rows above each other, where no column is a difference already. */
function turned(view: TableView, unit: TableUnit, changing: ReadonlySet<number>): readonly Equation[] {
  const side = changing.size > 0 ? null : transposed(view);
  if (side === null) return [];
  const differences = saysDifference(side);
  return [...changeColumns(differences, unit), ...percentColumns(differences, unit, null)];
}

/**
 * A table in whole kroner may still be rounded: from øre. Three sums or more that miss by no more than rounding can explain, and hardly
 * any that miss by more, are the evidence; one alone is an error.
 */
export function understandRounded(view: TableView, unit: TableUnit): UnderstoodTable {
  const exact = understand(view, unit);
  if (unit.step !== null) return exact;
  const rounded = understand(view, { ...unit, step: micro });
  const byRounding = rounded.equations.filter(
    (equation) => equation.kind === 'linear' && holds(equation) && !isExact(equation),
  ).length;
  const stillBroken = rounded.equations.filter(
    (equation) => equation.kind === 'linear' && !holds(equation),
  ).length;
  return byRounding >= 3 && byRounding > stillBroken ? rounded : exact;
}

const month = '(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cs])\\p{L}*';
const namesDay = new RegExp(
  `\\d{1,2}\\.? ?${month}|${month} \\d{1,2}(?!\\d)|(?<!\\d)\\d{1,2}\\.\\d{1,2}\\.|\\d{4}-\\d\\d-\\d\\d`,
  'iu',
);

/** What a column is about, so that two tables can be laid beside each other: its year, and whether it is the change. */
export function columnKind(table: UnderstoodTable, column: ColumnView): string {
  const known = kinds.get(column);
  if (known !== undefined) return known;
  const kind = kindOf(table, column);
  kinds.set(column, kind);
  return kind;
}

/** Asked for again and again while tables are laid beside each other. */
const kinds = new WeakMap<ColumnView, string>();

function kindOf(table: UnderstoodTable, column: ColumnView): string {
  if (table.changeColumns.has(column.index) || column.saysChange) return 'change';
  const words = labelKey(column.header.replace(/(?:19|20)\d\d/g, ''));
  // «Innbyggere 1. januar 2024» is no amount of 2024.
  if (namesDay.test(column.header)) return labelKey(column.header);
  return column.year === null ? words : `${column.year}`;
}

export const isLeaf = (table: UnderstoodTable, row: number): boolean =>
  !table.sums.some((sum) => sum.row === row) && table.view.rows[row]?.saysSum !== true;

/** The names of the rows that are no sums, in their order. Every table is held against many others. */
export function leafKeys(table: UnderstoodTable): readonly string[] {
  const known = leaves.get(table);
  if (known !== undefined) return known;
  const found = table.view.rows
    .filter(({ index }) => isLeaf(table, index))
    .map(({ index }) => rowKey(table, index));
  leaves.set(table, found);
  return found;
}

const leaves = new WeakMap<UnderstoodTable, readonly string[]>();

/** The key of a row; all final sum rows share one, whatever the document calls them. */
export const totalKey = 'Σ';
export const rowKey = (table: UnderstoodTable, row: number): string =>
  row === table.totalRow ? totalKey : (table.view.rows[row]?.key ?? '');

/** The first cell of a member in a kind of column, or nothing. */
export function cellOfKind(table: UnderstoodTable, key: string, kind: string): Cell | undefined {
  const row = table.view.rows.find(({ index }) => rowKey(table, index) === key);
  const column = table.view.columns.find((each) => columnKind(table, each) === kind);
  return row === undefined || column === undefined ? undefined : table.view.cellAt(row.index, column.index);
}

/** What the table is called: the line right above it if that is a heading of its own, else the nearest marked or capital heading. */
export function captionOf({ view }: UnderstoodTable): string {
  const { captions } = view.table;
  const own = captions[0];
  if (own !== undefined && own.kind !== 'text' && !own.isRepeated) return own.text;
  const isCapital = (text: string): boolean => /\p{Lu}{2}/u.test(text) && capitalShare(text) >= 0.6;
  const marked = captions.find(
    ({ text, kind, isRepeated }) => !isRepeated && (kind === 'marked' || isCapital(text)),
  );
  return (marked ?? captions.find(({ kind, isRepeated }) => kind === 'short' && !isRepeated))?.text ?? '';
}

function capitalShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Lu}/gu)?.length ?? 0) / letters;
}
