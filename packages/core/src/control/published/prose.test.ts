import { describe, expect, it } from 'vitest';
import { proseDeviations } from './prose.ts';
import type { Paragraph } from './published-document.ts';

const paragraphs = (...texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text, at) => ({
    text: text.replace(/^# /, ''),
    isHeading: text.startsWith('# '),
    place: { page: null, line: at + 1, table: null, row: null, column: null },
  }));
const told = (...texts: readonly string[]) =>
  proseDeviations(paragraphs(...texts), []).map(({ rule, printed, expected }) => [
    rule,
    `${printed / 1_000_000n}`,
    `${expected / 1_000_000n}`,
  ]);

describe('the same quantity in two sentences', () => {
  it('is found where the words and the year are the same', () => {
    expect(
      told(
        'Ombyggingen av stasjonen er beregnet til 6,4 mill. kr i 2026.',
        'Det var regn i mai.',
        'Kommunene har beregnet ombyggingen av stasjonen til 4,6 mill. kr i 2026.',
      ),
    ).toEqual([['prose.same', '4600000', '6400000']]);
  });

  it.each([
    ['another year', 'Ombyggingen av stasjonen er beregnet til 4,6 mill. kr i 2027.'],
    ['another name', 'Ombyggingen av stasjonen i Selje er beregnet til 4,6 mill. kr i 2026.'],
    ['a part of it', 'Herav er ombyggingen av stasjonen beregnet til 4,6 mill. kr i 2026.'],
    ['a rounder figure', 'Ombyggingen av stasjonen er beregnet til ca. 6 mill. kr i 2026.'],
    ['a percent', 'Ombyggingen av stasjonen er beregnet til 4,6 % i 2026.'],
    ['another thing', 'Leien av lokalene i sentrum er beregnet til 4,6 mill. kr i 2026.'],
  ])('is not thought of %s', (_, other) => {
    expect(
      told('Ombyggingen av stasjonen er beregnet til 6,4 mill. kr i 2026.', other, 'De eier et hus i Selje.'),
    ).toEqual([]);
  });

  it('is not thought of sentences that every chapter has', () => {
    expect(
      told(
        '# Legevakt',
        'Det er lagt inn lønnsvekst for alle ansatte på 4,6 % fra 1. mai 2025.',
        '# Brann',
        'Det er lagt inn lønnsvekst for alle ansatte på 4,0 % fra 1. mai 2025.',
      ),
    ).toEqual([]);
  });
});

describe('what a list comes to', () => {
  const list = [
    '1. Nytt nødnett gir en økt kostnad på 0,8 mill. kr.',
    '2. Færre tilsyn gir en redusert kostnad på 0,3 mill. kr.',
    '3. Feiing gir en økt kostnad på 1,2 mill. kr.',
  ];
  it('is worked out from its points', () => {
    expect(told(...list, 'Samlet effekt er en kostnad på 2,3 mill. kr.')).toEqual([
      ['prose.sum', '2300000', '1700000'],
    ]);
    expect(told(...list, 'Samlet effekt er en kostnad på 1,7 mill. kr.')).toEqual([]);
  });
  it('may have a loss told after it in it or not', () => {
    const loss = 'Kommunen taper kr. 600 000,- på ordningen.';
    expect(told(...list, loss, 'Samlet effekt er en kostnad på 2,3 mill. kr.')).toEqual([]);
    expect(told(...list, loss, 'Samlet effekt er en kostnad på 1,7 mill. kr.')).toEqual([]);
    expect(told(...list, loss, 'Samlet effekt er en kostnad på 3,3 mill. kr.')).toEqual([
      ['prose.sum', '3300000', '2300000'],
    ]);
  });
});
