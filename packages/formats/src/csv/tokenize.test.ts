import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';
import { csvRecord } from './write-csv.ts';

const cells = (text: string, separator: ',' | ';' = ','): readonly (readonly string[])[] =>
  tokenize('a.csv', text, separator, 2).records.map((record) => record.cells.map((cell) => cell.text));

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', ' ', 'a', 'ø'), maxLength: 6 }),
);
/** Whole rows of nothing but space are empty lines to us. */
const rows = fc
  .array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 })
  .map((some) => some.filter((row) => row.some((text) => text.trim() !== '')));

test('reads what another reader reads from what we write', () => {
  fc.assert(
    fc.property(rows, (some) => {
      const text = some.map(csvRecord).join('');
      expect(cells(text)).toEqual(some);
      expect(parse(text, { relax_column_count: true, record_delimiter: '\n' })).toEqual(some);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

test('every cell knows its line and column', () => {
  const { records } = tokenize('a.csv', 'a,"b\nc",d\n\ne,f,"g"', ',', 2);
  expect(
    records.map(({ line, cells: some }) => [line, some.map((each) => [each.text, each.line, each.column])]),
  ).toEqual([
    [
      2,
      [
        ['a', 2, 1],
        ['b\nc', 2, 3],
        ['d', 3, 4],
      ],
    ],
    [
      5,
      [
        ['e', 5, 1],
        ['f', 5, 3],
        ['g', 5, 5],
      ],
    ],
  ]);
});

describe('nasty CSV:', () => {
  test('an unclosed quote is one problem, at the quote', () => {
    expect(tokenize('a.csv', 'a,b\nc,"d\ne,f\n', ',', 2).problems).toEqual([
      { code: 'csv.unclosedQuote', place: { file: 'a.csv', line: 3, column: 3 } },
    ]);
  });
  test('a quote inside a cell, and text after a closing quote', () => {
    const { problems } = tokenize('a.csv', 'a"b,c\n"d"e,f\n', ',', 2);
    expect(problems.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ['csv.strayQuote', 2, 2],
      ['csv.strayQuote', 3, 4],
    ]);
  });
  test('a separator at the end is an empty cell', () => {
    expect(cells('a,\n,b')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
  });
  test('lines of separators and space alone are left out', () => {
    expect(cells('a;b\n;\n  \n\nc;d', ';')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  test('formulas and phone numbers are text like any other', () => {
    expect(cells('"=HYPERLINK(""http://x"",""y"")",+47 12 34 56 78\n@cmd,-ansvar')).toEqual([
      ['=HYPERLINK("http://x","y")', '+47 12 34 56 78'],
      ['@cmd', '-ansvar'],
    ]);
  });
  test('a cell of one megabyte is read, and 200 000 short ones', () => {
    const long = 'x'.repeat(1024 * 1024);
    expect(cells(`a,"${long}"\n`)[0]?.[1]).toBe(long);
    expect(cells('a,b\n'.repeat(100_000))).toHaveLength(100_000);
  });
});
