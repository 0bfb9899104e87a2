import { describe, expect, test } from 'vitest';
import { readJsonStat } from './json-stat.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const region = {
  label: 'region',
  category: { index: { 5035: 0, 5032: 1 }, label: { 5035: 'Stjørdal', 5032: 'Selbu' } },
};
const contents = { category: { index: ['Personer1'], label: { Personer1: 'Personer' } } };
const years = { category: { index: ['2023', '2024'] } };
/** As Statistics Norway sends table 07459 with age and sex left out. */
const table = {
  version: '2.0',
  class: 'dataset',
  label: '07459: Befolkning, etter region, statistikkvariabel og år',
  id: ['Region', 'ContentsCode', 'Tid'],
  size: [2, 1, 2],
  dimension: { Region: region, ContentsCode: contents, Tid: years },
  role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
  value: [24541, 24717, 4132, 4106],
};

describe('a table in JSON-stat', () => {
  test('has a value for each municipality on 1 January of each year', () => {
    expect(readJsonStat(bytes(table))).toMatchObject({
      ok: true,
      value: {
        label: expect.stringContaining('07459'),
        values: [
          { region: '5035', name: 'Stjørdal', date: '2023-01-01', value: '24541' },
          { region: '5035', name: 'Stjørdal', date: '2024-01-01', value: '24717' },
          { region: '5032', name: 'Selbu', date: '2023-01-01', value: '4132' },
          { region: '5032', name: 'Selbu', date: '2024-01-01', value: '4106' },
        ],
      },
    });
  });

  test('of the older form, with years first and codes as the newer bank writes them, says the same', () => {
    const Region = { category: { index: { 'K-5035': 0, 'K-5032': 1 }, label: { 'K-5035': 'Stjørdal' } } };
    const dataset = {
      dimension: { id: ['Tid', 'Region'], size: [2, 2], Tid: years, Region, role: { geo: ['Region'] } },
      value: [24541, 4132, 24717, 4106],
    };
    const read = readJsonStat(bytes({ dataset }));
    expect(read.ok && read.value.values.map(({ region: code, date, value }) => [code, date, value])).toEqual([
      ['5035', '2023-01-01', '24541'],
      ['5035', '2024-01-01', '24717'],
      ['5032', '2023-01-01', '4132'],
      ['5032', '2024-01-01', '4106'],
    ]);
  });

  test('that lacks a value says that it is missing, never 0', () => {
    const sparse = readJsonStat(bytes({ ...table, value: { 0: 24541, 3: 4106 } }));
    expect(sparse.ok && sparse.value.values.map(({ value }) => value)).toEqual(['24541', null, null, '4106']);
  });

  test.each([
    ['no JSON', new TextEncoder().encode('party,date\n'), { code: 'registerFile.notJsonStat' }],
    ['a list', bytes([1, 2]), { code: 'registerFile.notJsonStat' }],
    [
      'sizes that are not those of its codes',
      bytes({ ...table, size: [2, 1, 3] }),
      { code: 'registerFile.notJsonStat' },
    ],
    [
      'too few values',
      bytes({ ...table, value: [1, 2, 3] }),
      { code: 'registerFile.wrongSize', expected: 4, found: 3 },
    ],
    [
      'two sexes, of which nobody knows the one that is meant',
      bytes({
        ...table,
        id: ['Region', 'Kjonn', 'Tid'],
        size: [2, 2, 2],
        dimension: { Region: region, Kjonn: { label: 'kjønn', category: { index: ['1', '2'] } }, Tid: years },
        value: [1, 2, 3, 4, 5, 6, 7, 8],
      }),
      { code: 'registerFile.manyValues', dimension: 'kjønn', count: 2 },
    ],
    [
      'quarters',
      bytes({
        ...table,
        dimension: { ...table.dimension, Tid: { category: { index: ['2024K1', '2024K2'] } } },
      }),
      { code: 'registerFile.time', text: '2024K1' },
    ],
    [
      'a text for a value',
      bytes({ ...table, value: ['x', 1, 2, 3] }),
      { code: 'registerFile.notNumber', region: 'Stjørdal', time: '2023' },
    ],
    [
      'less than none',
      bytes({ ...table, value: [-1, 1, 2, 3] }),
      { code: 'registerFile.notNumber', region: 'Stjørdal', time: '2023' },
    ],
    [
      'no municipalities',
      bytes({
        ...table,
        id: ['X', 'ContentsCode', 'Tid'],
        role: {},
        dimension: { ...table.dimension, X: region },
      }),
      { code: 'registerFile.noRegion' },
    ],
  ])('with %s is refused', (_, file, problem) => {
    expect(readJsonStat(file)).toEqual({ ok: false, problems: [problem] });
  });
});
