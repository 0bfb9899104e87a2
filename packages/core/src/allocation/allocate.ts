import { type Ore, ore } from '../money/ore.ts';
import { invariant } from '../result/result.ts';
import { roundShares } from './round-shares.ts';

/** Up to here it is quicker to look for the largest remainder again for every øre than to sort them all. */
const few = 32;

/** The first of the largest. */
function indexOfLargest(values: readonly bigint[]): number {
  let largest = -1n;
  let found = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0n;
    if (value > largest) {
      largest = value;
      found = at;
    }
  }
  return found;
}

/**
 * Divides a total by whole weights, by largest remainder in øre: parts sum to the total, each lies less than an øre from exact, weight 0
 * gets 0, a credit mirrors a cost, and between equals the earlier gets the odd øre. The short way for the common case; it says the
 * same as `roundShares`. (S-ALLOC-02)
 */
export function allocate(total: Ore, weights: readonly bigint[]): readonly Ore[] {
  let weightSum = 0n;
  for (const weight of weights) {
    invariant(weight >= 0n, 'no weight is negative');
    weightSum += weight;
  }
  invariant(weightSum > 0n, 'somebody pays');
  if (weights.length > few) {
    const exact = weights.map((weight) => ({ n: total * weight, d: weightSum }));
    const how = { unitOre: ore(1n), mode: 'largestRemainder', host: null } as const;
    return roundShares({ exact, totalOre: total, ...how }).shares;
  }
  const sign = total < 0n ? -1n : 1n;
  const magnitude = sign * total;
  const shares: bigint[] = [];
  const lost: bigint[] = [];
  let left: bigint = magnitude;
  for (const weight of weights) {
    const exact = magnitude * weight;
    const whole = exact / weightSum;
    left -= whole;
    lost.push(exact % weightSum);
    shares.push(whole);
  }
  for (; left > 0n; left -= 1n) {
    const most = indexOfLargest(lost);
    shares[most] = (shares[most] ?? 0n) + 1n;
    lost[most] = -1n;
  }
  return shares.map((share) => ore(sign * share));
}
