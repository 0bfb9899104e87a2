import { overviewJson } from '@samstyr/contract/json/overview';
import { overview } from '@samstyr/core/budget/overview';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { KeyRow, Model } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { describe, expect, it } from 'vitest';
import { exampleFolder, openFolder } from './open-example.ts';

const index = openFolder(exampleFolder);

/** A year's overview as its text: what «byte-equal» is measured on. */
function told(of: IndexedModel, year: number): string {
  const view = overview(of, { year, version: null, rounding: 'agreement' });
  if (!view.ok)
    throw new Error(
      JSON.stringify(view.problems[0], (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    );
  return JSON.stringify(overviewJson(view.value, null));
}
const after = (change: (model: Model) => Model): IndexedModel => indexModel(change(index.model));

describe('the overview of the example', () => {
  for (const rounding of ['agreement', 'ore'] as const)
    for (const year of [2024, 2025])
      it(`cross-foots to the øre in every direction (${year}, ${rounding})`, () => {
        const view = overview(index, { year, version: null, rounding });
        if (!view.ok) throw new Error('no overview');
        const { rows, totals } = view.value;
        const sumOf = (some: typeof rows, side: 'previous' | 'current') =>
          some.reduce((sum, row) => sum + (row[side].ore ?? 0n), 0n);
        for (const side of ['previous', 'current'] as const) {
          for (const unit of rows.filter(({ service }) => service === null))
            expect(
              sumOf(
                rows.filter(
                  (row) =>
                    row.service !== null &&
                    row.unit === unit.unit &&
                    row.kind === unit.kind &&
                    row.party === unit.party,
                ),
                side,
              ),
            ).toBe(unit[side].ore ?? 0n);
          for (const all of rows.filter(({ party }) => party === null))
            expect(
              sumOf(
                rows.filter(
                  (row) =>
                    row.party !== null &&
                    row.unit === all.unit &&
                    row.service === all.service &&
                    row.kind === all.kind,
                ),
                side,
              ),
            ).toBe(all[side].ore ?? 0n);
          for (const total of totals)
            expect(
              sumOf(
                rows.filter(
                  (row) => row.service === null && row.kind === total.kind && row.party === total.party,
                ),
                side,
              ),
            ).toBe(total[side].ore ?? 0n);
        }
        for (const row of [...rows, ...totals])
          expect(row.changeOre).toBe((row.current.ore ?? 0n) - (row.previous.ore ?? 0n));
      });

  it('has NAV Stjørdal at 60 734 000 by the agreement, and at 60 733 832,84 in whole øre', () => {
    const nav = (rounding: 'agreement' | 'ore') => {
      const view = overview(index, { year: 2025, version: null, rounding });
      return view.ok
        ? view.value.rows.find(
            ({ unit, service, party }) => unit === 'nav' && service === null && party === 'stjordal',
          )?.current.ore
        : null;
    };
    expect(nav('agreement')).toBe(6_073_400_000n);
    expect(nav('ore')).toBe(6_073_383_284n);
  });

  it('marks sweeping as provisional while Selbu is awaited, with the amount by the key in force beside it', () => {
    const view = overview(index, { year: 2025, version: null, rounding: 'ore' });
    if (!view.ok) throw new Error('no overview');
    const row = view.value.rows.find(({ service, party }) => service === 'brann/feiing' && party === 'selbu');
    expect(row?.current.provisional).toEqual({
      reason: 'awaitedKey',
      case: 'feiing-2025',
      awaiting: ['5032'],
      inForceOre: 119_926_067n,
    });
  });

  it('moves sweeping when the last council says yes, if the budget does not assume it: until then it waits, and a no moves nothing', () => {
    const sweeping = (result: 'adopted' | 'awaited' | 'rejected', assumed: boolean) => {
      const view = overview(
        after((model) => ({
          ...model,
          case: model.case.map((row) => ({ ...row, assumed })),
          decision: model.decision.map((row) => (row.party === 'selbu' ? { ...row, result } : row)),
        })),
        { year: 2025, version: null, rounding: 'ore' },
      );
      if (!view.ok) throw new Error('no overview');
      const at = (party: string | null) =>
        view.value.rows.find((row) => row.service === 'brann/feiing' && row.party === party)?.current;
      const { ore: amount, provisional, waiting } = at('selbu') ?? {};
      return { amount, all: at(null)?.ore, isProvisional: provisional !== null, waiting };
    };
    const [byOld, byNew, all] = [119_926_067n, 146_172_203n, 631_037_100n];
    const settled = { all, isProvisional: false, waiting: null };
    expect(sweeping('awaited', false)).toEqual({
      ...settled,
      amount: byOld,
      waiting: { case: 'feiing-2025', awaiting: ['5032'], adoptedOre: byNew },
    });
    expect(sweeping('awaited', true)).toEqual({ ...settled, amount: byNew, isProvisional: true });
    for (const assumed of [false, true]) {
      expect(sweeping('adopted', assumed)).toEqual({ ...settled, amount: byNew });
      expect(sweeping('rejected', assumed)).toEqual({ ...settled, amount: byOld });
    }
  });
});

describe('an adopted year', () => {
  const before2024 = told(index, 2024);
  const before2025 = told(index, 2025);
  const newKey: KeyRow = {
    id: 'nav/drift/new',
    service: 'nav/drift',
    from: day('2025-01-01'),
    until: null,
    known: day('2024-06-01'),
    case: null,
    key: { form: 'equal' },
    costBase: [],
    basis: 'assumed',
    paragraph: null,
    note: null,
  };
  const cases: { readonly [what: string]: (model: Model) => Model } = {
    'adding a key': (model) => ({
      ...model,
      key: [
        ...model.key.map((row) => (row.id === 'nav/drift' ? { ...row, until: day('2025-01-01') } : row)),
        newKey,
      ],
    }),
    'revising a register': (model) => ({
      ...model,
      registerValue: model.registerValue.map((row) =>
        row.register === 'population' && row.party === 'tydal' && row.group === null
          ? { ...row, value: { n: row.value.n + 100n * row.value.d, d: row.value.d } }
          : row,
      ),
    }),
    'renumbering a municipality': (model) => ({
      ...model,
      party: model.party.flatMap((row) =>
        row.party === 'meraker'
          ? [
              { ...row, until: day('2025-01-01') },
              { ...row, id: 'meraker-2025', kommunenummer: '5099', from: day('2025-01-01') },
            ]
          : [row],
      ),
    }),
  };
  for (const [what, change] of Object.entries(cases))
    it(`${what} leaves 2024 byte-equal while 2025 moves`, () => {
      const changed = after(change);
      expect(told(changed, 2024)).toBe(before2024);
      expect(told(changed, 2025)).not.toBe(before2025);
    });
});

describe('a memo line', () => {
  it('is in no sum, whatever it says', () => {
    const [line] = index.model.line;
    if (line === undefined) throw new Error('no line');
    const memo = { ...line, id: 'memo', distribution: 'memo' as const, amountOre: ore(123_456_789n) };
    expect(
      told(
        after((model) => ({ ...model, line: [...model.line, memo] })),
        2025,
      ),
    ).toBe(told(index, 2025));
  });
});

describe('an empty what-if', () => {
  it('is all 0, and its before is the overview', () => {
    const result = whatIf(index.model, [], { year: 2025, rounding: 'agreement' });
    if (!result.ok) throw new Error('no what-if');
    expect(JSON.stringify(overviewJson(result.value.before, null))).toBe(told(index, 2025));
    expect(
      [...result.value.rows, ...result.value.totals].filter(({ differenceOre }) => differenceOre !== 0n),
    ).toEqual([]);
    expect(result.value.changes).toEqual([]);
  });
});

describe('the published shares', () => {
  it('come out of keys, registers and totals alone: no amount of a party is given for 2025 where a key fits', () => {
    const keyed = new Set(index.model.key.map(({ service }) => service));
    const stripped = after((model) => ({
      ...model,
      line: model.line.filter(
        ({ service, distribution }) => !keyed.has(service) || distribution === 'contribution',
      ),
    }));
    const given = index.model.line.filter(
      ({ service, distribution }) => keyed.has(service) && distribution !== 'contribution',
    );
    expect(given).toEqual([]);
    expect(told(stripped, 2025)).toBe(told(index, 2025));
  });
});
