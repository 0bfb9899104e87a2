// A made cooperation of a wanted size, the same every time.
const years = [2022, 2023, 2024, 2025];
/** A cooperation of 20 units × 7 municipalities × 4 years, or of other sizes, each unit by a fixed part and population. */
export function made({ emptyModel }, { units = 20, municipalities = 7 } = {}) {
  const note = null;
  const parties = Array.from({ length: municipalities }, (_, at) => `k${5030 + at}`);
  const services = Array.from({ length: units }, (_, at) => `enhet-${at + 1}`);
  const fraction = (n, d = 1n) => ({ n: BigInt(n), d: BigInt(d) });
  const by = {
    form: 'by',
    reading: { register: 'population', date: 'previousYear-01-01', group: null, average: 1 },
  };
  return {
    ...emptyModel,
    cooperation: [
      {
        id: 'c',
        name: 'C',
        nameNn: null,
        nameEn: null,
        office: parties[0],
        languages: ['nb'],
        roundingUnitOre: 100_000n,
        roundingMode: 'largestRemainder',
        accent: null,
        note,
      },
    ],
    party: parties.map((party, at) => ({
      id: party,
      party,
      kind: 'municipality',
      name: party,
      kommunenummer: `${5030 + at}`,
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
    registerValue: years.flatMap((year) =>
      parties.map((party, at) => ({
        id: `p/${year}/${party}`,
        register: 'population',
        party,
        date: `${year - 1}-01-01`,
        group: null,
        value: fraction(700 + at * 3917 + year),
        basis: 'published',
        source: null,
        published: null,
        note,
      })),
    ),
    unit: services.map((id, at) => ({
      id,
      name: id,
      nameNn: null,
      nameEn: null,
      aliases: [],
      group: null,
      host: parties[0],
      order: at,
      note,
    })),
    service: services.map((id) => ({
      id,
      unit: id,
      name: id,
      nameNn: null,
      nameEn: null,
      kind: 'operating',
      continues: null,
      note,
    })),
    participation: services.flatMap((service) =>
      parties.map((party) => ({
        id: `${service}/${party}`,
        service,
        party,
        from: null,
        until: null,
        amount: 'known',
        note,
      })),
    ),
    key: services.map((service, at) => ({
      id: service,
      service,
      from: null,
      until: null,
      known: null,
      case: null,
      key: {
        form: 'parts',
        parts: [
          { share: fraction((at % 90) + 1, 100n), key: { form: 'equal' } },
          { share: fraction(99 - (at % 90), 100n), key: by },
        ],
      },
      costBase: [],
      basis: 'derived',
      paragraph: null,
      note,
    })),
    version: years.map((year, at) => ({
      id: `${year}.recommended`,
      year,
      status: 'recommended',
      base: at === 0 ? null : `${year - 1}.recommended`,
      asOf: `${year}-01-01`,
      note,
    })),
    total: years.flatMap((year) =>
      services.map((service, at) => ({
        id: `${service}/${year}`,
        version: `${year}.recommended`,
        service,
        amountOre: BigInt(900_000_00 + at * 7_531_000_17),
        basis: 'published',
        note,
      })),
    ),
  };
}
