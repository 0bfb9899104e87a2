import { openApi } from '@samstyr/contract/api/openapi';
import type { RouteSpec } from '@samstyr/contract/api/route';
import { type RouteName, routeNames, routes } from '@samstyr/contract/api/routes';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Request, rightRequests } from './right-requests.ts';
import { type Answer, newKey, type TestServer } from './test-server.ts';

type Json = { readonly [key: string]: unknown };

/** Numbers that look random and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What people, programs and attackers write where something else was meant. */
const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  '0',
  '-0',
  '012',
  '12.5',
  '1e3',
  ' 12',
  '12 ',
  '123456789012345678',
  '٣',
  '2025-02-30',
  '2025-13-01',
  '0000-00-00',
  [],
  {},
  [[]],
  'a'.repeat(5_000),
  '\u0000',
  '\u202e',
  '🎉',
  "'; drop table x; --",
  '../../etc/passwd',
  '%2e%2e',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  '5032',
  'nav/drift',
  '=1+1',
  '\ud800',
];

type Random = { readonly next: () => number; readonly pick: <T>(from: readonly T[]) => T };
const randomOf = (next: () => number): Random => ({
  next,
  pick: (from) => from[Math.floor(next() * from.length)] as never,
});

/** Something a schema allows, or nearly. */
function generated(schema: Json, document: Json, random: Random, depth = 0): unknown {
  const {
    $ref,
    anyOf,
    oneOf,
    enum: choices,
    type,
  } = schema as {
    $ref?: string;
    anyOf?: readonly Json[];
    oneOf?: readonly Json[];
    enum?: readonly unknown[];
    type?: string;
  };
  if ($ref !== undefined) {
    const found = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Json)[key], document);
    return depth > 8 ? null : generated(found as Json, document, random, depth + 1);
  }
  if ('const' in schema) return schema['const'];
  if (choices !== undefined) return random.pick(choices);
  const several = anyOf ?? oneOf;
  if (several !== undefined) return generated(random.pick(several), document, random, depth + 1);
  switch (type) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as { [name: string]: Json };
      const required = new Set((schema['required'] ?? []) as readonly string[]);
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.has(name) || random.next() < 0.5)
          .map(([name, inside]) => [name, generated(inside, document, random, depth + 1)]),
      );
    }
    case 'array':
      return depth > 8
        ? []
        : Array.from({ length: Math.floor(random.next() * 3) }, () =>
            generated((schema['items'] ?? {}) as Json, document, random, depth + 1),
          );
    case 'integer':
      return random.pick([0, 1, 2, 2024, 2025, 2026]);
    case 'number':
      return random.pick([0, 1.5, -2]);
    case 'boolean':
      return random.next() < 0.5;
    case 'string':
      return random.pick([
        'nav',
        'nav/drift',
        'selbu',
        '2025-01-01',
        '2025',
        '100',
        '-45000000',
        '2025.recommended',
        '3/20',
        'Et ord',
        'line:x',
      ]);
    default:
      return null;
  }
}

/** A value with one place in it made into something else. */
function spoiled(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 || random.next() < 0.3) return [...value, random.pick(nasty)];
    const at = Math.floor(random.next() * value.length);
    return value.map((each, index) => (index === at ? spoiled(each, random) : each));
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    const chance = random.next();
    if (names.length === 0 || chance < 0.15)
      return { ...value, [random.pick(['ekstra', 'cooperation_id', 'id'])]: random.pick(nasty) };
    const name = random.pick(names);
    if (chance < 0.3) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    return { ...value, [name]: spoiled((value as Json)[name], random) };
  }
  return random.pick(nasty);
}

export type Fuzzed = {
  readonly asked: number;
  /** Answers that are our fault, or that are not what the API says it answers. */
  readonly wrong: readonly string[];
  /** Route → asked and accepted. */
  readonly routes: ReadonlyMap<RouteName, { readonly asked: number; readonly accepted: number }>;
};

/** Done once a year or not set up here: a second one is refused, which is what it should be. */
export const seldom: { readonly [name: string]: string } = {
  'version.adopt': 'a version is adopted once',
  'oidc.start': 'no provider is set up',
  'oidc.callback': 'no provider is set up',
};

/**
 * Routes that are asked in the first rounds only: a roll makes a year, and a model of eighty years is no longer what is tried; documents,
 * readings and proofs take seconds each, and say the same the tenth time.
 */
const fewRounds: { readonly [name: string]: number | undefined } = {
  'roll.run': 12,
  'documents.make': 10,
  'publications.make': 10,
  'draft.start': 10,
  'import.start': 10,
  'import.example': 10,
  'cooperation.make': 20,
  'check.upload': 12,
  'export.get': 12,
  'verification.get': 8,
};

