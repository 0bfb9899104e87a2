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
  resolveParty: (text: string) =>
    slugs[text.toString()] ?? (Object.values(slugs).includes(text) ? text : null),
  hasRegister: (text: string) => ['population', 'calls', 'chimneys'].includes(text.toString()),
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

const cap = (fields: object) => ({ cap: { of: 'equal', ...fields } });
const external = (fields: object) => ({ external: { funder: 'staten', rest: 'equal', ...fields } });
const steps = (...bands: object[]) => ({ bands, ...by });
const phaseIn = (fields: object) => ({
  phaseIn: { from: 'equal', to: by, years: '4', firstYear: '2025', ...fields },
});

const refused: readonly [string, unknown, readonly (readonly [string, string])[]][] = [
  ['a register that is empty', { by: null }, [['key.missingField', '']]],
  [
    'a limit that is no scalar',
    steps({ upTo: {}, amount: '1.00' }, { amount: '3.00' }),
    [['key.notAnAmount', 'bands[0].upTo']],
  ],
  [
    'a floor on a price list in a part',
    { parts: [{ share: '1', key: { floor: { share: '1', of: steps({ amount: '1' }) } } }] },
    [['key.feeInside', 'parts[0].key']],
  ],
  [
    'what cannot be read inside a limit inside a part',
    { parts: [{ share: '1', key: cap({ share: '1', of: { by: 'people' } }) }] },
    [['key.unknownRegister', 'parts[0].key.cap.of.by']],
  ],
  ['a year of five digits', { usage: 'calls', period: '20233' }, [['key.notAPeriod', 'period']]],
  ['a year in a text', { usage: 'calls', period: 'i 2023' }, [['key.notAPeriod', 'period']]],
  ['a text that is no key', 'likt', [['key.notAKey', '']]],
  ['nothing', null, [['key.notAKey', '']]],
  ['a list', ['equal'], [['key.notAKey', '']]],
  ['an unknown form', { fordelt: 'likt' }, [['key.notAKey', '']]],
  ['two forms at once', { direct: 'frosta', by: 'population' }, [['key.unknownField', '']]],
  ['an unknown field', { by: 'population', dato: '2024-01-01' }, [['key.unknownField', '']]],
  ['an unknown register', { by: 'people' }, [['key.unknownRegister', 'by']]],
  ['a register that is no text', { by: ['population'] }, [['key.unknownRegister', 'by']]],
  ['a date that does not exist', { by: 'population', date: '2027-02-29' }, [['key.notADate', 'date']]],
  ['a rule that does not exist', { by: 'population', date: 'nextYear-01-01' }, [['key.notADate', 'date']]],
  ['an average of no years', { by: 'population', average: '0' }, [['key.notANumber', 'average']]],
  ['an average of too many years', { by: 'population', average: '21' }, [['key.notANumber', 'average']]],
  ['an average of half years', { by: 'population', average: '1.5' }, [['key.notANumber', 'average']]],
  ['an empty group', { by: 'population', group: '' }, [['key.notAName', 'group']]],
  ['a group that is no name', { by: 'population', group: {} }, [['key.notAName', 'group']]],
  ['usage without a period', { usage: 'calls' }, [['key.missingField', '']]],
  ['usage of no register', { usage: 'ringing', period: '2023' }, [['key.unknownRegister', 'usage']]],
  ['usage in no period', { usage: 'calls', period: '23' }, [['key.notAPeriod', 'period']]],
  ['usage with a date', { usage: 'calls', period: '2023', date: '2023-01-01' }, [['key.unknownField', '']]],
  ['a cost on nobody known', { direct: 'oslo' }, [['key.unknownParty', 'direct']]],
  ['a cost on no text', { direct: null }, [['key.unknownParty', 'direct']]],
  ['agreed shares in a list', { agreed: ['50%'] }, [['key.notAnObject', 'agreed']]],
  ['no agreed shares', { agreed: {} }, [['key.empty', 'agreed']]],
  ['agreed shares beside a register', { agreed: { selbu: '1' }, group: '0-15' }, [['key.unknownField', '']]],
  ['a party twice', { agreed: { selbu: '1/2', '5032': '1/2' } }, [['key.partyTwice', 'agreed.selbu']]],
  ['an unknown party', { agreed: { oslo: '1/2', selbu: '1/2' } }, [['key.unknownParty', 'agreed.oslo']]],
  ['a negative share', { agreed: { tydal: '-1/2', selbu: '1' } }, [['key.negative', 'agreed.tydal']]],
  ['a share of more than all', { agreed: { tydal: '15' } }, [['key.aboveWhole', 'agreed.tydal']]],
  [
    'a share that is no number',
    { agreed: { tydal: 'halv', selbu: '1/0' } },
    [
      ['key.notAShare', 'agreed.tydal'],
      ['key.notAShare', 'agreed.selbu'],
    ],
  ],
  ['a share that is no scalar', { agreed: { tydal: {} } }, [['key.notAShare', 'agreed.tydal']]],
  ['parts that are no list', { parts: { share: '1', key: 'equal' } }, [['key.notAList', 'parts']]],
  ['no parts', { parts: [] }, [['key.empty', 'parts']]],
  ['a part that is no object', { parts: ['equal'] }, [['key.notAnObject', 'parts[0]']]],
  [
    'a part without share and key',
    { parts: [{}] },
    [
      ['key.missingField', 'parts[0]'],
      ['key.missingField', 'parts[0]'],
    ],
  ],
  [
    'a part with an unknown field',
    { parts: [{ share: '1', key: 'equal', note: 'x' }] },
    [['key.unknownField', 'parts[0]']],
  ],
  [
    'parts beside a register',
    { parts: [{ share: '1', key: 'equal' }], date: '2024-01-01' },
    [['key.unknownField', '']],
  ],
  ['bands that are no list', { bands: '25000', ...by }, [['key.notAList', 'bands']]],
  ['bands without a register', { bands: [{ amount: '1.00' }] }, [['key.missingField', '']]],
  ['bands beside something else', { ...steps({ amount: '1.00' }), share: '1' }, [['key.unknownField', '']]],
  ['a band that is no object', steps('25000' as never), [['key.notAnObject', 'bands[0]']]],
  ['a last band with a limit', steps({ upTo: '5', amount: '1.00' }), [['key.openBand', 'bands[0]']]],
  [
    'an open band in the middle',
    steps({ amount: '1.00' }, { amount: '2.00' }),
    [['key.openBand', 'bands[0]']],
  ],
  [
    'bands that go down',
    steps({ upTo: '5', amount: '1.00' }, { upTo: '5', amount: '2.00' }, { amount: '3.00' }),
    [['key.bandsOrder', 'bands[1].upTo']],
  ],
  [
    'a limit that is no size',
    steps({ upTo: '5%', amount: '1.00' }, { amount: '3.00' }),
    [['key.notAnAmount', 'bands[0].upTo']],
  ],
  [
    'a negative limit',
    steps({ upTo: '-5', amount: '1.00' }, { amount: '3.00' }),
    [['key.negative', 'bands[0].upTo']],
  ],
  ['a band without a fee', steps({}), [['key.missingField', 'bands[0]']]],
  ['a fee that can be read two ways', steps({ amount: '25.000' }), [['key.notAnAmount', 'bands[0].amount']]],
  ['a fee that is no scalar', steps({ amount: {} }), [['key.notAnAmount', 'bands[0].amount']]],
  ['a negative fee', steps({ amount: '-1.00' }), [['key.negative', 'bands[0].amount']]],
  ['a fee in kroner and in øre', steps({ amount: '1.00', amountOre: '100' }), [['key.oneOf', 'bands[0]']]],
  ['a fee in half øre', steps({ amountOre: '100.5' }), [['key.notAnAmount', 'bands[0].amountOre']]],
  [
    'a fee of more øre than there are',
    steps({ amountOre: '123456789012345678' }),
    [['key.notAnAmount', 'bands[0].amountOre']],
  ],
  ['a tariff that is no object', { tariff: '40000', ...by }, [['key.notAnObject', 'tariff']]],
  [
    'a tariff without base, price and register',
    { tariff: {} },
    [
      ['key.missingField', ''],
      ['key.missingField', 'tariff'],
      ['key.missingField', 'tariff'],
    ],
  ],
  [
    'a tariff with an unknown field',
    { tariff: { base: '1', price: '1', cap: '1' }, ...by },
    [['key.unknownField', 'tariff']],
  ],
  [
    'a tariff beside something else',
    { tariff: { base: '1', price: '1' }, ...by, share: '1' },
    [['key.unknownField', '']],
  ],
  [
    'a threshold without anything',
    { threshold: {} },
    [
      ['key.missingField', 'threshold'],
      ['key.missingField', 'threshold'],
      ['key.missingField', 'threshold'],
    ],
  ],
  ['a threshold that is no object', { threshold: '50000' }, [['key.notAnObject', 'threshold']]],
  [
    'a threshold with an unknown field',
    { threshold: { amount: '1', below: 'equal', above: 'equal', at: '1' } },
    [['key.unknownField', 'threshold']],
  ],
  [
    'a threshold beside something else',
    { threshold: { amount: '1', below: 'equal', above: 'equal' }, by: 'population' },
    [['key.unknownField', '']],
  ],
  [
    'a price list below a threshold',
    { threshold: { amount: '1', below: steps({ amount: '1' }), above: 'equal' } },
    [['key.feeInside', 'threshold.below']],
  ],
  [
    'a price list above a threshold',
    { threshold: { amount: '1', below: 'equal', above: cap({ share: '1', of: steps({ amount: '1' }) }) } },
    [['key.feeInside', 'threshold.above']],
  ],
  [
    'a price list in a part',
    { parts: [{ share: '1', key: phaseIn({ from: steps({ amount: '1' }) }) }] },
    [['key.feeInside', 'parts[0].key']],
  ],
  [
    'a price list phased in within a part',
    { parts: [{ share: '1', key: phaseIn({ to: steps({ amount: '1' }) }) }] },
    [['key.feeInside', 'parts[0].key']],
  ],
  [
    'a price list after a funder within a part',
    { parts: [{ share: '1', key: external({ share: '1', rest: steps({ amount: '1' }) }) }] },
    [['key.feeInside', 'parts[0].key']],
  ],
  [
    'a tariff in a part',
    { parts: [{ share: '1', key: { tariff: { base: '1', price: '1' }, ...by } }] },
    [['key.feeInside', 'parts[0].key']],
  ],
  ['a cap that is no object', { cap: '5%' }, [['key.notAnObject', 'cap']]],
  ['a cap of nothing', { cap: { share: '5%' } }, [['key.missingField', 'cap']]],
  ['a cap without a limit', cap({}), [['key.oneOf', 'cap']]],
  ['a cap with two limits', cap({ share: '5%', amountOre: '100' }), [['key.oneOf', 'cap']]],
  ['a cap for nobody known', cap({ share: '5%', party: 'oslo' }), [['key.unknownParty', 'cap.party']]],
  ['a cap with an unknown field', cap({ share: '5%', date: '2024-01-01' }), [['key.unknownField', 'cap']]],
  [
    'a floor beside something else',
    { floor: { share: '5%', of: 'equal' }, by: 'population' },
    [['key.unknownField', '']],
  ],
  ['a cap of more than all', cap({ share: '105%' }), [['key.aboveWhole', 'cap.share']]],
  ['a negative cap', cap({ amount: '-1' }), [['key.negative', 'cap.amount']]],
  [
    'a key that is wrong inside a cap',
    cap({ share: '5%', of: { by: 'people' } }),
    [['key.unknownRegister', 'cap.of.by']],
  ],
  ['a phase-in that is no object', { phaseIn: 'equal' }, [['key.notAnObject', 'phaseIn']]],
  [
    'a phase-in without anything',
    { phaseIn: {} },
    [
      ['key.missingField', 'phaseIn'],
      ['key.missingField', 'phaseIn'],
      ['key.missingField', 'phaseIn'],
      ['key.missingField', 'phaseIn'],
    ],
  ],
  ['a phase-in over no years', phaseIn({ years: '0' }), [['key.notANumber', 'phaseIn.years']]],
  ['a phase-in over too many years', phaseIn({ years: '101' }), [['key.notANumber', 'phaseIn.years']]],
  [
    'a phase-in before there were years',
    phaseIn({ firstYear: '1899' }),
    [['key.notANumber', 'phaseIn.firstYear']],
  ],
  ['a phase-in in a far future', phaseIn({ firstYear: '3000' }), [['key.notANumber', 'phaseIn.firstYear']]],
  ['a phase-in with an unknown field', phaseIn({ until: '2029' }), [['key.unknownField', 'phaseIn']]],
  ['a phase-in beside something else', { ...phaseIn({}), by: 'population' }, [['key.unknownField', '']]],
  ['a funder that is no object', { external: 'staten' }, [['key.notAnObject', 'external']]],
  [
    'a funder without name and rest',
    { external: { share: '1/2' } },
    [
      ['key.missingField', 'external'],
      ['key.missingField', 'external'],
    ],
  ],
  [
    'a funder with an empty name',
    external({ funder: ' ', share: '1/2' }),
    [['key.notAName', 'external.funder']],
  ],
  ['a funder that pays nothing', external({}), [['key.oneOf', 'external']]],
  ['a funder that pays two ways', external({ price: '1', share: '1/2' }), [['key.oneOf', 'external']]],
  ['a price without a register', external({ price: '1' }), [['key.missingField', 'external']]],
  ['a share with a register', external({ share: '1/2', ...by }), [['key.unknownField', 'external']]],
  [
    'an amount with a date',
    external({ amount: '1', date: '2024-01-01' }),
    [['key.unknownField', 'external']],
  ],
  [
    'a ceiling that is no amount',
    external({ share: '1/2', ceiling: 'høy' }),
    [['key.notAnAmount', 'external.ceiling']],
  ],
  [
    'a negative ceiling in øre',
    external({ share: '1/2', ceilingOre: '-100' }),
    [['key.negative', 'external.ceilingOre']],
  ],
  [
    'a funder with an unknown field',
    external({ share: '1/2', of: 'equal' }),
    [['key.unknownField', 'external']],
  ],
  [
    'a funder beside something else',
    { ...external({ share: '1/2' }), by: 'population' },
    [['key.unknownField', '']],
  ],
];

