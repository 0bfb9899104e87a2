import { add, compare, type Fraction, roundToOre, zeroFraction } from '../fraction/fraction.ts';
import type { RoundingMode } from '../model/rows.ts';
import { type Ore, ore, sum } from '../money/ore.ts';
import { invariant } from '../result/result.ts';

/** What is rounded, and how the agreement says it is done. */
export type Rounding = {
  /** Exact parts in øre, in tie order (`orderForTies`). */
  readonly exact: readonly Fraction[];
  /** What the parts must sum to: their exact sum to the nearest øre. */
  readonly totalOre: Ore;
  /** The unit parts are rounded to, any positive amount: 1 øre, 1 kr, 500 kr, 1 000 kr. */
  readonly unitOre: Ore;
  readonly mode: RoundingMode;
  /** Who takes the rest: an index in `exact`, or somebody who takes no part; null where nobody does (largest remainder). */
  readonly host: number | null | 'outside';
};

export type Rounded = {
  /** As `exact`, in whole units but for whoever has the rest. */
  readonly shares: readonly Ore[];
  /** What is left for a host that takes no part: shares and this sum to the total. 0 otherwise. */
  readonly outsideOre: Ore;
};

/**
 * The one rounding of a service's year: the parts always sum to the total. In largest remainder every part lies less than a unit from
 * exact; where the host takes the rest, every other part lies at most half a unit from exact. A credit mirrors a cost. (S-ALLOC-01–09)
 */
export function roundShares({ exact, totalOre, unitOre, mode, host }: Rounding): Rounded {
  invariant(unitOre > 0n, 'shares are rounded to a positive unit');
  invariant(isNearest(exact, totalOre), 'the exact shares sum to the total, to the nearest øre');
  if (mode === 'largestRemainder')
    return { shares: largestRemainder(exact, totalOre, unitOre), outsideOre: ore(0n) };
  invariant(host !== null, 'somebody takes the rest');
  return hostTakesRest(exact, totalOre, unitOre, host);
}

/** Within half an øre: half may go either way, because a funder's half øre is rounded too. */
function isNearest(exact: readonly Fraction[], totalOre: Ore): boolean {
  let total = zeroFraction;
  for (const share of exact) total = add(total, share);
  const difference = 2n * (total.n - totalOre * total.d);
  return difference <= total.d && -difference <= total.d;
}

type Cut = { readonly at: number; readonly lost: Fraction };

/**
 * Every part is cut down to whole units, nearer to 0. The units that are left go, one each, to those who lost most in the cut; between
 * equals to the earlier (a sort keeps their order), that is the lower kommunenummer. What is left of a total that is no whole number of
 * units goes to the next one in that order, so only one part is not in whole units.
 */
function largestRemainder(exact: readonly Fraction[], totalOre: Ore, unit: bigint): readonly Ore[] {
  const shares: bigint[] = [];
  const cuts: Cut[] = [];
  let left: bigint = totalOre;
  for (const [at, { n, d }] of exact.entries()) {
    const step = d * unit;
    const whole = (n / step) * unit;
    shares.push(whole);
    left -= whole;
    cuts.push({ at, lost: { n: n % step, d } });
  }
  // Where costs and credits are mixed, what is left has one sign, and those who lost most in that direction are first.
  const sign = left < 0n ? -1n : 1n;
  cuts.sort((a, b) => compare(b.lost, a.lost) * Number(sign));
  let magnitude = sign * left;
  for (const { at } of cuts) {
    const given = magnitude < unit ? magnitude : unit;
    shares[at] = (shares[at] ?? 0n) + sign * given;
    magnitude -= given;
  }
  invariant(magnitude === 0n, 'everything that was cut is given back');
  return shares.map(ore);
}

function hostTakesRest(
  exact: readonly Fraction[],
  totalOre: Ore,
  unit: bigint,
  host: number | 'outside',
): Rounded {
  invariant(host === 'outside' || (host >= 0 && host < exact.length), 'the host is one of the parts');
  const shares = exact.map((share, at) => (at === host ? ore(0n) : roundToOre(share, unit)));
  const rest = ore(totalOre - sum(shares));
  if (host === 'outside') return { shares, outsideOre: rest };
  shares[host] = rest;
  return { shares, outsideOre: ore(0n) };
}
