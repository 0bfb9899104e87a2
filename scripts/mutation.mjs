// Mutation testing of key, register and allocation, on demand: `npm run mutation`. Stryker is fetched for the run and is no dependency;
// docs/mutation.md has the score and explains the survivors.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const version = '9.6.1';
const packages = [`@stryker-mutator/core@${version}`, `@stryker-mutator/vitest-runner@${version}`];
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const fetched = run('npm', [
  'install',
  '--no-save',
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  ...packages,
]);
if (fetched !== 0) process.exit(fetched);

const config = join(root, '.cache', 'stryker.json');
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(
  config,
  JSON.stringify({
    mutate: ['packages/core/src/{key,register,allocation}/**/*.ts', '!packages/core/src/**/*.test.ts'],
    ignorePatterns: ['out', 'data', 'examples', '.cache', '.claude'],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutation-vitest.mjs', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.SAMSTYR_CORES ?? 1),
    timeoutMS: 5_000,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: '.cache/mutation.json' },
    tempDirName: '.cache/stryker',
    thresholds: { high: 95, low: 90, break: 90 },
  }),
);
process.exit(run(join(root, 'node_modules', '.bin', 'stryker'), ['run', config]));
