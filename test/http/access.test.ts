import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, role } from '@samstyr/contract/api/fields';
import type { RouteSpec } from '@samstyr/contract/api/route';
import { type RouteName, routeNames, routes } from '@samstyr/contract/api/routes';
import { setGrants } from '@samstyr/server/access/grants';
import { addApi } from '@samstyr/server/http/app';
import { handlers } from '@samstyr/server/http/handlers/handlers';
import { withCooperation } from '@samstyr/server/store/transaction';
import Fastify from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Ask, newKey, type TestServer, testServer } from './test-server.ts';

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

const password = 'fjell bjørk elv stein 7';
let server: TestServer;
let own: string;
let passwordHash: string;
let figure: string;
let service: string;
let publication: { readonly id: string; readonly file: string };
beforeAll(async () => {
  server = await testServer();
  own = await server.cooperation('vaernesregionen');
  await server.cooperation('naboregionen');
  passwordHash = await server.access.passwords.hash(password);
  const reader = await server.actor(own, 'reader');
  const { body } = await server.ask('/cooperations/vaernesregionen/budgets/2025/overview', { as: reader });
  const { withheld } = body as { withheld: readonly string[] };
  figure = withheld.find((id) => /\/5\d{3}$/.test(id)) ?? '';
  const [, , ...parts] = figure.split('/');
  service = parts.slice(0, -2).join('/');
  const controller = await server.actor(own, 'controller');
  const made = await server.ask('/cooperations/vaernesregionen/publications', {
    as: controller,
    method: 'POST',
    headers: { 'idempotency-key': newKey() },
    body: { year: 2025, language: 'nb', formats: ['data'] },
  });
  const { id, files } = made.body as { id: string; files: readonly { name: string }[] };
  publication = { id, file: files[0]?.name ?? '' };
});
afterAll(() => server.close());

/** Somebody new for each request, so that nothing rests on what was asked before. */
async function somebody(as: Role): Promise<Actor> {
  const scope = as === 'unitLeader' ? { units: ['nav'] } : as === 'financeOfficer' ? { party: 'selbu' } : {};
  const actor = await server.actor(own, as, scope);
  await server.access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [
    actor.user,
    passwordHash,
  ]);
  return actor;
}

async function jobOf(user: string, place: string): Promise<string> {
  const id = crypto.randomUUID();
  await withCooperation(server.access.pool, place, async (client) => {
    await client.query(
      `insert into samstyr.job (cooperation_id, id, made_by, kind, state, wish, made_at) values ($1, $2, $3, 'check', 'waiting', '{}', now())`,
      [place, id, user],
    );
    await client.query(
      `insert into samstyr.job_file (cooperation_id, job_id, name, type, sha256, content) values ($1, $2, 'a.txt', 'text/plain', $3, 'x')`,
      [place, id, createHash('sha256').update('x').digest('hex')],
    );
  });
  return id;
}

const colleague = async (): Promise<Actor> => server.actor(own, 'reader');
const text = (unit: string) => ({
  op: 'putRow',
  args: {
    table: 'text',
    row: {
      id: `${unit}/${crypto.randomUUID()}`,
      unit,
      year: 2025,
      language: 'nb',
      section: crypto.randomUUID(),
      title: 'Status',
      body: 'Prøve.',
    },
  },
});
const decision = (party: string) => ({
  op: 'recordDecision',
  args: { year: 2025, case: server === undefined ? '' : caseId, party, result: 'awaited' },
});
let caseId = '';

type Request = {
  readonly path: { readonly [name: string]: string };
  readonly query?: string;
  readonly said?: Ask;
};

