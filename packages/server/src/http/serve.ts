import { statfs } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Language } from '@samstyr/contract/texts/language';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import pino, { type Logger } from 'pino';
import { createAccess } from '../access/access.ts';
import { putBack, startWorkers } from '../jobs/worker.ts';
import { discoverOidc, type OidcWish } from '../oidc/oidc.ts';
import { type Database, type DatabaseWish, openDatabase } from '../postgres/connect.ts';
import type { DatabaseProblem } from '../postgres/problems.ts';
import { createStore } from '../store/store.ts';
import { startUpkeep } from '../upkeep/upkeep.ts';
import { createApp } from './app.ts';
import type { Services } from './context.ts';
import { type DemoLogin, prepareDemo } from './demo.ts';
import { addPages } from './pages/pages.ts';

export type ServeWish = {
  readonly database: Omit<DatabaseWish, 'purpose'>;
  readonly host: string;
  readonly port: number;
  /** The address people write, when a proxy with https stands in front: `https://samstyr.example.no`. */
  readonly publicUrl: string | null;
  readonly proxies: number;
  readonly oidc: OidcWish | null;
  /** The example, for a server that only its own machine reaches. */
  readonly demo: FolderFiles | null;
  /** The example, to copy; null: it is not here. */
  readonly example: () => FolderFiles | null;
  readonly language: Language;
  /** Points a person has in a minute for what takes work; null: no limit. */
  readonly heavyPerMinute: number | null;
  /** The folder of the built work surface; null: the API alone. */
  readonly pages: string | null;
  readonly logLevel: 'info' | 'warn' | 'silent';
};

export type Serving = {
  readonly address: string;
  readonly logins: readonly DemoLogin[];
  /** Requests that run are finished, jobs put back or finished, the database let go. */
  readonly stop: () => Promise<void>;
};

export type ServeProblem =
  | DatabaseProblem
  | { readonly code: 'serve.demoNotLocal'; readonly host: string }
  | { readonly code: 'serve.portTaken'; readonly port: number }
  | { readonly code: 'serve.noProvider'; readonly issuer: string };

/** A database that cannot begin another piece of its log (16 MiB) has no room. */
const leastRoom = 16 * 1024 * 1024;

async function hasNoRoom(place: Database['place']): Promise<boolean> {
  if (place.kind === 'given') return false;
  const disk = await statfs(place.folder).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < leastRoom;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Starts everything: the database, the workers and the server. Refused whole when one of them cannot be. */
export async function serve(wish: ServeWish): Promise<Result<Serving, ServeProblem>> {
  if (wish.demo !== null && !loopback.includes(wish.host))
    return fail({ code: 'serve.demoNotLocal', host: wish.host });
  const opened = await openDatabase({ ...wish.database, purpose: 'serve' });
  if (!opened.ok) return opened;
  const database = opened.value;
  const logger: Logger = pino(
    { level: wish.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  const store = createStore(database);
  const access = createAccess(database.serving, { heavyPerMinute: wish.heavyPerMinute });
  const oidc = wish.oidc === null ? null : await discoverOidc(wish.oidc).catch(() => undefined);
  if (oidc === undefined) {
    await database.close();
    return fail({ code: 'serve.noProvider', issuer: wish.oidc?.issuer ?? '' });
  }
  // An embedded database has one server, and this is it.
  if (database.place.kind === 'embedded') await putBack({ access });
  const workers = startWorkers({ store, access, log: logger, example: wish.example });
  const services: Services = { store, access, oidc, hidden: new WeakMap(), wake: workers.wake };
  const demo = wish.demo === null ? null : await prepareDemo(services, wish.demo, wish.language);
  const app = await createApp({
    services,
    logger,
    secure: wish.publicUrl?.startsWith('https:') ?? false,
    hosts: wish.publicUrl === null ? null : [new URL(wish.publicUrl).hostname],
    proxies: wish.proxies,
    isReady: async () => {
      try {
        await database.serving.query('select 1');
        return true;
      } catch {
        return false;
      }
    },
    isFull: () => hasNoRoom(database.place),
  });
  const upkeep = startUpkeep({ pool: database.serving, now: access.now, log: logger });
  if (wish.pages !== null)
    await addPages(app, {
      folder: wish.pages,
      services,
      secure: wish.publicUrl?.startsWith('https:') ?? false,
    });
  const stop = async (): Promise<void> => {
    await upkeep.stop();
    await app.close();
    await workers.stop();
    await database.close();
  };
  try {
    await app.listen({ host: wish.host, port: wish.port });
  } catch (error) {
    await stop();
    if ((error as { readonly code?: string }).code === 'EADDRINUSE')
      return fail({ code: 'serve.portTaken', port: wish.port });
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const address = wish.publicUrl ?? `http://${wish.host}:${port}`;
  await database.announce(address);
  return ok({ address, logins: demo?.logins ?? [], stop });
}
