import { allocate } from '@samstyr/core/allocation/allocate';
import { ore } from '@samstyr/core/money/ore';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Histogram, print } from './histogram.ts';
import { howMany } from './how-many.ts';
import { brokenLaws } from './rounding-laws.ts';
import { samstyrRounder } from './samstyr-rounder.ts';
import { countWeighted, type Weighted, weightedCase } from './weighted-case.ts';

const shown = (weighted: Weighted): string =>
  JSON.stringify(weighted, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

test('every rounding keeps its laws', () => {
  const cases = howMany(290_000);
  const histogram: Histogram = new Map();
  const started = process.hrtime.bigint();
  let seen = 0;
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const weighted = weightedCase(seed);
      const broken = brokenLaws(weighted, samstyrRounder);
      seen += 1;
      countWeighted(histogram, weighted);
      if (broken.length > 0) throw new Error(`${broken.join('; ')}: ${shown(weighted)}`);
    }),
    { numRuns: cases, seed: 20250101, endOnFailure: true },
  );
  const seconds = Number((process.hrtime.bigint() - started) / 10_000_000n) / 100;
  print(`Roundings: ${seen} cases in ${seconds} s`, histogram);
  expect(seen).toBe(cases);
});

const weightedArbitrary = fc
  .record({
    weights: fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 }),
    total: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    unit: fc.bigInt({ min: 1n, max: 200_000n }),
    host: fc.option(fc.nat(40)),
  })
  .filter(({ weights }) => weights.some((weight) => weight > 0n))
  .map(({ weights, total, unit, host }): Weighted => {
    const rows = weights.map((weight, at) => ({ number: `${9000 - at}`, weight }));
    const mode = host === null ? 'largestRemainder' : 'hostTakesRest';
    const sum = weights.reduce((a, b) => a + b, 0n);
    return {
      rows,
      weights: sum,
      total,
      unit,
      mode,
      host: host === null ? null : (rows[host]?.number ?? 'outside'),
    };
  });

test('every rounding keeps its laws, in cases that shrink', () => {
  fc.assert(
    fc.property(weightedArbitrary, (weighted) => {
      expect(brokenLaws(weighted, samstyrRounder)).toEqual([]);
    }),
    { numRuns: howMany(3_000), seed: 20250101 },
  );
});

test('the short way says the same as the rounding of shares', () => {
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const { rows, weights, total } = weightedCase(seed);
      const ordered = rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));
      const weighted: Weighted = {
        rows: ordered,
        weights,
        total,
        unit: 1n,
        mode: 'largestRemainder',
        host: null,
      };
      const shares = allocate(
        ore(total),
        ordered.map(({ weight }) => weight),
      );
      expect(shares).toEqual(samstyrRounder(weighted).shares);
    }),
    { numRuns: howMany(20_000), seed: 20250102, endOnFailure: true },
  );
});
