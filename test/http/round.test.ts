import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type TestServer, testServer } from './test-server.ts';

const at = '/cooperations/vaernesregionen';
const state: { server: TestServer; controller: Actor; leader: Actor; other: Actor } = {} as never;

beforeAll(async () => {
  const server = await testServer();
  const own = await server.cooperation('vaernesregionen');
  const elsewhere = await server.cooperation('trondelag');
  state.server = server;
  state.controller = await server.actor(own, 'controller');
  state.leader = await server.actor(own, 'unitLeader', { units: ['nav'] });
  state.other = await server.actor(elsewhere, 'controller');
});
afterAll(() => state.server.close());

const send = (as: Actor, method: string, path: string, body: object) =>
  state.server.ask(`${path}`, {
    as,
    method,
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
const act = async (as: Actor, what: string, reason: string | null = null): Promise<string | number> => {
  const { status, body } = await send(as, 'POST', `${at}/budgets/2025/round/nav`, { act: what, reason });
  return status === 201 ? status : (body as { code: string }).code;
};
const standing = async () => {
  const { body } = await state.server.ask(`${at}/budgets/2025/progress`, { as: state.controller });
  const { units } = body as {
    units: readonly { unit: string; status: string; said: { act: string; reason: string | null } | null }[];
  };
  return units.find(({ unit }) => unit === 'nav');
};
const text = (body: string) => ({
  op: 'putRow',
  args: {
    table: 'text',
    row: {
      ...{ id: 'nav/2025/nb/ny', unit: 'nav', year: 2025, language: 'nb', section: 'ny' },
      ...{ title: 'Nytt', body },
    },
  },
  expect: { 'text:nav/2025/nb/ny': 0 },
});

describe('the budget round of a unit', () => {
  it('is the leader’s to deliver and take back, and the controller’s to check and send back with a reason', async () => {
    const { controller, leader } = state;
    expect(await act(controller, 'checked')).toBe('round.notDelivered');
    expect(await act(leader, 'delivered')).toBe(201);
    expect(await standing()).toMatchObject({ status: 'delivered', said: { act: 'delivered' } });
    expect(await act(leader, 'checked')).toBe('access.notOwnRow');
    expect(await act(leader, 'takenBack')).toBe(201);
    expect((await standing())?.status).toBe('inProgress');
    await act(leader, 'delivered');
    expect(await act(controller, 'returned')).toBe('round.reasonNeeded');
    expect(await act(controller, 'returned', 'Volum for KVP mangler.')).toBe(201);
    expect(await standing()).toMatchObject({
      status: 'inProgress',
      said: { act: 'returned', reason: 'Volum for KVP mangler.' },
    });
    await act(leader, 'delivered');
    expect(await act(controller, 'checked')).toBe(201);
    expect(await act(leader, 'takenBack')).toBe('round.notDelivered');
    expect(await standing()).toMatchObject({ status: 'checked', said: { act: 'checked' } });
  });

  it('is locked to its leader once delivered, and open to the controller', async () => {
    const { controller, leader } = state;
    const refused = await send(leader, 'POST', `${at}/commands`, text('For sent.'));
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'access.delivered']);
    expect((await send(controller, 'POST', `${at}/commands`, text('Rettet.'))).status).toBe(200);
  });

  it('cannot be delivered while a task is open, and the task is named', async () => {
    const { controller, leader } = state;
    await act(controller, 'returned', 'Status mangler.');
    const task = {
      ...{ unit: 'nav', year: 2025, kind: 'status', title: 'Status mangler', due: '2024-10-01' },
      assignee: leader.user,
    };
    const made = await send(controller, 'POST', `${at}/tasks`, task);
    const id = (made.body as { rows: readonly { id: string }[] }).rows[0]?.id;
    const refused = await send(leader, 'POST', `${at}/budgets/2025/round/nav`, {
      act: 'delivered',
      reason: null,
    });
    expect(refused.text).toContain('Status mangler');
    expect((await send(leader, 'PUT', `${at}/tasks/${id}/done`, { done: true, version: 1 })).status).toBe(
      200,
    );
    expect(await act(leader, 'delivered')).toBe(201);
  });
});

describe('who is at work', () => {
  it('is told to those at the same place in the same cooperation, and forgotten after a while', async () => {
    const { server, controller, leader, other } = state;
    const here = async (as: Actor, path = at): Promise<readonly string[]> => {
      const { body } = await send(as, 'PUT', `${path}/presence`, { place: 'linjer/nav' });
      return (body as { people: readonly { user: string }[] }).people.map(({ user }) => user);
    };
    expect(await here(leader)).toEqual([]);
    expect(await here(other, '/cooperations/trondelag')).toEqual([]);
    expect(await here(controller)).toEqual([leader.user]);
    server.wait(46_000);
    expect(await here(controller)).toEqual([]);
  });
});
