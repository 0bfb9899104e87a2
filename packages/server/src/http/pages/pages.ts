import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { routes } from '@samstyr/contract/api/routes';
import type { Language } from '@samstyr/contract/texts/language';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, type ServerBuild } from 'react-router';
import { personOf } from '../../access/sessions.ts';
import { typeOf } from '../../jobs/job-store.ts';
import { isSameOrigin, memberOf, sessionCookie } from '../api-route.ts';
import type { Services } from '../context.ts';
import { see } from '../handlers/opened.ts';
import { pagePolicy } from '../page-policy.ts';
import { policies } from '../policies.ts';
import { Refused } from '../problem-document.ts';
import { refuse } from '../refuse.ts';
import { seenTables } from './seen-tables.ts';
import { addStaticFiles, takesGzip } from './static-files.ts';

type PagesParts = {
  /** What `scripts/build-web.mjs` made: `client/` and `server/index.js`. */
  readonly folder: string;
  readonly services: Services;
  readonly secure: boolean;
};

const packed = promisify(gzip);

/**
 * The work surface, for every address that is not the API's. Pages ask the API in this process with the reader's own cookie, or by the same
 * policies: what the API refuses, no page shows. (S-WEB-20)
 */
export async function addPages(
  app: FastifyInstance,
  { folder, services, secure }: PagesParts,
): Promise<void> {
  const build = (await import(pathToFileURL(join(folder, 'server', 'index.js')).href)) as ServerBuild;
  const handle = createRequestHandler(build, 'production');
  const secretOf = (request: Request): string | null =>
    new RegExp(`(?:^|;\\s*)${sessionCookie(secure)}=([^;]+)`).exec(
      request.headers.get('cookie') ?? '',
    )?.[1] ?? null;
  const contextOf = (reader: FastifyRequest) => ({
    /** The API's answer to a question of the reader's; null where it refuses. */
    ask: async (_: Request, path: string): Promise<unknown> => {
      const answer = await askApi(app, reader, path);
      return answer.statusCode === 200 ? JSON.parse(answer.body) : null;
    },
    logIn: async (
      _: Request,
      {
        language,
        ...body
      }: {
        readonly email: string;
        readonly password: string;
        readonly code: string | null;
        readonly language: Language;
      },
    ) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: reader.ip,
        headers: { ...whereFrom(reader), 'accept-language': language, 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      });
      if (answer.statusCode !== 200) return { problem: JSON.parse(answer.body) };
      return { cookies: [answer.headers['set-cookie'] ?? []].flat() };
    },
    hasProvider: services.oidc !== null,
    tables: async (
      request: Request,
      cooperation: string,
      wanted: { readonly year: number | null; readonly figure: string | null; readonly language: Language },
    ) => {
      const secret = secretOf(request);
      const person = secret === null ? null : await personOf(services.access, secret);
      if (person === null) return { refused: 'notLoggedIn' };
      try {
        const name = 'tables.get';
        const member = memberOf(person, cooperation, policies[name], routes[name].summary);
        return seenTables(await see({ services, member }), wanted);
      } catch (error) {
        if (error instanceof Refused)
          return { refused: error.problems[0].code === 'api.notAllowed' ? 'notAllowed' : 'notFound' };
        throw error;
      }
    },
  });
  addStaticFiles(app, join(folder, 'client'));
  // What a browser asks for by itself on a page that names no icon.
  app.get('/favicon.ico', (_, reply) => reply.redirect('/icon.svg'));
  addPublished(app);
  addOwnPages(app);
  const answerPage = async (request: FastifyRequest, reply: FastifyReply, form: string | null) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    const origin = `${secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
    const answer = await handle(
      new Request(new URL(request.url, origin), {
        headers,
        ...(form === null ? {} : { method: 'POST', body: form }),
      }),
      contextOf(request) as never,
    );
    const body = Buffer.from(await answer.arrayBuffer());
    reply.code(answer.status);
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) reply.header('Set-Cookie', cookies);
    if (!answer.headers.has('cache-control')) reply.header('Cache-Control', 'no-store');
    if (body.length < 1000 || !takesGzip(request.headers['accept-encoding'])) return reply.send(body);
    return reply
      .header('Content-Encoding', 'gzip')
      .header('Vary', 'Accept-Encoding')
      .send(await packed(body, { level: 4 }));
  };
  app.get('/*', async (request, reply) =>
    request.url.startsWith('/api/')
      ? refuse(request, reply, [{ code: 'api.notFound' }])
      : answerPage(request, reply, null),
  );
  // The one form a page takes itself, for who has no JavaScript. A scope of its own: nothing else reads a body that is no JSON.
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 10_000 },
      (_, body, done) => done(null, body),
    );
    scope.post<{ Body: string }>('/logg-inn', async (request, reply) =>
      isSameOrigin(request)
        ? answerPage(request, reply, typeof request.body === 'string' ? request.body : '')
        : refuse(request, reply, [{ code: 'api.crossOrigin' }]),
    );
  });
}

/** What a request says of where it comes from: the API lets nobody be logged in from a page elsewhere. */
const whereFrom = ({ headers }: FastifyRequest) =>
  Object.fromEntries(
    (['host', 'cookie', 'origin', 'sec-fetch-site'] as const).flatMap((name) =>
      headers[name] === undefined ? [] : [[name, `${headers[name]}`]],
    ),
  );

/** Asks the API in this process as the reader, from where the reader is: whoever is counted by address is counted by their own. */
const askApi = (app: FastifyInstance, { ip, headers }: FastifyRequest, path: string) =>
  app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    remoteAddress: ip,
    headers: { host: headers.host ?? 'localhost', cookie: headers.cookie ?? '' },
  });

/** What is published, shown by the browser at its permanent address; a file of another kind is saved. */
function addPublished(app: FastifyInstance): void {
  app.get<{ Params: { publication: string; name: string } }>(
    '/publisert/:publication/:name',
    async (request, reply) => {
      const { publication, name } = request.params;
      const answer = await askApi(
        app,
        request,
        `/public/publications/${encodeURIComponent(publication)}/files/${encodeURIComponent(name)}`,
      );
      if (answer.statusCode === 429)
        return reply
          .code(429)
          .headers({
            'Retry-After': answer.headers['retry-after'],
            'Content-Type': answer.headers['content-type'],
          })
          .send(answer.rawPayload);
      if (answer.statusCode !== 200) return refuse(request, reply, [{ code: 'api.notFound' }]);
      const isPage = name.endsWith('.html');
      return reply
        .type(typeOf(name))
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .header('Content-Security-Policy', isPage ? pagePolicy(answer.body) : "default-src 'none'")
        .header('Content-Disposition', isPage || name.endsWith('.pdf') ? 'inline' : 'attachment')
        .send(answer.rawPayload);
    },
  );
}

/** A page among the files of a job, for who had it made: the report of a check, or a document before it is published. To others it is not there. */
function addOwnPages(app: FastifyInstance): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { cooperation, job, name }: { readonly cooperation: string; readonly job: string; readonly name: string },
  ) => {
    const path = [cooperation, 'jobs', job, 'files', name].map(encodeURIComponent).join('/');
    const answer = await askApi(app, request, `/cooperations/${path}`);
    if (answer.statusCode !== 200 || !name.endsWith('.html'))
      return refuse(request, reply, [{ code: 'api.notFound' }]);
    return reply
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', pagePolicy(answer.body))
      .send(answer.rawPayload);
  };
  app.get<{ Params: { cooperation: string; job: string } }>(
    '/kontrollert/:cooperation/:job',
    (request, reply) => show(request, reply, { ...request.params, name: 'funn.html' }),
  );
  app.get<{ Params: { cooperation: string; job: string; name: string } }>(
    '/forhandsvis/:cooperation/:job/:name',
    (request, reply) => show(request, reply, request.params),
  );
}
