import { expect, test } from 'vitest';
import { fraction } from '../fraction/fraction.ts';
import type { RegisterValueRow } from '../model/rows.ts';
import { day } from '../period/day.ts';
import { readRegister } from './reading.ts';
import { registerIndex } from './register-index.ts';

type Given = { party: string; date: string; value: number; published?: string; group?: string; id?: string };

const row = ({ party, date, value, published, group, id }: Given): RegisterValueRow => ({
  id: id ?? `${party}-${date}-${published ?? ''}`,
  note: null,
  register: 'population',
  party,
  date: day(date),
  group: group ?? null,
  value: fraction(BigInt(value)),
  basis: 'published',
  source: null,
  published: published === undefined ? null : day(published),
});

const rows = [
  row({ party: 'selbu', date: '2025-01-01', value: 4230, published: '2025-02-20' }),
  row({ party: 'tydal', date: '2025-01-01', value: 780, published: '2025-02-20' }),
  row({ party: 'selbu', date: '2024-01-01', value: 4216, published: '2024-02-20' }),
  row({ party: 'tydal', date: '2024-01-01', value: 773, published: '2024-02-20' }),
  row({ party: 'tydal', date: '2024-01-01', value: 774, published: '2024-06-01' }),
  row({ party: 'selbu', date: '2023-01-01', value: 4160 }),
  row({ party: 'tydal', date: '2023-01-01', value: 770 }),
  row({ party: 'selbu', date: '2024-01-01', value: 695, group: '0-15' }),
];

function read(
  date: string,
  asOf: string,
  {
    parties = ['selbu', 'tydal'],
    group = null,
    average = 1,
    given = rows,
  }: { parties?: string[]; group?: string | null; average?: number; given?: RegisterValueRow[] } = {},
) {
  return readRegister(
    registerIndex(given),
    day(asOf),
    { register: 'population', date: day(date), group, average },
    parties,
  );
}
function values(result: ReturnType<typeof read>) {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { rows: found, wanted, used, provisional } = result.value;
  return {
    numbers: found.map((party) => party.map(({ value }) => Number(value.n))),
    wanted,
    used,
    provisional,
  };
}
const problems = (result: ReturnType<typeof read>) => (result.ok ? [] : result.problems);

test('reads every party on the day asked for', () => {
  expect(values(read('2024-01-01', '2025-06-01'))).toEqual({
    numbers: [[4216], [774]],
    wanted: '2024-01-01',
    used: '2024-01-01',
    provisional: false,
  });
});

test('reads the newest value that was published by then, on the day itself too', () => {
  expect(values(read('2024-01-01', '2024-05-31')).numbers).toEqual([[4216], [773]]);
  expect(values(read('2024-01-01', '2024-06-01')).numbers).toEqual([[4216], [774]]);
});

test('the order of the rows does not choose the vintage', () => {
  expect(values(read('2024-01-01', '2025-06-01', { given: rows.toReversed() })).numbers).toEqual([
    [4216],
    [774],
  ]);
});

test('uses the latest published date before the one asked for, and says so', () => {
  const before = { numbers: [[4216], [774]], wanted: '2025-01-01', used: '2024-01-01', provisional: true };
  expect(values(read('2025-01-01', '2025-02-19'))).toEqual(before);
  expect(values(read('2025-01-01', '2025-02-20'))).toMatchObject({ used: '2025-01-01', provisional: false });
  expect(values(read('2029-01-01', '2025-02-19'))).toEqual({ ...before, wanted: '2029-01-01' });
  expect(values(read('2024-07-01', '2024-01-15')).used).toBe('2023-01-01');
});

test('a value without a publishing day is known from its own date', () => {
  expect(values(read('2023-01-01', '2023-01-01')).numbers).toEqual([[4160], [770]]);
  expect(problems(read('2023-01-01', '2022-12-31')).map(({ code }) => code)).toEqual([
    'register.missing',
    'register.missing',
  ]);
});

