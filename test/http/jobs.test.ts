import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingViews } from '@samstyr/documents/findings/finding-view';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { addJob } from '@samstyr/server/jobs/job-store';
import { withCooperation } from '@samstyr/server/store/transaction';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../open-example.ts';
import { newCooperation } from './right-requests.ts';
import {
  type Actor,
  type Answer,
  finishedJob,
  type Job,
  newKey,
  type TestServer,
  testServer,
} from './test-server.ts';

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

const published = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'published', name), 'utf8');
const once = () => ({ 'idempotency-key': newKey() });
const finished = (path: string, as: Actor): Promise<Job> => finishedJob(server, path, as);
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

  it('of what somebody published are findings: a report in the language asked for, and a page to keep', async () => {
    const sent = await server.ask(`${at}/checks?name=felles-budsjett.md&language=nn`, {
      as: controller,
      method: 'POST',
      raw: published('felles-budsjett-feil.md'),
      type: 'text/markdown',
      headers: once(),
    });
    const job = await finished(`${at}/jobs/${(sent.body as Job).id}`, controller);
    expect(job, JSON.stringify(job).slice(0, 500)).toMatchObject({
      state: 'done',
      files: [{ name: 'funn.html' }, { name: 'funn.json' }],
    });
    expect(job.report?.findings.length).toBeGreaterThan(0);
    const page = await server.ask(`${at}/jobs/${job.id}/files/funn.html`, { as: controller });
    expect(page.text).toContain('lang="nn"');
    const { body } = await server.ask(`${at}/jobs/${job.id}/files/funn.json`, { as: controller });
    const { findings } = body as FindingViews;
    // Both pages number the same findings; every one has its sentence and its place.
    expect(page.text.match(/<article /g)).toHaveLength(findings.length);
    for (const { sentence, place } of findings) expect([sentence, place]).not.toContain('');
  });
});

describe('a draft', () => {
  it('of a published budget becomes a cooperation with open questions, and its sender works in it at once', async () => {
    const administrator = await server.actor(own, 'administrator');
    const send = () =>
      server.ask('/drafts?name=Felles%20budsjett%20rent.md', {
        as: administrator,
        method: 'POST',
        raw: published('felles-budsjett-rent.md'),
        type: 'text/markdown',
        headers: once(),
      });
    const job = await finished(`/imports/${((await send()).body as Job).id}`, administrator);
    expect(job, JSON.stringify(job).slice(0, 800)).toMatchObject({ state: 'done', problems: [] });
    expect(job.questions.length).toBeGreaterThan(0);
    const { body } = await server.ask(`/cooperations/${job.cooperation}`, { as: administrator });
    const { years } = body as { years: readonly number[] };
    const overview = `/cooperations/${job.cooperation}/budgets/${years.at(-1)}/overview`;
    expect((await server.ask(overview, { as: administrator })).status).toBe(200);
    const again = await finished(`/imports/${((await send()).body as Job).id}`, administrator);
    expect(again).toMatchObject({ state: 'failed', cooperation: null });
  });
});

const publish = async (edition = 'full', headers = once(), formats = ['data']): Promise<Job> => {
  const sent = await server.ask(`${at}/publications`, {
    as: controller,
    method: 'POST',
    headers,
    body: { year: 2025, language: 'nb', formats, edition },
  });
  expect(sent.status, sent.text).toBe(202);
  return sent.body as Job;
};
const head = async (): Promise<{ readonly head: string }> =>
  (await server.ask(`${at}/audit/head`, { as: controller })).body as { head: string };
const allPublished = async (): Promise<readonly { readonly id: string; readonly edition: string }[]> =>
  (
    (await server.ask('/public/publications')).body as {
      publications: readonly { id: string; edition: string }[];
    }
  ).publications;

