import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { openApi } from '@samstyr/contract/api/openapi';
import type { RouteSpec } from '@samstyr/contract/api/route';
import { type RouteName, routeNames, routes } from '@samstyr/contract/api/routes';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Person } from '../access/access.ts';
import { TooBusy } from '../access/password.ts';
import { addApiRoute } from './api-route.ts';
import type { Handlers, Membership, Services } from './context.ts';
import { handlers } from './handlers/handlers.ts';
import { type Policy, policies } from './policies.ts';
import { Refused } from './problem-document.ts';
import { refuse } from './refuse.ts';

export type AppOptions = {
  readonly services: Services;
  /** Structured lines, or silence. */
  readonly logger: FastifyBaseLogger | null;
  /** Served over https: cookies and headers say so. */
  readonly secure: boolean;
  /** Hosts that may stand in `Host`; null: only the loopback's own names. */
  readonly hosts: readonly string[] | null;
  /** How many proxies in front tell the caller's address. */
  readonly proxies: number;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** Whether the disk of a database of our own has no room left; of somebody else's we know only what it says. */
  readonly isFull?: () => Promise<boolean>;
};

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
    member: Membership | null;
    session: string | null;
  }
  interface FastifyContextConfig {
    policy?: Policy;
    name?: RouteName;
  }
}

const jsonLimit = 1_048_576;

/**
 * The server as one Fastify app: the API in a scope of its own under `/api/v1`, health beside it. Pages are added by whoever has them, in
 * scopes of their own. (S-HTTP-01)
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, logger, secure, proxies } = options;
  const app = Fastify({
    ...(logger === null ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    bodyLimit: jsonLimit,
    trustProxy: (_: string, hop: number) => hop < proxies,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request) => {
    if (!isKnownHost(request.headers.host ?? '', options.hosts))
      throw new Refused({ code: 'api.crossOrigin' });
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern and not the address: an address may hold names. Ids only.
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        user: request.person?.user ?? null,
      },
      'request',
    );
  });
  app.decorateRequest('person', null);
  app.decorateRequest('member', null);
  app.decorateRequest('session', null);
  app.setErrorHandler((error, request, reply) =>
    answerError(error, request, reply, options.isFull ?? (async () => false)),
  );
  app.setNotFoundHandler((request, reply) => refuse(request, reply, [{ code: 'api.notFound' }]));

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) =>
    (await options.isReady()) ? { status: 'ready' } : refuse(request, reply, [{ code: 'api.busy' }]),
  );
  const document = JSON.stringify(openApi());
  app.get('/api/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(document));
  await app.register((scope) => addApi(scope, services, handlers, secure), { prefix: '/api/v1' });
  return app;
}

/** The API's routes, in a scope that knows only strict bodies. Throws at start when a route has no policy. */
export async function addApi(
  scope: FastifyInstance,
  services: Services,
  all: Handlers,
  secure: boolean,
): Promise<void> {
  scope.addHook('onRoute', (route) => {
    if (route.config?.policy === undefined)
      throw new Error(`Invariant broken: ${String(route.method)} ${route.url} has no policy`);
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  scope.addHook('onSend', async (_, reply, payload) => {
    reply.header('Cache-Control', 'no-store');
    if (!reply.hasHeader('Content-Security-Policy'))
      reply.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    return payload;
  });
  for (const name of routeNames)
    addApiRoute(scope, {
      name,
      spec: routes[name] as RouteSpec,
      policy: policies[name],
      handle: all[name] as never,
      services,
      secure,
    });
}

/** The database is away, restarting or full: nothing is acknowledged, and it may be well again soon. */
const away = /^(?:08|53|57P|25P03|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE)/;

/** The database says that its disk is full. */
const diskFull = '53100';

async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  isFull: () => Promise<boolean>,
): Promise<FastifyReply> {
  if (error instanceof Refused) return refuse(request, reply, error.problems);
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  if (
    error instanceof TooBusy ||
    away.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  ) {
    // A database that could not write its log has stopped, and says no more why.
    const full = code === diskFull || (!(error instanceof TooBusy) && (await isFull()));
    return refuse(request, reply, [{ code: full ? 'api.full' : 'api.busy' }]);
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse(request, reply, [
      { code: 'api.tooLarge', limit: request.routeOptions.bodyLimit ?? jsonLimit },
    ]);
  if (code.startsWith('FST_ERR_CTP')) return refuse(request, reply, [{ code: 'api.notJson' }]);
  if (code === 'FST_ERR_BAD_URL' || code.startsWith('FST_ERR_ASYNC_CONSTRAINT'))
    return refuse(request, reply, [{ code: 'api.notFound' }]);
  // A rule of the database stopped what the rules of the program let through: the message may hold values, so only its code is told.
  request.log.error(
    {
      requestId: request.id,
      route: request.routeOptions.url ?? null,
      error: code || 'error',
      where: stackOf(error),
    },
    'internal',
  );
  return refuse(request, reply, [{ code: 'api.internal' }]);
}

/** Where it happened, without the message: that may hold what somebody wrote. */
const stackOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 6)
        .map((line) => line.trim())
    : [];

/** A page elsewhere that has had its name pointed here is not let in. */
function isKnownHost(host: string, hosts: readonly string[] | null): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return hosts === null ? ['127.0.0.1', 'localhost', '[::1]'].includes(name) : hosts.includes(name);
}
