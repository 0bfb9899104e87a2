import { type Ore, ore } from '../money/ore.ts';
import { invariant } from '../result/result.ts';

/**
 * Divides a total by whole weights, by largest remainder in øre: parts sum to the total, each lies less than an øre from exact, weight 0
 * gets 0, a credit mirrors a cost, and between equals the earlier gets the odd øre. The short way for the common case; it says the
 * same as `roundShares`. (S-ALLOC-02)
 */
export function allocate(total: Ore, weights: readonly bigint[]): Ore[] {
  let weightSum = 0n;
  for (const weight of weights) {
    invariant(weight >= 0n, 'no weight is negative');
    weightSum += weight;
  }
  invariant(weightSum > 0n, 'somebody pays');
  const sign = total < 0n ? -1n : 1n;
  const magnitude = sign * total;
  const shares: bigint[] = [];
  const lost: bigint[] = [];
  let left: bigint = magnitude;
  for (const weight of weights) {
    const exact = magnitude * weight;
    const whole = exact / weightSum;
    left -= whole;
    lost.push(exact - whole * weightSum);
    shares.push(whole);
  }
  const order = lost
    .map((_, at) => at)
    .sort((a, b) => {
      const [x, y] = [lost[a] as bigint, lost[b] as bigint];
      return x > y ? -1 : x < y ? 1 : a - b;
    });
  for (let at = 0; BigInt(at) < left; at += 1) {
    const party = order[at] as number;
    shares[party] = (shares[party] as bigint) + 1n;
  }
  return shares.map((share) => ore(sign * share));
}
