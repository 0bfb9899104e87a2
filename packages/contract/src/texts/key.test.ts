import type { KeyProblem } from '@samstyr/core/key/key-problem';
import { parseKey } from '@samstyr/core/key/parse-key';
import { expect, test } from 'vitest';
import { keyTexts } from './key.ts';
import { keyNodeTexts } from './key-nodes.ts';
import type { Language } from './language.ts';
import { percentText } from './share-text.ts';

const names = { resolveParty: (text: string) => text, hasRegister: (text: string) => text === 'population' };
function told(problem: KeyProblem, language: Language = 'nb'): string {
  const sentence = keyTexts[problem.code][language] as (one: KeyProblem) => string;
  return sentence(problem).replaceAll('\u00a0', ' ');
}
function firstOf(value: unknown, language?: Language): string {
  const parsed = parseKey(value, names);
  if (parsed.ok || !('path' in parsed.problems[0])) throw new Error('the key is refused as it is written');
  return told(parsed.problems[0], language);
}
const fraction = (n: bigint, d = 1n) => ({ n, d });

test('a key of 99,9 % says what is missing and what to do', () => {
  const value = { agreed: { selbu: '33.3%', tydal: '33.3%', frosta: '33.3%' } };
  expect(firstOf(value)).toBe(
    'Andelene i agreed blir 99,90 %. Det mangler 0,10 prosentpoeng (1/1000 av kostnaden). Rett andelene, eller skriv dem som brøker, for eksempel 1/3.',
  );
  expect(firstOf(value, 'nn')).toBe(
    'Delane i agreed blir 99,90 %. Det manglar 0,10 prosentpoeng (1/1000 av kostnaden). Rett delane, eller skriv dei som brøkar, til dømes 1/3.',
  );
  expect(firstOf(value, 'en')).toBe(
    'The shares in agreed sum to 99,90 %: 0,10 percentage points too little (1/1000 of the cost). Correct the shares, or write them as fractions, for example 1/3.',
  );
});

test('a key of 105 % says what is too much', () => {
  const value = {
    parts: [
      { share: '20%', key: 'equal' },
      { share: '85%', key: 'equal' },
    ],
  };
  expect(firstOf(value)).toBe(
    'Andelene i parts blir 105,00 %. Det er 5,00 prosentpoeng for mye (1/20 av kostnaden). Rett andelene, eller skriv dem som brøker, for eksempel 1/3.',
  );
});

test('an unknown field says which ones there are', () => {
  expect(firstOf({ by: 'population', dato: '2024-01-01' })).toBe(
    'Feltet «dato» er ukjent. Her kan det stå by, date, group, average. Rett navnet, eller ta feltet bort.',
  );
});

test('a cap that is too low says what is left', () => {
  const problem: KeyProblem = {
    code: 'key.capTooLow',
    key: 'legevakt-2025',
    year: 2025,
    limitOre: fraction(500_000_000n),
    payers: 3,
    costOre: fraction(1_714_400_000n),
    leftOre: fraction(214_400_000n),
  };
  expect(told(problem)).toBe(
    'Taket i nøkkelen legevakt-2025 er for lavt for 2025: 3 betaler 5 000 000,00 kr hver, og da står 2 144 000,00 kr av 17 144 000,00 kr igjen som ingen kan betale. Hev taket.',
  );
});

test('agreed shares say that they are not scaled', () => {
  const problem: KeyProblem = {
    code: 'key.agreedNotMember',
    key: 'k',
    year: 2025,
    party: 'selbu',
    share: fraction(1n, 8n),
  };
  expect(told(problem)).toContain('Nøkkelen k gir selbu 12,50 % i 2025, men selbu er ikke med da.');
});

test('percentages have the decimals they need, and four where none are enough', () => {
  const shown = [
    fraction(1n, 8n),
    fraction(1n, 3n),
    fraction(1n, 100_000n),
    fraction(-1n, 4n),
    fraction(1n),
    fraction(0n),
  ];
  expect(shown.map(percentText).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    '12,50 %',
    '33,3333 %',
    '0,001 %',
    '−25,00 %',
    '100,00 %',
    '0,00 %',
  ]);
});

test('every label of a step is about its subject in every language, or about nobody', () => {
  for (const [code, label] of Object.entries(keyNodeTexts)) {
    const texts = (['nb', 'nn', 'en'] as const).map((language) =>
      (label[language] as (node: { code: string; subject: string }) => string)({ code, subject: 'Selbu' }),
    );
    expect(new Set(texts.map((text) => text.includes('Selbu'))).size).toBe(1);
    expect(texts.every((text) => text.length > 0)).toBe(true);
  }
});