test.each(refused)('refuses %s', (_, value, expected) => {
  expect(problemsOf(value)).toEqual(expected);
});

test('tells everything that is wrong, each with its place', () => {
  const value = {
    parts: [
      { share: '-3/20', key: 'likt' },
      { share: '17/20', key: { by: 'people', average: '0', dato: '2024' } },
    ],
  };
  expect(problemsOf(value)).toEqual([
    ['key.negative', 'parts[0].share'],
    ['key.notAKey', 'parts[0].key'],
    ['key.unknownField', 'parts[1].key'],
    ['key.unknownRegister', 'parts[1].key.by'],
    ['key.notANumber', 'parts[1].key.average'],
  ]);
});

const firstProblem = (value: unknown) => {
  const parsed = parseKey(value, names);
  return parsed.ok ? null : parsed.problems[0];
};

test('shares that do not sum to 1 are refused with the sum and what is missing', () => {
  const thirds = { agreed: { selbu: '33.3%', tydal: '33.3%', frosta: '33.3%' } };
  expect(firstProblem(thirds)).toEqual({
    code: 'key.sharesSum',
    path: 'agreed',
    sum: { n: 999n, d: 1000n },
    difference: { n: 1n, d: 1000n },
  });
  const over = {
    parts: [
      { share: '1/5', key: 'equal' },
      { share: '17/20', key: by },
    ],
  };
  expect(firstProblem(over)).toEqual({
    code: 'key.sharesSum',
    path: 'parts',
    sum: { n: 21n, d: 20n },
    difference: { n: -1n, d: 20n },
  });
  const none = { parts: [{ share: '0', key: 'equal' }] };
  expect(firstProblem(none)).toMatchObject({ sum: { n: 0n, d: 1n }, difference: { n: 1n, d: 1n } });
});

