import type { RouteSpec } from '@samstyr/contract/api/route';
import type { RouteName } from '@samstyr/contract/api/routes';
import type { Result } from '@samstyr/core/result/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Person } from '../access/access.ts';
import { csrfTokenOf, hashOf, isSame } from '../access/secrets.ts';
import { personOf } from '../access/sessions.ts';
import type { Context, Membership, Services } from './context.ts';
import { readJson } from './json-body.ts';
import { costs, type MemberPolicy, type Policy } from './policies.ts';
import { type AnyApiProblem, Refused } from './problem-document.ts';
import { refuse } from './refuse.ts';
import { languageOf } from './request-language.ts';

type Parts = {
  readonly name: RouteName;
  readonly spec: RouteSpec;
  readonly policy: Policy | undefined;
  readonly handle: (context: unknown) => Promise<Result<unknown, AnyApiProblem>>;
  readonly services: Services;
  readonly secure: boolean;
};

const none: Uint8Array = new Uint8Array();

/** One route from its specification: first who, then what, then the work, then the answer held against its schema. */
export function addApiRoute(scope: FastifyInstance, parts: Parts): void {
  const { name, spec, policy, handle, services, secure } = parts;
  const limit = spec.body !== null && 'bytes' in spec.body ? spec.body.limit : undefined;
  const reads = readersOf(spec);
  scope.route({
    method: spec.method,
    url: spec.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(limit === undefined ? {} : { bodyLimit: limit }),
    config: { name, ...(policy === undefined ? {} : { policy }) },
    onRequest: (request) => letIn(request, parts),
    handler: async (request, reply) => {
      const context = {
        services,
        ...reads(request),
        language: languageOf(request),
        address: request.ip,
        key: spec.once ? keyOf(request) : '',
        session: request.session,
        flow: request.cookies[flowCookie(secure)] ?? null,
        person: request.person,
        member: request.member,
        setSession: (secret: string | null) => setCookie(reply, sessionCookie(secure), secret, secure),
        setFlow: (secret: string | null) => setCookie(reply, flowCookie(secure), secret, secure),
      } as unknown as Context<RouteName>;
      const result = await handle(context);
      return result.ok ? answer(reply, spec, result.value) : refuse(request, reply, result.problems);
    },
  });
}

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-samstyr' : 'samstyr');
const flowCookie = (secure: boolean): string => (secure ? '__Host-samstyr-login' : 'samstyr-login');

function setCookie(reply: FastifyReply, name: string, value: string | null, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (value === null) reply.clearCookie(name, options);
  else reply.setCookie(name, value, options);
}

/** Who is asking and whether they may, before a byte of the body is read. */
async function letIn(
  request: FastifyRequest,
  { name: route, policy, services, secure, spec }: Parts,
): Promise<void> {
  const isChange = spec.method !== 'GET';
  if (isChange && !isSameOrigin(request)) throw new Refused({ code: 'api.crossOrigin' });
  const secret = request.cookies[sessionCookie(secure)] ?? null;
  request.session = secret;
  if (policy === undefined) throw new Refused({ code: 'api.notFound' });
  if (policy.who === 'anyone') {
    keepPace(services, route, hashOf(`address ${request.ip}`));
    return;
  }
  const person = secret === null ? null : await personOf(services.access, secret);
  if (person === null || secret === null) throw new Refused({ code: 'api.notLoggedIn' });
  request.person = person;
  if (policy.who === 'member') {
    const { cooperation: name = '' } = request.params as { readonly cooperation?: string };
    request.member = memberOf(person, name, policy, spec.summary);
  } else if (policy.anywhere !== null) {
    const { anywhere } = policy;
    if (!person.grants.some(({ role }) => anywhere.includes(role)))
      throw new Refused({ code: 'api.notAllowed', action: spec.summary, roles: anywhere });
  }
  keepPace(services, route, person.user);
  if (!isChange) return;
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !isSame(token, csrfTokenOf(secret)))
    throw new Refused({ code: 'api.noCsrfToken' });
}

/** Whoever asks for more than their share is told how long to wait. An address is remembered as a hash. (S-HTTP-09) */
function keepPace({ access }: Services, route: string, who: string): void {
  const points: number = route in costs ? costs[route as keyof typeof costs] : 0;
  const seconds = points === 0 ? 0 : access.pace.take(who, points);
  if (seconds > 0) throw new Refused({ code: 'api.tooMany', seconds });
}

