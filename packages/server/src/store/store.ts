import { rowName } from '@samstyr/contract/command/envelope';
import { type JsonRow, rowReader } from '@samstyr/contract/tables/row-json';
import { tableNames } from '@samstyr/contract/tables/tables';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { emptyModel } from '@samstyr/core/model/empty-model';
import type { Model, TableName } from '@samstyr/core/model/rows';
import { invariant } from '@samstyr/core/result/result';
import type pg from 'pg';
import type { Database } from '../postgres/connect.ts';
import { anyName } from './any-name.ts';
import { readRows, type StoredTable } from './rows.ts';
import { withCooperation } from './transaction.ts';

/** Where cooperations live, and what the rules need from outside: a clock and new ids. */
export type Store = {
  readonly database: Pick<Database, 'serving' | 'owner'>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly opened: Map<string, Opened>;
  /** Called between a commit and its answer. A drill ends the process here. */
  readonly afterCommit: () => Promise<void>;
};

/** A row's version and place in its table, by `rowName`. */
export type RowStand = { readonly version: number; readonly position: string };

/** A cooperation at a revision. It never changes, so everybody who asks at the same revision may have the same one. */
export type Opened = {
  readonly cooperation: string;
  readonly revision: number;
  /** The audit's hash at that revision: a database put back from a backup comes to the same number another way. */
  readonly head: string;
  readonly index: IndexedModel;
  readonly stands: ReadonlyMap<string, RowStand>;
  readonly derived: Derived;
};

/** What follows from a revision alone and takes time to work out: done for the first who asks, and kept as long as the revision is. (S-STORE-65) */
export type Derived = <T>(name: string, work: () => T) => T;

/** As many cooperations as are kept in memory at a time; the one that was asked for longest ago goes out. */
const mostOpened = 200;

/** As many answers as one revision keeps; a question may name what is not there, so there is no end to how many are asked. */
const mostDerived = 60;

export function derivedOnce(): Derived {
  const known = new Map<string, unknown>();
  return <T>(name: string, work: () => T): T => {
    if (known.has(name)) return known.get(name) as T;
    const value = work();
    if (known.size < mostDerived) known.set(name, value);
    return value;
  };
}

export function createStore(
  database: Store['database'],
  parts: Partial<Pick<Store, 'now' | 'newId' | 'afterCommit'>> = {},
): Store {
  return {
    database,
    now: parts.now ?? (() => new Date()),
    newId: parts.newId ?? (() => crypto.randomUUID()),
    afterCommit: parts.afterCommit ?? (async () => {}),
    opened: new Map(),
  };
}

/** A cooperation as the directory has it. */
export type Listed = { readonly cooperation: string; readonly name: string; readonly revision: number };

/** The cooperation of a name, or null. */
export async function findCooperation(store: Store, name: string): Promise<Listed | null> {
  const client = await store.database.serving.connect();
  try {
    await client.query('begin read only');
    await client.query(`select set_config('samstyr.cooperation_name', $1, true)`, [name]);
    const { rows } = await client.query<ListedRow>(`${listing} where name = $1`, [name]);
    await client.query('commit');
    return rows[0] === undefined ? null : listed(rows[0]);
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Every cooperation, by name. Only the owner of the tables sees them all; null when no owner was given. */
export async function listCooperations({ database }: Store): Promise<readonly Listed[] | null> {
  if (database.owner === null) return null;
  const { rows } = await database.owner.query<ListedRow>(`${listing} order by name`);
  return rows.map(listed);
}

type ListedRow = { readonly cooperation: string; readonly name: string; readonly revision: string };
const listing = 'select cooperation_id as cooperation, name, revision from samstyr.tenant';
const listed = ({ cooperation, name, revision }: ListedRow): Listed => ({
  cooperation,
  name,
  revision: Number.parseInt(revision, 10),
});

/** A cooperation as it is now: from memory when nobody has changed it since, else read in one snapshot. Null: there is none. */
export const openCooperation = (store: Store, cooperation: string): Promise<Opened | null> =>
  withCooperation(
    store.database.serving,
    cooperation,
    async (client) => {
      const { rows } = await client.query<{ readonly revision: string; readonly head: string }>(
        'select revision, head from samstyr.tenant where cooperation_id = $1',
        [cooperation],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const { revision, head } = row;
      return openAt(store, client, { cooperation, revision: Number.parseInt(revision, 10), head });
    },
    'snapshot',
  );

/** The cooperation at the revision a transaction sees. */
export async function openAt(
  store: Store,
  client: pg.ClientBase,
  at: Pick<Opened, 'cooperation' | 'revision' | 'head'>,
): Promise<Opened> {
  const known = store.opened.get(at.cooperation);
  const opened =
    known?.revision === at.revision && known.head === at.head ? known : await readOpened(client, at);
  keep(store, opened);
  return opened;
}

/** Remembers a cooperation as the one asked for last. An older revision never takes the place of a newer. */
export function keep({ opened }: Store, one: Opened): void {
  const known = opened.get(one.cooperation);
  opened.delete(one.cooperation);
  opened.set(one.cooperation, known !== undefined && known.revision > one.revision ? known : one);
  for (const oldest of opened.keys()) {
    if (opened.size <= mostOpened) break;
    opened.delete(oldest);
  }
}

async function readOpened(
  client: pg.ClientBase,
  { cooperation, revision, head }: Pick<Opened, 'cooperation' | 'revision' | 'head'>,
): Promise<Opened> {
  const tables: Partial<Record<TableName, readonly unknown[]>> = {};
  const stands = new Map<string, RowStand>();
  for (const table of tableNames) {
    const rows = await readRows(client, table);
    for (const { row, version, position } of rows)
      stands.set(rowName(table, `${row['id']}`), { version, position });
    const read = rowReader(table, anyName);
    tables[table] = rows.map(({ row }) => {
      const value = read(row);
      invariant(value.ok, `the row ${rowName(table, `${row['id']}`)} in the database is a row of its table`);
      return value.value;
    });
  }
  return {
    ...{ cooperation, revision, head, stands },
    index: indexModel({ ...emptyModel, ...tables } as Model),
    derived: derivedOnce(),
  };
}

/** The rows beside the model: comments and tasks, with their versions. */
export const deskRows = (
  store: Store,
  cooperation: string,
  table: Exclude<StoredTable, TableName>,
): Promise<readonly { readonly version: number; readonly row: JsonRow }[]> =>
  withCooperation(store.database.serving, cooperation, (client) => readRows(client, table), 'snapshot');
