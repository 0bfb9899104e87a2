import { equals, fraction, reduced } from '@samstyr/core/fraction/fraction';
import { isSlug, slugFrom } from '@samstyr/core/model/slug';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, parseDecimal, parseShare, readingsOf } from './number-text.ts';
import { readDay } from './read-day.ts';

const read = (text: string): string => {
  const number = parseDecimal(text);
  return 'value' in number ? decimalText(number.value) : number.problem;
};

test('a number is read back from its canonical text', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.bigInt(1n, 10n ** 12n), (n, d) => {
      const text = decimalText(fraction(n, d));
      const back = parseDecimal(text);
      expect('value' in back && equals(back.value, fraction(n, d))).toBe(true);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

describe('a number is read as Norwegians write it:', () => {
  test.each([
    ['4.6', '4.6'],
    ['4,6', '4.6'],
    ['24 608', '24608'],
    ['24\u00a0608,5', '24608.5'],
    ['2.021.000', '2021000'],
    ['1.234,5', '1234.5'],
    ['1234.567', '1234.567'],
    ['0.229984', '0.229984'],
    ['0,125', '0.125'],
    ['−7', '-7'],
    ['1/3', '1/3'],
    ['6/4', '1.5'],
    ['-0', '0'],
    ['007', '7'],
    ['24.608', 'ambiguous'],
    ['24,608', 'ambiguous'],
    ['24.6080', '24.6080'],
    ['1,234.5', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x1F', 'notANumber'],
    ['(5)', 'notANumber'],
    ['5-', 'notANumber'],
    ['NaN', 'notANumber'],
    ['1/0', 'notANumber'],
    ['1 23', 'notANumber'],
    ['12345678901234567', 'tooLarge'],
    ['0.1234567890123', 'tooManyDecimals'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test('an ambiguous number shows both readings', () => {
  expect(readingsOf('1.234')).toEqual(['1\u00a0234', '1,234']);
});

test('a share is a fraction, a percentage or a decimal', () => {
  const shares = ['3/20', '15 %', '15%', '0.15', '0,15'].map(parseShare);
  expect(shares).toEqual(shares.map(() => reduced(fraction(3n, 20n))));
  expect(['', 'x', '-1/2', '1/0', '1/2/3', '%'].map(parseShare)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

describe('a day is never rolled on to the next:', () => {
  test.each([
    ['2025-07-01', '2025-07-01'],
    ['1.7.2025', '2025-07-01'],
    ['01.07.2025', '2025-07-01'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2027', 'noSuchDay'],
    ['2027-02-29', 'noSuchDay'],
    ['31.04.2025', 'noSuchDay'],
    ['02/03/2027', 'form'],
    ['1.2', 'form'],
    ['45678', 'form'],
    ['2206-01-01', 'outsideWindow'],
    ['0026-01-01', 'outsideWindow'],
  ])('%s → %s', (text, expected) => {
    const day = readDay(text);
    expect('day' in day ? day.day : day.problem).toBe(expected);
  });
});

test('a slug is suggested for a name', () => {
  expect(['Lønn/Regnskap', 'Ærø Åsen 2', '  --x--  ', 'Snåase', 'ŧŋđ', '日本'].map(slugFrom)).toEqual([
    ...['lonn/regnskap', 'aero-asen-2', 'x', 'snaase', 'tnd', ''],
  ]);
  expect(
    ['nav/drift', '2025.recommended', 'a--b', '-a', 'A', 'a/', ''].map((text) => isSlug(text, 2)),
  ).toEqual([...[true, true, false, false, false, false, false]]);
});
