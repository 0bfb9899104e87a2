// Starts the command line: installs when needed, bundles when a source is newer than the bundle, and runs it.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installIfNeeded, root, run } from './install.mjs';

/** The newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return latest;
}

/** Builds once for each state of the sources; four starts at once build the same thing and one wins. */
function build(what, packages) {
  const sources = packages.map((name) => join(root, 'packages', name, 'src')).filter(existsSync);
  const stamp = Math.round(
    Math.max(...sources.map(newest), statSync(join(root, `scripts/build-${what}.mjs`)).mtimeMs),
  );
  const out = join(root, '.cache', `${what}-${stamp}`);
  if (!existsSync(out)) {
    const temporary = `${out}.${process.pid}`;
    run(process.execPath, [`scripts/build-${what}.mjs`, temporary]);
    try {
      renameSync(temporary, out);
    } catch {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  return out;
}

/** The command line and its workers. */
export function bundle() {
  installIfNeeded();
  return build(
    'cli',
    readdirSync(join(root, 'packages')).filter((name) => name !== 'web'),
  );
}

/** The work surface: what the browser loads, and what makes its pages. */
export const pages = () => build('web', ['core', 'contract', 'documents', 'web']);

process.env.NODE_ENV ??= 'production';
if (process.argv[1] === import.meta.filename) {
  const main = join(bundle(), 'main.js');
  if (process.argv[2] === 'serve') process.env.SAMSTYR_WEB ??= pages();
  await import(pathToFileURL(main).href);
}