/** What somebody is in a cooperation. Absent and foreign are answered before anything else, and alike. */
export function memberOf(person: Person, name: string, policy: MemberPolicy, action: string): Membership {
  const grants = person.grants.filter((grant) => grant.cooperationName === name);
  const [first] = grants;
  if (first === undefined) throw new Refused({ code: 'api.notFound' });
  if (!grants.some(({ role }) => policy.roles.includes(role)))
    throw new Refused({ code: 'api.notAllowed', action, roles: policy.roles });
  return { cooperation: first.cooperation, name, grants };
}

/** A browser says where a request comes from; what is no browser says nothing and has no cookie of anybody's to misuse. */
export function isSameOrigin({ headers }: FastifyRequest): boolean {
  const { origin, host = '' } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[A-Za-z0-9-]{16,80}$/.test(key))
    throw new Refused({ code: 'api.noIdempotencyKey' });
  return key;
}

type Read = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Reads a request's parts by the route's schemas. A path that cannot be is not found; the rest is told with all that is wrong. */
function readersOf(spec: RouteSpec): (request: FastifyRequest) => Read {
  const params = z.strictObject(spec.params);
  const query = z.strictObject(spec.query);
  return (request) => {
    const path = params.safeParse(request.params);
    if (!path.success) throw new Refused({ code: 'api.notFound' });
    const problems: AnyApiProblem[] = [];
    const asked = query.safeParse({ ...(request.query as object) });
    if (!asked.success) problems.push(...problemsIn(asked.error, 'query'));
    const body = bodyOf(request, spec, problems);
    const [first, ...rest] = problems;
    if (first !== undefined) throw new Refused(first, ...rest);
    return { params: path.data, query: asked.data, body };
  };
}

function bodyOf(request: FastifyRequest, { body }: RouteSpec, problems: AnyApiProblem[]): unknown {
  const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : none;
  if (body === null) {
    if (bytes.length > 0) problems.push({ code: 'api.unknownField', path: '', field: 'body' });
    return null;
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const accepted = 'json' in body ? ['application/json'] : body.bytes;
  if (!accepted.includes(type)) throw new Refused({ code: 'api.wrongType', accepted });
  if ('bytes' in body) return bytes;
  const json = readJson(bytes);
  if (!json.ok) {
    problems.push(...json.problems);
    return null;
  }
  const read = body.json.safeParse(json.value);
  if (read.success) return read.data;
  problems.push(...problemsIn(read.error, ''));
  return null;
}

/** What a schema refuses, each with its path. Of a union, what is said of the alternative that came closest. */
function problemsIn(error: z.core.$ZodError, start: string): readonly AnyApiProblem[] {
  const found: AnyApiProblem[] = [];
  const visit = (issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[]): void => {
    for (const issue of issues) {
      const path = [...at, ...issue.path];
      const shown = path.map(String).join('.');
      if (issue.code === 'invalid_union' && issue.errors.length > 0) {
        const closest = issue.errors.reduce((best, one) => (score(one) < score(best) ? one : best));
        visit(closest, path);
      } else if (issue.code === 'unrecognized_keys')
        for (const field of issue.keys)
          found.push({ code: 'api.unknownField', path: shown, field: field.slice(0, 80) });
      else found.push({ code: 'api.invalid', path: shown, expected: issue.message.slice(0, 300) });
    }
  };
  visit(error.issues, start === '' ? [] : [start]);
  return found.length > 0 ? found : [{ code: 'api.invalid', path: '', expected: 'se OpenAPI' }];
}

/** How far an alternative is from fitting: a wrong `op` or `table` is another thing altogether. */
const score = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce(
    (sum, { code, path }) =>
      sum + (code === 'invalid_value' && ['op', 'table'].includes(String(path.at(-1))) ? 1000 : 1),
    0,
  );

/** The answer, held against its own schema: a field the contract does not have never leaves. */
function answer(reply: FastifyReply, { answer: said }: RouteSpec, value: unknown): FastifyReply {
  reply.code(said.status);
  if ('json' in said)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(said.json.parse(value)));
  if ('bytes' in said) {
    const { name, type, content } = value as { name: string; type: string; content: Uint8Array };
    return reply
      .type(type)
      .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(content));
  }
  if (said.status === 302) return reply.header('Location', (value as { location: string }).location).send();
  return reply.send();
}
