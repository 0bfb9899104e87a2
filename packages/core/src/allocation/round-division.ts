import { add, type Fraction, roundToOre, zeroFraction } from '../fraction/fraction.ts';
import type { RoundingMode } from '../model/rows.ts';
import { type Ore, ore } from '../money/ore.ts';
import { roundShares } from './round-shares.ts';

/** An exact division of a service's year: Σ over the parts of the year, each with its days. */
export type ExactDivision = {
  /** In tie order. */
  readonly parts: readonly Fraction[];
  /** What funders outside pay. */
  readonly external: readonly Fraction[];
  readonly unitOre: Ore;
  readonly mode: RoundingMode;
  readonly host: number | null | 'outside';
};

export type RoundedDivision = {
  /** What the parties pay together: Σ parts, and `outsideOre`. */
  readonly totalOre: Ore;
  readonly parts: readonly Ore[];
  readonly external: readonly Ore[];
  /** What a host that takes no part is left with. */
  readonly outsideOre: Ore;
};

const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(add, zeroFraction);

/** What is left of the cost when the parties have paid; where fees make no whole cost, the funders' sum to the nearest øre. */
function paidByFunders(exactTotal: Fraction, totalOre: Ore, exactPaid: Fraction): Ore {
  const { n, d } = add(exactTotal, exactPaid);
  return n % d === 0n ? ore(n / d - totalOre) : roundToOre(exactPaid);
}

/**
 * Rounds parties and funders of a year. What the parties pay together is their exact sum to the nearest øre, halves away from zero; the
 * parts are rounded once, by the agreement. Funders pay whole øre, whatever the agreement's unit. With whole øre to divide, everything
 * sums to it. (S-ALLOC-07)
 */
export function roundDivision({ parts, external, unitOre, mode, host }: ExactDivision): RoundedDivision {
  const exactTotal = sumOf(parts);
  const totalOre = roundToOre(exactTotal);
  const { shares, outsideOre } = roundShares({ exact: parts, totalOre, unitOre, mode, host });
  const paid = paidByFunders(exactTotal, totalOre, sumOf(external));
  const funders = roundShares({
    exact: external,
    totalOre: paid,
    unitOre: ore(1n),
    mode: 'largestRemainder',
    host: null,
  });
  return { totalOre, parts: shares, external: funders.shares, outsideOre };
}
