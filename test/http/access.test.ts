import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, role } from '@samstyr/contract/api/fields';
import type { RouteSpec } from '@samstyr/contract/api/route';
import { type RouteName, routeNames, routes } from '@samstyr/contract/api/routes';
import { setGrants } from '@samstyr/server/access/grants';
import { addApi } from '@samstyr/server/http/app';
import { handlers } from '@samstyr/server/http/handlers/handlers';
import Fastify from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RightRequests, rightRequests } from './right-requests.ts';
import { type Actor, type TestServer, testServer } from './test-server.ts';

/** docs/access.csv, written by hand: what each role is answered, in its own cooperation and outside. */
const [header = '', ...lines] = readFileSync(join(import.meta.dirname, '../../docs/access.csv'), 'utf8')
  .trim()
  .split('\n');
const columns = header.split(',');
type Case = {
  readonly route: RouteName;
  readonly relation: string;
  readonly who: Role | 'anyone';
  readonly status: number;
};
const cases: readonly Case[] = lines.flatMap((line) => {
  const [resource, action, relation = '', ...cells] = line.split(',');
  return cells.flatMap((cell, at): readonly Case[] =>
    cell === ''
      ? []
      : [
          {
            route: `${resource}.${action}` as RouteName,
            relation,
            who: columns[at + 3] as Case['who'],
            status: Number(cell),
          },
        ],
  );
});

let server: TestServer;
let own: string;
let right: RightRequests;
beforeAll(async () => {
  server = await testServer();
  right = await rightRequests(server);
  own = right.own;
});
afterAll(() => server.close());

describe('access', () => {
  it('every route has its rows, and every row is of a route and a role that are', () => {
    expect(new Set(cases.map(({ route }) => route))).toEqual(new Set(routeNames));
    expect(new Set(columns.slice(4))).toEqual(new Set(role.options));
    for (const name of routeNames) {
      const relations = new Set(cases.filter(({ route }) => route === name).map(({ relation }) => relation));
      const isMember = 'cooperation' in (routes[name] as RouteSpec).params;
      for (const relation of ['loggedOut', 'expired', ...(isMember ? ['own', 'otherCooperation'] : [])])
        expect(relations.has(relation), `${name} ${relation}`).toBe(true);
    }
  });

  it('answers each role as docs/access.csv says, and nobody else gets in', async () => {
    const wrong: string[] = [];
    for (const { route, relation, who, status } of cases) {
      const actor = who === 'anyone' ? null : await right.somebody(who);
      const expired = relation === 'expired' ? await right.somebody('controller') : null;
      if (expired !== null)
        await server.access.pool.query(
          `update samstyr.session set ends_at = now() - interval '1 minute' where user_id = $1`,
          [expired.user],
        );
      const request = await right.requestFor(route, who, relation, actor);
      const cooperation = relation === 'otherCooperation' ? 'naboregionen' : 'vaernesregionen';
      const answer = await right.answered(route, cooperation, actor ?? expired, request);
      if (answer.status !== status)
        wrong.push(
          `${route} ${relation} ${who}: ${answer.status}, not ${status}: ${answer.text.slice(0, 200)}`,
        );
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(800);
  });

  it('a cooperation of others and one that is not there are answered with the same bytes', async () => {
    const actor = await server.actor(own, 'administrator');
    for (const name of routeNames.filter((one) => 'cooperation' in (routes[one] as RouteSpec).params)) {
      const request = await right.requestFor(name, 'administrator', 'own', actor);
      const foreign = await right.answered(name, 'naboregionen', actor, request);
      const absent = await right.answered(name, 'finnes-ikke', actor, request);
      expect(foreign.text, name).toBe(absent.text);
      expect([foreign.status, absent.status], name).toEqual([404, 404]);
      const named = ({ headers }: { headers: Headers }) =>
        [...headers.entries()].filter(([key]) => key !== 'date');
      expect(named(foreign), name).toEqual(named(absent));
    }
  });

  it('a role that is taken away opens nothing from the next request on', async () => {
    const actor = await server.actor(own, 'controller');
    const path = '/cooperations/vaernesregionen/audit/head';
    expect((await server.ask(path, { as: actor })).status).toBe(200);
    await setGrants(server.access, { cooperation: own, user: actor.user, grants: [], by: null });
    expect((await server.ask(path, { as: actor })).status).toBe(401);
  });

  it('the last administrator cannot be taken out, also when two try at once', async () => {
    const cooperation = await server.cooperation('tredjeregionen');
    const [a, b] = [
      await server.actor(cooperation, 'administrator'),
      await server.actor(cooperation, 'administrator'),
    ];
    const remove = (by: Actor, user: string) =>
      server.ask(`/cooperations/tredjeregionen/users/${user}`, { as: by, method: 'DELETE' });
    const answers = await Promise.all([remove(a, b.user), remove(b, a.user)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});

describe('a route without a policy', () => {
  it('stops the server from being made', async () => {
    const app = Fastify();
    const made = app.register(async (scope) => {
      await addApi(scope, server.services, handlers, false);
      scope.get('/glemt', async () => 'alt');
    });
    await expect(async () => made).rejects.toThrow('GET /glemt has no policy');
  });
});

describe('by SQL, with the checks of the program taken away', () => {
  it.each(['access_grant', 'job', 'job_file'])(
    '%s shows nothing of other cooperations, and nothing when none is named',
    async (table) => {
      const actor = await server.actor(own, 'reader');
      await right.jobOf(actor.user, own);
      const client = new pg.Client({ connectionString: server.database.url('samstyr') });
      await client.connect();
      const count = async () =>
        (await client.query(`select from samstyr.${table} where cooperation_id = $1`, [own])).rowCount;
      expect(await count()).toBe(0);
      const other = crypto.randomUUID();
      await client.query(`select set_config('samstyr.cooperation', $1, false)`, [other]);
      expect(await count()).toBe(0);
      await client.query(`select set_config('samstyr.cooperation', $1, false)`, [own]);
      expect(await count()).toBeGreaterThan(0);
      await client.end();
    },
  );

  it('what is published and what was remembered of access cannot be changed or taken away', async () => {
    const client = new pg.Client({ connectionString: server.database.url('samstyr') });
    await client.connect();
    for (const sql of [
      'update samstyr.publication set title = $$x$$',
      'delete from samstyr.publication_file',
      'delete from samstyr.security_event',
    ])
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});
