import { parseFraction } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import { emptyModel } from '@samstyr/core/model/empty-model';
import type { Model } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { day, firstDayOf } from '@samstyr/core/period/day';

export type Vector = {
  readonly id: string;
  readonly service: string;
  readonly base: {
    readonly year: number;
    readonly totalOre?: string;
    readonly grossOre?: string;
    readonly directOre?: { readonly [party: string]: string };
    readonly key?: unknown;
    readonly restKey?: unknown;
    readonly registers: { readonly [name: string]: { readonly [party: string]: number } };
  };
  readonly edits: readonly { readonly op: string }[];
  readonly expected: {
    readonly rows: readonly {
      readonly party: string;
      readonly beforeOre: string;
      readonly afterOre: string;
      readonly differenceOre: string;
    }[];
    readonly segments?: readonly {
      readonly from: string;
      readonly until: string;
      readonly costOre: string;
    }[];
    readonly unavoidableOre?: string;
  };
};

const note = null;

/** A cooperation of one service made from a vector's base: one key, its registers, whole øre. Newcomers have register values but no part. */
export function vectorModel({ service, base, edits }: Vector, key: Key): Model {
  const version = `${base.year}.recommended`;
  const joiners = new Set(
    edits.filter(({ op }) => op === 'join').map((edit) => (edit as unknown as { party: string }).party),
  );
  const direct = base.directOre ?? {};
  const parties = [
    ...new Set([
      ...Object.values(base.registers).flatMap((values) => Object.keys(values)),
      ...Object.keys(direct),
    ]),
  ];
  const unit = service.split('/')[0] ?? service;
  return {
    ...emptyModel,
    cooperation: [
      {
        id: 'c',
        name: 'C',
        nameNn: null,
        nameEn: null,
        office: parties[0] ?? '',
        languages: ['nb'],
        roundingUnitOre: ore(1n),
        roundingMode: 'largestRemainder',
        accent: null,
        note,
      },
    ],
    party: parties.map((party) => ({
      id: party,
      party,
      kind: 'municipality',
      name: party,
      kommunenummer: party,
      orgnr: null,
      from: null,
      until: null,
      column: true,
      note,
    })),
    register: [
      {
        id: 'population',
        name: 'Folketall',
        nameNn: null,
        nameEn: null,
        unit: 'innbygger',
        units: 'innbyggere',
        source: null,
        note,
      },
    ],
    registerValue: Object.entries(base.registers).flatMap(([name, values]) => {
      const [register = '', date = ''] = name.split('@');
      return Object.entries(values).map(([party, value]) => ({
        id: `${name}/${party}`,
        register,
        party,
        date: day(date),
        group: null,
        value: parseFraction(`${value}`) ?? { n: 0n, d: 1n },
        basis: 'published' as const,
        source: null,
        published: null,
        note,
      }));
    }),
    unit: [
      {
        id: unit,
        name: unit,
        nameNn: null,
        nameEn: null,
        aliases: [],
        group: null,
        host: null,
        order: 1,
        note,
      },
    ],
    service: [
      {
        id: service,
        unit,
        name: service,
        nameNn: null,
        nameEn: null,
        kind: 'operating',
        continues: null,
        note,
      },
    ],
    participation: parties
      .filter((party) => !joiners.has(party) && direct[party] === undefined)
      .map((party) => ({
        id: `${service}/${party}`,
        service,
        party,
        from: null,
        until: null,
        amount: 'known' as const,
        note,
      })),
    key: [
      {
        id: 'key',
        service,
        from: null,
        until: null,
        known: null,
        case: null,
        key,
        costBase: [],
        basis: 'derived',
        paragraph: null,
        note,
      },
    ],
    version: [
      { id: version, year: base.year, status: 'recommended', base: null, asOf: firstDayOf(base.year), note },
    ],
    total: [
      {
        id: 'total',
        version,
        service,
        amountOre: ore(BigInt(base.totalOre ?? base.grossOre ?? '0')),
        basis: 'published',
        note,
      },
    ],
    line: Object.entries(direct).map(([party, amount]) => ({
      id: `line-${party}`,
      version,
      service,
      distribution: 'contribution' as const,
      party,
      amountOre: ore(BigInt(amount)),
      label: null,
      funksjon: null,
      art: null,
      ansvar: null,
      sensitive: false,
      note,
    })),
  };
}
