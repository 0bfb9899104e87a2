import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samstyrYear } from './laws/samstyr-year.ts';
import type { YearCase } from './laws/year-case.ts';
import { isRefused } from './laws/year-laws.ts';
import { rational } from './second/rational.ts';
import type { PlainKey } from './second/second-key.ts';
import { secondYear } from './second/second-year.ts';
import type { Vector } from './vector-model.ts';

/** Published keys with their figures, gathered beside the repository; the copies in it hold the same figures. */
const shared = join(import.meta.dirname, '../../shared/facts');
const own = join(import.meta.dirname, 'vectors');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

type KeyVectors = {
  readonly key_ekommune_2017: {
    readonly population: Record<string, number>;
    readonly sharePct: Record<string, number>;
  };
  readonly key_nfkk_steps: { readonly bands: readonly (readonly [number | null, number])[] };
  readonly key_innherred_legevakt: readonly {
    readonly frm: string | null;
    readonly fixed: number;
    readonly pop: number;
  }[];
};

const always = { from: null, until: null };
const ordinary = { year: 2025, unit: 1n, mode: 'largestRemainder', host: null } as const;

/** A whole year of one key and its members, with the register read on 1 January 2024. */
function wholeYear(cost: bigint, key: PlainKey, population: Record<string, number>): YearCase {
  const numbers = Object.keys(population);
  return {
    ...ordinary,
    cost,
    numbers,
    participation: numbers.map((number) => ({ number, ...always })),
    keys: [{ ...always, key }],
    registers: numbers.map((number) => ({
      register: 'population',
      number,
      date: '2024-01-01',
      value: BigInt(population[number]!),
    })),
  };
}
function shares(year: YearCase): Record<string, string> {
  const divided = samstyrYear(year);
  const again = secondYear(year);
  if (isRefused(divided) || isRefused(again)) throw new Error('the key of a vector divides');
  const shown = Object.fromEntries([...divided.shares].map(([number, amount]) => [number, `${amount}`]));
  for (const [number, amount] of again.shares) expect(`${amount}`).toBe(shown[number]);
  return shown;
}
const byPopulation = { by: 'population', date: '2024-01-01' };
const fixedAndPopulation = (fixed: number, population: number): PlainKey => ({
  parts: [
    { share: `${fixed}%`, key: 'equal' },
    { share: `${population}%`, key: byPopulation },
  ],
});

function testKeys(path: string): void {
  const vectors: KeyVectors = read(path);

  test('eKommune Sunnmøre 2017: 30 % equal and 70 % by population give the published percentages', () => {
    const { population, sharePct } = vectors.key_ekommune_2017;
    // Of a cost of 100 000 000 øre, an øre is a millionth of a percent; the published shares have three decimals.
    const divided = shares(wholeYear(100_000_000n, fixedAndPopulation(30, 70), population));
    for (const [name, percent] of Object.entries(sharePct)) {
      const thousandth = rational(BigInt(divided[name]!), 1_000n);
      const rounded = (2n * thousandth[0] + thousandth[1]) / (2n * thousandth[1]);
      expect([name, `${rounded}`]).toEqual([name, `${Math.round(percent * 1000)}`]);
    }
  });

  test('NFKK: the fee of the size band, at its limit and one above', () => {
    const { bands } = vectors.key_nfkk_steps;
    const written = bands.map(([upTo, fee]) => ({
      ...(upTo === null ? {} : { upTo: `${upTo}` }),
      amount: `${fee}.00`,
    }));
    for (const [at, [upTo, fee]] of bands.entries()) {
      const size = upTo ?? 1_000_000;
      const next = bands[at + 1]?.[1] ?? fee;
      const divided = shares(
        wholeYear(0n, { bands: written, ...byPopulation }, { '1': size, '2': size + 1 }),
      );
      expect([divided['1'], divided['2']]).toEqual([`${fee}00`, `${next}00`]);
    }
  });

  test('Innherred legevakt: every version of the key is whole, and its fixed part is the same for all', () => {
    for (const { fixed, pop } of vectors.key_innherred_legevakt) {
      const divided = shares(
        wholeYear(1_000_000n, fixedAndPopulation(fixed, pop), { '5037': 100, '5038': 0 }),
      );
      expect([divided['5037'], divided['5038']]).toEqual([
        `${(fixed / 2 + pop) * 10_000}`,
        `${(fixed / 2) * 10_000}`,
      ]);
    }
  });
}

testKeys(join(own, 'key.json'));
if (existsSync(join(shared, 'key-vectors.json'))) testKeys(join(shared, 'key-vectors.json'));

type Edit = {
  readonly op: string;
  readonly party?: string;
  readonly from?: string;
  readonly key?: PlainKey;
  readonly amountOre?: string;
};

/** A vector before and after its edits, at the level of dividing and rounding. */
function yearsOf({ base, edits, expected }: Vector): {
  before: YearCase;
  after: YearCase;
  direct: Record<string, string>;
} {
  const [population = {}] = Object.values(base.registers);
  const joins = (edits as readonly Edit[]).filter(({ op }) => op === 'join').map(({ party }) => party);
  const direct = { ...base.directOre };
  const cost = (): bigint =>
    Object.values(direct).reduce(
      (left, amount) => left - BigInt(amount),
      BigInt(base.totalOre ?? base.grossOre ?? '0'),
    );
  const all = wholeYear(cost(), base.key ?? base.restKey, population);
  const before = { ...all, participation: all.participation.filter(({ number }) => !joins.includes(number)) };
  let after: YearCase = before;
  for (const { op, party = '', from = '', key, amountOre = '' } of edits as readonly Edit[]) {
    if (op === 'setKey') after = { ...after, keys: [{ ...always, key }] };
    if (op === 'join')
      after = { ...after, participation: [...after.participation, { number: party, from, until: null }] };
    if (op === 'leave') {
      const participation = after.participation.map((row) =>
        row.number === party ? { ...row, until: from } : row,
      );
      after = { ...after, participation };
    }
    if (op === 'setAmount') {
      direct[party] = amountOre;
      after = { ...after, cost: cost() };
    }
  }
  expect(edits.map(({ op }) => op).every((op) => ['setKey', 'join', 'leave', 'setAmount'].includes(op))).toBe(
    true,
  );
  expect(expected.rows.length).toBeGreaterThan(0);
  return { before, after, direct: { ...base.directOre } };
}

function testWhatIfs(path: string): void {
  const cases: readonly Vector[] = read(path).cases;
  for (const vector of cases.filter(({ id }) => ['W01', 'W05', 'W11', 'W18', 'W24'].includes(id))) {
    test(`${vector.id}: divided and rounded to the øre, before and after`, () => {
      const { before, after, direct } = yearsOf(vector);
      const [was, is] = [shares(before), shares(after)];
      for (const { party, beforeOre, afterOre } of vector.expected.rows.filter(
        (row) => direct[row.party] === undefined,
      )) {
        expect([party, was[party] ?? '0', is[party]]).toEqual([party, beforeOre, afterOre]);
      }
    });
  }
}

testWhatIfs(join(own, 'whatif.json'));
if (existsSync(join(shared, 'whatif-vectors.json'))) testWhatIfs(join(shared, 'whatif-vectors.json'));
