import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { admin } from '@samstyr/server/postgres/cluster';
import { type Database, joinEmbedded, openDatabase } from '@samstyr/server/postgres/connect';
import type { Connection } from '@samstyr/server/postgres/launch';
import { importFolder } from '@samstyr/server/store/folder';
import { createStore, type Store } from '@samstyr/server/store/store';
import pg from 'pg';
import { exampleFolder } from '../open-example.ts';

/** A database of a test's own on a real PostgreSQL, entered by the roles of a running Samstyr. */
export type TestDatabase = {
  readonly name: string;
  readonly store: Store;
  readonly database: Database;
  readonly url: (role: 'samstyr' | 'samstyr_owner' | typeof admin) => string;
  /** Past every wall, as somebody with the keys to the machine. */
  readonly superuser: pg.Client;
  /** Leaves the database standing, for others to copy. */
  readonly disconnect: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** One server for all test files of a run, and between runs: it starts in a tenth of a second when its data are there. */
const folder =
  process.env['SAMSTYR_TEST_POSTGRES'] ?? join(import.meta.dirname, '..', '..', '.cache', 'test-postgres');

const urlOf = ({ host, port, user, password, database }: Connection): string =>
  `postgresql://${user}:${password}@${host}:${port}/${database}`;

/** A database nobody has migrated. */
export type EmptyDatabase = Pick<TestDatabase, 'name' | 'url' | 'superuser' | 'close'> & {
  /** Opens it as a Samstyr does that is given its address. */
  readonly open: (
    parts?: Parameters<typeof createStore>[1],
  ) => Promise<{ readonly database: Database; readonly store: Store }>;
};

export async function emptyDatabase(from: string | null = null): Promise<EmptyDatabase> {
  const joined = await joinEmbedded(folder);
  if (!joined.ok) throw new Error(JSON.stringify(joined.problems));
  const server = joined.value;
  const name = `t_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client(server.connection(admin, 'postgres'));
  await maintenance.connect();
  await maintenance.query(`create database ${name} owner samstyr_owner template ${from ?? 'template0'}`);
  const url: TestDatabase['url'] = (role) => urlOf(server.connection(role, name));
  const superuser = new pg.Client(server.connection(admin, name));
  await superuser.connect();
  const opened: Database[] = [];
  return {
    name,
    url,
    superuser,
    open: async (parts = {}) => {
      const database = await openDatabase({
        url: url('samstyr'),
        ownerUrl: url('samstyr_owner'),
        folder: '',
        purpose: 'tool',
      });
      if (!database.ok) throw new Error(JSON.stringify(database.problems));
      opened.push(database.value);
      return { database: database.value, store: createStore(database.value, parts) };
    },
    close: async () => {
      await superuser.end().catch(() => {});
      for (const each of opened) await each.close().catch(() => {});
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.end();
      await server.leave();
    },
  };
}

/** A database of one's own with the newest schema, empty or a copy of another. */
export async function testDatabase(
  parts: Parameters<typeof createStore>[1] = {},
  from: string | null = null,
): Promise<TestDatabase> {
  const empty = await emptyDatabase(from);
  const { database, store } = await empty.open(parts);
  return {
    ...empty,
    database,
    store,
    disconnect: async () => {
      await empty.superuser.end();
      await database.close();
    },
  };
}

/** The example in the store of a test: its id. */
export async function withExample(store: Store): Promise<string> {
  const imported = await importFolder(store, { files: loadFolder(exampleFolder), who: 'proeve' });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems.slice(0, 3)));
  return imported.value.cooperation;
}

/** The example imported once, and a copy of it for each test. */
export type Examples = {
  readonly cooperation: string;
  readonly fresh: (parts?: Parameters<typeof createStore>[1]) => Promise<TestDatabase>;
  readonly close: () => Promise<void>;
};

export async function examples(): Promise<Examples> {
  const original = await testDatabase();
  const cooperation = await withExample(original.store);
  // PostgreSQL copies a database nobody is connected to.
  await original.disconnect();
  return {
    cooperation,
    fresh: (parts) => testDatabase(parts, original.name),
    close: original.close,
  };
}
