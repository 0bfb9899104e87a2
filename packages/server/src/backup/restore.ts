import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyMigrations, grantServing, readMigrations } from '../postgres/migrate.ts';
import { type CheckedBackup, checkBackup } from './backup-file.ts';
import { catalogue } from './catalogue.ts';
import { cooperationsOf, copyOut } from './copy-out.ts';
import type { Manifest } from './manifest.ts';
import type { BackupProblem } from './problems.ts';

/** How a backup is put back. */
export type RestoreWish = {
  readonly path: string;
  /** The role that serves, which gets its rights on the new tables. */
  readonly servingRole: string;
  /** Whether what is in the database may go. */
  readonly replace: boolean;
  readonly watch?: (table: string) => void;
};

/**
 * Puts a backup in place of the database's content. Every byte of the file is checked first; then all of it is one transaction: the schema
 * as the backup knew it, the rows, the rows read back and held against the file, and the migrations that have come since. Whatever goes
 * wrong, the database is as it was.
 */
export async function restore(
  owner: pg.Pool,
  { path, servingRole, replace, watch = () => {} }: RestoreWish,
): Promise<Result<Manifest, BackupProblem>> {
  const checked = await checkBackup(path);
  if (!checked.ok) return checked;
  const { manifest } = checked.value;
  const migrations = readMigrations();
  const known = migrations.at(-1)?.number ?? 0;
  if (manifest.schema > known)
    return fail({ code: 'backup.newer', file: path, schema: manifest.schema, known });
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '5s'`);
    const there = replace ? [] : await namesIn(client);
    if (there.length > 0) return await undo(client, { code: 'backup.notEmpty', cooperations: there });
    await client.query('drop schema if exists samstyr cascade');
    await applyMigrations(
      client,
      migrations.filter(({ number }) => number <= manifest.schema),
    );
    const differing = await load(client, checked.value, watch);
    if (differing !== null)
      return await undo(client, { code: 'backup.differs', file: path, table: differing });
    await client.query('set constraints all immediate');
    await applyMigrations(
      client,
      migrations.filter(({ number }) => number > manifest.schema),
    );
    await grantServing(client, servingRole);
    await client.query('commit');
    return ok(manifest);
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if ((error as { readonly code?: string }).code === '55P03') return fail({ code: 'backup.busy' });
    throw error;
  } finally {
    client.release();
  }
}

async function undo(client: pg.ClientBase, problem: BackupProblem): Promise<Result<never, BackupProblem>> {
  await client.query('rollback');
  return fail(problem);
}

async function namesIn(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly there: boolean }>(
    `select to_regclass('samstyr.tenant') is not null as there`,
  );
  if (rows[0]?.there !== true) return [];
  const names = await client.query<{ readonly name: string }>(
    'select name from samstyr.tenant order by name',
  );
  return names.rows.map(({ name }) => name);
}

/**
 * Fills the empty tables and reads them back. Gives the first table that is not what the file says, or null. Walls and triggers stand aside
 * inside the transaction: they guard against people, and would do again what the rows already hold.
 */
async function load(
  client: pg.ClientBase,
  backup: CheckedBackup,
  watch: (table: string) => void,
): Promise<string | null> {
  const tables = new Map((await catalogue(client)).map((table) => [table.name, table]));
  const walls = [...tables.values()].filter(({ walled, name }) => walled || name === 'tenant');
  for (const { name } of tables.values())
    await client.query(`alter table samstyr."${name}" disable trigger user`);
  for (const { name } of walls)
    await client.query(`alter table samstyr."${name}" no force row level security`);
  for await (const { table, rows } of backup.tables()) {
    watch(table.name);
    const known = tables.get(table.name);
    if (known === undefined || known.columns.join() !== table.columns.join()) return table.name;
    await pipeline(
      rows,
      client.query(copyFrom(`copy samstyr."${table.name}" (${table.columns.join(', ')}) from stdin`)),
    );
  }
  // Deferred checks of the rows come before the tables change again.
  await client.query('set constraints all immediate');
  await client.query('set constraints all deferred');
  for (const { name } of walls) await client.query(`alter table samstyr."${name}" force row level security`);
  for (const { name } of tables.values())
    await client.query(`alter table samstyr."${name}" enable trigger user`);
  const cooperations = await cooperationsOf(client);
  for (const { name, sha256 } of backup.manifest.tables) {
    const known = tables.get(name);
    const digest = createHash('sha256');
    if (known !== undefined)
      for await (const chunk of copyOut(client, known, cooperations)) digest.update(chunk);
    if (digest.digest('hex') !== sha256) return name;
  }
  return null;
}
