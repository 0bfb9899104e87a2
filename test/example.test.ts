import { join } from 'node:path';
import { overview } from '@samstyr/core/budget/overview';
import type { OverviewRow } from '@samstyr/core/budget/view';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { PublishedRow } from '@samstyr/core/model/rows';
import { validate } from '@samstyr/core/model/validate';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { writeFolder } from '@samstyr/formats/folder/write-folder';
import { expect, test } from 'vitest';

const files = loadFolder(join(import.meta.dirname, '../examples/vaernesregionen'));
const read = readFolder(files);
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
const model = read.value;
const index = indexModel(model);

function rowsOf(rounding: 'agreement' | 'ore'): readonly OverviewRow[] {
  const result = overview(index, { year: 2025, version: null, rounding });
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(', '));
  return [...result.value.rows, ...result.value.totals];
}
const byAgreement = rowsOf('agreement');
const amount = (rows: readonly OverviewRow[], unit: string, service: string | null, party: string) =>
  rows.find((row) => row.unit === unit && row.service === service && row.party === party)?.current;

test('the example has no problems and is in canonical form', () => {
  expect(validate(model)).toEqual([]);
  const written = writeFolder(model);
  expect([...written.keys()].sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of written) expect(new TextDecoder().decode(files.get(path)), path).toBe(text);
});

test('NAV Stjørdal is 60 734 000 by the agreement and 60 733 832,84 in øre', () => {
  expect(amount(byAgreement, 'nav', null, 'stjordal')?.ore).toBe(6_073_400_000n);
  expect(amount(rowsOf('ore'), 'nav', null, 'stjordal')?.ore).toBe(6_073_383_284n);
});

test('sweeping awaits Selbu, with the amount by the key in force beside', () => {
  const inOre = (party: string) => {
    const current = amount(rowsOf('ore'), 'brann', 'brann/feiing', party);
    return (current?.provisional?.inForceOre ?? 0n) - (current?.ore ?? 0n);
  };
  expect(inOre('stjordal')).toBe(44_751_165n);
  expect(inOre('selbu')).toBe(-26_246_136n);
});

test('outside the overview the printed figures differ from the computed ones only where the document contradicts itself', () => {
  const printed = ({ printed: text, unitOre }: PublishedRow) => BigInt(text.replace(/[. ]/g, '')) * unitOre;
  const computed = (row: PublishedRow): bigint => {
    const found = byAgreement.find(
      (each) =>
        each.unit === row.unit &&
        each.service === row.service &&
        each.party === row.party &&
        each.kind === row.kind,
    );
    if (row.field === 'change') return found?.changeOre ?? 0n;
    return (row.year === 2024 ? found?.previous.ore : found?.current.ore) ?? 0n;
  };
  const differing = model.published
    .filter((row) => row.table !== 'Økonomisk oversikt' && printed(row) !== computed(row))
    .map(({ id }) => id);
  expect(differing.sort()).toEqual(
    [
      // The parts give 4 112 000; the five pay 1 002 000 less in Stjørdal; the sum of 2025 leaves Malvik's buy-in out.
      'it/investering/192/stjordal/change',
      'it/investering/197/sum/2024',
      'it/investering/197/sum/2025',
      'it/investering/197/sum/change',
      // The minus sign is lost.
      'respons/total/237/sum/change',
      // 55 000 more than the three tables of the unit.
      'brann/total/415/stjordal/2024',
      'brann/total/415/stjordal/change',
      'brann/total/418/sum/2024',
      'brann/total/418/sum/change',
      // The parts give 2 102 and 1 025.
      'psykologer/total/677/sum/2024',
      'psykologer/total/677/sum/change',
      'friskliv/total/753/sum/2025',
      'friskliv/total/753/sum/change',
      // 60 374 for 60 734.
      'nav/total/787/stjordal/2025',
      'nav/total/787/stjordal/change',
      'nav/total/792/sum/2025',
      'nav/total/792/sum/change',
      // The parts give 20 570.
      'nav/drift/850/sum/2025',
    ].sort(),
  );
});
