import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import pg from 'pg';
import { admin } from './cluster.ts';
import { type Connection, type Embedded, launchEmbedded } from './launch.ts';
import { holderName, locks, servingHolder } from './locks.ts';
import { migrate, schemaProblem } from './migrate.ts';
import type { DatabaseProblem } from './problems.ts';
import { roleProblems, safetyProblems } from './safety.ts';

/** A database that is ready: safe, of this program's schema, and entered by a role that owns nothing. */
export type Database = {
  /** Every request's connections. */
  readonly serving: pg.Pool;
  /** The owner's, for what only it may do: listing cooperations. Null when no owner was given. */
  readonly owner: pg.Pool | null;
  /** For the person who started it: where the data are. */
  readonly place:
    | { readonly kind: 'embedded'; readonly folder: string; readonly port: number }
    | { readonly kind: 'given' };
  /** Says to whoever tries to start a second one where this one answers. */
  readonly announce: (address: string) => Promise<void>;
  /** Lets go of everything; the last to leave an embedded server stops it. */
  readonly close: () => Promise<void>;
};

export type DatabaseWish = {
  /** `DATABASE_URL`, the serving role; null: the embedded server. */
  readonly url: string | null;
  /** `DATABASE_OWNER_URL`, the role that owns the tables. */
  readonly ownerUrl: string | null;
  /** Where an embedded server keeps its data. */
  readonly folder: string;
  /** `serve`: one at a time on an embedded server. `tool`: beside whoever serves. */
  readonly purpose: 'serve' | 'tool';
};

const names = { database: 'samstyr', owner: 'samstyr_owner', serving: 'samstyr' } as const;

/** Dates and times as the text they are; a `Date` would move them between time zones. */
const textTypes = { date: 1082, timestamp: 1114, timestamptz: 1184 } as const;
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    Object.values<number>(textTypes).includes(id)
      ? (value: string) => value
      : (pg.types.getTypeParser(id, format as 'text') as (value: string) => unknown),
};

/** Of one statement while serving: no request and no step of a job takes near this, and what does must not hold a cooperation locked. */
const servingMs = 30_000;
const statementLimit = (purpose: DatabaseWish['purpose']): number | null =>
  purpose === 'serve' ? servingMs : null;

const poolOf = (config: pg.PoolConfig, max: number, statementMs: number | null = null): pg.Pool => {
  const pool = new pg.Pool({
    ...config,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    ...(statementMs === null ? {} : { statement_timeout: statementMs }),
    allowExitOnIdle: true,
  });
  // A connection that is cut while it works says so to whoever waits for it; said to nobody, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  // A connection that is cut while nobody uses it is no news: the pool makes another.
  pool.on('error', () => {});
  return pool;
};

/** Opens the database somebody wishes for, or says everything that stands against it. */
export const openDatabase = (wish: DatabaseWish): Promise<Result<Database, DatabaseProblem>> =>
  wish.url === null ? openEmbedded(wish) : openGiven({ ...wish, url: wish.url });

async function openGiven({
  url,
  ownerUrl,
  purpose,
}: DatabaseWish & { readonly url: string }): Promise<Result<Database, DatabaseProblem>> {
  const serving = poolOf({ connectionString: url }, 10, statementLimit(purpose));
  const owner = ownerUrl === null ? null : poolOf({ connectionString: ownerUrl }, 2);
  const end = async (): Promise<void> => {
    await Promise.all([serving.end(), owner?.end()]);
  };
  const unreachable = [
    ...(await unreachableProblem(serving, 'DATABASE_URL')),
    ...(owner === null ? [] : await unreachableProblem(owner, 'DATABASE_OWNER_URL')),
  ];
  const problems = unreachable.length > 0 ? unreachable : await preparation(serving, owner);
  const [first, ...rest] = problems;
  if (first !== undefined) {
    await end();
    return fail(first, ...rest);
  }
  return ok({ serving, owner, place: { kind: 'given' }, announce: async () => {}, close: end });
}

async function unreachableProblem(pool: pg.Pool, variable: string): Promise<readonly DatabaseProblem[]> {
  try {
    await pool.query('select 1');
    return [];
  } catch (error) {
    // The code and not the message: a message may have the password's address in it.
    return [
      {
        code: 'database.unreachable',
        variable,
        reason: (error as { readonly code?: string }).code ?? 'ukjent',
      },
    ];
  }
}

/** Safe, of the right schema, and with a role that owns nothing: every problem at once, but for what rests on another. */
async function preparation(serving: pg.Pool, owner: pg.Pool | null): Promise<readonly DatabaseProblem[]> {
  const unsafe = await safetyProblems(serving);
  if (unsafe.length > 0) return unsafe;
  if (owner === null) {
    const problem = await schemaProblem(serving);
    if (problem !== null) return [problem];
  } else {
    const role = await serving.query<{ readonly role: string }>('select current_user as role');
    const client = await owner.connect();
    try {
      const done = await migrate(client, role.rows[0]?.role ?? '');
      if (!done.ok) return done.problems;
    } finally {
      client.release();
    }
  }
  return roleProblems(serving);
}

