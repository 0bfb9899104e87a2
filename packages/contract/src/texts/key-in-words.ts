import { type Fraction, fractionText, reduced } from '@samstyr/core/fraction/fraction';
import type { DateRule, ExternalPayment, Key, Limit, RegisterReading } from '@samstyr/core/key/grammar';
import { formatCount } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { unreachable } from '@samstyr/core/result/result';
import { kronerText } from './amount-text.ts';
import { dayText } from './day-text.ts';
import { type KeyPhrases, keyPhrases } from './key-phrases.ts';
import type { Language } from './language.ts';
import { listed } from './list-text.ts';

/** How the names in a key are read: «Selbu», and what a register counts («innbyggere»), in the language of the sentence. */
export type KeyWordNames = {
  readonly party: (party: string) => string;
  readonly counted: (register: string) => string;
};

type Telling = {
  readonly names: KeyWordNames;
  readonly language: Language;
  readonly phrases: KeyPhrases;
};

/** A key as people say it: «15 prosent likt, 85 prosent etter innbyggere 1. januar året før». No capital letter and no full stop. */
export const keyInWords = (key: Key, names: KeyWordNames, language: Language): string =>
  told({ names, language, phrases: keyPhrases[language] }, key);

function told(telling: Telling, key: Key): string {
  const { names, language, phrases } = telling;
  switch (key.form) {
    case 'equal':
      return phrases.equal;
    case 'agreed': {
      const shares = key.shares.map(
        ({ party, share }) => `${names.party(party)} ${shareText(telling, share)}`,
      );
      return phrases.agreed(listed(shares, language, shares.length));
    }
    case 'by':
      return phrases.by(readingText(telling, key.reading));
    case 'usage':
      return phrases.use(names.counted(key.register), periodOf(telling, key.period));
    case 'direct':
      return phrases.direct(names.party(key.party));
    case 'bands': {
      const steps = key.bands.map(({ upTo, amountOre }) => {
        const amount = kroner(telling, amountOre);
        return upTo === null ? phrases.openBand(amount) : phrases.band(number(upTo), amount);
      });
      return phrases.bands(readingText(telling, key.reading), listed(steps, language, steps.length));
    }
    case 'tariff': {
      const price = phrases.times(kroner(telling, key.priceOre), readingText(telling, key.reading));
      return phrases.tariff(kroner(telling, key.baseOre), price);
    }
    case 'threshold':
      return phrases.threshold(
        kroner(telling, key.amountOre),
        inside(telling, key.below),
        inside(telling, key.above),
      );
    case 'cap':
    case 'floor': {
      const limit = limitText(telling, key.limit);
      const party = key.party === null ? null : names.party(key.party);
      const rule = key.form === 'cap' ? phrases.atMost(limit, party) : phrases.atLeast(limit, party);
      return `${inside(telling, key.of)}, ${rule}`;
    }
    case 'phaseIn':
      return phrases.phaseIn(inside(telling, key.from), inside(telling, key.to), key.years, key.firstYear);
    case 'external': {
      const ceiling = key.ceilingOre === null ? null : kroner(telling, key.ceilingOre);
      const first = phrases.funder(names.party(key.funder), paymentText(telling, key.pays), ceiling);
      return `${first}, ${phrases.rest(inside(telling, key.rest))}`;
    }
    case 'parts':
      return key.parts
        .map(({ share, key: part }) => `${shareText(telling, share)} ${inside(telling, part)}`)
        .join(', ');
    default:
      return unreachable(key);
  }
}

const simple: ReadonlySet<Key['form']> = new Set(['equal', 'agreed', 'by', 'usage', 'direct']);

/** A key within a key; one with commas of its own stands in brackets, so that nobody reads it as part of the outer one. */
const inside = (telling: Telling, key: Key): string =>
  simple.has(key.form) ? told(telling, key) : `(${told(telling, key)})`;

/** `12,5`, or null when four decimals do not hold it. */
function decimals(value: Fraction): string | null {
  const { n, d } = reduced(value);
  for (let places = 0; places <= 4; places += 1) {
    const scaled = n * 10n ** BigInt(places);
    if (scaled % d !== 0n) continue;
    if (places === 0) return formatCount(scaled / d);
    const digits = `${scaled / d}`.padStart(places + 1, '0');
    return `${formatCount(BigInt(digits.slice(0, -places)))},${digits.slice(-places)}`;
  }
  return null;
}

const number = (value: Fraction): string => decimals(value) ?? fractionText(value);

/** `15 prosent`; a share that no decimals hold is told as it is written, `1/3 av kostnaden`. */
function shareText({ phrases }: Telling, share: Fraction): string {
  const percent = decimals({ n: share.n * 100n, d: share.d });
  return percent === null ? fractionText(share) : phrases.percent(percent);
}

const kroner = ({ language }: Telling, amount: Ore): string => kronerText(amount, language, { decimals: 0 });

function dateText({ phrases, language }: Telling, rule: DateRule): string {
  switch (rule) {
    case 'budgetYear-01-01':
      return phrases.firstOfBudgetYear;
    case 'previousYear-01-01':
      return phrases.firstOfYearBefore;
    case 'previousYear-07-01':
      return phrases.julyOfYearBefore;
    default:
      return phrases.on(dayText(rule, language));
  }
}

/** `innbyggere (0–15) 1. januar året før, i snitt over 3 år`. */
function readingText(telling: Telling, { register, date, group, average }: RegisterReading): string {
  const { names, phrases } = telling;
  const part = group === null ? '' : ` (${group.replace(/^(\d+)-(\d+)$/, '$1–$2')})`;
  const years = average === 1 ? '' : `, ${phrases.average(average)}`;
  return `${names.counted(register)}${part} ${dateText(telling, date)}${years}`;
}

const periodOf = ({ phrases }: Telling, period: 'previousYear' | 'budgetYear' | number): string =>
  period === 'previousYear'
    ? phrases.yearBefore
    : period === 'budgetYear'
      ? phrases.budgetYear
      : phrases.inYear(period);

const limitText = (telling: Telling, limit: Limit): string =>
  'share' in limit
    ? telling.phrases.ofCost(shareText(telling, limit.share))
    : telling.phrases.yearly(kroner(telling, limit.amountOre));

function paymentText(telling: Telling, pays: ExternalPayment): string {
  if ('share' in pays) return telling.phrases.ofCost(shareText(telling, pays.share));
  if ('amountOre' in pays) return kroner(telling, pays.amountOre);
  return telling.phrases.times(kroner(telling, pays.priceOre), readingText(telling, pays.reading));
}
