import { fraction, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatCount, formatKroner } from '@samstyr/core/money/kroner';
import { minus, type Ore } from '@samstyr/core/money/ore';

/** `60 734 000,00`, whole kroner without decimals when every amount shown beside it is whole. */
export const kroner = (amount: Ore | null, unknown = '–'): string =>
  amount === null ? unknown : formatKroner(amount, { decimals: 0 });

/** Signed, as changes are shown: `+950`, `−374`, `0`. */
export const change = (amount: Ore): string =>
  amount > 0n ? `+${formatKroner(amount, { decimals: 0 })}` : formatKroner(amount, { decimals: 0 });

/** The change in percent of last year with one decimal; `ny` when there was nothing last year. Based on the old year. (R18) */
export function percent(current: Ore, previous: Ore): string {
  if (previous === 0n) return current === 0n ? '' : 'ny';
  const tenths = roundToOre(
    fraction(1000n * minus({ from: current, amount: previous }), previous < 0n ? -previous : previous),
  );
  const magnitude = tenths < 0n ? -tenths : tenths;
  const text = `${formatCount(magnitude / 10n)},${magnitude % 10n}`;
  return tenths < 0n ? `−${text}` : tenths > 0n ? `+${text}` : text;
}
