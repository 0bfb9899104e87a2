import type { Access } from './access.ts';
import { hashOf } from './secrets.ts';

const windowMs = 15 * 60_000;
const mostPerAccount = 10;
const mostPerAddress = 50;

/** Who is trying: the account they name and the address they come from. Kept as hashes, for a log of addresses is a log of people. */
export type Tries = { readonly account: string | null; readonly address: string };

const subjects = ({ account, address }: Tries) => [
  ...(account === null ? [] : [{ hash: hashOf(`account ${account}`), most: mostPerAccount }]),
  { hash: hashOf(`address ${address}`), most: mostPerAddress },
];

/** How many seconds somebody must wait before another try; 0: none. */
export async function secondsToWait({ pool, now }: Access, tries: Tries): Promise<number> {
  const at = now().getTime();
  let wait = 0;
  for (const { hash, most } of subjects(tries)) {
    const { rows } = await pool.query<{ at: string }>(
      'select at from samstyr.login_failure where subject_hash = $1 and at > $2 order by at desc limit $3',
      [hash, new Date(at - windowMs), most],
    );
    const oldest = rows.length < most ? undefined : rows.at(-1);
    if (oldest !== undefined)
      wait = Math.max(wait, Math.ceil((new Date(oldest.at).getTime() + windowMs - at) / 1000));
  }
  return wait;
}

export async function countFailure({ pool, now }: Access, tries: Tries): Promise<void> {
  const at = now();
  for (const { hash } of subjects(tries))
    await pool.query('insert into samstyr.login_failure (subject_hash, at) values ($1, $2)', [hash, at]);
  await pool.query('delete from samstyr.login_failure where at < $1', [new Date(at.getTime() - windowMs)]);
}

/** After a login that went well, earlier tries at the same account count no more. */
export async function forgetFailures({ pool }: Access, account: string): Promise<void> {
  await pool.query('delete from samstyr.login_failure where subject_hash = $1', [
    hashOf(`account ${account}`),
  ]);
}
