import { roundingRoom } from './column-relations.ts';
import { holds, type LinearEquation } from './equation.ts';
import {
  cellOfKind,
  columnKind,
  isLeaf,
  leafKeys,
  rowKey,
  type UnderstoodTable,
} from './understood-table.ts';

/** A table that others make up, and the tables that do. */
export type PartsOf = {
  readonly whole: UnderstoodTable;
  readonly parts: readonly UnderstoodTable[];
  readonly equations: readonly LinearEquation[];
};

const farthest = 14;

/** Finds wholes and parts: neighbouring tables with the same members whose figures add up, mostly. */
export function partsOf(tables: readonly UnderstoodTable[]): readonly PartsOf[] {
  const found: PartsOf[] = [];
  const taken = new Set<UnderstoodTable>();
  for (const [at, whole] of tables.entries()) {
    const best = [1, -1]
      .map((direction) => bestRun(tables, at, direction, taken))
      .filter((run) => run !== null)
      .toSorted((a, b) => b.score - a.score)[0];
    if (best === undefined) continue;
    for (const part of best.parts) taken.add(part);
    found.push({ whole, parts: best.parts, equations: best.equations });
  }
  return found;
}

function bestRun(
  tables: readonly UnderstoodTable[],
  at: number,
  direction: number,
  taken: ReadonlySet<UnderstoodTable>,
) {
  const whole = tables[at];
  if (whole === undefined) return null;
  const run: UnderstoodTable[] = [];
  let best: {
    parts: readonly UnderstoodTable[];
    equations: readonly LinearEquation[];
    score: number;
  } | null = null;
  for (let step = 1; step <= farthest; step += 1) {
    const next = tables[at + direction * step];
    if (next === undefined || taken.has(next) || !sharesMembers(whole, next)) break;
    run.push(next);
    if (run.length < 2) continue;
    const equations = equationsOf(whole, run);
    const telling = equations.filter(
      ({ target, members }) =>
        (target.cell.value ?? 0n) !== 0n && members.some(({ cell }) => cell.value !== null),
    );
    const leaves = telling.filter(({ target }) =>
      isBase(whole, target.cell.place.row, target.cell.place.column),
    );
    const fits = leaves.filter((equation) => holds(equation)).length;
    if (fits < 2 || fits * 10 < leaves.length * 6) continue;
    if (best === null || fits > best.score) best = { parts: [...run], equations, score: fits };
  }
  return best;
}

/** Neither a sum nor a difference: what the other figures are made of. */
function isBase(table: UnderstoodTable, row: number | null, column: number | null): boolean {
  const view = table.view.rows.find(({ cells }) => cells[0]?.place.row === row);
  return view !== undefined && isLeaf(table, view.index) && !table.changeColumns.has((column ?? 0) - 1);
}

function sharesMembers(whole: UnderstoodTable, part: UnderstoodTable): boolean {
  const members = leafKeys(part);
  if (members.length === 0 || whole.unit.factor !== part.unit.factor) return false;
  const keys = new Set(whole.view.rows.map(({ index }) => rowKey(whole, index)));
  return (
    members.filter((key) => keys.has(key)).length * 10 >= members.length * 6 &&
    members.some((key) => keys.has(key))
  );
}

function equationsOf(whole: UnderstoodTable, parts: readonly UnderstoodTable[]): readonly LinearEquation[] {
  return whole.view.rows.flatMap((row) =>
    whole.view.columns.flatMap((column): readonly LinearEquation[] => {
      if (column.isPercent || column.saysAverage) return [];
      const target = whole.view.cellAt(row.index, column.index);
      if (target === undefined || target.value === null) return [];
      const cells = parts.flatMap(
        (part) => cellOfKind(part, rowKey(whole, row.index), columnKind(whole, column)) ?? [],
      );
      if (cells.length === 0 || cells.some(({ state }) => state === 'text')) return [];
      const decimals = Math.max(target.decimals, ...cells.map((cell) => cell.decimals));
      return [
        {
          kind: 'linear',
          rule: 'parts',
          target: { cell: target, factor: 1n },
          members: cells.map((cell) => ({ cell, factor: 1n, sign: 1n })),
          tolerance: roundingRoom(whole.unit, cells.length, decimals),
          carries: true,
        },
      ];
    }),
  );
}
