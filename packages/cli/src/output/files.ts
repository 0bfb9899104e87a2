import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files into a folder, all of them or none: they are written beside it first and moved in when all are there; should one not be
 * taken, those that were moved go out again and what stood there comes back. What else the folder holds is left alone.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const waiting = mkdtempSync(join(folder, '.samstyr-'));
  const [fresh, old] = [join(waiting, 'new'), join(waiting, 'old')];
  const undo: (() => void)[] = [];
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      mkdirSync(dirname(join(old, name)), { recursive: true });
      writeFileSync(join(fresh, name), content);
    }
    for (const name of files.keys()) {
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      // A folder of that name is somebody's own: it is never moved, and the file is refused by the system.
      if (existsSync(target) && !statSync(target).isDirectory()) {
        renameSync(target, join(old, name));
        undo.push(() => renameSync(join(old, name), target));
      }
      renameSync(join(fresh, name), target);
      undo.push(() => renameSync(target, join(fresh, name)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}
