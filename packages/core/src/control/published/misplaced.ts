import { agrees, type Overview, totalOf } from './overview.ts';
import type { Cell, Micro } from './published-document.ts';

/** Cells of one overview row that hold what belongs to another row, or to another column of the same row. */
export type MisplacedBlock = {
  readonly overview: Overview;
  readonly row: number;
  readonly cells: readonly { readonly cell: Cell; readonly expected: Micro }[];
  readonly moved:
    | { readonly by: 'row'; readonly belongsTo: number }
    | { readonly by: 'column'; readonly columns: number };
};

/** What the overview should show in a cell; 0 where the unit has no such member, null where nothing is known. */
export function expectedIn(overview: Overview, row: number, column: number): Micro | null {
  const source = overview.rows.find((each) => each.row === row)?.source;
  const key = overview.keys.get(column);
  if (source == null || key === undefined) return null;
  const cells = source.values.get(key);
  return cells === undefined ? 0n : totalOf(cells);
}

type Slot = { readonly column: number; readonly key: string; readonly cell: Cell };

/** Finds rows pushed up, down or sideways. Two figures other than 0 must be found where they were pushed from. */
export function misplacedIn(overview: Overview): readonly MisplacedBlock[] {
  return overview.rows.flatMap(({ row, source }) => {
    if (source === null) return [];
    const slots = [...overview.keys]
      .flatMap(([column, key]): readonly Slot[] => {
        const cell = overview.table.view.cellAt(row, column);
        return cell === undefined ? [] : [{ column, key, cell }];
      })
      .toSorted((a, b) => a.column - b.column);
    const wrong = slots.filter(({ column, cell }) => {
      const expected = expectedIn(overview, row, column);
      return cell.value !== null && expected !== null && !agrees(cell.value, expected, overview.ratio);
    });
    const sideways = shiftedColumns(overview, row, slots, wrong);
    const taken = new Set(sideways.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
    return [...sideways, ...shiftedRows(overview, row, slots, wrong.filter(({ cell }) => !taken.has(cell)))];
  });
}

const blockOf = (
  overview: Overview,
  row: number,
  slots: readonly Slot[],
  moved: MisplacedBlock['moved'],
): MisplacedBlock => ({
  overview,
  row,
  moved,
  cells: slots.map(({ cell, column }) => ({ cell, expected: expectedIn(overview, row, column) ?? 0n })),
});

function shiftedRows(
  overview: Overview,
  row: number,
  slots: readonly Slot[],
  wrong: readonly Slot[],
): readonly MisplacedBlock[] {
  const byOther = new Map<number, Slot[]>();
  const members = new Set(wrong.map(({ key }) => key.split('|')[0]));
  for (const member of members) {
    const own = slots.filter(({ key }) => key.split('|')[0] === member);
    const others = overview.rows
      .filter((other) => other.row !== row && other.source !== null)
      .toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row));
    const telling = (other: number): number =>
      own.filter(({ cell, column }) => {
        const there = expectedIn(overview, other, column);
        return there !== null && there !== 0n && cell.value !== null && agrees(cell.value, there, overview.ratio);
      }).length;
    const best = others.map((other) => ({ row: other.row, fits: telling(other.row) })).toSorted((a, b) => b.fits - a.fits)[0];
    const fitsHere = telling(row);
    if (best === undefined || best.fits < 2 || fitsHere > 1) continue;
    byOther.set(best.row, [...(byOther.get(best.row) ?? []), ...own.filter(({ cell }) => cell.value !== null)]);
  }
  return [...byOther].map(([belongsTo, cells]) => blockOf(overview, row, cells, { by: 'row', belongsTo }));
}

function shiftedColumns(
  overview: Overview,
  row: number,
  slots: readonly Slot[],
  wrong: readonly Slot[],
): readonly MisplacedBlock[] {
  for (const columns of [1, -1, 2, -2]) {
    const moved = wrong.filter(({ cell, column }) => {
      const there = expectedIn(overview, row, column + columns);
      return there !== null && there !== 0n && cell.value !== null && agrees(cell.value, there, overview.ratio);
    });
    const first = moved[0];
    const last = moved.at(-1);
    if (moved.length < 3 || first === undefined || last === undefined) continue;
    const within = slots.filter(({ column }) => column >= first.column && column <= last.column);
    return [blockOf(overview, row, within.filter(({ cell }) => cell.value !== null), { by: 'column', columns })];
  }
  return [];
}
