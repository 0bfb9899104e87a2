import { secondRounding } from '../second/second-rounding.ts';
import type { RoundedRows, Rounder, Weighted } from './weighted-case.ts';

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** A law's name, and whether an implementation keeps it in a case. */
export type RoundingLaw = readonly [
  name: string,
  keeps: (weighted: Weighted, rounded: RoundedRows, round: Rounder) => boolean,
];

const sameRows = (a: RoundedRows, b: RoundedRows): boolean =>
  a.outside === b.outside &&
  a.shares.length === b.shares.length &&
  a.shares.every((share, at) => share === b.shares[at]);

/** What every rounding promises, and nothing it does not: a larger total can shrink a share, by less than a unit. */
export const roundingLaws: readonly RoundingLaw[] = [
  ['the shares add up to the total', ({ total }, { shares, outside }) => sum(shares) + outside === total],
  [
    'every share lies within its band of exact: less than a unit, or half a unit for those who do not take the rest',
    ({ rows, weights, total, unit, mode, host }, { shares }) => {
      return rows.every(({ number, weight }, at) => {
        const off = size(shares[at]! * weights - total * weight);
        if (mode === 'largestRemainder') return off < unit * weights;
        return number === host || 2n * off <= unit * weights;
      });
    },
  ],
  [
    'weight 0 pays 0',
    ({ rows, host }, { shares }) =>
      rows.every(({ number, weight }, at) => weight > 0n || number === host || shares[at] === 0n),
  ],
  [
    'all but the one who takes the rest pay whole units',
    ({ rows, unit, mode, host }, { shares }) => {
      const broken = rows.filter(({ number }, at) => number !== host && shares[at]! % unit !== 0n);
      return broken.length <= (mode === 'largestRemainder' ? 1 : 0);
    },
  ],
  [
    'between equal weights the lower number pays at least as much, and at most a unit more',
    ({ rows, unit, host }, { shares }) => {
      const seen = new Map<bigint, { number: string; share: bigint }>();
      return rows.every(({ number, weight }, at) => {
        if (number === host) return true;
        const other = seen.get(weight);
        const share = size(shares[at]!);
        if (other === undefined) {
          seen.set(weight, { number, share });
          return true;
        }
        const more = other.number < number ? other.share - share : share - other.share;
        return more >= 0n && more <= unit;
      });
    },
  ],
  [
    'a credit mirrors a cost',
    (weighted, { shares, outside }, round) => {
      const mirrored = round({ ...weighted, total: -weighted.total });
      return sameRows(mirrored, { shares: shares.map((share) => -share), outside: -outside });
    },
  ],
  [
    'row order never matters',
    (weighted, { shares, outside }, round) => {
      const turned = round({ ...weighted, rows: weighted.rows.toReversed() });
      return sameRows(turned, { shares: shares.toReversed(), outside });
    },
  ],
  [
    'the same key written finer changes nothing',
    (weighted, rounded, round) => {
      const rows = weighted.rows.map(({ number, weight }) => ({ number, weight: weight * 6n }));
      return sameRows(round({ ...weighted, rows, weights: weighted.weights * 6n }), rounded);
    },
  ],
  [
    'an øre more lowers no share by more than a unit',
    (weighted, { shares }, round) => {
      if (weighted.mode !== 'largestRemainder' || weighted.total < 0n) return true;
      const more = round({ ...weighted, total: weighted.total + 1n });
      return more.shares.every((share, at) => share >= shares[at]! - weighted.unit);
    },
  ],
  [
    'a second implementation says the same',
    ({ rows, weights, ...how }, rounded) => {
      const exact = rows.map(({ weight }) => [how.total * weight, weights] as const);
      const numbers = rows.map(({ number }) => number);
      return sameRows(secondRounding(exact, numbers, how), rounded);
    },
  ],
];

/** The laws an implementation breaks in a case, by name. */
export function brokenLaws(weighted: Weighted, round: Rounder): readonly string[] {
  const rounded = round(weighted);
  return roundingLaws.flatMap(([name, keeps]) => (keeps(weighted, rounded, round) ? [] : [name]));
}
