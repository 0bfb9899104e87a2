import { isUnreadable, provesNothing, roundingRoom } from './column-relations.ts';
import { holds, isExact, type LinearEquation, type Overlay } from './equation.ts';
import { headRows } from './head-rows.ts';
import { absolute, largest, smallest } from './printed-figure.ts';
import { micro } from './published-document.ts';
import { slipBetween } from './slips.ts';
import type { TableUnit } from './table-unit.ts';
import type { ColumnView, TableView } from './table-view.ts';

/** Which rows a sum row adds up, and the equation of each of its columns. */
export type SumRow = {
  readonly row: number;
  readonly members: readonly number[];
  readonly equations: readonly LinearEquation[];
};

/** Which columns can be added downwards: amounts, and shares that reach 100 in the sum row. Averages and rates cannot. */
function addable(view: TableView, notAddable: ReadonlySet<number>): readonly ColumnView[] {
  return view.columns.filter(
    ({ index, isPercent, saysAverage }) => !notAddable.has(index) && !isPercent && !saysAverage,
  );
}

function equationOf(
  view: TableView,
  unit: TableUnit,
  { row, members, column }: { row: number; members: readonly number[]; column: number },
): LinearEquation | null {
  const target = view.cellAt(row, column);
  if (target === undefined || target.value === null) return null;
  const cells = members.flatMap((member) =>
    view.rows[member]?.saysRatio === true ? [] : (view.cellAt(member, column) ?? []),
  );
  if (cells.filter(({ value }) => value !== null).length === 0) return null;
  if (cells.some(isUnreadable)) return null;
  if (cells.some(({ isPercent, value }) => value !== null && isPercent !== target.isPercent)) return null;
  const decimals = Math.max(target.decimals, ...cells.map((cell) => cell.decimals));
  const equation: LinearEquation = {
    kind: 'linear',
    rule: 'sum.rows',
    target: { cell: target, factor: 1n },
    members: cells.map((cell) => ({ cell, factor: 1n, sign: 1n })),
    tolerance: roundingRoom(
      unit,
      cells.filter(({ value }) => value !== null && value !== 0n).length,
      decimals,
    ),
    carries: true,
  };
  return provesNothing(equation) ? null : equation;
}

type Setting = {
  readonly unit: TableUnit;
  readonly columns: readonly ColumnView[];
  readonly known: Overlay;
};

type Reading = SumRow & { readonly fits: number; readonly exact: number; readonly tried: number };

/** A column tells something of a sum when two of its rows are more than nothing, or when what stands there is not the only one that is. */
function isTelling({ target, members }: LinearEquation): boolean {
  const counted = members.filter(({ cell }) => cell.value !== null && cell.value !== 0n);
  const [only] = counted;
  if (only === undefined) return target.cell.value !== 0n;
  return counted.length > 1 || only.cell.value !== target.cell.value;
}

function read(
  view: TableView,
  { unit, columns, known }: Setting,
  row: number,
  members: readonly number[],
): Reading {
  const equations = columns.flatMap(
    ({ index }) => equationOf(view, unit, { row, members, column: index }) ?? [],
  );
  const telling = equations.filter(isTelling);
  return {
    row,
    members,
    equations,
    fits: telling.filter((equation) => holds(equation, known)).length,
    exact: telling.filter((equation) => isExact(equation, known)).length,
    tried: telling.length,
  };
}

