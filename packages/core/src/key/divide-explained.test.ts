import { expect, test } from 'vitest';
import {
  add,
  divide as dividedBy,
  equals,
  type Fraction,
  fraction,
  multiply,
  ofOre,
  one,
  roundToOre,
  subtract,
  zeroFraction,
} from '../fraction/fraction.ts';
import type { RegisterValueRow } from '../model/rows.ts';
import { day } from '../period/day.ts';
import { registerReader } from '../register/reading.ts';
import { registerIndex } from '../register/register-index.ts';
import { type Algebra, plain, type Standing } from './algebra.ts';
import { divide } from './divide.ts';
import type { KeyNodeCode } from './key-node.ts';
import { parseKey } from './parse-key.ts';

type Node = {
  readonly how:
    | 'given'
    | 'fact'
    | 'sum'
    | 'difference'
    | 'product'
    | 'quotient'
    | 'smaller'
    | 'larger'
    | 'toOre';
  readonly value: Fraction;
  readonly code: KeyNodeCode;
  readonly subject: string | null;
  readonly inputs: readonly Node[];
  readonly standing: Standing | null;
  readonly detail: string | null;
};

const node = (
  how: Node['how'],
  value: Fraction,
  code: KeyNodeCode,
  subject: string | null,
  inputs: readonly Node[],
  standing: Standing | null = null,
  detail: string | null = null,
): Node => ({ how, value, code, subject, inputs, standing, detail });
const values = (nodes: readonly Node[]): Fraction[] => nodes.map(({ value }) => value);

const remembering: Algebra<Node, KeyNodeCode> = {
  value: ({ value }) => value,
  given: (value, code, subject, standing) => node('given', value, code, subject, [], standing),
  fact: (value, code, subject, detail) => node('fact', value, code, subject, [], null, detail),
  sum: (terms, code, subject) => node('sum', plain.sum(values(terms), code, subject), code, subject, terms),
  difference: (a, b, code, subject) =>
    node('difference', plain.difference(a.value, b.value, code, subject), code, subject, [a, b]),
  product: (factors, code, subject) =>
    node('product', plain.product(values(factors), code, subject), code, subject, factors),
  quotient: (a, b, code, subject) =>
    node('quotient', plain.quotient(a.value, b.value, code, subject), code, subject, [a, b]),
  smaller: (a, b, code, subject) =>
    node('smaller', plain.smaller(a.value, b.value, code, subject), code, subject, [a, b]),
  larger: (a, b, code, subject) =>
    node('larger', plain.larger(a.value, b.value, code, subject), code, subject, [a, b]),
  toOre: (a, code, subject) => node('toOre', plain.toOre(a.value, code, subject), code, subject, [a]),
};

/** The sum done again by hand, from the leaves. */
function recomputed({ how, value, inputs }: Node): Fraction {
  const [first = zeroFraction, second = one] = inputs.map(recomputed);
  switch (how) {
    case 'given':
    case 'fact':
      return value;
    case 'sum':
      return inputs.map(recomputed).reduce(add, zeroFraction);
    case 'difference':
      return subtract(first, second);
    case 'product':
      return inputs.map(recomputed).reduce(multiply, one);
    case 'quotient':
      return dividedBy(first, second);
    case 'smaller':
      return subtract(first, second).n <= 0n ? first : second;
    case 'larger':
      return subtract(first, second).n >= 0n ? first : second;
    case 'toOre':
      return ofOre(roundToOre(first));
  }
}

