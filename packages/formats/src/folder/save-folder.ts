import { randomUUID } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { roleOf } from './layout.ts';
import type { FileContent } from './write-folder.ts';

/** Why a folder is not written. */
export type SaveProblem = {
  readonly code: 'save.notACooperation' | 'save.notAFolder';
  readonly folder: string;
};

/**
 * Writes the files of a cooperation folder, all or nothing: they are written beside it and take its place in one rename. Files that are no
 * part of the format (a README, `.git`) come along; a folder that holds something else than a cooperation is left alone.
 */
export function saveFolder(
  folder: string,
  files: ReadonlyMap<string, FileContent>,
): Result<null, SaveProblem> {
  const target = resolve(folder);
  const exists = existsSync(target);
  if (exists) {
    const names = listed(target);
    if (names === null) return fail({ code: 'save.notAFolder', folder });
    if (names.length > 0 && !names.includes('cooperation.yaml'))
      return fail({ code: 'save.notACooperation', folder });
  }
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  const mark = `${basename(target)}.${randomUUID().slice(0, 8)}`;
  const fresh = join(parent, `.${mark}.new`);
  const old = join(parent, `.${mark}.old`);
  try {
    mkdirSync(fresh);
    if (exists)
      cpSync(target, fresh, {
        recursive: true,
        filter: (path) => isKept(target, path),
        preserveTimestamps: true,
      });
    for (const [path, text] of files) {
      const full = join(fresh, path);
      mkdirSync(dirname(full), { recursive: true });
      writeDurably(full, text);
    }
    if (exists) renameSync(target, old);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (exists) renameSync(old, target);
      throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
  return ok(null);
}

/** The names in a folder; null when it is none. */
function listed(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** Everything but the files the format owns: those are written anew, or have no rows any more. */
function isKept(folder: string, path: string): boolean {
  const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
  if (inside === '') return true;
  const role = roleOf(inside);
  return role === null || 'code' in role;
}

function writeDurably(path: string, text: FileContent): void {
  const handle = openSync(path, 'wx');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
