// How fast a joint budget and a what-if are computed from a loaded model, on the example and on a made cooperation.
import { join } from 'node:path';
import { root } from '../install.mjs';
import { load, median } from './load.mjs';

const years = [2022, 2023, 2024, 2025];
const units = 20;
const municipalities = 7;

/** A cooperation of 20 units × 7 municipalities × 4 years, each unit by a fixed part and population. */
function made({ emptyModel }) {
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
          { share: fraction(at + 1, 100n), key: { form: 'equal' } },
          { share: fraction(99 - at, 100n), key: by },
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

export async function run() {
  const core = await load('budget', [
    'core/model/empty-model',
    'core/cooperation/indexed-model',
    'core/budget/overview',
    'core/budget/service',
    'core/scenario/whatif',
    'core/period/day',
    'core/explain/explain',
    'formats/folder/load-folder',
    'formats/folder/read-folder',
  ]);
  const model = made(core);
  const index = core.indexModel(model);
  const budget = (of) => {
    for (const version of of.model.version)
      for (const service of of.model.service) core.serviceBudget(of, version, service, 'agreement');
  };
  const folder = join(root, 'examples', 'vaernesregionen');
  const example = core.readFolder(core.loadFolder(folder));
  if (!example.ok) throw new Error('the example is not in order');
  const exampleIndex = core.indexModel(example.value);
  const question = { year: 2025, version: null, rounding: 'agreement' };
  const leave = [{ op: 'leave', service: 'legevakt', party: 'selbu', from: '2025-07-01' }];
  const joint = median(20, () => budget(index));
  // A thousand cooperations are a thousand models: each is indexed and computed from its own.
  const started = process.hrtime.bigint();
  for (let at = 0; at < 1000; at += 1) budget(core.indexModel(model));
  const thousand = Number(process.hrtime.bigint() - started) / 1e6;
  return [
    {
      name: 'Fellesbudsjett, 20 enheter × 7 kommuner × 4 år, fra lest modell',
      median: joint,
      unit: 'ms',
      goal: 2,
    },
    {
      name: '1 000 slike samarbeid, indeksert og regnet ut hvert for seg, én kjerne',
      median: thousand,
      unit: 'ms',
      goal: 1000,
    },
    {
      name: 'Oversikten i eksempelet, begge år',
      median: median(20, () => core.overview(exampleIndex, question)),
      unit: 'ms',
      goal: null,
    },
    {
      name: 'Hva om Selbu går ut av legevakt (hele eksempelet før og etter)',
      median: median(10, () => core.whatIf(example.value, leave, question)),
      unit: 'ms',
      goal: 16,
    },
    {
      name: 'Forklar ett tall i eksempelet',
      median: median(20, () => core.explain(exampleIndex, 'budget/2025/nav/5035', 'agreement')),
      unit: 'ms',
      goal: null,
    },
    {
      name: 'Les og kontroller eksempelmappen (131 filer)',
      median: median(2, () => core.readFolder(core.loadFolder(folder))),
      unit: 'ms',
      goal: null,
    },
  ];
}
