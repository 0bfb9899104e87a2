import type { Fraction } from '@samstyr/core/fraction/fraction';
import { canonicalKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { invariant } from '@samstyr/core/result/result';

/** A spreadsheet keeps 15 digits of a number: 13 of kroner and two of øre. */
const mostOre = 10n ** 15n;

/**
 * An amount as the number a spreadsheet holds: kroner. Safe here, and only here: an amount of at most 15 digits has one nearest double,
 * its decimal text is read to exactly that one, and rounding to øre gives the amount back.
 */
export function excelNumber(amount: Ore): number {
  const size = amount < 0n ? -amount : amount;
  invariant(size < mostOre, 'a spreadsheet holds amounts below 10 000 000 000 000 kroner to the øre');
  return Number(canonicalKroner(amount));
}

/** A fraction as the nearest number a spreadsheet holds: shares, register values and exact parts in øre divided by `per`. */
export const excelFraction = ({ n, d }: Fraction, per = 1n): number => {
  const denominator = d * per;
  const whole = n / denominator;
  return Number(whole) + Number(n % denominator) / Number(denominator);
};
