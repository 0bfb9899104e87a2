import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderFiles, folders, roleOf } from './layout.ts';

/** The files of a folder on disk that a cooperation folder may hold. Links are not followed, and nothing else is opened. */
export function loadFolder(folder: string): FolderFiles {
  const files = new Map<string, Uint8Array>();
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = `${inside}${entry.name}`;
      if (entry.isDirectory() && (inside !== '' || folders.has(entry.name)) && !entry.name.startsWith('.'))
        walk(`${path}/`);
      if (entry.isFile() && roleOf(path) !== null) files.set(path, readFileSync(join(folder, path)));
    }
  };
  walk('');
  return files;
}
