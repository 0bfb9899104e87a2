// Bundles the drills and the processes they kill into a folder: `node scripts/build-drills.mjs FOLDER`.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { ownPackagesInside } from './own-packages.mjs';

await build({
  entryPoints: ['main', 'store-child'].map((name) => join(root, 'drills', `${name}.ts`)),
  outdir: process.argv[2],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [ownPackagesInside],
});
