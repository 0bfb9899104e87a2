import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canReach, type SystemUser } from './unprivileged.ts';

/**
 * Where the embedded database keeps its data: `wanted` when the user it runs as can reach it, else a folder of its own below
 * `/var/lib/samstyr`, the same every time for the same wish.
 */
export function dataFolder(wanted: string, user: SystemUser | null): string {
  const path = resolve(wanted);
  if (user === null || canReach(user, path)) return path;
  return join('/var/lib/samstyr', createHash('sha256').update(path).digest('hex').slice(0, 16));
}

/** The database's own folder inside, closed to all but the user it runs as. The folders above keep their rights. */
export function databaseFolder(folder: string, user: SystemUser | null): string {
  const own = join(folder, 'postgres');
  if (!existsSync(own)) mkdirSync(own, { recursive: true });
  if (user !== null) chownSync(own, user.uid, user.gid);
  chmodSync(own, 0o700);
  return own;
}
