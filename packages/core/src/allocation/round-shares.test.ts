import { expect, test } from 'vitest';
import { type Fraction, fraction } from '../fraction/fraction.ts';
import { ore } from '../money/ore.ts';
import { allocate } from './allocate.ts';
import { byTieOrder, orderForTies } from './order-for-ties.ts';
import { roundDivision } from './round-division.ts';
import { roundShares } from './round-shares.ts';
import { splitYear } from './split-year.ts';

const byWeights = (total: bigint, weights: bigint[]): Fraction[] => {
  const sum = weights.reduce((a, b) => a + b, 0n);
  return weights.map((weight) => fraction(total * weight, sum));
};
const largest = (total: bigint, weights: bigint[], unit = 1n) =>
  roundShares({
    exact: byWeights(total, weights),
    totalOre: ore(total),
    unitOre: ore(unit),
    mode: 'largestRemainder',
    host: null,
  }).shares;
const byHost = (total: bigint, weights: bigint[], host: number | 'outside', unit = 1n) =>
  roundShares({
    exact: byWeights(total, weights),
    totalOre: ore(total),
    unitOre: ore(unit),
    mode: 'hostTakesRest',
    host,
  });

test('gives the odd øre to the one who lost most', () => {
  expect(largest(175n, [3n, 13n, 7n, 4n])).toEqual([20n, 84n, 45n, 26n]);
  expect(allocate(ore(175n), [3n, 13n, 7n, 4n])).toEqual([20n, 84n, 45n, 26n]);
});

test('a larger total can shrink a share: 1,75 and 1,76 give the first 0,20 and then 0,19', () => {
  expect(largest(175n, [3n, 13n, 7n, 4n])[0]).toBe(20n);
  expect(largest(176n, [3n, 13n, 7n, 4n])[0]).toBe(19n);
});

test('between equals the earlier gets the odd øre, of a credit too', () => {
  expect(largest(2n, [1n, 1n, 1n])).toEqual([1n, 1n, 0n]);
  expect(largest(-2n, [1n, 1n, 1n])).toEqual([-1n, -1n, 0n]);
  expect(allocate(ore(-2n), [1n, 1n, 1n])).toEqual([-1n, -1n, 0n]);
});

test('what is left of a total that is no whole number of units goes to the next in line, one only', () => {
  // 1 234,56 kr in whole 100 kr: 411,52 each. Twelve hundreds are whole, 34,56 is left for the one after.
  expect(largest(123_456n, [1n, 1n, 1n], 10_000n)).toEqual([43_456n, 40_000n, 40_000n]);
  expect(largest(143_456n, [1n, 1n, 1n], 10_000n)).toEqual([50_000n, 50_000n, 43_456n]);
});

test('a part that is whole already neither gives nor takes', () => {
  expect(largest(300n, [1n, 1n, 1n], 100n)).toEqual([100n, 100n, 100n]);
  expect(largest(0n, [1n, 5n])).toEqual([0n, 0n]);
});

test('costs and credits side by side are cut nearer to 0, and what is left follows the same rule', () => {
  const exact = [fraction(-9n, 10n), fraction(-9n, 10n), fraction(18n, 10n)];
  expect(
    roundShares({ exact, totalOre: ore(0n), unitOre: ore(1n), mode: 'largestRemainder', host: null }).shares,
  ).toEqual([-1n, 0n, 1n]);
});

test('the host takes the rest, the others are rounded by themselves, halves away from 0', () => {
  expect(byHost(100n, [1n, 1n, 1n], 0)).toEqual({ shares: [34n, 33n, 33n], outsideOre: 0n });
  expect(byHost(5n, [1n, 1n], 1)).toEqual({ shares: [3n, 2n], outsideOre: 0n });
  expect(byHost(-5n, [1n, 1n], 1)).toEqual({ shares: [-3n, -2n], outsideOre: 0n });
});

test('a host that takes no part has the rest as a row of its own', () => {
  expect(byHost(100n, [1n, 1n, 1n], 'outside')).toEqual({ shares: [33n, 33n, 33n], outsideOre: 1n });
  expect(byHost(5n, [1n, 1n], 'outside')).toEqual({ shares: [3n, 3n], outsideOre: -1n });
});

test('stops on what cannot happen', () => {
  const half = [fraction(1n, 2n)];
  const how = { unitOre: ore(1n), mode: 'largestRemainder', host: null } as const;
  expect(() => roundShares({ exact: half, totalOre: ore(2n), ...how })).toThrow(
    'the exact shares sum to the total, to the nearest øre',
  );
  expect(() => roundShares({ exact: half, totalOre: ore(-1n), ...how })).toThrow(
    'the exact shares sum to the total',
  );
  expect(() => roundShares({ exact: half, totalOre: ore(1n), ...how, unitOre: ore(0n) })).toThrow(
    'shares are rounded to a positive unit',
  );
  expect(() => roundShares({ exact: half, totalOre: ore(1n), ...how, mode: 'hostTakesRest' })).toThrow(
    'somebody takes the rest',
  );
  for (const host of [-1, 1]) {
    expect(() =>
      roundShares({ exact: half, totalOre: ore(1n), ...how, mode: 'hostTakesRest', host }),
    ).toThrow('the host is one of the parts');
  }
  expect(() => allocate(ore(1n), [])).toThrow('somebody pays');
  expect(() => allocate(ore(1n), [0n])).toThrow('somebody pays');
  expect(() => allocate(ore(1n), [2n, -1n])).toThrow('no weight is negative');
});

