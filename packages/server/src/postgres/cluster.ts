import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { SystemUser } from './unprivileged.ts';

/** A database cluster on disk, and the way in to it. */
export type Cluster = {
  readonly folder: string;
  readonly log: string;
  /** Of every role of the cluster: it listens on loopback only, and the file is closed to others. */
  readonly password: string;
};

/** The superuser of an embedded cluster. Nothing but the launcher and the drills uses it. */
export const admin = 'samstyr_admin';

const passwordFile = 'samstyr-password';

/** Opens the cluster of a folder, and makes it first when there is none. Null when it could not be made; the log says why. */
export async function openCluster(
  own: string,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<Cluster | null> {
  const folder = join(own, 'cluster');
  const log = join(own, 'postgres.log');
  if (!existsSync(folder) && !(await makeCluster({ own, folder, log, binaries, user }))) return null;
  return { folder, log, password: readFileSync(join(folder, passwordFile), 'utf8') };
}

/** Made beside and renamed into place: a start that is killed half way leaves nothing that looks like a cluster. */
async function makeCluster({
  own,
  folder,
  log,
  binaries,
  user,
}: {
  readonly own: string;
  readonly folder: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
}): Promise<boolean> {
  const mark = `${process.pid}-${randomBytes(3).toString('hex')}`;
  const fresh = join(own, `cluster.${mark}`);
  const secret = join(own, `password.${mark}`);
  const give = (path: string): void => {
    if (user !== null) chownSync(path, user.uid, user.gid);
  };
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  give(secret);
  const made = await run(
    binaries.initdb,
    [
      ...['-D', fresh, '-U', admin, '-A', 'scram-sha-256', `--pwfile=${secret}`],
      ...['--encoding=UTF8', '--locale=C', '--data-checksums'],
    ],
    log,
    user,
  );
  if (made) {
    const inside = join(fresh, passwordFile);
    writeFileSync(inside, readFileSync(secret), { mode: 0o600 });
    give(inside);
    try {
      renameSync(fresh, folder);
    } catch {
      // Another start was first; its cluster is as good.
    }
  }
  rmSync(secret, { force: true });
  rmSync(fresh, { recursive: true, force: true });
  return existsSync(folder);
}

/** Runs a program to its end as the user, its words in the log. */
const run = (
  program: string,
  args: readonly string[],
  log: string,
  user: SystemUser | null,
): Promise<boolean> =>
  new Promise((resolve) => {
    const child = start(program, args, log, user);
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
  });

/** Starts a program that outlives this one if need be: Ctrl C in a terminal is for Samstyr, which stops its database in order. */
export function start(program: string, args: readonly string[], log: string, user: SystemUser | null) {
  const out = openSync(log, 'a', 0o600);
  if (user !== null) chownSync(log, user.uid, user.gid);
  try {
    return spawn(program, args, {
      stdio: ['ignore', out, out],
      detached: true,
      // The user may not be able to reach the folder Samstyr was started in.
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', LC_ALL: 'C' },
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
  } finally {
    closeSync(out);
  }
}
