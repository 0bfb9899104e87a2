import { causes } from '@samstyr/core/budget/cause-table';
import { budgetPair, overviewOf } from '@samstyr/core/budget/overview';
import { renderOpenData } from '@samstyr/documents/data/open-data';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exampleFolder, openFolder } from './open-example.ts';

const index = openFolder(exampleFolder);

function rendered(hides: (id: string) => boolean = () => false) {
  const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' });
  if (!pair.ok) throw new Error('the example has a budget');
  const found = causes(index, pair.value);
  if (!found.ok) throw new Error('the example has causes');
  const overview = overviewOf(index, pair.value);
  const input = {
    index,
    pair: pair.value,
    overview,
    causes: found.value,
    language: 'nb',
    hides,
    licence: 'CC-BY-4.0',
  } as const;
  return { overview, files: renderOpenData(input), again: renderOpenData(input) };
}

type Line = { readonly [column: string]: string };
const table = (files: ReadonlyMap<string, string>, name: string): readonly Line[] =>
  parse(files.get(`data/${name}.csv`) ?? '', { columns: true });

describe('the open data of the example', () => {
  const { overview, files, again } = rendered();

  it('adds up to the model, whole and for every party, unit by unit', () => {
    const budget = table(files, 'budget');
    const sum = (rows: readonly Line[]) =>
      rows.reduce((total, row) => total + BigInt(row['amountOre'] || '0'), 0n);
    for (const row of [...overview.rows, ...overview.totals]) {
      const number = overview.parties.find(({ party }) => party === row.party)?.number;
      const mine = budget.filter(
        (line) =>
          line['year'] === '2025' &&
          line['kind'] === row.kind &&
          (row.unit === null || line['unit'] === row.unit) &&
          (row.service === null || line['service'] === row.service) &&
          (number === undefined || line['party'] === number),
      );
      expect(`${row.figureId} ${sum(mine)}`).toBe(`${row.figureId} ${row.current.ore ?? 0n}`);
    }
  });

  it('says the same amount in øre and in kroner, and the same in CSV and JSON', () => {
    const budget = table(files, 'budget');
    const json = JSON.parse(files.get('data/budget.json') ?? '{}') as {
      budget: { [column: string]: unknown }[];
    };
    expect(json.budget).toHaveLength(budget.length);
    budget.forEach((line, at) => {
      expect(line['amount']?.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1')).toBe(line['amountOre']);
      expect(json.budget[at]?.['amountOre'] ?? '').toBe(line['amountOre']);
    });
  });

  it('describes every column of every file, with its words', () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}') as {
      resources: {
        path: string;
        schema: { fields: { name: string; type?: string; description?: string }[] };
      }[];
    };
    for (const { path, schema } of descriptor.resources) {
      const [heads = ''] = (files.get(path) ?? '').split('\n');
      expect(schema.fields.map(({ name }) => name).join(',')).toBe(heads);
      expect(schema.fields.filter(({ type, description }) => !type || !description)).toEqual([]);
    }
  });

  it('is the same text twice', () => expect([...again]).toEqual([...files]));

  it('withholds a hidden amount, and the causes of its service', () => {
    const id = 'budget/2025.recommended/legevakt/operating/5033';
    const hidden = rendered((figure) => figure === id).files;
    const row = table(hidden, 'budget').find((line) => line['figureId'] === id);
    expect([row?.['amountOre'], row?.['amount'], row?.['sign']]).toEqual(['', '', ':']);
    const told = table(hidden, 'causes').filter((line) => line['service'] === 'legevakt');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((line) => line['amountOre'] === '' && line['sign'] === ':')).toBe(true);
  });
});
