import { expect, test } from 'vitest';
import { fraction, fractionText, parseFraction } from '../fraction/fraction.ts';
import type { RegisterValueRow } from '../model/rows.ts';
import { day } from '../period/day.ts';
import { registerReader } from '../register/reading.ts';
import { registerIndex } from '../register/register-index.ts';
import { plain } from './algebra.ts';
import { divide } from './divide.ts';
import { parseKey } from './parse-key.ts';

/** Populations that are easy to do sums with: a 6, b 3, c 1; d has 0. On 1 July 2024 a has 4, on 1 January 2025 nothing is published. */
const values: readonly (readonly [register: string, date: string, party: string, value: string])[] = [
  ['population', '2024-01-01', 'a', '6'],
  ['population', '2024-01-01', 'b', '3'],
  ['population', '2024-01-01', 'c', '1'],
  ['population', '2024-01-01', 'd', '0'],
  ['population', '2023-01-01', 'a', '2'],
  ['population', '2023-01-01', 'b', '5'],
  ['population', '2024-07-01', 'a', '4'],
  ['population', '2024-07-01', 'b', '1'],
  ['calls', '2024-01-01', 'a', '1'],
  ['calls', '2024-01-01', 'b', '3'],
  ['calls', '2023-01-01', 'a', '3'],
  ['calls', '2023-01-01', 'b', '1'],
  ['calls', '2025-01-01', 'a', '1'],
  ['calls', '2025-01-01', 'b', '1'],
  ['debt', '2024-01-01', 'a', '-1'],
  ['debt', '2024-01-01', 'b', '4'],
];
const rows = values.map(
  ([register, date, party, value]): RegisterValueRow => ({
    id: `${register}-${date}-${party}`,
    note: null,
    register,
    party,
    date: day(date),
    group: null,
    value: parseFraction(value)!,
    basis: 'published',
    source: null,
    published: null,
  }),
);
const register = registerReader(registerIndex(rows), day('2025-06-01'));
const parties = ['a', 'b', 'c', 'd', 'outside'];

