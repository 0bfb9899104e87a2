import { expect, test } from 'vitest';
import { fraction } from '../fraction/fraction.ts';
import { ore } from '../money/ore.ts';
import type { Key } from './grammar.ts';
import { namesFunder } from './names-funder.ts';

const equal: Key = { form: 'equal' };
const half = { share: fraction(1n, 2n) };
const paid: Key = { form: 'external', funder: 'staten', pays: half, ceilingOre: null, rest: equal };
/** Every form that holds another key, with one in each of its places. */
const around = (key: Key): readonly Key[] => [
  { form: 'cap', party: null, limit: half, of: key },
  { form: 'floor', party: null, limit: half, of: key },
  { form: 'phaseIn', from: key, to: equal, years: 2, firstYear: 2025 },
  { form: 'phaseIn', from: equal, to: key, years: 2, firstYear: 2025 },
  { form: 'threshold', amountOre: ore(1n), below: key, above: equal },
  { form: 'threshold', amountOre: ore(1n), below: equal, above: key },
  {
    form: 'parts',
    parts: [
      { ...half, key: equal },
      { ...half, key },
    ],
  },
];

test('finds a funder wherever one stands in a key, and none where there is none', () => {
  for (const one of [paid, ...around(paid), ...around(paid).flatMap(around)])
    expect(namesFunder(one)).toBe(true);
  for (const one of [equal, ...around(equal), ...around(equal).flatMap(around)])
    expect(namesFunder(one)).toBe(false);
});
