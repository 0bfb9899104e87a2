import { Buffer } from 'node:buffer';
import { frameProblems } from '@samstyr/core/command/frames';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { type FileContent, fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { exportFolder, importFolder } from '@samstyr/server/store/folder';
import { runCommand } from '@samstyr/server/store/run-command';
import { findCooperation, listCooperations, openCooperation } from '@samstyr/server/store/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armsFiles, nordvikArms } from '../arms-folder.ts';
import { exampleFolder } from '../open-example.ts';
import { randomModel } from '../random-model.ts';
import { type TestDatabase, testDatabase, withExample } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const bytes = (files: ReadonlyMap<string, FileContent>): ReadonlyMap<string, Uint8Array> =>
  new Map([...files].map(([path, content]) => [path, fileBytes(content)]));

describe('a cooperation in the database', () => {
  it('comes out as the bytes it went in as: texts, vintages, keys, decisions and printed figures', async () => {
    const files = loadFolder(exampleFolder);
    const cooperation = await withExample(database.store);
    database.store.opened.clear();
    const out = await exportFolder(database.store, cooperation);
    expect([...(out?.keys() ?? [])].sort()).toEqual([...files.keys()].sort());
    for (const [path, content] of files)
      expect(out?.get(path), path).toBe(Buffer.from(content).toString('utf8'));
  });

  it('gives a diff of one line for one edit', async () => {
    const example = await findCooperation(database.store, 'vaernesregionen');
    const cooperation = example?.cooperation ?? '';
    const before = await exportFolder(database.store, cooperation);
    const done = await runCommand(database.store, {
      cooperation,
      who: 'proeve',
      key: null,
      body: {
        op: 'setRegisterValue',
        args: { year: 2025, register: 'population', date: '2024-01-01', party: '5032', value: '3890' },
      },
    });
    expect(done.ok).toBe(true);
    database.store.opened.clear();
    const after = await exportFolder(database.store, cooperation);
    const lines = [...(after ?? [])].flatMap(([path, text]) => {
      const old = new Set(`${before?.get(path) ?? ''}`.split('\n'));
      return `${text}`.split('\n').filter((line) => !old.has(line));
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('3890');
  });

  it('refuses a name that is there, and a folder that is wrong, with every problem', async () => {
    const again = await importFolder(database.store, { files: loadFolder(exampleFolder), who: 'proeve' });
    expect(again).toEqual({ ok: false, problems: [{ code: 'store.nameTaken', name: 'vaernesregionen' }] });
    const files = new Map(loadFolder(exampleFolder));
    files.delete('cooperation.yaml');
    files.set('ukjent.csv', Buffer.from('format: 1\n'));
    const wrong = await importFolder(database.store, { files, who: 'proeve' });
    expect(wrong.ok ? [] : wrong.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['file.missing', 'file.unknown']),
    );
    expect((await listCooperations(database.store))?.map(({ name }) => name)).toEqual(['vaernesregionen']);
  });

  it('keeps colours and coats of arms byte for byte, takes a new drawing, and refuses one that does something', async () => {
    const files = armsFiles();
    const imported = await importFolder(database.store, { files, who: 'proeve' });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    const { cooperation } = imported.value;
    const exported = async () => {
      database.store.opened.clear();
      return bytes((await exportFolder(database.store, cooperation)) ?? new Map());
    };
    expect(new Map(await exported())).toEqual(new Map(files));
    const put = (content: string) =>
      runCommand(database.store, {
        cooperation,
        who: 'proeve',
        key: null,
        body: {
          op: 'putRow',
          args: { table: 'asset', row: { id: 'arms/nordvik.svg', content } },
          expect: { 'asset:arms/nordvik.svg': 1 },
        },
      });
    const hostile = await put(nordvikArms.replace('<path', '<script>alert(1)</script><path'));
    expect(hostile.ok ? [] : hostile.problems).toMatchObject([
      { code: 'asset.picture', fault: { fault: 'element', text: '<script>' } },
    ]);
    const redrawn = nordvikArms.replace('#FFFFFF', '#F4F4F4');
    expect((await put(redrawn)).ok).toBe(true);
    expect(Buffer.from((await exported()).get('arms/nordvik.svg') ?? []).toString()).toBe(redrawn);
    const { findings } = await verifyCooperation(database.store.database.serving, cooperation, []);
    expect(findings).toEqual([]);
  });

  it('holds any model there can be, many beside each other, and gives each back as it was', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(randomModel, async (model) => {
        number += 1;
        const [own, ...others] = model.cooperation;
        // Two frames of a unit, or one that its changes exceed, are refused; that is another test.
        const frame = frameProblems(model).length === 0 ? model.frame : [];
        const named = { ...model, frame, cooperation: [{ ...own!, id: `samarbeid-${number}` }, ...others] };
        const files = writeFolder(named);
        const imported = await importFolder(database.store, { files: bytes(files), who: 'proeve' });
        expect(imported.ok ? [] : imported.problems).toEqual([]);
        if (!imported.ok) return;
        database.store.opened.clear();
        const out = await exportFolder(database.store, imported.value.cooperation);
        expect(new Map(out)).toEqual(files);
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it('is the same object for everybody until somebody changes it', async () => {
    const example = await findCooperation(database.store, 'vaernesregionen');
    const cooperation = example?.cooperation ?? '';
    const first = await openCooperation(database.store, cooperation);
    expect(await openCooperation(database.store, cooperation)).toBe(first);
    await runCommand(database.store, {
      cooperation,
      who: 'proeve',
      key: null,
      body: { op: 'addComment', args: { unit: 'nav', body: 'Sett.' } },
    });
    const next = await openCooperation(database.store, cooperation);
    expect(next?.revision).toBe((first?.revision ?? 0) + 1);
    expect(next?.index).toBe(first?.index);
  });
});
