import { rowToJson } from '@samstyr/contract/tables/row-json';
import { overview } from '@samstyr/core/budget/overview';
import { historyOf } from '@samstyr/server/audit/history';
import { exportFolder } from '@samstyr/server/store/folder';
import { type Answer, runCommand } from '@samstyr/server/store/run-command';
import { deskRows, type Opened, openCooperation } from '@samstyr/server/store/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Examples, examples, type TestDatabase } from './test-database.ts';

let ready: Examples;
let database: TestDatabase;
let cooperation: string;

beforeAll(async () => {
  ready = await examples();
});
afterAll(() => ready.close());
beforeEach(async () => {
  database = await ready.fresh();
  cooperation = ready.cooperation;
  return () => database.close();
});

const send = (body: unknown, { key = null as string | null, who = 'kari' } = {}) =>
  runCommand(database.store, { cooperation, who, body, key });
const must = async (body: unknown): Promise<Answer> => {
  const done = await send(body);
  if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 3)));
  return done.value;
};
const opened = async (): Promise<Opened> => {
  const found = await openCooperation(database.store, cooperation);
  if (found === null) throw new Error('no cooperation');
  return found;
};
const codes = (done: Awaited<ReturnType<typeof send>>): readonly string[] =>
  done.ok ? [] : done.problems.map(({ code }) => code);

const saving = (amountOre: string, more = {}) => ({
  op: 'addChange',
  args: { year: 2025, service: 'nav/drift', kind: 'saving', amountOre, ...more },
});

describe('a command', () => {
  it('writes its rows, its entry and the next revision, or nothing', async () => {
    const answer = await must(saving('-45000000', { reason: 'Færre konsulenter' }));
    expect(answer.revision).toBe(2);
    expect(answer.rows).toMatchObject([{ table: 'change', version: 1, row: { amountOre: '-45000000' } }]);
    const refused = await send(saving('-45000000', { service: 'nav/dirft' }));
    expect(codes(refused)).toEqual(['edit.unknownService']);
    expect((await opened()).revision).toBe(2);
  });

  it('is refused when the cooperation would not fit together after it, with every problem', async () => {
    const { index, stands } = await opened();
    const unit = index.model.unit.find(({ id }) => id === 'nav');
    const gone = await send({
      op: 'removeRow',
      args: { table: 'unit', id: unit!.id },
      expect: { 'unit:nav': stands.get('unit:nav')?.version },
    });
    expect(new Set(codes(gone))).toEqual(new Set(['reference.missing']));
    expect(codes(gone).length).toBeGreaterThan(4);
  });

  it('takes amounts as digits of øre and nothing else', async () => {
    for (const amountOre of [12, '12.5', '012', '-0', ' 12', '1e3', null, true, '123456789012345678'])
      expect(codes(await send({ ...saving('1'), args: { ...saving('1').args, amountOre } }))).toHaveLength(1);
    const answer = await must(saving('9007199254740993'));
    expect(answer.rows[0]?.row?.['amountOre']).toBe('9007199254740993');
  });

  it('is held to what a folder can hold', async () => {
    const { index, stands } = await opened();
    const row = { ...rowToJson('unit', index.model.unit[0]!), note: 'usynlig\u200btegn' };
    const name = `unit:${index.model.unit[0]!.id}`;
    const refused = await send({
      op: 'putRow',
      args: { table: 'unit', row },
      expect: { [name]: stands.get(name)?.version },
    });
    expect(codes(refused)).toEqual(['command.cell']);
    expect(
      codes(await send({ op: 'putRow', args: { table: 'unit', row: { ...row, note: '\ud800' } } })),
    ).toEqual(['command.shape']);
    const spaced = await must({
      op: 'putRow',
      args: { table: 'unit', row: { ...row, note: '  A\u030Arsverk ' } },
      expect: { [name]: stands.get(name)?.version },
    });
    expect(spaced.rows[0]?.row?.['note']).toBe('Årsverk');
  });

  it('does several things in one, or none of them', async () => {
    const both = await must({ op: 'batch', args: { commands: [saving('-100'), saving('-200')] } });
    expect(both.rows).toHaveLength(2);
    const none = await send({
      op: 'batch',
      args: { commands: [saving('-100'), { ...saving('-1'), args: { ...saving('-1').args, service: 'x' } }] },
    });
    expect(codes(none)).toEqual(['edit.unknownService']);
    expect((await opened()).revision).toBe(2);
  });
});

