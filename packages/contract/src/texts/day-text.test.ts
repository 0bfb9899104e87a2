import { day } from '@samstyr/core/period/day';
import { expect, test } from 'vitest';
import { dayBefore, dayText, monthsBefore, periodText } from './day-text.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('a period is told with its last day', () => {
  expect(plain(periodText({ from: day('2025-01-01'), until: day('2025-07-01') }, 'nb'))).toBe(
    '1. januar–30. juni 2025',
  );
  expect(plain(periodText({ from: day('2024-12-01'), until: day('2026-01-01') }, 'en'))).toBe(
    '1 December 2024–31 December 2025',
  );
  expect(plain(periodText({ from: day('2024-02-29'), until: day('2024-03-01') }, 'nn'))).toBe(
    '29. februar 2024',
  );
  expect(plain(dayText(day('2025-10-09'), 'en'))).toBe('9 October 2025');
});

test('months before a day end on a day that exists', () => {
  expect(monthsBefore(day('2025-07-01'), 12)).toBe('2024-07-01');
  expect(monthsBefore(day('2025-02-28'), 12)).toBe('2024-02-28');
  expect(monthsBefore(day('2024-02-29'), 12)).toBe('2023-02-28');
  expect(monthsBefore(day('2024-03-31'), 1)).toBe('2024-02-29');
  expect(dayBefore(day('2025-01-01'))).toBe('2024-12-31');
  expect(dayBefore(day('2024-03-01'))).toBe('2024-02-29');
  expect(dayBefore(day('2025-05-02'))).toBe('2025-05-01');
});
