import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableNames } from '@samstyr/contract/tables/tables';
import { fileProblemLine } from '@samstyr/contract/texts/problem-sentence';
import type { Model, TableName } from '@samstyr/core/model/rows';
import { readFolder, readTables } from '@samstyr/formats/folder/read-folder';
import { type FileContent, fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomModel, randomTables } from './random-model.ts';

const bytes = (files: ReadonlyMap<string, FileContent>): ReadonlyMap<string, Uint8Array> =>
  new Map([...files].map(([path, content]) => [path, fileBytes(content)]));

const rowsOf = (model: Model, table: TableName): readonly AnyRow[] => model[table] as readonly AnyRow[];

/** The rows themselves, whatever order the files put them in. */
const byId = (model: Model): unknown =>
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      rowsOf(model, table)
        .map(({ origin: _, ...row }) => row)
        .sort((a, b) => (`${a['id']}` < `${b['id']}` ? -1 : 1)),
    ]),
  );

test('tables become files and the same tables again, and the files stay the same bytes', () => {
  fc.assert(
    fc.property(randomTables, (model) => {
      const files = writeFolder(model);
      const read = readTables(bytes(files));
      expect(read.problems).toEqual([]);
      expect(byId(read.model)).toEqual(byId(model));
      expect([...writeFolder(read.model)].sort()).toEqual([...files].sort());
    }),
    { seed: 20250101, numRuns: 300 },
  );
});

test('a model nothing is wrong with is read without problems', () => {
  fc.assert(
    fc.property(randomModel, (model) => {
      const read = readFolder(bytes(writeFolder(model)));
      expect(read.ok ? [] : read.problems.map((problem) => fileProblemLine(problem, 'nb'))).toEqual([]);
    }),
    { seed: 20250102, numRuns: 200 },
  );
});

test('every row knows the line it stands on', () => {
  fc.assert(
    fc.property(randomTables, (model) => {
      const files = writeFolder(model);
      const { model: read } = readTables(bytes(files));
      for (const table of tableNames)
        for (const row of rowsOf(read, table)) {
          const { file, line } = row['origin'] as { file: string; line: number };
          const text = `${files.get(file)}`.split('\n')[line - 1] ?? '';
          const said = table === 'text' ? row.id.split('/').at(-1) : row.id;
          if (table === 'asset') expect(file).toBe(row.id);
          else if (table !== 'unit' && table !== 'cooperation') expect(text).toContain(said);
        }
    }),
    { seed: 20250103, numRuns: 50 },
  );
});

test('one changed cell is one changed line', () => {
  fc.assert(
    fc.property(randomTables, fc.nat(), (model, pick) => {
      const noted = tableNames.flatMap((table) =>
        rowsOf(model, table)
          .filter((row) => typeof row['note'] === 'string')
          .map((row) => ({ table, id: row.id })),
      );
      const chosen = noted[pick % Math.max(1, noted.length)];
      fc.pre(chosen !== undefined);
      if (chosen === undefined) return;
      const changed = {
        ...model,
        [chosen.table]: rowsOf(model, chosen.table).map((row) =>
          row.id === chosen.id ? { ...row, note: `${`${row['note']}`.replaceAll('\n', ' ')} endret` } : row,
        ),
      } as Model;
      const flat = {
        ...model,
        [chosen.table]: rowsOf(model, chosen.table).map((row) =>
          row.id === chosen.id ? { ...row, note: `${row['note']}`.replaceAll('\n', ' ') } : row,
        ),
      } as Model;
      const before = [...writeFolder(flat)].flatMap(([path, text]) =>
        `${text}`.split('\n').map((line) => `${path}: ${line}`),
      );
      const after = [...writeFolder(changed)].flatMap(([path, text]) =>
        `${text}`.split('\n').map((line) => `${path}: ${line}`),
      );
      expect(after.length).toBe(before.length);
      expect(after.filter((line, at) => line !== before[at])).toHaveLength(1);
    }),
    { seed: 20250104, numRuns: 200 },
  );
});