async function openEmbedded({ folder, purpose }: DatabaseWish): Promise<Result<Database, DatabaseProblem>> {
  const first = await joinEmbedded(folder);
  if (!first.ok) return first;
  let joined = first.value;
  let closing: Promise<void> | null = null;
  let address = '';
  const serving = poolOf(joined.connection(names.serving, names.database), 10, statementLimit(purpose));
  const owner = poolOf(joined.connection(names.owner, names.database), 2);
  const close = (): Promise<void> => {
    closing ??= Promise.all([serving.end(), owner.end()]).then(() => joined.leave());
    return closing;
  };

  const problems =
    purpose === 'serve' && !(await takesServing(joined.lock))
      ? [{ code: 'database.inUse', ...(await servingHolder(joined.lock)) } as const]
      : await preparation(serving, owner);
  const [problem, ...rest] = problems;
  if (problem !== undefined) {
    await close();
    return fail(problem, ...rest);
  }

  // A server that dies under a Samstyr that serves is started again; what was acknowledged is on its disk.
  const guard = (lock: pg.Client): void => {
    lock.once('end', () => void revive());
  };
  const revive = async (): Promise<void> => {
    while (closing === null) {
      try {
        const again = await joinEmbedded(folder);
        if (closing !== null) return;
        if (again.ok) {
          joined = again.value;
          // Whoever came in between serves now, and two must not: this one answers no more.
          if (purpose === 'serve' && !(await takesServing(joined.lock))) return await close();
          for (const pool of [serving, owner]) pool.options.port = joined.port;
          if (purpose === 'serve') await nameHolder(joined.lock, address);
          return guard(joined.lock);
        }
      } catch {
        // It died again on the way; so it is started again.
      }
      // A disk that is full has room again when somebody has made it, which may be in an hour.
      await sleep(reviveMs);
    }
  };
  guard(joined.lock);

  return ok({
    serving,
    owner,
    place: { kind: 'embedded', folder: joined.folder, port: joined.port },
    announce: async (at) => {
      address = at;
      await nameHolder(joined.lock, at);
    },
    close,
  });
}

/** An embedded server somebody has open, with its roles and database made. */
export type Joined = Embedded & {
  /** The connection that says so; it holds the locks. */
  readonly lock: pg.Client;
  /** The last one out stops the server. */
  readonly leave: () => Promise<void>;
};

/** Between tries to start a database that does not stand. */
const reviveMs = 200;

const mostTries = 20;

/** Starts or finds the embedded server of a folder and says that it is in use. One that is being stopped is waited for and started. */
export async function joinEmbedded(folder: string): Promise<Result<Joined, DatabaseProblem>> {
  for (let tries = 1; ; tries += 1) {
    const launched = await launchEmbedded(folder);
    if (!launched.ok) return launched;
    const server = launched.value;
    const lock = new pg.Client(server.connection(names.serving, names.database));
    lock.on('error', () => {});
    try {
      await makeRoles(server);
      await lock.connect();
      await lock.query('select pg_advisory_lock_shared($1)', [locks.using]);
      return ok({ ...server, lock, leave: () => leave(lock, server) });
    } catch (error) {
      await lock.end().catch(() => {});
      if (tries === mostTries) throw error;
      await sleep(100);
    }
  }
}

const nameHolder = async (lock: pg.ClientBase, address: string): Promise<void> => {
  await lock.query(`select set_config('application_name', $1, false)`, [holderName(address)]);
};

/** The lock of one that was killed is let go when its connection is found to be gone, which may take a moment. */
async function takesServing(lock: pg.ClientBase): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await lock.query<{ readonly taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [locks.serving],
    );
    if (rows[0]?.taken === true) {
      await nameHolder(lock, '');
      return true;
    }
    await sleep(50);
  }
  return false;
}

/** The last one out stops the server. Whoever comes in while it stops starts it again; one that has died is left as it is. */
async function leave(lock: pg.Client, server: Embedded): Promise<void> {
  try {
    const { rows } = await lock.query<{ readonly last: boolean }>(
      'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last',
      [locks.using],
    );
    if (rows[0]?.last === true) await server.stop();
  } catch {
    return;
  } finally {
    await lock.end().catch(() => {});
  }
}

/** The owner, the serving role and the database, when they are not there. Two starts at once wait for each other. */
async function makeRoles({ connection }: Embedded): Promise<void> {
  const given: Connection = connection(admin, 'postgres');
  const client = new pg.Client(given);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migrating]);
    for (const role of [names.owner, names.serving]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0)
        await client.query(
          `create role ${role} login nosuperuser nobypassrls password ${client.escapeLiteral(given.password)}`,
        );
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [names.database]);
    if (rowCount === 0)
      await client.query(`create database ${names.database} owner ${names.owner} template template0`);
  } finally {
    await client.end();
  }
}
