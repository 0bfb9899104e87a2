import { Secret, TOTP } from 'otpauth';
import type { Access } from './access.ts';
import { hashOf, recoveryCode } from './secrets.ts';

const stepSeconds = 30;
const recoveryCodes = 10;

const totp = (secret: string, email: string): TOTP =>
  new TOTP({
    issuer: 'Samstyr',
    label: email,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: stepSeconds,
    algorithm: 'SHA1',
  });

/** Begins a new factor. The old one counts until the new one is confirmed by a code. */
export async function beginFactor(
  { pool }: Access,
  user: string,
  email: string,
): Promise<{ readonly otpauth: string; readonly secret: string }> {
  const secret = new Secret({ size: 20 }).base32;
  await pool.query(
    `insert into samstyr.second_factor (user_id, secret) values ($1, $2)
     on conflict (user_id) do update set secret = excluded.secret, confirmed = false, last_step = 0
     where not second_factor.confirmed`,
    [user, secret],
  );
  return { otpauth: totp(secret, email).toString(), secret };
}

/** Confirms the factor with its first code and gives the recovery codes, this once. Null: the code is wrong or there is nothing to confirm. */
export async function confirmFactor(
  access: Access,
  user: string,
  code: string,
): Promise<readonly string[] | null> {
  if (!(await codeFits(access, user, code, false))) return null;
  const { pool } = access;
  await pool.query('update samstyr.second_factor set confirmed = true where user_id = $1', [user]);
  await pool.query('delete from samstyr.recovery_code where user_id = $1', [user]);
  const codes = Array.from({ length: recoveryCodes }, recoveryCode);
  await pool.query('insert into samstyr.recovery_code (user_id, code_hash) select $1, unnest($2::text[])', [
    user,
    codes.map(hashOf),
  ]);
  return codes;
}

/** Whether a code is of now, or of the thirty seconds before or after, and has not been used. */
export async function codeFits(
  { pool, now }: Access,
  user: string,
  code: string,
  confirmed: boolean,
): Promise<boolean> {
  const { rows } = await pool.query<{ secret: string }>(
    'select secret from samstyr.second_factor where user_id = $1 and confirmed = $2',
    [user, confirmed],
  );
  const [row] = rows;
  if (row === undefined) return false;
  const at = now().getTime();
  const delta = totp(row.secret, '').validate({ token: code, timestamp: at, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(at / 1000 / stepSeconds) + delta;
  const { rowCount } = await pool.query(
    'update samstyr.second_factor set last_step = $2 where user_id = $1 and last_step < $2',
    [user, step],
  );
  return rowCount === 1;
}

/** Uses up a recovery code. */
export async function useRecoveryCode({ pool, now }: Access, user: string, code: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update samstyr.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null',
    [user, hashOf(code), now()],
  );
  return rowCount === 1;
}
