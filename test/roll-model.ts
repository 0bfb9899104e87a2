import { type Fraction, fraction } from '@samstyr/core/fraction/fraction';
import { emptyModel } from '@samstyr/core/model/empty-model';
import type {
  ChangeRow,
  GrowthRow,
  KeyRow,
  LineRow,
  Model,
  ServiceKind,
  VersionRow,
} from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { type Day, day } from '@samstyr/core/period/day';

const note = null;
const names = { nameNn: null, nameEn: null, note };
export const parties = ['a', 'b', 'c'] as const;

/** How a small service is built up. */
export type ServiceSetup = {
  readonly id: string;
  readonly kind?: ServiceKind;
  /** Shared by population; without a key the parties' amounts are agreed. */
  readonly key: boolean;
  readonly totalOre: bigint | null;
  readonly lines: readonly Pick<LineRow, 'distribution' | 'party' | 'amountOre'>[];
};

export type RollSetup = {
  readonly services: readonly ServiceSetup[];
  readonly changes: readonly ChangeRow[];
  readonly growth: readonly GrowthRow[];
  readonly adopted?: Model['adopted'];
  readonly versions?: readonly VersionRow[];
};

export const version = (id: string, base: string | null = null): VersionRow => {
  const [year = '', status = ''] = id.split('.');
  return {
    id,
    year: Number(year),
    status: status as VersionRow['status'],
    base,
    asOf: day(`${Number(year) - 1}-12-31`),
    note,
  };
};

export const changeRow = (fields: Partial<ChangeRow> & { readonly id: string }): ChangeRow => ({
  version: '2025.recommended',
  service: 's',
  party: null,
  kind: 'measure',
  amountOre: null,
  from: null,
  until: null,
  oneOff: false,
  counterpart: null,
  reason: null,
  proposer: null,
  status: 'accepted',
  proposedOre: null,
  includedOre: null,
  note,
  ...fields,
});

export const growthRow = (fields: Partial<GrowthRow> & { readonly from: Day }): GrowthRow => ({
  id: 's/2025.recommended/wage',
  version: '2025.recommended',
  service: 's',
  kind: 'wage',
  ratePercent: fraction(46n, 10n),
  baseOre: null,
  includedOre: null,
  published: null,
  note,
  ...fields,
});

export const key = (service: string, form: KeyRow['key']): KeyRow => ({
  id: service,
  service,
  from: null,
  until: null,
  known: null,
  case: null,
  key: form,
  costBase: [],
  basis: 'published',
  paragraph: null,
  note,
});

/** Three parties in one unit, with a population each, and 2025 as the setup says it. */
export function rollModel({ services, changes, growth, adopted = [], versions }: RollSetup): Model {
  return {
    ...emptyModel,
    cooperation: [
      {
        id: 'c',
        name: 'C',
        ...names,
        office: 'a',
        languages: ['nb'],
        roundingUnitOre: ore(100n),
        roundingMode: 'largestRemainder',
        accent: null,
      },
    ],
    party: parties.map((party, at) => ({
      id: party,
      party,
      kind: 'municipality',
      name: party.toUpperCase(),
      kommunenummer: `500${at}`,
      orgnr: null,
      from: null,
      until: null,
      column: true,
      note,
    })),
    register: [{ id: 'population', name: 'Folketall', ...names, unit: 'i', units: 'i', source: null }],
    registerValue: parties.map((party, at) => ({
      id: `population/${party}`,
      register: 'population',
      party,
      date: day('2024-01-01'),
      group: null,
      value: fraction([700n, 210n, 90n][at] ?? 1n),
      basis: 'published',
      source: null,
      published: null,
      note,
    })),
    unit: [{ id: 's', name: 'S', ...names, aliases: [], group: null, host: 'a', order: 1 }],
    service: services.map(({ id, kind }) => ({
      id,
      unit: 's',
      name: id,
      ...names,
      kind: kind ?? 'operating',
      continues: null,
    })),
    participation: services.flatMap(({ id }) =>
      parties.map((party) => ({
        id: `${id}/${party}`,
        service: id,
        party,
        from: null,
        until: null,
        amount: 'known' as const,
        note,
      })),
    ),
    key: services.flatMap((service) =>
      service.key
        ? [
            key(service.id, {
              form: 'by',
              reading: { register: 'population', date: 'previousYear-01-01', group: null, average: 1 },
            } as KeyRow['key']),
          ]
        : [],
    ),
    version: versions ?? [version('2025.recommended')],
    total: services.flatMap(({ id, totalOre }) =>
      totalOre === null
        ? []
        : [
            {
              id: `${id}/total`,
              version: '2025.recommended',
              service: id,
              amountOre: ore(totalOre),
              basis: 'published' as const,
              note,
            },
          ],
    ),
    line: services.flatMap(({ id, lines }) =>
      lines.map((line, at) => ({
        id: `${id}/line-${at}`,
        version: '2025.recommended',
        service: id,
        label: null,
        funksjon: null,
        art: null,
        ansvar: null,
        sensitive: false,
        note,
        ...line,
      })),
    ),
    change: changes,
    growth,
    adopted,
  };
}

/** n/d rounded half away from zero: a sum of its own, so that it can hold Samstyr's against it. */
export const rounded = (n: bigint, d: bigint): bigint => (n < 0n ? -rounded(-n, d) : (2n * n + d) / (2n * d));

const monthIn = (date: Day | null, year: number, otherwise: bigint): bigint => {
  if (date === null) return otherwise;
  const [text = '', month = ''] = date.split('-');
  return Number(text) < year ? 1n : Number(text) > year ? 13n : BigInt(month);
};

/** What a change has in a year's amounts, by the rule alone: months from and until, a one-off in its own year. */
export function changeLevel(change: ChangeRow, written: number, year: number): bigint {
  const { amountOre, from, until, oneOff, status } = change;
  if (amountOre === null || status === 'proposed' || status === 'rejected') return 0n;
  const start = monthIn(from, year, 1n);
  const end = monthIn(until, year, 13n);
  if (start >= end) return 0n;
  if (oneOff) return Number((from ?? `${written}`).slice(0, 4)) === year ? amountOre : 0n;
  return rounded(amountOre * (end - start), 12n);
}

/** What a growth of a year has in the amounts of this and later years. */
export function growthLevel({ baseOre, ratePercent, from }: GrowthRow, year: number): bigint {
  if (baseOre === null || year < Number(from.slice(0, 4))) return 0n;
  const months = 13n - monthIn(from, year, 1n);
  const { n, d }: Fraction = ratePercent;
  return rounded(baseOre * n * months, d * 100n * 12n);
}
