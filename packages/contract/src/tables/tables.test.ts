import { references } from '@samstyr/core/model/references';
import type { FrameRow, Tables } from '@samstyr/core/model/rows';
import { describe, expect, test } from 'vitest';
import * as c from './column.ts';
import { rowSchema } from './row-schema.ts';
import type { TableSpec } from './table.ts';
import { tableNames, tableOf, tables } from './tables.ts';

const frame = tables.frame.columns;

describe('the compiler holds a specification equal to its row:', () => {
  test('a column may not be missing, extra, of another type, or empty where the row says it is not', () => {
    const { note: _, ...withoutNote } = frame;
    // @ts-expect-error a column is missing
    const missing: TableSpec<FrameRow>['columns'] = withoutNote;
    // @ts-expect-error no such column
    const extra: TableSpec<FrameRow>['columns'] = { ...frame, colour: c.text('Farge', '') };
    // @ts-expect-error an amount is no text
    const other: TableSpec<FrameRow>['columns'] = { ...frame, amountOre: c.text('Beløp', '') };
    // @ts-expect-error an amount that is never null
    const empty: TableSpec<FrameRow>['columns'] = { ...frame, amountOre: c.nullable(c.amount('Beløp', '')) };
    // @ts-expect-error a note that may be null
    const full: TableSpec<FrameRow>['columns'] = { ...frame, note: c.prose('Merknad', '') };
    // @ts-expect-error no other kinds than the row has
    const kinds: TableSpec<Tables['service']>['columns']['kind'] = c.choice(['operating'], '', '');
    expect([missing, extra, other, empty, full, kinds]).toHaveLength(6);
  });
});

test('core knows the same references as the specifications', () => {
  const said = Object.fromEntries(
    tableNames.map((table) => [
      table,
      Object.fromEntries(
        Object.entries(tableOf(table).columns).flatMap(([field, { cell }]) => {
          const one = cell.kind === 'list' ? cell.of : cell;
          return one.kind === 'reference' ? [[field, one.to]] : [];
        }),
      ),
    ]),
  );
  expect(references).toEqual(said);
});

test('column names are unique in a file, and every column has a title and says what it holds', () => {
  for (const table of tableNames) {
    const columns = Object.entries(tableOf(table).columns);
    const names = columns.map(([field, spec]) => c.columnName(field, spec));
    expect(new Set(names).size).toBe(names.length);
    for (const [, { title, description }] of columns) expect(title !== '' && description !== '').toBe(true);
  }
});

describe('an amount in JSON is whole øre, written in one way:', () => {
  const schema = rowSchema('frame').shape['amountOre'];
  test.each(['0', '1', '-1', '123450', '99999999999999999'])('%s is taken', (text) => {
    expect(schema?.safeParse(text).success).toBe(true);
  });
  test.each([
    ...[
      '12.5',
      '012',
      '-0',
      ' 12',
      '12 ',
      '1e3',
      '',
      '+1',
      '−1',
      '1_000',
      '0x1F',
      '100000000000000000',
      'NaN',
    ],
    ...[12, 12n, null, true],
  ])('%s is refused', (value) => {
    expect(schema?.safeParse(value).success).toBe(false);
  });
});

test('a row in JSON has every field and no other', () => {
  const row = { id: 'a', version: '2025.recommended', unit: 'nav', amountOre: '100', note: null };
  expect(rowSchema('frame').safeParse(row).success).toBe(true);
  const { note: _, ...lacking } = row;
  expect(rowSchema('frame').safeParse(lacking).success).toBe(false);
  expect(rowSchema('frame').safeParse({ ...row, origin: { file: 'x', line: 1 } }).success).toBe(false);
});
