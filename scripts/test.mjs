// Everything CI runs: lint, types, tests, unused code, and that installing left the lock file alone.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded, root } from './install.mjs';
import { bundle, pages } from './launch.mjs';

installIfNeeded();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const report = join(root, '.cache', 'vitest.json');
mkdirSync(join(root, '.cache'), { recursive: true });

/** What a step writes is shown when it is its turn: they run side by side. */
async function done([name, command, args]) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [status] = await once(child, 'close');
  return { name, said, status };
}

const steps = [
  ['lint and format', bin('biome'), ['check', '.']],
  ['types', process.execPath, ['scripts/types.mjs']],
  ['unused files, exports and dependencies', bin('knip'), []],
  ['lock file unchanged', 'git', ['diff', '--exit-code', '--stat', 'package-lock.json']],
].map(done);
// What the tests start: the command line as people get it, and the pages as browsers load them.
process.env.SAMSTYR_BUNDLE = bundle();
process.env.SAMSTYR_TEST_PAGES = pages();

let passed = 0;
const failures = [];
for (const step of steps) {
  const { name, said, status } = await step;
  process.stdout.write(`\n── ${name}\n${said}`);
  if (status === 0) passed += 1;
  else failures.push(name);
}

/** In memory where there is room: it is thrown away, and its commits need not wait for a disk. Open to the user the database runs as. */
function databaseFolder() {
  const memory = '/dev/shm';
  const { bavail, bsize } = existsSync(memory) ? statfsSync(memory) : { bavail: 0, bsize: 0 };
  const folder = join(bavail * bsize > 4e9 ? memory : tmpdir(), `samstyr-test-${process.pid}`);
  mkdirSync(folder);
  return folder;
}
const database = databaseFolder();
process.env.SAMSTYR_TEST_POSTGRES = join(database, 'postgres');

process.stdout.write('\n── tests\n');
spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(database, { recursive: true, force: true });
const { numPassedTests, numFailedTests, numTotalTests, success, testResults } = JSON.parse(
  readFileSync(report, 'utf8'),
);
passed += numPassedTests;
// A file that fails to load has no tests to fail, and must still turn the run red.
const unloaded = testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
let failed = failures.length + numFailedTests + unloaded;
if (!success && failed === 0) failed = 1;
if (numTotalTests === 0) failed += 1;

for (const name of failures) process.stdout.write(`failed: ${name}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
