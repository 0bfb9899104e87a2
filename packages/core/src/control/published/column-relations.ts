import {
  type Equation,
  holds,
  type LinearEquation,
  printedStep,
  type RatioEquation,
  type RuleId,
  residualOf,
} from './equation.ts';
import { absolute } from './printed-figure.ts';
import { type Cell, micro } from './published-document.ts';
import { slipBetween } from './slips.ts';
import type { TableUnit } from './table-unit.ts';
import type { ColumnView, TableView } from './table-view.ts';

/** A reading of columns («the third is the second less the first») and how well the rows bear it out. */
type Candidate = { readonly equations: readonly Equation[]; readonly fits: number; readonly tried: number };

const none: Candidate = { equations: [], fits: 0, tried: 0 };

export const term = (view: TableView, row: number, column: number) => {
  const cell = view.cellAt(row, column);
  return cell === undefined ? null : { cell, factor: 1n };
};

const stepOf = (unit: TableUnit): bigint => unit.step ?? 0n;

/** ± half a step for each figure that goes in: what rounding can do, and nothing in a table printed in kroner. */
export const roundingRoom = (unit: TableUnit, members: number, decimals: number): bigint => {
  const step = decimals > 0 ? printedStep(decimals) : stepOf(unit);
  return (step * BigInt(members)) / 2n;
};

/** Words with digits in them are a figure we could not read; words alone («ikke med», «ny») say that there is none. */
export const isUnreadable = (cell: Cell): boolean => cell.state === 'text' && /\d/.test(cell.raw);

/** A sum with a figure nobody was shown may be right; it is never wrong. */
export const provesNothing = (equation: LinearEquation): boolean =>
  equation.members.some(({ cell }) => cell.state === 'unknown') && !holds(equation);

function linear(
  view: TableView,
  unit: TableUnit,
  row: number,
  rule: RuleId,
  target: number,
  members: readonly (readonly [number, 1n | -1n])[],
): LinearEquation | null {
  const goal = term(view, row, target);
  const terms = members.map(([column, sign]) => {
    const found = term(view, row, column);
    return found === null ? null : { ...found, sign };
  });
  if (goal === null || goal.cell.value === null) return null;
  // A row of percents under columns of amounts follows rules of its own.
  if (goal.cell.isPercent && view.columns.every(({ index, isPercent }) => index !== target || !isPercent))
    return null;
  const known = terms.filter((member) => member !== null);
  if (known.length < members.length || known.every(({ cell }) => cell.value === null)) return null;
  if (known.some(({ cell }) => isUnreadable(cell))) return null;
  if (known.some(({ cell }) => cell.value !== null && cell.isPercent !== goal.cell.isPercent)) return null;
  if (rule === 'sum.columns' && view.rows[row]?.saysRatio === true) return null;
  const decimals = Math.max(goal.cell.decimals, ...known.map(({ cell }) => cell.decimals));
  const tolerance = roundingRoom(unit, members.length, decimals);
  const equation: LinearEquation = {
    kind: 'linear',
    rule,
    target: goal,
    members: known,
    tolerance,
    carries: true,
  };
  return provesNothing(equation) ? null : equation;
}

const isTelling = (equation: Equation): boolean =>
  equation.kind === 'ratio'
    ? equation.above.cell.value !== 0n
    : equation.target.cell.value !== 0n ||
      equation.members.filter(({ cell }) => cell.value !== 0n).length > 1;

function weigh(equations: readonly (Equation | null)[]): Candidate {
  const real = equations.filter((equation) => equation !== null);
  const telling = real.filter(isTelling);
  return {
    equations: real,
    tried: telling.length,
    fits: telling.filter((equation) => holds(equation)).length,
  };
}

/** Enough rows say so; a header that says so needs one row, or one slip that explains the only row there is. */
function isBorneOut({ equations, fits, tried }: Candidate, saidByHeader: boolean): boolean {
  if (tried === 0) return false;
  if (!saidByHeader) return fits >= 2 && fits * 10 >= tried * 6;
  if (fits >= 1 && fits * 10 >= tried * 3) return true;
  return tried === 1 && equations.some((equation) => slipOf(equation) !== null);
}