describe('what is published', () => {
  it('is read by anybody at an address that is its hash, and stays when the budget moves on', async () => {
    const first = await finished(`${at}/jobs/${(await publish()).id}`, controller);
    expect(first, JSON.stringify(first)).toMatchObject({ state: 'done', done: 2, of: 2, files: [] });
    const id = first.publication ?? '';
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    const { body } = await server.ask(`/public/publications/${id}`);
    expect(body).toMatchObject({ id, edition: 'full', auditHead: (await head()).head });
    const again = await finished(`${at}/jobs/${(await publish()).id}`, controller);
    expect(again.publication).toBe(id);
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
    const { publication: next } = await finished(`${at}/jobs/${(await publish()).id}`, controller);
    expect(next).not.toBe(id);
    const list = (await server.ask('/public/publications')).body as {
      publications: readonly { id: string }[];
    };
    expect(list.publications.map((one) => one.id).sort()).toEqual([id, next].sort());
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

describe('a publication on its way', () => {
  it('that is cancelled is not there, not even in part', async () => {
    const before = await allPublished();
    // Long enough under way that a fast machine is not done before it is told.
    const { id } = await publish('full', once(), ['html', 'docx', 'xlsx', 'data']);
    const stopped = await server.ask(`${at}/jobs/${id}`, { as: controller, method: 'DELETE' });
    expect((stopped.body as Job).state).toBe('cancelled');
    await finished(`${at}/jobs/${((await make(once(), ['data'])).body as Job).id}`, controller);
    expect(await allPublished()).toEqual(before);
  });

  it('that a server left in the middle is taken up by the next and published once', async () => {
    const before = await allPublished();
    const headers = once();
    // As a server leaves it that is killed: running, and silent since. Nobody was woken for it.
    const place = { pool: server.access.pool, place: own };
    const wish = { kind: 'publication', year: 2025, language: 'nb', formats: ['data'] } as const;
    const added = await addJob(place, {
      user: controller.user,
      key: headers['idempotency-key'],
      wish: { ...wish, edition: 'municipality:Selbu' },
      input: null,
      steps: 2,
      at: server.now(),
    });
    const id = added.ok ? added.value : '';
    await server.access.pool.query(
      `update samstyr.job_queue set state = 'running', seen_at = $2 where id = $1`,
      [id, server.now()],
    );
    await withCooperation(server.access.pool, own, (client) =>
      client.query(`update samstyr.job set state = 'running', done = 1 where id = $1`, [id]),
    );
    expect((await server.ask(`${at}/jobs/${id}`, { as: controller })).body).toMatchObject({
      state: 'running',
    });
    server.wait(130_000);
    server.services.wake();
    const job = await finished(`${at}/jobs/${id}`, controller);
    expect(job, JSON.stringify(job)).toMatchObject({ state: 'done', problems: [] });
    expect((await publish('municipality:Selbu', headers)).id).toBe(id);
    const made = (await allPublished()).filter((one) => !before.some((known) => known.id === one.id));
    expect(made).toMatchObject([{ id: job.publication, edition: 'municipality:selbu' }]);
  });

  it('for a municipality nobody knows ends with what to choose between', async () => {
    const { id } = await publish('municipality:Storby');
    const job = await finished(`${at}/jobs/${id}`, controller);
    expect(job).toMatchObject({ state: 'failed', publication: null });
    expect(job.problems.join()).toContain('Ingen kommune i samarbeidet heter «Storby»');
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

describe('a cooperation that is begun without a folder', () => {
  const post = (path: string, as: Actor, body: unknown, headers = {}): Promise<Answer> =>
    server.ask(path, { as, method: 'POST', body, headers });
  const totals = async (cooperation: string, year: number, as: Actor): Promise<readonly string[]> => {
    const answer = await server.ask(`/cooperations/${cooperation}/budgets/${year}/overview`, { as });
    expect(answer.status, answer.text).toBe(200);
    const { totals: rows } = answer.body as {
      totals: readonly { party: string | null; currentOre: string }[];
    };
    return rows.map(({ party, currentOre }) => `${party} ${currentOre}`);
  };

  it('by the guided set-up opens with an overview that adds up, and its maker works in it at once', async () => {
    const administrator = await server.actor(own, 'administrator');
    const made = await post('/cooperations', administrator, newCooperation('nyregionen'));
    expect(made, made.text).toMatchObject({ status: 201, body: { cooperation: 'nyregionen' } });
    // 10 000 kr: 750 each, and 8 500 by 4 161 to 773, to the nearest krone.
    expect(await totals('nyregionen', 2026, administrator)).toEqual([
      'null 1000000',
      '5032 791800',
      '5033 208200',
    ]);
    const again = await post('/cooperations', administrator, newCooperation('nyregionen'));
    expect(again).toMatchObject({ status: 409, body: { code: 'store.nameTaken' } });
  });

  it('by a set-up with mistakes is told all of them, each with its field, and nothing is made', async () => {
    const administrator = await server.actor(own, 'administrator');
    const wrong = { ...newCooperation('halvregionen'), name: '', host: 9, units: [] };
    const { status, body } = await post('/cooperations', administrator, wrong);
    const { problems } = body as { problems: readonly { path: string; text: string }[] };
    expect(status).toBe(422);
    expect(problems.map(({ path }) => path)).toEqual(['name', 'host', 'units']);
    expect(problems[1]?.text).toBe('Velg kommunen som fører budsjettet.');
    expect((await server.ask('/cooperations/halvregionen', { as: administrator })).status).toBe(404);
  });

  it('as a copy of the example has its figures under its own name', async () => {
    const administrator = await server.actor(own, 'administrator');
    const wish = { name: 'Prøveregionen', id: 'proveregionen', language: 'nb' };
    const sent = await post('/imports/example', administrator, wish, once());
    const job = await finished(`/imports/${(sent.body as Job).id}`, administrator);
    expect(job, JSON.stringify(job)).toMatchObject({ state: 'done', cooperation: 'proveregionen' });
    expect((await server.ask('/cooperations/proveregionen', { as: administrator })).body).toMatchObject({
      name: 'Prøveregionen',
    });
    const untouched = await server.cooperation('uroertregionen');
    expect(await totals('proveregionen', 2025, administrator)).toEqual(
      await totals('uroertregionen', 2025, await server.actor(untouched, 'controller')),
    );
  });
});
