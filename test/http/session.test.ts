import { Writable } from 'node:stream';
import { createAccess } from '@samstyr/server/access/access';
import { createAccount } from '@samstyr/server/access/grants';
import { createPasswords, isWeak, TooBusy } from '@samstyr/server/access/password';
import { TOTP } from 'otpauth';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, newKey, type TestServer, testServer } from './test-server.ts';

const password = 'fjell bjørk elv stein 7';
const minute = 60_000;
let server: TestServer;
let own: string;
let logged = '';
beforeAll(async () => {
  const lines = new Writable({
    write: (chunk, _, done) => {
      logged += String(chunk);
      done();
    },
  });
  server = await testServer({ logger: pino({ level: 'trace' }, lines) });
  own = await server.cooperation('vaernesregionen');
});
afterAll(() => server.close());

/** Somebody with a password, not logged in. */
let people = 0;
async function account(): Promise<{ user: string; email: string }> {
  people += 1;
  const email = `medarbeider${people}@example.org`;
  const user = await createAccount(server.access, { email, name: 'Hemmelig Navn' });
  const hash = await server.access.passwords.hash(password);
  await server.access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [
    user,
    hash,
  ]);
  return { user, email };
}
const logIn = (
  email: string,
  said: { password?: string; code?: string | null; headers?: { [name: string]: string } } = {},
) =>
  server.ask('/session', {
    method: 'POST',
    body: { email, password: said.password ?? password, code: said.code ?? null },
    headers: said.headers ?? {},
  });
const cookieOf = (headers: Headers): string =>
  /samstyr=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
const actorOf = (answer: { headers: Headers; body: unknown }): Actor => {
  const { user, csrfToken } = answer.body as { user: string; csrfToken: string };
  return { user, secret: cookieOf(answer.headers), csrf: csrfToken };
};
const isIn = async (as: Actor): Promise<boolean> => (await server.ask('/session', { as })).status === 200;

