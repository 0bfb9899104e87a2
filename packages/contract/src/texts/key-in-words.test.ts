import { fraction } from '@samstyr/core/fraction/fraction';
import type { Key, RegisterReading } from '@samstyr/core/key/grammar';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { expect, test } from 'vitest';
import { keyInWords } from './key-in-words.ts';
import type { Language } from './language.ts';

const counted: { readonly [L in Language]: string } = {
  nb: 'innbyggere',
  nn: 'innbyggjarar',
  en: 'population',
};
const inWords = (key: Key, language: Language): string =>
  keyInWords(
    key,
    {
      party: (slug) => `${slug.slice(0, 1).toLocaleUpperCase('nb')}${slug.slice(1)}`,
      counted: () => counted[language],
    },
    language,
  ).replaceAll('\u00a0', ' ');

const reading: RegisterReading = {
  register: 'population',
  date: 'previousYear-01-01',
  group: null,
  average: 1,
};
const byPopulation: Key = { form: 'by', reading };
const fifteen: Key = {
  form: 'parts',
  parts: [
    { share: fraction(3n, 20n), key: { form: 'equal' } },
    { share: fraction(17n, 20n), key: byPopulation },
  ],
};

const told: readonly (readonly [Key, string, string, string])[] = [
  [
    fifteen,
    '15 prosent likt, 85 prosent etter innbyggere 1. januar året før',
    '15 prosent likt, 85 prosent etter innbyggjarar 1. januar året før',
    '15 per cent equally, 85 per cent by population on 1 January the year before',
  ],
  [
    {
      form: 'agreed',
      shares: [
        { party: 'selbu', share: fraction(1n, 3n) },
        { party: 'tydal', share: fraction(2n, 3n) },
      ],
    },
    'etter avtalte andeler (Selbu 1/3 og Tydal 2/3)',
    'etter avtalte delar (Selbu 1/3 og Tydal 2/3)',
    'by agreed shares (Selbu 1/3 and Tydal 2/3)',
  ],
  [
    { form: 'by', reading: { ...reading, date: 'previousYear-07-01', group: '0-15', average: 3 } },
    'etter innbyggere (0–15) 1. juli året før, i snitt over 3 år',
    'etter innbyggjarar (0–15) 1. juli året før, i snitt over 3 år',
    'by population (0–15) on 1 July the year before, averaged over 3 years',
  ],
  [
    { form: 'usage', register: 'population', period: 2024 },
    'etter bruk (innbyggere) i 2024',
    'etter bruk (innbyggjarar) i 2024',
    'by use (population) in 2024',
  ],
  [{ form: 'direct', party: 'selbu' }, 'til Selbu alene', 'til Selbu åleine', 'to Selbu alone'],
  [
    {
      form: 'bands',
      reading: { ...reading, date: day('2024-01-01') },
      bands: [
        { upTo: fraction(2000n), amountOre: ore(2_500_000n) },
        { upTo: null, amountOre: ore(4_500_000n) },
      ],
    },
    'en avgift etter innbyggere 1. januar 2024: 25 000 kr til og med 2 000 og 45 000 kr over det',
    'ei avgift etter innbyggjarar 1. januar 2024: 25 000 kr til og med 2 000 og 45 000 kr over det',
    'a fee by population on 1 January 2024: kr 25 000 up to 2 000 and kr 45 000 above that',
  ],
  [
    { form: 'tariff', baseOre: ore(4_000_000n), priceOre: ore(775n), reading },
    '40 000 kr i grunnbeløp og 7,75 kr ganget med tallet på innbyggere 1. januar året før',
    '40 000 kr i grunnbeløp og 7,75 kr gonga med innbyggjarar 1. januar året før',
    'a base fee of kr 40 000 and kr 7,75 times population on 1 January the year before',
  ],
  [
    { form: 'threshold', amountOre: ore(5_000_000n), below: { form: 'equal' }, above: fifteen },
    'de første 50 000 kr likt, resten (15 prosent likt, 85 prosent etter innbyggere 1. januar året før)',
    'dei første 50 000 kr likt, resten (15 prosent likt, 85 prosent etter innbyggjarar 1. januar året før)',
    'the first kr 50 000 equally, the rest (15 per cent equally, 85 per cent by population on 1 January the year before)',
  ],
  [
    { form: 'cap', party: 'tydal', limit: { share: fraction(1n, 8n) }, of: byPopulation },
    'etter innbyggere 1. januar året før, men Tydal betaler høyst 12,5 prosent av kostnaden',
    'etter innbyggjarar 1. januar året før, men Tydal betaler høgst 12,5 prosent av kostnaden',
    'by population on 1 January the year before, but Tydal pays at most 12.5 per cent of the cost',
  ],
  [
    { form: 'floor', party: null, limit: { amountOre: ore(2_500_050n) }, of: { form: 'equal' } },
    'likt, men alle betaler minst 25 000,50 kr i året',
    'likt, men alle betaler minst 25 000,50 kr i året',
    'equally, but everybody pays at least kr 25 000,50 a year',
  ],
  [
    { form: 'phaseIn', from: { form: 'equal' }, to: byPopulation, years: 4, firstYear: 2025 },
    'fra likt til etter innbyggere 1. januar året før, innfaset over 4 år fra 2025',
    'frå likt til etter innbyggjarar 1. januar året før, innfasa over 4 år frå 2025',
    'from equally to by population on 1 January the year before, phased in over 4 years from 2025',
  ],
  [
    {
      form: 'external',
      funder: 'staten',
      pays: { share: fraction(1n, 2n) },
      ceilingOre: ore(40_000_000n),
      rest: { form: 'equal' },
    },
    'Staten betaler først 50 prosent av kostnaden, høyst 400 000 kr, resten likt',
    'Staten betaler først 50 prosent av kostnaden, høgst 400 000 kr, resten likt',
    'Staten first pays 50 per cent of the cost, at most kr 400 000, the rest equally',
  ],
];

test('every form of a key is told in three languages', () => {
  const forms: { readonly [F in Key['form']]: true } = {
    equal: true,
    agreed: true,
    by: true,
    usage: true,
    direct: true,
    bands: true,
    tariff: true,
    threshold: true,
    cap: true,
    floor: true,
    phaseIn: true,
    external: true,
    parts: true,
  };
  expect(new Set([...told.map(([key]) => key.form), 'equal'])).toEqual(new Set(Object.keys(forms)));
  for (const [key, nb, nn, en] of told) {
    expect(inWords(key, 'nb')).toBe(nb);
    expect(inWords(key, 'nn')).toBe(nn);
    expect(inWords(key, 'en')).toBe(en);
  }
});
