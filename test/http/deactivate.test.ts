import { createAccount, setGrants } from '@samstyr/server/access/grants';
import { createPasswords, verifyPassword } from '@samstyr/server/access/password';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, newKey, type TestServer, testServer } from './test-server.ts';

/** Somebody who has left: out at once, and at the door as somebody nobody knows. What they wrote stays. (S-ACC-05, S-LOGIN-01) */

const password = 'fjell bjørk elv stein 7';
const against: string[] = [];
let server: TestServer;
let own: string;
let administrator: Actor;
const at = '/cooperations/vaernesregionen';
beforeAll(async () => {
  const passwords = createPasswords({
    verify: (asked) => {
      against.push(asked.hash);
      return verifyPassword(asked);
    },
  });
  server = await testServer({ passwords });
  own = await server.cooperation('vaernesregionen');
  administrator = await server.actor(own, 'administrator');
});
afterAll(() => server.close());

async function withPassword(actor: Actor): Promise<{ readonly email: string }> {
  const { rows } = await server.access.pool.query<{ email: string }>(
    'update samstyr.account set password_hash = $2 where user_id = $1 returning email',
    [actor.user, await server.access.passwords.hash(password)],
  );
  return rows[0]!;
}
const logIn = (email: string, said = password) =>
  server.ask('/session', { method: 'POST', body: { email, password: said, code: null } });
const setActive = (user: string, active: boolean, as = administrator) =>
  server.ask(`${at}/users/${user}/active`, { as, method: 'PUT', body: { active } });
const plain = ({ status, text }: { status: number; text: string }) => [
  status,
  text.replace(/"instance":"[^"]*"/, ''),
];

describe('somebody whose account is closed', () => {
  it('is out at once, comes in no more, and comes in again when it is opened', async () => {
    const actor = await server.actor(own, 'controller');
    const { email } = await withPassword(actor);
    expect((await logIn(email)).status).toBe(200);
    const closed = await setActive(actor.user, false);
    expect([closed.status, closed.body]).toMatchObject([200, { user: actor.user, isActive: false }]);
    expect((await server.ask('/session', { as: actor })).status).toBe(401);
    expect(plain(await logIn(email))).toEqual(plain(await logIn('ingen@example.org')));
    expect((await setActive(actor.user, true)).body).toMatchObject({ isActive: true });
    expect((await logIn(email)).status).toBe(200);
  });

  it('takes the same work at the door as a wrong password, and as a name nobody has', async () => {
    const actor = await server.actor(own, 'reader');
    const { email } = await withPassword(actor);
    await setActive(actor.user, false);
    const known = await withPassword(await server.actor(own, 'reader'));
    const work: string[][] = [];
    for (const [name, said] of [
      [email, password],
      [known.email, 'feil feil feil feil'],
      ['ingen@example.org', password],
    ] as const) {
      against.length = 0;
      expect((await logIn(name, said)).status).toBe(401);
      work.push(against.map((hash) => hash.split('$').slice(1, 4).join(' ')));
    }
    expect(work).toEqual(Array.from({ length: 3 }, () => ['argon2id v=19 m=19456,t=2,p=1']));
  });

  it('cannot make a way in by a link to a new password', async () => {
    const actor = await server.actor(own, 'reader');
    const { email } = await withPassword(actor);
    const link = await server.ask(`${at}/users/${actor.user}/reset`, { as: administrator, method: 'POST' });
    await setActive(actor.user, false);
    const { token } = link.body as { token: string };
    const tried = await server.ask('/resets/accept', {
      method: 'POST',
      body: { token, password: 'nytt langt passord her' },
    });
    expect(tried.body).toMatchObject({ code: 'login.tokenSpent' });
    expect((await logIn(email, 'nytt langt passord her')).status).toBe(401);
  });

  it('still stands by name where they wrote, and the log of security says who closed the door', async () => {
    const actor = await server.actor(own, 'controller');
    const row = { version: '2025.recommended', unit: 'nav', note: null, id: 'nav', amountOre: '100' };
    const sent = await server.ask(`${at}/commands`, {
      as: actor,
      method: 'POST',
      headers: { 'idempotency-key': newKey() },
      body: { op: 'putRow', args: { table: 'frame', row } },
    });
    expect(sent.status, sent.text).toBe(200);
    await setActive(actor.user, false);
    const auditor = await server.actor(own, 'auditor');
    const history = await server.ask(`${at}/history/frame/nav`, { as: auditor });
    const { rows } = await server.access.pool.query<{ name: string }>(
      'select name from samstyr.account where user_id = $1',
      [actor.user],
    );
    expect((history.body as { entries: readonly object[] }).entries[0]).toMatchObject({
      who: actor.user,
      name: rows[0]?.name,
    });
    const log = await server.ask(`${at}/security-log`, { as: auditor });
    const { events } = log.body as { events: readonly { user: string; kind: string }[] };
    expect(events.find(({ user, kind }) => user === actor.user && kind !== 'roles.changed')).toMatchObject({
      kind: 'account.deactivated',
      by: administrator.user,
    });
  });
});

describe('an account is not closed', () => {
  it('when nobody would be left to give out roles', async () => {
    expect((await setActive(administrator.user, false)).body).toMatchObject({
      code: 'access.lastAdministrator',
    });
    expect((await server.ask('/session', { as: administrator })).status).toBe(200);
  });

  it('by one cooperation when the person works in another too, nor when they are not its member', async () => {
    const neighbour = await server.cooperation('naboregionen');
    const both = await server.actor(own, 'reader');
    await setGrants(server.access, {
      cooperation: neighbour,
      user: both.user,
      grants: [{ role: 'reader', units: [], party: null }],
      by: null,
    });
    expect((await setActive(both.user, false)).status).toBe(403);
    const stranger = await createAccount(server.access, { email: 'fremmed@example.org', name: 'Fremmed' });
    expect((await setActive(stranger, false)).status).toBe(404);
  });
});

describe('an invitation', () => {
  it('is listed until it is used or taken back, and then opens nothing', async () => {
    const made = await server.ask(`${at}/invitations`, {
      as: administrator,
      method: 'POST',
      body: { email: 'gjest@example.org', grants: [{ role: 'reader', units: [], party: null }] },
    });
    const { token } = made.body as { token: string };
    const open = async () =>
      (
        (await server.ask(`${at}/invitations`, { as: administrator })).body as {
          invitations: readonly { id: string; email: string }[];
        }
      ).invitations;
    const [invitation] = await open();
    expect(invitation).toMatchObject({ email: 'gjest@example.org', madeBy: administrator.user });
    const revoke = () =>
      server.ask(`${at}/invitations/${invitation?.id}`, { as: administrator, method: 'DELETE' });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
    expect(await open()).toEqual([]);
    const tried = await server.ask('/invitations/accept', {
      method: 'POST',
      body: { token, name: 'Gjest', password },
    });
    expect(tried.body).toMatchObject({ code: 'login.tokenSpent' });
  });
});
