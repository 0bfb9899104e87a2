// The long drills that CI has a small share of. Takes minutes; stop it with Ctrl C. `npm run drill -- verify` runs those whose name it is.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, root } from './install.mjs';

/** Each with how many times as many cases as in CI. */
const drills = [
  { name: 'laws', what: 'the laws of division, ten times as many cases', path: 'test/laws', cases: '1000%' },
  { name: 'verify', what: '1 000 tamperings, all found', path: 'test/store/verify.test.ts', cases: '3334%' },
  {
    name: 'frame',
    what: '10 000 rounds of simultaneous acceptances against a frame',
    path: 'test/store/walls.test.ts',
    cases: '10000%',
  },
  {
    name: 'what-if',
    what: '1 000 committed edits, each as its what-if showed',
    path: 'test/store/what-if.test.ts',
    cases: '2500%',
  },
  { name: 'fuzz', what: '20 000 requests made from OpenAPI', path: 'test/http/fuzz.test.ts', cases: '1000%' },
];

installIfNeeded();
const wanted = process.argv.slice(2);
let failed = 0;
for (const { name, what, path, cases } of drills) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n── ${name}: ${what}\n`);
  const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), ['run', path], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SAMSTYR_CASES: process.env.SAMSTYR_CASES ?? cases },
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