test('half an øre may go either way', () => {
  const exact = [fraction(1n, 2n)];
  for (const total of [0n, 1n]) {
    expect(
      roundShares({ exact, totalOre: ore(total), unitOre: ore(1n), mode: 'largestRemainder', host: null })
        .shares,
    ).toEqual([total]);
  }
});

test('parties and funders pay the cost together, to the øre', () => {
  const rounded = roundDivision({
    parts: [fraction(101n, 4n), fraction(101n, 4n)],
    external: [fraction(101n, 4n), fraction(101n, 4n)],
    unitOre: ore(1n),
    mode: 'largestRemainder',
    host: null,
  });
  // 50,5 øre is left for the parties and 50,5 for the funders: the parties take the half.
  expect(rounded).toEqual({ totalOre: 51n, parts: [26n, 25n], external: [25n, 25n], outsideOre: 0n });
});

test('funders pay whole øre beside a price list too, and whatever the unit of the agreement', () => {
  const how = { unitOre: ore(1000n), mode: 'largestRemainder', host: null } as const;
  expect(roundDivision({ parts: [fraction(52n, 5n)], external: [fraction(2n, 5n)], ...how })).toMatchObject({
    totalOre: 10n,
    external: [0n],
  });
  expect(roundDivision({ parts: [fraction(1000n)], external: [fraction(1234n)], ...how })).toMatchObject({
    parts: [1000n],
    external: [1234n],
  });
});

test('a host outside is kept through the rounding of a division', () => {
  const rounded = roundDivision({
    parts: byWeights(100n, [1n, 1n, 1n]),
    external: [],
    unitOre: ore(1n),
    mode: 'hostTakesRest',
    host: 'outside',
  });
  expect(rounded).toEqual({ totalOre: 100n, parts: [33n, 33n, 33n], external: [], outsideOre: 1n });
});

test('the parts of a year sum to the amount of the year', () => {
  // Two thirds and one third of 100 øre, and the same when the agreement rounds to 1 kr or gives nothing.
  expect(splitYear(ore(100n), [fraction(200n, 3n), fraction(100n, 3n)])).toEqual([67n, 33n]);
  expect(splitYear(ore(150n), [fraction(200n, 3n), fraction(100n, 3n)])).toEqual([100n, 50n]);
  expect(splitYear(ore(-100n), [fraction(-200n, 3n), fraction(-100n, 3n)])).toEqual([-67n, -33n]);
  expect(splitYear(ore(0n), [fraction(1n, 3n), fraction(0n)])).toEqual([0n, 0n]);
});

test('a part of a year without a share gets none, and a rest that nothing caused stands on the last part', () => {
  expect(splitYear(ore(11n), [fraction(10n), fraction(0n)])).toEqual([11n, 0n]);
  expect(splitYear(ore(7n), [fraction(0n), fraction(0n)])).toEqual([0n, 7n]);
});

test('costs and credits in one year do not magnify the rounding', () => {
  expect(splitYear(ore(1n), [fraction(100_000n), fraction(-999_996n, 10n)])).toEqual([100_000n, -99_999n]);
});

test('ties go by kommunenummer as text, and those without one come last, by slug', () => {
  const party = (slug: string, kommunenummer: string | null) => ({ party: slug, kommunenummer });
  const ordered = [
    party('oslo', '0301'),
    party('stjordal', '5035'),
    party('twin-a', '5036'),
    party('twin-b', '5036'),
    party('aas', null),
    party('helse', null),
  ];
  expect(orderForTies(ordered.toReversed())).toEqual(ordered);
  expect(
    orderForTies([ordered[5]!, ordered[0]!, ordered[4]!, ordered[3]!, ordered[1]!, ordered[2]!]),
  ).toEqual(ordered);
});

test('the short way is the same for many parties as for few', () => {
  for (const parties of [32, 33]) {
    const weights = Array.from({ length: parties }, () => 1n);
    expect(allocate(ore(2n), weights)).toEqual([1n, 1n, ...Array.from({ length: parties - 2 }, () => 0n)]);
    expect(allocate(ore(-2n), weights)).toEqual(largest(-2n, weights));
  }
});

test('beside a price list the funders pay their own sum, and not what the fees leave', () => {
  const how = { unitOre: ore(1n), mode: 'largestRemainder', host: null } as const;
  expect(roundDivision({ parts: [fraction(53n, 5n)], external: [fraction(3n, 10n)], ...how })).toMatchObject({
    totalOre: 11n,
    external: [0n],
  });
});

test('the order of ties says which comes first, whoever is asked about first', () => {
  const party = (slug: string, kommunenummer: string | null) => ({ party: slug, kommunenummer });
  expect(byTieOrder(party('a', '5035'), party('a', '5035'))).toBe(0);
  for (const [first, second] of [
    [party('b', '0301'), party('a', '5035')],
    [party('b', '5035'), party('a', null)],
    [party('a', '5035'), party('b', '5035')],
    [party('a', null), party('b', null)],
  ] as const) {
    expect(byTieOrder(first, second)).toBe(-1);
    expect(byTieOrder(second, first)).toBe(1);
  }
});
