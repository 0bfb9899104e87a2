import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf, count, type Histogram, print } from './histogram.ts';
import { howMany } from './how-many.ts';
import { samstyrYear } from './samstyr-year.ts';
import { type YearCase, yearCase } from './year-case.ts';
import { brokenYearLaws, isRefused } from './year-laws.ts';

const forms = [
  'agreed',
  'by',
  'usage',
  'direct',
  'bands',
  'tariff',
  'threshold',
  'cap',
  'floor',
  'phaseIn',
  'external',
  'parts',
];

const depthOf = (value: unknown): number =>
  value === null || typeof value !== 'object'
    ? 0
    : Math.max(
        0,
        ...Object.entries(value).map(([field, inner]) => depthOf(inner) + (forms.includes(field) ? 1 : 0)),
      );

function countYear(histogram: Histogram, year: YearCase): void {
  const text = JSON.stringify(year.keys);
  for (const form of forms) if (text.includes(`"${form}":`)) count(histogram, 'forms', form);
  count(histogram, 'depth', `${depthOf(year.keys)}`);
  count(histogram, 'parties', bucketOf(year.numbers.length, [1, 2, 8, 30, 400]));
  const isMoving = year.participation.some(({ from, until }) => from !== null || until !== null);
  count(histogram, 'mid-year', `${isMoving ? 'members' : 'same members'}, ${year.keys.length} keys`);
  count(histogram, 'rounding', `${year.mode}, unit ${year.unit}`);
  const result = samstyrYear(year);
  if (isRefused(result)) for (const code of new Set(result.refused)) count(histogram, 'refused', code);
  else count(histogram, 'refused', 'not');
}

test('every year keeps its laws', () => {
  const cases = howMany(9_000);
  const histogram: Histogram = new Map();
  const started = process.hrtime.bigint();
  let seen = 0;
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const year = yearCase(seed);
      const broken = brokenYearLaws(year, samstyrYear);
      seen += 1;
      if (seen % 10 === 0) countYear(histogram, year);
      if (broken.length > 0) {
        const shown = JSON.stringify(year, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
        throw new Error(`${broken.join('; ')}: ${shown}`);
      }
    }),
    { numRuns: cases, seed: 20250101, endOnFailure: true },
  );
  const seconds = Number((process.hrtime.bigint() - started) / 10_000_000n) / 100;
  print(`Years: ${seen} cases in ${seconds} s (every tenth counted)`, histogram);
  expect(seen).toBe(cases);
});
