import { type Day, parseDay } from '@samstyr/core/period/day';

/** Days outside these years are slips of the finger: 0026, 2206. */
const window = { first: '1900-01-01', last: '2099-12-31' };

/** `2025-07-01`, or as Norwegians write it, `1.7.2025`: the day first. A day that does not exist is never rolled on to the next. */
export function readDay(
  text: string,
): { readonly day: Day } | { readonly problem: 'form' | 'noSuchDay' | 'outsideWindow' } {
  const norwegian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const canonical =
    norwegian === null
      ? text
      : `${norwegian[3]}-${norwegian[2]?.padStart(2, '0')}-${norwegian[1]?.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(canonical)) return { problem: 'form' };
  const day = parseDay(canonical);
  if (day === null) return { problem: 'noSuchDay' };
  return day < window.first || day > window.last ? { problem: 'outsideWindow' } : { day };
}
