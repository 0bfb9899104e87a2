import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stepTexts } from '@samstyr/contract/texts/step-texts';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { editionOf } from '@samstyr/documents/publish/edition';
import type { Format } from '@samstyr/documents/publish/format';
import { render } from '@samstyr/documents/publish/render';
import { pagePolicy } from '@samstyr/server/http/page-policy';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { printProblems, printSentences } from '../output/problems.ts';
import { progress } from '../output/progress.ts';

const usualPort = 4925;
/** What is ready as soon as the page is; the PDF is made by `build`. */
const wanted: readonly Format[] = ['html', 'xlsx', 'data'];
/** `serve DIR`: the joint budget and its files at a local address, for everybody's eyes (the public edition). No database. */
export const serveFolderCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['year', 'port'] });
  const index = openCooperation(given.positionals[0] ?? '');
  if (index === null) return 1;
  const years = index.model.version.map(({ year }) => year);
  const year = given.text('year') === null ? Math.max(...years) : given.year();
  if (currentVersion(index, year) === null)
    throw new WrongUse(
      `Mappen har ikke noe budsjett for ${year}. Den har ${[...new Set(years)].sort().join(', ')}.`,
    );
  const shown = progress(wanted.length + 1);
  shown.step(stepTexts.computes.nb);
  const edition = editionOf(index, { year, rounding: given.rounding, audience: 'public' });
  if (!edition.ok) {
    shown.done();
    printProblems(edition.problems);
    return 1;
  }
  const files = new Map<string, string | Uint8Array>();
  for (const format of wanted) {
    shown.step(stepTexts[format].nb);
    const made = await render(edition.value, format, { language: given.language, scope: { scope: 'full' } });
    if (!made.ok) {
      shown.done();
      printSentences(made.problems);
      return 1;
    }
    for (const [name, content] of made.value) files.set(name, content);
  }
  shown.done();
  const server = serverOf(files);
  const port = await listen(server, portOf(given.text('port')), given.text('port') !== null);
  const address = `http://127.0.0.1:${port}/`;
  process.stdout.write(`${index.model.cooperation[0]?.name ?? ''}, budsjett ${year}: ${address}\n`);
  for (const name of files.keys()) if (!name.endsWith('.html')) process.stdout.write(`  ${address}${name}\n`);
  process.stdout.write('Stopp med Ctrl C.\n');
  await stopped(server);
  return 0;
});

export function portOf(text: string | null): number {
  if (text === null) return usualPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) throw new WrongUse(`--port er et tall fra 0 til 65535, ikke «${text}».`);
  return port;
}

const types: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Serves what was built and nothing else: no path reaches the disk. */
function serverOf(files: ReadonlyMap<string, string | Uint8Array>): Server {
  const front = [...files.keys()].find((name) => name.endsWith('.html')) ?? '';
  const policies = new Map(
    [...files].flatMap(([name, content]) =>
      typeof content === 'string' && name.endsWith('.html') ? [[name, pagePolicy(content)] as const] : [],
    ),
  );
  return createServer((request, response) => {
    const path = decodeURIComponentSafely((request.url ?? '/').split('?')[0] ?? '/');
    const name = path === '/' ? front : path.slice(1);
    const content = files.get(name);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (content === undefined) {
      response
        .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end('Finner ikke siden. Gå til forsiden: /\n');
      return;
    }
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': policies.get(name) ?? "default-src 'none'",
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  });
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Listens on the loopback; on another free port when the usual one is taken and nobody asked for it. */
function listen(server: Server, port: number, isAsked: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error);
      else if (isAsked) reject(new WrongUse(`Port ${port} er opptatt. Velg en annen med --port.`));
      else listen(server, 0, false).then(resolve, reject);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Resolves when a person, or the system, asks the server to stop. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
