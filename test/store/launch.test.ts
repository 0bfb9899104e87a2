import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from '@samstyr/server/postgres/binaries';
import { start } from '@samstyr/server/postgres/cluster';
import { type Database, openDatabase } from '@samstyr/server/postgres/connect';
import { launchEmbedded } from '@samstyr/server/postgres/launch';
import { databaseUser } from '@samstyr/server/postgres/unprivileged';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
const opened: Database[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samstyr-prøve '));
  // Others may look in, so that the user the database runs as can reach it.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  const left = await launchEmbedded(folder);
  if (left.ok) await left.value.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (purpose: 'serve' | 'tool' = 'serve') => {
  const done = await openDatabase({ url: null, ownerUrl: null, folder, purpose });
  if (done.ok) opened.push(done.value);
  return done;
};
const must = async (purpose: 'serve' | 'tool' = 'serve'): Promise<Database> => {
  const done = await open(purpose);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
};
const pidFile = () => join(folder, 'postgres', 'cluster', 'postmaster.pid');
const serverPid = (): number => Number.parseInt(readFileSync(pidFile(), 'utf8'), 10);
const one = async (database: Database): Promise<unknown> =>
  (await database.serving.query('select 1 as one')).rows[0];

describe('the embedded PostgreSQL', () => {
  it('starts on an empty folder, on loopback, with checksums, and never as root', async () => {
    const database = await must();
    expect(await one(database)).toEqual({ one: 1 });
    const { rows } = await database.serving.query(
      `select current_setting('listen_addresses') as at, current_setting('data_checksums') as checksums`,
    );
    expect(rows).toEqual([{ at: '127.0.0.1', checksums: 'on' }]);
    if (process.platform === 'linux') expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
  });

  it('is stopped by the last who leaves, and not before', async () => {
    const first = await must();
    const second = await must('tool');
    await first.close();
    expect(await one(second)).toEqual({ one: 1 });
    await second.close();
    expect(statSync(pidFile(), { throwIfNoEntry: false })).toBeUndefined();
    opened.length = 0;
  });

  it('is taken over when a Samstyr that was killed left it running', async () => {
    const left = await launchEmbedded(folder);
    expect(left.ok && left.value.wasRunning).toBe(false);
    const pid = serverPid();
    await must();
    expect(serverPid()).toBe(pid);
  });

  it('serves one Samstyr; the next is told who has it, and stops nothing', async () => {
    const first = await must();
    await first.announce('http://127.0.0.1:4925');
    const second = await open();
    expect(second.ok ? [] : second.problems).toEqual([
      { code: 'database.inUse', pid: `${process.pid}`, address: 'http://127.0.0.1:4925' },
    ]);
    expect(await one(first)).toEqual({ one: 1 });
  });

  it('is started once when two start at the same time on an empty folder', async () => {
    const both = await Promise.all([open('tool'), open('tool')]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const ports = both.map((each) =>
      each.ok && each.value.place.kind === 'embedded' ? each.value.place.port : 0,
    );
    expect(new Set(ports).size).toBe(1);
  });

  it('comes back by itself when it is killed under a Samstyr that serves', async () => {
    const database = await must();
    // Somebody is in the middle of something: it is theirs to be told, and no reason for the process to end.
    const busy = await database.serving.connect();
    const cut = new Promise((resolve) => busy.once('end', resolve));
    process.kill(serverPid(), 'SIGKILL');
    await cut;
    busy.release(true);
    let answer: unknown = null;
    for (let tries = 0; tries < 600 && answer === null; tries += 1) {
      answer = await one(database).catch(() => null);
      if (answer === null) await sleep(50);
    }
    expect(answer).toEqual({ one: 1 });
    // A second one may come in between; then it is the one that serves, and the first answers no more.
    const second = await open();
    if (!second.ok) expect(second.problems.map(({ code }) => code)).toEqual(['database.inUse']);
    else await expect.poll(() => one(database).catch(() => 'closed'), { timeout: 10_000 }).toBe('closed');
  });
});

describe('a database that can lose what it acknowledged', () => {
  it('is not opened: fsync, full_page_writes and synchronous_commit, all told at once', async () => {
    await must();
    for (const database of opened.splice(0)) await database.close();
    const user = databaseUser() ?? null;
    const binaries = await findBinaries(user);
    if (!binaries.ok) throw new Error('no binaries');
    const own = join(folder, 'postgres');
    const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
    start(
      binaries.value.postgres,
      [
        ...['-D', join(own, 'cluster'), '-c', 'port=54399', '-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories=', ...settings.flatMap((setting) => ['-c', setting])],
      ],
      join(own, 'postgres.log'),
      user,
    );
    for (
      let tries = 0;
      tries < 200 && statSync(pidFile(), { throwIfNoEntry: false }) === undefined;
      tries += 1
    )
      await sleep(25);
    const tried = await open();
    expect(tried.ok ? [] : tried.problems).toEqual([
      { code: 'database.unsafe', setting: 'fsync', value: 'off' },
      { code: 'database.unsafe', setting: 'full_page_writes', value: 'off' },
      { code: 'database.unsafe', setting: 'synchronous_commit', value: 'off' },
    ]);
  });
});
