import { describe, expect, it } from 'vitest';
import { everybody, figureId, wholeBudget } from '../budget/figure-id.ts';
import type { Amount, Overview, OverviewRow } from '../budget/view.ts';
import { type Ore, ore } from '../money/ore.ts';
import { day } from '../period/day.ts';
import { groupFigureId, presented } from './presented.ts';

const parties = ['selbu', 'tydal', 'frosta'] as const;
const numbers = { selbu: '5032', tydal: '5033', frosta: '5036' } as const;
const version = '2025.recommended';

/** Kroner last year and this year for each service; null is an unknown amount. */
type Kroner = readonly (readonly [number | null, number | null])[];

const idOf = (subject: string, party: string | null): string =>
  figureId({
    version,
    subject,
    kind: 'operating',
    party: party === null ? everybody : numbers[party as keyof typeof numbers],
    aspect: { aspect: 'amount' },
  });

function rowOf(
  unit: string | null,
  service: string | null,
  party: string | null,
  amounts: readonly [Ore | null, Ore | null],
): OverviewRow {
  const id = idOf(service ?? unit ?? wholeBudget, party);
  const amount = (value: Ore | null, figure: string): Amount => ({
    ore: value,
    attendance: value === null ? 'unknown' : 'member',
    figureId: figure,
    provisional: null,
    waiting: null,
    sensitive: false,
  });
  return {
    unit,
    service,
    party,
    kind: 'operating',
    previous: amount(amounts[0], `${id}@previous`),
    current: amount(amounts[1], id),
    changeOre: ore((amounts[1] ?? 0n) - (amounts[0] ?? 0n)),
    figureId: id,
  };
}

function overviewOf(services: { readonly [service: string]: Kroner }): Overview {
  const rows: OverviewRow[] = [];
  const sums = new Map<string, [Ore, Ore]>();
  const where = new Map<string, [string | null, string | null, string | null]>();
  for (const [service, kroner] of Object.entries(services)) {
    const unit = service.split('/')[0] ?? service;
    kroner.forEach(([before, now], index) => {
      const party = parties[index] ?? null;
      const pair = [before, now].map((value) =>
        value === null ? null : ore(BigInt(Math.round(value * 100))),
      ) as [Ore | null, Ore | null];
      rows.push(rowOf(unit, service, party, pair));
      for (const [u, s, p] of [
        [unit, service, null],
        ...(unit === service
          ? []
          : [
              [unit, null, party],
              [unit, null, null],
            ]),
        [null, null, party],
        [null, null, null],
      ] as [string | null, string | null, string | null][]) {
        const key = idOf(s ?? u ?? wholeBudget, p);
        const known = sums.get(key) ?? [ore(0n), ore(0n)];
        sums.set(key, [ore(known[0] + (pair[0] ?? 0n)), ore(known[1] + (pair[1] ?? 0n))]);
        where.set(key, [u, s, p]);
      }
    });
  }
  const totals: OverviewRow[] = [];
  for (const [key, [u, s, p]] of where) (u === null ? totals : rows).push(rowOf(u, s, p, sums.get(key)!));
  const row = {
    id: version,
    year: 2025,
    status: 'recommended',
    base: null,
    asOf: day('2024-10-01'),
    note: null,
  } as const;
  return {
    cooperation: 'Værnesregionen',
    year: 2025,
    version: row,
    previousVersion: null,
    parties: parties.map((party) => ({
      party,
      number: numbers[party],
      name: party,
      kind: 'municipality',
      column: true,
    })),
    rows,
    totals,
  };
}

const thousand = ore(100_000n);

describe('presented', () => {
  const overview = overviewOf({
    'nav/kvp': [
      [1_900_400, 1_400_500],
      [50_300, 0],
      [200_300, 300_400],
    ],
    'nav/drift': [
      [2_535_153, 2_735_153],
      [932_470, 1_005_470],
      [1_826_123, 1_945_838],
    ],
    ppt: [
      [2_088_499, 2_354_499],
      [679_499, 772_499],
      [1_504_499, 1_679_499],
    ],
  });
  const groups = [
    { id: 'velferd', units: ['nav'] },
    { id: 'oppvekst', units: ['ppt'] },
  ];
  const printed = presented(overview, thousand, groups);

  it('prints each amount, last year and the change as the difference of what is printed', () => {
    for (const row of [...overview.rows, ...overview.totals]) {
      const id = row.current.figureId;
      const [now, before] = [printed(id)!, printed(`${id}@previous`)!];
      expect(now - before).toBe(printed(`${id}@change`));
      expect(now * 100_000n - row.current.ore!).toBeLessThan(100_000n);
      expect(row.current.ore! - now * 100_000n).toBeLessThan(100_000n);
    }
  });

  it('adds up by services, units, groups and parties, in all three columns', () => {
    for (const aspect of ['', '@previous', '@change']) {
      const at = (subject: string, party: string | null): bigint => printed(idOf(subject, party) + aspect)!;
      for (const party of [...parties, null]) {
        const number = party === null ? everybody : numbers[party];
        expect(at('nav', party)).toBe(at('nav/kvp', party) + at('nav/drift', party));
        expect(at('all', party)).toBe(at('nav', party) + at('ppt', party));
        const group = groupFigureId({ version, group: 'velferd', kind: 'operating', party: number });
        expect(printed(group + aspect)).toBe(at('nav', party));
      }
      for (const subject of ['nav/kvp', 'nav/drift', 'nav', 'ppt', 'all'])
        expect(at(subject, null)).toBe(parties.reduce((total, party) => total + at(subject, party), 0n));
    }
  });

  it('may print a change one unit from its own amount rounded, and says nothing else than the two amounts do', () => {
    const [row] = overviewOf({ ppt: [[100_600, 102_400]] }).rows;
    const look = presented(overviewOf({ ppt: [[100_600, 102_400]] }), thousand);
    expect(row!.changeOre).toBe(180_000n);
    expect(look(`${row!.current.figureId}@change`)).toBe(1n);
  });

  it('prints nothing for an amount that is not known, and counts it in no sum', () => {
    const look = presented(
      overviewOf({
        ppt: [
          [2_000_000, 2_100_000],
          [null, null],
        ],
      }),
      thousand,
    );
    expect(look(idOf('ppt', 'tydal'))).toBeNull();
    expect(look(`${idOf('ppt', 'tydal')}@change`)).toBeNull();
    expect(look(idOf('ppt', null))).toBe(2_100n);
  });

  it('knows no other figure', () => {
    expect(printed('budget/2025.recommended/nav/tiltak/operating/5032')).toBeNull();
  });
});
