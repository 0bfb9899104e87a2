import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationJson } from '@samstyr/contract/json/explanation';
import { planJson, planSchema } from '@samstyr/contract/json/plan';
import { rollJson, rollSchema } from '@samstyr/contract/json/roll';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import { overview } from '@samstyr/core/budget/overview';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { partyNumber } from '@samstyr/core/cooperation/parties';
import { isFrozen } from '@samstyr/core/cooperation/versions';
import { explain } from '@samstyr/core/explain/explain';
import type { Model } from '@samstyr/core/model/rows';
import { canonicalKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import { type Plan, plan, planModel } from '@samstyr/core/scenario/plan';
import { roll } from '@samstyr/core/scenario/roll';
import type { RollMove, RollStep } from '@samstyr/core/scenario/roll-step';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { type FileContent, writeFolder } from '@samstyr/formats/folder/write-folder';
import { describe, expect, test } from 'vitest';
import { wrongNodes } from './evaluator.ts';
import { exampleFolder, openFolder } from './open-example.ts';

const index = openFolder(exampleFolder);
const reason = (step: RollMove) => tell<RollStep>(rollStepTexts, 'nb', step);
const rollTo = (model: Model, to: number) => {
  const result = roll(model, { to, asOf: null, version: null, prices: 'current', reason });
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
};
const planned = (prices: 'fixed' | 'current', rounding: 'agreement' | 'ore' = 'agreement'): Plan => {
  const result = plan(index.model, { from: 2025, years: 4, prices, rounding, reason });
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
};
const view = (of: IndexedModel, year: number, rounding: 'agreement' | 'ore' = 'agreement') => {
  const result = overview(of, { year, version: null, rounding });
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
};
const number = (party: string) => partyNumber(index, party, 2025);

const texts = (files: ReadonlyMap<string, FileContent>): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, content]) => [path, `${content}`]));

describe('the example, rolled to 2026', () => {
  const rolled = rollTo(index.model, 2026);
  const moved = rolled.did.flatMap((step) =>
    step.did === 'moved' ? [[step.code, step.service, step.party, step.amountOre] as const] : [],
  );

  test('Microsoft licences from 1 July at 4 million a year give 2 million more, and the buy-in goes out', () => {
    expect(moved).toEqual([
      ['roll.fullYear', 'it/drift', 'malvik', 200_000_000n],
      ['roll.contributionOut', 'it/investering', 'malvik', -200_000_000n],
      ['roll.contributionShared', 'it/investering', null, 200_000_000n],
    ]);
  });

  test('the overview of 2026 computes, on the population of 1 January 2025, and 2025 stands', () => {
    const after = indexModel(rolled.model);
    const total = (kind: string) =>
      view(after, 2026).totals.find((row) => row.party === null && row.kind === kind)?.current.ore;
    expect(total('operating')).toBe(43_451_463_400n);
    expect(total('investment')).toBe(411_100_000n);
    expect(view(after, 2025)).toEqual(view(index, 2025));
    const nav = explain(after, 'budget/2026.proposal/nav/drift/operating/5035', 'agreement');
    if (!nav.ok) throw new Error('nav');
    expect(Object.values(nav.value.nodes).flatMap(({ register }) => register?.date ?? [])).toContain(
      '2025-01-01',
    );
  });

  test('only lines are added to the files', () => {
    const before = texts(writeFolder(index.model));
    const after = texts(writeFolder(rolled.model));
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([path, text]) => before.get(path) !== text);
    expect(changed.map(([path]) => path).sort()).toEqual([
      'units/dms/changes.csv',
      'units/it/changes.csv',
      'versions.csv',
    ]);
    for (const [path, text] of changed) expect(text.startsWith(before.get(path) ?? '?')).toBe(true);
    const read = readFolder(
      new Map([...after].map(([path, text]) => [path, new TextEncoder().encode(text)])),
    );
    expect(read.ok).toBe(true);
  });

  test('its JSON is as its schema says', () => {
    const json = rollJson(rolled, 'ut', number, 'nb');
    expect(rollSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    for (const { startOre, movedOre, nextOre } of json.services)
      expect(BigInt(startOre ?? '0') + BigInt(movedOre)).toBe(BigInt(nextOre ?? '0'));
  });

  test('an adopted 2025 gives the same 2026, also where a funder outside pays', () => {
    const recommended = view(index, 2025);
    const adopted: Model = {
      ...index.model,
      version: [
        ...index.model.version,
        {
          ...(index.version.get('2025.recommended') as Model['version'][number]),
          id: '2025.adopted',
          status: 'adopted',
          base: '2025.recommended',
        },
      ],
      adopted: [
        ...index.model.adopted,
        ...recommended.rows.flatMap(({ service, party, current }) =>
          service === null || party === null || current.attendance === 'absent'
            ? []
            : [
                {
                  id: `${service}/2025.adopted/${party}`,
                  version: '2025.adopted',
                  service,
                  party,
                  amountOre: current.ore,
                  sensitive: false,
                  note: null,
                },
              ],
        ),
      ],
    };
    expect(indexModel(adopted).model.version.filter(isFrozen)).toHaveLength(2);
    const amounts = (model: Model) =>
      view(indexModel(model), 2026).rows.map(({ service, party, current }) => [service, party, current.ore]);
    expect(amounts(rollTo(adopted, 2026).model)).toEqual(amounts(rolled.model));
  });
});

