import { orderForTies } from '@samstyr/core/allocation/order-for-ties';
import { roundShares } from '@samstyr/core/allocation/round-shares';
import { ore } from '@samstyr/core/money/ore';
import { samstyrRounder } from './samstyr-rounder.ts';
import { exactSegments, samstyrYear } from './samstyr-year.ts';
import type { Rounder, Weighted } from './weighted-case.ts';
import { outsider, type YearDivider } from './year-case.ts';

/**
 * Roundings as they are wrong in the wild, each planted to see that the laws catch it. What is not the fault is as it should be: a host
 * that takes the rest is left to the right rounding.
 */

const floorOf = (n: bigint, d: bigint): bigint => (n % d < 0n ? n / d - 1n : n / d);
const nearest = (n: bigint, d: bigint): bigint => floorOf(2n * n + d, 2n * d);

/** A unit, or what is left of one. */
function handful(left: bigint, unit: bigint): bigint {
  if (left < unit) return left;
  return unit;
}

const onlyLargestRemainder =
  (wrong: (weighted: Weighted) => readonly bigint[]): Rounder =>
  (weighted) =>
    weighted.mode === 'hostTakesRest' ? samstyrRounder(weighted) : { shares: wrong(weighted), outside: 0n };

/** Rounds each share by itself, and the last one pays what is left. */
export const restToTheLast = onlyLargestRemainder(({ rows, weights, total, unit }) => {
  const shares = rows.map(({ weight }) => nearest(total * weight, weights * unit) * unit);
  const others = shares.slice(0, -1).reduce((a, b) => a + b, 0n);
  return [...shares.slice(0, -1), total - others];
});

/** Breaks ties by the order the rows happen to stand in. */
export const tiesByRowOrder = onlyLargestRemainder(({ rows, weights, total, unit }) => {
  const exact = rows.map(({ weight }) => ({ n: total * weight, d: weights }));
  return roundShares({
    exact,
    totalOre: ore(total),
    unitOre: ore(unit),
    mode: 'largestRemainder',
    host: null,
  }).shares;
});

/** Cuts towards minus infinity, so that a credit is cut the other way than a cost. */
export const floorOfNegatives = onlyLargestRemainder(({ rows, weights, total, unit }) => {
  const step = weights * unit;
  const ordered = orderForTies(
    rows.map(({ number, weight }, at) => ({ party: number, kommunenummer: number, at, weight })),
  );
  const shares: bigint[] = rows.map(({ weight }) => floorOf(total * weight, step) * unit);
  let left = total - shares.reduce((a, b) => a + b, 0n);
  const lost = (weight: bigint): bigint => total * weight - floorOf(total * weight, step) * step;
  const order = ordered.toSorted((a, b) =>
    lost(a.weight) > lost(b.weight) ? -1 : lost(a.weight) < lost(b.weight) ? 1 : 0,
  );
  for (const { at } of order) {
    const given = handful(left, unit);
    shares[at] = shares[at]! + given;
    left -= given;
  }
  return shares;
});

/** Counts in floating point, and rounds each share by itself. */
export const floatingPoint = onlyLargestRemainder(({ rows, weights, total, unit }) =>
  rows.map(({ weight }) => {
    const share = Number(weight) / Number(weights);
    return BigInt(Math.round((Number(total) / Number(unit)) * share)) * unit;
  }),
);

/** Counts in floating point and hands the rest out as it should be: wrong where the remainders are nearly alike. */
export const hiddenFloatingPoint = onlyLargestRemainder(({ rows, weights, total, unit }) => {
  const exact = rows.map(({ weight }) => (Number(weight) / Number(weights)) * (Number(total) / Number(unit)));
  const shares = exact.map((share) => BigInt(Math.trunc(share)) * unit);
  const ordered = orderForTies(rows.map(({ number }, at) => ({ party: number, kommunenummer: number, at })));
  const lost = exact.map((share) => Math.abs(share - Math.trunc(share)));
  const order = ordered.toSorted((a, b) => lost[b.at]! - lost[a.at]!);
  let left = total - shares.reduce((a, b) => a + b, 0n);
  const way = left < 0n ? -1n : 1n;
  for (const { at } of order) {
    const given = handful(left * way, unit) * way;
    shares[at] = shares[at]! + given;
    left -= given;
  }
  return shares;
});

/** Rounds every part of the year, and then adds. */
export const twoRoundings: YearDivider = (year) => {
  const right = samstyrYear(year);
  if ('refused' in right || year.mode === 'hostTakesRest') return right;
  const order = orderForTies([...year.numbers, outsider].map((party) => ({ party, kommunenummer: party })));
  const names = order.map(({ party }) => party);
  const shares = new Map(names.map((name) => [name, 0n]));
  for (const { parts } of exactSegments(year).segments) {
    const exact = names.map((name) => parts.get(name) ?? { n: 0n, d: 1n });
    const denominator = exact.reduce((common, { d }) => (common % d === 0n ? common : common * d), 1n);
    const top = exact.reduce((sum, { n, d }) => sum + n * (denominator / d), 0n);
    const totalOre = ore(nearest(top, denominator));
    const rounded = roundShares({
      exact,
      totalOre,
      unitOre: ore(year.unit),
      mode: year.mode,
      host: null,
    }).shares;
    for (const [at, name] of names.entries())
      shares.set(name, (shares.get(name) ?? 0n) + (rounded[at] ?? 0n));
  }
  return { ...right, shares };
};
