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

/** Bundles once for each state of the sources; four starts at once build the same thing and one wins. */
export function bundle() {
  installIfNeeded();
  const sources = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'));
  const stamp = Math.round(
    Math.max(
      ...sources.filter(existsSync).map(newest),
      statSync(join(root, 'scripts/build-cli.mjs')).mtimeMs,
    ),
  );
  const out = join(root, '.cache', `cli-${stamp}`);
  if (!existsSync(out)) {
    const temporary = `${out}.${process.pid}`;
    run(process.execPath, ['scripts/build-cli.mjs', temporary]);
    try {
      renameSync(temporary, out);
    } catch {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  return out;
}

process.env.NODE_ENV ??= 'production';
if (process.argv[1] === import.meta.filename) {
  const main = join(bundle(), 'main.js');
  await import(pathToFileURL(main).href);
}