test('a problem carries what stands there', () => {
  expect(firstProblem({ by: 'people' })).toMatchObject({ text: 'people' });
  expect(firstProblem({ by: { x: 1 } })).toMatchObject({ text: '{…}' });
  expect(firstProblem({ by: ['population'] })).toMatchObject({ text: '[…]' });
  expect(firstProblem(12)).toMatchObject({ text: '12' });
  expect(firstProblem(null)).toMatchObject({ text: 'null' });
  expect(firstProblem({ fordelt: '1', likt: '2' })).toMatchObject({ text: 'fordelt, likt' });
  expect(firstProblem('x'.repeat(500))).toMatchObject({ text: 'x'.repeat(80) });
  expect(firstProblem({ by: 'population', dato: '1' })).toMatchObject({
    field: 'dato',
    expected: ['by', 'date', 'group', 'average'],
  });
  expect(firstProblem(cap({}))).toMatchObject({ fields: ['share', 'amount'], found: 0 });
  expect(firstProblem(steps({ amount: '1', amountOre: '1' }))).toMatchObject({
    fields: ['amount', 'amountOre'],
    found: 2,
  });
  expect(firstProblem({ by: 'population', average: '0' })).toMatchObject({ from: 1, to: 20 });
  expect(firstProblem(steps({ amount: 'ti' }))).toMatchObject({ reason: 'notANumber' });
  expect(firstProblem(steps({ upTo: 'ti', amount: '1' }, { amount: '1' }))).toMatchObject({
    reason: 'notANumber',
  });
  expect(firstProblem(steps({ amount: '25.000' }))).toMatchObject({ reason: 'ambiguous' });
  expect(firstProblem(steps({ upTo: '1', amount: '1' }))).toMatchObject({ isLast: true });
  expect(firstProblem({ usage: 'calls' })).toMatchObject({ field: 'period' });
  expect(firstProblem(external({ share: '1', group: 'x' }))).toMatchObject({
    field: 'group',
    expected: expect.arrayContaining(['funder', 'rest']),
  });
  for (const field of ['from', 'to', 'years', 'firstYear']) {
    expect(firstProblem(phaseIn({ [field]: undefined }))).toMatchObject({ code: 'key.missingField', field });
  }
});

