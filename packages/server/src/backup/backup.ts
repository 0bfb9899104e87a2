import type { Result } from '@samstyr/core/result/result';
import type pg from 'pg';
import { type BackupFacts, type TableContent, writeBackup } from './backup-file.ts';
import { catalogue } from './catalogue.ts';
import { cooperationsOf, copyOut } from './copy-out.ts';
import type { Manifest } from './manifest.ts';
import type { BackupProblem } from './problems.ts';

/**
 * Writes everything the database holds to one file, as it stood at one moment: people go on working meanwhile, and what they do is wholly in
 * or wholly out. Goes by the owner's connections.
 */
export async function backup(
  owner: pg.Pool,
  path: string,
  watch: (table: string) => void = () => {},
): Promise<Result<Manifest, BackupProblem>> {
  const client = await owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await writeBackup(path, contents(client, watch), () => factsOf(client));
  } finally {
    // A reading transaction has nothing to keep, and a connection in the middle of a COPY nothing to say.
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function* contents(
  client: pg.ClientBase,
  watch: (table: string) => void,
): AsyncGenerator<TableContent> {
  const cooperations = await cooperationsOf(client);
  for (const table of await catalogue(client)) {
    watch(table.name);
    yield { name: table.name, columns: table.columns, rows: copyOut(client, table, cooperations) };
  }
}

async function factsOf(client: pg.ClientBase): Promise<BackupFacts> {
  const schema = await client.query<{ readonly number: number }>(
    'select max(number) as number from samstyr.migration',
  );
  const made = await client.query<{ readonly made: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made`,
  );
  const heads = await client.query<BackupFacts['heads'][number]>(
    'select name as cooperation, revision::text as entries, head as hash from samstyr.tenant order by name collate "C"',
  );
  return { schema: schema.rows[0]?.number ?? 0, made: made.rows[0]?.made ?? '', heads: heads.rows };
}