/** All the ways the rows above may make up a sum row, the likeliest first; parts of them reach back `farthest` rows. */
function* waysToAdd(
  view: TableView,
  row: number,
  sums: readonly SumRow[],
  farthest = 400,
): Generator<readonly number[]> {
  const inAny = new Set(sums.flatMap(({ members }) => members));
  const isSum = new Set(sums.map((sum) => sum.row));
  const ofWhich = (index: number): boolean => view.rows[index]?.saysOfWhich === true;
  const above = [...Array(row).keys()].filter((index) => !ofWhich(index));
  const leavesAbove = above.filter((index) => !isSum.has(index));
  const topLevel = above.filter((index) => !inAny.has(index));
  const lastSum = sums.at(-1)?.row ?? -1;
  yield above.filter((index) => index > lastSum);
  yield topLevel;
  yield leavesAbove;
  if (lastSum >= 0) {
    yield above.filter((index) => index >= lastSum);
    yield sums.map((sum) => sum.row);
  }
  const first = Math.max(1, row - farthest);
  for (let from = first; from < row - 1; from += 1) yield topLevel.filter((index) => index >= from);
  for (let from = first; from < row - 1; from += 1) yield leavesAbove.filter((index) => index >= from);
  yield [...Array(row).keys()];
}

/** A quick look before the equations are made: a row without a name must hit three columns exactly. */
function mayAddUp(
  view: TableView,
  columns: readonly ColumnView[],
  row: number,
  members: readonly number[],
): boolean {
  if (members.length < 3) return false;
  let exact = 0;
  for (const { index } of columns) {
    const target = view.valueAt(row, index);
    if (target === null) continue;
    let total = 0n;
    for (const member of members) total += view.valueAt(member, index) ?? 0n;
    if (total === target && target !== 0n) exact += 1;
    if (exact >= 2) return true;
  }
  return false;
}

function* waysBelow(view: TableView, row: number, inAny: ReadonlySet<number>): Generator<readonly number[]> {
  const below = view.rows.map(({ index }) => index).filter((index) => index > row);
  if (inAny.size > 0)
    yield below.filter((index) => !inAny.has(index) && view.rows[index]?.saysOfWhich === false);
  const least = Math.max(row + 2, view.rows.length - 400);
  for (let until = view.rows.length; until > least; until -= 1) yield below.filter((index) => index < until);
}

/** A total column that looks like a mean of its members is one: not every «Totalt» adds up. */
const looksLikeMean = (equation: LinearEquation): boolean => {
  const values = equation.members.flatMap(({ cell }) => (cell.value === null ? [] : [cell.value]));
  const target = equation.target.cell.value ?? 0n;
  const [low, high] = [smallest(values), largest(values)];
  return values.length >= 2 && low < high && target >= low && target <= high && low >= 0n;
};

/** «Totalt», «Sum drift», «I alt»: nothing that hints at another count, as «unike personer totalt» does. */
const plainSum = /^(?:(?:del)?sum|totalt?|i alt|til sammen|tilsammen|samlet)(?: |$)/;

/**
 * Whether a way of adding is what the document means. Where some columns fit, the others are errors. Where none fits, only a plain
 * «Sum» over the rows that naturally belong to it may be wrong altogether: by one slip, or by little in a table of money.
 */
function isPlausible(
  reading: Reading,
  {
    isLabelled,
    isNatural,
    isMoney,
    key,
  }: { isLabelled: boolean; isNatural: boolean; isMoney: boolean; key: string },
): boolean {
  if (reading.members.length < 2 || reading.tried === 0) return false;
  if (!isLabelled)
    return reading.members.length >= 3 && reading.exact >= 3 && reading.fits * 10 >= reading.tried * 7;
  if (!isNatural && reading.fits < Math.min(2, reading.tried)) return false;
  if (reading.fits * 2 >= reading.tried && reading.fits > 0) return true;
  if (reading.fits > 0 && reading.tried <= 3) return true;
  if (!isNatural || !plainSum.test(key)) return false;
  // In a long table each column may have an error of its own, above the sum or in it.
  if (reading.tried > (reading.members.length >= 20 ? 4 : 2)) return false;
  return reading.equations.every(
    (equation) =>
      !isTelling(equation) || isSlip(equation) || ((isMoney || key.startsWith('sum')) && isNear(equation)),
  );
}

