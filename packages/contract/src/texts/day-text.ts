import { type Day, firstDayOf, monthOf, parseDay, yearOf } from '@samstyr/core/period/day';
import type { Language } from './language.ts';

const norwegianMonths = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const noBreakSpace = '\u00a0';
const dayOfMonth = (date: Day): string => date.slice(8).replace(/^0/, '');

/** `1. januar`, `1 January`: a day without its year. */
export function dayAndMonth(date: Day, language: Language): string {
  const month = monthOf(date) - 1;
  return language === 'en'
    ? `${dayOfMonth(date)}${noBreakSpace}${englishMonths[month]}`
    : `${dayOfMonth(date)}.${noBreakSpace}${norwegianMonths[month]}`;
}

/** `1. januar 2025`, `1 January 2025`. */
export const dayText = (date: Day, language: Language): string =>
  `${dayAndMonth(date, language)} ${yearOf(date)}`;

/** A day of a month, or the month's last day where it is shorter. */
function dayIn(year: number, month: number, wanted: number): Day {
  const start = firstDayOf(year).slice(0, 4);
  for (let number = wanted; number > 28; number -= 1) {
    const found = parseDay(`${start}-${`${month}`.padStart(2, '0')}-${number}`);
    if (found !== null) return found;
  }
  return `${start}-${`${month}`.padStart(2, '0')}-${`${Math.min(wanted, 28)}`.padStart(2, '0')}` as Day;
}

/** The same day some months before: 1 July 2025 less 12 is 1 July 2024; 31 March less 1 is the last of February. */
export function monthsBefore(date: Day, months: number): Day {
  const month = yearOf(date) * 12 + monthOf(date) - 1 - months;
  return dayIn(Math.floor(month / 12), (month % 12) + 1, Number(date.slice(8)));
}

/** The last day before a day. */
export function dayBefore(date: Day): Day {
  const number = Number(date.slice(8));
  if (number > 1) return dayIn(yearOf(date), monthOf(date), number - 1);
  const before = monthsBefore(date, 1);
  return dayIn(yearOf(before), monthOf(before), 31);
}

/** A period that is half-open in the model, told with its last day: `1. januar–30. juni 2025`. */
export function periodText(
  { from, until }: { readonly from: Day; readonly until: Day },
  language: Language,
): string {
  const last = dayBefore(until);
  const first = yearOf(from) === yearOf(last) ? dayAndMonth(from, language) : dayText(from, language);
  return from === last ? dayText(from, language) : `${first}–${dayText(last, language)}`;
}
