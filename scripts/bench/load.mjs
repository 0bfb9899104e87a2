// Bundles sources of the packages for a bench and imports them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../install.mjs';
import { ownPackagesInside } from '../own-packages.mjs';

/** Everything the modules export, as one object. `modules` are like `core/budget/overview`. */
export async function load(name, modules) {
  const outfile = join(root, '.cache', `bench-${name}.mjs`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const contents = modules.map((module) => `export * from '@samstyr/${module}';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [ownPackagesInside],
  });
  return import(pathToFileURL(outfile).href);
}

/** The median of nine rounds, in milliseconds a call, after warming up. */
export function median(calls, work) {
  for (let call = 0; call < calls; call += 1) work(call);
  const rounds = Array.from({ length: 9 }, (_, round) => {
    const started = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) work(round * calls + call);
    return Number(process.hrtime.bigint() - started) / 1e6 / calls;
  });
  return rounds.sort((a, b) => a - b)[4];
}
