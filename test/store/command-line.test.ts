import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../open-example.ts';

const launcher = join(import.meta.dirname, '..', '..', 'scripts', 'launch.mjs');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samstyr-prøve '));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command line in a process of its own, with a database of its own. */
function samstyr(...args: readonly string[]) {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, SAMSTYR_DATA: join(folder, 'data') },
  });
  return { out: stdout, error: stderr, code: status };
}

const filesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );

describe('folder → database → folder, each step a process of its own', () => {
  it('gives the same bytes when the folder it came from is gone, and says what the audit came to', () => {
    const source = join(folder, 'kilde');
    cpSync(exampleFolder, source, { recursive: true });
    const imported = samstyr('import', source, '--json');
    expect(imported.code, imported.error).toBe(0);
    const before = filesIn(source);
    rmSync(source, { recursive: true });

    const exported = samstyr('export', 'vaernesregionen', join(folder, 'ut'));
    expect(exported.code, exported.error).toBe(0);
    expect(filesIn(join(folder, 'ut'))).toEqual(before);

    const told = samstyr('explain', 'vaernesregionen', 'budget/2025/innkjop/sum', '--database');
    expect([told.code, told.error]).toEqual([0, '']);
    expect(told.out).toMatch(/\[rad \w+:.+, lest inn i innslag 1 i loggen .+ av kommandolinje\]/);

    const { head } = JSON.parse(imported.out) as { readonly head: string };
    const verified = samstyr('verify', '--head', head, '--json');
    expect(verified.code, verified.error).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({
      cooperations: [{ name: 'vaernesregionen', head, findings: [] }],
      findings: [],
    });
    expect(samstyr('verify', 'vaernesregionen', '--head', `1:${'0'.repeat(64)}`).code).toBe(1);
  });

  it('is backed up to a file and put back from it, and the audit still holds', () => {
    const file = join(folder, 'kopi.samstyr');
    const made = samstyr('backup', file, '--json');
    expect(made.code, made.error).toBe(0);
    const { heads } = JSON.parse(made.out) as { readonly heads: readonly Record<string, string>[] };
    expect(samstyr('backup', file).error).toContain('finnes fra før og er ikke rørt');

    const unasked = samstyr('restore', file);
    expect([unasked.code, unasked.error]).toEqual([1, expect.stringContaining('Skriv --replace')]);
    const restored = samstyr('restore', file, '--replace');
    expect(restored.code, restored.error).toBe(0);
    const [{ entries = '', hash = '' } = {}] = heads;
    const verified = samstyr('verify', '--head', `${entries}:${hash}`);
    expect(verified.code, verified.out).toBe(0);
    expect(verified.out).toContain('alt stemmer');
  });

  it('refuses in words what cannot be done', () => {
    const again = samstyr('import', exampleFolder);
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('«vaernesregionen» fra før')]);
    const unknown = samstyr('export', 'finnes-ikke', join(folder, 'ut2'));
    expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('«finnes-ikke»')]);
    expect(samstyr('import').code).toBe(2);
    expect(samstyr('import', join(folder, 'ingen')).code).toBe(2);
  });
});
