import { holds, type LinearEquation, residualOf } from './equation.ts';
import type { Cell, Micro } from './published-document.ts';
import { isLeaf, type UnderstoodTable } from './understood-table.ts';

/** A whole row too many or too few, which explains every broken sum of the sum row at once. */
export type RowPattern = {
  readonly kind: 'missing' | 'duplicate';
  readonly table: UnderstoodTable;
  /** The cell to point at, and what should stand there where that can be said. */
  readonly cell: Cell;
  readonly expected: Micro | null;
  /** What the sum row lacks, column by column. */
  readonly lacking: readonly { readonly cell: Cell; readonly amount: Micro }[];
  /** The twin of a duplicated row. */
  readonly twin: number | null;
  readonly isSure: boolean;
};

export type RowPatterns = {
  readonly found: readonly RowPattern[];
  readonly explained: ReadonlySet<LinearEquation>;
};

/** Looks at each sum row as a whole before its columns are looked at one by one. */
export function rowPatterns(tables: readonly UnderstoodTable[]): RowPatterns {
  const found: RowPattern[] = [];
  const explained = new Set<LinearEquation>();
  for (const table of tables) {
    const duplicates = duplicatedRows(table);
    for (const { row, twin } of duplicates) {
      const cell = table.view.columns
        .map(({ index }) => table.view.cellAt(row, index))
        .find((each) => each?.value != null);
      if (cell !== undefined)
        found.push({ kind: 'duplicate', table, cell, expected: null, lacking: [], twin, isSure: true });
    }
    for (const sum of table.sums) {
      const base = sum.equations.filter(
        ({ target, members }) => isBase(table, target.cell) && members.length >= 2,
      );
      const broken = base.filter((equation) => !holds(equation));
      if (broken.length < 2 || broken.length < base.length) continue;
      const twice = duplicates.find(({ row }) =>
        broken.every(
          ({ target, ...rest }) => residualOf({ target, ...rest }) === -valueIn(table, row, target.cell),
        ),
      );
      if (twice !== undefined) {
        for (const equation of sum.equations) if (!holds(equation)) explained.add(equation);
        continue;
      }
      const pattern = missingRow(table, sum.equations, broken);
      if (pattern === null) continue;
      found.push(pattern);
      for (const equation of sum.equations) if (!holds(equation)) explained.add(equation);
    }
  }
  return { found, explained };
}

const isBase = (table: UnderstoodTable, cell: Cell): boolean =>
  !table.changeColumns.has((cell.place.column ?? 0) - 1);
const valueIn = (table: UnderstoodTable, row: number, target: Cell): Micro =>
  table.view.valueAt(row, (target.place.column ?? 0) - 1) ?? 0n;

/**
 * Every column lacks something, and what the change column lacks is the difference of what the years lack: one row is not printed.
 * Without a change column there is no such proof, and the columns are judged one by one.
 */
function missingRow(
  table: UnderstoodTable,
  all: readonly LinearEquation[],
  broken: readonly LinearEquation[],
): RowPattern | null {
  const changes = all.filter(({ target }) => !isBase(table, target.cell));
  const residuals = broken.map((equation) => residualOf(equation));
  const [first, second] = residuals;
  const [change] = changes;
  if (residuals.length !== 2 || first === undefined || second === undefined || change === undefined)
    return null;
  if (first <= 0n || second <= 0n || residualOf(change) !== second - first) return null;
  const [target] = broken;
  if (target === undefined) return null;
  return {
    kind: 'missing',
    table,
    cell: target.target.cell,
    expected: (target.target.cell.value ?? 0n) - first,
    lacking: [...broken, change].map((equation) => ({
      cell: equation.target.cell,
      amount: residualOf(equation),
    })),
    twin: null,
    isSure: true,
  };
}

/** Rows with the same name and figures, or with so many equal figures that it cannot be chance. */
function duplicatedRows(table: UnderstoodTable): readonly { readonly row: number; readonly twin: number }[] {
  const { view } = table;
  const figures = (row: number): readonly Micro[] =>
    view.columns.flatMap(({ index }) => view.valueAt(row, index) ?? []).filter((value) => value !== 0n);
  const found: { row: number; twin: number }[] = [];
  const seen = new Map<string, number>();
  for (const row of view.rows) {
    const values = figures(row.index);
    if (new Set(values).size < 2) continue;
    const text = view.columns.map(({ index }) => `${view.valueAt(row.index, index) ?? ''}`).join('|');
    const before = seen.get(text);
    if (before === undefined) {
      seen.set(text, row.index);
      continue;
    }
    if (table.sums.some((sum) => sum.row === row.index && sum.members.length === 1)) continue;
    const sameName = view.rows[before]?.key === row.key && isLeaf(table, row.index);
    if (sameName) found.push({ row: row.index, twin: before });
    else if (new Set(values).size >= 6) {
      // The one that claims to be a sum, and is none, is the stray.
      const stray = view.rows[before]?.saysSum === true ? before : row.index;
      found.push({ row: stray, twin: stray === before ? row.index : before });
    }
  }
  return found;
}
