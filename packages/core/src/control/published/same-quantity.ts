import { type LinearEquation, printedStep } from './equation.ts';
import { onItsSide } from './transposed.ts';
import { columnKind, leafKeys, rowKey, totalKey, type UnderstoodTable } from './understood-table.ts';

/** Two tables that tell the same: equal labels and headings, and figures that agree but for a few. */
export function sameQuantities(tables: readonly UnderstoodTable[]): readonly LinearEquation[] {
  const found: LinearEquation[] = [];
  const sides = new Map(tables.filter(isSmall).map((table) => [table, turned(table)] as const));
  for (const [at, first] of tables.entries())
    for (const second of tables.slice(at + 1)) {
      if (first.unit.factor !== second.unit.factor) continue;
      found.push(...sameEitherWay(first, second, sides));
    }
  return found;
}

function sameEitherWay(
  first: UnderstoodTable,
  second: UnderstoodTable,
  sides: ReadonlyMap<UnderstoodTable, UnderstoodTable>,
): readonly LinearEquation[] {
  const upright = sameInBoth(first, second);
  const [firstTurned, secondTurned] = [sides.get(first), sides.get(second)];
  if (upright.length > 0 || firstTurned === undefined || secondTurned === undefined) return upright;
  const across = sameInBoth(firstTurned, second);
  return across.length > 0 ? across : sameInBoth(first, secondTurned);
}

const isSmall = ({ view }: UnderstoodTable): boolean => view.rows.length <= 30 && view.columns.length <= 15;

/** The same figures may stand with the municipalities across in one table and downwards in the other. */
function turned(table: UnderstoodTable): UnderstoodTable {
  const view = onItsSide(table.view);
  const total = view.rows.findLast(({ saysSum }) => saysSum)?.index ?? null;
  return { ...table, view, totalRow: total, changeColumns: new Set() };
}

/** The sums of two tables are of the same only when the same rows are in them. */
function sameMembers(first: UnderstoodTable, second: UnderstoodTable): boolean {
  const [own, other] = [new Set(leafKeys(first)), new Set(leafKeys(second))];
  return own.size === other.size && [...own].every((key) => other.has(key));
}

function sameInBoth(first: UnderstoodTable, second: UnderstoodTable): readonly LinearEquation[] {
  const rows = first.view.rows.flatMap((row) => {
    const key = rowKey(first, row.index);
    if (key === '') return [];
    if (key === totalKey && !sameMembers(first, second)) return [];
    const twins = second.view.rows.filter((other) => rowKey(second, other.index) === key);
    return twins.length === 1 && twins[0] !== undefined ? [{ a: row.index, b: twins[0].index }] : [];
  });
  if (rows.length < 3) return [];
  return first.view.columns.flatMap((column) => {
    const kind = columnKind(first, column);
    const twin = second.view.columns.filter((other) => columnKind(second, other) === kind);
    const other = twin[0];
    if (other === undefined || twin.length > 1 || kind === '') return [];
    const equations = rows.flatMap(({ a, b }): readonly LinearEquation[] => {
      const [one, two] = [first.view.cellAt(a, column.index), second.view.cellAt(b, other.index)];
      if (one?.value == null || two?.value == null) return [];
      return [
        {
          kind: 'linear',
          rule: 'same',
          target: { cell: two, factor: 1n },
          members: [{ cell: one, factor: 1n, sign: 1n }],
          // Shares are rounded each in its own table, and made to reach 100 in each.
          tolerance: column.isPercent ? printedStep(Math.min(one.decimals, two.decimals)) : 0n,
          carries: true,
        },
      ];
    });
    const telling = equations.filter(({ target }) => target.cell.value !== 0n);
    const equal = telling.filter(
      ({ target, members }) => target.cell.value === members[0]?.cell.value,
    ).length;
    const distinct = new Set(telling.map(({ target }) => target.cell.value)).size;
    return equal >= 3 && distinct >= 3 && equal * 10 >= telling.length * 7 ? equations : [];
  });
}
