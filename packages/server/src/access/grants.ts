import type { Role } from '@samstyr/contract/api/fields';
import type { ApiProblem } from '@samstyr/contract/api/problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type pg from 'pg';
import { withCooperation } from '../store/transaction.ts';
import { type Access, remember } from './access.ts';
import { setPassword } from './login.ts';
import { hashOf, newSecret } from './secrets.ts';
import { beginSession, endSessionsOf } from './sessions.ts';

export type WantedGrant = {
  readonly role: Role;
  readonly units: readonly string[];
  readonly party: string | null;
};

const invitationMs = 7 * 24 * 60 * 60_000;
const resetMs = 60 * 60_000;

/** Everybody with a role in a cooperation. */
export type Member = {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly lastLoginAt: string | null;
  readonly isActive: boolean;
  readonly grants: readonly WantedGrant[];
};

export const membersOf = ({ pool }: Access, cooperation: string): Promise<readonly Member[]> =>
  withCooperation(pool, cooperation, async (client) => {
    const { rows } = await client.query<Member>(
      `select a.user_id as user, a.name, a.email, coalesce(f.confirmed, false) as "hasSecondFactor",
              a.last_login_at as "lastLoginAt", a.deactivated_at is null as "isActive",
              json_agg(json_build_object('role', g.role, 'units', g.units, 'party', g.party) order by g.role) as grants
       from samstyr.access_grant g join samstyr.account a using (user_id) left join samstyr.second_factor f using (user_id)
       where g.cooperation_id = $1 group by a.user_id, f.confirmed order by a.email`,
      [cooperation],
    );
    return rows;
  });

/** Makes somebody's roles in a cooperation exactly these. Their sessions end: what they may do is another thing now. */
export async function setGrants(
  access: Access,
  {
    cooperation,
    user,
    grants,
    by,
    keepSessions = false,
  }: {
    readonly cooperation: string;
    readonly user: string;
    readonly grants: readonly WantedGrant[];
    readonly by: string | null;
    /** Somebody who gets a cooperation more is not thrown out of those they work in. */
    readonly keepSessions?: boolean;
  },
): Promise<Result<null, ApiProblem>> {
  const done = await withCooperation(access.pool, cooperation, async (client) => {
    // One at a time: two administrators who take each other out must not both succeed.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`grants ${cooperation}`]);
    await write(client, cooperation, user, grants);
    if (by === null || (await hasAdministrator(client, cooperation))) return true;
    await client.query('rollback');
    await client.query('begin');
    return false;
  });
  if (!done) return fail({ code: 'access.lastAdministrator' });
  if (!keepSessions) await endSessionsOf(access.pool, user, null);
  await remember(access, 'roles.changed', { cooperation, user, ...(by === null ? {} : { by }) });
  return ok(null);
}

/** Whether somebody who can come in gives out the roles of a cooperation. */
async function hasAdministrator(client: pg.ClientBase, cooperation: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from samstyr.access_grant join samstyr.account using (user_id)
     where cooperation_id = $1 and role = 'administrator' and deactivated_at is null limit 1`,
    [cooperation],
  );
  return rows.length > 0;
}

/**
 * Closes a member's account, or opens it again. Who is closed out is out at once and is answered at the door as somebody unknown; what they
 * wrote stays, with their name. The last administrator stays.
 */
export async function setActive(
  access: Access,
  wish: {
    readonly cooperation: string;
    readonly user: string;
    readonly isActive: boolean;
    readonly by: string;
  },
): Promise<Result<null, ApiProblem>> {
  const { cooperation, user, isActive, by } = wish;
  const isDone = await withCooperation(access.pool, cooperation, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`grants ${cooperation}`]);
    await client.query(
      `update samstyr.account set deactivated_at = case when $2 then null else coalesce(deactivated_at, $3) end
       where user_id = $1`,
      [user, isActive, access.now()],
    );
    if (await hasAdministrator(client, cooperation)) return true;
    await client.query('rollback');
    await client.query('begin');
    return false;
  });
  if (!isDone) return fail({ code: 'access.lastAdministrator' });
  if (!isActive) await endSessionsOf(access.pool, user, null);
  await remember(access, isActive ? 'account.reactivated' : 'account.deactivated', { cooperation, user, by });
  return ok(null);
}

async function write(
  client: pg.ClientBase,
  cooperation: string,
  user: string,
  grants: readonly WantedGrant[],
): Promise<void> {
  await client.query('delete from samstyr.access_grant where cooperation_id = $1 and user_id = $2', [
    cooperation,
    user,
  ]);
  for (const { role, units, party } of grants)
    await client.query(
      `insert into samstyr.access_grant (cooperation_id, user_id, role, units, party) values ($1, $2, $3, $4, $5)
       on conflict (cooperation_id, user_id, role) do update set units = excluded.units, party = excluded.party`,
      [cooperation, user, role, units, party],
    );
}

export type Link = { readonly token: string; readonly expiresAt: string };

/** A link for one person, one use and some days. It is shown once; nothing is sent. */
export async function makeLink(
  access: Access,
  wish: {
    readonly kind: 'invitation' | 'reset';
    readonly cooperation: string;
    readonly email: string;
    readonly grants: readonly WantedGrant[];
    readonly by: string;
  },
): Promise<Link> {
  const token = newSecret();
  const endsAt = new Date(access.now().getTime() + (wish.kind === 'invitation' ? invitationMs : resetMs));
  await access.pool.query(
    `insert into samstyr.one_time_token (token_hash, kind, cooperation_id, email, grants, made_by, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [hashOf(token), wish.kind, wish.cooperation, wish.email, JSON.stringify(wish.grants), wish.by, endsAt],
  );
  await remember(access, `${wish.kind}.made`, { cooperation: wish.cooperation, by: wish.by });
  return { token, expiresAt: endsAt.toISOString() };
}

