import { type Fraction, fractionText, reduced } from '@samstyr/core/fraction/fraction';
import type { Band, DateRule, ExternalPayment, Key, Limit, RegisterReading } from '@samstyr/core/key/grammar';
import { formatCount, formatKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { unreachable } from '@samstyr/core/result/result';
import { dayText } from './day-text.ts';
import type { Language } from './language.ts';
import { listed } from './list-text.ts';

/** How the names in a key are read: «Selbu», and what a register counts («innbyggere»), in the language of the sentence. */
export type KeyNames = {
  readonly party: (party: string) => string;
  readonly counted: (register: string) => string;
};

const noBreakSpace = '\u00a0';

/** `12,5`, or null when four decimals do not hold it. */
function decimals(value: Fraction): string | null {
  const { n, d } = reduced(value);
  for (let digits = 0; digits <= 4; digits += 1) {
    const scaled = n * 10n ** BigInt(digits);
    if (scaled % d !== 0n) continue;
    const text = `${scaled / d}`.padStart(digits + 1, '0');
    return digits === 0
      ? formatCount(scaled / d)
      : `${formatCount(BigInt(text.slice(0, -digits)))},${text.slice(-digits)}`;
  }
  return null;
}

/** What differs between the languages in the sentences of a key. */
type Grammar = {
  readonly percent: (number: string) => string;
  readonly partOfCost: (fraction: string) => string;
  readonly ofCost: (share: string) => string;
  readonly kroner: (amount: string) => string;
  readonly perYear: string;
  readonly equal: string;
  readonly agreed: (shares: string) => string;
  readonly by: (what: string) => string;
  readonly at: { readonly [D in Exclude<DateRule, `${number}-${string}` & { _: never }> & string]?: string };
  readonly onDay: (date: string) => string;
  readonly group: (group: string) => string;
  readonly average: (years: number) => string;
  readonly use: (register: string, period: string) => string;
  readonly period: (period: 'previousYear' | 'budgetYear' | number) => string;
  readonly direct: (party: string) => string;
  readonly bands: (what: string, steps: string) => string;
  readonly band: (upTo: string, amount: string) => string;
  readonly lastBand: (amount: string) => string;
  readonly tariff: (base: string, price: string, what: string) => string;
  readonly threshold: (amount: string, below: string, above: string) => string;
  readonly cap: (of: string, party: string | null, limit: string) => string;
  readonly floor: (of: string, party: string | null, limit: string) => string;
  readonly phaseIn: (from: string, to: string, years: number, firstYear: number) => string;
  readonly external: (funder: string, pays: string, ceiling: string | null, rest: string) => string;
  readonly times: (price: string, what: string) => string;
};