/** A row that says «Sum» and misses in every column by less than half: something is left out above it. */
function lacksRow({ equations, members }: Reading, key: string): boolean {
  if (!/^(?:del)?sum/.test(key) || members.length < 2 || equations.length < 2) return false;
  return equations.every(({ target, members: terms }) => {
    const printed = target.cell.value ?? 0n;
    const expected = terms.reduce((total, { cell }) => total + (cell.value ?? 0n), 0n);
    const biggest = largest(terms.map(({ cell }) => absolute(cell.value ?? 0n)));
    return (
      absolute(printed - expected) <= 2n * biggest &&
      absolute(printed - expected) * 2n <= absolute(printed) * 3n
    );
  });
}

const isSlip = ({ target, members }: LinearEquation): boolean =>
  slipBetween(
    target.cell.value ?? 0n,
    members.reduce((total, { cell }) => total + (cell.value ?? 0n), 0n),
  ) !== null;

/** One slip away, or within a tenth: a sum that failed, not a row that means something else. */
function isNear(equation: LinearEquation): boolean {
  const printed = equation.target.cell.value ?? 0n;
  const expected = equation.members.reduce((total, { cell }) => total + (cell.value ?? 0n), 0n);
  if (slipBetween(printed, expected) !== null) return true;
  return absolute(printed - expected) * 10n <= absolute(expected);
}

const isWhole = (value: bigint | null): boolean =>
  value !== null && value >= 99n * micro && value <= 101n * micro;

/** Percents add up where they are parts of one whole (short and long absence), not where each is of its own. */
function sumOfShares(
  view: TableView,
  unit: TableUnit,
  row: number,
  sums: readonly SumRow[],
): readonly Reading[] {
  const columns = view.columns.filter(({ isPercent, saysAverage }) => isPercent && !saysAverage);
  const [natural] = waysToAdd(view, row, sums);
  if (natural === undefined || natural.length < 2 || columns.length === 0) return [];
  const reading = read(view, { unit, columns, known: new Map() }, row, natural);
  if (reading.fits < 1 || reading.fits * 2 < reading.tried) return [];
  // Beside a share of the whole there may stand a growth, which adds up to nothing.
  const equations = reading.equations.filter(
    (equation) =>
      holds(equation) ||
      (isWhole(equation.target.cell.value) && isNear(equation)) ||
      (reading.fits >= 2 && isSlip(equation)),
  );
  return [{ ...reading, equations }];
}

/** Rows since the last sum with a figure held back: whatever the sum is of, they are in it. */
const heldBack = (unknown: readonly number[], row: number, sums: readonly SumRow[]): readonly number[] => {
  const lastSum = sums.at(-1)?.row ?? -1;
  return unknown.filter((index) => index > lastSum && index < row);
};

/** How many rows back a sum without a name is looked for. */
const farthestUnnamed = 500;

/**
 * Whether any run of rows that ends right above (or, for the first row, begins right below) comes to the row in two columns, looked at once for all the ways there are: a long list of
 * accounts has a thousand rows that are no sums.
 */
function someRunAddsUp(
  view: TableView,
  columns: readonly ColumnView[],
  row: number,
  sums: readonly SumRow[],
): boolean {
  const targets = columns.flatMap(({ index }) => {
    const value = view.valueAt(row, index);
    return value === null || value === 0n ? [] : [{ index, value }];
  });
  if (targets.length < 3) return false;
  const inAny = new Set(sums.flatMap(({ members }) => members));
  const isSum = new Set(sums.map((sum) => sum.row));
  const sequences: readonly ((index: number) => boolean)[] = [
    () => true,
    (index) => !isSum.has(index),
    (index) => !inAny.has(index),
    (index) => isSum.has(index),
  ];
  // The first row can only be the sum of what is below it.
  const step = row === 0 ? 1 : -1;
  const last = row === 0 ? view.rows.length : Math.max(-1, row - farthestUnnamed - 1);
  return sequences.some((isIn) => {
    const totals = targets.map(() => 0n);
    for (let index = row + step; index !== last; index += step) {
      if (!isIn(index) || view.rows[index]?.saysOfWhich === true) continue;
      let exact = 0;
      for (const [at, target] of targets.entries()) {
        const total = (totals[at] ?? 0n) + (view.valueAt(index, target.index) ?? 0n);
        totals[at] = total;
        if (total === target.value) exact += 1;
      }
      if (exact >= 2) return true;
    }
    return false;
  });
}

