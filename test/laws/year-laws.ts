import { secondYear } from '../second/second-year.ts';
import type { YearCase, YearDivider, YearResult } from './year-case.ts';

type Divided = Exclude<YearResult, { refused: readonly string[] }>;

const sum = (values: Iterable<bigint>): bigint => [...values].reduce((a, b) => a + b, 0n);
const size = (value: bigint): bigint => (value < 0n ? -value : value);
export const isRefused = (result: YearResult): result is { readonly refused: readonly string[] } =>
  'refused' in result;

/** Whether every amount other than 0 is the same in both. */
function sameAmounts(a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>, sign = 1n): boolean {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].every((name) => (a.get(name) ?? 0n) === sign * (b.get(name) ?? 0n));
}
const same = (a: Divided, b: YearResult, sign = 1n): boolean =>
  !isRefused(b) &&
  a.outside === sign * b.outside &&
  sameAmounts(a.shares, b.shares, sign) &&
  sameAmounts(a.funders, b.funders, sign);

/** Fees and a funder's kroner do not turn with the sign of the cost. */
const turnsWithSign = ({ keys }: YearCase): boolean =>
  !/"(bands|tariff|external)"/.test(JSON.stringify(keys));

/** Price lists need not sum to the cost. */
const isPriceList = ({ keys }: YearCase): boolean => /"(bands|tariff)"/.test(JSON.stringify(keys));

type YearLaw = readonly [
  name: string,
  keeps: (year: YearCase, divided: Divided, divide: YearDivider) => boolean,
];

export const yearLaws: readonly YearLaw[] = [
  [
    'parties, funders and a host outside pay the cost',
    (year, { shares, funders, outside }) =>
      isPriceList(year) || sum(shares.values()) + sum(funders.values()) + outside === year.cost,
  ],
  [
    'every share lies within its band of exact, whatever changed during the year',
    ({ unit, mode, host }, { shares, exact }) =>
      [...exact].every(([number, [n, d]]) => {
        const off = size((shares.get(number) ?? 0n) * d - n);
        if (mode === 'largestRemainder') return off < unit * d;
        return number === host || 2n * off <= unit * d;
      }),
  ],
  [
    'a credit mirrors a cost',
    (year, divided, divide) =>
      !turnsWithSign(year) || same(divided, divide({ ...year, cost: -year.cost }), -1n),
  ],
  [
    'row order never matters',
    (year, divided, divide) =>
      same(
        divided,
        divide({
          ...year,
          numbers: year.numbers.toReversed(),
          participation: year.participation.toReversed(),
        }),
      ),
  ],
  ['a second implementation says the same', (year, divided) => same(divided, secondYear(year))],
];

/** The laws an implementation breaks in a case, by name. A refusal must be the second implementation's too. */
export function brokenYearLaws(year: YearCase, divide: YearDivider): readonly string[] {
  const divided = divide(year);
  if (isRefused(divided)) {
    const second = secondYear(year);
    const agrees = isRefused(second) && second.refused.every((code) => divided.refused.includes(code));
    return agrees ? [] : [`refused: ${divided.refused.join(', ')}`];
  }
  return yearLaws.flatMap(([name, keeps]) => (keeps(year, divided, divide) ? [] : [name]));
}