describe('a session', () => {
  it('begins with a cookie no script can read, and a new id at every login', async () => {
    const { email } = await account();
    const first = await logIn(email);
    expect(first.status, first.text).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(/^samstyr=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const second = await logIn(email, { headers: { cookie: `samstyr=${cookieOf(first.headers)}` } });
    expect(cookieOf(second.headers)).not.toBe(cookieOf(first.headers));
    // A login from the same browser ends the session it had: an id planted beforehand is worth nothing.
    expect(await isIn(actorOf(first))).toBe(false);
    expect(await isIn(actorOf(second))).toBe(true);
  });

  it('ends when its owner logs out, after thirty idle minutes, and after ten hours whatever happens', async () => {
    const { email } = await account();
    const out = actorOf(await logIn(email));
    expect((await server.ask('/session', { as: out, method: 'DELETE' })).status).toBe(204);
    expect(await isIn(out)).toBe(false);
    const idle = actorOf(await logIn(email));
    server.wait(29 * minute);
    expect(await isIn(idle)).toBe(true);
    server.wait(29 * minute);
    expect(await isIn(idle)).toBe(true);
    server.wait(31 * minute);
    expect(await isIn(idle)).toBe(false);
    const long = actorOf(await logIn(email));
    for (let used = 0; used < 10 * 60 - 20; used += 20) {
      server.wait(20 * minute);
      expect(await isIn(long)).toBe(true);
    }
    server.wait(20 * minute);
    expect(await isIn(long)).toBe(false);
  });

  it('changes nothing for a page of another site, nor without its token', async () => {
    const as = await server.actor(own, 'controller');
    const body = { name: 'Kari', language: 'nb' };
    const put = (headers: { [name: string]: string }) =>
      server.ask('/me', { as, method: 'PUT', body, headers });
    expect((await put({ origin: 'https://ond.example' })).body).toMatchObject({ code: 'api.crossOrigin' });
    expect((await put({ 'sec-fetch-site': 'cross-site' })).body).toMatchObject({ code: 'api.crossOrigin' });
    expect((await put({ 'x-csrf-token': 'feil' })).body).toMatchObject({ code: 'api.noCsrfToken' });
    expect((await put({ origin: server.origin })).status).toBe(200);
  });

  it('a new password ends every other session', async () => {
    const { email } = await account();
    const [here, there] = [actorOf(await logIn(email)), actorOf(await logIn(email))];
    const changed = await server.ask('/me/password', {
      as: here,
      method: 'PUT',
      body: { current: password, next: 'et helt annet langt passord' },
    });
    expect(changed.status).toBe(204);
    expect(await isIn(there)).toBe(false);
    expect(await isIn({ ...here, secret: cookieOf(changed.headers) })).toBe(true);
  });
});

describe('logging in', () => {
  it('gives the same answer for a wrong password and for nobody', async () => {
    const { email } = await account();
    const plain = ({ text }: { text: string }) => text.replace(/"instance":"[^"]*"/, '');
    const wrong = await logIn(email, { password: 'feil feil feil feil' });
    const nobody = await logIn('finnes.ikke@example.org', { password: 'feil feil feil feil' });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(plain(wrong)).toBe(plain(nobody));
  });

  it('is closed for a quarter of an hour after ten wrong tries at an account, right password or not', async () => {
    const { email } = await account();
    for (let tries = 0; tries < 10; tries += 1)
      expect((await logIn(email, { password: 'x' })).status).toBe(401);
    const closed = await logIn(email);
    expect(closed.status).toBe(429);
    expect(Number.parseInt(closed.headers.get('retry-after') ?? '', 10)).toBeGreaterThan(600);
    server.wait(16 * minute);
    expect((await logIn(email)).status).toBe(200);
  });

  it('is closed for an address that has tried fifty times, whoever it names', async () => {
    server.wait(16 * minute);
    for (let tries = 0; tries < 50; tries += 1) await logIn(`gjett${tries}@example.org`, { password: 'x' });
    const { email } = await account();
    expect((await logIn(email)).status).toBe(429);
    server.wait(16 * minute);
  });

  it('asks for a code when the person has one, and no code counts twice', async () => {
    const { email } = await account();
    const as = actorOf(await logIn(email));
    const begun = await server.ask('/me/second-factor', { as, method: 'POST', body: { password } });
    const { secret, otpauth } = begun.body as { secret: string; otpauth: string };
    expect(otpauth).toMatch(/^otpauth:\/\/totp\//);
    const totp = new TOTP({ secret, digits: 6, period: 30 });
    const code = () => totp.generate({ timestamp: server.now().getTime() });
    const confirmed = await server.ask('/me/second-factor', { as, method: 'PUT', body: { code: code() } });
    expect(confirmed.status, confirmed.text).toBe(200);
    const { recoveryCodes } = confirmed.body as { recoveryCodes: readonly string[] };
    expect((await logIn(email)).body).toMatchObject({ code: 'login.codeNeeded' });
    expect((await logIn(email, { code: code() })).body).toMatchObject({ code: 'login.refused' });
    server.wait(minute);
    const used = code();
    expect((await logIn(email, { code: used })).status).toBe(200);
    expect((await logIn(email, { code: used })).status).toBe(401);
    expect((await logIn(email, { code: recoveryCodes[0]! })).status).toBe(200);
    expect((await logIn(email, { code: recoveryCodes[0]! })).status).toBe(401);
  });
});

describe('an invitation', () => {
  const invite = async (email: string) => {
    const administrator = await server.actor(own, 'administrator');
    const made = await server.ask('/cooperations/vaernesregionen/invitations', {
      as: administrator,
      method: 'POST',
      body: { email, grants: [{ role: 'unitLeader', units: ['nav'], party: null }] },
    });
    expect(made.status, made.text).toBe(201);
    return (made.body as { token: string }).token;
  };
  const accept = (token: string, secret: string) =>
    server.ask('/invitations/accept', {
      method: 'POST',
      body: { token, name: 'Ny Leder', password: secret },
    });

  it('makes an account with its roles, once', async () => {
    const token = await invite('ny.leder@example.org');
    expect((await accept(token, 'aaaaaaaaaaaaaaaa')).body).toMatchObject({ code: 'login.weakPassword' });
    const done = await accept(token, password);
    expect(done.status, done.text).toBe(200);
    expect((done.body as { grants: unknown }).grants).toEqual([
      { cooperation: 'vaernesregionen', role: 'unitLeader', units: ['nav'], party: null },
    ]);
    expect((await accept(token, password)).status).toBe(410);
  });

  it('is too old after a week, and does not change the password of who has an account', async () => {
    const { email } = await account();
    const token = await invite(email);
    expect((await accept(token, 'noe helt annet og langt')).status).toBe(401);
    expect((await logIn(email)).status).toBe(200);
    server.wait(8 * 24 * 60 * minute);
    expect((await accept(token, password)).status).toBe(410);
  });

  it('a reset opens once, and not for who works in another cooperation too', async () => {
    const administrator = await server.actor(own, 'administrator');
    const colleague = await server.actor(own, 'reader');
    const reset = () =>
      server.ask(`/cooperations/vaernesregionen/users/${colleague.user}/reset`, {
        as: administrator,
        method: 'POST',
      });
    const { token } = (await reset()).body as { token: string };
    const use = () => server.ask('/resets/accept', { method: 'POST', body: { token, password } });
    expect((await use()).status).toBe(204);
    expect((await use()).status).toBe(410);
    expect(await isIn(colleague)).toBe(false);
    const other = await server.cooperation('naboregionen');
    await server.database.superuser.query(
      `insert into samstyr.access_grant (cooperation_id, user_id, role) values ($1, $2, 'reader')`,
      [other, colleague.user],
    );
    expect((await reset()).status).toBe(403);
  });
});

describe('passwords', () => {
  it('are hashed by argon2id with 19 MiB, two passes and one lane', async () => {
    const access = createAccess(server.access.pool);
    expect(await access.passwords.hash(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('wait in a short queue, and a flood is turned away', async () => {
    const passwords = createPasswords();
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.hash('x')));
    const away = all.filter((one) => one.status === 'rejected' && one.reason instanceof TooBusy);
    expect(away.length).toBe(60 - 22);
  });

  it.each(['aaaaaaaaaaaaaaaaaa', 'passord1234567890', '123456789012345678', 'kari.nordmann12345'])(
    '«%s» is weak',
    (weak) => {
      expect(isWeak(weak, 'kari.nordmann@example.org')).toBe(true);
    },
  );
});

describe('the server', () => {
  it('says what a browser may do, and keeps nothing in caches', async () => {
    const { headers } = await server.ask('/cooperations');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('answers only to its own name', async () => {
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${server.origin}/healthz`, { headers: { host: 'ond.example' } }, (answer) =>
        resolve(answer.statusCode),
      )
        .once('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  });

  it('has limits of time and size', async () => {
    expect(server.app.server.requestTimeout).toBe(30_000);
    expect(server.app.server.timeout).toBe(60_000);
    const as = await server.actor(own, 'controller');
    const big = await server.ask('/cooperations/vaernesregionen/commands', {
      as,
      method: 'POST',
      raw: JSON.stringify({ op: 'x', args: 'y'.repeat(1_100_000) }),
      headers: { 'idempotency-key': newKey() },
    });
    expect(big.status).toBe(413);
  });

  it('writes nothing in its log that somebody sent, or that says who they are', async () => {
    const canary = 'kanarifugl-4711';
    const as = await server.actor(own, 'controller');
    await logIn(`${canary}@example.org`, { password: canary });
    await server.ask(`/cooperations/${canary}/tables?x=${canary}`, { as, headers: { 'x-canary': canary } });
    await server.ask(`/cooperations/vaernesregionen/budgets/2025/bills/${canary}`, { as });
    await server.ask('/cooperations/vaernesregionen/commands', {
      as,
      method: 'POST',
      raw: `{"${canary}`,
      headers: { 'idempotency-key': newKey() },
    });
    await server.ask('/cooperations/vaernesregionen/comments', {
      as,
      method: 'POST',
      body: { unit: 'nav', about: canary, body: canary },
      headers: { 'idempotency-key': newKey() },
    });
    expect(logged).toContain('/api/v1/cooperations/:cooperation/comments');
    for (const secret of [canary, as.secret, as.csrf, 'Hemmelig Navn', 'example.org', password])
      expect(logged.includes(secret), secret).toBe(false);
  });
});
