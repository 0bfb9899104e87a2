import { holds } from './equation.ts';
import { agrees, type Overview, printedTotal } from './overview.ts';
import { absolute, roundedTo } from './printed-figure.ts';
import { type Cell, type Micro, micro } from './published-document.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** Cells of one overview row that hold what belongs to another row, or to another column of the same row. */
export type MisplacedBlock = {
  readonly overview: Overview;
  readonly row: number;
  readonly cells: readonly { readonly cell: Cell; readonly expected: Micro }[];
  readonly moved:
    | { readonly by: 'row'; readonly belongsTo: number }
    | { readonly by: 'column'; readonly columns: number };
};

/** What the overview should show in a cell, in its own unit; 0 where the unit has no such member, null where nothing is known. */
export function expectedIn(overview: Overview, row: number, column: number): Micro | null {
  const source = overview.rows.find((each) => each.row === row)?.source;
  const key = overview.keys.get(column);
  if (source == null || key === undefined) return null;
  const quantity = source.values.get(key);
  return quantity === undefined ? 0n : roundedTo(quantity.total, source.ratio * micro) / source.ratio;
}

/** Equal, or a whole unit apart where the unit is rounded: which way a half went is no news here. */
const isSame = (a: Micro, b: Micro): boolean => absolute(a - b) <= micro;

type Slot = { readonly column: number; readonly key: string; readonly cell: Cell };

/** A sum row whose own sums hold stands where it should. */
function addsUp({ sums }: UnderstoodTable, row: number): boolean {
  const own = sums.find((sum) => sum.row === row)?.equations ?? [];
  return own.length > 0 && own.filter((equation) => holds(equation)).length * 2 > own.length;
}

/** Finds rows pushed up, down or sideways. Two figures other than 0 must be found where they were pushed from. */
export function misplacedIn(overview: Overview): readonly MisplacedBlock[] {
  return overview.rows.flatMap(({ row, source }) => {
    if (source === null || addsUp(overview.table, row)) return [];
    const slots = [...overview.keys]
      .flatMap(([column, key]): readonly Slot[] => {
        const cell = overview.table.view.cellAt(row, column);
        return cell === undefined ? [] : [{ column, key, cell }];
      })
      .toSorted((a, b) => a.column - b.column);
    const wrong = slots.filter(({ column, cell, key }) => {
      const expected = expectedIn(overview, row, column);
      if (cell.value === null || expected === null || isSame(cell.value, expected)) return false;
      // What the chapter prints is copied rightly, also where the chapter itself may be wrong.
      const quantity = source.values.get(key);
      return quantity === undefined || !agrees(cell.value, printedTotal(quantity), source.ratio);
    });
    const sideways = shiftedColumns(overview, row, slots, wrong);
    const taken = new Set(sideways.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
    const rest = wrong.filter(({ cell }) => !taken.has(cell));
    return withNeighbours([...sideways, ...shiftedRows(overview, row, slots, rest)], wrong);
  });
}

/** A wrong figure right beside a misplaced block went the same way, even if it cannot be recognised. */
function withNeighbours(
  blocks: readonly MisplacedBlock[],
  wrong: readonly Slot[],
): readonly MisplacedBlock[] {
  const taken = new Set(blocks.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  return blocks.map((block) => {
    const columns = block.cells.map(({ cell }) => cell.place.column ?? 0);
    const [first, last] = [Math.min(...columns), Math.max(...columns)];
    const beside = wrong.filter(({ cell }) => {
      const column = cell.place.column ?? 0;
      return !taken.has(cell) && (column === first - 1 || column === last + 1);
    });
    for (const { cell } of beside) taken.add(cell);
    const added = beside.map(({ cell, column }) => ({
      cell,
      expected: expectedIn(block.overview, block.row, column) ?? 0n,
    }));
    return { ...block, cells: [...block.cells, ...added] };
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

/** How many figures of a member's block in one row are those of another row; zeros count only where `withZeros`. */
function fitsOf(overview: Overview, own: readonly Slot[], other: number, withZeros: boolean): number {
  return own.filter(({ cell, column }) => {
    const there = expectedIn(overview, other, column);
    return there !== null && (withZeros || there !== 0n) && cell.value !== null && isSame(cell.value, there);
  }).length;
}

function shiftedRows(
  overview: Overview,
  row: number,
  slots: readonly Slot[],
  wrong: readonly Slot[],
): readonly MisplacedBlock[] {
  const memberOf = ({ key }: Slot): string => key.slice(0, key.lastIndexOf('|'));
  const byOther = new Map<number, Slot[]>();
  const left: (readonly Slot[])[] = [];
  const others = overview.rows
    .filter((other) => other.row !== row && other.source !== null)
    .toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row));
  for (const member of new Set(wrong.map(memberOf))) {
    const own = slots.filter((slot) => memberOf(slot) === member && slot.cell.value !== null);
    const best = others
      .map((other) => ({ row: other.row, fits: fitsOf(overview, own, other.row, false) }))
      .toSorted((a, b) => b.fits - a.fits)[0];
    if (best !== undefined && best.fits >= 2 && fitsOf(overview, own, row, false) <= 1)
      byOther.set(best.row, [...(byOther.get(best.row) ?? []), ...own]);
    else left.push(own);
  }
  // A member that does not take part shows zeros: they move with the rest of the row.
  for (const own of left)
    for (const [other, cells] of byOther)
      if (own.length > 0 && fitsOf(overview, own, other, true) === own.length) {
        cells.push(...own);
        break;
      }
  return [...byOther].map(([belongsTo, cells]) =>
    blockOf(
      overview,
      row,
      cells.toSorted((a, b) => a.column - b.column),
      { by: 'row', belongsTo },
    ),
  );
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
      return there !== null && there !== 0n && cell.value !== null && isSame(cell.value, there);
    });
    const first = moved[0];
    const last = moved.at(-1);
    if (moved.length < 3 || first === undefined || last === undefined) continue;
    const within = slots.filter(({ column }) => column >= first.column && column <= last.column);
    return [
      blockOf(
        overview,
        row,
        within.filter(({ cell }) => cell.value !== null),
        { by: 'column', columns },
      ),
    ];
  }
  return [];
}
