import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '@samstyr/contract/texts/tell';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, type TableContent, writeBackup } from './backup-file.ts';
import { backupProblemTexts } from './problems.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samstyr kopi-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const head = { cooperation: 'vaernesregionen', entries: '3', hash: 'a'.repeat(64) };
const facts = async () => ({ schema: 1, made: '2025-01-02T03:04:05Z', heads: [head] });

async function* tables(content: Readonly<Record<string, readonly string[]>>): AsyncGenerator<TableContent> {
  for (const [name, chunks] of Object.entries(content))
    yield {
      name,
      columns: ['id'],
      rows: (async function* () {
        for (const chunk of chunks) yield Buffer.from(chunk);
      })(),
    };
}

const example = { unit: ['nav\t1\n', 'brann\t2\n'], empty: [], line: ['x'.repeat(200_000), 'ø\n'] };

async function contents(path: string): Promise<Record<string, string>> {
  const checked = await checkBackup(path);
  if (!checked.ok) throw new Error(tell(backupProblemTexts, 'nb', checked.problems[0]));
  const read: Record<string, string> = {};
  for await (const { table, rows } of checked.value.tables()) {
    const chunks: Buffer[] = [];
    for await (const chunk of rows) chunks.push(chunk);
    read[table.name] = Buffer.concat(chunks).toString();
  }
  return read;
}

describe('a backup file', () => {
  it('gives back what was put into it, however the rows were cut', async () => {
    const path = join(folder, 'hel.samstyr');
    expect((await writeBackup(path, tables(example), facts)).ok).toBe(true);
    expect(await contents(path)).toEqual({
      unit: 'nav\t1\nbrann\t2\n',
      empty: '',
      line: `${'x'.repeat(200_000)}ø\n`,
    });
  });

  it('is never written over', async () => {
    const path = join(folder, 'opptatt');
    await writeFile(path, 'noe annet');
    const result = await writeBackup(path, tables(example), facts);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['backup.taken']);
    expect(await readFile(path, 'utf8')).toBe('noe annet');
  });

  it('leaves no half file when the database falls away', async () => {
    const failing = async function* (): AsyncGenerator<TableContent> {
      yield* tables({ unit: ['nav\n'] });
      throw new Error('connection lost');
    };
    await expect(writeBackup(join(folder, 'avbrutt'), failing(), facts)).rejects.toThrow('connection lost');
    expect((await readdir(folder)).filter((name) => name.startsWith('avbrutt'))).toEqual([]);
  });

  it('is refused when any one byte of it is another', async () => {
    const path = join(folder, 'skadd');
    await writeBackup(path, tables({ unit: ['nav\t1\n', 'brann\t2\n'], party: ['5035\n'] }), facts);
    const whole = await readFile(path);
    const damaged = join(folder, 'skadd-kopi');
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(damaged, bytes);
      expect((await checkBackup(damaged)).ok, `byte ${at}`).toBe(false);
    }
  });

  it('is refused when cut, grown, doubled or something else', async () => {
    const path = join(folder, 'avkuttet');
    await writeBackup(path, tables(example), facts);
    const whole = await readFile(path);
    const other = join(folder, 'annet');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        await writeFile(other, whole.subarray(0, length));
        expect((await checkBackup(other)).ok).toBe(false);
      }),
      { seed: 20250101, numRuns: 60 },
    );
    for (const bytes of [
      Buffer.concat([whole, whole]),
      Buffer.concat([whole, Buffer.from('\n')]),
      Buffer.from('PK\u0003\u0004'),
    ]) {
      await writeFile(other, bytes);
      expect((await checkBackup(other)).ok).toBe(false);
    }
  });

  it('says in words what is wrong, and that nothing is changed', async () => {
    const missing = await checkBackup(join(folder, 'finnes-ikke'));
    expect(missing.ok ? '' : tell(backupProblemTexts, 'nb', missing.problems[0])).toContain(
      'filen finnes ikke',
    );
    const path = join(folder, 'regneark.xlsx');
    await writeFile(path, 'PK');
    const wrong = await checkBackup(path);
    expect(wrong.ok ? '' : tell(backupProblemTexts, 'nb', wrong.problems[0])).toContain(
      'er ikke en sikkerhetskopi fra Samstyr. Ingenting er endret.',
    );
  });
});
