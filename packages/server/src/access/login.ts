import type { ApiProblem } from '@samstyr/contract/api/problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type Access, remember } from './access.ts';
import { countFailure, forgetFailures, secondsToWait, type Tries } from './limits.ts';
import { isWeak } from './password.ts';
import { codeFits, useRecoveryCode } from './second-factor.ts';
import { beginSession, endSessionsOf } from './sessions.ts';

type Wish = {
  readonly email: string;
  readonly password: string;
  readonly code: string | null;
  readonly address: string;
  readonly old: string | null;
};

/**
 * A local login: the session's secret. A wrong name, a wrong password, a wrong code and a deactivated account get the same answer after the
 * same work. That a code
 * is needed is told only to who has the password.
 */
export async function logIn(access: Access, wish: Wish): Promise<Result<string, ApiProblem>> {
  const tries: Tries = { account: wish.email, address: wish.address };
  const seconds = await secondsToWait(access, tries);
  if (seconds > 0) return fail({ code: 'api.tooMany', seconds });
  const { rows } = await access.pool.query<{
    user: string;
    hash: string | null;
    factor: boolean;
    active: boolean;
  }>(
    `select a.user_id as user, a.password_hash as hash, coalesce(f.confirmed, false) as factor,
            a.deactivated_at is null as active
     from samstyr.account a left join samstyr.second_factor f using (user_id) where a.email = $1`,
    [wish.email],
  );
  const account = rows[0] ?? null;
  const knows = await access.passwords.fits(wish.password, account?.hash ?? null);
  if (account === null || !knows || !account.active) return refused(access, tries, account?.user);
  if (account.factor) {
    if (wish.code === null) return fail({ code: 'login.codeNeeded' });
    const fits = wish.code.includes('-')
      ? await useRecoveryCode(access, account.user, wish.code)
      : await codeFits(access, account.user, wish.code, true);
    if (!fits) return refused(access, tries, account.user);
  }
  await forgetFailures(access, wish.email);
  await remember(access, 'login', { user: account.user });
  return ok(await beginSession(access, account.user, wish.old));
}

async function refused(access: Access, tries: Tries, user?: string): Promise<Result<string, ApiProblem>> {
  await countFailure(access, tries);
  await remember(access, 'login.refused', user === undefined ? {} : { user });
  return fail({ code: 'login.refused' });
}

/** Whether somebody who is logged in knows their password; wrong tries count as at the door. */
export async function knowsPassword(
  access: Access,
  person: { readonly user: string; readonly email: string },
  password: string,
  address: string,
): Promise<Result<null, ApiProblem>> {
  const tries: Tries = { account: person.email, address };
  const seconds = await secondsToWait(access, tries);
  if (seconds > 0) return fail({ code: 'api.tooMany', seconds });
  const { rows } = await access.pool.query<{ hash: string | null }>(
    'select password_hash as hash from samstyr.account where user_id = $1',
    [person.user],
  );
  if (await access.passwords.fits(password, rows[0]?.hash ?? null)) return ok(null);
  await countFailure(access, tries);
  return fail({ code: 'login.refused' });
}

/** Gives a person a new password; every other session of theirs ends. */
export async function setPassword(
  access: Access,
  { user, email }: { readonly user: string; readonly email: string },
  password: string,
  keep: string | null,
): Promise<Result<null, ApiProblem>> {
  if (isWeak(password, email)) return fail({ code: 'login.weakPassword' });
  await access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [
    user,
    await access.passwords.hash(password),
  ]);
  await endSessionsOf(access.pool, user, keep);
  await remember(access, 'password.changed', { user });
  return ok(null);
}
