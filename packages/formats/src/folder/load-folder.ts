import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type FolderFiles, roleOf } from './layout.ts';

/** The files of a folder on disk that a cooperation folder may hold. Links are not followed, and nothing else is opened. */
export function loadFolder(folder: string): FolderFiles {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    // A file with an unknown name is refused by its name alone.
    if (roleOf(path) !== null) files.set(path, readFileSync(full));
  }
  return files;
}
