import { formatKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import type { Language } from './language.ts';

const noBreakSpace = '\u00a0';

/** `1 234,50 kr`, in English `kr 1 234,50`: an amount with its unit, never parted. Whole kroner without decimals when `decimals` is 0. */
export function kronerText(
  amount: Ore,
  language: Language,
  { decimals = 2 }: { readonly decimals?: 0 | 2 } = {},
): string {
  const digits = formatKroner(amount, { decimals });
  return language === 'en' ? `kr${noBreakSpace}${digits}` : `${digits}${noBreakSpace}kr`;
}
