import type { Language } from '@samstyr/contract/texts/language';
import { type Access, grantsOf, type Person } from './access.ts';
import { hashOf, newSecret } from './secrets.ts';

const idleMs = 30 * 60_000;
const absoluteMs = 10 * 60 * 60_000;
/** A request more often than this does not write that it was seen. */
const seenEveryMs = 60_000;

/** Begins a session and gives its secret, which only the browser keeps. An old one of the same browser ends: an id is never carried over a login. */
export async function beginSession({ pool, now }: Access, user: string, old: string | null): Promise<string> {
  const secret = newSecret();
  const at = now();
  if (old !== null) await endSession(pool, old);
  await pool.query(
    'insert into samstyr.session (id_hash, user_id, made_at, seen_at, ends_at) values ($1, $2, $3, $3, $4)',
    [hashOf(secret), user, at, new Date(at.getTime() + absoluteMs)],
  );
  await pool.query('update samstyr.account set last_login_at = $2 where user_id = $1', [user, at]);
  return secret;
}

type SessionRow = {
  readonly user: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly factor: boolean;
  readonly seen: string;
  readonly ends: string;
};

/** Who a session's secret belongs to; null when there is none, it is idle too long, or it has lasted its ten hours. */
export async function personOf({ pool, now }: Access, secret: string): Promise<Person | null> {
  const { rows } = await pool.query<SessionRow>(
    `select a.user_id as user, a.email, a.name, a.language, coalesce(f.confirmed, false) as factor,
            s.seen_at as seen, s.ends_at as ends
     from samstyr.session s join samstyr.account a using (user_id) left join samstyr.second_factor f using (user_id)
     where s.id_hash = $1 and a.deactivated_at is null`,
    [hashOf(secret)],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const at = now();
  const seen = new Date(row.seen);
  const endsAt = new Date(row.ends);
  if (at >= endsAt || at.getTime() - seen.getTime() >= idleMs) {
    await endSession(pool, secret);
    return null;
  }
  if (at.getTime() - seen.getTime() >= seenEveryMs)
    await pool.query('update samstyr.session set seen_at = $2 where id_hash = $1', [hashOf(secret), at]);
  return {
    user: row.user,
    email: row.email,
    name: row.name,
    language: row.language,
    hasSecondFactor: row.factor,
    grants: await grantsOf(pool, row.user),
    secret,
    idleUntil: new Date(at.getTime() + idleMs),
    endsAt,
  };
}

export async function endSession(pool: Access['pool'], secret: string): Promise<void> {
  await pool.query('delete from samstyr.session where id_hash = $1', [hashOf(secret)]);
}

/** Every session of a person ends, but perhaps one: after a new password or new roles. */
export async function endSessionsOf(pool: Access['pool'], user: string, but: string | null): Promise<void> {
  await pool.query('delete from samstyr.session where user_id = $1 and id_hash <> $2', [
    user,
    but === null ? '' : hashOf(but),
  ]);
}
