import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { openDatabase } from '@samstyr/server/postgres/connect';
import { type Migration, migrate, readMigrations } from '@samstyr/server/postgres/migrate';
import { exportFolder, importFolder } from '@samstyr/server/store/folder';
import { runCommand } from '@samstyr/server/store/run-command';
import { findCooperation } from '@samstyr/server/store/store';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { smallFiles } from '../small-folder.ts';
import { dumpRows, loadRows } from './dump.ts';
import { type EmptyDatabase, emptyDatabase, type TestDatabase, testDatabase } from './test-database.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
/** What stands in the fixtures: a small cooperation, imported and changed three times, by fixed clock and ids. */
const heads = {
  'schema-0001.jsonl': '4:d1ebe714382b12f52def027d7b8a205fd07b1f94e3e3975263acc0f20e990d31',
  'schema-0002.jsonl': '4:d1ebe714382b12f52def027d7b8a205fd07b1f94e3e3975263acc0f20e990d31',
} as const;

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
const empty = async (): Promise<EmptyDatabase> => {
  const database = await emptyDatabase();
  opened.push(database.close);
  return database;
};
const owner = async ({ url }: Pick<EmptyDatabase, 'url'>): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url('samstyr_owner') });
  await client.connect();
  opened.push(() => client.end());
  return client;
};
const made = (number: number, name: string, sql: string): Migration => ({
  number,
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

describe('the schema', () => {
  for (const [file, head] of Object.entries(heads))
    it(`comes forward from ${file.slice(0, -6)} with every row, and the audit still holds`, async () => {
      const database = await empty();
      const client = await owner(database);
      const then = Number.parseInt(file.slice(7, 11), 10);
      const old = readMigrations().filter(({ number }) => number <= then);
      expect(await migrate(client, 'samstyr', old)).toEqual({ ok: true, value: then });
      await loadRows(database.superuser, readFileSync(join(fixtures, file), 'utf8'));
      const { store } = await database.open();
      const found = await findCooperation(store, 'fjordregionen');
      const { findings, entries, ...rest } = await verifyCooperation(
        store.database.serving,
        found?.cooperation ?? '',
        [head],
      );
      expect(findings).toEqual([]);
      expect(entries).toBe(4);
      expect(rest.head).toBe(head);
      const files = await exportFolder(store, found?.cooperation ?? '');
      expect(files?.get('units/legevakt/changes.csv')).toContain('-250000.00');
    });

  it('is left alone when a newer program has been there', async () => {
    const database = await empty();
    const client = await owner(database);
    const newer = [...readMigrations(), made(9999, 'fra-framtida', 'select 1')];
    await migrate(client, 'samstyr', newer);
    const again = await openDatabase({
      url: database.url('samstyr'),
      ownerUrl: database.url('samstyr_owner'),
      folder: '',
      purpose: 'tool',
    });
    expect(again.ok ? [] : again.problems).toEqual([
      { code: 'database.newer', found: 9999, known: readMigrations().at(-1)?.number },
    ]);
  });

  it('is left alone when a step that was run is not the step there is', async () => {
    const client = await owner(await empty());
    await migrate(client, 'samstyr', [made(1, 'en', 'select 1')]);
    const other = await migrate(client, 'samstyr', [made(1, 'en', 'select 2')]);
    expect(other.ok ? [] : other.problems).toEqual([
      { code: 'database.migrationChanged', number: 1, name: 'en' },
    ]);
  });

  it('keeps nothing of a step that fails half way', async () => {
    const client = await owner(await empty());
    const steps = [
      made(1, 'en', 'create table samstyr.en ()'),
      made(2, 'to', 'create table samstyr.to_ (); select finnes_ikke()'),
    ];
    await expect(migrate(client, 'samstyr', steps)).rejects.toThrow('finnes_ikke');
    const { rows } = await client.query(
      `select to_regclass('samstyr.en') as en, to_regclass('samstyr.to_') as to_`,
    );
    expect(rows).toEqual([{ en: 'samstyr.en', to_: null }]);
    expect(await migrate(client, 'samstyr', steps.slice(0, 1))).toEqual({ ok: true, value: 0 });
  });

  it('is brought forward once when two programs start at the same time', async () => {
    const database = await empty();
    const [a, b] = [await owner(database), await owner(database)];
    const done = await Promise.all([migrate(a, 'samstyr'), migrate(b, 'samstyr')]);
    expect(done.map((each) => (each.ok ? each.value : -1)).sort()).toEqual([0, readMigrations().length]);
  });

  it('asks for the owner when it must be brought forward and nobody may', async () => {
    const database = await empty();
    const tried = await openDatabase({
      url: database.url('samstyr'),
      ownerUrl: null,
      folder: '',
      purpose: 'tool',
    });
    expect(tried.ok ? [] : tried.problems).toEqual([
      { code: 'database.older', found: 0, known: readMigrations().length },
    ]);
  });
});

describe('the fixture of the newest schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    let ids = 0;
    database = await testDatabase({
      now: () => new Date(Date.UTC(2026, 10, 23, 12, 0, ids)),
      newId: () => {
        ids += 1;
        return `00000000-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
      },
    });
    const imported = await importFolder(database.store, { files: smallFiles(), who: 'u1' });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    const { cooperation } = imported.value;
    for (const body of [
      {
        op: 'addChange',
        args: {
          year: 2025,
          service: 'legevakt',
          kind: 'saving',
          amountOre: '-25000000',
          reason: 'Færre vakter',
        },
      },
      { op: 'addComment', args: { unit: 'legevakt', body: 'Sett på i mars.' } },
      { op: 'putTask', args: { unit: 'legevakt', year: 2025, kind: 'status', title: 'Status mangler' } },
    ]) {
      const done = await runCommand(database.store, { cooperation, who: 'u2', body, key: `k-${body.op}` });
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
    }
  });
  afterAll(() => database.close());

  it('is what this program makes of the same commands', async () => {
    const newest = Object.keys(heads).at(-1) ?? '';
    expect(Number.parseInt(newest.slice(7, 11), 10)).toBe(readMigrations().at(-1)?.number);
    await expect(await dumpRows(database.superuser)).toMatchFileSnapshot(join(fixtures, newest));
  });
});
