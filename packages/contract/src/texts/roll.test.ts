import { fraction } from '@samstyr/core/fraction/fraction';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import type { PlanItem } from '@samstyr/core/scenario/plan-unpriced';
import type { RollStep } from '@samstyr/core/scenario/roll-step';
import { expect, test } from 'vitest';
import type { Language } from './language.ts';
import { planItemText, planWords } from './plan.ts';
import { rollProblemTexts, rollStepTexts } from './roll.ts';
import { folderProblemTexts } from './save-problems.ts';
import { tell } from './tell.ts';

const languages: readonly Language[] = ['nb', 'nn', 'en'];
const source = { table: 'change', id: 'it/2025.recommended/lisenser', origin: null } as const;
const place = { unit: 'it', service: 'it' } as const;
const moved = {
  ...place,
  did: 'moved',
  party: null,
  amountOre: ore(100n),
  source,
  row: 'it/2026.proposal/lisenser',
} as const;
const change = {
  ...moved,
  reason: 'Lisenser.',
  counterpart: null,
  from: day('2025-07-01'),
  until: day('2026-07-01'),
} as const;
const growth = { growth: 'wage', ratePercent: fraction(46n, 10n), from: day('2025-05-01') } as const;
const stated = { ...place, party: null, kind: 'price', reason: null, from: null, source } as const;

/** Every step as a person reads it in bokmål. */
const told: readonly (readonly [RollStep, string])[] = [
  [{ ...change, code: 'roll.fullYear' }, 'Helårsvirkning: Lisenser (fra 1.\u00a0juli 2025)'],
  [{ ...change, code: 'roll.starts' }, 'Begynner: Lisenser (fra 1.\u00a0juli 2025)'],
  [{ ...change, code: 'roll.ends' }, 'Slutter 30.\u00a0juni 2026: Lisenser'],
  [{ ...change, code: 'roll.oneOffOut' }, 'Engangsbeløp ut: Lisenser'],
  [{ ...change, code: 'roll.oneOffIn' }, 'Engangsbeløp inn: Lisenser (fra 1.\u00a0juli 2025)'],
  [
    { ...moved, ...growth, code: 'roll.carryOver' },
    'Overheng av vekst i lønn, 4,60\u00a0% fra 1.\u00a0mai 2025',
  ],
  [{ ...moved, ...growth, code: 'roll.growthStarts' }, 'Vekst i lønn, 4,60\u00a0% fra 1.\u00a0mai 2025'],
  [{ ...moved, code: 'roll.contributionOut' }, 'Innskuddet betales bare ett år og går ut'],
  [
    { ...moved, code: 'roll.contributionShared', contributor: 'malvik' },
    'Det innskuddet dekket av totalen, deles mellom dem som deltar',
  ],
  [
    { ...stated, code: 'roll.unpriced', did: 'carried', row: 'x' },
    'Kjent, ikke priset: it/2025.recommended/lisenser',
  ],
  [
    { ...stated, code: 'roll.unpricedInLevel', did: 'left', reason: 'Husleie' },
    'Ikke priset, men med i beløpet det startes fra: Husleie',
  ],
  [
    { ...stated, code: 'roll.decideUnpricedOut', did: 'decide', reason: 'Lokaler' },
    'Går ut, men uten pris: Lokaler. Legg inn beløpet som skal ut',
  ],
  [
    { ...stated, code: 'roll.decideProposed', did: 'decide', reason: 'Stilling', amountOre: ore(150_000n) },
    'Foreslått (prisvekst, 1\u00a0500,00\u00a0kr): Stilling. Godta eller avvis forslaget',
  ],
  [
    { ...place, ...growth, code: 'roll.decideGrowth', did: 'decide', priced: true, year: 2026, source },
    'Vekst i lønn for 2026 er ikke lagt inn',
  ],
  [
    {
      ...place,
      code: 'roll.decideVolume',
      did: 'decide',
      measure: 'barn',
      parties: 2,
      priced: false,
      source,
    },
    'Antall av «barn» er ikke lagt inn',
  ],
  [
    {
      ...place,
      code: 'roll.decidePrice',
      did: 'decide',
      measure: 'døgn',
      from: day('2026-01-01'),
      priceOre: ore(90_000n),
      source,
    },
    'Ny pris for «døgn» fra 1.\u00a0januar 2026, 900,00\u00a0kr, virker først når antallet er lagt inn',
  ],
  [
    { code: 'roll.decideFrame', did: 'decide', unit: 'it', service: null, amountOre: ore(100n) },
    'Rammen er tom; i fjor var den 1,00\u00a0kr',
  ],
  [
    { code: 'roll.decideTexts', did: 'decide', unit: 'it', service: null, sections: 4, year: 2025 },
    'Tekstene for 2025 er ikke med (4 avsnitt)',
  ],
];

test('every step of a roll is told in every language', () => {
  expect(told.map(([{ code }]) => code).sort()).toEqual(Object.keys(rollStepTexts).sort());
  for (const [step, sentence] of told) {
    expect(tell<RollStep>(rollStepTexts, 'nb', step)).toBe(sentence);
    for (const language of languages)
      expect(tell<RollStep>(rollStepTexts, language, step)).not.toMatch(/undefined|null|\.$|^$/);
  }
});

test('why a year is not rolled to, and a folder not written, with what to do', () => {
  const exists = { code: 'roll.yearExists', year: 2026, versions: ['2026.proposal'] } as const;
  expect(tell(rollProblemTexts, 'nb', exists)).toBe(
    'Budsjettet for 2026 finnes fra før (2026.proposal), og ingenting er skrevet over. Rull til 2027, eller ta versjonen ut av versions.csv først.',
  );
  const none = { code: 'roll.noBase', year: 2028, known: [2024, 2025] } as const;
  expect(tell(rollProblemTexts, 'nb', none)).toContain('rull ett år om gangen, til 2026 først');
  for (const language of languages) {
    for (const problem of [exists, none]) expect(tell(rollProblemTexts, language, problem)).toMatch(/\.$/);
    for (const code of ['save.notACooperation', 'save.notAFolder', 'save.taken'] as const)
      expect(tell(folderProblemTexts, language, { code, folder: 'ut' })).toContain('ut');
  }
});

test('what is known and has no price, with its years', () => {
  const common = { ...place, source, years: [2026, 2027], includedIn: [] } as const;
  const one: PlanItem = {
    ...common,
    what: 'change',
    kind: 'price',
    party: null,
    from: null,
    until: null,
    oneOff: false,
    reason: 'Senger.',
  };
  expect(planItemText(one, one.years, 'nb')).toBe('Senger (2026 og 2027)');
  const other: PlanItem = { ...common, ...growth, what: 'growth' };
  expect(languages.map((language) => planItemText(other, [2026], language))).toEqual([
    'Vekst i lønn, 4,60\u00a0% fra 1.\u00a0mai 2025: grunnlaget mangler (2026)',
    'Vekst i løn, 4,60\u00a0% frå 1.\u00a0mai 2025: grunnlaget manglar (2026)',
    'Growth in wages, 4,60\u00a0% from 1\u00a0May 2025: the base is missing (2026)',
  ]);
  for (const word of Object.values(planWords))
    for (const language of languages) expect(word[language]).not.toBe('');
});
