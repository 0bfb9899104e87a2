import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, isYear, plainText, readPrintedFigure, roundedTo } from './printed-figure.ts';
import { micro } from './published-document.ts';

const read = (text: string, dot?: 'thousands' | 'decimals'): string | null => {
  const figure = readPrintedFigure(text, dot);
  return figure === null ? null : decimalText(figure.value);
};

describe('a printed figure', () => {
  it.each([
    ['238.500', '238500'],
    ['2.021.000', '2021000'],
    ['25 328 155', '25328155'],
    ['25\u00a0328\u00a0155', '25328155'],
    ["1'250'000", '1250000'],
    ['2103', '2103'],
    ['- 1.001.000', '-1001000'],
    ['\u2212131', '-131'],
    ['\u2013 131', '-131'],
    ['131-', '-131'],
    ['(1 234)', '-1234'],
    ['kr 542`', '542000'],
    ['kr. 8.150.000', '8150000'],
    ['600 000,-', '600000'],
    ['1,7 mill.', '1700000'],
    ['6.1', '6.1'],
    ['12,2 %', '12.2'],
    ['44, 87', '44.87'],
    ['**10 865**', '10865'],
    ['<b>8,2 %</b>', '8.2'],
    ['0', '0'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('leaves alone what is no figure', () => {
    const texts = [
      '',
      '-',
      '\u2013',
      'Sum',
      '01.05.25',
      '31.12.2024',
      '1-16 dager',
      '12 kommuner til',
      '>=17',
      '50/50',
      '2.etg',
      '74.83.32.42',
    ];
    for (const text of texts) expect(read(text), text).toBeNull();
  });

  it('reads a dot before three digits as the table says', () => {
    expect(read('238.500', 'decimals')).toBe('238.5');
    expect(read('2.021.000', 'decimals')).toBe('2021000');
  });

  it('gives back every whole number however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom(' ', '.', '\u00a0', "'"),
        (n, mark) => {
          const digits = `${n < 0n ? -n : n}`.replace(/\B(?=(\d{3})+$)/g, mark);
          expect(read(`${n < 0n ? '-' : ''}${digits}`)).toBe(`${n}`);
        },
      ),
      { seed: 6 },
    );
  });

  it('knows a year from an amount', () => {
    expect(['2024', '1999', '2103', '1 999', '476'].map(isYear)).toEqual([true, true, false, false, false]);
  });

  it('strips the marks of Markdown but keeps the words', () => {
    expect(plainText('**Sum** <b>drift</b>')).toBe('Sum drift');
  });

  it('rounds halves away from zero, both ways', () => {
    expect(roundedTo(60_500_000n, micro)).toBe(61n * micro);
    expect(roundedTo(-60_500_000n, micro)).toBe(-61n * micro);
  });
});
