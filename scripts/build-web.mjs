// Builds the work surface into a folder: `client/` for the browser, `server/index.js` for the process that serves it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

const out = process.argv[2] ?? join(root, '.cache', 'web-dev');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/@react-router/dev/bin.js'), 'build', '--logLevel', 'warn'],
  {
    cwd: join(root, 'packages/web'),
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', SAMSTYR_WEB_OUT: out },
  },
);
process.exit(status ?? 1);