const slipOf = (equation: Equation) => {
  const printed = equation.target.cell.value;
  if (printed === null || equation.target.factor !== 1n) return null;
  return slipBetween(printed, printed - residualOf(equation));
};

/** Differences printed without their minus all through are a habit, not an error. */
function isUnsignedHabit(candidate: Candidate): boolean {
  const signs = candidate.equations.filter((equation) => !holds(equation) && slipOf(equation) === 'sign');
  const properMinus = candidate.equations.some(
    (equation) => holds(equation) && (equation.target.cell.value ?? 0n) < 0n,
  );
  return signs.length >= 2 && !properMinus;
}

type Signed = readonly (readonly [number, 1n | -1n])[];

/** A quick look before the equations are made: does any row, or do two where no header says so, come near? */
function comesNear(
  view: TableView,
  unit: TableUnit,
  target: number,
  members: Signed,
  needed: number,
): boolean {
  let near = 0;
  for (const row of view.rows) {
    const goal = view.cellAt(row.index, target);
    if (goal === undefined || goal.value === null || goal.value === 0n) continue;
    let total = 0n;
    for (const [column, sign] of members) total += sign * (view.valueAt(row.index, column) ?? 0n);
    if (absolute(total - goal.value) > roundingRoom(unit, members.length, goal.decimals)) continue;
    near += 1;
    if (near >= needed) return true;
  }
  return false;
}

export const perRow = (view: TableView, make: (row: number) => Equation | null): Candidate =>
  weigh(view.rows.map((_, row) => make(row)));

/** Change columns: new − old, in either direction, by the figures; the header only breaks ties. */
export function changeColumns(view: TableView, unit: TableUnit): readonly Equation[] {
  const amounts = view.columns.filter(({ isPercent }) => !isPercent);
  const found: Equation[] = [];
  for (const target of amounts) {
    const near = amounts.filter(({ index }) => Math.abs(index - target.index) <= 6 && index !== target.index);
    let best: { candidate: Candidate; rank: number } | null = null;
    for (const from of near) {
      for (const to of near) {
        if (from.index === to.index || !mayBeDifference(target, from, to)) continue;
        const members: Signed = [
          [to.index, 1n],
          [from.index, -1n],
        ];
        const isSaid = target.saysChange && areYears(from, to);
        if (!isSaid && !comesNear(view, unit, target.index, members, 2)) continue;
        const candidate = perRow(view, (row) => linear(view, unit, row, 'change', target.index, members));
        if (!isBorneOut(candidate, isSaid)) continue;
        if (isUnsignedHabit(candidate)) continue;
        const rank =
          candidate.fits * 100 - Math.abs(target.index - from.index) - Math.abs(target.index - to.index);
        if (best === null || rank > best.rank) best = { candidate, rank };
      }
    }
    if (best !== null) found.push(...best.candidate.equations);
  }
  return found;
}

/** The difference stands to the right of what it compares, or says in its header that it is one. */
function mayBeDifference(target: ColumnView, from: ColumnView, to: ColumnView): boolean {
  if (target.saysSum && !target.saysChange) return false;
  if (from.saysChange || to.saysChange) return false;
  if (target.saysChange) return true;
  return target.index > from.index && target.index > to.index;
}

const areYears = (from: ColumnView, to: ColumnView): boolean =>
  (from.year !== null && to.year !== null && from.year < to.year) ||
  (from.year !== null && from.year === to.year);

