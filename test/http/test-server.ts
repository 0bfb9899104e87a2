import type { AddressInfo } from 'node:net';
import type { Role } from '@samstyr/contract/api/fields';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { type Access, createAccess } from '@samstyr/server/access/access';
import { createAccount, setGrants } from '@samstyr/server/access/grants';
import { createPasswords, type PasswordCost } from '@samstyr/server/access/password';
import { csrfTokenOf } from '@samstyr/server/access/secrets';
import { beginSession } from '@samstyr/server/access/sessions';
import { createApp } from '@samstyr/server/http/app';
import type { Services } from '@samstyr/server/http/context';
import { startWorkers } from '@samstyr/server/jobs/worker';
import type { Oidc } from '@samstyr/server/oidc/oidc';
import { importFolder } from '@samstyr/server/store/folder';
import { createStore, type Store } from '@samstyr/server/store/store';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { exampleFolder } from '../open-example.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';

/** Somebody with a session, by what they are. */
export type Actor = { readonly user: string; readonly secret: string; readonly csrf: string };

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
};

export type Ask = {
  readonly as?: Actor | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly type?: string;
  readonly headers?: { readonly [name: string]: string };
};

/** The whole server on the loopback, over a real database, with a clock a test can set forward. */
export type TestServer = {
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly database: TestDatabase;
  readonly store: Store;
  readonly access: Access;
  readonly services: Services;
  /** Sets the clock forward. */
  readonly wait: (ms: number) => void;
  readonly now: () => Date;
  /** A cooperation made from the example, under a name. */
  readonly cooperation: (name: string) => Promise<string>;
  /** Somebody new with roles in a cooperation, logged in. */
  readonly actor: (
    cooperation: string | null,
    role?: Role,
    scope?: { readonly units?: readonly string[]; readonly party?: string },
  ) => Promise<Actor>;
  readonly ask: (path: string, said?: Ask) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** Nobody guesses at the passwords of a test: a login that costs what it must would be a third of what the tests take. */
const cheap: PasswordCost = { memorySize: 64, iterations: 1 };

export async function testServer(
  parts: {
    readonly oidc?: Oidc | null;
    readonly logger?: FastifyBaseLogger | null;
    readonly heavyPerMinute?: number;
    readonly passwords?: Access['passwords'];
    /** Adds to the app before it listens. */
    readonly before?: (app: FastifyInstance, services: Services) => Promise<void>;
  } = {},
): Promise<TestServer> {
  const database = await testDatabase();
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const store = createStore(database.database, { now });
  const access = createAccess(database.database.serving, {
    now,
    heavyPerMinute: parts.heavyPerMinute ?? null,
    passwords: parts.passwords ?? createPasswords({ cost: cheap }),
  });
  const workers = startWorkers({ store, access, log: null, example: () => loadFolder(exampleFolder) });
  const services: Services = {
    store,
    access,
    oidc: parts.oidc ?? null,
    hidden: new WeakMap(),
    wake: workers.wake,
  };
  const app = await createApp({
    services,
    logger: parts.logger ?? null,
    secure: false,
    hosts: null,
    proxies: 0,
    isReady: async () => true,
  });
  await parts.before?.(app, services);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  let made = 0;
  return {
    app,
    origin,
    database,
    store,
    access,
    services,
    now,
    wait: (ms) => {
      ahead += ms;
    },
    cooperation: async (name) => {
      const files = new Map(loadFolder(exampleFolder));
      const yaml = Buffer.from(files.get('cooperation.yaml') ?? []).toString();
      files.set('cooperation.yaml', Buffer.from(yaml.replace('id: vaernesregionen', `id: ${name}`)));
      const imported = await importFolder(store, { files, who: 'proeve' });
      if (!imported.ok) throw new Error(JSON.stringify(imported.problems.slice(0, 3)));
      return imported.value.cooperation;
    },
    actor: async (cooperation, role, scope = {}) => {
      made += 1;
      const user = await createAccount(access, {
        email: `person${made}@example.org`,
        name: `Person ${made}`,
      });
      if (cooperation !== null && role !== undefined)
        await setGrants(access, {
          cooperation,
          user,
          grants: [{ role, units: scope.units ?? [], party: scope.party ?? null }],
          by: null,
        });
      const secret = await beginSession(access, user, null);
      return { user, secret, csrf: csrfTokenOf(secret) };
    },
    ask: (path, said = {}) => ask(`${origin}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, said),
    close: async () => {
      await app.close();
      await workers.stop();
      await database.close();
    },
  };
}

async function ask(
  url: string,
  { as = null, method = 'GET', body, raw, type, headers = {} }: Ask,
): Promise<Answer> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(sent === undefined ? {} : { 'content-type': type ?? 'application/json' }),
      ...(as === null ? {} : { cookie: `samstyr=${as.secret}`, 'x-csrf-token': as.csrf }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent as string }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, text, body: isJson ? JSON.parse(text) : null, headers: response.headers };
}

/** A key nobody has used. */
export const newKey = (): string => crypto.randomUUID();

/** A job as its owner sees it. */
export type Job = {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly of: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly problems: readonly string[];
  readonly report: { readonly findings: readonly object[] } | null;
  readonly cooperation: string | null;
  readonly publication: string | null;
  readonly questions: readonly string[];
};

/** A job when it has ended. */
export async function finishedJob(server: TestServer, path: string, as: Actor): Promise<Job> {
  for (;;) {
    const job = (await server.ask(path, { as })).body as Job;
    if (!['waiting', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
