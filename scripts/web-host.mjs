// Serves the work surface over one cooperation folder, for development and tests: `node scripts/web-host.mjs DIR [PORT]`.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { load } from './bench/load.mjs';
import { root } from './install.mjs';

const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Starts a server over a folder on the loopback; gives its address and how to stop it. */
export async function serveFolder(folder, options = {}) {
  const { loadFolder, readFolder } = await load('web-host', [
    'formats/folder/load-folder',
    'formats/folder/read-folder',
  ]);
  const loaded = readFolder(loadFolder(folder));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  return serveModel(loaded.value, options);
}

/** The same over a model; `beside` may answer a request itself, and says whether it did. */
export async function serveModel(
  model,
  { web = join(root, '.cache', 'web-dev'), port = 0, beside = () => false } = {},
) {
  process.env.NODE_ENV ??= 'production';
  const { createRequestHandler } = createRequire(join(root, 'packages/web/package.json'))('react-router');
  const handle = createRequestHandler(
    await import(pathToFileURL(join(web, 'server', 'index.js')).href),
    'production',
  );
  const name = model.cooperation[0]?.name ?? '';
  const id = model.cooperation[0]?.id ?? 'samarbeid';
  const context = {
    ask: async (_, path) => (path === '/cooperations' ? { cooperations: [{ id, name }] } : null),
    tables: async (_, wanted) =>
      wanted === id
        ? { revision: 1, name, scope: 'cooperation', model, hidden: [], versions: {}, seen: null }
        : { refused: 'notFound' },
    hasProvider: false,
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (beside(url, response)) return;
    const file = join(web, 'client', normalize(decodeURIComponent(url.pathname)));
    const type = types[extname(file)];
    if (type !== undefined && file.startsWith(join(web, 'client')) && existsSync(file)) {
      const cache = url.pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': cache });
      response.end(readFileSync(file));
      return;
    }
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value]] : [],
      ),
    );
    const answer = await handle(new Request(url, { method: request.method, headers }), context);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) response.end();
    else Readable.fromWeb(answer.body).pipe(response);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    cooperation: id,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { address } = await serveFolder(process.argv[2], { port: Number(process.argv[3] ?? 4300) });
  process.stdout.write(`${address}\n`);
}