/** Total columns: Σ of neighbours, of a group under one header, or of every second or third column. */
export function totalColumns(
  view: TableView,
  unit: TableUnit,
  changing: ReadonlySet<number>,
): readonly Equation[] {
  // A difference is no part of a total: budget = accounts + deviation says nothing that deviation = budget − accounts does not.
  const amounts = view.columns.filter(({ index }) => !changing.has(index));
  const found: Equation[] = [];
  const asSum = (target: ColumnView, members: readonly ColumnView[]): Candidate =>
    perRow(view, (row) =>
      linear(
        view,
        unit,
        row,
        'sum.columns',
        target.index,
        members.map(({ index }) => [index, 1n] as const),
      ),
    );
  const saying = amounts.filter(({ saysSum, saysAverage }) => saysSum && !saysAverage);
  const grouped = saying.map((target) => {
    const position = amounts.indexOf(target);
    const members: ColumnView[] = [];
    for (let index = position - 1; index >= 0; index -= 1) {
      const column = amounts[index];
      if (column === undefined || column.saysSum || column.group !== target.group) break;
      members.unshift(column);
    }
    return { target, candidate: members.length >= 2 ? asSum(target, members) : null };
  });
  const fits = grouped.reduce((total, { candidate }) => total + (candidate?.fits ?? 0), 0);
  const tried = grouped.reduce((total, { candidate }) => total + (candidate?.tried ?? 0), 0);
  const done = new Set<number>();
  if (
    tried > 0 &&
    (fits * 10 >= tried * 6 ||
      (tried === 1 && grouped.some(({ candidate }) => candidate !== null && isBorneOut(candidate, true))))
  )
    for (const { target, candidate } of grouped) {
      if (candidate === null) continue;
      done.add(target.index);
      found.push(...candidate.equations);
    }
  for (const target of amounts) {
    if (done.has(target.index)) continue;
    const mayBe = (members: readonly ColumnView[]): boolean =>
      comesNear(
        view,
        unit,
        target.index,
        members.map(({ index }) => [index, 1n] as const),
        target.saysSum ? 1 : 2,
      );
    const best = bestTotal(amounts, target, (goal, members) =>
      mayBe(members) ? asSum(goal, members) : none,
    );
    if (best !== null) found.push(...best.equations);
  }
  return found;
}

function bestTotal(
  amounts: readonly ColumnView[],
  target: ColumnView,
  asSum: (target: ColumnView, members: readonly ColumnView[]) => Candidate,
): Candidate | null {
  let best: Candidate | null = null;
  for (const members of runsBeside(amounts, target)) {
    if (members.length < (target.saysSum ? 2 : 3) && members.length !== 2) continue;
    const candidate = asSum(target, members);
    if (!isBorneOut(candidate, target.saysSum)) continue;
    if (candidate.fits < (target.saysSum ? 1 : members.length === 2 ? 4 : 3)) continue;
    if (best === null || candidate.fits > best.fits) best = candidate;
  }
  return best;
}

/** Columns that may make up a total: any run of neighbours, and every second or third column away from it; long runs first. */
function* runsBeside(amounts: readonly ColumnView[], target: ColumnView): Generator<readonly ColumnView[]> {
  const position = amounts.indexOf(target);
  const mayJoin = (column: ColumnView): boolean => column.isPercent === target.isPercent;
  const farthest = Math.min(amounts.length, 16);
  for (let length = farthest - 1; length >= 2; length -= 1)
    for (let from = 0; from + length <= farthest; from += 1) {
      const run = amounts.slice(from, from + length);
      if (!run.includes(target) && run.every(mayJoin)) yield run;
    }
  for (const stride of [2, 3])
    for (const direction of [-1, 1]) {
      const members: ColumnView[] = [];
      for (let at = position + direction * stride; amounts[at] !== undefined; at += direction * stride) {
        const column = amounts[at];
        if (column === undefined || !mayJoin(column)) break;
        members.push(column);
        if (members.length >= 2) yield [...members];
      }
    }
}

/**
 * What rounding of both figures can do to their quotient: half a step of each, by how the quotient moves. A percent made from exact amounts
 * stands beside amounts in thousands.
 */
function quotientRoom(
  unit: TableUnit,
  { above, below }: { above: bigint; below: bigint },
  times: bigint,
): bigint {
  const step = stepOf(unit);
  const [top, bottom] = [absolute(above), absolute(below)];
  return (times * step * micro * (top + bottom)) / (2n * bottom * bottom);
}

