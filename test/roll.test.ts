import { overview } from '@samstyr/core/budget/overview';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { ChangeRow, Model } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { plan } from '@samstyr/core/scenario/plan';
import { roll } from '@samstyr/core/scenario/roll';
import { describe, expect, test } from 'vitest';
import {
  changeRow,
  growthRow,
  key,
  type RollSetup,
  rollModel,
  type ServiceSetup,
  version,
} from './roll-model.ts';

const kr = (amount: number) => ore(BigInt(amount) * 100n);
const shared: ServiceSetup = { id: 's', key: true, totalOre: kr(1_000_000), lines: [] };
const setup = (fields: Partial<RollSetup>): Model =>
  rollModel({ services: [shared], changes: [], growth: [], ...fields });

function rolled(model: Model, to: number) {
  const result = roll(model, {
    to,
    asOf: null,
    version: null,
    prices: 'current',
    reason: ({ code }) => code,
  });
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
}

/** What moves to each of the next years. */
function movesOf(model: Model): readonly (readonly [string, bigint])[][] {
  let after = model;
  return [2026, 2027, 2028].map((year) => {
    const { model: next, did } = rolled(after, year);
    after = next;
    return did.flatMap((step) =>
      step.did === 'moved' ? [[step.code.slice('roll.'.length), step.amountOre] as const] : [],
    );
  });
}

const inKroner = (years: readonly (readonly (readonly [string, number])[])[]) =>
  years.map((moves) => moves.map(([code, amount]) => [code, kr(amount)]));

const change = (fields: Partial<ChangeRow>): ChangeRow =>
  changeRow({ id: 's/2025.recommended/endring', amountOre: kr(120_000), ...fields });

describe('a change', () => {
  const nothing: never[] = [];
  test.each([
    ['of a full year moves nothing', {}, [nothing, nothing, nothing]],
    [
      'from 1 July gives the other half next year',
      { from: day('2025-07-01') },
      [[['fullYear', 60_000]], nothing, nothing],
    ],
    [
      'from 1 December gives eleven months next year',
      { from: day('2025-12-01') },
      [[['fullYear', 110_000]], nothing, nothing],
    ],
    [
      'from 1 March next year begins, and fills its year after',
      { from: day('2026-03-01') },
      [[['starts', 100_000]], [['fullYear', 20_000]], nothing],
    ],
    ['until 1 January ends', { until: day('2026-01-01') }, [[['ends', -120_000]], nothing, nothing]],
    [
      'from July to October the year after fills nine months, and then ends',
      { from: day('2025-07-01'), until: day('2026-10-01') },
      [[['fullYear', 30_000]], [['ends', -90_000]], nothing],
    ],
    [
      'until 1 July 2027 ends half and half',
      { until: day('2027-07-01') },
      [nothing, [['ends', -60_000]], [['ends', -60_000]]],
    ],
    ['one-off goes out', { oneOff: true }, [[['oneOffOut', -120_000]], nothing, nothing]],
    [
      'one-off with a date next year comes in and goes out',
      { oneOff: true, from: day('2026-05-01') },
      [[['oneOffIn', 120_000]], [['oneOffOut', -120_000]], nothing],
    ],
    [
      'saving from July saves as much again',
      { amountOre: kr(-120_000), from: day('2025-07-01') },
      [[['fullYear', -60_000]], nothing, nothing],
    ],
    [
      'nobody has accepted moves nothing',
      { status: 'proposed', from: day('2025-07-01') },
      [nothing, nothing, nothing],
    ],
    [
      'that is rejected moves nothing',
      { status: 'rejected', from: day('2025-07-01') },
      [nothing, nothing, nothing],
    ],
    [
      'that a total has a part of moves by its own rule',
      { from: day('2025-07-01'), includedOre: kr(10_000) },
      [[['fullYear', 60_000]], nothing, nothing],
    ],
  ] as const)('%s', (_, fields, moves) => {
    expect(movesOf(setup({ changes: [change(fields as Partial<ChangeRow>)] }))).toEqual(inKroner(moves));
  });

  test('that moves cost from one service to another moves both, and nothing in sum', () => {
    const other: ServiceSetup = { ...shared, id: 's/annen' };
    const model = setup({
      services: [shared, other],
      changes: [change({ kind: 'technical', from: day('2025-07-01'), counterpart: 's/annen' })],
    });
    const { did, changes } = rolled(model, 2026);
    expect(did.flatMap((step) => (step.did === 'moved' ? [[step.service, step.amountOre]] : []))).toEqual([
      ['s', kr(60_000)],
      ['s/annen', kr(-60_000)],
    ]);
    expect(changes.filter(({ table }) => table === 'change')).toHaveLength(1);
  });

  test('of an earlier proposal is not counted again when the later version says its own amounts', () => {
    const versions = [version('2025.proposal'), version('2025.recommended', '2025.proposal')];
    const changes = [
      change({ id: 's/2025.proposal/endring', version: '2025.proposal', from: day('2025-07-01') }),
      change({ from: day('2025-07-01') }),
    ];
    expect(movesOf(setup({ versions, changes }))[0]).toEqual([['fullYear', kr(60_000)]]);
  });

  test('of an earlier version counts when the later one builds on it', () => {
    const later = { ...version('2025.recommended', '2025.recommended'), id: '2025.justert' };
    const model = setup({
      versions: [version('2025.recommended'), later],
      changes: [change({ from: day('2025-07-01') })],
    });
    expect(rolled(model, 2026).base.id).toBe('2025.justert');
    expect(movesOf(model)[0]).toEqual([['fullYear', kr(60_000)]]);
  });
});

