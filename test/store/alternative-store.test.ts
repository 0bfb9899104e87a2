import { withAlternative } from '@samstyr/core/scenario/alternative';
import { historyOf } from '@samstyr/server/audit/history';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { exportFolder } from '@samstyr/server/store/folder';
import { type Answer, runCommand } from '@samstyr/server/store/run-command';
import { type Opened, openCooperation } from '@samstyr/server/store/store';
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

const send = (body: unknown) => runCommand(database.store, { cooperation, who: 'kari', body, key: null });
const must = async (body: unknown): Promise<Answer> => {
  const done = await send(body);
  if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 3)));
  return done.value;
};
const codes = (done: Awaited<ReturnType<typeof send>>): readonly string[] =>
  done.ok ? [] : done.problems.map(({ code }) => code);
const opened = async (): Promise<Opened> => {
  // As another process would: from the rows, not from memory.
  database.store.opened.clear();
  const found = await openCooperation(database.store, cooperation);
  if (found === null) throw new Error('no cooperation');
  return found;
};

const id = '2025.uten-selbu';
const name = `alternative:${id}`;
const edits = [
  { op: 'leave', service: 'legevakt', party: '5032', from: '2025-07-01' },
  { op: 'addChange', service: 'nav/drift', kind: 'saving', amountOre: '-4500000', reason: 'Færre «kjøp»' },
  {
    op: 'setGrowth',
    service: 'legevakt',
    kind: 'wage',
    ratePercent: '4.1',
    from: '2025-05-01',
    baseOre: '900',
  },
];
const put = (more = {}) => ({
  op: 'putRow',
  args: {
    table: 'alternative',
    row: { id, base: '2025.recommended', name: 'Uten Selbu', why: 'Sak 12/25', edits, ...more },
  },
});

describe('a saved alternative in the database', () => {
  it('is the same when it is read again, written to a folder, and held against the log', async () => {
    await must(put());
    const { index } = await opened();
    const [row] = index.model.alternative;
    expect(row?.edits).toMatchObject([
      { party: 'selbu' },
      { amountOre: -4_500_000n },
      { ratePercent: { n: 41n } },
    ]);
    const files = await exportFolder(database.store, cooperation);
    expect(files?.get('alternatives.csv')).toBe(
      `format: 1\nid,base,name,why,edits\n${id},2025.recommended,Uten Selbu,Sak 12/25,"${JSON.stringify([
        { ...edits[0], party: 'selbu' },
        edits[1],
        { ...edits[2], ratePercent: '41/10' },
      ]).replaceAll('"', '""')}"\n`,
    );
    const { findings } = await verifyCooperation(database.database.serving, cooperation, []);
    expect(findings).toEqual([]);
  });

  it('is refused with everything that is wrong in its steps, and with a base that is not there', async () => {
    const wrong = [{ op: 'leav' }, { ...edits[0], party: 'oslo' }, { ...edits[1], amountOre: '1,5' }];
    expect(codes(await send(put({ edits: wrong })))).toEqual(['row.edits', 'row.edits', 'row.edits']);
    expect(codes(await send(put({ base: '2025.borte' })))).toEqual(['reference.missing']);
    expect(codes(await send(put({ edits: [{ ...edits[1], reason: 'a\u202eb' }] })))).toEqual([
      'command.cell',
    ]);
    expect((await opened()).revision).toBe(1);
  });

  it('becomes the budget in one entry, once, for who saw it as it is', async () => {
    await must(put());
    const shown = withAlternative((await opened()).index, id);
    const adopt = { op: 'adoptAlternative', args: { alternative: id } };
    expect(codes(await send(adopt))).toEqual(['command.expectMissing']);
    expect(codes(await send({ ...adopt, expect: { [name]: 7 } }))).toEqual(['command.stale']);
    const done = await must({ ...adopt, expect: { [name]: 1 } });
    expect(done.revision).toBe(3);
    const { index } = await opened();
    expect(shown.ok && { ...shown.value.model, alternative: [] }).toEqual(index.model);
    expect(codes(await send({ ...adopt, expect: { [name]: 0 } }))).toEqual(['alternative.unknown']);
    await must({ op: 'revertTo', args: { revision: 2 } });
    expect((await opened()).index.model.alternative).toHaveLength(1);
  });

  it('stops when the version it builds on is adopted, and is still there to read', async () => {
    await must(put());
    await must({ op: 'adoptVersion', args: { version: '2025.recommended' } });
    const adopt = { op: 'adoptAlternative', args: { alternative: id }, expect: { [name]: 1 } };
    expect(codes(await send(adopt))).toEqual(['command.baseLeft']);
    expect(withAlternative((await opened()).index, id).ok).toBe(true);
  });

  it('discarded, is in the log and nowhere else, and its name can be used again', async () => {
    const before = await exportFolder(database.store, cooperation);
    await must(put());
    await must({ op: 'removeRow', args: { table: 'alternative', id }, expect: { [name]: 1 } });
    await opened();
    expect(await exportFolder(database.store, cooperation)).toEqual(before);
    const place = { table: 'alternative', id, field: null };
    const log = await historyOf(database.database.serving, cooperation, place);
    expect(log.map(({ op, after }) => [op, after === null])).toEqual([
      ['removeRow', true],
      ['putRow', false],
    ]);
    expect((await must(put())).rows[0]).toMatchObject({ version: 3 });
  });
});
