// The long drills that CI has a small share of: the laws of division in ten times as many cases. Takes minutes; stop it with Ctrl C.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, root } from './install.mjs';

installIfNeeded();
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), ['run', 'test/laws'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SAMSTYR_CASES: process.env.SAMSTYR_CASES ?? '1000%' },
});
process.exit(status ?? 1);