/** The one row since the last sum, when the sum repeats it: «Sum investering» of a single investment. */
function onlyMember(
  view: TableView,
  columns: readonly ColumnView[],
  row: number,
  sums: readonly SumRow[],
): number | null {
  const lastSum = sums.at(-1)?.row ?? -1;
  const between = view.rows.filter(
    ({ index, saysRatio }) =>
      index > lastSum &&
      index < row &&
      !saysRatio &&
      columns.some((column) => view.valueAt(index, column.index) !== null),
  );
  const member = between[0]?.index;
  if (member === undefined || between.length > 1) return null;
  const isSame = columns.every(({ index }) => view.valueAt(row, index) === view.valueAt(member, index));
  return isSame ? member : null;
}

/** Finds the sum rows of a table by their labels and, where a label is lost, by their figures. */
export function sumRows(
  view: TableView,
  unit: TableUnit,
  notAddable: ReadonlySet<number>,
  known: Overlay = new Map(),
): readonly SumRow[] {
  const columns = addable(view, notAddable);
  const heads = headRows(view, (row, members) => read(view, { unit, columns, known }, row, members));
  const below = new Set(heads.flatMap(({ members }) => members));
  const unknown = view.rows.flatMap(({ index, cells }) =>
    cells.some(({ state }) => state === 'unknown') ? [index] : [],
  );
  const found: SumRow[] = [];
  for (const row of view.rows) {
    const head = heads.find((each) => each.row === row.index);
    if (head !== undefined) found.push(read(view, { unit, columns, known }, row.index, head.members));
    if (head !== undefined || below.has(row.index)) continue;
    const labelled = row.saysSum;
    const isLast = row.index === view.rows.length - 1;
    if (
      row.saysOfWhich ||
      row.saysRatio ||
      (!labelled && !isLast && row.label !== '' && view.rows.length < 4)
    )
      continue;
    const alone = labelled ? onlyMember(view, columns, row.index, found) : null;
    if (alone !== null) {
      found.push({ row: row.index, members: [alone], equations: [] });
      continue;
    }
    if (!labelled && !someRunAddsUp(view, columns, row.index, found)) continue;
    let best: Reading | null = null;
    const ways =
      row.index === 0 ? waysBelow(view, 0, below) : waysToAdd(view, row.index, found, labelled ? 400 : 40);
    const held = heldBack(unknown, row.index, found);
    let way = 0;
    for (const members of ways) {
      way += 1;
      if (held.some((index) => !members.includes(index))) continue;
      if (!labelled && !mayAddUp(view, columns, row.index, members)) continue;
      const reading = read(view, { unit, columns, known }, row.index, members);
      const isNatural = way <= 3;
      const setting = { isLabelled: labelled, isNatural, isMoney: unit.name !== null, key: row.key };
      if (!isPlausible(reading, setting) && !(isLast && lacksRow(reading, row.key))) continue;
      if (
        best === null ||
        reading.fits > best.fits ||
        (reading.fits === best.fits && reading.exact > best.exact + 1)
      )
        best = reading;
      if (best.fits === best.tried) break;
    }
    const shares = labelled ? sumOfShares(view, unit, row.index, found) : [];
    if (best === null) {
      const members = shares[0]?.members ?? [];
      if (shares.length > 0)
        found.push({ row: row.index, members, equations: shares.flatMap(({ equations }) => equations) });
      continue;
    }
    const manyFit = best.fits * 10 >= best.tried * 7;
    const sound = best.equations.filter(
      (equation) => manyFit || holds(equation, known) || isNear(equation) || !looksLikeMean(equation),
    );
    found.push({
      row: best.row,
      members: best.members,
      equations: [...sound, ...shares.flatMap(({ equations }) => equations)],
    });
  }
  return found;
}
