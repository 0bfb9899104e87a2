import { everybody, figureId, wholeBudget } from '../budget/figure-id.ts';
import type { Amount, Overview, OverviewRow } from '../budget/view.ts';
import { type Ore, ore } from '../money/ore.ts';
import { day } from '../period/day.ts';
import type { WithholdInput } from './withhold.ts';

/** Thousands of kroner last year and this year; null: takes no part. */
export type SmallTable = {
  readonly parties: readonly string[];
  readonly services: {
    readonly [service: string]: readonly (readonly [number, number] | null)[];
  };
  /** `service party`. */
  readonly sensitive: readonly string[];
};

export const smallVersion = '2025.recommended';

export const smallId = (subject: string, party: string | null, suffix = ''): string =>
  figureId({
    version: smallVersion,
    subject,
    kind: 'operating',
    party: party ?? everybody,
    aspect: { aspect: 'amount' },
  }) + suffix;

/** An overview for tests, with every sum: amounts are given in thousands, the party's slug is its number. */
export function smallOverview({ parties, services, sensitive }: SmallTable): Overview {
  type Place = {
    unit: string | null;
    service: string | null;
    party: string | null;
    pair: [bigint, bigint];
    isMember: boolean;
    isSensitive: boolean;
  };
  const places = new Map<string, Place>();
  const add = (
    unit: string | null,
    service: string | null,
    party: string | null,
    cell: readonly [number, number] | null,
    isSensitive: boolean,
  ): void => {
    const name = `${unit}|${service}|${party}`;
    const known = places.get(name) ?? {
      unit,
      service,
      party,
      pair: [0n, 0n],
      isMember: false,
      isSensitive: false,
    };
    const [before, now] = cell ?? [0, 0];
    known.pair = [
      known.pair[0] + BigInt(Math.round(before * 100_000)),
      known.pair[1] + BigInt(Math.round(now * 100_000)),
    ];
    known.isMember ||= cell !== null;
    known.isSensitive ||= isSensitive;
    places.set(name, known);
  };
  for (const [service, cells] of Object.entries(services)) {
    const unit = service.split('/')[0] ?? service;
    cells.forEach((cell, index) => {
      const party = parties[index] ?? `${index}`;
      const isSensitive = sensitive.includes(`${service} ${party}`);
      for (const who of [party, null])
        for (const [u, s] of [
          [unit, service],
          [unit, null],
          [null, null],
        ] as const)
          add(u, s, who, cell, isSensitive && s !== null && who !== null);
    });
  }
  const rows = [...places.values()].map((place): OverviewRow => {
    const { unit, service, party, pair, isMember, isSensitive } = place;
    const id = smallId(service ?? unit ?? wholeBudget, party);
    const amount = (value: bigint, figure: string): Amount => ({
      ore: ore(value),
      attendance: isMember ? 'member' : 'absent',
      figureId: figure,
      provisional: null,
      waiting: null,
      sensitive: isSensitive,
    });
    return {
      unit,
      service,
      party,
      kind: 'operating',
      previous: amount(pair[0], `${id}@previous`),
      current: amount(pair[1], id),
      changeOre: ore(pair[1] - pair[0]) as Ore,
      figureId: id,
    };
  });
  return {
    cooperation: 'Prøveregionen',
    year: 2025,
    version: {
      id: smallVersion,
      year: 2025,
      status: 'recommended',
      base: null,
      asOf: day('2024-10-01'),
      note: null,
    },
    previousVersion: null,
    parties: parties.map((party) => ({
      party,
      number: party,
      name: party,
      kind: 'municipality',
      column: true,
    })),
    rows: rows.filter((row) => row.unit !== null),
    totals: rows.filter((row) => row.unit === null),
  };
}

/** An edition in 1 000 kr of a cooperation with no keys, counts, lines or earlier publications. */
export const nothingElse = {
  unitOre: ore(100_000n),
  keyed: new Set<string>(),
  groups: [],
  published: new Set<string>(),
  volumes: [],
  prices: [],
  lines: [],
  changes: [],
} satisfies Omit<WithholdInput, 'overview'>;

/** NAV in the joint budget of Værnesregionen 2025, in 1 000 kr. */
export const navTable: SmallTable = {
  parties: ['stjordal', 'selbu', 'tydal', 'frosta', 'meraker'],
  services: {
    'nav/kvp': [
      [8750, 9000],
      [1900, 1400],
      [50, 0],
      [200, 300],
      [1150, 2000],
    ],
    'nav/sosialhjelp': [
      [30000, 31200],
      [3000, 2800],
      [100, 175],
      [2100, 1700],
      [1900, 2150],
    ],
    'nav/ukraina': [
      [8000, 7500],
      [1150, 1650],
      [300, 700],
      [500, 920],
      [1000, 2500],
    ],
    'nav/drift': [
      [12177, 13034],
      [2535, 2735],
      [932, 1005],
      [1826, 1946],
      [1723, 1850],
    ],
    ppt: [
      [11508, 12773],
      [2088, 2354],
      [679, 772],
      [1504, 1679],
      [1373, 1552],
    ],
  },
  sensitive: ['nav/kvp selbu', 'nav/kvp tydal', 'nav/kvp frosta'],
};
