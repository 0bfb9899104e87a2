import { compare, type Fraction, ofOre, zeroFraction } from '../fraction/fraction.ts';
import type { Shares, Work } from './divide-work.ts';
import type { Key } from './grammar.ts';
import { isFeeKey } from './is-fee-key.ts';

type LimitKey = Extract<Key, { form: 'cap' | 'floor' }>;

const codes = {
  cap: { share: 'key.capShare', amount: 'key.capAmount', limit: 'key.cap', problem: 'key.capTooLow' },
  floor: {
    share: 'key.floorShare',
    amount: 'key.floorAmount',
    limit: 'key.floor',
    problem: 'key.floorTooHigh',
  },
} as const;

/** The limit as an amount, with the sign of the cost: a credit mirrors a cost. */
function limitOf<N>(work: Work<N>, cost: N, { form, limit }: LimitKey): N {
  const { algebra, standing } = work;
  const code = codes[form];
  if ('share' in limit) {
    const share = algebra.given(limit.share, code.share, null, standing);
    return algebra.product([cost, share], code.limit, null);
  }
  const amount = algebra.given(ofOre(limit.amountOre), code.amount, null, standing);
  if (algebra.value(cost).n >= 0n) return amount;
  const nothing = algebra.fact(zeroFraction, 'key.nothing', null, '');
  return algebra.difference(nothing, amount, code.limit, null);
}

/**
 * At most (cap) or at least (floor) a limit. Whoever is beyond it pays the limit; what that leaves over, or takes, is divided between the
 * others in proportion to their own parts; and again, until nobody is beyond it. In a price list nobody takes the difference. A limit for
 * one who does not take part limits nobody. (S-KEY-08)
 */
export function limitShares<N>(work: Work<N>, cost: N, key: LimitKey, inner: Shares<N>): Shares<N> | null {
  const { algebra, context, payers, members } = work;
  const limit = limitOf(work, cost, key);
  const limitValue = algebra.value(limit);
  const sign = algebra.value(cost).n < 0n ? -1n : 1n;
  const wanted = (key.form === 'cap') === sign > 0n ? 1 : -1;
  const values = payers.map((_, at) => {
    const part = inner.parts[at];
    return part === undefined || part === null ? zeroFraction : algebra.value(part);
  });
  // A floor lifts members only: somebody who pays directly from outside has no minimum to keep.
  const mayBe = (at: number): boolean =>
    key.party === null ? key.form === 'cap' || at < members.length : payers[at] === key.party;
  const isBeyond = (value: Fraction): boolean => compare(value, limitValue) === wanted;
  const limited = new Set<number>();
  for (const [at, value] of values.entries()) if (mayBe(at) && isBeyond(value)) limited.add(at);
  if (limited.size === 0) return inner;
  if (isFeeKey(key.of)) {
    return {
      parts: payers.map((_, at) => (limited.has(at) ? limit : (inner.parts[at] ?? null))),
      external: inner.external,
    };
  }

  const total = sumParts(work, inner, cost);
  for (;;) {
    const limits = [...limited].map(() => limit);
    const sum = algebra.sum(limits, 'key.limitedSum', null);
    const rest = algebra.difference(total, sum, 'key.restCost', null);
    const others = payers.flatMap((_, at) => {
      const part = inner.parts[at];
      return limited.has(at) || part === undefined || part === null ? [] : [part];
    });
    const base = algebra.sum(others, 'key.restSum', null);
    const [restValue, baseValue] = [algebra.value(rest), algebra.value(base)];
    // The others have nothing to take it by, or there is less than nothing left for them.
    if (baseValue.n === 0n || sign * restValue.n < 0n) {
      work.problems.push({
        code: codes[key.form].problem,
        key: context.keyRow.id,
        year: context.year,
        limitOre: limitValue,
        payers: limited.size,
        costOre: algebra.value(total),
        leftOre: restValue,
      });
      return null;
    }
    const factor = algebra.quotient(rest, base, 'key.restFactor', null);
    const before = limited.size;
    const parts = payers.map((party, at): N | null => {
      if (limited.has(at)) return limit;
      const part = inner.parts[at];
      return part === undefined || part === null
        ? null
        : algebra.product([part, factor], 'key.restPart', party);
    });
    for (const [at, part] of parts.entries()) {
      if (!limited.has(at) && mayBe(at) && isBeyond(part === null ? zeroFraction : algebra.value(part)))
        limited.add(at);
    }
    if (limited.size === before) return { parts, external: inner.external };
  }
}

/** What the parties pay together: the cost itself, or what a funder leaves of it. */
function sumParts<N>(work: Work<N>, inner: Shares<N>, cost: N): N {
  if (inner.external === null) return cost;
  const [funder = null, ...others] = inner.external.keys();
  const subject = others.length === 0 ? funder : null;
  const paid = work.algebra.sum([...inner.external.values()], 'key.funderPays', subject);
  return work.algebra.difference(cost, paid, 'key.afterFunder', subject);
}