const keyOf = (value: unknown) => {
  const parsed = parseKey(value, names);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(' '));
  return keyValue(parsed.value);
};

test('writes the canonical form, the same for every way to write a key', () => {
  expect(keyOf({ agreed: { '5035': '50%', selbu: '0.5' } })).toEqual({
    agreed: { selbu: '1/2', stjordal: '1/2' },
  });
  expect(
    Object.keys((keyOf({ agreed: { stjordal: '1/2', selbu: '1/2' } }) as { agreed: object }).agreed),
  ).toEqual(['selbu', 'stjordal']);
  expect(keyOf({ agreed: { selbu: '12,5 %', tydal: '87.5%' } })).toEqual({
    agreed: { selbu: '1/8', tydal: '7/8' },
  });
  expect(keyOf({ by: 'population' })).toEqual({ by: 'population', date: 'previousYear-01-01' });
  expect(keyOf({ by: ' population ', date: ' 2024-01-01 ', average: '1' })).toEqual({
    by: 'population',
    date: '2024-01-01',
  });
  expect(keyOf({ by: 'population', date: null, group: null })).toEqual({
    by: 'population',
    date: 'previousYear-01-01',
  });
  expect(keyOf({ by: 'population', group: '0-15', average: 3 })).toEqual({
    by: 'population',
    date: 'previousYear-01-01',
    group: '0-15',
    average: '3',
  });
  expect(keyOf({ usage: 'calls', period: 2023 })).toEqual({ usage: 'calls', period: '2023' });
  expect(keyOf({ usage: 'calls', period: 'budgetYear' })).toEqual({ usage: 'calls', period: 'budgetYear' });
  expect(keyOf({ direct: '5036' })).toEqual({ direct: 'frosta' });
  expect(keyOf(steps({ upTo: '4000/2', amount: '25 000' }, { upTo: null, amountOre: '4500000' }))).toEqual({
    bands: [{ upTo: '2000', amount: '25000.00' }, { amount: '45000.00' }],
    by: 'population',
    date: 'previousYear-01-01',
  });
  expect(keyOf({ tariff: { baseOre: '4000000', priceOre: 775 }, ...by })).toMatchObject({
    tariff: { base: '40000.00', price: '7.75' },
  });
  expect(keyOf(cap({ share: '0.05', party: '5033' }))).toEqual({
    cap: { party: 'tydal', share: '1/20', of: 'equal' },
  });
  expect(keyOf(cap({ amountOre: '5000000', party: null }))).toEqual({
    cap: { amount: '50000.00', of: 'equal' },
  });
  expect(keyOf({ floor: { share: '0', of: 'equal' } })).toEqual({ floor: { share: '0', of: 'equal' } });
  expect(keyOf(phaseIn({ years: 4, firstYear: 2025 }))).toEqual({
    phaseIn: {
      from: 'equal',
      to: { by: 'population', date: 'previousYear-01-01' },
      years: '4',
      firstYear: '2025',
    },
  });
  expect(keyOf(external({ amountOre: '100', ceilingOre: '200' }))).toEqual({
    external: { funder: 'staten', amount: '1.00', ceiling: '2.00', rest: 'equal' },
  });
  expect(keyOf(external({ priceOre: '100', ...by }))).toEqual({
    external: {
      funder: 'staten',
      price: '1.00',
      by: 'population',
      date: 'previousYear-01-01',
      rest: 'equal',
    },
  });
  expect(keyOf({ threshold: { amountOre: '100', below: 'equal', above: by } })).toMatchObject({
    threshold: { amount: '1.00' },
  });
});

