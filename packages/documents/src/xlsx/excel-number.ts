import type { Fraction } from '@samstyr/core/fraction/fraction';
import type { Ore } from '@samstyr/core/money/ore';

/**
 * An amount as a workbook's cell holds it, in kroner. The only place an amount becomes a floating number, because a cell knows no other:
 * a double holds every whole øre exactly to 90 billion kroner, and what is written is the nearest double to the exact amount.
 */
export const excelNumber = (ore: Ore): number => Number(ore) / 100;

/** An exact number, not of money or not in whole øre, as the nearest double. */
export function excelFraction({ n, d }: Fraction): number {
  const whole = n / d;
  const rest = n - whole * d;
  const scale = 10n ** 12n;
  return Number(whole) + Number((rest * scale) / d) / Number(scale);
}
