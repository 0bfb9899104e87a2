import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the database runs as when Samstyr itself is root. */
export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** Root gives the database to another user; everybody else runs it themselves (null). Undefined: there is nobody to give it to. */
export function databaseUser(): SystemUser | null | undefined {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({
      name,
      uid: Number.parseInt(uid, 10),
      gid: Number.parseInt(gid, 10),
    }));
  return users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
}

/** Whether a user can open a path: may pass every folder above it, and read it. A path that is not there is judged by what is above it. */
export function canReach(user: SystemUser | null, path: string): boolean {
  if (user === null) return true;
  const stat = statSync(path, { throwIfNoEntry: false });
  const parent = dirname(path);
  if (stat !== undefined) {
    const bits = stat.uid === user.uid ? stat.mode >> 6 : stat.gid === user.gid ? stat.mode >> 3 : stat.mode;
    const needed = stat.isDirectory() ? 0b001 : 0b100;
    if ((bits & needed) === 0) return false;
  }
  return parent === path || canReach(user, parent);
}
