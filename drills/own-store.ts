import { join } from 'node:path';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { type Database, openDatabase } from '@samstyr/server/postgres/connect';
import { importFolder } from '@samstyr/server/store/folder';
import { createStore, type Store } from '@samstyr/server/store/store';
import type pg from 'pg';
import { drillFolder, root } from './served.ts';

/** A store in this process over an embedded database of a drill's own, with the example in it. */
export type OwnStore = {
  readonly folder: string;
  readonly database: Database;
  readonly owner: pg.Pool;
  readonly store: Store;
  readonly cooperation: string;
  readonly close: () => Promise<void>;
};

export async function ownStore(): Promise<OwnStore> {
  const folder = drillFolder();
  const opened = await openDatabase({ url: null, ownerUrl: null, folder: folder.path, purpose: 'serve' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const database = opened.value;
  const { owner } = database;
  if (owner === null) throw new Error('An embedded database has an owner.');
  const store = createStore(database);
  const files = loadFolder(join(root, 'examples', 'vaernesregionen'));
  const imported = await importFolder(store, { files, who: 'drill' });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems.slice(0, 3)));
  return {
    ...{ folder: folder.path, database, owner, store },
    cooperation: imported.value.cooperation,
    close: async () => {
      await database.close();
      folder.remove();
    },
  };
}

/** A command that writes one of some texts of the unit NAV: at the version its writer last saw. */
export function textCommand(row: string | number, body: string, version: number): object {
  const id = `nav/drill-${row}`;
  const text = {
    ...{ id, unit: 'nav', year: 2025, language: 'nb', section: `drill-${row}` },
    ...{ title: 'Status', body },
  };
  return { op: 'putRow', args: { table: 'text', row: text }, expect: { [`text:${id}`]: version } };
}
