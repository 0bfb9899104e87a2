import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  reduced,
  roundToOre,
  subtract,
} from '../fraction/fraction.ts';
import { type Ore, ore } from '../money/ore.ts';
import type { FitCandidate } from './candidate.ts';
import { gridWithin, type Range } from './equal-part.ts';
import type { TriedReading } from './readings.ts';
import { maxResidual, type Printed } from './reproduce.ts';

/** Fewer members than this, and a base and a price can be found for nearly any amounts. */
const fewestMembers = 4;

/** Round prices and base fees in øre, the roundest first. A base finer than 100 kr is nobody's tariff. */
const prices = [10_000n, 5_000n, 1_000n, 500n, 100n, 50n] as const;
const bases = [10_000_000n, 5_000_000n, 1_000_000n, 500_000n, 100_000n, 50_000n, 10_000n] as const;

/** The prices for which some base lies within half a unit of every amount: one pair of inequalities for each two members. */
function priceRange(values: readonly Fraction[], amounts: readonly Ore[], unitOre: bigint): Range | null {
  let low: Fraction | null = null;
  let high: Fraction | null = null;
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) {
      const apart = subtract(a, b);
      const difference = (amounts[i] ?? 0n) - (amounts[j] ?? 0n);
      if (apart.n <= 0n) {
        if (apart.n === 0n && difference > unitOre) return null;
        continue;
      }
      const [least, most] = [
        divide(fraction(difference - unitOre), apart),
        divide(fraction(difference + unitOre), apart),
      ];
      if (low === null || compare(least, low) > 0) low = least;
      if (high === null || compare(most, high) < 0) high = most;
    }
  }
  return low === null || high === null || compare(low, high) > 0 ? null : { low, high };
}

/** The bases that go with a price. */
function baseRange(
  values: readonly Fraction[],
  amounts: readonly Ore[],
  unitOre: bigint,
  price: Fraction,
): Range | null {
  let low: Fraction | null = null;
  let high: Fraction | null = null;
  for (const [index, value] of values.entries()) {
    const left = subtract(fraction(amounts[index] ?? 0n), multiply(price, value));
    const [least, most] = [subtract(left, fraction(unitOre, 2n)), add(left, fraction(unitOre, 2n))];
    if (low === null || compare(least, low) > 0) low = least;
    if (high === null || compare(most, high) < 0) high = most;
  }
  return low === null || high === null || compare(low, high) > 0 ? null : { low, high };
}

/** A multiple of the roundest step within a range, in øre. */
function roundest(
  range: Range,
  steps: readonly bigint[],
): { readonly amount: bigint; readonly level: number } | null {
  for (const [level, step] of steps.entries()) {
    const [found] = gridWithin(
      { low: divide(range.low, fraction(step)), high: divide(range.high, fraction(step)) },
      1n,
      1,
    );
    if (found !== undefined && found.n >= 0n) return { amount: (found.n / found.d) * step, level };
  }
  return null;
}

/** A base fee and a price per unit of a register, both round, when there are members enough for that to mean something. */
export function fitTariff(printed: Printed, tried: TriedReading): FitCandidate | null {
  const { amounts, unitOre, members } = printed;
  const { reading, date, basis } = tried;
  if (members.length < fewestMembers) return null;
  // Values of an average are summed over its years.
  const values = tried.values.map((value) => reduced(divide(value, fraction(BigInt(reading.average)))));
  const range = priceRange(values, amounts, unitOre);
  const price = range === null ? null : roundest(range, prices);
  if (price === null || price.amount === 0n) return null;
  const within = baseRange(values, amounts, unitOre, fraction(price.amount));
  const base = within === null ? null : roundest(within, bases);
  if (base === null) return null;
  const exact = values.map((value) => add(fraction(base.amount), multiply(fraction(price.amount), value)));
  return {
    key: { form: 'tariff', baseOre: ore(base.amount), reading, priceOre: ore(price.amount) },
    register: reading.register,
    date,
    group: reading.group,
    average: reading.average,
    equalShare: null,
    maxResidualOre: maxResidual(exact, amounts),
    reproducesPrinted: exact.every((fee, index) => roundToOre(fee, unitOre) === amounts[index]),
    rounding: null,
    basis,
    circular: basis !== 'published',
    // Two numbers are free here and one in a share key, so a round tariff is no better evidence than a half per cent.
    roundness: price.amount % 100n === 0n && base.amount % 100_000n === 0n ? 1 : 2,
  };
}
