import { createHash } from 'node:crypto';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../open-example.ts';
import { type Actor, type Answer, newKey, type TestServer, testServer } from './test-server.ts';

type Job = {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly of: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly problems: readonly string[];
  readonly report: { readonly tables: number } | null;
  readonly cooperation: string | null;
};

let server: TestServer;
let controller: Actor;
let own: string;
const at = '/cooperations/vaernesregionen';
beforeAll(async () => {
  server = await testServer();
  own = await server.cooperation('vaernesregionen');
  controller = await server.actor(own, 'controller');
});
afterAll(() => server.close());

const once = () => ({ 'idempotency-key': newKey() });
async function finished(path: string, as: Actor): Promise<Job> {
  for (;;) {
    const job = (await server.ask(path, { as })).body as Job;
    if (!['waiting', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const make = (
  headers: { [name: string]: string },
  formats: readonly string[] = ['html', 'data'],
): Promise<Answer> =>
  server.ask(`${at}/documents`, {
    as: controller,
    method: 'POST',
    headers,
    body: { year: 2025, language: 'nn', formats, audience: 'public' },
  });

describe('documents', () => {
  it('are made in the background, once for a key, and fetched by who asked', async () => {
    const headers = once();
    const [first, second] = [await make(headers), await make(headers)];
    expect(first.status, first.text).toBe(202);
    expect((second.body as Job).id).toBe((first.body as Job).id);
    expect((await make(headers, ['pdf'])).body).toMatchObject({ code: 'api.keyReused' });
    const job = await finished(`${at}/jobs/${(first.body as Job).id}`, controller);
    expect(job, JSON.stringify(job)).toMatchObject({ state: 'done', done: 3, of: 3, problems: [] });
    const page = job.files.find(({ name }) => name.endsWith('.html'))!;
    const file = await server.ask(`${at}/jobs/${job.id}/files/${page.name}`, { as: controller });
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(page.sha256);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const other = await server.actor(own, 'auditor');
    expect((await server.ask(`${at}/jobs/${job.id}`, { as: other })).status).toBe(404);
    expect(
      (await server.ask(`${at}/jobs/${job.id}`, { as: controller, method: 'DELETE' })).body,
    ).toMatchObject({
      code: 'job.finished',
    });
  });

  it('that are cancelled stop, and leave no file', async () => {
    const { id } = (await make(once(), ['html', 'xlsx', 'data'])).body as Job;
    const stopped = await server.ask(`${at}/jobs/${id}`, { as: controller, method: 'DELETE' });
    expect((stopped.body as Job).state).toBe('cancelled');
    // Another job is done after it, so the worker has let go of it.
    await finished(`${at}/jobs/${((await make(once(), ['data'])).body as Job).id}`, controller);
    expect(((await server.ask(`${at}/jobs/${id}`, { as: controller })).body as Job).files).toEqual([]);
  });

  it('a document that is sent is checked', async () => {
    const raw = '| | 2024 | 2025 |\n|---|---:|---:|\n| Sum | 1 | 2 |\n';
    const sent = await server.ask(`${at}/checks?name=budsjett.md`, {
      as: controller,
      method: 'POST',
      raw,
      type: 'text/markdown',
      headers: once(),
    });
    const job = await finished(`${at}/jobs/${(sent.body as Job).id}`, controller);
    expect(job.state === 'done' ? job.report !== null : job.problems.length > 0).toBe(true);
  });
});

describe('what is published', () => {
  it('is read by anybody at an address that is its hash, and stays when the budget moves on', async () => {
    const publish = () =>
      server.ask(`${at}/publications`, {
        as: controller,
        method: 'POST',
        headers: once(),
        body: { year: 2025, language: 'nb', formats: ['data'] },
      });
    const first = await publish();
    expect(first.status, first.text).toBe(201);
    const { id, auditHead } = first.body as { id: string; auditHead: string };
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(auditHead).toMatch(/^[0-9a-f]{64}$/);
    expect(((await publish()).body as { id: string }).id).toBe(id);
    const overview = await server.ask(`/public/publications/${id}/overview`);
    expect(overview.status).toBe(200);
    await server.ask(`${at}/commands`, {
      as: controller,
      method: 'POST',
      headers: once(),
      body: {
        op: 'addChange',
        args: { year: 2025, service: 'innkjop', kind: 'saving', amountOre: '-45000000' },
      },
    });
    expect((await server.ask(`/public/publications/${id}/overview`)).text).toBe(overview.text);
    const next = (await publish()).body as { id: string };
    expect(next.id).not.toBe(id);
    const list = (await server.ask('/public/publications')).body as {
      publications: readonly { id: string }[];
    };
    expect(list.publications.map((one) => one.id).sort()).toEqual([id, next.id].sort());
  });

  it('has no row of what rests on few', async () => {
    const list = (await server.ask('/public/publications')).body as {
      publications: readonly { id: string }[];
    };
    const { body } = await server.ask(`/public/publications/${list.publications[0]!.id}/overview`);
    const { rows, withheld } = body as { rows: readonly { figureId: string }[]; withheld: readonly string[] };
    expect(withheld.length).toBeGreaterThan(0);
    expect(rows.filter(({ figureId }) => withheld.includes(figureId))).toEqual([]);
  });
});

describe('a folder that is sent as a zip', () => {
  const zipped = async (change: (files: Map<string, Uint8Array>) => void, top = ''): Promise<Uint8Array> => {
    const files = new Map(loadFolder(exampleFolder));
    const yaml = Buffer.from(files.get('cooperation.yaml') ?? []).toString();
    files.set('cooperation.yaml', Buffer.from(yaml.replace('id: vaernesregionen', 'id: fjordregionen')));
    change(files);
    return zipSync(Object.fromEntries([...files].map(([path, content]) => [`${top}${path}`, content])), {
      level: 1,
    });
  };
  const send = async (raw: Uint8Array | string, as: Actor): Promise<Job> => {
    const sent = await server.ask('/imports', {
      as,
      method: 'POST',
      raw,
      type: 'application/zip',
      headers: once(),
    });
    expect(sent.status, sent.text).toBe(202);
    return finished(`/imports/${(sent.body as Job).id}`, as);
  };

  it('becomes a cooperation with the sender as its administrator and controller, byte for byte', async () => {
    const administrator = await server.actor(own, 'administrator');
    const job = await send(await zipped(() => {}, 'fjordregionen/'), administrator);
    expect(job, JSON.stringify(job)).toMatchObject({ state: 'done', cooperation: 'fjordregionen' });
    const files = (await server.ask('/cooperations/fjordregionen/export', { as: administrator })).body as {
      files: readonly { path: string; text: string }[];
    };
    const population = files.files.find(({ path }) => path === 'registers/population.csv')?.text;
    expect(population).toBe(
      Buffer.from(loadFolder(exampleFolder).get('registers/population.csv') ?? []).toString(),
    );
    const again = await send(await zipped(() => {}), await server.actor(own, 'administrator'));
    expect(again.state).toBe('failed');
  });

  it.each<[string, (files: Map<string, Uint8Array>) => void, RegExp]>([
    ['a name that leaves it', (files) => files.set('../ute.csv', Buffer.from('x')), /zip/],
    [
      'something wrong in a row',
      (files) => files.set('parties.csv', Buffer.from('format: 1\nid\nx\n')),
      /parties\.csv:/,
    ],
    [
      'too much in it',
      (files) => files.set('units/nav/stor.csv', Buffer.alloc(70_000_000)),
      /pakkes ut til mer enn/,
    ],
  ])('with %s is refused whole, in words', async (_, change, words) => {
    const zip = await zipped(change);
    const administrator = await server.actor(own, 'administrator');
    const job = await send(zip, administrator);
    expect(job.state).toBe('failed');
    expect(job.problems.join('\n')).toMatch(words);
  });

  it('that is no zip is refused', async () => {
    const job = await send('ikke en zip', await server.actor(own, 'administrator'));
    expect(job.problems.join()).toMatch(/zip-fil/);
  });
});
