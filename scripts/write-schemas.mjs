// Writes docs/schema/: one JSON Schema for each kind of file in a cooperation folder, and one for each row in the API's JSON.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { ownPackagesInside } from './own-packages.mjs';

const bundle = join(root, '.cache', 'schemas.mjs');
await build({
  entryPoints: [join(root, 'packages/contract/src/folder/published-schemas.ts')],
  plugins: [ownPackagesInside],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
const { publishedSchemas } = await import(`${pathToFileURL(bundle).href}?${Date.now()}`);

const folder = join(root, 'docs/schema');
// The folder holds the schemas of other things too.
rmSync(join(folder, 'rows'), { recursive: true, force: true });
for (const [name, text] of publishedSchemas()) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
