import type { BudgetProblem } from '@samstyr/core/budget/problems';
import { fraction } from '@samstyr/core/fraction/fraction';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import type { EditProblem } from '@samstyr/core/scenario/edit-problem';
import type { Warning } from '@samstyr/core/scenario/warnings';
import type { SetupProblem } from '@samstyr/core/setup/new-cooperation';
import { describe, expect, test } from 'vitest';
import type { EditFileProblem } from '../edit-problems.ts';
import { editOps } from '../edits.ts';
import type { RowProblem } from '../tables/row-json.ts';
import { alternativeProblemTexts } from './alternative-problems.ts';
import { type BudgetNode, budgetNodeTexts } from './budget-nodes.ts';
import { budgetProblemTexts } from './budget-problems.ts';
import { editFileProblemTexts } from './edit-file-problems.ts';
import { editProblemTexts } from './edit-problems.ts';
import type { Language, Texts } from './language.ts';
import { rowProblemTexts } from './row-problems.ts';
import { setupProblemTexts } from './setup-problems.ts';
import { tell } from './tell.ts';
import { warningTexts } from './warnings.ts';
import * as words from './words.ts';

const languages: readonly Language[] = ['nb', 'nn', 'en'];

/** Whole words: a letter, a hyphen, a slash or a full stop beside one makes it part of a name. */
const wordsOf = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\d/.-])(?:${list})(?![\\p{L}\\d])`, 'iu');

/** Words that give a language away in a sentence of another. Names of fields and operations of the edit language are no words. */
const foreign: { readonly [L in Language]: RegExp } = {
  nb: wordsOf(
    'the|and|of|with|which|year|cost|amount|share|must|does|unknown|none|party|service|pays|ikkje|frå|manglar|finst|eit|ein|blir rekna|deltek|skilnad|tenesta|endringa',
  ),
  nn: wordsOf(
    'the|and|of|with|which|year|cost|amount|share|must|does|unknown|none|party|service|pays|ikke|fra|mangler|finnes|et|en|velg|deltar|tjenesten|forskjell|endringen|bare|hvem|hva|hvilken|bygger',
  ),
  en: wordsOf('og|ikke|ikkje|fra|frå|kommune|nøkkel|nøkkelen|tjenesten|eller|med|deltar'),
};

function expectSound(sentence: string, language: Language): void {
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\{\}/);
  expect(sentence.trim()).toBe(sentence);
  expect(sentence).not.toBe('');
  expect(sentence).not.toMatch(foreign[language]);
  // Thousands stand together by a no-break space, and a unit never leaves its number.
  expect(sentence).not.toMatch(/\d \d{3}|\d (?:kr|%)|kr \d/);
  expect(sentence).not.toMatch(/ {2}/);
}

/** Tells every sample in every language, and sees that no code is without one. */
function tellAll<P extends { readonly code: string }>(
  texts: Texts<P>,
  samples: readonly P[],
): readonly string[] {
  expect([...new Set(samples.map(({ code }) => code))].sort()).toEqual(Object.keys(texts).sort());
  return samples.flatMap((sample) =>
    languages.map((language) => {
      const sentence = tell(texts, language, sample);
      expectSound(sentence, language);
      return sentence;
    }),
  );
}

const period = { from: day('2025-01-01'), until: day('2025-07-01') };

const budgetProblems: readonly BudgetProblem[] = [
  {
    code: 'budget.noKey',
    service: 'legevakt',
    ...period,
    amountOre: ore(-123_456_789n),
    at: { file: 'units/legevakt/unit.yaml', line: 12 },
  },
  { code: 'budget.noMembers', service: 'legevakt', ...period, at: null },
  { code: 'volume.noPrice', service: 'nav/kvp', party: 'selbu', measure: 'deltakere', ...period, at: null },
  { code: 'budget.noVersion', year: 2027, known: [2024, 2025] },
  { code: 'budget.noVersion', year: 2027, known: [] },
  { code: 'budget.noAmounts', service: 'legevakt', year: 2025 },
  { code: 'budget.unknownParty', party: 'Sebu', known: ['Selbu', 'Tydal'] },
  {
    code: 'budget.service',
    service: 'nav/drift',
    version: '2025.recommended',
    problem: {
      code: 'register.missing',
      register: 'population',
      party: 'tydal',
      date: day('2024-01-01'),
      group: null,
      newest: null,
    },
  },
  {
    code: 'budget.service',
    service: 'nav/drift',
    version: '2025.recommended',
    problem: { code: 'key.nobodyPays', key: 'nav/drift', year: 2025, register: 'population' },
  },
];

const op = 'setKey';
const editProblems: readonly EditProblem[] = [
  { code: 'edit.unknownService', op, service: 'legevakta', known: ['legevakt', 'nav/drift'] },
  { code: 'edit.unknownService', op, service: 'kino', known: ['legevakt', 'nav/drift'] },
  { code: 'edit.unknownParty', op: 'leave', party: '9999', known: ['selbu'] },
  { code: 'edit.unknownRegister', op: 'setRegisterDate', register: 'folk', known: [] },
  { code: 'edit.unknownCase', op: 'recordDecision', case: 'feiing-2024', known: ['feiing-2025'] },
  { code: 'edit.unknownChange', op: 'removeChange', id: 'nav/drift/2025/lonn' },
  { code: 'edit.versionLocked', op: 'setAmount', version: '2024.adopted' },
  { code: 'edit.noVersion', op, year: 2027 },
  { code: 'edit.notMember', op: 'leave', service: 'legevakt', party: 'frosta', from: day('2025-07-01') },
  { code: 'edit.notMember', op: 'setAmount', service: 'legevakt', party: 'frosta', from: null },
  { code: 'edit.alreadyMember', op: 'join', service: 'legevakt', party: 'selbu', from: day('2025-07-01') },
  { code: 'edit.lastMember', op: 'leave', service: 'vann', party: 'selbu' },
  { code: 'edit.keyNotUsed', op, service: 'vann', register: 'chimneys', used: ['population'] },
  { code: 'edit.keyNotUsed', op, service: 'vann', register: 'chimneys', used: [] },
  { code: 'edit.sharedByKey', op: 'setAmount', service: 'legevakt', party: 'selbu' },
  { code: 'edit.noPrice', op: 'setVolume', service: 'nav/kvp', measure: null, measures: [] },
  { code: 'edit.noPrice', op: 'setVolume', service: 'nav/kvp', measure: 'barn', measures: ['deltakere'] },
  { code: 'edit.noKey', op: 'setExternal', service: 'nav/kvp' },
  { code: 'edit.noGrowthBase', op: 'setGrowth', service: 'nav/drift', kind: 'wage' },
  { code: 'edit.growthOnSameBase', op: 'addGrowth', service: 'brann', kind: 'wage', other: 'deflator' },
  { code: 'edit.outsideYear', op: 'leave', from: day('2026-01-01'), year: 2025 },
  {
    code: 'edit.notCouncil',
    op: 'recordDecision',
    case: 'feiing-2025',
    party: 'frosta',
    councils: ['stjordal', 'selbu', 'meraker'],
  },
];

const path = 'edits[2].amountOre';
const invalid = (expected: Extract<EditFileProblem, { code: 'edits.invalidValue' }>['expected']) =>
  ({
    code: 'edits.invalidValue',
    path,
    value: '12,5 mill',
    expected,
    choices: expected === 'choice' || expected === 'dateRule' ? ['wage', 'price'] : [],
  }) as const;
const editFileProblems: readonly EditFileProblem[] = [
  { code: 'edits.notAList' },
  { code: 'edits.unknownOp', path: 'edits[0]', op: 'setkey', known: editOps },
  { code: 'edits.unknownOp', path: 'edits[0]', op: '', known: editOps },
  { code: 'edits.unknownField', path: 'edits[0]', field: 'sevice', expected: ['op', 'from'] },
  { code: 'edits.missingField', path: 'edits[0]', field: 'from' },
  { code: 'edits.oneOf', path: 'edits[0]', fields: ['amountOre', 'priceOre'] },
  ...(['day', 'dateRule', 'ore', 'number', 'share', 'text', 'choice', 'flag'] as const).map(invalid),
  { code: 'edits.unknownParty', path: 'edits[0].party', party: '5099', known: ['5032', '5033'] },
  {
    code: 'edits.key',
    path: 'edits[0].key',
    problem: {
      code: 'key.sharesSum',
      path: 'parts',
      sum: fraction(999n, 1000n),
      difference: fraction(1n, 1000n),
    },
  },
];

const notice = { code: 'leave.notice', service: 'legevakt', party: '5032', from: day('2025-07-01') } as const;
const warnings: readonly Warning[] = [
  { ...notice, months: 12, law: 'kommuneloven § 20-8' },
  { ...notice, months: 6, law: 'avtalen' },
  { ...notice, months: 24, law: 'avtalen' },
  { ...notice, months: null, law: 'kommuneloven kap. 19' },
  { code: 'leave.nothingAvoidable', service: 'legevakt', party: '5032' },
  { code: 'service.unknownAmount', service: 'respons', parties: ['5022', '5025'] },
  { code: 'service.awaitedKey', service: 'brann/feiing', case: 'feiing-2025' },
  { code: 'register.assumed', register: 'population', date: day('2024-01-01'), party: '5033' },
];

describe('every code has a sound sentence in every language', () => {
  test('budget problems', () => {
    const told = tellAll(budgetProblemTexts, budgetProblems);
    expect(told[0]).toContain('−1\u00a0234\u00a0567,89\u00a0kr');
    expect(told[0]).toContain('1.\u00a0januar–30.\u00a0juni 2025');
  });

  test('edit problems', () => {
    const told = tellAll(editProblemTexts, editProblems);
    expect(told[0]).toBe('Ny nøkkel: tjenesten «legevakta» finnes ikke. Mente du «legevakt»?');
    expect(told[3]).toBe('Ny nøkkel: tjenesten «kino» finnes ikke. Velg mellom legevakt og nav/drift.');
  });

  test('problems of an edit file', () => {
    const told = tellAll(editFileProblemTexts, editFileProblems);
    expect(told[3]).toBe('edits[0]: «setkey» er ingen endring som kan gjøres. Mente du «setKey»?');
    expect(told.at(-3)).toContain('edits[0].key: Andelene i parts blir 99,90\u00a0%.');
  });

  test('problems of a row in JSON', () => {
    const rows: readonly RowProblem[] = [
      { code: 'row.shape', path: '', expected: 'Invalid input' },
      { code: 'row.shape', path: 'amountOre', expected: 'Invalid input' },
      { code: 'row.noSuchDay', path: 'from', text: '2027-02-29' },
      { code: 'row.key', path: 'key', problem: { code: 'key.notAKey', path: '', text: 'likt' } },
      { code: 'row.edits', path: 'edits', problem: { code: 'edits.notAList' } },
    ];
    tellAll(rowProblemTexts, rows);
  });

  test('a saved alternative that is not there, or can no longer be computed', () => {
    const problem: EditProblem = { code: 'edit.unknownChange', op: 'removeChange', id: 'nav/drift/x' };
    const known = ['2025.felles-legevakt'];
    const told = tellAll(alternativeProblemTexts, [
      { code: 'alternative.unknown', alternative: '2025.legevakt', known },
      { code: 'alternative.unknown', alternative: '2025.legevakt', known: [] },
      { code: 'alternative.step', alternative: 'Felles legevakt', step: 2, count: 3, problem },
    ]);
    expect(told[6]).toMatch(/^«Felles legevakt» kan ikke regnes lenger.*Steg 2 av 3 stopper\. /);
  });

  test('warnings, with the last day notice can be given', () => {
    const told = tellAll(warningTexts, warnings);
    expect(told[0]).toBe(
      'legevakt: 5032 må si opp ett år i forveien (kommuneloven § 20-8). Uttreden 1.\u00a0juli 2025 er bare mulig når oppsigelsen er gitt senest 1.\u00a0juli 2024, eller når alle deltakerne er enige.',
    );
  });

  test('steps of an explanation, with and without a subject', () => {
    const samples = (Object.keys(budgetNodeTexts) as BudgetNode['code'][]).flatMap((code) =>
      ['Selbu', '2024.adopted', 'wage', null].map((subject) => ({ code, subject }) as BudgetNode),
    );
    const told = tellAll(budgetNodeTexts, samples);
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(70);
    const label = (code: BudgetNode['code'], subject: string | null): string =>
      tell(budgetNodeTexts, 'nb', { code, subject } as BudgetNode);
    expect(label('cost.shared', 'Legevakt')).toBe('Kostnad som deles');
    expect(label('cost.adoptedTotal', '2024.adopted')).toBe('Vedtatt budsjett 2024');
    expect(label('figure.rounded', 'Selbu')).toBe('Etter avrunding, Selbu');
    expect(label('segment.days', null)).toBe('Dager av året');
    expect(label('growth.base', 'wage')).toBe('Grunnlag for vekst i lønn');
  });

  test('fields of a cooperation that is set up', () => {
    const path = 'units.0.amount';
    const plain = ['name', 'memberName', 'unitName', 'year', 'host', 'fewMembers', 'noUnits'] as const;
    const more = ['amountMissing', 'percent', 'unitMembers'] as const;
    const told = tellAll(setupProblemTexts, [
      ...[...plain, ...more].map((name): SetupProblem => ({ code: `setup.${name}`, path })),
      { code: 'setup.id', path, text: 'Fjord' },
      { code: 'setup.sameName', path, name: 'Selbu' },
      { code: 'setup.number', path, text: '50' },
      { code: 'setup.sameNumber', path, number: '5032' },
      { code: 'setup.amount', path, text: '2 1S0', why: 'notANumber' },
      { code: 'setup.inhabitants', path, text: 'mange' },
      { code: 'setup.inhabitantsMissing', path, member: 'Selbu', unit: 'PPT' },
      { code: 'setup.inhabitantsMissing', path, member: '', unit: '' },
    ]);
    expect(told).toContain('«2 1S0» er ikke et tall. Skriv hele kroner, for eksempel 2\u00a0150\u00a0000.');
  });

  test('words', () => {
    for (const table of Object.values(words))
      for (const word of Object.values(table))
        for (const language of languages) expectSound(word[language], language);
  });
});
