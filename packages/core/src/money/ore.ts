declare const brand: unique symbol;

/** An amount in øre. Kroner are how an amount is shown, never how it is held. Cost positive, income negative. */
export type Ore = bigint & { readonly [brand]: 'Ore' };

export const ore = (amount: bigint): Ore => amount as Ore;
export const zero: Ore = ore(0n);
export const plus = (a: Ore, b: Ore): Ore => ore(a + b);
/** What is left of `from` when `amount` is taken out. */
export const minus = ({ from, amount }: { readonly from: Ore; readonly amount: Ore }): Ore =>
  ore(from - amount);
export const negate = (a: Ore): Ore => ore(-a);
export const absolute = (a: Ore): Ore => (a < 0n ? ore(-a) : a);

/** The smaller amount first, for sorting. */
export const bySize = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Σ, exact; an empty sum is 0 øre. */
export function sum(amounts: Iterable<Ore>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return ore(total);
}
