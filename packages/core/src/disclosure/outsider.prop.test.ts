import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presented } from '../present/presented.ts';
import { audit } from './audit.ts';
import { publishable } from './publishable.ts';
import { nothingElse, type SmallTable, smallId, smallOverview } from './small-overview.ts';
import { withhold } from './withhold.ts';

/** An outsider who tries every table: whole non-negative cells with every visible figure as it is. */
function possibleByTrying(
  table: SmallTable,
  side: 0 | 1,
  hides: (id: string) => boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const unknown = Object.entries(table.services).flatMap(([service, cells]) =>
    table.parties.flatMap((party, p) => {
      if (!hides(smallId(service, party))) return [];
      const unit = service.split('/')[0]!;
      const sums = [service, unit, 'all'].flatMap((subject) => [
        smallId(subject, null),
        smallId(subject, party),
      ]);
      const visible = [...new Set(sums)].filter((id) => id !== smallId(service, party) && !hides(id));
      return [{ name: `${service} ${party}`, value: cells[p]?.[side] ?? 0, visible }];
    }),
  );
  const left = new Map<string, number>();
  for (const { value, visible } of unknown)
    for (const id of visible) left.set(id, (left.get(id) ?? 0) + value);
  const lastOf = new Map(unknown.flatMap((cell) => cell.visible.map((id) => [id, cell] as const)));
  const found = new Map<string, Set<number>>(unknown.map(({ name }) => [name, new Set()]));
  const chosen: number[] = [];
  const take = (visible: readonly string[], amount: number): void => {
    for (const id of visible) left.set(id, left.get(id)! - amount);
  };
  const attempt = (index: number): void => {
    const cell = unknown[index];
    if (cell === undefined) {
      if ([...left.values()].some((rest) => rest !== 0)) return;
      for (const [at, { name }] of unknown.entries()) found.get(name)!.add(chosen[at]!);
      return;
    }
    const rests = cell.visible.map((id) => left.get(id)!);
    const most = Math.min(...rests);
    // The last unknown cell of a sum takes what is left of it.
    const least = Math.max(0, ...cell.visible.map((id, at) => (lastOf.get(id) === cell ? rests[at]! : 0)));
    for (let tried = least; tried <= most; tried += 1) {
      chosen[index] = tried;
      take(cell.visible, tried);
      attempt(index + 1);
      take(cell.visible, -tried);
    }
  };
  attempt(0);
  return found;
}

const small = fc
  .record({
    parties: fc.integer({ min: 2, max: 4 }),
    units: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 2 }),
  })
  .chain(({ parties, units }) => {
    const names = units.flatMap((count, unit) => Array.from({ length: count }, (_, s) => `u${unit}/s${s}`));
    const pair = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    return fc.record({
      parties: fc.constant(['a', 'b', 'c', 'd'].slice(0, parties)),
      services: fc
        .array(fc.array(pair, { minLength: parties, maxLength: parties }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((rows) => Object.fromEntries(rows.map((row, index) => [names[index]!, row]))),
      sensitive: fc
        .uniqueArray(fc.tuple(fc.nat(names.length - 1), fc.nat(parties - 1)), {
          minLength: 1,
          maxLength: 2,
          selector: String,
        })
        .map((list) => list.map(([s, p]) => `${names[s]} ${['a', 'b', 'c', 'd'][p]}`)),
    });
  });

describe('an outsider who tries every table', () => {
  it('finds at least five values for every hidden cell, or the publication was refused', () => {
    let [published, refused, hidden] = [0, 0, 0];
    fc.assert(
      fc.property(small, (table) => {
        const overview = smallOverview(table);
        const withheld = withhold({ ...nothingElse, overview });
        const problems = publishable({
          ...nothingElse,
          overview,
          withheld,
          texts: [],
          printed: presented(overview, nothingElse.unitOre),
        });
        if (problems.length > 0) {
          // The auditor never finds what the chooser did not say itself.
          expect(withheld.problems).not.toEqual([]);
          refused += 1;
          return;
        }
        published += 1;
        hidden += withheld.primary.length + withheld.secondary.length;
        if (withheld.primary.length + withheld.secondary.length > 8) return;
        for (const side of [0, 1] as const) {
          const values = possibleByTrying(table, side, withheld.hides);
          for (const [cell, found] of values) expect(found.size, cell).toBeGreaterThanOrEqual(5);
        }
      }),
      { seed: 31, numRuns: 400 },
    );
    expect(published).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
    expect(hidden / published).toBeLessThan(9);
  });

  it('agrees with the auditor on what any hidden pattern gives away', () => {
    fc.assert(
      fc.property(small, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (table, coins) => {
        const names = Object.keys(table.services);
        const marks = names
          .flatMap((s, i) => table.parties.filter((_, p) => coins[i * 4 + p]).map((p) => `${s} ${p}`))
          .slice(0, 6);
        const overview = smallOverview(table);
        const ids = new Set(marks.map((mark) => smallId(...(mark.split(' ') as [string, string]))));
        const found = audit({
          ...nothingElse,
          overview,
          hides: (id) => ids.has(id.split('@')[0]!),
          printed: null,
        });
        for (const side of [0, 1] as const) {
          const values = possibleByTrying(table, side, (id) => ids.has(id));
          for (const [cell, possible] of values) {
            const [service, party] = cell.split(' ') as [string, string];
            const id = smallId(service, party, side === 0 ? '@previous' : '');
            const problem = found.find((one) => 'figureId' in one && one.figureId === id);
            const told =
              problem?.code === 'disclosure.narrow' ? problem.possible : problem === undefined ? 5 : 1;
            expect(Math.min(possible.size, 5), id).toBe(told);
          }
        }
      }),
      { seed: 32, numRuns: 200 },
    );
  });

  it('leaves room in the printed figures too, when amounts are not whole thousands', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 99_999 }), (table, seed) => {
        let state = seed;
        const over = (value: number): number => {
          state = (state * 48_271) % 2_147_483_647;
          return value + (state % 100_000) / 100_000;
        };
        const services = Object.fromEntries(
          Object.entries(table.services).map(([service, cells]) => [
            service,
            cells.map((cell) => cell && ([over(cell[0]), over(cell[1])] as const)),
          ]),
        );
        const overview = smallOverview({ ...table, services });
        const withheld = withhold({ ...nothingElse, overview });
        if (withheld.problems.length > 0) return;
        const printed = presented(overview, nothingElse.unitOre);
        expect(publishable({ ...nothingElse, overview, withheld, texts: [], printed })).toEqual([]);
      }),
      { seed: 33, numRuns: 300 },
    );
  });
});
