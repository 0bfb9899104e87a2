import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files into a folder, all of them or none: they are written beside it first and moved in one by one when all are there. What else
 * the folder holds is left alone.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  const waiting = mkdtempSync(join(folder, '.samstyr-'));
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(waiting, name)), { recursive: true });
      writeFileSync(join(waiting, name), content);
    }
    for (const name of files.keys()) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      renameSync(join(waiting, name), join(folder, name));
    }
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}
