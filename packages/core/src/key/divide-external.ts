import { compare, ofOre, zeroFraction } from '../fraction/fraction.ts';
import { readingInYear } from './date-rule.ts';
import type { Shares, Work } from './divide-work.ts';
import type { Key } from './grammar.ts';
import { readWeights } from './read-weights.ts';

type ExternalKey = Extract<Key, { form: 'external' }>;

/** What the funder would pay, before the ceiling. */
function payment<N>(work: Work<N>, cost: N, { funder, pays }: ExternalKey): N | null {
  const { algebra, context, standing } = work;
  if ('share' in pays) {
    const share = algebra.given(pays.share, 'key.funderShare', funder, standing);
    return algebra.product([cost, share], 'key.funderPays', funder);
  }
  if ('amountOre' in pays) return algebra.given(ofOre(pays.amountOre), 'key.funderAmount', funder, standing);
  const units = readWeights(work, readingInYear(pays.reading, context.year));
  if (units === null) return null;
  const sum = algebra.sum(units, 'key.funderUnits', funder);
  const price = algebra.given(ofOre(pays.priceOre), 'key.funderPrice', funder, standing);
  return algebra.product([price, sum], 'key.funderPays', funder);
}

/**
 * Somebody outside pays first, up to the ceiling and never more than the cost; the key of the rest divides what is left. A funder pays a
 * cost and takes no part in a credit, unless it pays a share. (S-KEY-10)
 */
export function divideExternal<N>(
  work: Work<N>,
  cost: N,
  key: ExternalKey,
  divideRest: (rest: N) => Shares<N> | null,
): Shares<N> | null {
  const { algebra, standing } = work;
  const { funder, ceilingOre } = key;
  const costValue = algebra.value(cost);
  const offered = payment(work, cost, key);
  if (offered === null) {
    // The rest is divided all the same, so that its problems are told too.
    divideRest(cost);
    return null;
  }
  let paid: N = offered;
  if (costValue.n < 0n && !('share' in key.pays)) {
    paid = algebra.fact(zeroFraction, 'key.nothing', funder, '');
  } else {
    if (ceilingOre !== null && costValue.n >= 0n) {
      const ceiling = algebra.given(ofOre(ceilingOre), 'key.funderCeiling', funder, standing);
      paid = algebra.smaller(paid, ceiling, 'key.funderAtMost', funder);
    }
    if (costValue.n >= 0n && compare(algebra.value(paid), costValue) > 0) {
      paid = algebra.smaller(paid, cost, 'key.funderAtMost', funder);
    }
  }
  const rest = divideRest(algebra.difference(cost, paid, 'key.afterFunder', funder));
  if (rest === null) return null;
  const external = new Map<string, N>([[funder, paid]]);
  for (const [other, amount] of rest.external ?? []) {
    const before = external.get(other);
    external.set(
      other,
      before === undefined ? amount : algebra.sum([before, amount], 'key.funderPays', other),
    );
  }
  return { parts: rest.parts, external };
}
