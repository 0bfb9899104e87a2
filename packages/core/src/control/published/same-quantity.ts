import { type LinearEquation, printedStep } from './equation.ts';
import type { Cell } from './published-document.ts';
import type { ColumnView } from './table-view.ts';
import { onItsSide } from './transposed.ts';
import { columnKind, leafKeys, rowKey, totalKey, type UnderstoodTable } from './understood-table.ts';

/** A table as it is held against all the others: its rows and columns by what they are of. */
type Face = {
  readonly table: UnderstoodTable;
  /** By what is said of a row, where it stands; null where two say the same. */
  readonly rows: ReadonlyMap<string, number | null>;
  readonly columns: ReadonlyMap<string, ColumnView | null>;
  readonly members: ReadonlySet<string>;
};

type Sides = { readonly upright: Face; readonly turned: Face | null };

/** Two tables that tell the same: equal labels and headings, and figures that agree but for a few. */
export function sameQuantities(tables: readonly UnderstoodTable[]): readonly LinearEquation[] {
  const found: LinearEquation[] = [];
  const sides = tables.map(
    (table): Sides => ({
      upright: faceOf(table),
      turned: isSmall(table) ? faceOf(turned(table)) : null,
    }),
  );
  for (const [at, first] of sides.entries())
    for (const second of sides.slice(at + 1)) {
      if (first.upright.table.unit.factor !== second.upright.table.unit.factor) continue;
      found.push(...sameEitherWay(first, second));
    }
  return found;
}

function sameEitherWay(first: Sides, second: Sides): readonly LinearEquation[] {
  const upright = sameInBoth(first.upright, second.upright);
  if (upright.length > 0 || first.turned === null || second.turned === null) return upright;
  const across = sameInBoth(first.turned, second.upright);
  return across.length > 0 ? across : sameInBoth(first.upright, second.turned);
}

function faceOf(table: UnderstoodTable): Face {
  const { rows, columns } = table.view;
  return {
    table,
    rows: byKey(rows, ({ index }) => [rowKey(table, index), index]),
    columns: byKey(columns, (column) => [columnKind(table, column), column]),
    members: new Set(leafKeys(table)),
  };
}

/** What says nothing is left out, and what two say is nobody's. */
function byKey<T, V>(
  all: readonly T[],
  entry: (one: T) => readonly [string, V],
): ReadonlyMap<string, V | null> {
  const found = new Map<string, V | null>();
  for (const one of all) {
    const [key, value] = entry(one);
    if (key !== '') found.set(key, found.has(key) ? null : value);
  }
  return found;
}

const isSmall = ({ view }: UnderstoodTable): boolean => view.rows.length <= 30 && view.columns.length <= 15;

/** The same figures may stand with the municipalities across in one table and downwards in the other. */
function turned(table: UnderstoodTable): UnderstoodTable {
  const view = onItsSide(table.view);
  const total = view.rows.findLast(({ saysSum }) => saysSum)?.index ?? null;
  return { ...table, view, totalRow: total, changeColumns: new Set() };
}

/** The sums of two tables are of the same only when the same rows are in them. */
const sameMembers = ({ members: own }: Face, { members: other }: Face): boolean =>
  own.size === other.size && [...own].every((key) => other.has(key));

type Pair = { readonly left: Cell; readonly right: Cell };

function sameInBoth(one: Face, two: Face): readonly LinearEquation[] {
  const [first, second] = [one.table, two.table];
  const rows: { readonly left: number; readonly right: number }[] = [];
  for (const { index } of first.view.rows) {
    const key = rowKey(first, index);
    const twin = two.rows.get(key) ?? null;
    if (twin !== null && (key !== totalKey || sameMembers(one, two))) rows.push({ left: index, right: twin });
  }
  if (rows.length < 3) return [];
  return first.view.columns.flatMap((column) => {
    const other = two.columns.get(columnKind(first, column)) ?? null;
    if (other === null) return [];
    const pairs: Pair[] = [];
    for (const row of rows) {
      const left = first.view.cellAt(row.left, column.index);
      const right = second.view.cellAt(row.right, other.index);
      if (left?.value != null && right?.value != null) pairs.push({ left, right });
    }
    return tellTheSame(pairs) ? pairs.map((pair) => equationOf(pair, column)) : [];
  });
}

/** Three different figures or more are in both, and hardly any is not. Noughts tell nothing. */
function tellTheSame(pairs: readonly Pair[]): boolean {
  const telling = pairs.filter(({ right }) => right.value !== 0n);
  const equal = telling.filter(({ left, right }) => left.value === right.value).length;
  if (equal < 3 || equal * 10 < telling.length * 7) return false;
  return new Set(telling.map(({ right }) => right.value)).size >= 3;
}

const equationOf = ({ left, right }: Pair, { isPercent }: ColumnView): LinearEquation => ({
  kind: 'linear',
  rule: 'same',
  target: { cell: right, factor: 1n },
  members: [{ cell: left, factor: 1n, sign: 1n }],
  // Shares are rounded each in its own table, and made to reach 100 in each.
  tolerance: isPercent ? printedStep(Math.min(left.decimals, right.decimals)) : 0n,
  carries: true,
});
