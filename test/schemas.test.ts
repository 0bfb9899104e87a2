import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '@samstyr/contract/folder/published-schemas';
import { rowFromJson, rowToJson } from '@samstyr/contract/tables/row-json';
import { rowSchema } from '@samstyr/contract/tables/row-schema';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableNames } from '@samstyr/contract/tables/tables';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomTables } from './random-model.ts';

test('the schemas under docs/schema are the ones the program has; `npm run schemas` writes them', () => {
  const folder = join(import.meta.dirname, '../docs/schema');
  for (const [name, text] of publishedSchemas())
    expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  expect(readdirSync(join(folder, 'rows')).sort()).toEqual(
    tableNames.map((table) => `${table}.schema.json`).sort(),
  );
});

test('every row goes through JSON and comes back the same', () => {
  fc.assert(
    fc.property(randomTables, (model) => {
      const names = {
        resolveParty: (text: string) => (model.party.some(({ party }) => party === text) ? text : null),
        hasRegister: (name: string) => model.register.some(({ id }) => id === name),
        parties: [],
      };
      for (const table of tableNames)
        for (const row of model[table] as readonly AnyRow[]) {
          const json: unknown = JSON.parse(JSON.stringify(rowToJson(table, row as never)));
          expect(rowSchema(table).safeParse(json).error).toBe(undefined);
          expect(rowFromJson(table, json, names)).toEqual({ ok: true, value: row });
        }
    }),
    { seed: 20250105, numRuns: 60 },
  );
});

const nobody = { resolveParty: () => null, hasRegister: () => false, parties: [] };

test('a row in JSON that is wrong says where, and everything at once', () => {
  const row = { id: 'x', version: 'v', unit: 'u', amountOre: '12.5', note: 5 };
  const read = rowFromJson('frame', row, nobody);
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['amountOre', 'note']);
  const day = rowFromJson(
    'forecast',
    { id: 'x', unit: 'u', date: '2027-02-29', expectedResultOre: null, text: null, note: null },
    nobody,
  );
  expect(day).toEqual({ ok: false, problems: [{ code: 'row.noSuchDay', path: 'date', text: '2027-02-29' }] });
});