function divided(cost: number, key: unknown, members: string, year = 2025) {
  const parsed = parseKey(key, {
    resolveParty: (text) => (parties.includes(text) || text === 'gone' ? text : null),
    hasRegister: () => true,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(' '));
  return divide(
    fraction(BigInt(cost)),
    parsed.value,
    {
      year,
      members: [...members].map((party) => ({
        party,
        row: { id: party, note: null, service: 's', party, from: null, until: null, amount: 'known' },
      })),
      keyRow: { id: 'k' },
      register,
      isParty: (party) => parties.includes(party),
    },
    plain,
  );
}
/** Who pays what, as `a 3/2 b 3/2 | staten 4`. */
function paid(cost: number, key: unknown, members: string, year = 2025): string {
  const result = divided(cost, key, members, year);
  if (!result.ok) return result.problems.map(({ code }) => code).join(' ');
  const shown = (amounts: ReadonlyMap<string, { n: bigint; d: bigint }>): string =>
    [...amounts].map(([name, amount]) => `${name} ${fractionText(amount)}`).join(' ');
  const { parts, external } = result.value;
  return external.size === 0 ? shown(parts) : `${shown(parts)} | ${shown(external)}`;
}
const problems = (cost: number, key: unknown, members: string, year = 2025) => {
  const result = divided(cost, key, members, year);
  return result.ok ? [] : result.problems;
};
const population = { by: 'population', date: '2024-01-01' };
const used = { key: 'k', year: 2025 };

test('equal: the same for all', () => {
  expect(paid(10, 'equal', 'abc')).toBe('a 10/3 b 10/3 c 10/3');
  expect(problems(10, 'equal', '')).toEqual([{ code: 'key.noMembers', ...used }]);
});

test('by a register: in proportion, and a value of 0 pays 0', () => {
  expect(paid(100, population, 'abc')).toBe('a 60 b 30 c 10');
  expect(paid(100, population, 'abd')).toBe('a 200/3 b 100/3 d 0');
  expect(problems(100, population, '')).toEqual([{ code: 'key.noMembers', ...used }]);
});

test('by a register: nobody can pay by zeros alone, or by a negative value', () => {
  expect(problems(100, population, 'd')).toEqual([
    { code: 'key.nobodyPays', ...used, register: 'population' },
  ]);
  expect(problems(100, { by: 'debt' }, 'ab')).toEqual([
    { code: 'key.negativeValue', ...used, register: 'debt', party: 'a', value: fraction(-1n) },
  ]);
});

test('by a register: the date rule is read in the budget year, and a value that is missing is told', () => {
  expect(paid(10, { by: 'population', date: 'previousYear-01-01' }, 'ab')).toBe('a 20/3 b 10/3');
  expect(paid(10, { by: 'population' }, 'ab', 2024)).toBe('a 20/7 b 50/7');
  expect(paid(10, { by: 'population', date: 'previousYear-07-01' }, 'ab')).toBe('a 8 b 2');
  expect(problems(10, { by: 'population', date: 'previousYear-07-01' }, 'abc')).toMatchObject([
    { code: 'register.missing', party: 'c', date: '2024-07-01' },
  ]);
});

test('by a register: an unpublished date reads the one before, and says so', () => {
  const result = divided(10, { by: 'population', date: 'budgetYear-01-01' }, 'ab');
  expect(result.ok && result.value.provisional).toEqual([
    { register: 'population', group: null, wanted: '2025-01-01', used: '2024-07-01' },
  ]);
  const certain = divided(10, population, 'ab');
  expect(certain.ok && certain.value.provisional).toEqual([]);
});

test('by a register: an average is of the register values', () => {
  // a (6 + 2) ÷ 2 = 4, b (3 + 5) ÷ 2 = 4
  expect(paid(10, { ...population, average: '2' }, 'ab')).toBe('a 5 b 5');
});

test('usage: in proportion to the use of a year, dated its 1 January', () => {
  expect(paid(8, { usage: 'calls', period: 'previousYear' }, 'ab')).toBe('a 2 b 6');
  expect(paid(8, { usage: 'calls', period: 'budgetYear' }, 'ab')).toBe('a 4 b 4');
  expect(paid(8, { usage: 'calls', period: '2023' }, 'ab')).toBe('a 6 b 2');
});

test('agreed: the shares that were agreed, in member order', () => {
  expect(paid(10, { agreed: { b: '70%', a: '3/10' } }, 'ab')).toBe('a 3 b 7');
  expect(paid(10, { agreed: { a: '1', b: '0' } }, 'ab')).toBe('a 10 b 0');
});

test('agreed: shares are never scaled in silence when somebody has left or come', () => {
  const key = { agreed: { a: '1/2', b: '1/2' } };
  expect(problems(10, key, 'a')).toEqual([
    { code: 'key.agreedNotMember', ...used, party: 'b', share: fraction(1n, 2n) },
  ]);
  expect(problems(10, key, 'abc')).toEqual([{ code: 'key.agreedMissing', ...used, party: 'c' }]);
  expect(problems(10, key, 'ac').map(({ code }) => code)).toEqual([
    'key.agreedNotMember',
    'key.agreedMissing',
  ]);
  expect(paid(10, { agreed: { a: '1', b: '0' } }, 'a')).toBe('a 10');
});

test('direct: one party pays all, member or not, as long as it exists', () => {
  expect(paid(10, { direct: 'b' }, 'ab')).toBe('a 0 b 10');
  expect(paid(10, { direct: 'outside' }, 'ab')).toBe('a 0 b 0 outside 10');
  expect(problems(10, { direct: 'gone' }, 'ab')).toEqual([
    { code: 'key.directUnknown', ...used, party: 'gone' },
  ]);
  const halves = [
    { share: '1/2', key: { direct: 'outside' } },
    { share: '1/2', key: { direct: 'outside' } },
  ];
  expect(paid(10, { parts: halves }, 'a')).toBe('a 0 outside 10');
});

test('parts: each part of the cost by its own key', () => {
  const key = {
    parts: [
      { share: '15%', key: 'equal' },
      { share: '85%', key: population },
    ],
  };
  // a 1500 ÷ 2 + 8500 × 6/9, b 1500 ÷ 2 + 8500 × 3/9
  expect(paid(10_000, key, 'ab')).toBe('a 19250/3 b 10750/3');
});

test('parts: everything wrong is told at once', () => {
  const key = {
    parts: [
      { share: '1/2', key: { agreed: { a: '1' } } },
      { share: '1/2', key: { by: 'debt' } },
    ],
  };
  expect(problems(10, key, 'ab').map(({ code }) => code)).toEqual(['key.agreedMissing', 'key.negativeValue']);
});

test('bands: whoever has at most the limit pays the fee of the step, whatever the cost', () => {
  const key = {
    bands: [{ upTo: '1', amount: '1' }, { upTo: '5', amount: '2' }, { amount: '3' }],
    ...population,
  };
  expect(paid(1, key, 'abcd')).toBe('a 300 b 200 c 100 d 100');
  expect(paid(-1, key, 'ab')).toBe('a 300 b 200');
});

test('tariff: a base and a price per unit, whatever the cost', () => {
  expect(paid(1, { tariff: { base: '10', price: '0.50' }, ...population }, 'abd')).toBe(
    'a 1300 b 1150 d 1000',
  );
});

test('price lists need the register like any other key', () => {
  expect(
    problems(1, { tariff: { base: '1', price: '1' }, by: 'population', date: '2024-07-01' }, 'ac'),
  ).toMatchObject([{ code: 'register.missing', party: 'c' }]);
});

test('threshold: the first amount by one key, what exceeds it by another; a credit mirrors it', () => {
  const key = { threshold: { amount: '1', below: 'equal', above: { direct: 'a' } } };
  expect(paid(300, key, 'ab')).toBe('a 250 b 50');
  expect(paid(-300, key, 'ab')).toBe('a -250 b -50');
  expect(paid(60, key, 'ab')).toBe('a 30 b 30');
  expect(paid(-60, key, 'ab')).toBe('a -30 b -30');
});

test('cap: who is over pays the limit, and the others take the rest by their own parts', () => {
  expect(paid(100, { cap: { party: 'a', share: '40%', of: population } }, 'abc')).toBe('a 40 b 45 c 15');
  expect(paid(-100, { cap: { party: 'a', share: '40%', of: population } }, 'abc')).toBe('a -40 b -45 c -15');
  expect(paid(100, { cap: { party: 'a', share: '60%', of: population } }, 'abc')).toBe('a 60 b 30 c 10');
});

test('cap: repeated until nobody is over', () => {
  // At most 42 each: a is cut from 60 to 42, then b has 30 × 58/40 = 43,5 and is cut too; c takes 16.
  expect(paid(100, { cap: { share: '42%', of: population } }, 'abc')).toBe('a 42 b 42 c 16');
  expect(paid(100, { cap: { amount: '0.42', of: population } }, 'abc')).toBe('a 42 b 42 c 16');
  expect(paid(-100, { cap: { amount: '0.42', of: population } }, 'abc')).toBe('a -42 b -42 c -16');
});

test('cap: one for a single party does not follow the others up', () => {
  expect(paid(100, { cap: { party: 'c', share: '5%', of: population } }, 'abc')).toBe('a 190/3 b 95/3 c 5');
});

test('cap: one that cannot hold the cost is told with its figures', () => {
  const limited = {
    code: 'key.capTooLow',
    ...used,
    limitOre: fraction(300n, 10n),
    payers: 3,
    costOre: fraction(100n),
  };
  const [problem] = problems(100, { cap: { share: '30%', of: population } }, 'abc');
  expect(problem).toEqual({ ...limited, leftOre: fraction(100n, 10n) });
  expect(problems(100, { cap: { party: 'a', share: '30%', of: { direct: 'a' } } }, 'ab')).toMatchObject([
    { code: 'key.capTooLow', payers: 1 },
  ]);
});

test('cap: one that holds the cost exactly is enough', () => {
  expect(paid(90, { cap: { share: '1/3', of: population } }, 'abc')).toBe('a 30 b 30 c 30');
});

test('cap: holds for those who pay directly from outside too; a limit for one who takes no part limits nobody', () => {
  const key = {
    parts: [
      { share: '3/4', key: { direct: 'outside' } },
      { share: '1/4', key: 'equal' },
    ],
  };
  expect(paid(100, { cap: { share: '1/2', of: key } }, 'ab')).toBe('a 25 b 25 outside 50');
  expect(paid(100, { cap: { party: 'c', share: '0', of: population } }, 'ab')).toBe('a 200/3 b 100/3');
});

test('floor: who is under pays the limit, and the others pay less by their own parts', () => {
  expect(paid(100, { floor: { share: '20%', of: population } }, 'abc')).toBe('a 160/3 b 80/3 c 20');
  expect(paid(-100, { floor: { share: '20%', of: population } }, 'abc')).toBe('a -160/3 b -80/3 c -20');
  expect(paid(100, { floor: { amount: '0.20', of: population } }, 'abc')).toBe('a 160/3 b 80/3 c 20');
  expect(paid(-100, { floor: { amount: '0.20', of: population } }, 'abc')).toBe('a -160/3 b -80/3 c -20');
});

test('floor: repeated until nobody is under', () => {
  // At least 29 each: c is lifted from 10, then b has 30 × 71/90 and is lifted too; a pays 42.
  expect(paid(100, { floor: { share: '29%', of: population } }, 'abc')).toBe('a 42 b 29 c 29');
});

test('floor: lifts a member that pays 0, but nobody from outside', () => {
  expect(paid(100, { floor: { share: '10%', of: population } }, 'bd')).toBe('b 90 d 10');
  const key = {
    parts: [
      { share: '1/10', key: { direct: 'outside' } },
      { share: '9/10', key: 'equal' },
    ],
  };
  expect(paid(100, { floor: { share: '20%', of: key } }, 'ab')).toBe('a 45 b 45 outside 10');
});

test('floor: one that is more than the cost is told with its figures', () => {
  const [problem] = problems(100, { floor: { share: '40%', of: population } }, 'abc');
  expect(problem).toMatchObject({ code: 'key.floorTooHigh', payers: 3, leftOre: fraction(-100n, 5n) });
  expect(problems(-100, { floor: { share: '40%', of: population } }, 'abc')).toMatchObject([
    { code: 'key.floorTooHigh' },
  ]);
});

test('a limit on a price list cuts off, and nobody takes it', () => {
  const list = { tariff: { base: '0', price: '1' }, ...population };
  expect(paid(1, { cap: { amount: '4', of: list } }, 'abc')).toBe('a 400 b 300 c 100');
  expect(paid(1, { floor: { amount: '2', of: list } }, 'abc')).toBe('a 600 b 300 c 200');
  expect(paid(1, { cap: { party: 'b', amount: '2', of: list } }, 'abc')).toBe('a 600 b 200 c 100');
});

test('phaseIn: year k of n by k/n of the new key', () => {
  const key = (firstYear: number) => ({
    phaseIn: { from: { direct: 'a' }, to: { direct: 'b' }, years: '4', firstYear: `${firstYear}` },
  });
  expect(paid(100, key(2026), 'ab')).toBe('a 100 b 0');
  expect(paid(100, key(2025), 'ab')).toBe('a 75 b 25');
  expect(paid(100, key(2023), 'ab')).toBe('a 25 b 75');
  expect(paid(100, key(2022), 'ab')).toBe('a 0 b 100');
  expect(paid(100, key(2000), 'ab')).toBe('a 0 b 100');
});

test('phaseIn: amounts in both keys are a year’s, and a funder is phased in like a party', () => {
  const funded = { external: { funder: 'staten', amount: '0.40', rest: 'equal' } };
  const key = { phaseIn: { from: 'equal', to: funded, years: '2', firstYear: '2025' } };
  expect(paid(100, key, 'ab')).toBe('a 40 b 40 | staten 20');
  const both = { phaseIn: { from: funded, to: funded, years: '2', firstYear: '2025' } };
  expect(paid(100, both, 'ab')).toBe('a 30 b 30 | staten 40');
});

test('phaseIn: what is wrong in either key is told', () => {
  const key = {
    phaseIn: { from: { by: 'debt' }, to: { agreed: { a: '1' } }, years: '2', firstYear: '2025' },
  };
  expect(problems(10, key, 'ab').map(({ code }) => code)).toEqual(['key.negativeValue', 'key.agreedMissing']);
});

test('external: a share, an amount or a price first; the rest by the key', () => {
  expect(paid(100, { external: { funder: 'staten', share: '40%', rest: 'equal' } }, 'ab')).toBe(
    'a 30 b 30 | staten 40',
  );
  expect(paid(-100, { external: { funder: 'staten', share: '40%', rest: 'equal' } }, 'ab')).toBe(
    'a -30 b -30 | staten -40',
  );
  expect(paid(100, { external: { funder: 'staten', amount: '0.10', rest: 'equal' } }, 'ab')).toBe(
    'a 45 b 45 | staten 10',
  );
  expect(
    paid(100, { external: { funder: 'staten', price: '0.02', ...population, rest: 'equal' } }, 'ab'),
  ).toBe('a 41 b 41 | staten 18');
});

test('external: never above the ceiling or the cost', () => {
  const ceiling = (most: string) => ({
    external: { funder: 'staten', share: '40%', ceiling: most, rest: 'equal' },
  });
  expect(paid(100, ceiling('0.30'), 'ab')).toBe('a 35 b 35 | staten 30');
  expect(paid(100, ceiling('0.50'), 'ab')).toBe('a 30 b 30 | staten 40');
  expect(paid(-100, ceiling('0.30'), 'ab')).toBe('a -30 b -30 | staten -40');
  expect(paid(100, { external: { funder: 'staten', amount: '5', rest: 'equal' } }, 'ab')).toBe(
    'a 0 b 0 | staten 100',
  );
});

test('external: kroner pay a cost, and take no part in a credit', () => {
  expect(paid(-100, { external: { funder: 'staten', amount: '0.10', rest: 'equal' } }, 'ab')).toBe(
    'a -50 b -50 | staten 0',
  );
});

test('external: several funders, and one that pays twice', () => {
  const nested = (first: string, second: string) => ({
    external: {
      funder: first,
      amount: '0.10',
      rest: { external: { funder: second, amount: '0.20', rest: 'equal' } },
    },
  });
  expect(paid(100, nested('staten', 'fylket'), 'ab')).toBe('a 35 b 35 | staten 10 fylket 20');
  expect(paid(100, nested('staten', 'staten'), 'ab')).toBe('a 35 b 35 | staten 30');
  const half = { share: '1/2', key: { external: { funder: 'staten', amount: '0.10', rest: 'equal' } } };
  expect(paid(100, { parts: [half, half] }, 'ab')).toBe('a 40 b 40 | staten 20');
});

test('external: what is wrong with the funder and with the rest is told together', () => {
  const key = { external: { funder: 'staten', price: '1', by: 'debt', rest: { agreed: { a: '1' } } } };
  expect(problems(10, key, 'ab').map(({ code }) => code)).toEqual(['key.negativeValue', 'key.agreedMissing']);
  expect(
    problems(10, { external: { funder: 'staten', share: '1/2', rest: { by: 'debt' } } }, 'ab'),
  ).toHaveLength(1);
});

test('a cap on what a funder leaves divides just that', () => {
  const key = {
    cap: { share: '30%', of: { external: { funder: 'staten', share: '20%', rest: population } } },
  };
  // 80 is left: a 48, b 24, c 8. At most 30 each: a 30, and b has 24 × 50/32 = 37,5, so 30; c takes 20.
  expect(paid(100, key, 'abc')).toBe('a 30 b 30 c 20 | staten 20');
  expect(
    paid(
      100,
      { floor: { share: '10%', of: { external: { funder: 'staten', share: '20%', rest: population } } } },
      'abc',
    ),
  ).toBe('a 140/3 b 70/3 c 10 | staten 20');
});

test('a cost of 0 is 0 for everybody', () => {
  expect(paid(0, { cap: { share: '10%', of: population } }, 'ab')).toBe('a 0 b 0');
  expect(paid(0, { threshold: { amount: '1', below: 'equal', above: population } }, 'ab')).toBe('a 0 b 0');
  expect(paid(0, { external: { funder: 'staten', amount: '1', rest: 'equal' } }, 'ab')).toBe(
    'a 0 b 0 | staten 0',
  );
});

test('phaseIn: before the first year and after the last, the other key is not asked', () => {
  const key = (from: unknown, to: unknown, firstYear: string) => ({
    phaseIn: { from, to, years: '2', firstYear },
  });
  expect(paid(10, key('equal', { by: 'debt' }, '2026'), 'ab')).toBe('a 5 b 5');
  expect(paid(10, key({ by: 'debt' }, 'equal', '2024'), 'ab')).toBe('a 5 b 5');
});

test('a limit inside one part, where another part lays a cost on somebody outside', () => {
  const key = {
    parts: [
      { share: '1/2', key: { direct: 'outside' } },
      { share: '1/2', key: { cap: { share: '50%', of: population } } },
    ],
  };
  expect(paid(100, key, 'abc')).toBe('a 25 b 75/4 c 25/4 outside 50');
  expect(paid(100, { parts: [...key.parts].reverse() }, 'abc')).toBe('a 25 b 75/4 c 25/4 outside 50');
});

test('floor: is told as soon as there is less than nothing left for the others', () => {
  const key = { floor: { share: '60%', of: population } };
  expect(problems(100, key, 'abc')).toMatchObject([{ payers: 2, leftOre: fraction(-100n, 5n) }]);
  expect(problems(-100, key, 'abc')).toMatchObject([{ payers: 2, leftOre: fraction(100n, 5n) }]);
});

test('cap: a credit that the limits hold exactly', () => {
  expect(paid(-90, { cap: { share: '1/3', of: population } }, 'abc')).toBe('a -30 b -30 c -30');
});

test('cap: when the others have nothing to take it by, it is told', () => {
  expect(problems(-100, { cap: { share: '50%', of: { direct: 'a' } } }, 'ab')).toMatchObject([
    { code: 'key.capTooLow', payers: 1, leftOre: fraction(-100n, 2n) },
  ]);
});