describe('growth', () => {
  const wage = (fields: object) => growthRow({ from: day('2025-05-01'), ...fields });
  test('of 4.6 % from 1 May leaves four months of carry-over', () => {
    // 16 000 000 × 4,6 % = 736 000; 8/12 of it, 490 666,67, is in 2025, and 245 333,33 is left.
    const { did } = rolled(setup({ growth: [wage({ baseOre: kr(16_000_000) })] }), 2026);
    expect(did).toContainEqual(
      expect.objectContaining({ code: 'roll.carryOver', amountOre: ore(24_533_333n), party: null }),
    );
  });
  test('without a base is told of, never 0', () => {
    const { did, changes } = rolled(setup({ growth: [wage({})] }), 2026);
    expect(did).toEqual([expect.objectContaining({ code: 'roll.decideGrowth', priced: false })]);
    expect(changes).toHaveLength(1);
  });
  test('that is stated for next year comes then, in current prices only', () => {
    const model = setup({ growth: [wage({ from: day('2026-05-01'), baseOre: kr(1_200_000) })] });
    expect(movesOf(model)).toEqual(inKroner([[['growthStarts', 36_800]], [['carryOver', 18_400]], []]));
    const fixed = plan(model, { from: 2025, years: 4, prices: 'fixed', rounding: 'ore', reason: () => null });
    expect(fixed.ok && fixed.value.totals[0]?.amounts.map((amount) => amount?.ore)).toEqual(
      [1, 1, 1, 1].map(() => kr(1_000_000)),
    );
  });
});

describe('an unpriced change', () => {
  const codes = (fields: Partial<ChangeRow>, total = true): readonly string[] => {
    const service: ServiceSetup = total ? shared : { ...shared, totalOre: null };
    const model = setup({ services: [service], changes: [change({ amountOre: null, ...fields })] });
    return rolled(model, 2026).did.map(({ code }) => code);
  };
  test('inside a given total is not carried as if it were to come', () => {
    expect(codes({})).toEqual(['roll.unpricedInLevel']);
  });
  test('that is to begin is carried, unpriced', () => {
    expect(codes({ from: day('2026-01-01') })).toEqual(['roll.unpriced']);
    const row = rolled(setup({ changes: [change({ amountOre: null, from: day('2026-01-01') })] }), 2026)
      .changes[1];
    expect(row?.after).toMatchObject({ id: 's/2026.proposal/endring', amountOre: null, from: '2026-01-01' });
  });
  test('that began in July has a rest nobody knows', () => {
    const model = setup({ changes: [change({ amountOre: null, from: day('2025-07-01') })] });
    expect(rolled(model, 2026).changes[1]?.after).toMatchObject({
      kind: 'fullYear',
      amountOre: null,
      from: null,
    });
  });
  test('that no amount has in it comes along every year', () => {
    expect(codes({}, false)).toEqual(['roll.unpriced']);
  });
  test('that is one-off goes out with an amount nobody knows', () => {
    expect(codes({ oneOff: true })).toEqual(['roll.decideUnpricedOut']);
    expect(codes({ until: day('2026-01-01') })).toEqual(['roll.decideUnpricedOut']);
  });
  test('is in the plan once, with the years it concerns, and in no figure', () => {
    const changes = [
      change({ amountOre: null }),
      change({ id: 's/2025.recommended/senere', amountOre: null, from: day('2026-03-01'), reason: 'Senere' }),
    ];
    const made = plan(setup({ changes }), {
      from: 2025,
      years: 4,
      prices: 'current',
      rounding: 'ore',
      reason: () => null,
    });
    if (!made.ok) throw new Error(made.problems[0].code);
    expect(
      made.value.unpriced.map(({ source, years, includedIn }) => [source.id, years, includedIn]),
    ).toEqual([
      ['s/2025.recommended/endring', [2025], [2025]],
      ['s/2025.recommended/senere', [2026, 2027, 2028], []],
    ]);
    expect(made.value.totals[0]?.amounts.map((amount) => amount?.ore)).toEqual(
      [1, 1, 1, 1].map(() => kr(1_000_000)),
    );
  });
});