/** A request that is right in everything but perhaps who asks. */
async function requestFor(
  name: RouteName,
  who: Case['who'],
  relation: string,
  actor: Actor | null,
): Promise<Request> {
  const isOther = relation === 'otherMunicipality';
  const isSensitive = relation === 'sensitive';
  const unit = isOther ? 'legevakt' : 'nav';
  const user = actor?.user ?? crypto.randomUUID();
  switch (name) {
    case 'session.login':
      return { path: {}, said: { body: { email: 'ingen@example.org', password: 'x', code: null } } };
    case 'me.update':
      return { path: {}, said: { body: { name: 'Kari', language: 'nn' } } };
    case 'me.password':
      return { path: {}, said: { body: { current: password, next: 'nytt langt passord her' } } };
    case 'me.totp.begin':
      return { path: {}, said: { body: { password } } };
    case 'me.totp.confirm':
      return { path: {}, said: { body: { code: '000000' } } };
    case 'invitation.accept':
      return { path: {}, said: { body: { token: 'a'.repeat(43), name: 'Kari', password } } };
    case 'reset.accept':
      return { path: {}, said: { body: { token: 'a'.repeat(43), password } } };
    case 'commands.run':
      return {
        path: {},
        said: {
          body: who === 'financeOfficer' ? decision(isOther ? 'meraker' : 'selbu') : text(unit),
        },
      };
    case 'history.get': {
      const controller = await server.actor(own, 'controller');
      const row = text(unit);
      await server.ask('/cooperations/vaernesregionen/commands', {
        as: controller,
        method: 'POST',
        body: row,
        headers: { 'idempotency-key': newKey() },
      });
      return { path: { table: 'text', row: row.args.row.id } };
    }
    case 'version.adopt':
      return { path: { version: '2099.proposal' }, said: { body: {} } };
    case 'roll.run':
      return { path: {}, said: { body: { to: 2031 } } };
    case 'roll.preview':
      return { path: { year: '2026' } };
    case 'register.put':
      return { path: { register: 'population' }, said: { raw: registerFile, type: 'text/csv' } };
    case 'comment.add':
      return {
        path: {},
        said: {
          body: { unit: who === 'financeOfficer' ? 'legevakt' : unit, about: null, body: 'Status mangler.' },
        },
      };
    case 'comment.resolve': {
      const author = isOther || who !== 'financeOfficer' ? await server.actor(own, 'controller') : actor!;
      const made = await server.ask('/cooperations/vaernesregionen/comments', {
        as: author,
        method: 'POST',
        headers: { 'idempotency-key': newKey() },
        body: { unit, about: null, body: 'Kan dette stemme?' },
      });
      const { rows } = made.body as { rows: readonly { id: string }[] };
      return { path: { comment: rows[0]?.id ?? '' }, said: { body: { resolved: true, version: 1 } } };
    }
    case 'task.add':
      return {
        path: {},
        said: { body: { unit, year: 2025, kind: 'status', title: 'Status mangler', due: null } },
      };
    case 'task.done': {
      const made = await server.ask('/cooperations/vaernesregionen/tasks', {
        as: await server.actor(own, 'controller'),
        method: 'POST',
        headers: { 'idempotency-key': newKey() },
        body: { unit, year: 2025, kind: 'status', title: 'Status mangler', due: null },
      });
      const { rows } = made.body as { rows: readonly { id: string }[] };
      return { path: { task: rows[0]?.id ?? '' }, said: { body: { done: true, version: 1 } } };
    }
    case 'overview.get':
    case 'plan.get':
    case 'progress.get':
      return { path: { year: '2025' } };
    case 'bill.get':
      return { path: { year: '2025', party: '5032' } };
    case 'figure.get':
    case 'explanation.get':
      return { path: { figure: isSensitive ? figure : 'budget/2025/innkjop/sum' } };
    case 'whatif.run':
      return {
        path: { year: '2025' },
        said: {
          body: {
            edits: [
              {
                op: 'addChange',
                service: isSensitive ? service : 'innkjop',
                kind: 'saving',
                amountOre: '-100',
              },
            ],
          },
        },
      };
    case 'fit.get':
      return {
        path: { year: '2025' },
        query: `?service=${encodeURIComponent(isSensitive ? service : 'innkjop')}`,
      };
    case 'documents.make':
      return {
        path: {},
        said: {
          body: {
            year: 2025,
            language: 'nb',
            formats: ['data'],
            audience: isSensitive ? 'internal' : 'public',
          },
        },
      };
    case 'check.upload':
      return { path: {}, query: '?name=notat.txt', said: { raw: 'Budsjett', type: 'text/plain' } };
    case 'job.get':
    case 'job.cancel':
      return { path: { job: await jobOf(isOther ? (await colleague()).user : user, own) } };
    case 'job.file': {
      const job = await jobOf(user, own);
      await withCooperation(server.access.pool, own, (client) =>
        client.query(`update samstyr.job set state = 'done' where id = $1`, [job]),
      );
      return { path: { job, name: 'a.txt' } };
    }
    case 'import.start':
      return { path: {}, said: { raw: 'ingen zip', type: 'application/zip' } };
    case 'import.get':
      return { path: { job: await jobOf(user, user) } };
    case 'publications.make':
      return { path: {}, said: { body: { year: 2025, language: 'nb', formats: ['data'] } } };
    case 'public.get':
    case 'public.overview':
      return { path: { publication: publication.id } };
    case 'public.file':
      return { path: { publication: publication.id, name: publication.file } };
    case 'user.grants':
      return {
        path: { user: (await colleague()).user },
        said: { body: { grants: [{ role: 'auditor', units: [], party: null }] } },
      };
    case 'user.remove':
    case 'user.reset':
      return { path: { user: (await colleague()).user } };
    case 'invitation.make':
      return {
        path: {},
        said: { body: { email: 'ny@example.org', grants: [{ role: 'reader', units: [], party: null }] } },
      };
    default:
      return { path: {} };
  }
}

const registerFile = readFileSync(
  join(import.meta.dirname, '../../examples/vaernesregionen/registers/population.csv'),
  'utf8',
);

async function answered(
  name: RouteName,
  cooperation: string,
  as: Actor | null,
  { path, query = '', said = {} }: Request,
) {
  const spec = routes[name] as RouteSpec;
  const url = spec.path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(key === 'cooperation' ? cooperation : (path[key] ?? '')),
  );
  return server.ask(`${url}${query}`, {
    as,
    method: spec.method,
    ...said,
    headers: spec.once ? { 'idempotency-key': newKey() } : {},
  });
}

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
    caseId = await withCooperation(server.access.pool, own, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from samstyr."case" where 'selbu' = any (councils) and 'meraker' = any (councils) limit 1`,
      );
      return rows[0]?.id ?? '';
    });
    expect(caseId).not.toBe('');
    const wrong: string[] = [];
    for (const { route, relation, who, status } of cases) {
      const actor = who === 'anyone' ? null : await somebody(who);
      const expired = relation === 'expired' ? await somebody('controller') : null;
      if (expired !== null)
        await server.access.pool.query(
          `update samstyr.session set ends_at = now() - interval '1 minute' where user_id = $1`,
          [expired.user],
        );
      const request = await requestFor(route, who, relation, actor);
      const cooperation = relation === 'otherCooperation' ? 'naboregionen' : 'vaernesregionen';
      const answer = await answered(route, cooperation, actor ?? expired, request);
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
      const request = await requestFor(name, 'administrator', 'own', actor);
      const foreign = await answered(name, 'naboregionen', actor, request);
      const absent = await answered(name, 'finnes-ikke', actor, request);
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
      await jobOf(actor.user, own);
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