function ratio(
  view: TableView,
  row: number,
  rule: RuleId,
  columns: { target: number; above: number; minus: number | null; below: number },
  { times, unit }: { readonly times: bigint; readonly unit: TableUnit },
): RatioEquation | null {
  const target = term(view, row, columns.target);
  const above = term(view, row, columns.above);
  const below = term(view, row, columns.below);
  const minus = columns.minus === null ? null : term(view, row, columns.minus);
  if (target?.cell.value == null || above?.cell.value == null || !below?.cell.value) return null;
  if (columns.minus !== null && minus?.cell.value == null) return null;
  // Half the printed step, and as much again for whoever cut the decimals off instead of rounding.
  const room = quotientRoom(unit, { above: above.cell.value, below: below.cell.value }, times);
  const tolerance = printedStep(target.cell.decimals) / 2n + 1n + room;
  return { kind: 'ratio', rule, target, above, minus, below, times, tolerance };
}

/** Percent columns: use of budget, change on the old year, share of the sum row. */
export function percentColumns(view: TableView, unit: TableUnit, sumRow: number | null): readonly Equation[] {
  const found: Equation[] = [];
  const amounts = view.columns.filter(({ isPercent }) => !isPercent);
  for (const target of view.columns) {
    if (!target.isPercent && !target.saysAverage) continue;
    let best: Candidate | null = null;
    const offer = (candidate: Candidate, needed: number): void => {
      if (candidate.fits < needed || candidate.fits * 2 < candidate.tried) return;
      if (best === null || candidate.fits > best.fits) best = candidate;
    };
    for (const above of amounts) {
      for (const below of amounts) {
        if (above.index === below.index) continue;
        const at = { target: target.index, above: above.index, below: below.index };
        offer(
          perRow(view, (row) =>
            ratio(view, row, 'percent.use', { ...at, minus: null }, { times: 100n, unit }),
          ),
          2,
        );
        offer(
          perRow(view, (row) =>
            ratio(view, row, 'percent.change', { ...at, minus: below.index }, { times: 100n, unit }),
          ),
          2,
        );
      }
      if (sumRow !== null) offer(shareOf(view, unit, { target, above, sumRow }), 3);
    }
    const chosen = best as Candidate | null;
    if (chosen !== null) found.push(...chosen.equations);
  }
  return found;
}

function shareOf(
  view: TableView,
  unit: TableUnit,
  { target, above, sumRow }: { target: ColumnView; above: ColumnView; sumRow: number },
): Candidate {
  const whole = term(view, sumRow, above.index);
  return perRow(view, (row) => {
    const equation = ratio(
      view,
      row,
      'percent.share',
      { target: target.index, above: above.index, minus: null, below: above.index },
      { times: 100n, unit },
    );
    return equation === null || whole === null || !whole.cell.value ? null : { ...equation, below: whole };
  });
}

/** Averages: Σ/Σ in every row, the sum row too; never the mean of the means. Also a fixed rate: amount = count × rate. */
export function averageColumns(view: TableView, unit: TableUnit): readonly Equation[] {
  const found: Equation[] = [];
  const amounts = view.columns.filter(({ isPercent }) => !isPercent);
  for (const target of amounts) {
    const hasDecimals = view.rows.some((_, row) => (view.cellAt(row, target.index)?.decimals ?? 0) > 0);
    if (!hasDecimals && !target.saysAverage) continue;
    let best: Candidate | null = null;
    for (const above of amounts) {
      for (const below of amounts) {
        if (new Set([above.index, below.index, target.index]).size < 3) continue;
        const at = { target: target.index, above: above.index, below: below.index, minus: null };
        const candidate = perRow(view, (row) =>
          ratio(view, row, 'average', at, { times: 1n, unit: { ...unit, step: null } }),
        );
        if (candidate.fits < 2 || candidate.fits * 10 < candidate.tried * 6) continue;
        if (best === null || candidate.fits > best.fits) best = candidate;
      }
    }
    if (best !== null) found.push(...best.equations);
  }
  return found;
}
