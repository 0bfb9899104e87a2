import { expect, test } from 'vitest';
import { roundShares } from '../allocation/round-shares.ts';
import { add, type Fraction, fraction, multiply, parseFraction, zeroFraction } from '../fraction/fraction.ts';
import type { ParticipationRow, RegisterValueRow } from '../model/rows.ts';
import { ore } from '../money/ore.ts';
import { day } from '../period/day.ts';
import { registerReader } from '../register/reading.ts';
import { registerIndex } from '../register/register-index.ts';
import { plain } from './algebra.ts';
import { divide } from './divide.ts';
import type { Key } from './grammar.ts';

const population: Record<string, bigint> = {
  '5026': 2035n,
  '5031': 14783n,
  '5032': 4216n,
  '5033': 773n,
  '5034': 2454n,
  '5035': 24717n,
  '5036': 2645n,
};
const rows = Object.entries(population).map(
  ([party, value]): RegisterValueRow => ({
    id: `population-${party}`,
    note: null,
    register: 'population',
    party,
    date: day('2024-01-01'),
    group: null,
    value: fraction(value),
    basis: 'published',
    source: null,
    published: null,
  }),
);
const register = registerReader(registerIndex(rows), day('2025-06-01'));
const member = (party: string) => ({
  party,
  row: {
    id: party,
    note: null,
    service: 's',
    party,
    from: null,
    until: null,
    amount: 'known',
  } satisfies ParticipationRow,
});
const share = (text: string): Fraction => parseFraction(text)!;
const fixedAndVariable = (fixed: string, variable: string): Key => ({
  form: 'parts',
  parts: [
    { share: share(fixed), key: { form: 'equal' } },
    {
      share: share(variable),
      key: {
        form: 'by',
        reading: { register: 'population', date: day('2024-01-01'), group: null, average: 1 },
      },
    },
  ],
});
const exactly = (cost: bigint, key: Key, parties: string[]) => {
  const divided = divide(
    fraction(cost),
    key,
    {
      year: 2025,
      members: parties.map(member),
      keyRow: { id: 'k' },
      register,
      isParty: (party) => party in population,
    },
    plain,
  );
  if (!divided.ok)
    throw new Error(JSON.stringify(divided.problems, (_, v) => (typeof v === 'bigint' ? `${v}` : v)));
  return [...divided.value.parts.values()];
};
const inOre = (exact: readonly Fraction[], total: bigint) =>
  roundShares({ exact, totalOre: ore(total), unitOre: ore(1n), mode: 'largestRemainder', host: null }).shares;
const four = ['5032', '5033', '5034', '5035'];
const five = [...four, '5036'];

test('W01', () => {
  expect(inOre(exactly(1714400000n, fixedAndVariable('3/20', '17/20'), four), 1714400000n)).toEqual([
    255326189n,
    99316322n,
    175486112n,
    1184271377n,
  ]);
  expect(inOre(exactly(1714400000n, fixedAndVariable('1/5', '4/5'), four), 1714400000n)).toEqual([
    265518766n,
    118685950n,
    190375164n,
    1139820120n,
  ]);
});
test('W18', () => {
  const key: Key = {
    form: 'cap',
    party: '5033',
    limit: { share: share('5/100') },
    of: fixedAndVariable('3/20', '17/20'),
  };
  expect(inOre(exactly(1714400000n, key, four), 1714400000n)).toEqual([
    257475611n,
    85720000n,
    176963414n,
    1194240975n,
  ]);
});
test('W05', () => {
  const key = fixedAndVariable('3/20', '17/20');
  const before = exactly(2057000000n, key, five).map((part) => multiply(part, fraction(181n, 365n)));
  const rest = exactly(2057000000n, key, five.slice(1)).map((part) => multiply(part, fraction(184n, 365n)));
  const year = before.map((part, at) => add(part, [zeroFraction, ...rest][at]!));
  expect(inOre(year, 2057000000n)).toEqual([135627655n, 111017327n, 201330685n, 1397431988n, 211592345n]);
});
