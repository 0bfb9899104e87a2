import { parseCommand } from '@samstyr/contract/command/envelope';
import { overview } from '@samstyr/core/budget/overview';
import { applyCommand } from '@samstyr/core/command/apply-command';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import { runCommand } from '@samstyr/server/store/run-command';
import { openCooperation } from '@samstyr/server/store/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howMany } from '../laws/how-many.ts';
import { type Random, random } from '../laws/random.ts';
import { type Examples, examples, type TestDatabase } from './test-database.ts';

let ready: Examples;
let database: TestDatabase;
beforeAll(async () => {
  ready = await examples();
  database = await ready.fresh();
});
afterAll(async () => {
  await database.close();
  await ready.close();
});

type Sent = { readonly op: string; readonly args: object };

/** An edit somebody might make, drawn at random; it may be one that is refused. */
function drawn({ model }: IndexedModel, { pick, whole }: Random): Sent {
  const service = pick(model.service).id;
  const party = pick(model.party.filter(({ column }) => column)).party;
  const from = `2025-${`${whole(1, 12)}`.padStart(2, '0')}-01`;
  const amountOre = `${whole(-50, 50)}0000${whole(1, 99)}`.replace(/^-?0+(?=\d)/, '');
  const year = 2025;
  const key = pick([
    'equal',
    { by: 'population', date: '2024-01-01' },
    {
      parts: [
        { share: '1/5', key: 'equal' },
        { share: '4/5', key: { by: 'population', date: '2024-01-01' } },
      ],
    },
  ]);
  return pick<Sent>([
    { op: 'addChange', args: { year, service, kind: pick(['saving', 'measure', 'correction']), amountOre } },
    { op: 'addChange', args: { year, service, kind: 'measure', amountOre, from, oneOff: true } },
    { op: 'leave', args: { year, service, party, from } },
    { op: 'join', args: { year, service, party, from } },
    { op: 'setKey', args: { year, service, from: '2025-01-01', key } },
    {
      op: 'setRegisterValue',
      args: { year, register: 'population', date: '2024-01-01', party, value: `${whole(500, 25_000)}` },
    },
    {
      op: 'addGrowth',
      args: { year, service, kind: 'income', ratePercent: '2.5', from, baseOre: `${whole(1, 900)}00000` },
    },
    { op: 'setAmount', args: { year, service, party, amountOre } },
    { op: 'setVolume', args: { year, service, party, count: `${whole(0, 40)}` } },
  ]);
}

const question = { year: 2025, version: null, rounding: 'agreement' } as const;
const text = (view: unknown): string =>
  JSON.stringify(view, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));

describe('a committed edit', () => {
  it('gives to the øre what its what-if showed, for every edit of many drawn at random', async () => {
    const draw = random(20261123);
    const { store } = database;
    const open = async () => (await openCooperation(store, ready.cooperation))!;
    let [committed, refused, moved] = [0, 0, 0];
    while (committed < howMany(40)) {
      const { index, revision } = await open();
      const sent = drawn(index, draw);
      const parsed = parseCommand(sent, {
        resolveParty: (name) => findParty(index, name),
        hasRegister: (name) => index.model.register.some(({ id }) => id === name),
        parties: [],
      });
      const whatIf =
        parsed.ok && parsed.value.kind === 'model' ? applyCommand(index.model, parsed.value.command) : null;
      const done = await runCommand(store, {
        cooperation: ready.cooperation,
        who: 'u1',
        key: null,
        body: sent,
      });
      expect(done.ok, JSON.stringify(sent)).toBe(whatIf?.ok === true);
      if (whatIf?.ok !== true) {
        refused += 1;
        expect((await open()).revision).toBe(revision);
        continue;
      }
      committed += 1;
      // Read from the rows, and not from what the command left in memory.
      store.opened.clear();
      const after = overview((await open()).index, question);
      expect(after, JSON.stringify(sent)).toEqual(overview(indexModel(whatIf.value.model), question));
      if (text(after) !== text(overview(index, question))) moved += 1;
    }
    // It says something only when many of them moved something, and some were refused.
    expect(moved).toBeGreaterThan(committed / 3);
    expect(refused).toBeGreaterThan(0);
  });
});
