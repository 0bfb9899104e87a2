import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@samstyr/contract/api/fields';
import type { RouteSpec } from '@samstyr/contract/api/route';
import { type RouteName, routes } from '@samstyr/contract/api/routes';
import { createAccount, makeLink } from '@samstyr/server/access/grants';
import { beginFactor } from '@samstyr/server/access/second-factor';
import { withCooperation } from '@samstyr/server/store/transaction';
import { TOTP } from 'otpauth';
import { type Actor, type Ask, finishedJob, newKey, type TestServer } from './test-server.ts';

export type Who = Role | 'anyone';
export type Request = {
  readonly path: { readonly [name: string]: string };
  readonly query?: string;
  readonly said?: Ask;
};

/** Requests that are right in everything but perhaps who asks, for every route. */
export type RightRequests = {
  readonly own: string;
  readonly somebody: (as: Role) => Promise<Actor>;
  readonly jobOf: (user: string, place: string) => Promise<string>;
  readonly requestFor: (name: RouteName, who: Who, relation: string, actor: Actor | null) => Promise<Request>;
  /** The same where a login or a link is to succeed. */
  readonly acceptedFor: (name: RouteName, actor: Actor) => Promise<Request>;
  readonly url: (name: RouteName, cooperation: string, request: Request) => string;
  readonly answered: (
    name: RouteName,
    cooperation: string,
    as: Actor | null,
    request: Request,
  ) => ReturnType<TestServer['ask']>;
};

/** A cooperation of two municipalities and one unit, as the guided set-up sends it. */
export const newCooperation = (id: string) => ({
  id,
  name: 'Nyregionen',
  year: 2026,
  language: 'nb',
  host: 0,
  members: [
    { name: 'Selbu', kommunenummer: '5032', inhabitants: '4161' },
    { name: 'Tydal', kommunenummer: '5033', inhabitants: '773' },
  ],
  units: [{ name: 'Legevakt', amountOre: '1000000', key: 'mixed', equalPercent: 15, members: [0, 1] }],
});

const password = 'fjell bjørk elv stein 7';
const registerFile = readFileSync(
  join(import.meta.dirname, '../../examples/vaernesregionen/registers/population.csv'),
  'utf8',
);
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