const rows = ['a 6', 'b 3', 'c 1'].flatMap((text) =>
  ['2024-01-01', '2023-01-01'].map((date): RegisterValueRow => {
    const [party = '', value = ''] = text.split(' ');
    return {
      id: `${party}-${date}`,
      note: null,
      register: 'population',
      party,
      date: day(date),
      group: null,
      value: fraction(BigInt(value)),
      basis: 'published',
      source: null,
      published: null,
    };
  }),
);
const register = registerReader(registerIndex(rows), day('2025-06-01'));
const keyRow = { id: 'k' };
const context = {
  year: 2025,
  members: ['a', 'b', 'c'].map((party) => ({
    party,
    row: { id: party, note: null, service: 's', party, from: null, until: null, amount: 'known' as const },
  })),
  keyRow,
  register,
  isParty: () => true,
};
const population = { by: 'population' };
const funder = 'staten';
const keys: readonly unknown[] = [
  'equal',
  population,
  { ...population, average: '2' },
  { usage: 'population', period: 'previousYear' },
  { agreed: { a: '1/2', b: '1/4', c: '1/4' } },
  { direct: 'a' },
  { bands: [{ upTo: '2', amount: '1' }, { amount: '2' }], ...population },
  { tariff: { base: '10', price: '0.50' }, ...population },
  { threshold: { amount: '0.60', below: 'equal', above: population } },
  { cap: { share: '42%', of: population } },
  { cap: { amount: '0.42', of: population } },
  { floor: { share: '20%', of: population } },
  { floor: { amount: '0.20', of: population } },
  { phaseIn: { from: 'equal', to: population, years: '3', firstYear: '2025' } },
  { external: { funder, share: '40%', ceiling: '0.20', rest: 'equal' } },
  { external: { funder, amount: '10', rest: 'equal' } },
  {
    external: {
      funder,
      price: '0.01',
      ...population,
      rest: { external: { funder, amount: '0.01', rest: 'equal' } },
    },
  },
  { cap: { share: '30%', of: { external: { funder, share: '20%', rest: population } } } },
  {
    parts: [
      { share: '1/2', key: { external: { funder, share: '1/2', rest: 'equal' } } },
      { share: '1/2', key: { external: { funder, share: '1/4', rest: 'equal' } } },
    ],
  },
  {
    parts: [
      { share: '1/10', key: 'equal' },
      { share: '3/10', key: population },
      { share: '3/10', key: { usage: 'population', period: '2024' } },
      { share: '3/10', key: { direct: 'b' } },
    ],
  },
];

const cost = (amount: bigint): Node =>
  node('given', fraction(amount), 'key.partCost', null, [], {
    table: 'total',
    row: { id: 'cost' },
    field: 'amountOre',
  });
function every(nodes: Iterable<Node>, visit: (one: Node) => void): void {
  for (const one of nodes) {
    visit(one);
    every(one.inputs, visit);
  }
}
function bothWays(value: unknown, amount: bigint) {
  const key = parseKey(value, { resolveParty: (text) => text, hasRegister: () => true });
  if (!key.ok) throw new Error(key.problems.map(({ code }) => code).join(' '));
  const bare = divide(fraction(amount), key.value, context, plain);
  const told = divide(cost(amount), key.value, context, remembering);
  if (!bare.ok || !told.ok) throw new Error('the keys of this test divide');
  return { bare: bare.value, told: told.value };
}

test('values and explanations say the same, and an explanation can be done again from its leaves', () => {
  for (const key of keys) {
    for (const amount of [100n, -100n, 0n]) {
      if (amount === 0n && JSON.stringify(key).includes('floor')) continue;
      const { bare, told } = bothWays(key, amount);
      for (const side of ['parts', 'external'] as const) {
        expect([...told[side].keys()]).toEqual([...bare[side].keys()]);
        for (const [name, one] of told[side]) {
          expect(equals(one.value, bare[side].get(name)!)).toBe(true);
          expect(equals(recomputed(one), one.value)).toBe(true);
        }
      }
    }
  }
});

test('a number from the key stands in its row, and a register value in its own', () => {
  const given = new Map<string, Set<string>>();
  for (const key of keys) {
    const { told } = bothWays(key, 100n);
    every([...told.parts.values(), ...told.external.values()], ({ how, code, standing }) => {
      if (how !== 'given' || standing === null) return;
      const places = given.get(code) ?? new Set();
      given.set(
        code,
        places.add(
          `${standing.table}.${standing.field}${standing.table === 'registerValue' ? '' : ` ${standing.row.id}`}`,
        ),
      );
    });
  }
  expect(Object.fromEntries([...given].map(([code, places]) => [code, [...places].sort()]))).toEqual({
    'key.partCost': ['total.amountOre cost'],
    'key.registerValue': ['registerValue.value'],
    'key.agreedShare': ['key.key k'],
    'key.bandFee': ['key.key k'],
    'key.tariffBase': ['key.key k'],
    'key.tariffPrice': ['key.key k'],
    'key.thresholdAmount': ['key.key k'],
    'key.capShare': ['key.key k'],
    'key.capAmount': ['key.key k'],
    'key.floorShare': ['key.key k'],
    'key.floorAmount': ['key.key k'],
    'key.funderShare': ['key.key k'],
    'key.funderCeiling': ['key.key k'],
    'key.funderAmount': ['key.key k'],
    'key.funderPrice': ['key.key k'],
    'key.share': ['key.key k'],
  });
});

