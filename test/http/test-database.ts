import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { admin } from '@samstyr/server/postgres/cluster';
import { type Database, openDatabase } from '@samstyr/server/postgres/connect';
import { type Connection, launchEmbedded } from '@samstyr/server/postgres/launch';
import pg from 'pg';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'test-postgres');
const urlOf = ({ host, port, user, password, database }: Connection): string =>
  `postgresql://${user}:${password}@${host}:${port}/${database}`;

export type TestDatabase = {
  readonly database: Database;
  readonly url: (role: string) => string;
  readonly close: () => Promise<void>;
};

export async function testDatabase(): Promise<TestDatabase> {
  const joined = await openDatabase({ url: null, ownerUrl: null, folder, purpose: 'tool' });
  if (!joined.ok) throw new Error(JSON.stringify(joined.problems));
  const server = await launchEmbedded(folder);
  if (!server.ok) throw new Error(JSON.stringify(server.problems));
  const name = `t_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client(server.value.connection(admin, 'postgres'));
  await maintenance.connect();
  await maintenance.query(`create database ${name} owner samstyr_owner template template0`);
  const url = (role: string): string => urlOf(server.value.connection(role, name));
  const opened = await openDatabase({ url: url('samstyr'), ownerUrl: url('samstyr_owner'), folder: '', purpose: 'tool' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return {
    database: opened.value,
    url,
    close: async () => {
      await opened.value.close().catch(() => {});
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.end();
      await joined.value.close();
    },
  };
}
