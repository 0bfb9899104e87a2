import type pg from 'pg';

/** Advisory locks of the whole database, each named by a number nobody else uses. */
export const locks = {
  /** Held while the schema is brought forward. */
  migrating: '7310001',
  /** Held by the one Samstyr that serves an embedded database. */
  serving: '7310002',
  /** Shared by everybody who has an embedded server open; whoever is last stops it. */
  using: '7310003',
} as const;

/** Who holds the serving lock: the process and the address it said it has. */
export type Holder = { readonly pid: string; readonly address: string };

/** What the holder of a lock is called, so that the next one can be told. PostgreSQL cuts a name at 63 characters. */
export const holderName = (address: string): string =>
  `samstyr ${process.pid} ${address}`.trim().slice(0, 63);

/** Who holds the serving lock; empty words when it was let go meanwhile. */
export async function servingHolder(client: pg.ClientBase): Promise<Holder> {
  const { rows } = await client.query<{ readonly name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1::bigint::oid
       and l.database = (select oid from pg_database where datname = current_database())`,
    [locks.serving],
  );
  const [, pid = '', address = ''] = /^samstyr (\d+) ?(.*)$/.exec(rows[0]?.name ?? '') ?? [];
  return { pid, address };
}
