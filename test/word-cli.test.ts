import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from './documents/readers/read-docx.ts';
import { exampleFolder } from './open-example.ts';

const launcher = join(import.meta.dirname, '..', 'scripts', 'launch.mjs');
let temporary = '';
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'samstyr-word '));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function built(name: string, env: NodeJS.ProcessEnv): Uint8Array {
  const out = join(temporary, name);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      launcher,
      'build',
      exampleFolder,
      '--year',
      '2025',
      '--out',
      out,
      '--format',
      'docx',
      '--language',
      'nn',
    ],
    { cwd: temporary, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  expect(status, stderr).toBe(0);
  expect(readdirSync(out)).toEqual(['fellesbudsjett-2025.nn.docx']);
  return readFileSync(join(out, 'fellesbudsjett-2025.nn.docx'));
}

describe('build --format docx', () => {
  it('writes one Word file in the language asked for, the same bytes in a process with another clock and language', () => {
    const first = built('oslo', { TZ: 'Europe/Oslo', LANG: 'nb_NO.UTF-8', LC_ALL: 'nb_NO.UTF-8' });
    const second = built('new-york', { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(readDocx(first).language).toBe('nn-NO');
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
