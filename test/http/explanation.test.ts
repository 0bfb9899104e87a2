import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { exportFolder, importFolder } from '@samstyr/server/store/folder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../open-example.ts';
import { type Actor, newKey, type TestServer, testServer } from './test-server.ts';

/** A figure's explanation over the database says who wrote each number it rests on. (S-STORE-43) */

let server: TestServer;
let cooperation: string;
let controller: Actor;
beforeAll(async () => {
  server = await testServer();
  cooperation = await server.cooperation('vaernesregionen');
  controller = await server.actor(cooperation, 'controller');
});
afterAll(() => server.close());

type Source = {
  readonly table: string;
  readonly row: string;
  readonly file: string | null;
  readonly entry: { readonly number: number; readonly op: string; readonly name: string | null } | null;
  readonly text: string;
};

const figure = encodeURIComponent('budget/2025/innkjop/sum');
async function sources(as: Actor, name = 'vaernesregionen', language = 'nb'): Promise<readonly Source[]> {
  const path = `/cooperations/${name}/figures/${figure}/explanation?language=${language}`;
  const { status, body, text } = await server.ask(path, { as });
  expect(status, text.slice(0, 300)).toBe(200);
  const { nodes } = body as { readonly nodes: { readonly [id: string]: { readonly source: Source | null } } };
  return Object.values(nodes).flatMap(({ source }) => source ?? []);
}

describe('who wrote a number', () => {
  it('is the import until somebody changes it, and from then on the entry of the change', async () => {
    const before = await sources(controller);
    expect(before.length).toBeGreaterThan(1);
    for (const { entry, file } of before)
      expect([file, entry]).toMatchObject([null, { number: 1, op: 'import' }]);

    const edit = { year: 2025, service: 'innkjop', kind: 'saving', amountOre: '-45000000' };
    const { status, body } = await server.ask('/cooperations/vaernesregionen/commands', {
      as: controller,
      method: 'POST',
      headers: { 'idempotency-key': newKey() },
      body: { op: 'addChange', args: edit },
    });
    expect(status).toBe(200);
    const { revision, rows } = body as { revision: number; rows: readonly { id: string }[] };
    const written = (await sources(controller)).find(({ row }) => row === rows[0]?.id);
    expect(written).toMatchObject({
      table: 'change',
      entry: { number: revision, op: 'addChange', roles: ['controller'], name: 'Person 1' },
    });
    expect(written?.text).toMatch(
      new RegExp(`^rad change:.+, skrevet i innslag ${revision} i loggen .+ av Person 1 \\(controller\\)$`),
    );
    // What the change did not touch is still as it was taken in.
    expect((await sources(controller)).filter(({ entry }) => entry?.number === 1).length).toBe(before.length);
  });

  it('is a role and no name to who works with other rows', async () => {
    const reader = await server.actor(cooperation, 'reader');
    const [own, read] = [
      await sources(controller, 'vaernesregionen', 'en'),
      await sources(reader, 'vaernesregionen', 'en'),
    ];
    const named = (all: readonly Source[]) =>
      all.flatMap(({ entry }) => (entry?.op === 'addChange' ? entry : []));
    expect(named(own)).toMatchObject([{ name: 'Person 1' }]);
    expect(named(read)).toMatchObject([{ name: null, roles: ['controller'] }]);
    expect(read.map(({ text }) => text).join('\n')).toMatch(
      /written in entry 2 of the audit .+ by controller$/m,
    );
  });

  it('is the new import after the cooperation is written out and read in again', async () => {
    const files = new Map(
      [...((await exportFolder(server.store, cooperation)) ?? [])].map(([path, content]) => [
        path,
        Buffer.from(
          typeof content === 'string' ? content.replace('id: vaernesregionen', 'id: kopien') : content,
        ),
      ]),
    );
    expect([...files.keys()].sort()).toEqual([...loadFolder(exampleFolder).keys()].sort());
    const copy = await importFolder(server.store, { files, who: 'kommandolinje' });
    if (!copy.ok) throw new Error(JSON.stringify(copy.problems.slice(0, 3)));
    const all = await sources(await server.actor(copy.value.cooperation, 'controller'), 'kopien', 'nn');
    expect(all.filter(({ table }) => table === 'change').length).toBeGreaterThan(0);
    for (const { entry } of all)
      expect(entry).toMatchObject({ number: 1, op: 'import', name: 'kommandolinje' });
    expect(all[0]?.text).toContain('lesen inn i innslag 1 i loggen');
  });
});
