import type { YearCase, YearResult } from '../laws/year-case.ts';
import { plus, type Rational, rational, times, total } from './rational.ts';
import { Refusal, secondDivision } from './second-key.ts';
import { secondRounding } from './second-rounding.ts';

const dayMilliseconds = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;

const halfAway = ([n, d]: Rational): bigint => {
  const size = n < 0n ? -n : n;
  const rounded = size / d + (2n * (size % d) >= d ? 1n : 0n);
  return n < 0n ? -rounded : rounded;
};

/** A second year, which shares no code with Samstyr's: day by day where a member or a key changes. */
export function secondYear(year: YearCase): YearResult {
  const first = dayNumber(`${year.year}-01-01`);
  const end = dayNumber(`${year.year + 1}-01-01`);
  const open = (day: string | null, otherwise: number): number => (day === null ? otherwise : dayNumber(day));
  const turns = [...year.participation, ...year.keys].flatMap(({ from, until }) => [
    open(from, first),
    open(until, end),
  ]);
  const starts = [...new Set([first, ...turns.filter((at) => at > first && at < end)])].sort((a, b) => a - b);
  const values = new Map(
    year.registers.map((row) => [`${row.register} ${row.date} ${row.number}`, row.value]),
  );
  const parts = new Map<string, Rational>(year.numbers.map((number) => [number, [0n, 1n]]));
  const funders = new Map<string, Rational>();
  try {
    for (const [at, start] of starts.entries()) {
      const days = rational(BigInt((starts[at + 1] ?? end) - start), BigInt(end - first));
      const isOn = ({ from, until }: { from: string | null; until: string | null }): boolean =>
        open(from, first) <= start && start < open(until, end);
      const members = year.participation.filter(isOn).map(({ number }) => number);
      const bill = secondDivision(rational(year.cost), year.keys.find(isOn)?.key, {
        year: year.year,
        members,
        valueIn: (register, date, number) => values.get(`${register} ${date} ${number}`),
      });
      for (const [number, amount] of bill.parts)
        parts.set(number, plus(parts.get(number) ?? [0n, 1n], times(amount, days)));
      for (const [name, amount] of bill.funders)
        funders.set(name, plus(funders.get(name) ?? [0n, 1n], times(amount, days)));
    }
  } catch (error) {
    if (error instanceof Refusal) return { refused: [error.message] };
    throw error;
  }
  const exactTotal = total([...parts.values()]);
  const paid = total([...funders.values()]);
  const whole = plus(exactTotal, paid);
  const totalOre = halfAway(exactTotal);
  const numbers = [...parts.keys()];
  const { shares, outside } = secondRounding([...parts.values()], numbers, {
    total: totalOre,
    unit: year.unit,
    mode: year.mode,
    host: year.host,
  });
  const names = [...funders.keys()].sort();
  const funded = secondRounding(
    names.map((name) => funders.get(name)!),
    names,
    {
      total: whole[1] === 1n ? whole[0] - totalOre : halfAway(paid),
      unit: 1n,
      mode: 'largestRemainder',
      host: null,
    },
  );
  return {
    shares: new Map(numbers.map((number, at) => [number, shares[at]!])),
    funders: new Map(names.map((name, at) => [name, funded.shares[at]!])),
    outside,
    exact: parts,
  };
}
