import { add, type Fraction, zeroFraction } from '../fraction/fraction.ts';
import { dayOfRule } from '../key/date-rule.ts';
import type { DateRule, RegisterReading } from '../key/grammar.ts';
import type { Basis, RegisterValueRow } from '../model/rows.ts';
import { type Day, firstDayOf, yearOf } from '../period/day.ts';
import type { FitNote } from './fit-problem.ts';

/** A register as it can have been read: one date, or the average of two or three years. */
export type TriedReading = {
  readonly reading: RegisterReading;
  readonly date: Day;
  /** In the members' order. Summed over the years of an average: only proportions matter. */
  readonly values: readonly Fraction[];
  readonly valueSum: Fraction;
  /** The least sure of the values it rests on. */
  readonly basis: Basis;
};

const longestAverage = 3;
const doubt: { readonly [B in Basis]: number } = { published: 0, derived: 1, assumed: 2 };
const rules: readonly DateRule[] = ['previousYear-01-01', 'previousYear-07-01', 'budgetYear-01-01'];

const yearsBefore = (date: Day, years: number): Day =>
  `${`${yearOf(date) - years}`.padStart(4, '0')}${date.slice(4)}` as Day;

const ruleFor = (date: Day, year: number): DateRule =>
  rules.find((rule) => dayOfRule(rule, year) === date) ?? date;

/** Keeps the newest vintage of each value. */
function newest(rows: readonly RegisterValueRow[]): ReadonlyMap<string, RegisterValueRow> {
  const kept = new Map<string, RegisterValueRow>();
  for (const row of rows) {
    const name = `${row.party} ${row.date}`;
    const known = kept.get(name);
    if (known === undefined || (known.published ?? known.date) < (row.published ?? row.date))
      kept.set(name, row);
  }
  return kept;
}

/**
 * Every register, group and date with a value for all members, up to 1 January of the budget year, and the averages of two and three
 * years; and a note for each register that had to be left out.
 */
export function readingsToTry(
  registers: readonly RegisterValueRow[],
  members: readonly string[],
  year: number,
): { readonly readings: readonly TriedReading[]; readonly notes: readonly FitNote[] } {
  const bySeries = new Map<string, RegisterValueRow[]>();
  for (const row of registers) {
    if (row.date > firstDayOf(year)) continue;
    const name = `${row.register}\n${row.group ?? ''}`;
    const rows = bySeries.get(name);
    if (rows === undefined) bySeries.set(name, [row]);
    else rows.push(row);
  }
  const readings: TriedReading[] = [];
  const notes: FitNote[] = [];
  for (const rows of bySeries.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const { register, group } = first;
    const values = newest(rows);
    const dates = [...new Set(rows.map((row) => row.date))].sort();
    const isWhole = (date: Day): boolean => members.every((party) => values.has(`${party} ${date}`));
    const whole = new Set(dates.filter(isWhole));
    if (whole.size === 0) {
      const best = dates.at(-1);
      const parties = members.filter((party) => best === undefined || !values.has(`${party} ${best}`));
      notes.push({ code: 'fit.missingValues', register, group, parties });
    }
    for (const date of whole) {
      for (let average = 1; average <= longestAverage; average += 1) {
        const days = Array.from({ length: average }, (_, back) => yearsBefore(date, back));
        if (!days.every((day) => whole.has(day))) break;
        const read = members.map((party) =>
          days.flatMap((day) => {
            const row = values.get(`${party} ${day}`);
            return row === undefined ? [] : [row];
          }),
        );
        const sums = read.map((own) => own.reduce((total, row) => add(total, row.value), zeroFraction));
        const valueSum = sums.reduce(add, zeroFraction);
        if (valueSum.n <= 0n || sums.some(({ n }) => n < 0n)) continue;
        const basis = read
          .flat()
          .reduce<Basis>((worst, row) => (doubt[row.basis] > doubt[worst] ? row.basis : worst), 'published');
        readings.push({
          reading: { register, date: ruleFor(date, year), group, average },
          date,
          values: sums,
          valueSum,
          basis,
        });
      }
    }
  }
  return { readings, notes };
}
