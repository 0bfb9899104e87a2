import { type Ore, ore } from '../money/ore.ts';
import { invariant } from '../result/result.ts';

/**
 * An exact number n/d with d > 0. Not kept in lowest terms: the shares of one key have one denominator, so sums
 * stay cheap and nobody pays for a gcd on the way. `reduced` does it where a person reads.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  invariant(d !== 0n, 'a fraction has a denominator');
  return d < 0n ? { n: -n, d: -d } : { n, d };
};

export const zeroFraction: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };
export const ofOre = (amount: Ore): Fraction => ({ n: amount, d: 1n });

// A key nested in keys multiplies denominators at every level. Past this size the gcd is cheaper than carrying the digits on.
const outgrown = 1n << 256n;
const lean = (n: bigint, d: bigint): Fraction => (d < outgrown ? { n, d } : reduced({ n, d }));

/** One denominator is often a multiple of the other: then it serves both, and a long sum does not grow. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return lean(a.n * b.d + b.n * a.d, a.d * b.d);
}
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Fraction, b: Fraction): Fraction => lean(a.n * b.n, a.d * b.d);
export function divide(a: Fraction, b: Fraction): Fraction {
  const { n, d } = fraction(a.n * b.d, a.d * b.n);
  return lean(n, d);
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const equals = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
export const isZero = (a: Fraction): boolean => a.n === 0n;

export function sumFractions(values: Iterable<Fraction>): Fraction {
  let total = zeroFraction;
  for (const value of values) total = add(total, value);
  return total;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The same number in lowest terms. */
export function reduced({ n, d }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

/** The largest whole number not above a, also for negative a. */
export function floor({ n, d }: Fraction): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

/** The nearest multiple of `unit` øre, halves away from zero, so that a credit mirrors a cost. */
export function roundToOre(value: Fraction, unit: bigint = 1n): Ore {
  const negative = value.n < 0n;
  const n = negative ? -value.n : value.n;
  const steps = (2n * n + value.d * unit) / (2n * value.d * unit);
  return ore((negative ? -steps : steps) * unit);
}

const plainNumber = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** `3/20`, `15%`, `12.5%`, `0.15`, `4`, the canonical forms of a file; null when the text is none of them. */
export function parseFraction(text: string): Fraction | null {
  const [top, bottom, ...more] = text.split('/');
  if (top === undefined || more.length > 0) return null;
  if (bottom !== undefined) {
    const n = parseFraction(top);
    const d = parseFraction(bottom);
    return n === null || d === null || d.n === 0n ? null : divide(n, d);
  }
  const percent = top.endsWith('%');
  const match = plainNumber.exec(percent ? top.slice(0, -1).trim() : top);
  if (match === null) return null;
  const [, sign = '', whole = '0', decimals = ''] = match;
  const n = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  return { n, d: 10n ** BigInt(decimals.length) * (percent ? 100n : 1n) };
}

/** `3/20`, or `4` when whole: lowest terms, so equal numbers have equal texts. */
export function fractionText(value: Fraction): string {
  const { n, d } = reduced(value);
  return d === 1n ? `${n}` : `${n}/${d}`;
}
