// The long drills that CI has a small share of. Takes minutes; stop it with Ctrl C. `npm run drill -- verify` runs those whose name it is.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded, root, run as runScript } from './install.mjs';

/** Tests that are run with many more cases than in CI. */
const tests = [
  { name: 'laws', what: 'the laws of division, ten million cases', path: 'test/laws', cases: '3350%' },
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
  {
    name: 'looks',
    what: 'axe on every page in five widths, light and dark',
    path: 'test/web test/documents/page.test.ts test/published/finding-page.test.ts',
    env: { SAMSTYR_LOOKS: 'all' },
  },
  { name: 'fuzz', what: '20 000 requests made from OpenAPI', path: 'test/http/fuzz.test.ts', cases: '2500%' },
];

/** The drills of `drills/`, each with figures; SAMSTYR_CASES is how many rounds, or minutes for the soak. */
const drills = [
  { name: 'kill', what: '1 000 rounds of kill -9: nothing acknowledged lost, nothing doubled' },
  { name: 'rows', what: '16 clients on 8 rows: no accepted change lost' },
  { name: 'backups', what: '200 damaged backups, all refused before the database is touched' },
  { name: 'disk', what: 'the disk full, and room again' },
  { name: 'stop', what: 'SIGTERM under load' },
  { name: 'soak', what: '60 minutes at 40 requests a second' },
];

installIfNeeded();
const wanted = process.argv.slice(2);
const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);
const names = [...tests, ...drills].map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no drill called ${unknown.join(' or ')}: ${names.join(', ')}.\n`);
  process.exit(2);
}
let failed = 0;
const run = ({ name, what }, command, args, env = {}) => {
  process.stdout.write(`\n── ${name}: ${what}\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) failed += 1;
};

for (const test of tests.filter(isWanted))
  run(test, join(root, 'node_modules', '.bin', 'vitest'), ['run', ...test.path.split(' ')], {
    ...(test.cases === undefined ? {} : { SAMSTYR_CASES: process.env.SAMSTYR_CASES ?? test.cases }),
    ...test.env,
  });

const chosen = drills.filter(isWanted);
if (chosen.length > 0) {
  const bundle = join(root, '.cache', `drills-${process.pid}`);
  runScript(process.execPath, ['scripts/build-drills.mjs', bundle]);
  for (const drill of chosen) run(drill, process.execPath, [join(bundle, 'main.js'), drill.name]);
  rmSync(bundle, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
