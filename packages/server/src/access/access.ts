import type { Role } from '@samstyr/contract/api/fields';
import type { Language } from '@samstyr/contract/texts/language';
import type pg from 'pg';
import { anyPace, createPace, type Pace } from './pace.ts';
import { createPasswords, type Passwords } from './password.ts';
import { createPresence, type Presence } from './presence.ts';

/** What the rules of access need from outside: the database, a clock, new ids and the hasher with its queue. */
export type Access = {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly passwords: Passwords;
  readonly pace: Pace;
  readonly presence: Presence;
};

export function createAccess(
  pool: pg.Pool,
  parts: Partial<Pick<Access, 'now' | 'newId' | 'passwords'>> & {
    /** Points a person has in a minute for what takes work; null: as many as they like. */
    readonly heavyPerMinute?: number | null;
  } = {},
): Access {
  const now = parts.now ?? (() => new Date());
  const { heavyPerMinute = null } = parts;
  return {
    pool,
    now,
    newId: parts.newId ?? (() => crypto.randomUUID()),
    passwords: parts.passwords ?? createPasswords(),
    presence: createPresence(now),
    pace: heavyPerMinute === null ? anyPace : createPace(heavyPerMinute, now),
  };
}

/** A role in a cooperation, with what it is for. */
export type Grant = {
  readonly cooperation: string;
  readonly cooperationName: string;
  readonly role: Role;
  readonly units: readonly string[];
  readonly party: string | null;
};

export type Account = {
  readonly user: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly hasSecondFactor: boolean;
};

/** Somebody who is logged in, for one request. */
export type Person = Account & {
  readonly grants: readonly Grant[];
  /** The session's secret, for its token; never kept and never logged. */
  readonly secret: string;
  readonly idleUntil: Date;
  readonly endsAt: Date;
};

/** Work in one transaction that knows the person: row level security shows them their own grants and the cooperations of those. */
export async function asPerson<T>(
  pool: pg.Pool,
  user: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('samstyr.person', $1, true)`, [user]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** The grants of a person, in every cooperation. */
export const grantsOf = (pool: pg.Pool, user: string): Promise<readonly Grant[]> =>
  asPerson(pool, user, async (client) => {
    const { rows } = await client.query<{
      cooperation: string;
      name: string;
      role: Role;
      units: string[];
      party: string | null;
    }>(
      `select g.cooperation_id as cooperation, t.name, g.role, g.units, g.party
       from samstyr.access_grant g join samstyr.tenant t using (cooperation_id)
       where g.user_id = $1 order by t.name, g.role`,
      [user],
    );
    return rows.map(({ name, ...row }) => ({ ...row, cooperationName: name }));
  });

/** What people are called, by their ids, also those who have left. */
export async function namesOf(
  { pool }: Pick<Access, 'pool'>,
  users: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ readonly user: string; readonly name: string }>(
    'select user_id as user, name from samstyr.account where user_id::text = any ($1)',
    [[...new Set(users)]],
  );
  return new Map(rows.map(({ user, name }) => [user, name]));
}

/** Something worth remembering about access: ids, never names, addresses or figures. */
export async function remember(
  { pool, now }: Pick<Access, 'pool' | 'now'>,
  kind: string,
  said: { readonly cooperation?: string; readonly user?: string; readonly by?: string },
): Promise<void> {
  await pool.query(
    'insert into samstyr.security_event (cooperation_id, at, kind, user_id, by_user) values ($1, $2, $3, $4, $5)',
    [said.cooperation ?? null, now(), kind, said.user ?? null, said.by ?? null],
  );
}
