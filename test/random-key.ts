import type { Key } from '@samstyr/core/key/grammar';
import { parseKey } from '@samstyr/core/key/parse-key';
import fc from 'fast-check';

/** What a random key may name. */
export type KeyWords = { readonly parties: readonly string[]; readonly registers: readonly string[] };

const dates = fc.constantFrom('budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01', '2024-01-01');

/** Shares of a whole in the order of `weights`, as fractions that sum to exactly 1. */
const sharesOf = (weights: readonly number[]): readonly string[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => `${weight}/${whole}`);
};
const weights = (length: number) =>
  fc.array(fc.integer({ min: 1, max: 999 }), { minLength: length, maxLength: length });

/** A key of every form of the grammar that divides the whole cost, nested at most `levels` deep, in the form a file has it. */
function keyData({ parties, registers }: KeyWords, levels: number): fc.Arbitrary<unknown> {
  const party = fc.constantFrom(...parties);
  const register = fc.constantFrom(...registers);
  const reading = fc.record({ by: register, date: dates });
  const leaves = [
    fc.constant('equal'),
    reading,
    fc
      .tuple(reading, fc.integer({ min: 2, max: 5 }))
      .map(([read, years]) => ({ ...read, average: `${years}` })),
    fc.record({ usage: register, period: fc.constantFrom('previousYear', 'budgetYear', '2024') }),
    fc.record({ direct: party }),
    weights(parties.length).map((each) => ({
      agreed: Object.fromEntries(sharesOf(each).map((share, at) => [parties[at] ?? '', share])),
    })),
  ];
  if (levels <= 1) return fc.oneof(...leaves);
  const inner = keyData({ parties, registers }, levels - 1);
  const parts = fc
    .integer({ min: 1, max: 3 })
    .chain((count) => fc.tuple(weights(count), fc.array(inner, { minLength: count, maxLength: count })))
    .map(([each, keys]) => ({ parts: sharesOf(each).map((share, at) => ({ share, key: keys[at] })) }));
  return fc.oneof(...leaves, parts);
}

/** A key in canonical form. */
export const randomKey = (words: KeyWords, levels = 3): fc.Arbitrary<Key> =>
  keyData(words, levels).map((value) => {
    const read = parseKey(value, {
      resolveParty: (text) => (words.parties.includes(text) ? text : null),
      hasRegister: (name) => words.registers.includes(name),
    });
    if (!read.ok)
      throw new Error(`Invariant broken: a random key is a key: ${JSON.stringify(read.problems)}`);
    return read.value;
  });
