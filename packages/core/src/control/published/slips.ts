import { absolute } from './printed-figure.ts';
import { type Micro, micro } from './published-document.ts';

/** What a hand or a scanner did to a figure on its way to print. */
export type Slip = 'sign' | 'transposed' | 'digit' | 'magnitude' | 'lostDigit';

/** The digits of two figures, to as many decimals as either has: 11,0 beside 10,1 is 110. */
function digitsOf(one: Micro, other: Micro): readonly [string, string] {
  let step = micro;
  while (step > 1n && (one % step !== 0n || other % step !== 0n)) step /= 10n;
  return [`${absolute(one) / step}`, `${absolute(other) / step}`];
}

const isSwapOfNeighbours = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first, second] = differing;
  return (
    differing.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    a[first] === b[second] &&
    a[second] === b[first]
  );
};

const differsInOneDigit = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1;

const lacksOneDigit = (short: string, long: string): boolean =>
  long.length === short.length + 1 &&
  [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);

/**
 * What to call the slip once the figure is known to be wrong. A wrong ten in a figure of two digits is told as one digit too, though it is
 * no evidence of which figure is wrong: too many pairs of such figures differ so.
 */
export function slipNamed(printed: Micro, expected: Micro): Slip | null {
  const slip = slipBetween(printed, expected);
  if (slip !== null || printed < 0n !== expected < 0n) return slip;
  const [a, b] = digitsOf(printed, expected);
  const isWrongTen = a.length === 2 && differsInOneDigit(a, b) && a[1] === b[1];
  return isWrongTen && absolute(printed - expected) >= 10n * micro ? 'digit' : null;
}

/**
 * The one slip that turns `expected` into `printed`, or null. A swap of neighbouring digits always differs by a multiple of nine; the
 * test on the digits themselves is the stronger one, so the multiple is not looked at apart.
 */
export function slipBetween(printed: Micro, expected: Micro): Slip | null {
  if (printed === expected || printed === 0n || expected === 0n) return null;
  if (printed === -expected) return 'sign';
  const [p, e] = [absolute(printed), absolute(expected)];
  for (let power = 10n; power <= 1_000_000_000n; power *= 10n) {
    if (p === e * power || e === p * power) return 'magnitude';
  }
  if (printed < 0n !== expected < 0n) return null;
  const [a, b] = digitsOf(printed, expected);
  const scaleOf = (value: bigint): number => `${value / micro}`.length;
  if (a.length >= 2 && scaleOf(p) === scaleOf(e)) {
    if (isSwapOfNeighbours(a, b)) return 'transposed';
    if (a.length >= 3 && differsInOneDigit(a, b)) return 'digit';
  }
  if (Math.min(a.length, b.length) >= 3 && (lacksOneDigit(a, b) || lacksOneDigit(b, a))) return 'lostDigit';
  return null;
}
