declare const brand: unique symbol;

/** A calendar day as text, `2025-07-01`: sorts as text, has no clock and no time zone. */
export type Day = string & { readonly [brand]: 'Day' };

/** From and including `from`, up to but not including `until`; null is open. Shown to people with the last day inclusive. */
export type Validity = { readonly from: Day | null; readonly until: Day | null };

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365);
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0);

/** `2027-02-29` does not exist and gives null; so does `2027-2-9`. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month) ? (text as Day) : null;
}

/** The day for a date that stands in code; throws on one that does not exist. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`Invariant broken: ${text} is a day`);
  return parsed;
}

export const yearOf = (date: Day): number => Number(date.slice(0, 4));
/** 1–12. */
export const monthOf = (date: Day): number => Number(date.slice(5, 7));
export const firstDayOf = (year: number): Day => `${`${year}`.padStart(4, '0')}-01-01` as Day;

/** Days since 1 January of year 0 in the Gregorian calendar, so that a difference counts calendar days. */
export function dayNumber(date: Day): number {
  const year = yearOf(date);
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let month = 1; month < monthOf(date); month += 1) days += lengthOfMonth(year, month);
  return days + Number(date.slice(8, 10));
}

/** Calendar days from and including `from`, up to but not including `until`. */
export const daysBetween = (from: Day, until: Day): number => dayNumber(until) - dayNumber(from);

export const covers = ({ from, until }: Validity, date: Day): boolean =>
  (from === null || from <= date) && (until === null || date < until);

export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.from === null || b.until === null || a.from < b.until) &&
  (b.from === null || a.until === null || b.from < a.until);

/** The part of a year a validity covers, or null. */
export function withinYear(
  { from, until }: Validity,
  year: number,
): { readonly from: Day; readonly until: Day } | null {
  const start = firstDayOf(year);
  const end = firstDayOf(year + 1);
  const first = from === null || from < start ? start : from;
  const last = until === null || until > end ? end : until;
  return first < last ? { from: first, until: last } : null;
}