/** Sends requests to every route in turn: right ones, spoiled ones, and ones made from the schema alone. */
export async function fuzz(
  server: TestServer,
  { requests, seed }: { readonly requests: number; readonly seed: number },
): Promise<Fuzzed> {
  const right = await rightRequests(server);
  const random = randomOf(seeded(seed));
  const document = openApi();
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  // Each schema is compiled with the components beside it, so that what it refers to is found from its own root.
  const { components } = document;
  const compiled = new Map<unknown, (body: unknown) => boolean>();
  const isOf = (schema: Json, body: unknown): boolean => {
    const known = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, known);
    return known(body);
  };
  const problem = (components as { schemas: { Problem: Json } }).schemas.Problem;
  const paths = document['paths'] as { [path: string]: { [method: string]: Json } };
  const counts = new Map<RouteName, { asked: number; accepted: number }>();
  const wrong: string[] = [];
  let asked = 0;
  for (let round = 0; asked < requests; round += 1)
    for (const name of routeNames) {
      if (asked >= requests) break;
      if (round >= (fewRounds[name] ?? Infinity)) continue;
      const spec = routes[name] as RouteSpec;
      const way = random.next();
      const actor = await right.somebody(
        name.startsWith('user') ||
          /^(invitation\.(make|revoke)|invitations|security|import\.(start|example)|draft\.start|cooperation\.make|users)/.test(
            name,
          )
          ? 'administrator'
          : 'controller',
      );
      const good = await right.acceptedFor(name, actor);
      const operation = paths[spec.path]?.[spec.method.toLowerCase()] ?? {};
      const request =
        way < 0.6
          ? good
          : way < 0.88
            ? spoiledRequest(good, spec, random)
            : madeRequest(good, operation, document, random);
      const answer = await server.ask(right.url(name, 'vaernesregionen', request), {
        as: spec.path.startsWith('/public') ? null : actor,
        method: spec.method,
        ...request.said,
        headers: { 'idempotency-key': random.next() < 0.95 ? newKey() : 'x' },
      });
      asked += 1;
      const count = counts.get(name) ?? { asked: 0, accepted: 0 };
      count.asked += 1;
      if (answer.status < 400) count.accepted += 1;
      counts.set(name, count);
      const fault = faultOf(answer, spec, (body) =>
        answer.status >= 400 ? isOf(problem, body) : isOf(answerSchema(operation), body),
      );
      if (fault !== null) wrong.push(`${name} ${JSON.stringify(request).slice(0, 300)}: ${fault}`);
      if (/^(session\.login|invitation\.accept|reset\.accept)$/.test(name) || name.startsWith('me.'))
        server.wait(60_000);
    }
  return { asked, wrong, routes: counts };
}

function spoiledRequest(good: Request, spec: RouteSpec, random: Random): Request {
  const names = Object.keys(good.path);
  const body = good.said?.body;
  if (body !== undefined && random.next() < 0.75)
    return { ...good, said: { ...good.said, body: spoiled(body, random) } };
  if (good.said?.raw !== undefined && random.next() < 0.75)
    return {
      ...good,
      said: {
        ...good.said,
        raw: random.pick([
          '',
          '\u0000',
          'format: 1\n',
          'a,b\n"',
          'PK\u0003\u0004',
          `format: 1\nid,party\n,,,,\n`,
        ]),
      },
    };
  if (names.length > 0 && random.next() < 0.7) {
    const name = random.pick(names);
    return {
      ...good,
      path: {
        ...good.path,
        [name]: `${random.pick(nasty.filter((one) => typeof one === 'string' && one !== '' && one !== '\ud800' && (one as string).length < 400))}`,
      },
    };
  }
  return {
    ...good,
    query: `?${random.pick([...Object.keys(spec.query), 'ukjent'])}=${encodeURIComponent(random.pick(['', '0', 'nn', '2025', 'x', '..', '\u0000']))}`,
  };
}

function madeRequest(good: Request, operation: Json, document: Json, random: Random): Request {
  const content = (operation['requestBody'] as { content?: { [type: string]: { schema: Json } } } | undefined)
    ?.content?.['application/json'];
  if (content === undefined) return good;
  return { ...good, said: { ...good.said, body: generated(content.schema, document, random) } };
}

const answerSchema = (operation: Json): Json => {
  const [answer] = Object.values(
    operation['responses'] as { [status: string]: { content: { [type: string]: { schema: Json } } } },
  );
  return answer?.content['application/json']?.schema ?? {};
};

function faultOf(answer: Answer, spec: RouteSpec, isAsSaid: (body: unknown) => boolean): string | null {
  const { status, text, body } = answer;
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (status >= 400) {
    if (/node_modules|\bat .*\.ts:\d|relation "/.test(text)) return `tells of itself: ${text.slice(0, 300)}`;
    return isAsSaid(body) && (body as { status: number }).status === status
      ? null
      : `no problem document: ${text.slice(0, 200)}`;
  }
  if (status !== spec.answer.status) return `${status}, not ${spec.answer.status}`;
  return !('json' in spec.answer) || isAsSaid(body) ? null : `outside its schema: ${text.slice(0, 300)}`;
}
