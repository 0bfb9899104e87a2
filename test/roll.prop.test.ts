import { costOf } from '@samstyr/core/budget/division';
import { overview } from '@samstyr/core/budget/overview';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { roundToOre } from '@samstyr/core/fraction/fraction';
import { plain } from '@samstyr/core/key/algebra';
import type { ChangeRow, GrowthRow, Model } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { type Plan, plan } from '@samstyr/core/scenario/plan';
import { roll } from '@samstyr/core/scenario/roll';
import { applyChanges, inverse } from '@samstyr/core/scenario/row-change';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeLevel, changeRow, growthLevel, growthRow, parties, rollModel, version } from './roll-model.ts';

const amounts = fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 12n), 10n ** 12n)).map(ore);
const positive = fc.bigInt(1n, 10n ** 12n).map(ore);
const firstOfMonth = fc
  .tuple(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => day(`${year}-${`${month}`.padStart(2, '0')}-01`));
const dates = fc.option(firstOfMonth, { nil: null });
const serviceIds = ['s/total', 's/linjer', 's/avtalt', 's/investering'] as const;

const changes = fc
  .array(
    fc.record({
      service: fc.constantFrom(...serviceIds),
      party: fc.constantFrom(null, ...parties),
      kind: fc.constantFrom('measure', 'saving', 'price', 'volume'),
      amountOre: fc.option(amounts, { nil: null, freq: 6 }),
      from: dates,
      until: dates,
      oneOff: fc.boolean(),
      move: fc.boolean(),
      status: fc.constantFrom('accepted', 'adjusted', 'rejected', 'proposed'),
      includedOre: fc.option(amounts, { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((some) =>
    some.map(({ move, ...fields }, at): ChangeRow => {
      const { from, until } = fields;
      return changeRow({
        ...(fields as Partial<ChangeRow>),
        id: `${fields.service}/2025.recommended/endring-${at}`,
        until: from !== null && until !== null && until <= from ? null : until,
        counterpart: move && fields.service === 's/total' ? 's/linjer' : null,
      });
    }),
  );
const growth = fc
  .array(
    fc.record({
      service: fc.constantFrom(...serviceIds),
      from: firstOfMonth,
      baseOre: fc.option(positive, { nil: null }),
      ratePercent: fc.bigInt(-100n, 100n).map((n) => ({ n, d: 10n })),
      includedOre: fc.constantFrom(null, ore(0n)),
    }),
    { maxLength: 3 },
  )
  .map((some) =>
    some.map(
      (fields, at): GrowthRow =>
        growthRow({ ...fields, id: `${fields.service}/2025.recommended/wage-${at}` }),
    ),
  );

/** A given total with one party's own in it, shared lines, agreed amounts without a key, and an investment with a buy-in. */
const models: fc.Arbitrary<Model> = fc
  .tuple(fc.tuple(positive, positive, positive, positive, positive), changes, growth)
  .map(([[total, line, agreed, gross, paid], some, assumed]) =>
    rollModel({
      services: [
        {
          id: 's/total',
          key: true,
          totalOre: total,
          lines: [{ distribution: 'direct', party: 'b', amountOre: ore(total / 3n) }],
        },
        {
          id: 's/linjer',
          key: true,
          totalOre: null,
          lines: [
            { distribution: 'shared', party: null, amountOre: line },
            { distribution: 'direct', party: 'c', amountOre: agreed },
          ],
        },
        {
          id: 's/avtalt',
          key: false,
          totalOre: null,
          lines: parties.map((party, at) => ({
            distribution: 'agreed' as const,
            party,
            amountOre: ore(agreed + BigInt(at)),
          })),
        },
        {
          id: 's/investering',
          kind: 'investment',
          key: true,
          totalOre: gross,
          lines: [{ distribution: 'contribution', party: 'c', amountOre: ore(paid < gross ? paid : gross) }],
        },
      ],
      changes: some,
      growth: assumed,
    }),
  );

const rolled = (model: Model, to: number) => {
  const result = roll(model, { to, asOf: null, version: null, prices: 'current', reason: () => null });
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
};

function gross(index: IndexedModel, year: number, service: string): bigint {
  const row = index.service.get(service);
  const of = currentVersion(index, year);
  if (row === undefined || of === null) throw new Error(service);
  const cost = costOf(index, of, row, plain).gross;
  return cost === null ? 0n : roundToOre(cost);
}

/** What the service's amounts move from 2025 to a year, worked out from the rule and nothing else. */
function expected(model: Model, service: string, to: number): bigint {
  let moved = 0n;
  for (const change of model.change) {
    const level = changeLevel(change, 2025, to) - changeLevel(change, 2025, 2025);
    if (change.service === service) moved += level;
    if (change.counterpart === service) moved -= level;
  }
  for (const row of model.growth)
    if (row.service === service && row.from >= '2025') moved += growthLevel(row, to) - growthLevel(row, 2025);
  return moved;
}

test('each year is 2025 with what the rule alone says came in and went out, three years on', () => {
  fc.assert(
    fc.property(models, (model) => {
      const start = indexModel(model);
      let after = model;
      for (const year of [2026, 2027, 2028]) {
        const { model: next, services, did } = rolled(after, year);
        const index = indexModel(next);
        for (const { service, startOre, movedOre, nextOre } of services) {
          expect(startOre).toBe(gross(indexModel(after), year - 1, service));
          expect(nextOre).toBe((startOre ?? 0n) + movedOre);
          expect(gross(index, year, service) - gross(start, 2025, service)).toBe(
            expected(model, service, year),
          );
        }
        const technical = did.flatMap((step) =>
          step.did === 'moved' && 'counterpart' in step && step.counterpart !== null ? [step.amountOre] : [],
        );
        expect(technical.reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
        after = next;
      }
    }),
    { seed: 20260101, numRuns: 1000 },
  );
});

test('rolling adds rows and touches none, and can be taken back', () => {
  fc.assert(
    fc.property(models, (model) => {
      const { model: next, changes: done } = rolled(model, 2026);
      expect(done.every(({ before }) => before === null)).toBe(true);
      const ids = next.change.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(applyChanges(next, inverse(done))).toEqual(model);
    }),
    { seed: 20260102, numRuns: 300 },
  );
});

test('a plan begins with the budget, and a year of it is the year that is rolled to', () => {
  fc.assert(
    fc.property(models, (model) => {
      const question = { rounding: 'agreement', reason: () => null } as const;
      const made = plan(model, { ...question, from: 2025, years: 4, prices: 'current' });
      const budget = overview(indexModel(model), { year: 2025, version: null, rounding: 'agreement' });
      fc.pre(made.ok === budget.ok);
      if (!made.ok || !budget.ok) return;
      expect(made.value.years[0]?.overview).toEqual(budget.value);
      const next = overview(indexModel(rolled(model, 2026).model), {
        year: 2026,
        version: null,
        rounding: 'agreement',
      });
      if (!next.ok) throw new Error(next.problems[0].code);
      const amountsOf = (rows: typeof next.value.rows) =>
        rows.map(({ service, party, current }) => [service, party, current.ore]);
      expect(amountsOf(made.value.years[1]?.overview.rows ?? [])).toEqual(amountsOf(next.value.rows));
      for (const [at] of made.value.years.entries())
        for (const row of made.value.rows.filter(({ party }) => party === null)) {
          const parts = made.value.rows.filter(
            (one) => one.party !== null && one.service === row.service && one.kind === row.kind,
          );
          const whole = parts.reduce((sum, one) => sum + (one.amounts[at]?.ore ?? 0n), 0n);
          expect(whole).toBe(row.amounts[at]?.ore ?? 0n);
        }
      for (const { grossOre, contributions, external, restOre } of made.value.investments)
        expect(
          [...contributions, ...external].reduce((sum, { amountOre }) => sum + amountOre, 0n) + restOre,
        ).toBe(grossOre);
    }),
    { seed: 20260103, numRuns: 200 },
  );
});

test('fixed prices are current prices without the growth after the budget, to the øre', () => {
  fc.assert(
    fc.property(models, (model) => {
      const question = { from: 2025, years: 4, rounding: 'ore', reason: () => null } as const;
      const fixed = plan(model, { ...question, prices: 'fixed' });
      const current = plan(model, { ...question, prices: 'current' });
      fc.pre(fixed.ok && current.ok);
      if (!fixed.ok || !current.ok) return;
      const total = (value: Plan, at: number): bigint =>
        value.totals.reduce(
          (sum, { party, amounts: each }) => sum + (party === null ? (each[at]?.ore ?? 0n) : 0n),
          0n,
        );
      for (const [at, year] of [2025, 2026, 2027, 2028].entries()) {
        const grown = model.growth
          .filter(({ from }) => from >= '2025')
          .reduce((sum, row) => sum + growthLevel(row, year) - growthLevel(row, 2025), 0n);
        expect(total(current.value, at) - total(fixed.value, at)).toBe(grown);
      }
    }),
    { seed: 20260104, numRuns: 200 },
  );
});

test('an adopted year rolls from what was adopted, with what is a party’s own kept its own', () => {
  fc.assert(
    fc.property(models, fc.array(amounts, { minLength: 12, maxLength: 12 }), (model, given) => {
      const adopted = serviceIds.flatMap((service, at) =>
        parties.map((party, place) => ({
          id: `${service}/2025.adopted/${party}`,
          version: '2025.adopted',
          service,
          party,
          amountOre: given[at * 3 + place] ?? ore(0n),
          sensitive: false,
          note: null,
        })),
      );
      const frozen: Model = {
        ...model,
        version: [...model.version, version('2025.adopted', '2025.recommended')],
        adopted,
      };
      const { services, base } = rolled(frozen, 2026);
      expect(base.id).toBe('2025.adopted');
      for (const { service, startOre, nextOre } of services) {
        const sum = adopted.reduce((all, row) => (row.service === service ? all + row.amountOre : all), 0n);
        expect(startOre).toBe(sum);
        expect((nextOre ?? 0n) - sum).toBe(expected(model, service, 2026));
      }
    }),
    { seed: 20260105, numRuns: 300 },
  );
});
