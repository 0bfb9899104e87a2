import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '@samstyr/contract/texts/tell';
import type { Result } from '@samstyr/core/result/result';
import { backup } from '@samstyr/server/backup/backup';
import type { Manifest } from '@samstyr/server/backup/manifest';
import { type BackupProblem, backupProblemTexts } from '@samstyr/server/backup/problems';
import { restore } from '@samstyr/server/backup/restore';
import { type Database, openDatabase } from '@samstyr/server/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
let database: Database;
const nav = '6d1f0e7e-0000-4000-8000-000000000001';
const brann = '6d1f0e7e-0000-4000-8000-000000000002';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samstyr database-'));
  const opened = await openDatabase({ url: null, ownerUrl: null, folder, purpose: 'serve' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  database = opened.value;
  before = await walls();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = () => {
  if (database.owner === null) throw new Error('the embedded database has an owner');
  return database.owner;
};

/** Does something to one cooperation's rows, by the owner. */
async function inside(cooperation: string, ...statements: readonly string[]): Promise<void> {
  const client = await owner().connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('samstyr.cooperation', $1, true)`, [cooperation]);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const twoCooperations = async (): Promise<void> => {
  for (const [id, name] of [
    [nav, 'nav-samarbeidet'],
    [brann, 'brannvesenet'],
  ] as const)
    await inside(
      id,
      `insert into samstyr.tenant (cooperation_id, name) values ('${id}', '${name}')`,
      `insert into samstyr.unit (cooperation_id, id, name, aliases, "order", position, row_version)
       values ('${id}', 'nav', 'Tab\t, ny\nlinje, \\ og ø', array['a,b', '"'], 1, 1, 1)`,
      `insert into samstyr.service (cooperation_id, id, unit, name, kind, position, row_version)
       values ('${id}', 'nav/drift', 'nav', 'Drift', 'operating', 2, 1)`,
      `insert into samstyr.version (cooperation_id, id, year, status, as_of, position, row_version)
       values ('${id}', '2024.adopted', 2024, 'proposal', '2023-12-01', 3, 1)`,
      `insert into samstyr.line (cooperation_id, id, version, service, distribution, amount_ore, sensitive, position, row_version)
       values ('${id}', 'l1', '2024.adopted', 'nav/drift', 'shared', 9007199254740993, false, 4, 1)`,
      `update samstyr.version set status = 'adopted' where id = '2024.adopted'`,
    );
};

const restoring = (path: string, replace = true): Promise<Result<Manifest, BackupProblem>> =>
  restore(owner(), { path, servingRole: 'samstyr', replace });
const told = (result: Result<unknown, BackupProblem>): string =>
  result.ok ? '' : tell(backupProblemTexts, 'nb', result.problems[0]);
const digests = ({ tables }: Manifest): Record<string, string> =>
  Object.fromEntries(tables.map(({ name, sha256 }) => [name, sha256]));
const made = async (name: string): Promise<Manifest> => {
  const result = await backup(owner(), join(folder, name));
  if (!result.ok) throw new Error(told(result));
  return result.value;
};

/** Every table's wall and rights, as the database tells them. */
const walls = async (): Promise<readonly unknown[]> => {
  const { rows } = await owner().query(
    `select relname, relrowsecurity, relforcerowsecurity, relacl::text,
       (select count(*) from pg_trigger where tgrelid = c.oid and tgenabled = 'O') as triggers
     from pg_class c where relnamespace = 'samstyr'::regnamespace and relkind = 'r' order by relname`,
  );
  return rows;
};
let before: readonly unknown[];

describe('a backup put back', () => {
  it('gives every table of every cooperation as it was, adopted versions and all', async () => {
    await twoCooperations();
    const before = await made('en.samstyr');
    expect(before.heads.map(({ cooperation }) => cooperation)).toEqual(['brannvesenet', 'nav-samarbeidet']);
    await inside(nav, `update samstyr.unit set name = 'Et annet navn'`);
    await inside(brann, `delete from samstyr.service where id = 'finnes-ikke'`);
    expect(digests(await made('to.samstyr'))).not.toEqual(digests(before));

    const restored = await restoring(join(folder, 'en.samstyr'));
    expect(told(restored)).toBe('');
    expect(digests(await made('tre.samstyr'))).toEqual(digests(before));
  });

  it('leaves walls, locks and rights standing', async () => {
    await expect(
      inside(nav, `update samstyr.line set amount_ore = 1 where version = '2024.adopted'`),
    ).rejects.toMatchObject({ code: 'SA001' });
    expect(await walls()).toEqual(before);
    const seen = await database.serving.query('select * from samstyr.line');
    expect(seen.rows).toEqual([]);
    await expect(database.serving.query('delete from samstyr.audit')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('does not take the place of what is there unasked', async () => {
    expect(told(await restoring(join(folder, 'en.samstyr'), false))).toBe(
      'Databasen har allerede samarbeid i seg (brannvesenet, nav-samarbeidet) og er ikke rørt. Skriv --replace for å erstatte alt med kopien.',
    );
  });

  it('is wholly refused when one byte is damaged, and the database is as it was', async () => {
    const whole = await readFile(join(folder, 'en.samstyr'));
    const before = digests(await made('før.samstyr'));
    const path = join(folder, 'skadd.samstyr');
    // 40 of the places a disk can fail, spread over the file; the drill takes 200 and random ones.
    for (let step = 0; step < 40; step += 1) {
      const at = Math.floor((whole.length * step) / 40);
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      await writeFile(path, bytes);
      expect((await restoring(path)).ok, `byte ${at}`).toBe(false);
    }
    expect(digests(await made('etter.samstyr'))).toEqual(before);
  });

  it('waits for nobody: a database in use is left alone', async () => {
    const reader = await owner().connect();
    try {
      await reader.query('begin');
      await reader.query('select 1 from samstyr.unit');
      expect(told(await restoring(join(folder, 'en.samstyr')))).toBe(
        'Databasen er i bruk. Stopp Samstyr først, og prøv igjen. Ingenting er endret.',
      );
    } finally {
      await reader.query('rollback');
      reader.release();
    }
  });
});
