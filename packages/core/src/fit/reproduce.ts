import { roundShares } from '../allocation/round-shares.ts';
import {
  compare,
  type Fraction,
  fraction,
  roundToOre,
  subtract,
  sumFractions,
  zeroFraction,
} from '../fraction/fraction.ts';
import type { RoundingMode } from '../model/rows.ts';
import { type Ore, ore } from '../money/ore.ts';

/** A way to round that was tried; the host by its place among the members. */
export type TriedRounding = { readonly mode: RoundingMode; readonly host: number | null };

/** The printed amounts in tie order, and what they are rounded to. */
export type Printed = {
  readonly members: readonly string[];
  readonly amounts: readonly Ore[];
  readonly totalOre: Ore;
  readonly unitOre: Ore;
  /** The roundings to try: largest remainder, and the host, or each member where the host is not known. */
  readonly roundings: readonly TriedRounding[];
};

/** How far from the printed amount each exact one may lie under a rounding; the host's own lies where the others leave it. */
export const tolerancesOf = (
  { amounts, unitOre }: Printed,
  { mode, host }: TriedRounding,
): readonly (Fraction | null)[] =>
  amounts.map((_, index) =>
    mode === 'largestRemainder' ? fraction(unitOre) : index === host ? null : fraction(unitOre, 2n),
  );

/** Whether exact amounts, rounded this way, are the printed ones. */
export function reproduces(
  exact: readonly Fraction[],
  printed: Printed,
  { mode, host }: TriedRounding,
): boolean {
  const { amounts, totalOre, unitOre } = printed;
  if (compare(sumFractions(exact), fraction(totalOre)) !== 0) return false;
  const { shares } = roundShares({ exact, totalOre, unitOre, mode, host });
  return shares.every((share, index) => share === amounts[index]);
}

const absolute = (value: Fraction): Fraction => (value.n < 0n ? { n: -value.n, d: value.d } : value);

/** The largest distance between an exact amount and the printed one, to the nearest øre. */
export function maxResidual(exact: readonly Fraction[], amounts: readonly Ore[]): Ore {
  let most = zeroFraction;
  for (const [index, value] of exact.entries()) {
    const distance = absolute(subtract(value, fraction(amounts[index] ?? 0n)));
    if (compare(distance, most) > 0) most = distance;
  }
  return ore(roundToOre(most));
}
