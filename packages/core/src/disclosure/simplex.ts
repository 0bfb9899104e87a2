import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  reduced,
  subtract,
  zeroFraction,
} from '../fraction/fraction.ts';
import { invariant } from '../result/result.ts';

/** Σ coefficient × variable = value. */
export type Equation = { readonly of: ReadonlyMap<number, Fraction>; readonly value: Fraction };

type Row = Fraction[];

const lowest = (value: Fraction): Fraction => (value.d === 1n ? value : reduced(value));

/** Makes column `column` the unit vector of row `pivot`, exactly. */
function pivotOn(rows: Row[], pivot: number, column: number): void {
  const row = rows[pivot];
  const by = row?.[column];
  invariant(row !== undefined && by !== undefined && !isZero(by), 'a pivot is not 0');
  const scaled = equals(by, one) ? row : row.map((value) => lowest(divide(value, by)));
  rows[pivot] = scaled;
  rows.forEach((other, index) => {
    const factor = other[column];
    if (index === pivot || factor === undefined || isZero(factor)) return;
    rows[index] = other.map((value, at) => {
      const taken = scaled[at] ?? zeroFraction;
      return isZero(taken) ? value : lowest(subtract(value, multiply(factor, taken)));
    });
  });
}

/** The equations as rows of `width` coefficients and the value last, in reduced echelon form; rows of zeros are dropped. */
export function echelon(
  equations: readonly Equation[],
  width: number,
): { readonly rows: Row[]; readonly pivots: readonly number[] } {
  const rows: Row[] = equations.map(({ of, value }) => [
    ...Array.from({ length: width }, (_, variable) => of.get(variable) ?? zeroFraction),
    value,
  ]);
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column += 1) {
    const top = pivots.length;
    const at = rows.findIndex((row, index) => index >= top && !isZero(row[column] ?? zeroFraction));
    if (at === -1) continue;
    const [swap, with_] = [rows[top], rows[at]];
    if (swap === undefined || with_ === undefined) continue;
    rows[top] = with_;
    rows[at] = swap;
    pivotOn(rows, top, column);
    pivots.push(column);
  }
  invariant(
    rows.slice(pivots.length).every((row) => isZero(row[width] ?? zeroFraction)),
    'the visible figures do not contradict each other',
  );
  return { rows: rows.slice(0, pivots.length), pivots };
}

/** The variables whose value follows from the equations alone. */
export function determined(equations: readonly Equation[], width: number): ReadonlySet<number> {
  const { rows, pivots } = echelon(equations, width);
  return new Set(
    pivots.filter((column, index) =>
      (rows[index] ?? []).every((value, at) => at === column || at === width || isZero(value)),
    ),
  );
}

/** One objective over a feasible dictionary, by Bland's rule, which cannot go round in circles. Null when it has no bound. */
function maximise(
  start: readonly Row[],
  startBasis: readonly number[],
  objective: readonly Fraction[],
  width: number,
): Fraction | null {
  const basis = [...startBasis];
  const rows: Row[] = [
    ...start.map((row) => [...row]),
    [...objective.map((c) => fraction(-c.n, c.d)), zeroFraction],
  ];
  const last = rows.length - 1;
  basis.forEach((column, index) => {
    const factor = rows[last]?.[column] ?? zeroFraction;
    if (!isZero(factor))
      rows[last] = (rows[last] ?? []).map((value, at) =>
        lowest(subtract(value, multiply(factor, rows[index]?.[at] ?? zeroFraction))),
      );
  });
  for (;;) {
    const costs = rows[last] ?? [];
    const enter = costs.findIndex((cost, at) => at < width && cost.n < 0n);
    if (enter === -1) return costs[width] ?? zeroFraction;
    let leave = -1;
    let least: Fraction = zeroFraction;
    for (let index = 0; index < last; index += 1) {
      const by = rows[index]?.[enter] ?? zeroFraction;
      if (by.n <= 0n) continue;
      const ratio = divide(rows[index]?.[width] ?? zeroFraction, by);
      const order = leave === -1 ? -1 : compare(ratio, least);
      if (order < 0 || (order === 0 && (basis[index] ?? 0) < (basis[leave] ?? 0))) {
        leave = index;
        least = ratio;
      }
    }
    if (leave === -1) return null;
    pivotOn(rows, leave, enter);
    basis[leave] = enter;
  }
}

/** A dictionary with no negative value, from the equations: artificial variables are driven out. */
function feasible(
  equations: readonly Equation[],
  width: number,
): { readonly rows: Row[]; readonly basis: readonly number[] } {
  const { rows: plain } = echelon(equations, width);
  const count = plain.length;
  const wide = width + count;
  let rows: Row[] = plain.map((row, index) => {
    const value = row[width] ?? zeroFraction;
    const sign = value.n < 0n ? fraction(-1n) : one;
    const artificial = Array.from({ length: count }, (_, at) => (at === index ? one : zeroFraction));
    return [...row.slice(0, width).map((c) => multiply(c, sign)), ...artificial, multiply(value, sign)];
  });
  const basis = rows.map((_, index) => width + index);
  for (;;) {
    // The sum of the artificial ones falls where a column's coefficients over their rows sum to more than 0.
    const gain = (column: number): Fraction =>
      basis.reduce(
        (total, variable, index) =>
          variable >= width ? add(total, rows[index]?.[column] ?? zeroFraction) : total,
        zeroFraction,
      );
    if (isZero(gain(wide))) break;
    let enter = 0;
    while (enter < width && (basis.includes(enter) || gain(enter).n <= 0n)) enter += 1;
    invariant(enter < width, 'the visible figures have a table behind them');
    let leave = -1;
    let least: Fraction = zeroFraction;
    rows.forEach((row, index) => {
      const by = row[enter] ?? zeroFraction;
      if (by.n <= 0n) return;
      const ratio = divide(row[wide] ?? zeroFraction, by);
      const order = leave === -1 ? -1 : compare(ratio, least);
      if (order < 0 || (order === 0 && (basis[index] ?? 0) < (basis[leave] ?? 0))) {
        leave = index;
        least = ratio;
      }
    });
    invariant(leave !== -1, 'a sum of what is missing has a bound');
    pivotOn(rows, leave, enter);
    basis[leave] = enter;
  }
  basis.forEach((variable, index) => {
    if (variable < width) return;
    const enter = (rows[index] ?? []).findIndex((value, at) => at < width && !isZero(value));
    invariant(enter !== -1, 'echelon rows are independent');
    pivotOn(rows, index, enter);
    basis[index] = enter;
  });
  rows = rows.map((row) => [...row.slice(0, width), row[wide] ?? zeroFraction]);
  return { rows, basis };
}

export type Interval = { readonly low: Fraction | null; readonly high: Fraction | null };

/** The least and the largest value each of `wanted` can have when no variable is negative; null is no bound. Exact. */
export function intervals(
  equations: readonly Equation[],
  width: number,
  wanted: readonly number[],
): ReadonlyMap<number, Interval> {
  const { rows, basis } = feasible(equations, width);
  const objective = (variable: number, sign: bigint): Fraction[] =>
    Array.from({ length: width }, (_, at) => (at === variable ? fraction(sign) : zeroFraction));
  return new Map(
    wanted.map((variable) => {
      const high = maximise(rows, basis, objective(variable, 1n), width);
      const low = maximise(rows, basis, objective(variable, -1n), width);
      return [variable, { high, low: low === null ? null : fraction(-low.n, low.d) }];
    }),
  );
}
