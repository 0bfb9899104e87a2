import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundShares } from '../allocation/round-shares.ts';
import { compare, equals, fraction, subtract } from '../fraction/fraction.ts';
import type { RegisterValueRow, RoundingMode } from '../model/rows.ts';
import { ore } from '../money/ore.ts';
import { day } from '../period/day.ts';
import { equalPartRange, simplestWithin } from './equal-part.ts';
import { fitKey } from './fit-key.ts';

const modes: readonly RoundingMode[] = ['largestRemainder', 'hostTakesRest'];

describe('fitKey on amounts made by a key', () => {
  it('finds a register, date and whole per cent that give every amount', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 200, max: 40_000 }), { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 0, max: 99 }),
        fc.bigInt({ min: 1_000n, max: 60_000n }),
        fc.constantFrom(100n, 100_000n),
        fc.constantFrom(...modes),
        (values, percent, thousands, unit, mode) => {
          const totalOre = ore(thousands * 100_000n);
          const parties = values.map((_, index) => ({
            party: `p${index}`,
            kommunenummer: `50${10 + index}`,
          }));
          const sum = values.reduce((a, b) => a + b, 0);
          const count = BigInt(values.length);
          const exact = values.map((value) => {
            const equal = fraction(totalOre * BigInt(percent), 100n * count);
            const rest = fraction(totalOre * BigInt(100 - percent) * BigInt(value), 100n * BigInt(sum));
            return fraction(equal.n * rest.d + rest.n * equal.d, equal.d * rest.d);
          });
          const { shares } = roundShares({ exact, totalOre, unitOre: ore(unit), mode, host: 0 });
          const registers = values.map(
            (value, index): RegisterValueRow => ({
              id: `${index}`,
              register: 'population',
              party: `p${index}`,
              date: day('2024-01-01'),
              group: null,
              value: fraction(BigInt(value)),
              basis: 'published',
              source: null,
              published: null,
              note: null,
            }),
          );
          const fit = fitKey({
            service: 's',
            year: 2025,
            amounts: shares.map((amountOre, index) => ({ party: `p${index}`, amountOre })),
            registers,
            parties,
            granularityOre: ore(unit),
            host: 'p0',
          });
          const [best] = fit.candidates;
          expect(best?.reproducesPrinted).toBe(true);
          expect(best?.roundness).toBe(0);
        },
      ),
      { seed: 41, numRuns: 300 },
    );
  });
});

describe('the range of an equal part', () => {
  it('holds exactly the parts that meet every tolerance', () => {
    const money = fc.bigInt({ min: 0n, max: 1000n });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(money, money), { minLength: 1, maxLength: 5 }),
        money,
        fc.bigInt({ min: 1n, max: 40n }),
        fc.integer({ min: 0, max: 50 }),
        (pairs, all, tolerance, at) => {
          const range = equalPartRange({
            allEqual: fraction(all),
            byRegister: pairs.map(([start]) => fraction(start)),
            printed: pairs.map(([, printed]) => printed),
            tolerances: pairs.map(() => fraction(tolerance)),
          });
          const a = fraction(BigInt(at), 50n);
          const isMet = pairs.every(([start, printed]) => {
            const exact = fraction(start * 50n + (all - start) * BigInt(at), 50n);
            const off = subtract(exact, fraction(printed));
            return compare(off, fraction(tolerance)) <= 0 && compare(off, fraction(-tolerance)) >= 0;
          });
          const isInside = range !== null && compare(range.low, a) <= 0 && compare(a, range.high) <= 0;
          expect(isInside).toBe(isMet);
        },
      ),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('has its simplest fraction found as trying every denominator finds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }), (start, width) => {
        const [low, high] = [
          fraction(BigInt(start), 500n),
          fraction(BigInt(Math.min(start + width, 500)), 500n),
        ];
        const found = simplestWithin({ low, high });
        for (let d = 1n; d <= 500n; d += 1n) {
          const n = (low.n * d + low.d - 1n) / low.d;
          if (compare(fraction(n, d), high) > 0) continue;
          expect(equals(found, fraction(n, d)), `${found.n}/${found.d} in ${start}+${width}`).toBe(true);
          return;
        }
      }),
      { seed: 43, numRuns: 500 },
    );
  });
});
