import { expect, test } from 'vitest';
import { keyValue } from './key-value.ts';
import { parseKey } from './parse-key.ts';

const slugs: Record<string, string> = {
  '5032': 'selbu',
  '5033': 'tydal',
  '5034': 'meraker',
  '5035': 'stjordal',
  '5036': 'frosta',
};
const names = {
  resolveParty: (text: string) => slugs[text] ?? (Object.values(slugs).includes(text) ? text : null),
  hasRegister: (text: string) => ['population', 'calls', 'chimneys'].includes(text),
};
const by = { by: 'population' };
const problemsOf = (value: unknown) => {
  const parsed = parseKey(value, names);
  return parsed.ok
    ? []
    : parsed.problems.map((problem) => [problem.code, 'path' in problem ? problem.path : null]);
};

const written: readonly [string, unknown][] = [
  ['equal', 'equal'],
  ['agreed', { agreed: { stjordal: '50%', selbu: '1/2' } }],
  ['by', { by: 'population', date: '2024-01-01', group: '0-15', average: '3' }],
  ['by, with the usual date', { by: 'population' }],
  ['usage', { usage: 'calls', period: 'previousYear' }],
  ['usage of a year', { usage: 'calls', period: '2023' }],
  ['direct', { direct: 'frosta' }],
  [
    'bands',
    {
      bands: [
        { upTo: '2000', amount: '25000.00' },
        { upTo: '5000', amount: '30000.00' },
        { amount: '45000.00' },
      ],
      by: 'population',
      date: 'budgetYear-01-01',
    },
  ],
  ['tariff', { tariff: { base: '40000.00', price: '7.75' }, by: 'population', date: 'previousYear-07-01' }],
  ['threshold', { threshold: { amount: '50000.00', below: 'equal', above: by } }],
  [
    'cap',
    {
      cap: {
        party: '5033',
        share: '5/100',
        of: {
          parts: [
            { share: '3/20', key: 'equal' },
            { share: '17/20', key: by },
          ],
        },
      },
    },
  ],
  ['cap for all', { cap: { amount: '50000.00', of: by } }],
  ['floor', { floor: { party: 'tydal', amount: '1000.00', of: 'equal' } }],
  ['phaseIn', { phaseIn: { from: 'equal', to: by, years: '4', firstYear: '2025' } }],
  ['external share', { external: { funder: 'staten', share: '40%', ceiling: '1000000.00', rest: 'equal' } }],
  ['external amount', { external: { funder: 'staten', amount: '250000.00', rest: 'equal' } }],
  [
    'external price',
    { external: { funder: 'staten', price: '12.50', by: 'population', date: '2024-01-01', rest: 'equal' } },
  ],
  [
    'parts',
    {
      parts: [
        { share: '3/20', key: 'equal' },
        { share: '85%', key: by },
      ],
    },
  ],
];

test.each(written)('reads %s and writes it back to the same key', (_, value) => {
  const parsed = parseKey(value, names);
  if (!parsed.ok)
    throw new Error(JSON.stringify(parsed.problems, (_key, v) => (typeof v === 'bigint' ? `${v}` : v)));
  const canonical = keyValue(parsed.value);
  const again = parseKey(canonical, names);
  expect(again).toEqual(parsed);
  if (again.ok) expect(keyValue(again.value)).toEqual(canonical);
});

test('refuses what is wrong, with its place', () => {
  expect(
    problemsOf({
      parts: [
        { share: '3/20', key: 'equal' },
        { share: '17/20', key: { by: 'people', average: '0' } },
      ],
    }),
  ).toEqual([
    ['key.unknownRegister', 'parts[1].key.by'],
    ['key.notANumber', 'parts[1].key.average'],
  ]);
});
