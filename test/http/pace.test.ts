import { createPace } from '@samstyr/server/access/pace';
import { addPages } from '@samstyr/server/http/pages/pages';
import { costs } from '@samstyr/server/http/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '../web/work-server.ts';
import { newKey, type TestServer, testServer } from './test-server.ts';

/** What takes work is given out at a pace, to each person by themselves. (S-HTTP-09) */

describe('a store of points', () => {
  it('fills evenly, is never more than full, and says how long until there are enough', () => {
    let at = 0;
    const { take } = createPace(60, () => new Date(at));
    expect([take('kari', 50), take('kari', 10), take('kari', 1)]).toEqual([0, 0, 1]);
    expect([take('kari', 30), take('ola', 30)]).toEqual([30, 0]);
    at += 29_000;
    expect([take('kari', 30), take('kari', 29)]).toEqual([1, 0]);
    at += 3_600_000;
    expect([take('kari', 60), take('kari', 60)]).toEqual([0, 60]);
  });

  it('lets through from a full store what costs more than it holds', () => {
    const { take } = createPace(5, () => new Date(0));
    expect([take('kari', 10), take('kari', 1)]).toEqual([0, 12]);
  });
});

describe('the server', () => {
  const perMinute = 20;
  let server: TestServer;
  let cooperation: string;
  beforeAll(async () => {
    const folder = builtPages();
    server = await testServer({
      heavyPerMinute: perMinute,
      before: (app, services) => addPages(app, { folder, services, secure: false }),
    });
    cooperation = await server.cooperation('vaernesregionen');
  });
  afterAll(() => server.close());
  const overview = '/cooperations/vaernesregionen/budgets/2025/overview';

  it('answers 429 with how long to wait, to that person alone, and not for what is light', async () => {
    const [kari, ola] = [
      await server.actor(cooperation, 'reader'),
      await server.actor(cooperation, 'reader'),
    ];
    const statuses: number[] = [];
    for (let asked = 0; asked < perMinute / costs['overview.get']; asked += 1)
      statuses.push((await server.ask(overview, { as: kari })).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const work = { kind: 'documents', as: kari, method: 'POST', headers: { 'idempotency-key': newKey() } };
    const refused = await server.ask('/cooperations/vaernesregionen/documents', {
      ...work,
      body: { year: 2025, language: 'nb', formats: ['data'], audience: 'public' },
    });
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'api.tooMany', status: 429 }]);
    const wait = Number.parseInt(refused.headers.get('retry-after') ?? '', 10);
    expect(wait).toBeGreaterThan(20);
    expect((await server.ask(overview, { as: ola })).status).toBe(200);
    expect((await server.ask('/cooperations/vaernesregionen/versions', { as: kari })).status).toBe(200);
    server.wait(wait * 1000);
    expect((await server.ask(overview, { as: kari })).status).toBe(200);
  });

  it('tells of a cooperation that is not theirs what it tells of one that is not there, also when they wait', async () => {
    const stranger = await server.actor(cooperation, 'reader');
    for (let asked = 0; asked <= perMinute; asked += 1) await server.ask(overview, { as: stranger });
    const elsewhere = await server.ask('/cooperations/naboregionen/budgets/2025/overview', { as: stranger });
    expect(elsewhere.status).toBe(404);
  });

  /** How many are let through before the first is told to wait; the store fills a little meanwhile. */
  const letThrough = async (cost: number, ask: () => Promise<number>): Promise<number> => {
    const most = (2 * perMinute) / cost;
    for (let asked = 0; asked < most; asked += 1) if ((await ask()) === 429) return asked;
    return most;
  };

  it('answers 429 to an address that reads what is published without end, and not to who is logged in', async () => {
    const cost = costs['public.list'];
    const through = await letThrough(cost, async () => (await server.ask('/public/publications')).status);
    expect(through).toBeGreaterThanOrEqual(perMinute / cost);
    expect(through).toBeLessThan((2 * perMinute) / cost);
    const kari = await server.actor(cooperation, 'reader');
    expect((await server.ask(overview, { as: kari })).status).toBe(200);
  });

  it('counts those who read what is published by page from where they are, and not as one', async () => {
    const read = (remoteAddress: string) =>
      server.app.inject({ url: `/publisert/${'0'.repeat(64)}/budsjett.html`, remoteAddress });
    const cost = costs['public.file'];
    const through = await letThrough(cost, async () => (await read('192.0.2.1')).statusCode);
    expect(through).toBeGreaterThanOrEqual(perMinute / cost);
    expect(through).toBeLessThan((2 * perMinute) / cost);
    expect((await read('192.0.2.2')).statusCode).toBe(404);
    // The first page asks for the list of what is published.
    expect((await server.app.inject({ url: '/', remoteAddress: '192.0.2.2' })).statusCode).toBe(200);
  });
});
