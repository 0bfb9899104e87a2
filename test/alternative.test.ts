import { overviewJson } from '@samstyr/contract/json/overview';
import { overview } from '@samstyr/core/budget/overview';
import { applyCommand } from '@samstyr/core/command/apply-command';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { AlternativeRow } from '@samstyr/core/model/alternative-row';
import type { Edit } from '@samstyr/core/model/edit';
import type { Model, VersionRow } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { day } from '@samstyr/core/period/day';
import { withAlternative } from '@samstyr/core/scenario/alternative';
import { applyEdits } from '@samstyr/core/scenario/apply';
import { whatIf } from '@samstyr/core/scenario/whatif';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleFolder, openFolder } from './open-example.ts';

const { model } = openFolder(exampleFolder);
const base = '2025.recommended';
const alternative = (edits: readonly Edit[], id = '2025.annen-vei'): AlternativeRow => ({
  ...{ id, base, name: 'En annen vei', why: 'For å se', edits },
});
const put = (to: Model, row: AlternativeRow) => applyCommand(to, { op: 'putRow', table: 'alternative', row });
const saved = (row: AlternativeRow): Model => {
  const done = put(model, row);
  if (!done.ok) throw new Error(JSON.stringify(done.problems[0]));
  return done.value.model;
};
const adopt = (of: Model) => applyCommand(of, { op: 'adoptAlternative', alternative: '2025.annen-vei' });
const matrix = (of: IndexedModel): string => {
  const view = overview(of, { year: 2025, version: null, rounding: 'agreement' });
  if (!view.ok) throw new Error(view.problems[0].code);
  return JSON.stringify(overviewJson(view.value, null));
};

/** Steps somebody might take in the example, and now and then one that cannot be taken. */
const services = model.service.map(({ id }) => id);
const parties = [...new Set(model.party.filter(({ column }) => column).map(({ party }) => party))];
const from = fc.constantFrom(day('2025-01-01'), day('2025-04-01'), day('2025-07-01'));
const service = fc.constantFrom(...services);
const party = fc.constantFrom(...parties);
const steps: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({ op: fc.constantFrom('leave' as const, 'join' as const), service, party, from }),
    fc.record({
      op: fc.constant('setKey' as const),
      service,
      from,
      key: fc.constant({ form: 'equal' as const }),
    }),
    fc.record({
      ...{ op: fc.constant('addChange' as const), service, kind: fc.constantFrom('saving', 'measure') },
      ...{ party: fc.constant(null), amountOre: fc.bigInt(-99_999n, 99_999n).map(ore) },
      ...{ from: fc.constant(null), until: fc.constant(null), oneOff: fc.boolean() },
      ...{ counterpart: fc.constant(null), reason: fc.constant(null) },
    }),
    fc.record({
      ...{ op: fc.constant('setRegisterValue' as const), register: fc.constant('population') },
      ...{ date: fc.constant(day('2024-01-01')), party, group: fc.constant(null) },
      ...{ value: fc.bigInt(500n, 25_000n).map((people) => fraction(people)) },
    }),
  ),
  { minLength: 1, maxLength: 4 },
);
const many = { seed: 20251124, numRuns: 40 };

describe('a saved alternative', () => {
  test('is the budget after its steps, and saving it moves nothing', () => {
    let made = 0;
    fc.assert(
      fc.property(steps, (edits) => {
        const after = saved(alternative(edits));
        expect(matrix(indexModel(after))).toBe(matrix(indexModel(model)));
        const shown = withAlternative(indexModel(after), '2025.annen-vei');
        const done = applyEdits(model, edits, 2025);
        expect(shown.ok).toBe(done.ok);
        if (!shown.ok || !done.ok) return;
        made += 1;
        expect({ ...shown.value.model, alternative: [] }).toEqual(done.value.model);
        expect(shown.value.changes).toEqual(done.value.changes);
      }),
      many,
    );
    expect(made).toBeGreaterThan(15);
  });

  test('made the budget, has the amounts it was shown with, and its row is gone', () => {
    let made = 0;
    fc.assert(
      fc.property(steps, (edits) => {
        const after = saved(alternative(edits));
        const shown = withAlternative(indexModel(after), '2025.annen-vei');
        const adopted = adopt(after);
        if (!shown.ok || !adopted.ok) return;
        made += 1;
        expect(adopted.value.model).toEqual({ ...shown.value.model, alternative: [] });
      }),
      many,
    );
    expect(made).toBeGreaterThan(15);
  });

  test('discarded, leaves the model as it was', () => {
    const done = applyCommand(saved(alternative([])), {
      ...{ op: 'removeRow', table: 'alternative', id: '2025.annen-vei' },
    });
    expect(done.ok && done.value.model).toEqual(model);
  });
});

