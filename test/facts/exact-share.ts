import type { Key, Reading } from './example-folder.ts';

/** A second reckoning of a service's parts, in whole numbers, that shares no code with core. */
export type Share = { readonly n: bigint; readonly d: bigint };

export const shareOf = (text: string): Share => {
  const [n = '', d] = text.split('/');
  const [whole = '', decimals = ''] = n.split('.');
  return d === undefined
    ? { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
    : { n: BigInt(n), d: BigInt(d) };
};
export const oreOf = (kroner: string): bigint => {
  const { n, d } = shareOf(kroner);
  return (n * 100n) / d;
};

const plus = (a: Share, b: Share): Share => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Share, b: Share): Share => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Share, b: Share): Share => ({ n: a.n * b.d, d: a.d * b.n });
const zero: Share = { n: 0n, d: 1n };

type Year = {
  readonly year: number;
  readonly register: (reading: Reading, day: string, party: string) => Share;
};

const dayOf = (rule: string, year: number): string =>
  rule.replace('budgetYear', `${year}`).replace('previousYear', `${year - 1}`);

/** What each member has of a cost of 1, by the forms the example uses. */
export function shares(key: Key, members: readonly string[], year: Year): ReadonlyMap<string, Share> {
  const each = (share: (party: string) => Share) => new Map(members.map((party) => [party, share(party)]));
  if (key === 'equal') return each(() => ({ n: 1n, d: BigInt(members.length) }));
  if ('by' in key) {
    const weight = (party: string): Share => year.register(key, dayOf(key.date, year.year), party);
    const sum = members.map(weight).reduce(plus, zero);
    return each((party) => over(weight(party), sum));
  }
  if ('parts' in key) {
    const parts = key.parts.map((part) => ({
      share: shareOf(part.share),
      of: shares(part.key, members, year),
    }));
    return each((party) =>
      parts.map(({ share, of }) => times(share, of.get(party) ?? zero)).reduce(plus, zero),
    );
  }
  if ('cap' in key) {
    // The example caps one party at nothing: the others divide among themselves in proportion.
    const inner = shares(key.cap.of, members, year);
    const others = members.filter((party) => party !== key.cap.party);
    const sum = others.map((party) => inner.get(party) ?? zero).reduce(plus, zero);
    return each((party) => (party === key.cap.party ? zero : over(inner.get(party) ?? zero, sum)));
  }
  return shares(key.external.rest, members, year);
}

const nearest = ({ n, d }: Share): bigint => (2n * n + d) / (2n * d);

export type Rounding = { readonly unitOre: bigint; readonly mode: string; readonly host: string };

/** Rounds a total's exact parts once, so that they add up: the host takes the rest, or the largest remainders do. */
export function rounded(
  totalOre: bigint,
  parts: ReadonlyMap<string, Share>,
  { unitOre, mode, host }: Rounding,
): ReadonlyMap<string, bigint> {
  const inUnits = (share: Share): Share => ({ n: totalOre * share.n, d: share.d * unitOre });
  if (mode === 'hostTakesRest') {
    const others = [...parts].filter(([party]) => party !== host);
    const amounts = others.map(([party, share]) => [party, nearest(inUnits(share)) * unitOre] as const);
    const taken = amounts.reduce((sum, [, amount]) => sum + amount, 0n);
    return new Map([...amounts, [host, totalOre - taken]]);
  }
  const cut = [...parts].map(([party, share]) => {
    const { n, d } = inUnits(share);
    return { party, units: n / d, lost: { n: n % d, d } };
  });
  const left = totalOre / unitOre - cut.reduce((sum, { units }) => sum + units, 0n);
  const order = cut.toSorted((a, b) => (a.lost.n * b.lost.d > b.lost.n * a.lost.d ? -1 : 1));
  return new Map(
    order.map(({ party, units }, at) => [party, (units + (BigInt(at) < left ? 1n : 0n)) * unitOre]),
  );
}
