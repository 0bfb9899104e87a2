// Bundles the command line and its workers. '@samstyr/*' goes inside; every other bare import stays a package.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { packagesInside } from './own-packages.mjs';

const workers = {
  'build-child': 'packages/cli/src/build/build-child.ts',
  'check-worker': 'packages/formats/src/published/check-worker.ts',
  'paper-worker': 'packages/documents/src/publish/paper-worker.ts',
};

await build({
  entryPoints: {
    main: join(root, 'packages/cli/src/main.ts'),
    ...Object.fromEntries(
      Object.entries(workers)
        .map(([name, path]) => [name, join(root, path)])
        .filter(([, path]) => existsSync(path)),
    ),
  },
  outdir: process.argv[2],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  // What is inside and older than modules asks for the parts of Node in its own way.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  plugins: [packagesInside(['docx', 'echarts', 'exceljs', 'htmlparser2', 'pdf-lib', 'zod'])],
});
