import {
  add,
  divide,
  type Fraction,
  isZero,
  multiply,
  ofOre,
  subtract,
  zeroFraction,
} from '../fraction/fraction.ts';
import { type Ore, ore } from '../money/ore.ts';
import { roundShares } from './round-shares.ts';

const magnitude = ({ n, d }: Fraction): Fraction => (n < 0n ? { n: -n, d } : { n, d });

/**
 * A party's amount for the year, shown for the parts of the year: in øre, and they sum to the amount, which was rounded once and for the
 * whole year. What that rounding added or took is spread by the size of the parts; where every part is 0 it stands on the last one.
 * (S-ALLOC-08)
 */
export function splitYear(amountOre: Ore, exactParts: readonly Fraction[]): readonly Ore[] {
  const difference = subtract(ofOre(amountOre), exactParts.reduce(add, zeroFraction));
  const size = exactParts.map(magnitude).reduce(add, zeroFraction);
  const exact = exactParts.map((part, at): Fraction => {
    if (isZero(size)) return at === exactParts.length - 1 ? ofOre(amountOre) : zeroFraction;
    return add(part, multiply(difference, divide(magnitude(part), size)));
  });
  const unitOre = ore(1n);
  return roundShares({ exact, totalOre: amountOre, unitOre, mode: 'largestRemainder', host: null }).shares;
}