/** An invitation nobody has used; named by the hash of its secret, which opens nothing. */
type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly grants: readonly WantedGrant[];
  readonly madeBy: string;
  readonly expiresAt: string;
};

/** The invitations to a cooperation that can still be used, those that run out first first. */
export async function openInvitations(
  { pool, now }: Access,
  cooperation: string,
): Promise<readonly Invitation[]> {
  const { rows } = await pool.query<Invitation>(
    `select token_hash as id, email, grants, made_by as "madeBy", ends_at as "expiresAt" from samstyr.one_time_token
     where cooperation_id = $1 and kind = 'invitation' and used_at is null and ends_at > $2 order by ends_at, email`,
    [cooperation, now()],
  );
  return rows;
}

/** Takes an invitation back. False: there is none that is not used. */
export async function revokeInvitation(
  access: Access,
  wish: { readonly cooperation: string; readonly invitation: string; readonly by: string },
): Promise<boolean> {
  const { rowCount } = await access.pool.query(
    `delete from samstyr.one_time_token
     where cooperation_id = $1 and token_hash = $2 and kind = 'invitation' and used_at is null`,
    [wish.cooperation, wish.invitation],
  );
  if (rowCount !== 1) return false;
  await remember(access, 'invitation.revoked', { cooperation: wish.cooperation, by: wish.by });
  return true;
}

type Token = {
  readonly cooperation: string;
  readonly email: string;
  readonly grants: readonly WantedGrant[];
};

/** Uses a link up; null when it is used, too old or none. */
async function spend(access: Access, kind: 'invitation' | 'reset', token: string): Promise<Token | null> {
  const { rows } = await access.pool.query<Token>(
    `update samstyr.one_time_token set used_at = $3 where token_hash = $1 and kind = $2 and used_at is null and ends_at > $3
     returning cooperation_id as cooperation, email, grants`,
    [hashOf(token), kind, access.now()],
  );
  return rows[0] ?? null;
}

/** Makes the account an invitation is for, or adds its roles to the one that is there, and logs in. */
export async function acceptInvitation(
  access: Access,
  wish: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
    readonly old: string | null;
  },
): Promise<Result<string, ApiProblem>> {
  const found = await spend(access, 'invitation', wish.token);
  if (found === null) return fail({ code: 'login.tokenSpent' });
  const account = await accountOf(access, found.email);
  // Somebody with an account proves who they are by their own password; the link alone must not change it.
  if (account !== null) {
    const { rows } = await access.pool.query<{ hash: string | null }>(
      'select password_hash as hash from samstyr.account where user_id = $1 and deactivated_at is null',
      [account],
    );
    if (!(await access.passwords.fits(wish.password, rows[0]?.hash ?? null))) {
      await unspend(access, wish.token);
      return fail({ code: 'login.refused' });
    }
  }
  const user = account ?? (await createAccount(access, { email: found.email, name: wish.name }));
  if (account === null) {
    const set = await setPassword(access, { user, email: found.email }, wish.password, null);
    if (!set.ok) {
      await access.pool.query('delete from samstyr.account where user_id = $1', [user]);
      await unspend(access, wish.token);
      return set;
    }
  }
  const { cooperation, grants } = found;
  await withCooperation(access.pool, cooperation, async (client) => {
    for (const { role, units, party } of grants)
      await client.query(
        `insert into samstyr.access_grant (cooperation_id, user_id, role, units, party) values ($1, $2, $3, $4, $5)
         on conflict (cooperation_id, user_id, role) do update set units = excluded.units, party = excluded.party`,
        [cooperation, user, role, units, party],
      );
  });
  await remember(access, 'invitation.accepted', { cooperation, user });
  return ok(await beginSession(access, user, wish.old));
}

async function unspend({ pool }: Access, token: string): Promise<void> {
  await pool.query('update samstyr.one_time_token set used_at = null where token_hash = $1', [hashOf(token)]);
}

export async function acceptReset(
  access: Access,
  wish: { readonly token: string; readonly password: string },
): Promise<Result<null, ApiProblem>> {
  const found = await spend(access, 'reset', wish.token);
  const user = found === null ? null : await accountOf(access, found.email);
  if (found === null || user === null || !(await isActiveAccount(access, user)))
    return fail({ code: 'login.tokenSpent' });
  const set = await setPassword(access, { user, email: found.email }, wish.password, null);
  if (!set.ok) await unspend(access, wish.token);
  return set;
}

async function isActiveAccount({ pool }: Access, user: string): Promise<boolean> {
  const { rows } = await pool.query(
    'select from samstyr.account where user_id = $1 and deactivated_at is null',
    [user],
  );
  return rows.length > 0;
}

export async function accountOf({ pool }: Pick<Access, 'pool'>, email: string): Promise<string | null> {
  const { rows } = await pool.query<{ user: string }>(
    'select user_id as user from samstyr.account where email = $1',
    [email],
  );
  return rows[0]?.user ?? null;
}

export async function createAccount(
  { pool, newId }: Access,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<string> {
  const user = newId();
  await pool.query('insert into samstyr.account (user_id, email, name) values ($1, $2, $3)', [
    user,
    email,
    name,
  ]);
  return user;
}