test('never reads two parties on different dates: whoever lacks the published date is missing', () => {
  const given = rows.filter(({ party, date }) => !(party === 'tydal' && date === '2025-01-01'));
  expect(problems(read('2025-01-01', '2025-06-01', { given }))).toEqual([
    {
      code: 'register.missing',
      register: 'population',
      party: 'tydal',
      date: '2025-01-01',
      group: null,
      newest: '2024-01-01',
    },
  ]);
});

test('an unknown party, group or register is missing, and never 0', () => {
  expect(problems(read('2024-01-01', '2025-06-01', { parties: ['selbu', 'frosta'] }))).toEqual([
    {
      code: 'register.missing',
      register: 'population',
      party: 'frosta',
      date: '2024-01-01',
      group: null,
      newest: null,
    },
  ]);
  expect(problems(read('2024-01-01', '2025-06-01', { parties: ['selbu'], group: '0-5' }))).toEqual([
    {
      code: 'register.missing',
      register: 'population',
      party: 'selbu',
      date: '2024-01-01',
      group: '0-5',
      newest: null,
    },
  ]);
  expect(problems(read('2024-01-01', '2025-06-01', { given: [] }))).toHaveLength(2);
});

test('what is newest is what was known then', () => {
  expect(problems(read('2022-01-01', '2024-03-01', { parties: ['tydal'] }))).toMatchObject([
    { newest: '2024-01-01' },
  ]);
});

test('reads a group of the register', () => {
  expect(values(read('2024-01-01', '2025-06-01', { parties: ['selbu'], group: '0-15' })).numbers).toEqual([
    [695],
  ]);
});

test('an average is of this date and the same date the years before, newest first', () => {
  expect(values(read('2025-01-01', '2025-06-01', { average: 3 })).numbers).toEqual([
    [4230, 4216, 4160],
    [780, 774, 770],
  ]);
});

test('an average moves as a whole when its newest year is not published', () => {
  expect(values(read('2025-01-01', '2025-01-15', { average: 2 }))).toMatchObject({
    numbers: [
      [4216, 4160],
      [774, 770],
    ],
    used: '2024-01-01',
    provisional: true,
  });
});

test('a year that is missing in an average is a problem with its date', () => {
  expect(problems(read('2024-01-01', '2025-06-01', { parties: ['selbu'], average: 3 }))).toMatchObject([
    { code: 'register.missing', date: '2022-01-01' },
  ]);
});

test('29 February becomes the 28th in the years that have none', () => {
  const given = [
    row({ party: 'selbu', date: '2024-02-29', value: 2 }),
    row({ party: 'selbu', date: '2023-02-28', value: 4 }),
  ];
  expect(values(read('2024-02-29', '2025-06-01', { parties: ['selbu'], average: 2, given })).numbers).toEqual(
    [[2, 4]],
  );
});

test('a value given twice is refused by name, and listed without anybody asking', () => {
  const twice = [
    ...rows,
    row({ party: 'selbu', date: '2024-01-01', value: 9, published: '2024-02-20', id: 'again' }),
  ];
  const duplicate = {
    code: 'register.duplicate',
    register: 'population',
    party: 'selbu',
    date: '2024-01-01',
    group: null,
    published: '2024-02-20',
    rows: ['selbu-2024-01-01-2024-02-20', 'again'],
  };
  expect(registerIndex(twice).duplicates).toEqual([duplicate]);
  expect(registerIndex(rows).duplicates).toEqual([]);
  expect(problems(read('2024-01-01', '2025-06-01', { given: twice }))).toEqual([duplicate]);
  expect(values(read('2023-01-01', '2025-06-01', { given: twice })).numbers).toEqual([[4160], [770]]);
});

test('a date is published from the first day any of its vintages was, whatever the order of the rows', () => {
  for (const given of [rows, rows.toReversed()]) {
    expect(values(read('2024-01-01', '2024-05-31', { given }))).toMatchObject({
      used: '2024-01-01',
      provisional: false,
    });
    expect(problems(read('2022-01-01', '2024-03-01', { parties: ['tydal'], given }))).toMatchObject([
      { newest: '2024-01-01' },
    ]);
  }
});