describe('the example’s plan', () => {
  test.each(['agreement', 'ore'] as const)('year 1 is the overview to the øre (%s)', (rounding) => {
    expect(planned('current', rounding).years[0]?.overview).toEqual(view(index, 2025, rounding));
  });

  test('year 2 is what is rolled to', () => {
    const amounts = (rows: ReturnType<typeof view>['rows']) =>
      rows.map(({ service, party, current }) => [service, party, current.ore]);
    const next = view(indexModel(rollTo(index.model, 2026).model), 2026);
    expect(amounts(planned('current').years[1]?.overview.rows ?? [])).toEqual(amounts(next.rows));
  });

  test('the gross of the investment is contribution and rest, every year, apart from operations', () => {
    expect(
      planned('current').investments.map(({ year, grossOre, contributions, restOre }) => [
        year,
        grossOre,
        contributions,
        restOre,
      ]),
    ).toEqual([
      [2025, 411_100_000n, [{ party: 'malvik', amountOre: 200_000_000n }], 211_100_000n],
      ...[2026, 2027, 2028].map((year) => [year, 411_100_000n, [], 411_100_000n]),
    ]);
  });

  test('the beds nobody finances from 2026 stand unpriced under the sum', () => {
    const item = planned('current').unpriced.find(
      ({ source }) => source.id === 'dms/2025.recommended/medfinansiering',
    );
    expect(item).toMatchObject({ service: 'dms', years: [2026, 2027, 2028], includedIn: [] });
  });

  test('its JSON is as its schema says, also for one party', () => {
    for (const party of [null, 'malvik']) {
      const json = planJson(planned('fixed'), party, number, 'nb');
      expect(planSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    }
  });

  test('every figure of a later year explains itself, down to lines that hold the amounts', () => {
    const wrong: string[] = [];
    const made = planned('current', 'ore');
    for (const { amounts } of [...made.rows, ...made.totals])
      for (const amount of amounts.slice(1)) {
        if (amount === null || amount.ore === null || amount.attendance === 'absent') continue;
        const model = planModel(index.model, amount.figureId, reason);
        if (model === null || !model.ok) throw new Error(amount.figureId);
        const rolled = indexModel(model.value);
        const result = explain(rolled, amount.figureId, 'ore');
        if (!result.ok) throw new Error(amount.figureId);
        const json = explanationJson(result.value, rolled, 'nb', null);
        if (json.nodes[json.root]?.amountOre !== `${amount.ore}`) wrong.push(amount.figureId);
        wrong.push(...wrongNodes(json.nodes));
        for (const { source, amountOre } of Object.values(json.nodes)) {
          if (source === null || source.line === null || amountOre === null || !source.file?.endsWith('.csv'))
            continue;
          const line =
            readFileSync(join(exampleFolder, source.file), 'utf8').split('\n')[source.line - 1] ?? '';
          if (!line.includes(canonicalKroner(ore(BigInt(amountOre)))))
            wrong.push(`${source.file}:${source.line}`);
        }
      }
    expect(wrong).toEqual([]);
  });
});
