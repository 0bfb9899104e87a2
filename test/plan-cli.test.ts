import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { overviewSchema } from '@samstyr/contract/json/overview';
import { planSchema } from '@samstyr/contract/json/plan';
import { rollSchema } from '@samstyr/contract/json/roll';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFolder } from './open-example.ts';

const root = join(import.meta.dirname, '..');
const { SAMSTYR_BUNDLE: bundle } = process.env;
const entry = bundle === undefined ? join(root, 'scripts/launch.mjs') : join(bundle, 'main.js');

/** What a person who runs `samstyr …` sees, and the exit code. */
function samstyr(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );

describe('samstyr roll and plan', () => {
  let place = '';
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'samstyr-roll-'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('roll writes next year into a new folder, tells what it did, and the overview of it computes', () => {
    const before = contents(exampleFolder);
    const out = join(place, 'ny');
    const rolled = samstyr('roll', exampleFolder, '--to', '2026', '--out', out);
    expect(rolled.status).toBe(0);
    expect(rolled.stdout).toMatch(
      /Helårsvirkning: Microsoft-lisenser for Malvik.*Malvik\s+\+2\u00a0000\u00a0000/,
    );
    expect(rolled.stdout).toMatch(
      /Sum drift\s+432\u00a0914\u00a0634\s+\+2\u00a0000\u00a0000\s+434\u00a0914\u00a0634/,
    );
    expect(rolled.stdout).toContain('Kjent, ikke priset: Helseforetaket har sagt opp');
    expect(contents(exampleFolder)).toEqual(before);
    const view = samstyr('overview', out, '--year', '2026', '--json');
    const json = overviewSchema.parse(JSON.parse(view.stdout));
    expect(json.version).toBe('2026.proposal');
    expect(json.totals[0]).toMatchObject({ currentOre: '43451463400', changeOre: '200000000' });
    const same = (folder: string) => samstyr('overview', folder, '--year', '2025', '--json').stdout;
    expect(same(out)).toBe(same(exampleFolder));
  });

  test('roll without --out writes into the folder itself, once, and keeps what is not its own', () => {
    const folder = join(place, 'egen');
    cpSync(exampleFolder, folder, { recursive: true });
    writeFileSync(join(folder, 'README.md'), 'Les meg.\n');
    const before = contents(folder);
    const rolled = samstyr('roll', folder, '--to', '2026', '--json');
    expect(rolled.status).toBe(0);
    expect(rollSchema.parse(JSON.parse(rolled.stdout)).version).toBe('2026.proposal');
    const after = contents(folder);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [path, text] of after) expect(text.startsWith(before.get(path) ?? '?')).toBe(true);
    const again = samstyr('roll', folder, '--to', '2026');
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('Budsjettet for 2026 finnes fra før (2026.proposal)');
    expect(contents(folder)).toEqual(after);
  });

  test('roll refuses a year without one before it, and a folder that is taken, and writes nothing', () => {
    const out = join(place, 'ingen');
    const late = samstyr('roll', exampleFolder, '--to', '2028', '--out', out);
    expect(late.status).toBe(1);
    expect(late.stderr).toContain('2028 starter fra budsjettet for 2027');
    expect(existsSync(out)).toBe(false);
    const taken = join(place, 'egen');
    const before = contents(taken);
    expect(samstyr('roll', exampleFolder, '--to', '2026', '--out', taken).stderr).toContain('ikke tom');
    expect(contents(taken)).toEqual(before);
    expect(samstyr('roll', exampleFolder).status).toBe(2);
  });

  test('plan shows four years, investments by themselves, and what has no price', () => {
    const plan = samstyr('plan', exampleFolder, '--year', '2025');
    expect(plan.status).toBe(0);
    expect(plan.stdout).toMatch(
      /VR IT\s+64\u00a0601\u00a0000\s+66\u00a0601\u00a0000\s+66\u00a0601\u00a0000\s+66\u00a0601\u00a0000/,
    );
    expect(plan.stdout).toMatch(/Innskudd\s+2\u00a0000\u00a0000\s+0\s+0\s+0/);
    expect(plan.stdout).toContain(
      'dms: Helseforetaket har sagt opp medfinansieringen av 12 senger fra 2026 (2026, 2027 og 2028)',
    );
    const one = samstyr(
      'plan',
      exampleFolder,
      '--year',
      '2025',
      '--party',
      '5031',
      '--prices',
      'fixed',
      '--json',
    );
    const json = planSchema.parse(JSON.parse(one.stdout));
    expect(json.prices).toBe('fixed');
    expect(json.totals.map(({ party }) => party)).toEqual([null, '5031', null, '5031']);
    expect(samstyr('plan', exampleFolder, '--year', '2025', '--prices', 'gamle').status).toBe(2);
    expect(samstyr('plan', exampleFolder, '--year', '2025', '--party', 'Oslo').status).toBe(1);
    const explained = samstyr('explain', exampleFolder, 'budget/2027.plan/it/drift/operating/5031');
    expect(explained.stdout).toContain('[units/it/changes.csv:6]');
  });
});
