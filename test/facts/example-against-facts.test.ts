import { describe, expect, test } from 'vitest';
import { oreOf, type Rounding, rounded, type Share, shareOf, shares } from './exact-share.ts';
import {
  budget,
  factsArePresent,
  type PrintedTable,
  partyOf,
  population,
  registers,
} from './example-facts.ts';
import { csv, ofUnits, published, type Reading, type UnitFile, units } from './example-folder.ts';

/** Which printed table says what a service costs. */
const tableOf: { readonly [service: string]: string } = {
  personvernombud: 'personvernombud.total',
  kommuneoverlege: 'kommuneoverlege.total',
  'it/drift': 'it.total',
  'it/investering': 'it.investering',
  respons: 'respons.total',
  'lonn-regnskap': 'lonn_regnskap.total',
  innkjop: 'innkjop.total',
  administrering: 'administrering.total',
  'brann/forebyggende': 'brann.forebyggende',
  'brann/feiing': 'brann.feier',
  'brann/beredskap': 'brann.beredskap',
  'barnevern/tiltak-251': 'barnevern.251',
  'barnevern/tiltak-252': 'barnevern.252',
  'barnevern/vakt': 'barnevern.vakt',
  ppt: 'ppt.total',
  psykologer: 'psykologer.total',
  forvaltning: 'forvaltning.total',
  friskliv: 'friskliv.total',
  'nav/kvp': 'nav.kvp',
  'nav/sosialhjelp': 'nav.sosialhjelp',
  'nav/ukraina': 'nav.ukraina',
  'nav/drift': 'nav.drift',
  'areal/byggesak': 'areal.byggesak',
  'areal/arealplan': 'areal.arealplan',
  'areal/kart': 'areal.kart',
  vann: 'vann.total',
  dms: 'dms.total',
  legevakt: 'legevakt.total',
  samfunnsmedisin: 'samfunnsmedisin.total',
};

/** What is printed of others' money: it is in the gross total and in nobody's printed part. */
const aboveTheParts: { readonly [service: string]: bigint } = {
  'it/investering': 200_000_000n,
  vann: 40_000_000n,
};

type Year = 2024 | 2025;
type Parts = ReadonlyMap<string, bigint>;

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n);
const printedIn = (table: PrintedTable, year: Year): Parts =>
  new Map(
    table.rows.flatMap((row) => {
      const printed = row[`budget${year}`];
      const unitOre = table.unit_of_measure === '1000 kr' ? 100_000n : 100n;
      return printed === null ? [] : [[partyOf[row.municipality] ?? '', BigInt(printed) * unitOre] as const];
    }),
  );