const nested = (levels: number): unknown =>
  levels === 1 ? 'equal' : { cap: { share: '1', of: nested(levels - 1) } };

test('keys are nested at most 20 deep, and a key that holds itself is told the same', () => {
  expect(problemsOf(nested(20))).toEqual([]);
  expect(problemsOf(nested(21))).toEqual([
    ['key.tooDeep', Array.from({ length: 20 }, () => 'cap.of').join('.')],
  ]);
  const itself: { cap: { share: string; of?: unknown } } = { cap: { share: '1' } };
  itself.cap.of = itself;
  expect(problemsOf(itself)).toMatchObject([['key.tooDeep', expect.any(String)]]);
});

test('a key of parts that hold each other again and again ends, and says how many it may have', () => {
  const parts = (count: number, key: unknown) => ({
    parts: Array.from({ length: count }, () => ({ share: `1/${count}`, key })),
  });
  expect(problemsOf(parts(1999, 'equal'))).toEqual([]);
  expect(keyOf(parts(1999, 'equal'))).toHaveProperty('parts');
  expect(problemsOf(parts(2000, 'equal'))).toEqual([['key.tooLarge', 'parts[1999].key']]);
  let bomb: unknown = 'equal';
  for (let level = 0; level < 19; level += 1) bomb = parts(10, bomb);
  expect(problemsOf(bomb).filter(([code]) => code === 'key.tooLarge')).toHaveLength(1);
});

