import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ore } from '../money/ore.ts';
import { type PresentCell, type PresentSum, present } from './present.ts';

type Table = { readonly cells: PresentCell[]; readonly sums: PresentSum[] };

/** Services in units in groups, by parties: `amounts[group][unit][service][party]`. */
function tableOf(amounts: readonly (readonly (readonly (readonly bigint[])[])[])[]): Table {
  const cells: PresentCell[] = [];
  const sums = new Map<string, { side: 'party' | 'cost'; of: Set<string> }>();
  const join = (id: string, side: 'party' | 'cost', part: string): void => {
    const known = sums.get(id) ?? { side, of: new Set<string>() };
    known.of.add(part);
    sums.set(id, known);
  };
  amounts.forEach((group, g) => {
    group.forEach((unit, u) => {
      unit.forEach((service, s) => {
        service.forEach((amount, p) => {
          const cell = `s${g}.${u}.${s}/p${p}`;
          cells.push({ id: cell, ore: ore(amount) });
          join(`s${g}.${u}.${s}/all`, 'cost', cell);
          join(`u${g}.${u}/all`, 'cost', `s${g}.${u}.${s}/all`);
          join(`g${g}/all`, 'cost', `u${g}.${u}/all`);
          join('all/all', 'cost', `g${g}/all`);
          join(`u${g}.${u}/p${p}`, 'party', cell);
          join(`g${g}/p${p}`, 'party', `u${g}.${u}/p${p}`);
          join(`all/p${p}`, 'party', `g${g}/p${p}`);
        });
      });
    });
  });
  return { cells, sums: [...sums].map(([id, { side, of }]) => ({ id, side, of: [...of] })) };
}

const exactOf = ({ cells, sums }: Table): Map<string, bigint> => {
  const exact = new Map<string, bigint>(cells.map((cell) => [cell.id, cell.ore]));
  const waiting = [...sums];
  while (waiting.length > 0) {
    const next = waiting.shift()!;
    if (next.of.every((part) => exact.has(part)))
      exact.set(
        next.id,
        next.of.reduce((total, part) => total + exact.get(part)!, 0n),
      );
    else waiting.push(next);
  }
  return exact;
};

const floorOf = (value: bigint, unit: bigint): bigint => value / unit - (value % unit < 0n ? 1n : 0n);

const amount = fc.oneof(
  fc.bigInt({ min: -2_000n, max: 5_000n }),
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  fc.constant(0n),
  fc.bigInt({ min: 0n, max: 9n }).map((units) => units * 100n),
);
const tables = fc
  .record({
    parties: fc.integer({ min: 1, max: 5 }),
    shape: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .chain(({ parties, shape }) =>
    fc.tuple(
      ...shape.map((group) =>
        fc.tuple(
          ...group.map((services) =>
            fc.array(fc.array(amount, { minLength: parties, maxLength: parties }), {
              minLength: services,
              maxLength: services,
            }),
          ),
        ),
      ),
    ),
  )
  .map(tableOf);

describe('present', () => {
  it('rounds a single amount to the nearest unit, halves away from zero', () => {
    const one = (value: bigint): bigint =>
      present({ cells: [{ id: 'a', ore: ore(value) }], sums: [], unitOre: ore(100n) }).get('a')!;
    expect([149n, 150n, 151n, -149n, -150n, -151n, 200n].map(one)).toEqual([1n, 2n, 2n, -1n, -2n, -2n, 2n]);
  });

  it('prints Tydal 1 006 in NAV wages and operations 2025, so that the row is its sum of 20 570', () => {
    const table = tableOf([[[[13_033_538_00n, 2_735_153_00n, 1_005_470_00n, 1_945_838_00n, 1_850_001_00n]]]]);
    const printed = present({ ...table, unitOre: ore(100_000n) });
    const parts = table.cells.map(({ id }) => printed.get(id)!);
    expect(printed.get('all/all')).toBe(20_570n);
    expect(parts.reduce((a, b) => a + b)).toBe(20_570n);
  });

  it('makes every printed figure its own amount rounded down or up, and every sum the sum of its parts', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(1n, 7n, 100n, 100_000n), (table, unit) => {
        const printed = present({ ...table, unitOre: ore(unit) });
        for (const [id, exact] of exactOf(table)) {
          const low = floorOf(exact, unit);
          const is = printed.get(id)!;
          expect(is === low || (exact % unit !== 0n && is === low + 1n), `${id} ${exact} ${is}`).toBe(true);
        }
        for (const { id, of } of table.sums)
          expect(printed.get(id)).toBe(of.reduce((total, part) => total + printed.get(part)!, 0n));
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('rounds the grand total to the nearest, whatever the parts', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const total = exactOf(table).get('all/all')!;
        const twice = 2n * total;
        const nearest = twice % 200n === 0n ? total / 100n : floorOf(twice + 100n, 200n);
        if ((twice + 100n) % 200n === 0n) return;
        expect(present({ ...table, unitOre: ore(100n) }).get('all/all')).toBe(nearest);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('does not depend on the order of rows, columns and sums', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 1_000_000 }), (table, seed) => {
        let state = seed;
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => {
              state = (state * 48_271) % 2_147_483_647;
              return { item, turn: state };
            })
            .sort((a, b) => a.turn - b.turn)
            .map(({ item }) => item);
        const other = {
          cells: shuffled(table.cells),
          sums: shuffled(table.sums).map((sum) => ({ ...sum, of: shuffled(sum.of) })),
        };
        const a = present({ ...table, unitOre: ore(100n) });
        const b = present({ ...other, unitOre: ore(100n) });
        for (const [id, value] of a) expect(b.get(id)).toBe(value);
      }),
      { seed: 13, numRuns: 400 },
    );
  });

  it('settles 60 services by 30 parties', () => {
    let state = 1;
    const next = (): bigint => {
      state = (state * 48_271) % 2_147_483_647;
      return BigInt(state % 900_000_000);
    };
    const amounts = Array.from({ length: 4 }, () =>
      Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => Array.from({ length: 30 }, next))),
    );
    const table = tableOf(amounts);
    const printed = present({ ...table, unitOre: ore(100_000n) });
    expect(table.cells.length).toBe(1800);
    for (const { id, of } of table.sums)
      expect(printed.get(id)).toBe(of.reduce((total, part) => total + printed.get(part)!, 0n));
  });
});
