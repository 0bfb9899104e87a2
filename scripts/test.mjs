// Everything CI runs: lint, types, tests, unused code, and that installing left the lock file alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded, root } from './install.mjs';
import { bundle } from './launch.mjs';

installIfNeeded();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const report = join(root, '.cache', 'vitest.json');
mkdirSync(join(root, '.cache'), { recursive: true });
process.env.SAMSTYR_BUNDLE = bundle();

const steps = [
  ['lint and format', bin('biome'), ['check', '.']],
  ['types', process.execPath, ['scripts/types.mjs']],
  ['unused files, exports and dependencies', bin('knip'), []],
  ['lock file unchanged', 'git', ['diff', '--exit-code', '--stat', 'package-lock.json']],
];

let passed = 0;
const failures = [];
for (const [name, command, args] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) passed += 1;
  else failures.push(name);
}

process.stdout.write('\n── tests\n');
spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
  cwd: root,
  stdio: 'inherit',
});
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
