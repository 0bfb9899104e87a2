import { keyValue } from '@samstyr/core/key/key-value';
import { parseKey } from '@samstyr/core/key/parse-key';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { howMany } from './how-many.ts';
import { yearCase } from './year-case.ts';

const names = { resolveParty: (text: string) => text, hasRegister: () => true };

/** The same key with every list of fields the other way round, which is no other key. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, inner]) => [field, turned(inner)]),
  );
}

test('a key that is written and read again is the same key, and equal keys are written alike', () => {
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      for (const { key } of yearCase(seed).keys) {
        const parsed = parseKey(key, names);
        if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(' '));
        const written = keyValue(parsed.value);
        expect(parseKey(written, names)).toEqual(parsed);
        const again = parseKey(turned(key), names);
        expect(again.ok && JSON.stringify(keyValue(again.value))).toBe(JSON.stringify(written));
        expect(JSON.parse(JSON.stringify(written))).toEqual(written);
      }
    }),
    { numRuns: howMany(3_000), seed: 20250103, endOnFailure: true },
  );
});

test('nothing that stands in a file makes the reader fall over', () => {
  const fields = [
    'agreed',
    'by',
    'usage',
    'direct',
    'bands',
    'tariff',
    'threshold',
    'cap',
    'floor',
    'phaseIn',
    'external',
    'parts',
    'share',
    'key',
    'of',
    'amount',
    'date',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('equal', '1/2', '100%', '2024-01-01', 'selbu', '25000.00', '', null),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.string(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (plain) => {
      const parsed = parseKey(plain, {
        resolveParty: (text) => (text === 'selbu' ? text : null),
        hasRegister: (text) => text === 'selbu',
      });
      if (parsed.ok) expect(parseKey(keyValue(parsed.value), names)).toEqual(parsed);
      else expect(parsed.problems.every(({ code }) => code.startsWith('key.'))).toBe(true);
    }),
    { numRuns: howMany(20_000), seed: 20250104 },
  );
});
