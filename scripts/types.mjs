// Type-checks every package by its own tsconfig: core sees no Node and no DOM. With the native compiler, twenty times as fast; the
// other one is there for React Router, which asks for it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const projects = ['test', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
let failed = 0;
for (const project of projects) {
  if (!existsSync(join(root, project, 'tsconfig.json'))) continue;
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript-native/bin/tsc'), '-p', project],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