const leave: Edit = { op: 'leave', service: 'legevakt', party: 'selbu', from: day('2025-07-01') };
const saving: Edit = {
  ...{ op: 'addChange', service: 'nav/drift', kind: 'saving', party: null, amountOre: ore(-100_000n) },
  ...{ from: null, until: null, oneOff: false, counterpart: null, reason: null },
};
const version = (id: string, status: VersionRow['status'], of: string): VersionRow => ({
  ...{ id, year: 2025, status, base: of, asOf: day('2025-01-01'), note: null },
});

describe('when the budget has moved on', () => {
  test('the step that can no longer be made is told, with why, and nothing is thrown', () => {
    const gone: Model = {
      ...saved(alternative([saving, leave])),
      participation: model.participation.filter(
        ({ service: of, party: who }) => of !== 'legevakt' || who !== 'selbu',
      ),
    };
    const shown = withAlternative(indexModel(gone), '2025.annen-vei');
    const problem = { code: 'edit.notMember', op: 'leave', service: 'legevakt', party: 'selbu' };
    expect(shown.ok ? [] : shown.problems).toMatchObject([
      { code: 'alternative.step', alternative: 'En annen vei', step: 2, count: 2, problem },
    ]);
    expect(adopt(gone).ok).toBe(false);
  });

  test('it follows the version it builds on', () => {
    const before = saved(alternative([saving]));
    const moved = applyEdits(before, [{ ...saving, service: 'legevakt' }], 2025);
    if (!moved.ok) throw new Error('no such edit');
    const shown = withAlternative(indexModel(moved.value.model), '2025.annen-vei');
    const both = applyEdits(model, [{ ...saving, service: 'legevakt' }, saving], 2025);
    expect(shown.ok && matrix(indexModel(shown.value.model))).toBe(
      both.ok && matrix(indexModel(both.value.model)),
    );
  });

  test('it is still shown beside what it was made from when another version counts, and cannot be made the budget', () => {
    const row = alternative([leave, saving]);
    const before = withAlternative(indexModel(saved(row)), row.id);
    for (const status of ['proposal', 'recommended', 'adopted'] as const) {
      const later: Model = {
        ...saved(row),
        version: [...model.version, version('2025.senere', status, base)],
      };
      const shown = withAlternative(indexModel(later), row.id);
      if (!shown.ok || !before.ok) throw new Error('not shown');
      expect(matrix(indexModel(shown.value.model))).toBe(matrix(indexModel(before.value.model)));
      const told = whatIf(shown.value.base, row.edits, { year: 2025, rounding: 'agreement' });
      expect(told.ok && told.value.before.version.id).toBe(base);
      const done = adopt(later);
      if (status === 'proposal') expect(done.ok).toBe(true);
      else
        expect(done.ok ? [] : done.problems).toEqual([
          { code: 'command.baseLeft', alternative: row.name, base, current: '2025.senere' },
        ]);
    }
  });

  test('a version something is saved beside cannot be taken away', () => {
    const bare: Model = {
      ...model,
      version: [...model.version, version('2025.utkast', 'proposal', base)],
    };
    const done = put(bare, { ...alternative([]), base: '2025.utkast' });
    if (!done.ok) throw new Error('not saved');
    const gone = applyCommand(done.value.model, { op: 'removeRow', table: 'version', id: '2025.utkast' });
    expect(gone.ok ? [] : gone.problems.map(({ code }) => code)).toEqual(['reference.missing']);
  });
});

test('a frame stops it as it stops any change', () => {
  const unit = 'nav';
  const framed: Model = {
    ...saved(alternative([{ ...saving, kind: 'measure', amountOre: ore(10n ** 12n) }])),
    frame: [{ id: 'nav', version: base, unit, amountOre: ore(0n), note: null }],
  };
  const done = adopt(framed);
  expect(done.ok ? [] : done.problems.map(({ code }) => code)).toContain('command.overFrame');
});