test('what follows from counting says how it was counted', () => {
  const details = new Map<string, string | null>();
  for (const key of keys) {
    const { told } = bothWays(key, 100n);
    every([...told.parts.values(), ...told.external.values()], ({ how, code, subject, detail }) => {
      if (how === 'fact') details.set(`${code} ${subject ?? ''}`.trim(), detail);
    });
  }
  expect(Object.fromEntries(details)).toEqual({
    'key.members': 'a b c',
    'key.years a': '2024-01-01 2023-01-01',
    'key.years b': '2024-01-01 2023-01-01',
    'key.years c': '2024-01-01 2023-01-01',
    'key.nothing b': '',
    'key.nothing c': '',
    'key.inBand a': '6/',
    'key.inBand b': '3/',
    'key.inBand c': '1/2',
    'key.oldKeyShare': '1/3',
    'key.newKeyShare': '1/3',
  });
});

/** Every step of a key's division with its subject, of those that are about nobody, about a, the register or the funder. */
function stepsOf(value: unknown, amount: bigint): string[] {
  const { told } = bothWays(value, amount);
  const steps = new Set<string>();
  every([...told.parts.values(), ...told.external.values()], ({ code, subject }) => {
    if ([null, 'a', 'population', funder].includes(subject)) steps.add(`${code} ${subject ?? ''}`.trim());
  });
  return [...steps].sort();
}

test('every step has its code and whom it is about', () => {
  const steps = new Set(keys.flatMap((key) => [...stepsOf(key, 100n), ...stepsOf(key, -100n)]));
  expect([...steps].sort()).toEqual([
    'key.aboveThreshold',
    'key.afterFunder staten',
    'key.agreedPart a',
    'key.agreedShare a',
    'key.bandFee a',
    'key.bandPart a',
    'key.belowThreshold',
    'key.cap',
    'key.capAmount',
    'key.capShare',
    'key.equalPart',
    'key.fixedCost',
    'key.floor',
    'key.floorAmount',
    'key.floorShare',
    'key.funderAmount staten',
    'key.funderAtMost staten',
    'key.funderCeiling staten',
    'key.funderPays staten',
    'key.funderPrice staten',
    'key.funderShare staten',
    'key.funderUnits staten',
    'key.inBand a',
    'key.limitedSum',
    'key.members',
    'key.newKeyPart a',
    'key.newKeyShare',
    'key.nothing',
    'key.nothing staten',
    'key.oldKeyPart a',
    'key.oldKeyShare',
    'key.partCost',
    'key.registerAverage a',
    'key.registerPart population',
    'key.registerShare population',
    'key.registerSum population',
    'key.registerValue a',
    'key.registerYears a',
    'key.restCost',
    'key.restFactor',
    'key.restPart a',
    'key.restSum',
    'key.share',
    'key.tariffBase a',
    'key.tariffPart a',
    'key.tariffPrice a',
    'key.tariffVariable a',
    'key.thresholdAmount',
    'key.total a',
    'key.variableCost population',
    'key.years a',
  ]);
});

test('a limit that nobody is beyond leaves the steps as they were', () => {
  expect(stepsOf({ cap: { share: '1', of: population } }, 100n)).toEqual(stepsOf(population, 100n));
});

test('a part of the cost is named by what divides it', () => {
  const named = (key: unknown): (readonly [string, string | null])[] => {
    const found: (readonly [string, string | null])[] = [];
    const { told } = bothWays({ parts: [{ share: '1', key }] }, 100n);
    every(told.parts.values(), ({ code, subject, inputs }) => {
      if (inputs[1]?.code === 'key.share') found.push([code, subject]);
    });
    return found.slice(0, 1);
  };
  expect(named('equal')).toEqual([['key.fixedCost', null]]);
  expect(named(population)).toEqual([['key.variableCost', 'population']]);
  expect(named({ usage: 'population', period: '2024' })).toEqual([['key.variableCost', 'population']]);
  expect(named({ direct: 'a' })).toEqual([['key.partCost', null]]);
});

test('a sum of one thing is the thing itself', () => {
  expect(stepsOf({ parts: [{ share: '1', key: 'equal' }] }, 100n)).toEqual([
    'key.equalPart',
    'key.fixedCost',
    'key.members',
    'key.partCost',
    'key.share',
  ]);
});

test('what several funders leave is about none of them', () => {
  const rest = { external: { funder: 'fylket', share: '10%', rest: population } };
  const capped = { cap: { share: '30%', of: { external: { funder, share: '20%', rest } } } };
  expect(stepsOf(capped, 100n)).toContain('key.funderPays');
});