describe('two people at once', () => {
  const noted = (row: object, note: string, version: number) => ({
    op: 'putRow',
    args: { table: 'unit', row: { ...row, note } },
    expect: { 'unit:nav': version },
  });

  it('the later one is told what both wrote and what it was before', async () => {
    const { index } = await opened();
    const row = rowToJson('unit', index.model.unit.find(({ id }) => id === 'nav')!);
    await must(noted(row, 'Karis', 1));
    const late = await send(noted(row, 'Olas', 1), { who: 'ola' });
    expect(late.ok ? null : late.problems).toMatchObject([
      {
        code: 'command.stale',
        id: 'nav',
        expected: 1,
        actual: 2,
        base: { note: row['note'] },
        theirs: { note: 'Karis' },
        yours: { note: 'Olas' },
      },
    ]);
  });

  it('nobody writes over a row without saying which version of it they saw', async () => {
    const { index } = await opened();
    const row = rowToJson('unit', index.model.unit.find(({ id }) => id === 'nav')!);
    const { expect: _, ...blind } = noted(row, 'Blind', 1);
    expect(codes(await send(blind))).toEqual(['command.expectMissing']);
  });

  it('of sixteen who write the same version one gets through, and the row’s versions have no gap', async () => {
    const { index } = await opened();
    const row = rowToJson('unit', index.model.unit.find(({ id }) => id === 'nav')!);
    let late = 0;
    for (let version = 1; version <= 4; version += 1) {
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, at) => send(noted(row, `${version}-${at}`, version))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      late += answers.filter((answer) => codes(answer)[0] === 'command.stale').length;
    }
    expect(late).toBe(4 * 15);
    const history = await historyOf(database.database.serving, cooperation, {
      table: 'unit',
      id: 'nav',
      field: 'note',
    });
    expect(history.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('the same command sent again', () => {
  it('has the same answer and one effect', async () => {
    const first = await send(saving('-1'), { key: 'a' });
    const second = await send(saving('-1'), { key: 'a' });
    expect(second).toEqual(first);
    expect((await opened()).revision).toBe(2);
  });

  it('is another command when another person sends it, and refused when it is not the same', async () => {
    await send(saving('-1'), { key: 'a' });
    expect(codes(await send(saving('-2'), { key: 'a' }))).toEqual(['command.keyReused']);
    expect((await send(saving('-1'), { key: 'a', who: 'ola' })).ok).toBe(true);
  });

  it('has one effect also when it is sent sixteen times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => send(saving('-1'), { key: 'b' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await opened()).revision).toBe(2);
  });
});

describe('a version that is adopted', () => {
  const question = { year: 2025, version: null, rounding: 'agreement' } as const;

  it('has to the øre what was computed, and nothing moves it afterwards', async () => {
    const before = overview((await opened()).index, question);
    await must({ op: 'adoptVersion', args: { version: '2025.recommended' } });
    const after = overview((await opened()).index, question);
    if (!before.ok || !after.ok) throw new Error('no overview');
    const amounts = (view: typeof before.value) =>
      view.rows.map(({ unit, service, party, kind, current }) => [unit, service, party, kind, current.ore]);
    expect(amounts(after.value)).toEqual(amounts(before.value));

    await must({
      op: 'setRegisterValue',
      args: { year: 2025, register: 'population', date: '2024-01-01', party: '5032', value: '1' },
    });
    const later = overview((await opened()).index, question);
    expect(later.ok && amounts(later.value)).toEqual(amounts(before.value));
  });

  it('is locked with the version it was adopted from, for commands', async () => {
    const { index } = await opened();
    const line = index.model.line.find(({ version }) => version === '2025.recommended');
    await must({ op: 'adoptVersion', args: { version: '2025.recommended' } });
    expect(codes(await send(saving('-1')))).toEqual(['edit.versionLocked']);
    const row = rowToJson('line', { ...line!, note: 'etterpå' });
    const put = await send({
      op: 'putRow',
      args: { table: 'line', row },
      expect: { [`line:${line!.id}`]: 1 },
    });
    expect(put.ok ? [] : put.problems).toEqual([
      { code: 'command.versionLocked', version: '2025.recommended', by: '2025.adopted' },
    ]);
    expect(codes(await send({ op: 'revertTo', args: { revision: 1 } }))).toContain('command.versionLocked');
  });

  it('is amended by a new version that builds on it, when that is adopted', async () => {
    await must({ op: 'adoptVersion', args: { version: '2025.recommended' } });
    expect(codes(await send({ op: 'adoptVersion', args: { version: '2025.adopted' } }))).toEqual([
      'command.versionLocked',
    ]);
    const sumOf = (of: Opened): bigint => {
      const view = overview(of.index, question);
      if (!view.ok) throw new Error(JSON.stringify(view.problems));
      const sum = view.value.totals.find(({ party, kind }) => party === null && kind === 'operating');
      return sum?.current.ore ?? 0n;
    };
    const before = sumOf(await opened());
    const version = { id: '2025.justering', year: 2025, status: 'proposal', base: '2025.adopted' };
    const change = {
      ...{ id: 'legevakt/justering', version: version.id, service: 'legevakt', party: null, kind: 'measure' },
      ...{ amountOre: '10000000', from: null, until: null, oneOff: false, counterpart: null, reason: null },
      ...{ proposer: null, status: 'accepted', proposedOre: null, includedOre: '0', note: null },
    };
    await must({
      op: 'batch',
      args: {
        commands: [
          { op: 'putRow', args: { table: 'version', row: { ...version, asOf: '2025-06-30', note: null } } },
          { op: 'putRow', args: { table: 'change', row: change } },
        ],
      },
    });
    const amended = await must({ op: 'adoptVersion', args: { version: '2025.justering' } });
    expect(amended.rows[0]).toMatchObject({
      table: 'version',
      id: '2025.amended',
      row: { status: 'amended' },
    });
    expect(sumOf(await opened()) - before).toBe(10_000_000n);
  });
});

describe('taking back', () => {
  it('puts every row back where it stood, and says so in the audit', async () => {
    const before = await exportFolder(database.store, cooperation);
    const { index, stands } = await opened();
    const some = index.model.participation.filter(({ service }) => service === 'friskliv').slice(0, 1);
    await must(saving('-1'));
    await must({ op: 'leave', args: { year: 2025, service: 'legevakt', party: '5032', from: '2025-07-01' } });
    for (const { id } of some)
      await must({
        op: 'removeRow',
        args: { table: 'participation', id },
        expect: { [`participation:${id}`]: stands.get(`participation:${id}`)?.version },
      });
    expect(some).toHaveLength(1);
    expect(await exportFolder(database.store, cooperation)).not.toEqual(before);
    const back = await must({ op: 'revertTo', args: { revision: 1 } });
    expect(back.revision).toBe(5);
    expect(await exportFolder(database.store, cooperation)).toEqual(before);
    expect(codes(await send({ op: 'revertTo', args: { revision: 9 } }))).toEqual(['command.unknownRevision']);
  });
});

describe('comments and tasks', () => {
  it('stand beside the model, with their author, and in the audit', async () => {
    const comment = await must({
      op: 'addComment',
      args: { unit: 'nav', about: 'unit:nav', body: 'Hvorfor?' },
    });
    const task = await must({
      op: 'putTask',
      args: { unit: 'nav', year: 2025, kind: 'status', title: 'Status mangler', due: '2025-10-01' },
    });
    await must({
      op: 'putTask',
      args: { ...task.rows[0]!.row, done: true },
      expect: { [`task:${task.rows[0]!.id}`]: 1 },
    });
    await must({
      op: 'resolveComment',
      args: { id: comment.rows[0]!.id, resolved: true },
      expect: { [`comment:${comment.rows[0]!.id}`]: 1 },
    });
    const comments = await deskRows(database.store, cooperation, 'comment');
    const tasks = await deskRows(database.store, cooperation, 'task');
    expect(comments).toMatchObject([
      { version: 2, row: { author: 'kari', body: 'Hvorfor?', resolved: true } },
    ]);
    expect(tasks).toMatchObject([{ version: 2, row: { title: 'Status mangler', done: true } }]);
    expect(codes(await send({ op: 'addComment', args: { unit: 'finnes-ikke', body: 'Hei' } }))).toEqual([
      'command.shape',
    ]);
  });
});
