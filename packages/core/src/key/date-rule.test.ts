import { expect, test } from 'vitest';
import { day } from '../period/day.ts';
import { dayOfRule, readingInYear, usageInYear } from './date-rule.ts';

test('a date rule is a day of the budget year or the year before', () => {
  expect(dayOfRule('budgetYear-01-01', 2025)).toBe('2025-01-01');
  expect(dayOfRule('previousYear-01-01', 2025)).toBe('2024-01-01');
  expect(dayOfRule('previousYear-07-01', 2025)).toBe('2024-07-01');
  expect(dayOfRule(day('2020-02-29'), 2025)).toBe('2020-02-29');
});

test('a reading keeps its register, group and average', () => {
  const reading = { register: 'population', date: 'previousYear-07-01', group: '0-15', average: 3 } as const;
  expect(readingInYear(reading, 2025)).toEqual({ ...reading, date: '2024-07-01' });
});

test('use stands on 1 January of the year it was counted', () => {
  const read = { register: 'calls', group: null, average: 1 };
  expect(usageInYear('calls', 'previousYear', 2025)).toEqual({ ...read, date: '2024-01-01' });
  expect(usageInYear('calls', 'budgetYear', 2025)).toEqual({ ...read, date: '2025-01-01' });
  expect(usageInYear('calls', 2019, 2025)).toEqual({ ...read, date: '2019-01-01' });
});
