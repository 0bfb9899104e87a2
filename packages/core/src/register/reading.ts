import type { RegisterValueRow } from '../model/rows.ts';
import { type Day, firstDayOf, parseDay, yearOf } from '../period/day.ts';
import { type Result, unless } from '../result/result.ts';
import type { RegisterIndex, Series, Vintage } from './register-index.ts';
import type { RegisterProblem } from './register-problem.ts';

/** What is read, on a day: the register, the part of it, and over how many years it is averaged. */
export type DatedReading = {
  readonly register: string;
  readonly date: Day;
  readonly group: string | null;
  /** Number of years: this date and the same date the years before; 1 is no average. */
  readonly average: number;
};

/**
 * What a register said of some parties. All are read on the same date: when the wanted one is not published yet, on the latest one
 * before it that is, and then the reading is provisional.
 */
export type Readings = {
  readonly wanted: Day;
  readonly used: Day;
  readonly provisional: boolean;
  /** For each party asked for, its rows: one, or one for each year of an average, newest first. */
  readonly rows: readonly (readonly RegisterValueRow[])[];
};

/** Reads a register for parties, as known on the reader's own day. */
export type RegisterReader = (
  reading: DatedReading,
  parties: readonly string[],
) => Result<Readings, RegisterProblem>;

/** Index of the last date not after `wanted`, or -1. */
function lastNotAfter(dates: readonly Day[], wanted: Day): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const date = dates[middle];
    if (date !== undefined && date <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The latest date not after `wanted` that had been published on `asOf`. */
function publishedDate(series: Series, wanted: Day, asOf: Day): Day | null {
  for (let at = lastNotAfter(series.dates, wanted); at >= 0; at -= 1) {
    const known = series.firstKnown[at];
    if (known !== undefined && known <= asOf) return series.dates[at] ?? null;
  }
  return null;
}

/** The newest vintage known on `asOf`. */
function knownVintage(vintages: readonly Vintage[] | undefined, asOf: Day): Vintage | null {
  if (vintages === undefined) return null;
  for (let at = vintages.length - 1; at >= 0; at -= 1) {
    const vintage = vintages[at];
    if (vintage !== undefined && vintage.knownFrom <= asOf) return vintage;
  }
  return null;
}

/** The same date some years before; 29 February becomes the 28th where the year has none. */
function yearsBefore(date: Day, years: number): Day {
  if (years === 0) return date;
  const year = firstDayOf(yearOf(date) - years).slice(0, 4);
  return parseDay(`${year}${date.slice(4)}`) ?? (`${year}-02-28` as Day);
}

function newestDate(series: Series | undefined, party: string, asOf: Day): Day | null {
  let newest: Day | null = null;
  for (const [date, vintages] of series?.values.get(party) ?? []) {
    if (knownVintage(vintages, asOf) !== null && (newest === null || date > newest)) newest = date;
  }
  return newest;
}

/**
 * A register's values for parties on a date, as known on `asOf`: of several vintages the newest one published by then. A value
 * published later does not exist yet; a party without one is a problem and never 0; one given twice is a problem too. (S-REG-01–06)
 */
export function readRegister(
  index: RegisterIndex,
  asOf: Day,
  { register, date, group, average }: DatedReading,
  parties: readonly string[],
): Result<Readings, RegisterProblem> {
  const series = index.series.get(register)?.get(group);
  const used = (series === undefined ? null : publishedDate(series, date, asOf)) ?? date;
  const problems: RegisterProblem[] = [];
  const rows = parties.map((party): readonly RegisterValueRow[] => {
    const dated = series?.values.get(party);
    const found: RegisterValueRow[] = [];
    for (let year = 0; year < average; year += 1) {
      const on = yearsBefore(used, year);
      const [row, ...again] = knownVintage(dated?.get(on), asOf)?.rows ?? [];
      if (row === undefined) {
        const newest = newestDate(series, party, asOf);
        problems.push({ code: 'register.missing', register, party, date: on, group, newest });
      } else if (again.length > 0) {
        const ids = [row, ...again].map(({ id }) => id);
        const { published } = row;
        problems.push({ code: 'register.duplicate', register, party, date: on, group, published, rows: ids });
      } else found.push(row);
    }
    return found;
  });
  return unless(problems, () => ({ wanted: date, used, provisional: used !== date, rows }));
}

/** A reader that knows what was published on a day, and nothing newer. */
export const registerReader =
  (index: RegisterIndex, asOf: Day): RegisterReader =>
  (reading, parties) =>
    readRegister(index, asOf, reading, parties);
