// Installs the dependencies when node_modules is missing or older than the lock file. No dependencies of its own.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's root folder. */
export const root = join(import.meta.dirname, '..');

/** When a path below the root was last changed, in milliseconds; 0 when it is not there. */
export const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Runs a command in the root; what it prints goes to standard error, so that `--json` stays clean. */
export const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });

/** `npm install`, once for each state of the lock file. */
export function installIfNeeded() {
  const installed = changedAt('node_modules/.package-lock.json');
  if (installed > 0 && installed >= changedAt('package-lock.json')) return;
  process.stderr.write('Samstyr: installerer avhengigheter (bare første gang) …\n');
  run('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}
