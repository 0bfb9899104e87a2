import { expect, test } from 'vitest';
import {
  floatingPoint,
  floorOfNegatives,
  hiddenFloatingPoint,
  restToTheLast,
  tiesByRowOrder,
  twoRoundings,
} from './faults.ts';
import { brokenLaws } from './rounding-laws.ts';
import { samstyrRounder } from './samstyr-rounder.ts';
import { samstyrYear } from './samstyr-year.ts';
import { weightedCase } from './weighted-case.ts';
import { yearCase } from './year-case.ts';
import { brokenYearLaws } from './year-laws.ts';

const seedsOf = (length: number): number[] => Array.from({ length }, (_, at) => at * 1_000_003);

/** How many of the cases broke each law. */
function tally(seeds: readonly number[], broken: (seed: number) => readonly string[]): Map<string, number> {
  const laws = new Map<string, number>();
  for (const seed of seeds) for (const law of broken(seed)) laws.set(law, (laws.get(law) ?? 0) + 1);
  return laws;
}

const second = 'a second implementation says the same';
const band = /lies within its band of exact/;

const planted = [
  ['the rest to the last', restToTheLast, /row order never matters/, 6_000],
  ['ties by row order', tiesByRowOrder, /row order never matters/, 6_000],
  ['floor of negatives', floorOfNegatives, /a credit mirrors a cost/, 6_000],
  ['floating point', floatingPoint, /add up to the total/, 6_000],
  ['hidden floating point', hiddenFloatingPoint, /a second implementation/, 20_000],
] as const;

test.each(planted)('the laws catch a planted fault: %s', (name, faulty, law, cases) => {
  const laws = tally(seedsOf(cases), (seed) => brokenLaws(weightedCase(seed), faulty));
  console.log(`${name}: ${[...laws].map(([broken, times]) => `${broken} (${times})`).join('; ')}`);
  expect([...laws.keys()].some((broken) => law.test(broken))).toBe(true);
  expect(laws.get(second)).toBeGreaterThan(0);
});

test('the laws catch a planted fault: two roundings', () => {
  const laws = tally(seedsOf(1_000), (seed) => brokenYearLaws(yearCase(seed), twoRoundings));
  console.log(`two roundings: ${[...laws].map(([broken, times]) => `${broken} (${times})`).join('; ')}`);
  expect([...laws.keys()].some((broken) => band.test(broken))).toBe(true);
  expect(laws.get(second)).toBeGreaterThan(0);
});

test('the laws find nothing where nothing is planted', () => {
  expect(tally(seedsOf(6_000), (seed) => brokenLaws(weightedCase(seed), samstyrRounder)).size).toBe(0);
  expect(tally(seedsOf(1_000), (seed) => brokenYearLaws(yearCase(seed), samstyrYear)).size).toBe(0);
});
