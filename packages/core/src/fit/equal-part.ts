import {
  add,
  compare,
  divide,
  type Fraction,
  floor,
  fraction,
  isZero,
  multiply,
  one,
  reduced,
  subtract,
  zeroFraction,
} from '../fraction/fraction.ts';

export type Range = { readonly low: Fraction; readonly high: Fraction };

/** How round a number an equal part is: whole per cent, half, tenth, or only a fraction. People agree on round numbers. */
export const roundness = [100n, 200n, 1000n] as const;
export const onlyAFraction = roundness.length;

/**
 * The equal parts a in 0–1 for which every member's exact amount, a·equal + (1 − a)·by register, lies within its tolerance of the
 * printed one; a null tolerance is no demand. Each demand is two inequalities in a; null when no a meets them all.
 */
export function equalPartRange({
  allEqual,
  byRegister,
  printed,
  tolerances,
}: {
  /** What each pays when everything is equal, and when everything goes by the register. */
  readonly allEqual: Fraction;
  readonly byRegister: readonly Fraction[];
  readonly printed: readonly bigint[];
  readonly tolerances: readonly (Fraction | null)[];
}): Range | null {
  let [low, high] = [zeroFraction, one];
  for (const [index, start] of byRegister.entries()) {
    const tolerance = tolerances[index];
    if (tolerance == null) continue;
    const slope = subtract(allEqual, start);
    const off = subtract(fraction(printed[index] ?? 0n), start);
    const [least, most] = [subtract(off, tolerance), add(off, tolerance)];
    if (isZero(slope)) {
      if (least.n > 0n || most.n < 0n) return null;
      continue;
    }
    const ends = [divide(least, slope), divide(most, slope)];
    const [from, to] = slope.n > 0n ? ends : ends.toReversed();
    if (from !== undefined && compare(from, low) > 0) low = from;
    if (to !== undefined && compare(to, high) < 0) high = to;
    if (compare(low, high) > 0) return null;
  }
  return { low: reduced(low), high: reduced(high) };
}

/** The multiples of 1/grid within a range, at most `most` of them. */
export function gridWithin({ low, high }: Range, grid: bigint, most: number): readonly Fraction[] {
  const scaled = multiply(low, fraction(grid));
  const first = -floor({ n: -scaled.n, d: scaled.d });
  const last = floor(multiply(high, fraction(grid)));
  const found: Fraction[] = [];
  for (let n = first; n <= last && found.length < most; n += 1n) found.push(fraction(n, grid));
  return found;
}

/** The fraction with the smallest denominator within a range. */
export function simplestWithin({ low, high }: Range): Fraction {
  const whole = -floor({ n: -low.n, d: low.d });
  if (compare(fraction(whole), high) <= 0) return fraction(whole);
  const below = floor(low);
  const inner = simplestWithin({
    low: divide(one, subtract(high, fraction(below))),
    high: divide(one, subtract(low, fraction(below))),
  });
  return add(fraction(below), divide(one, inner));
}
