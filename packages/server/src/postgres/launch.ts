import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import pg from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import { admin, type Cluster, openCluster, start } from './cluster.ts';
import { databaseFolder, dataFolder } from './data-folder.ts';
import type { DatabaseProblem } from './problems.ts';
import { databaseUser, type SystemUser } from './unprivileged.ts';

/** How to reach a database. */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

/** An embedded PostgreSQL that runs. */
export type Embedded = {
  readonly folder: string;
  readonly port: number;
  readonly connection: (user: string, database: string) => Connection;
  /** Whether it ran already: a server left by a Samstyr that was killed, or one that serves another. */
  readonly wasRunning: boolean;
  /** Stops it in order: what is committed is committed, who is connected is shut out. */
  readonly stop: () => Promise<void>;
};

/** Longer than any crash recovery of a cooperation's data; then a person should look at the log. */
const patienceMs = 60_000;
const host = '127.0.0.1';

/**
 * Starts the PostgreSQL that came with npm on the data in `wanted`, or finds it running there. Never as root; loopback only; checksums on.
 * A killed server lingers for a second or two and blocks the next, so a start is tried until it stands.
 */
export async function launchEmbedded(wanted: string): Promise<Result<Embedded, DatabaseProblem>> {
  const user = databaseUser();
  if (user === undefined) return fail({ code: 'database.noUser' });
  const binaries = await findBinaries(user);
  if (!binaries.ok) return binaries;
  const folder = dataFolder(wanted, user);
  const own = databaseFolder(folder, user);
  const cluster = await openCluster(own, binaries.value, user);
  if (cluster === null) return fail({ code: 'database.notStarted', log: join(own, 'postgres.log') });
  const running = await untilRunning(cluster, binaries.value, user);
  if (running === null) return fail({ code: 'database.notStarted', log: cluster.log });
  const { port, wasRunning } = running;
  const connection = (name: string, database: string): Connection => ({
    host,
    port,
    user: name,
    password: cluster.password,
    database,
  });
  return ok({ folder, port, connection, wasRunning, stop: () => stopServer(cluster) });
}

type Running = { readonly port: number; readonly wasRunning: boolean };

async function untilRunning(
  cluster: Cluster,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<Running | null> {
  const giveUp = Date.now() + patienceMs;
  while (Date.now() < giveUp) {
    const left = runningServer(cluster);
    const answer = left === null ? 'nobody' : await knock(cluster, left.port);
    if (left !== null && answer === 'ours') return { port: left.port, wasRunning: true };
    if (answer === 'soon') {
      await sleep(50);
      continue;
    }
    const port = await freePort();
    const child = start(binaries.postgres, serverArguments(cluster, port), cluster.log, user);
    if (await answers(cluster, port, child, giveUp)) {
      child.unref();
      return { port, wasRunning: false };
    }
    await sleep(100);
  }
  return null;
}

/** Never switched off: fsync, full_page_writes, synchronous_commit. The log has no statements, no values and no keys of rows. */
const serverArguments = ({ folder }: Cluster, port: number): readonly string[] => [
  ...['-D', folder],
  ...[
    ...[`listen_addresses=${host}`, `port=${port}`, 'unix_socket_directories='],
    ...['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'max_connections=60'],
    ...['log_statement=none', 'log_min_error_statement=panic', 'log_error_verbosity=terse'],
    ...['log_min_messages=warning', 'timezone=UTC', 'max_wal_size=256MB'],
  ].flatMap((setting) => ['-c', setting]),
];

/** What `postmaster.pid` says, if it is there; it may be left by a server that is gone. */
function runningServer({ folder }: Cluster): { readonly pid: number; readonly port: number } | null {
  try {
    const [pid = '', , , port = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return /^\d+$/.test(pid) && /^\d+$/.test(port)
      ? { pid: Number.parseInt(pid, 10), port: Number.parseInt(port, 10) }
      : null;
  } catch {
    return null;
  }
}

/** Who answers on a port: this cluster's server, one that is on its way up or down, or nobody of ours. */
async function knock(cluster: Cluster, port: number): Promise<'ours' | 'soon' | 'nobody'> {
  const client = new pg.Client({
    ...{ host, port, user: admin, password: cluster.password, database: 'postgres' },
    connectionTimeoutMillis: 5_000,
  });
  // A server that is shut down while it is asked says so on the connection, too.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === cluster.folder ? 'ours' : 'nobody';
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return code === '57P03' || code === '57P01' ? 'soon' : 'nobody';
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits until a started server answers; false when it ends instead. */
async function answers(
  cluster: Cluster,
  port: number,
  child: ChildProcess,
  giveUp: number,
): Promise<boolean> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  while (!ended && Date.now() < giveUp) {
    if ((await knock(cluster, port)) === 'ours') return true;
    await sleep(25);
  }
  return false;
}

/** A port nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Asks the server to stop in order (SIGINT: PostgreSQL's «fast»), and waits until it has. */
async function stopServer(cluster: Cluster): Promise<void> {
  const running = runningServer(cluster);
  if (running === null) return;
  try {
    process.kill(running.pid, 'SIGINT');
  } catch {
    return;
  }
  const giveUp = Date.now() + patienceMs;
  while (Date.now() < giveUp && runningServer(cluster)?.pid === running.pid) await sleep(20);
}
