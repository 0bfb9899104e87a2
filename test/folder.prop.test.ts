import { tableNames } from '@samstyr/contract/tables/tables';
import type { Key } from '@samstyr/core/key/grammar';
import type { Model } from '@samstyr/core/model/rows';
import { ok } from '@samstyr/core/result/result';
import type { KeyForm } from '@samstyr/formats/folder/key-reader';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { writeFolder } from '@samstyr/formats/folder/write-folder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomTables } from './random-model.ts';

const keys: KeyForm = {
  parse: (value) => ok(value as unknown as Key),
  write: (key) => key as never,
};
const key = fc.constantFrom('equal', { parts: [{ share: '3/20', key: 'equal' }] }) as never;

const bytes = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
const byId = (model: Model) =>
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      model[table].map(({ origin: _, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );

test('a model becomes files and the same model again, and its files are the same bytes', () => {
  fc.assert(
    fc.property(randomTables(key), (model) => {
      const files = writeFolder(model, keys);
      const read = readFolder(bytes(files), keys);
      if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
      expect(byId(read.value)).toEqual(byId(model));
      expect([...writeFolder(read.value, keys)].sort()).toEqual([...files].sort());
    }),
    { seed: 1, numRuns: 300 },
  );
});
