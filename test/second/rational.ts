/** A second arithmetic, which shares nothing with Samstyr's: pairs in lowest terms, denominator positive. */
export type Rational = readonly [bigint, bigint];

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
const size = (a: bigint): bigint => (a < 0n ? -a : a);

export function rational(n: bigint, d = 1n): Rational {
  if (d === 1n) return [n, d];
  const by = divisor(size(n), size(d)) * (d < 0n ? -1n : 1n);
  return by === 0n ? [0n, 1n] : [n / by, d / by];
}
export const plus = (a: Rational, b: Rational): Rational => rational(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Rational, b: Rational): Rational => rational(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
export const times = (a: Rational, b: Rational): Rational => rational(a[0] * b[0], a[1] * b[1]);
export const over = (a: Rational, b: Rational): Rational => rational(a[0] * b[1], a[1] * b[0]);
export const isMore = (a: Rational, b: Rational): boolean => a[0] * b[1] > b[0] * a[1];
export const total = (values: readonly Rational[]): Rational => values.reduce(plus, [0n, 1n] as Rational);

/** `3/20`, `15%`, `0.15`, `12`. */
export function readRational(text: string): Rational {
  if (text.endsWith('%')) return over(readRational(text.slice(0, -1)), [100n, 1n]);
  if (text.includes('/')) {
    const [top = '', bottom = ''] = text.split('/');
    return over(readRational(top), readRational(bottom));
  }
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return rational(BigInt(text.replace('.', '')), 10n ** BigInt(decimals));
}
/** `25000.00` kroner, in øre. */
export const readOre = (kroner: string): Rational => times(readRational(kroner), [100n, 1n]);
