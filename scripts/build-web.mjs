// Builds the work surface into a folder: `client/` for the browser, `server/index.js` for the process that serves it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

const out = process.argv[2] ?? join(root, '.cache', 'web-dev');
// What the builder has to say is for who changes the pages, and only when it fails.
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/@react-router/dev/bin.js'), 'build', '--logLevel', 'warn'],
  {
    cwd: join(root, 'packages/web'),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', SAMSTYR_WEB_OUT: out },
  },
);
if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
process.exit(status ?? 1);