test('names that every object has are no keys, parties or fields', () => {
  expect(problemsOf({ constructor: 'equal' })).toEqual([['key.notAKey', '']]);
  expect(problemsOf(JSON.parse('{"__proto__":{"by":"population"}}'))).toEqual([['key.notAKey', '']]);
});

test('agreed shares stand in the order of their parties, read and written', () => {
  const parsed = parseKey({ agreed: { tydal: '1/4', frosta: '1/4', selbu: '1/2' } }, names);
  const order =
    parsed.ok && parsed.value.form === 'agreed' ? parsed.value.shares.map(({ party }) => party) : [];
  expect(order).toEqual(['frosta', 'selbu', 'tydal']);
  const half = { n: 1n, d: 2n };
  const backwards = keyValue({
    form: 'agreed',
    shares: [
      { party: 'tydal', share: half },
      { party: 'frosta', share: half },
    ],
  });
  expect(Object.keys((backwards as { agreed: object }).agreed)).toEqual(['frosta', 'tydal']);
});

test('what lies at the limit is inside it', () => {
  expect(
    keyOf(steps({ upTo: '0', amount: '0' }, { upTo: '2,5', amount: '0' }, { amountOre: '0' })),
  ).toMatchObject({
    bands: [{ upTo: '0', amount: '0.00' }, { upTo: '5/2' }, { amount: '0.00' }],
  });
  expect(keyOf({ by: 'population', average: '20' })).toMatchObject({ average: '20' });
  expect(keyOf(phaseIn({ years: '100', firstYear: '2999' }))).toMatchObject({
    phaseIn: { years: '100', firstYear: '2999' },
  });
  expect(keyOf(phaseIn({ years: '1', firstYear: '1900' }))).toMatchObject({
    phaseIn: { years: '1', firstYear: '1900' },
  });
  expect(keyOf({ usage: 'calls', period: ' 2023 ' })).toMatchObject({ period: '2023' });
  expect(keyOf({ parts: [{ share: '1', key: phaseIn({}) }] })).toHaveProperty('parts');
});

test('an amount that is no text or has half øre is no number', () => {
  expect(firstProblem(steps({ amount: {} }))).toMatchObject({ reason: 'notANumber' });
  expect(firstProblem(steps({ amountOre: '1.5' }))).toMatchObject({ reason: 'notANumber' });
});
