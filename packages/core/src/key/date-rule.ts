import { type Day, firstDayOf } from '../period/day.ts';
import type { DatedReading } from '../register/reading.ts';
import type { DateRule, RegisterReading } from './grammar.ts';

/** The day a date rule means in a budget year. */
export function dayOfRule(rule: DateRule, year: number): Day {
  switch (rule) {
    case 'budgetYear-01-01':
      return firstDayOf(year);
    case 'previousYear-01-01':
      return firstDayOf(year - 1);
    case 'previousYear-07-01':
      return `${firstDayOf(year - 1).slice(0, 4)}-07-01` as Day;
    default:
      return rule;
  }
}

/** What a key reads in a budget year. */
export const readingInYear = (
  { register, date, group, average }: RegisterReading,
  year: number,
): DatedReading => ({ register, date: dayOfRule(date, year), group, average });

/** Use in a period stands in the register on 1 January of the year it was counted. */
export const usageInYear = (
  register: string,
  period: 'previousYear' | 'budgetYear' | number,
  year: number,
): DatedReading => ({
  register,
  date: firstDayOf(period === 'previousYear' ? year - 1 : period === 'budgetYear' ? year : period),
  group: null,
  average: 1,
});
