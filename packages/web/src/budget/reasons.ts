import { dayText } from '@samstyr/contract/texts/day-text';
import type { Language } from '@samstyr/contract/texts/language';
import { causeWords, changeWords } from '@samstyr/contract/texts/words';
import type { Cause } from '@samstyr/core/budget/view';
import { bySize } from '@samstyr/core/money/ore';
import type { Budget } from './budget.ts';
import { serviceName } from './budget.ts';
import { decimals } from './numbers.ts';

export type CauseLine = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly amountOre: bigint;
  readonly figureId: string | null;
};

const capital = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('nb')}${text.slice(1)}`;

/** A cause in words: what kind it is, and the reason somebody has stated for it. */
export function causeInWords(
  { index: { model } }: Budget,
  { cause, row }: Cause,
  language: Language,
): { readonly kind: string; readonly reason: string } {
  if (row?.table === 'change') {
    const change = model.change.find(({ id }) => id === row.id);
    if (change !== undefined)
      return { kind: capital(changeWords[change.kind][language]), reason: change.reason ?? '' };
  }
  if (row?.table === 'growth') {
    const growth = model.growth.find(({ id }) => id === row.id);
    if (growth !== undefined) {
      const word = growth.kind === 'income' ? causeWords.cost[language] : changeWords[growth.kind][language];
      const rate = `${decimals(growth.ratePercent, 1)}\u00a0%`;
      return { kind: capital(word), reason: `${rate}, ${dayText(growth.from, language)}` };
    }
  }
  return { kind: causeWords[cause][language], reason: '' };
}

/**
 * Why a municipality's whole bill, or a unit's cost, changed: wage growth of all services as one line, the rest each by itself, smallest
 * ones together. The lines sum to the change exactly.
 */
export function causeLines(
  budget: Budget,
  wanted: (cause: Cause) => boolean,
  language: Language,
  rest: string,
  most = 12,
): readonly CauseLine[] {
  const lines = new Map<string, CauseLine>();
  for (const cause of budget.causes.filter(wanted)) {
    const { kind, reason } = causeInWords(budget, cause, language);
    const isShared =
      cause.row?.table === 'growth' || cause.cause === 'rounding' || cause.cause === 'register';
    const service = serviceName(budget, cause.service, language);
    const id = isShared ? kind : (cause.row?.id ?? `${cause.service}/${cause.cause}`);
    const known = lines.get(id);
    lines.set(id, {
      id,
      name: isShared ? kind : `${service}: ${kind.toLocaleLowerCase('nb')}`,
      reason: isShared ? (known !== undefined && known.reason !== reason ? '' : reason) : reason,
      amountOre: (known?.amountOre ?? 0n) + cause.amountOre,
      figureId: known === undefined && !isShared ? cause.figureId : null,
    });
  }
  const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
  const all = [...lines.values()]
    .filter(({ amountOre }) => amountOre !== 0n)
    .sort((a, b) => bySize(size(b.amountOre), size(a.amountOre)));
  const large = all.slice(0, most).sort((a, b) => bySize(b.amountOre, a.amountOre));
  const small = all.slice(most);
  return small.length === 0
    ? large
    : [
        ...large,
        {
          id: 'rest',
          name: rest,
          reason: '',
          amountOre: small.reduce((total, { amountOre }) => total + amountOre, 0n),
          figureId: null,
        },
      ];
}