describe('a buy-in', () => {
  const investment = (totalOre: bigint | null): ServiceSetup => ({
    id: 's',
    kind: 'investment',
    key: true,
    totalOre,
    lines: [
      { distribution: 'contribution', party: 'c', amountOre: kr(400_000) },
      ...(totalOre === null
        ? [{ distribution: 'shared' as const, party: null, amountOre: kr(600_000) }]
        : []),
    ],
  });
  const investments = (model: Model) => {
    const made = plan(model, {
      from: 2025,
      years: 2,
      prices: 'current',
      rounding: 'ore',
      reason: () => null,
    });
    if (!made.ok) throw new Error(made.problems[0].code);
    return made.value.investments.map(({ grossOre, contributions, restOre, rest }) => [
      grossOre / 100n,
      contributions.map(({ party, amountOre }) => [party, amountOre / 100n]),
      restOre / 100n,
      rest.map(({ amountOre }) => amountOre / 100n),
    ]);
  };
  test('of a given gross goes out, and all share the gross', () => {
    // 700–210–90 inhabitants; c pays first in 2025 and shares with the others from 2026.
    expect(investments(setup({ services: [investment(kr(1_000_000))] }))).toEqual([
      [1_000_000n, [['c', 400_000n]], 600_000n, [461_538n, 138_461n, 0n]],
      [1_000_000n, [], 1_000_000n, [700_000n, 210_000n, 90_000n]],
    ]);
  });
  test('on top of lines goes out, and the lines stay', () => {
    expect(investments(setup({ services: [investment(null)] }))[1]).toEqual([
      600_000n,
      [],
      600_000n,
      [420_000n, 126_000n, 54_000n],
    ]);
  });
});

describe('from an adopted year', () => {
  const adopted = (service: string, amounts: readonly number[]) =>
    ['a', 'b', 'c'].map((party, at) => ({
      id: `${service}/2025.adopted/${party}`,
      version: '2025.adopted',
      service,
      party,
      amountOre: kr(amounts[at] ?? 0),
      sensitive: false,
      note: null,
    }));
  const versions = [version('2025.recommended'), version('2025.adopted', '2025.recommended')];
  const totals = (model: Model) => {
    const view = overview(indexModel(rolled(model, 2026).model), {
      year: 2026,
      version: null,
      rounding: 'ore',
    });
    if (!view.ok) throw new Error(view.problems[0].code);
    return view.value.rows.filter(({ service }) => service !== null).map(({ current }) => current.ore);
  };
  test('what was one party’s own is its own next year too', () => {
    const service: ServiceSetup = {
      ...shared,
      lines: [{ distribution: 'direct', party: 'c', amountOre: kr(500_000) }],
    };
    const model = setup({
      services: [service],
      versions,
      adopted: adopted('s', [350_000, 105_000, 545_000]),
    });
    expect(totals(model)).toEqual([1_000_000, 350_000, 105_000, 545_000].map(kr));
  });
  test('a funder outside pays once, not twice', () => {
    const model = setup({ versions, adopted: adopted('s', [420_000, 126_000, 54_000]) });
    const [row] = model.key;
    const funded: Model = {
      ...model,
      key: [
        key('s', {
          form: 'external',
          funder: 'stat',
          pays: { amountOre: kr(400_000) },
          ceilingOre: null,
          rest: row?.key,
        } as Parameters<typeof key>[1]),
      ],
    };
    expect(totals(funded)).toEqual([600_000, 420_000, 126_000, 54_000].map(kr));
  });
});

test('a year that has a budget is not rolled to, and a year without one before it neither', () => {
  const question = { asOf: null, version: null, prices: 'current', reason: () => null } as const;
  expect(roll(setup({}), { ...question, to: 2025 })).toEqual({
    ok: false,
    problems: [{ code: 'roll.yearExists', year: 2025, versions: ['2025.recommended'] }],
  });
  expect(roll(setup({}), { ...question, to: 2027 })).toEqual({
    ok: false,
    problems: [{ code: 'roll.noBase', year: 2027, known: [2025] }],
  });
});

test('volumes, prices, frames, texts and proposals are told of and not carried', () => {
  const model: Model = {
    ...setup({ changes: [change({ status: 'proposed' })] }),
    volume: [
      {
        id: 'v',
        version: '2025.recommended',
        service: 's',
        party: 'a',
        measure: 'døgn',
        from: null,
        until: null,
        count: fraction(3n),
        sensitive: false,
        note: null,
      },
    ],
    price: [
      {
        id: 'p',
        service: 's',
        measure: 'døgn',
        party: null,
        from: day('2026-01-01'),
        until: null,
        priceOre: kr(10),
        published: null,
        note: null,
      },
      {
        id: 'q',
        service: 's',
        measure: 'døgn',
        party: null,
        from: null,
        until: day('2026-01-01'),
        priceOre: kr(9),
        published: null,
        note: null,
      },
    ],
    frame: [{ id: 'f', version: '2025.recommended', unit: 's', amountOre: kr(5), note: null }],
    text: [{ id: 't', unit: 's', year: 2025, language: 'nb', section: 'status', title: 'Status', body: 'x' }],
  };
  const { did, model: next } = rolled(model, 2026);
  expect(did.map(({ code }) => code)).toEqual([
    'roll.decideProposed',
    'roll.decideVolume',
    'roll.decidePrice',
    'roll.decideFrame',
    'roll.decideTexts',
  ]);
  for (const table of ['volume', 'price', 'frame', 'text', 'change'] as const)
    expect(next[table]).toEqual(model[table]);
});
