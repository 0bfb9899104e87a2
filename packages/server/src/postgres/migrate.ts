import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type pg from 'pg';
import { locks } from './locks.ts';
import type { DatabaseProblem } from './problems.ts';
import type { Queryable } from './queryable.ts';

/** A step forward for the schema: a numbered file of SQL, never changed after its release. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

/** The folder of migrations, from the sources and from a bundle alike: the first above this file that has it. */
function migrationsFolder(from = import.meta.dirname): string {
  const here = join(from, 'packages/server/migrations');
  if (existsSync(here)) return here;
  const above = dirname(from);
  if (above === from) throw new Error('Invariant broken: the migrations are part of the program');
  return migrationsFolder(above);
}

/** Every migration there is, in order. */
export function readMigrations(): readonly Migration[] {
  const folder = migrationsFolder();
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return {
        number: Number.parseInt(file.slice(0, 4), 10),
        name: file.slice(5, -4),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
}

const migrationTable = `
  create schema if not exists samstyr;
  create table if not exists samstyr.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    at timestamptz not null default now()
  )`;

type Done = { readonly number: number; readonly checksum: string };

/**
 * Brings a database forward, each step in a transaction of its own, one program at a time. Data of a newer program are left alone: an older
 * one would not know what it leaves out. Then the serving role gets its rights, and no more.
 */
export async function migrate(
  owner: pg.ClientBase,
  servingRole: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<number, DatabaseProblem>> {
  await owner.query('select pg_advisory_lock($1)', [locks.migrating]);
  try {
    await owner.query(migrationTable);
    const done = await doneIn(owner);
    const problem = problemWith(done, migrations);
    if (problem !== null) return fail(problem);
    const missing = migrations.slice(done.length);
    for (const migration of missing) {
      await owner.query('begin');
      try {
        await step(owner, migration);
        await owner.query('commit');
      } catch (error) {
        await owner.query('rollback');
        throw error;
      }
    }
    await grantServing(owner, servingRole);
    return ok(missing.length);
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [locks.migrating]);
  }
}

/** Why a database that nobody here may migrate cannot be served; null when it is as this program knows it. */
export async function schemaProblem(
  database: Queryable,
  migrations: readonly Migration[] = readMigrations(),
): Promise<DatabaseProblem | null> {
  const { rows } = await database.query<{ readonly there: boolean }>(
    `select to_regclass('samstyr.migration') is not null as there`,
  );
  const done = rows[0]?.there === true ? await doneIn(database) : [];
  const problem = problemWith(done, migrations);
  return problem === null && done.length < migrations.length
    ? { code: 'database.older', found: done.length, known: migrations.length }
    : problem;
}

async function doneIn(database: Queryable): Promise<readonly Done[]> {
  const { rows } = await database.query<Done>(
    'select number, checksum from samstyr.migration order by number',
  );
  return rows;
}

function problemWith(done: readonly Done[], migrations: readonly Migration[]): DatabaseProblem | null {
  const found = done.at(-1)?.number ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (found > known) return { code: 'database.newer', found, known };
  for (const [at, { number, checksum }] of done.entries()) {
    const migration = migrations[at];
    if (migration?.number !== number || migration.checksum !== checksum)
      return { code: 'database.migrationChanged', number, name: migration?.name ?? '' };
  }
  return null;
}

/** Runs migrations inside the transaction of the one who asks, for whom they stand or fall with something larger. */
export async function applyMigrations(owner: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await owner.query(migrationTable);
  for (const migration of migrations) await step(owner, migration);
}

async function step(owner: pg.ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  await owner.query(sql);
  await owner.query('insert into samstyr.migration (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}

/** What the serving role may do with the tables that are not rows people edit. What is only added to cannot be taken away. */
const special: { readonly [table: string]: string } = {
  migration: 'select',
  tenant: 'select, insert, update (revision, head, next_position)',
  audit: 'select, insert',
  audit_change: 'select, insert',
  idempotency: 'select, insert',
  frame_use: 'select',
  security_event: 'select, insert',
  publication: 'select, insert',
  publication_file: 'select, insert',
};

/** Gives the serving role its rights on every table there is, and takes back all others. */
export async function grantServing(owner: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await owner.query<{ readonly name: string; readonly role: string }>(
    `select relname as name, quote_ident($1) as role from pg_class
     where relnamespace = 'samstyr'::regnamespace and relkind in ('r', 'p')`,
    [role],
  );
  const grants = rows.map(
    ({ name, role: quoted }) =>
      `grant ${special[name] ?? 'select, insert, update, delete'} on samstyr."${name}" to ${quoted};`,
  );
  const quoted = rows[0]?.role ?? '';
  await owner.query(
    `revoke all on all tables in schema samstyr from public, ${quoted};
     grant usage on schema samstyr to ${quoted};
     ${grants.join('\n')}`,
  );
  const { rows: functions } = await owner.query(`select to_regproc('samstyr.upkeep') as there`);
  if (functions[0]?.there !== null)
    await owner.query(`grant execute on function samstyr.upkeep to ${quoted}`);
}
