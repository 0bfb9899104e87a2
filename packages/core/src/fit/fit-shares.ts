import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  one,
  reduced,
  subtract,
} from '../fraction/fraction.ts';
import type { Key } from '../key/grammar.ts';
import { ore } from '../money/ore.ts';
import type { FitCandidate } from './candidate.ts';
import {
  equalPartRange,
  gridWithin,
  onlyAFraction,
  type Range,
  roundness,
  simplestWithin,
} from './equal-part.ts';
import type { TriedReading } from './readings.ts';
import { maxResidual, type Printed, reproduces, type TriedRounding, tolerancesOf } from './reproduce.ts';

/** More round numbers than this in a range say that the range is too wide to tell anything. */
const mostGridPoints = 30;

export const roundingOf = (printed: Printed, { mode, host }: TriedRounding): FitCandidate['rounding'] => ({
  unitOre: printed.unitOre,
  mode,
  host: host === null ? null : (printed.members[host] ?? null),
});

export const allEqual = ({ totalOre, members }: Printed): Fraction =>
  fraction(totalOre, BigInt(members.length));

/** What each pays when everything goes by the register. */
const byRegister = ({ totalOre }: Printed, { values, valueSum }: TriedReading): readonly Fraction[] =>
  values.map((value) => reduced({ n: totalOre * value.n * valueSum.d, d: value.d * valueSum.n }));

/** a·equal + (1 − a)·by register, exactly. */
export function exactShares(
  printed: Printed,
  tried: TriedReading,
  equalShare: Fraction,
): readonly Fraction[] {
  const equal = multiply(equalShare, allEqual(printed));
  const rest = subtract(one, equalShare);
  return byRegister(printed, tried).map((share) => reduced(add(equal, multiply(rest, share))));
}

const keyOf = ({ reading }: TriedReading, equalShare: Fraction): Key =>
  equalShare.n === 0n
    ? { form: 'by', reading }
    : {
        form: 'parts',
        parts: [
          { share: reduced(equalShare), key: { form: 'equal' } },
          { share: reduced(subtract(one, equalShare)), key: { form: 'by', reading } },
        ],
      };

type Trial = {
  readonly equalShare: Fraction;
  readonly level: number;
  readonly rounding: TriedRounding | null;
};

/** The roundest equal part whose rounded amounts are the printed ones; else the roundest that lies within the printed unit. */
function bestPart(printed: Printed, tried: TriedReading): Trial | null {
  const ranges = printed.roundings.flatMap((rounding): { rounding: TriedRounding; range: Range }[] => {
    const range = equalPartRange({
      allEqual: allEqual(printed),
      byRegister: byRegister(printed, tried),
      printed: printed.amounts,
      tolerances: tolerancesOf(printed, rounding),
    });
    return range === null ? [] : [{ rounding, range }];
  });
  if (ranges.length === 0) return null;
  // Two members fit any register with some fraction: only a round number is worth a word.
  const isFractionTold = printed.members.length > 2;
  let within: Trial | null = null;
  for (let level = 0; level <= onlyAFraction; level += 1) {
    const grid = roundness[level];
    if (grid === undefined && !isFractionTold) break;
    let best: (Trial & { readonly residual: bigint }) | null = null;
    for (const { rounding, range } of ranges) {
      const points = grid === undefined ? [simplestWithin(range)] : gridWithin(range, grid, mostGridPoints);
      for (const equalShare of points) {
        // All equal is a key of its own.
        if (compare(equalShare, one) >= 0) continue;
        if (rounding.mode === 'largestRemainder') within ??= { equalShare, level, rounding: null };
        const exact = exactShares(printed, tried, equalShare);
        if (!reproduces(exact, printed, rounding)) continue;
        const residual: bigint = maxResidual(exact, printed.amounts);
        if (best === null || residual < best.residual) best = { equalShare, level, rounding, residual };
      }
    }
    if (best !== null) return best;
  }
  return within;
}

/** So many per cent equal and the rest by one register at one date: the key most agreements have. */
export function fitShares(printed: Printed, tried: TriedReading): FitCandidate | null {
  const part = bestPart(printed, tried);
  if (part === null) return null;
  const { reading, date, basis } = tried;
  return {
    key: keyOf(tried, part.equalShare),
    register: reading.register,
    date,
    group: reading.group,
    average: reading.average,
    equalShare: reduced(part.equalShare),
    maxResidualOre: maxResidual(exactShares(printed, tried, part.equalShare), printed.amounts),
    reproducesPrinted: part.rounding !== null,
    rounding: part.rounding === null ? null : roundingOf(printed, part.rounding),
    basis,
    circular: basis !== 'published',
    roundness: part.level,
  };
}

/** Everything equal, without a register. */
export function fitEqual(printed: Printed): FitCandidate | null {
  const exact = printed.members.map(() => allEqual(printed));
  const rounding = printed.roundings.find((tried) => reproduces(exact, printed, tried));
  const residual = maxResidual(exact, printed.amounts);
  if (rounding === undefined && residual > printed.unitOre) return null;
  return {
    ...withoutRegister,
    key: { form: 'equal' },
    equalShare: one,
    maxResidualOre: residual,
    reproducesPrinted: rounding !== undefined,
    rounding: rounding === undefined ? null : roundingOf(printed, rounding),
    roundness: 0,
  };
}

const withoutRegister = {
  register: null,
  date: null,
  group: null,
  average: 1,
  basis: null,
  circular: false,
} as const;

/** Denominators people agree shares in, the roundest first, and how round each is. */
const agreedGrids: readonly (readonly [grid: bigint, roundness: number])[] = [
  [100n, 0],
  [3n, 0],
  [6n, 0],
  [8n, 0],
  [12n, 0],
  [200n, 1],
  [1000n, 2],
];

/**
 * Agreed shares that are round numbers, when the amounts are fine enough for that to mean something: the odds of amounts at random
 * lying on the grid must be under one in a hundred.
 */
export function fitAgreed(printed: Printed): FitCandidate | null {
  const { members, amounts, totalOre, unitOre } = printed;
  if (totalOre <= 0n || amounts.some((amount) => amount < 0n)) return null;
  for (const [grid, level] of agreedGrids) {
    const odds = fraction(2n * unitOre * grid, totalOre);
    let chance = one;
    for (let free = 1; free < members.length; free += 1) chance = multiply(chance, odds);
    if (compare(chance, fraction(1n, 100n)) >= 0) continue;
    const parts = amounts.map((amount) => (2n * amount * grid + totalOre) / (2n * totalOre));
    if (parts.reduce((sum, part) => sum + part, 0n) !== grid) continue;
    // All equal is a key of its own.
    if (parts.every((part) => part === parts[0])) continue;
    const exact = parts.map((part) => fraction(totalOre * part, grid));
    const rounding = printed.roundings.find((tried) => reproduces(exact, printed, tried));
    const residual = maxResidual(exact, amounts);
    if (rounding === undefined && residual > unitOre) continue;
    return {
      ...withoutRegister,
      key: {
        form: 'agreed',
        shares: members.map((party, index) => ({
          party,
          share: reduced(fraction(parts[index] ?? 0n, grid)),
        })),
      },
      equalShare: null,
      maxResidualOre: ore(residual),
      reproducesPrinted: rounding !== undefined,
      rounding: rounding === undefined ? null : roundingOf(printed, rounding),
      roundness: level,
    };
  }
  return null;
}
