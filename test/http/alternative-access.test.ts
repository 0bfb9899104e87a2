import type { Role } from '@samstyr/contract/api/fields';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, newKey, type TestServer, testServer } from './test-server.ts';

/** A saved alternative is for who sees every row; nobody else learns that it is there. (S-ALT-05) */

let server: TestServer;
let own: string;
let controller: Actor;
const at = '/cooperations/vaernesregionen';
const id = '2025.hemmelig-utredning';
const edits = [{ op: 'setVolume', service: 'barnevern', party: 'selbu', count: '2' }];
const row = { id, base: '2025.recommended', name: 'Hemmelig utredning', why: 'Bare to barn', edits };
const post = (as: Actor, body: unknown, path = 'commands') =>
  server.ask(`${at}/${path}`, { as, method: 'POST', body, headers: { 'idempotency-key': newKey() } });
const put = { op: 'putRow', args: { table: 'alternative', row } };

beforeAll(async () => {
  server = await testServer();
  own = await server.cooperation('vaernesregionen');
  controller = await server.actor(own, 'controller');
  expect((await post(controller, put)).status).toBe(200);
});
afterAll(() => server.close());

const others: readonly (readonly [Role, object])[] = [
  ['reader', {}],
  ['unitLeader', { units: ['barnevern'] }],
  ['financeOfficer', { party: 'selbu' }],
  ['administrator', {}],
  ['grantOfficer', {}],
];
const isTold = (text: string): boolean => /hemmelig|to barn/i.test(text);

describe('a saved alternative', () => {
  it('is read by the controller and the auditor', async () => {
    for (const role of ['controller', 'auditor'] as const) {
      const as = await server.actor(own, role);
      const { body, text } = await server.ask(`${at}/tables`, { as });
      expect((body as { tables: { alternative: unknown } }).tables.alternative).toEqual([
        { version: 1, row },
      ]);
      expect(isTold(text)).toBe(true);
      const history = await server.ask(`${at}/history/alternative/${id}`, { as });
      expect(history.body).toMatchObject({ entries: [{ op: 'putRow', after: { edits } }] });
    }
  });

  it('is in no answer anybody else gets', async () => {
    for (const [role, scope] of others) {
      const as = await server.actor(own, role, scope);
      for (const path of [
        ...['tables', `history/alternative/${id}`, 'versions', 'audit', 'audit/2', 'export'],
        ...[
          'years/2025/findings',
          'years/2025/overview',
          'years/2025/overview?version=2025.hemmelig-utredning',
        ],
      ])
        expect([role, path, isTold((await server.ask(`${at}/${path}`, { as })).text)]).toEqual([
          role,
          path,
          false,
        ]);
    }
  });

  it('cannot be found by writing over it, taking it away or making it the budget', async () => {
    const expected = { [`alternative:${id}`]: 7 };
    for (const [role, scope] of others) {
      const as = await server.actor(own, role, scope);
      const answers = async (of: string) => {
        const each = {
          ...put,
          args: { table: 'alternative', row: { ...row, id: of, name: 'x', why: null } },
        };
        const remove = { op: 'removeRow', args: { table: 'alternative', id: of } };
        const name = { [`alternative:${of}`]: 7 };
        const tries = [each, { ...each, expect: name }, remove, { ...remove, expect: name }];
        const done = await Promise.all(tries.map((body) => post(as, body)));
        const adopted = await post(as, { expect: name }, `alternatives/${of}/adoption`);
        return [...done, adopted].map(({ status, text }) => [
          status,
          text.replaceAll(of, 'ID').replace(/"instance":"[^"]*"/, ''),
        ]);
      };
      const there = await answers(id);
      expect(there).toEqual(await answers('2025.finnes-ikke'));
      expect(there.map(([status]) => status)).toEqual([403, 403, 403, 403, 403]);
    }
    expect((await post(controller, { ...put, expect: expected })).status).toBe(409);
  });
});

it('a refusal of a command gives no row away to who could not write it', async () => {
  const { body } = await server.ask(`${at}/tables`, { as: controller });
  const { line } = (body as { tables: { line: readonly { row: { id: string; service: string } }[] } }).tables;
  const hidden = line.find(({ row: { service } }) => service.startsWith('barnevern'))?.row;
  const as = await server.actor(own, 'unitLeader', { units: ['nav'] });
  const remove = {
    op: 'removeRow',
    args: { table: 'line', id: hidden?.id },
    expect: { [`line:${hidden?.id}`]: 7 },
  };
  const answer = await post(as, remove);
  expect([answer.status, (answer.body as { code: string; conflicts: unknown }).code]).toEqual([
    403,
    'access.notOwnRow',
  ]);
  expect((answer.body as { conflicts: unknown }).conflicts).toBe(null);
  expect((await post(controller, remove)).body).toMatchObject({
    conflicts: [{ theirs: { id: hidden?.id } }],
  });
});
