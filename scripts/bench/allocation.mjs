// How fast a cost is divided and rounded. `run()` gives rows for `npm run bench`: { name, median, unit }.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../install.mjs';

const core = join(root, 'packages/core/src');

async function load() {
  const outfile = join(root, '.cache', 'bench-allocation.mjs');
  mkdirSync(join(root, '.cache'), { recursive: true });
  await build({
    stdin: {
      contents: [
        'allocation/allocate',
        'allocation/round-shares',
        'key/algebra',
        'key/divide',
        'key/parse-key',
        'register/reading',
        'register/register-index',
      ]
        .map((file) => `export * from './${file}.ts';`)
        .join('\n'),
      resolveDir: core,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** The median of some rounds, in microseconds a call. */
function median(calls, work) {
  const rounds = Array.from({ length: 9 }, (_, round) => {
    const started = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) work(round * calls + call);
    return Number(process.hrtime.bigint() - started) / 1000 / calls;
  });
  return rounds.sort((a, b) => a - b)[4];
}

const population = { 5026: 2035, 5031: 14783, 5032: 4216, 5033: 773, 5034: 2454, 5035: 24717, 5036: 2645 };
const parties = Object.keys(population);

/** Ten years of population for seven parties, so that a lookup has something to look through. */
const registerRows = Array.from({ length: 10 }, (_, at) => 2016 + at).flatMap((year) =>
  parties.map((party) => ({
    id: `population-${party}-${year}`,
    note: null,
    register: 'population',
    party,
    date: `${year}-01-01`,
    group: null,
    value: { n: BigInt(population[party]), d: 1n },
    basis: 'published',
    source: null,
    published: null,
  })),
);

const fixedAndVariable = {
  parts: [
    { share: '3/20', key: 'equal' },
    { share: '17/20', key: { by: 'population' } },
  ],
};
const keys = {
  'divide, 15 % equal + 85 % population, 7 parties': fixedAndVariable,
  'divide, the same with a cap that binds': { cap: { party: '5033', share: '1/100', of: fixedAndVariable } },
};

/** Rows of the bench: a name, the median of nine rounds, and its unit. */
export async function run() {
  const { allocate, divide, parseKey, plain, registerIndex, registerReader, roundShares } = await load();
  const weights = Object.values(population).map(BigInt);
  const micro = median(100_000, (call) => allocate(1714400000n + BigInt(call), weights));
  const rows = [
    { name: 'allocations a second, 7 parties', median: Math.round(1_000_000 / micro), unit: '1/s' },
  ];
  const context = {
    year: 2025,
    members: parties.map((party) => ({ party, row: { id: party } })),
    keyRow: { id: 'bench' },
    register: registerReader(registerIndex(registerRows), '2025-06-01'),
    isParty: () => true,
  };
  const names = { resolveParty: (text) => text, hasRegister: () => true };
  for (const [name, written] of Object.entries(keys)) {
    const { value: key } = parseKey(written, names);
    const perCall = median(10_000, (call) =>
      divide({ n: 1714400000n + BigInt(call), d: 1n }, key, context, plain),
    );
    rows.push({ name, median: Math.round(perCall * 100) / 100, unit: 'µs' });
  }
  const { value: key } = parseKey(fixedAndVariable, names);
  const { value } = divide({ n: 1714400000n, d: 1n }, key, context, plain);
  const exact = [...value.parts.values()];
  const rounding = { exact, totalOre: 1714400000n, unitOre: 100000n, mode: 'largestRemainder', host: null };
  const perRounding = median(20_000, () => roundShares(rounding));
  rows.push({
    name: 'the rounding of those 7 parts to 1 000 kr',
    median: Math.round(perRounding * 100) / 100,
    unit: 'µs',
  });
  return rows;
}
