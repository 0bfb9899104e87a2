import { type Fraction, fraction, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatCount } from '@samstyr/core/money/kroner';

const space = '\u00a0';

/** Always with its sign, zero without: `+950`, `−374`, `0`. */
export const signed = (text: string): string =>
  text.startsWith('−') || /^[0,]*$/.test(text) ? text : `+${text}`;

/** A fraction with a fixed number of decimals, halves away from zero; never «−0». */
export function decimals(value: Fraction, places: 0 | 1 | 2 | 4): string {
  const scale = 10n ** BigInt(places);
  const scaled: bigint = roundToOre(fraction(value.n * scale, value.d));
  if (places === 0) return formatCount(scaled);
  const size = scaled < 0n ? -scaled : scaled;
  const text = `${formatCount(size / scale)},${`${size % scale}`.padStart(places, '0')}`;
  return scaled < 0n ? `−${text}` : text;
}

/** Whole kroner: `48 332 535`. */
export const kroner = (amountOre: bigint): string => decimals(fraction(amountOre, 100n), 0);
/** What somebody may write over: whole kroner, or with the øre it has. */
export const exactKroner = (amountOre: bigint): string =>
  decimals(fraction(amountOre, 100n), amountOre % 100n === 0n ? 0 : 2);
/** In a sentence: `48,3 mill. kr`, or whole kroner below a million. */
export function inWords(amountOre: bigint): string {
  const size = amountOre < 0n ? -amountOre : amountOre;
  return size >= 100_000_000n
    ? `${decimals(fraction(amountOre, 100_000_000n), 1)}${space}mill.${space}kr`
    : `${kroner(amountOre)}${space}kr`;
}

/** A change in per cent of what was: `+5,3 %`; null when there was nothing. */
export function percentChange(change: bigint, before: bigint): string | null {
  return before === 0n ? null : `${signed(decimals(fraction(change * 100n, before), 1))}${space}%`;
}

/** A share of the whole with two decimals: `13,30 %`. */
export const shareText = (part: bigint, whole: bigint): string =>
  whole === 0n ? '–' : `${decimals(fraction(part * 100n, whole), 2)}${space}%`;

export type Heat = { readonly way: 'more' | 'less'; readonly step: 1 | 2 | 3 | 4 } | null;

/** How strongly a change is coloured: by its per cent, capped by its weight in the column, so that small amounts do not shout. */
export function heatOf(change: bigint, before: bigint, columnTotal: bigint): Heat {
  const size = change < 0n ? -change : change;
  const base = before < 0n ? -before : before;
  const atLeast = (percent: bigint): boolean => base === 0n || size * 100n >= percent * base;
  const byPercent =
    size === 0n || !atLeast(1n) ? 0 : atLeast(15n) ? 4 : atLeast(8n) ? 3 : atLeast(4n) ? 2 : 1;
  const total = columnTotal < 0n ? -columnTotal : columnTotal;
  const below = (perTenThousand: bigint): boolean => size * 10_000n < perTenThousand * total;
  const cap = below(5n) ? 0 : below(15n) ? 1 : below(40n) ? 2 : below(100n) ? 3 : 4;
  const step = Math.min(byPercent, cap);
  return step === 0 ? null : { way: change > 0n ? 'more' : 'less', step: step as 1 | 2 | 3 | 4 };
}

/** The class of a coloured cell. */
export const heatClass = (heat: Heat): string => (heat === null ? '' : ` heat-${heat.way}-${heat.step}`);
