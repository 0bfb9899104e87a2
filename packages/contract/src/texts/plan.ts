import { fraction, multiply } from '@samstyr/core/fraction/fraction';
import type { PlanItem } from '@samstyr/core/scenario/plan-unpriced';
import { dayText } from './day-text.ts';
import type { Language } from './language.ts';
import { listed } from './list-text.ts';
import { percentText } from './share-text.ts';
import { growthWords, type Word } from './words.ts';

const word = (nb: string, nn: string, en: string): Word => ({ nb, nn, en });

/** Headings of the plan. */
export const planWords = {
  plan: word('Økonomiplan', 'Økonomiplan', 'Financial plan'),
  fixed: word('faste priser', 'faste prisar', 'fixed prices'),
  current: word('løpende priser', 'løpande prisar', 'current prices'),
  unpriced: word(
    'Kjent, men ikke priset (ikke med i tallene)',
    'Kjent, men ikkje prisa (ikkje med i tala)',
    'Known, but not priced (in no figure)',
  ),
  inAmounts: word(
    'Ikke priset for seg, men med i de oppgitte beløpene',
    'Ikkje prisa for seg, men med i dei oppgjevne beløpa',
    'Not priced by itself, but inside the given amounts',
  ),
  gross: word('Brutto', 'Brutto', 'Gross'),
  contributions: word('Innskudd', 'Innskot', 'Contributions'),
  funders: word('Tilskudd utenfra', 'Tilskot utanfrå', 'Outside funding'),
  rest: word('Rest til fordeling', 'Rest til fordeling', 'Rest to share'),
} as const;

const assumption = (item: Extract<PlanItem, { readonly what: 'growth' }>, language: Language): string => {
  const rate = percentText(multiply(item.ratePercent, fraction(1n, 100n)));
  const from = item.from === null ? '' : dayText(item.from, language);
  switch (language) {
    case 'nb':
      return `Vekst i ${growthWords[item.growth].nb}, ${rate} fra ${from}: grunnlaget mangler`;
    case 'nn':
      return `Vekst i ${growthWords[item.growth].nn}, ${rate} frå ${from}: grunnlaget manglar`;
    case 'en':
      return `Growth in ${growthWords[item.growth].en}, ${rate} from ${from}: the base is missing`;
  }
};

/** What is known and has no price, as its owner wrote it, with the years that are told of. */
export function planItemText(item: PlanItem, years: readonly number[], language: Language): string {
  const text =
    item.what === 'growth' ? assumption(item, language) : (item.reason ?? item.source.id).replace(/\.$/, '');
  return years.length === 0 ? text : `${text} (${listed(years, language)})`;
}
