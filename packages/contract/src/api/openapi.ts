import * as z from 'zod';
import { problemDocument } from './problem.ts';
import type { RouteSpec } from './route.ts';
import { routes } from './routes.ts';

type Json = { readonly [key: string]: unknown };

/** Schemas that several routes name: each once, under `components`. */
class Components {
  readonly schemas = new Map<string, unknown>();

  /** The schema with what it refers to put among the components. */
  add(schema: z.ZodType, io: 'input' | 'output'): unknown {
    const { $defs, $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json;
    for (const [name, definition] of Object.entries(($defs ?? {}) as Json))
      this.schemas.set(nameOf(name), moved(definition));
    // One with a name of its own is among them already, or is itself to be put there.
    const id = (schema.meta() as { readonly id?: string } | undefined)?.id;
    if (id === undefined) return moved(rest);
    if (!this.schemas.has(id)) this.schemas.set(id, moved(rest));
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** What has no name of its own and refers to itself is plain data: the content of a key. */
const nameOf = (name: string): string => (name.startsWith('__') ? 'PlainData' : name);

function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => {
      if (key === 'id' && typeof inside === 'string') return [];
      if (key === '$ref' && typeof inside === 'string')
        return [
          [
            key,
            inside.replace(/^#\/\$defs\/(.*)$/, (_, name: string) => `#/components/schemas/${nameOf(name)}`),
          ],
        ];
      return [[key, moved(inside)]];
    }),
  );
}

/** The whole API as OpenAPI 3.1, from the schemas the server itself reads and answers by. */
export function openApi(): Json {
  const components = new Components();
  const problem = {
    description: 'Avvist; «problems» sier alt som er galt',
    content: { 'application/problem+json': { schema: components.add(problemDocument, 'output') } },
  };
  const paths = new Map<string, { [method: string]: unknown }>();
  for (const [name, spec] of Object.entries(routes) as [string, RouteSpec][]) {
    const path = paths.get(spec.path) ?? {};
    path[spec.method.toLowerCase()] = operation(name, spec, components, problem);
    paths.set(spec.path, path);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samstyr',
      version: '1',
      description:
        'Beløp er hele øre som tekst av sifre. Feil er problemdokumenter (RFC 9457) med stabil kode og tekst på bokmål, nynorsk eller engelsk (Accept-Language). Det som endrer noe, sendes med øktens X-CSRF-Token; kommandoer også med Idempotency-Key.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries([...components.schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-samstyr' } },
    },
  };
}

function operation(name: string, spec: RouteSpec, components: Components, problem: Json): Json {
  const parameter = (where: 'path' | 'query') => (entry: readonly [string, z.ZodType]) => ({
    name: entry[0],
    in: where,
    required: where === 'path' || !entry[1].safeParse(undefined).success,
    schema: components.add(entry[1], 'input'),
  });
  const header = spec.once
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', pattern: '^[A-Za-z0-9-]{16,80}$' },
        },
      ]
    : [];
  return {
    operationId: name,
    summary: spec.summary,
    ...(spec.path.startsWith('/public/') ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [
      ...Object.entries(spec.params).map(parameter('path')),
      ...Object.entries(spec.query).map(parameter('query')),
      ...header,
    ],
    ...(spec.body === null
      ? {}
      : { requestBody: { required: true, content: bodyContent(spec.body, components) } }),
    responses: { [spec.answer.status]: answer(spec, components), default: problem },
  };
}

function bodyContent(body: NonNullable<RouteSpec['body']>, components: Components): Json {
  if ('json' in body) return { 'application/json': { schema: components.add(body.json, 'input') } };
  return Object.fromEntries(
    body.bytes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  );
}

function answer({ answer: said, summary }: RouteSpec, components: Components): Json {
  if ('json' in said)
    return {
      description: summary,
      content: { 'application/json': { schema: components.add(said.json, 'output') } },
    };
  if ('bytes' in said)
    return { description: summary, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } };
  return said.status === 302
    ? { description: summary, headers: { Location: { schema: { type: 'string' } } } }
    : { description: summary };
}