/** Two cooperations on a server, something published, and what a right request needs to name. */
export async function rightRequests(server: TestServer): Promise<RightRequests> {
  const own = await server.cooperation('vaernesregionen');
  await server.cooperation('naboregionen');
  const passwordHash = await server.access.passwords.hash(password);
  const reader = await server.actor(own, 'reader');
  const { body } = await server.ask('/cooperations/vaernesregionen/budgets/2025/overview', { as: reader });
  const { withheld } = body as { withheld: readonly string[] };
  const figure = withheld.find((id) => /\/5\d{3}$/.test(id)) ?? '';
  const service = figure.split('/').slice(2, -2).join('/');
  const publisher = await server.actor(own, 'controller');
  const made = await server.ask('/cooperations/vaernesregionen/publications', {
    as: publisher,
    method: 'POST',
    headers: { 'idempotency-key': newKey() },
    body: { year: 2025, language: 'nb', formats: ['data'] },
  });
  const { id: jobId } = made.body as { id: string };
  const job = await finishedJob(server, `/cooperations/vaernesregionen/jobs/${jobId}`, publisher);
  const { body: found } = await server.ask(`/public/publications/${job.publication}`);
  const { id, files } = found as { id: string; files: readonly { name: string }[] };
  const publication = { id, file: files[0]?.name ?? '' };
  const caseId = await withCooperation(server.access.pool, own, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from samstyr."case" where 'selbu' = any (councils) and 'meraker' = any (councils) limit 1`,
    );
    return rows[0]?.id ?? '';
  });
  const decision = (party: string) => ({
    op: 'recordDecision',
    args: { year: 2025, case: caseId, party, result: 'awaited' },
  });
  const colleague = (): Promise<Actor> => server.actor(own, 'reader');
  const nextYear = async (): Promise<number> =>
    withCooperation(server.access.pool, own, async (client) => {
      const { rows } = await client.query<{ year: number }>(
        'select max(year) + 1 as year from samstyr.version',
      );
      return rows[0]?.year ?? 0;
    });
  let people = 0;

  /** Somebody new for each request, so that nothing rests on what was asked before. */
  async function somebody(as: Role): Promise<Actor> {
    const scope =
      as === 'unitLeader' ? { units: ['nav'] } : as === 'financeOfficer' ? { party: 'selbu' } : {};
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

  /** A request that is right in everything but perhaps who asks. */
  async function requestFor(
    name: RouteName,
    who: Who,
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
      case 'alternative.adopt': {
        const controller = await server.actor(own, 'controller');
        const id = `2025.alternative-${newKey()}`;
        const row = { id, base: '2025.recommended', name: 'Som budsjettet', why: null, edits: [] };
        await server.ask('/cooperations/vaernesregionen/commands', {
          as: controller,
          method: 'POST',
          body: { op: 'putRow', args: { table: 'alternative', row } },
          headers: { 'idempotency-key': newKey() },
        });
        return { path: { alternative: id }, said: { body: { expect: { [`alternative:${id}`]: 1 } } } };
      }
      case 'roll.run':
        return { path: {}, said: { body: { to: 2031 } } };
      case 'roll.preview':
        return { path: { year: '2026' } };
      case 'audit.entry':
        return { path: { revision: '1' } };
      case 'register.put':
      case 'register.propose':
        return { path: { register: 'population' }, said: { raw: registerFile, type: 'text/csv' } };
      case 'comment.add':
        return {
          path: {},
          said: {
            body: {
              unit: who === 'financeOfficer' ? 'legevakt' : unit,
              about: null,
              body: 'Status mangler.',
            },
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
      case 'round.set':
        // A year nobody else here writes in: what is delivered is locked.
        return { path: { year: '2031', unit }, said: { body: { act: 'delivered', reason: null } } };
      case 'presence.put':
        return { path: {}, said: { body: { place: 'linjer/nav' } } };
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
      case 'whatif.explain':
        return {
          path: { year: '2025' },
          said: {
            body: {
              figure: isSensitive ? figure : 'budget/2025/innkjop/sum',
              edits: [{ op: 'addChange', service: 'innkjop', kind: 'saving', amountOre: '-100' }],
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
      case 'draft.start':
        return { path: {}, query: '?name=notat.txt', said: { raw: 'Budsjett', type: 'text/plain' } };
      case 'import.start':
        return { path: {}, said: { raw: 'ingen zip', type: 'application/zip' } };
      case 'import.example':
        // A name that is taken: the job says so, and no copy is made for every role that asks.
        return {
          path: {},
          said: { body: { name: 'Værnesregionen', id: 'vaernesregionen', language: 'nb' } },
        };
      case 'cooperation.make':
        return { path: {}, said: { body: newCooperation(`ny-${newKey()}`) } };
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
      case 'invitation.revoke': {
        const { token } = await makeLink(server.access, {
          kind: 'invitation',
          cooperation: own,
          email: 'ny@example.org',
          grants: [{ role: 'reader', units: [], party: null }],
          by: user,
        });
        return { path: { invitation: createHash('sha256').update(token).digest('hex') } };
      }
      case 'user.active':
        return { path: { user: (await colleague()).user }, said: { body: { active: false } } };
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

  function url(name: RouteName, cooperation: string, { path, query = '' }: Request): string {
    const filled = (routes[name] as RouteSpec).path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(key === 'cooperation' ? cooperation : (path[key] ?? '')),
    );
    return `${filled}${query}`;
  }

  async function answered(name: RouteName, cooperation: string, as: Actor | null, request: Request) {
    const spec = routes[name] as RouteSpec;
    return server.ask(url(name, cooperation, request), {
      as,
      method: spec.method,
      ...request.said,
      headers: spec.once ? { 'idempotency-key': newKey() } : {},
    });
  }

  async function acceptedFor(name: RouteName, actor: Actor): Promise<Request> {
    people += 1;
    const email = `tilfeldig${people}@example.org`;
    const link = (kind: 'invitation' | 'reset') =>
      makeLink(server.access, {
        kind,
        cooperation: own,
        email,
        grants: kind === 'reset' ? [] : [{ role: 'reader', units: [], party: null }],
        by: actor.user,
      });
    const account = async (): Promise<void> => {
      const user = await createAccount(server.access, { email, name: 'Prøve' });
      await server.access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [
        user,
        passwordHash,
      ]);
    };
    switch (name) {
      case 'session.login':
        await account();
        return { path: {}, said: { body: { email, password, code: null } } };
      case 'invitation.accept':
        return {
          path: {},
          said: { body: { token: (await link('invitation')).token, name: 'Kari', password } },
        };
      case 'reset.accept':
        await account();
        return { path: {}, said: { body: { token: (await link('reset')).token, password } } };
      case 'me.totp.confirm': {
        const { secret } = await beginFactor(server.access, actor.user, email);
        const code = new TOTP({ secret, digits: 6, period: 30 }).generate({
          timestamp: server.now().getTime(),
        });
        return { path: {}, said: { body: { code } } };
      }
      case 'roll.run':
        return { path: {}, said: { body: { to: await nextYear() } } };
      case 'roll.preview':
        return { path: { year: `${await nextYear()}` } };
      default:
        return requestFor(name, 'controller', 'own', actor);
    }
  }

  return { own, somebody, jobOf, requestFor, acceptedFor, url, answered };
}