describe.runIf(factsArePresent)('the example holds what the published budget says', () => {
  // A suite that is not run is still read; without the facts there is nothing to read.
  if (!factsArePresent) {
    test('rests on facts that are not here', () => expect(factsArePresent).toBe(true));
    return;
  }
  const facts = budget();
  const tables = new Map(facts.units.flatMap((unit) => unit.tables.map((table) => [table.id, table])));
  const table = (id: string): PrintedTable => tables.get(id) as PrintedTable;

  /** A service's printed parts; the rest of barnevern is what its three tables leave of the unit's. */
  function printedParts(service: string, year: Year): Parts {
    const id = tableOf[service];
    if (id !== undefined) return printedIn(table(id), year);
    const own = ['barnevern.251', 'barnevern.252', 'barnevern.vakt'].map((each) =>
      printedIn(table(each), year),
    );
    return new Map(
      [...printedIn(table('barnevern.total'), year)].map(([party, amount]) => [
        party,
        amount - sum(own.map((parts) => parts.get(party) ?? 0n)),
      ]),
    );
  }

  const files = units();
  const services = files.flatMap((file) => file.services.map(({ id }) => ({ id, file })));
  const sorted = (parts: Parts) => [...parts].sort();

  test('30 services in 19 units, each with its printed table', () => {
    expect(files).toHaveLength(19);
    expect(services.map(({ id }) => id).sort()).toEqual([...Object.keys(tableOf), 'barnevern/ovrig'].sort());
  });

  test('every adopted part of 2024 is the printed one, and none is missing', () => {
    const adopted = ofUnits('adopted.csv');
    for (const { id } of services) {
      const rows = adopted.filter(({ service }) => service === id);
      const parts = new Map(rows.map(({ party = '', amount = '' }) => [party, oreOf(amount)]));
      expect(sorted(parts), id).toEqual(sorted(printedParts(id, 2024)));
    }
  });

  test('every amount of 2025 is the printed one, or the sum of the printed ones', () => {
    const lines = ofUnits('lines.csv');
    const totals = ofUnits('totals.csv');
    for (const { id } of services) {
      const printed = printedParts(id, 2025);
      const [total] = totals.filter(({ service }) => service === id);
      if (total !== undefined) {
        expect(oreOf(total['amount'] ?? ''), id).toBe(sum(printed.values()) + (aboveTheParts[id] ?? 0n));
        continue;
      }
      const rows = lines.filter(({ service }) => service === id);
      const parts = new Map(rows.map(({ party = '', amount = '' }) => [party, oreOf(amount)]));
      expect(sorted(parts), id).toEqual(sorted(printed));
    }
  });

  test('every printed figure is recorded where it is printed, once', () => {
    const cell = (line: number, party: string, year: number, field: string, printed: string) =>
      [line, party, year, field, printed].join('|');
    const fields = [
      ['budget2024', 2024, 'amount'],
      ['budget2025', 2025, 'amount'],
      ['change', 2025, 'change'],
    ] as const;
    const expected: string[] = [];
    for (const { rows, printed_sum } of tables.values())
      for (const row of [...rows, printed_sum])
        for (const [key, year, field] of fields)
          if ((row.printed[key] ?? '') !== '')
            expected.push(cell(row.line, partyOf[row.municipality] ?? '', year, field, row.printed[key]));
    for (const row of facts.overview.rows)
      for (const [municipality, values] of Object.entries(row.decoded_positional))
        for (const [key, year, field] of fields)
          if (values[key] !== null)
            expected.push(cell(row.line, partyOf[municipality] ?? '', year, field, `${values[key]}`));
    const recorded = published().map(({ line, party = '', year, field = '', printed = '' }) =>
      cell(Number(line), party, Number(year), field, printed),
    );
    expect(recorded.sort()).toEqual(expected.sort());
  });

  test('wage growth stands where the source states a rate', () => {
    const stated = new Map(
      facts.units.map(({ id, wage_growth }) => [id.replace('_', '-'), wage_growth?.rate_pct ?? null]),
    );
    const unitOf = new Map(services.map(({ id, file }) => [id, file.unit]));
    const growth = ofUnits('growth.csv');
    for (const { service = '', ratePercent, from } of growth) {
      expect(Number(ratePercent), service).toBe(stated.get(unitOf.get(service) ?? ''));
      expect(from).toBe('2025-05-01');
    }
    const withGrowth = new Set(growth.map(({ service = '' }) => unitOf.get(service)));
    for (const [unit, rate] of stated) expect(withGrowth.has(unit), unit).toBe(rate !== null);
  });

  test('children are counted as printed, and fewer than five are sensitive', () => {
    const rows = ofUnits('volumes.csv');
    const counted = rows
      .filter(({ measure }) => measure === 'barn')
      .map(({ service, party, count }) => `${service}|${party}|${count}`);
    const printed = facts.units
      .flatMap(({ volumes }) => volumes ?? [])
      .map((each) => `barnevern/tiltak-${each.measure}|${partyOf[each.municipality]}|${each.children}`);
    expect(counted.sort()).toEqual(printed.sort());
    for (const { id, count, sensitive } of rows) expect(sensitive === 'yes', id).toBe(Number(count) < 5);
  });

  describe('registers and keys', () => {
    const known = registers();
    const numberOf = new Map(
      csv('parties.csv').map(({ party = '', kommunenummer = '' }) => [party, kommunenummer]),
    );
    const values = ['population', 'chimneys', 'properties'].flatMap((register) =>
      csv(`registers/${register}.csv`).map(
        (row) => ({ register, ...row }) as { readonly [c: string]: string },
      ),
    );

    test('the population is the published one, and what is derived or assumed says so', () => {
      const official = new Map(
        population().kommuner.map((each) => [each.kommunenummer, each.folkemengde_1_januar]),
      );
      const groups: { readonly [group: string]: typeof known.population0to15_1jan } = {
        '0-15': known.population0to15_1jan,
        '0-24': known.population0to24_1jan,
      };
      for (const { id, register, party = '', date = '', group = '', value, basis } of values) {
        if (register !== 'population') continue;
        const number = numberOf.get(party) ?? '';
        const year = date.slice(0, 4);
        const july = known.population1July[date]?.[number];
        const source = date.endsWith('-07-01')
          ? july
          : group
            ? groups[group]?.[year]?.[number]
            : official.get(number)?.[year];
        const expectedBasis = date.endsWith('-01-01')
          ? 'published'
          : july === undefined
            ? 'assumed'
            : 'derived';
        expect(basis, id).toBe(expectedBasis);
        if (basis !== 'assumed') expect(Number(value), id).toBe(source);
      }
    });

    test('chimneys and the ratio of properties are the derived ones', () => {
      const of = (register: string) => values.filter((row) => row['register'] === register);
      for (const { party = '', value } of of('chimneys'))
        expect(Number(value)).toBe(known.chimneys2025[numberOf.get(party) ?? '']);
      const [frosta] = of('properties').filter(({ party }) => party === 'frosta');
      expect(Number(frosta?.['value']).toFixed(6)).toBe(known.propertiesRatioFrostaToStjordal);
    });

    const register = ({ by, group = '' }: Reading, day: string, party: string): Share => {
      const [row] = values.filter(
        (each) =>
          each['register'] === by &&
          each['date'] === day &&
          each['group'] === group &&
          each['party'] === party,
      );
      if (row === undefined) throw new Error(`no ${by} ${group} for ${party} on ${day}`);
      return shareOf(row['value'] ?? '');
    };

    const inForce = ({ from, until }: { readonly from?: string; readonly until?: string }, day: string) =>
      (from === undefined || from <= day) && (until === undefined || day < until);
    /** Of those in force on a day, the one that came last. */
    const lastOn = <T extends { readonly from?: string; readonly until?: string }>(
      rows: readonly T[],
      day: string,
    ) =>
      rows
        .filter((row) => inForce(row, day))
        .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
        .at(-1);

    function byTheKey(file: UnitFile, id: string, year: Year): Parts | null {
      // 2024 was made with what was known on its first day; the key of 1 July 2024 was not.
      const day = `${year}-01-01`;
      const entry = lastOn(
        (file.keys ?? []).filter(({ service }) => service === id),
        day,
      );
      const agreement = lastOn(file.agreements, day);
      if (entry === undefined || agreement === undefined) return null;
      // Who buys in pays first and has no part of the rest.
      const contributors = ofUnits('lines.csv')
        .filter(({ service, distribution }) => service === id && distribution === 'contribution')
        .map(({ party }) => party);
      const members = file.participation
        .filter((row) => row.service === id && row.amount !== 'unknown' && inForce(row, day))
        .filter(({ party }) => !contributors.includes(party))
        .map(({ party }) => party);
      const rounding: Rounding = {
        unitOre: oreOf(agreement.roundingUnit),
        mode: agreement.roundingMode,
        host: agreement.host,
      };
      const total = sum(printedParts(id, year).values());
      return rounded(total, shares(entry.key, members, { year, register }), rounding);
    }

    const cases = known.keysThatReproduce.flatMap(({ serviceId, years }) =>
      services
        .filter(({ id }) => id === serviceId || id.startsWith(serviceId.replace('*', '')))
        .flatMap(({ id, file }) => years.map((year) => ({ id, file, year: year as Year }))),
    );

    test('all 17 keys are tried', () => expect(known.keysThatReproduce).toHaveLength(17));

    test.each(cases)('$id $year: key, register and rounding give the printed parts', ({ id, file, year }) => {
      const paying = [...(byTheKey(file, id, year) ?? [])].filter(([, amount]) => amount !== 0n);
      expect(paying.sort()).toEqual(sorted(printedParts(id, year)));
    });
  });
});
