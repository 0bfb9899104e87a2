import type { RegisterValueRow } from '../model/rows.ts';
import type { Day } from '../period/day.ts';
import type { RegisterProblem } from './register-problem.ts';

/** A value as it was known from a day on; more than one row is a duplicate, which nobody may choose between. */
export type Vintage = { readonly knownFrom: Day; readonly rows: RegisterValueRow[] };

/** One register, whole or one group of it. */
export type Series = {
  /** Every date anybody has a value for, ascending. */
  readonly dates: readonly Day[];
  /** For each date, the first day a value for it was known for anybody. */
  readonly firstKnown: readonly Day[];
  /** Party → date → vintages, oldest first. */
  readonly values: ReadonlyMap<string, ReadonlyMap<Day, readonly Vintage[]>>;
};

/** Register values arranged for lookup: built once for a model, then each reading is a binary search. */
export type RegisterIndex = {
  readonly series: ReadonlyMap<string, ReadonlyMap<string | null, Series>>;
  /** Values given twice. A reading that meets one refuses; `check` lists them all. */
  readonly duplicates: readonly RegisterProblem[];
};

/** A value without a publishing day is known from its own date on. */
export const knownFrom = (row: RegisterValueRow): Day => row.published ?? row.date;

type Growing = { readonly values: Map<string, Map<Day, Vintage[]>>; readonly firstKnown: Map<Day, Day> };

function got<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function add(series: Growing, row: RegisterValueRow): void {
  const known = knownFrom(row);
  const first = series.firstKnown.get(row.date);
  if (first === undefined || known < first) series.firstKnown.set(row.date, known);
  const dated = got(series.values, row.party, () => new Map<Day, Vintage[]>());
  const vintages = got(dated, row.date, (): Vintage[] => []);
  const same = vintages.find((vintage) => vintage.knownFrom === known);
  if (same === undefined) vintages.push({ knownFrom: known, rows: [row] });
  else same.rows.push(row);
}

const byKnownFrom = (a: Vintage, b: Vintage): number => (a.knownFrom < b.knownFrom ? -1 : 1);

function finished({ values, firstKnown }: Growing): Series {
  for (const dated of values.values()) for (const vintages of dated.values()) vintages.sort(byKnownFrom);
  const dates = [...firstKnown.keys()].sort();
  return { dates, firstKnown: dates.map((date) => firstKnown.get(date) ?? date), values };
}

function* duplicatesIn(series: Series): Iterable<RegisterProblem> {
  for (const dated of series.values.values()) {
    for (const vintages of dated.values()) {
      for (const { rows } of vintages) {
        const [first] = rows;
        if (first === undefined || rows.length === 1) continue;
        const { register, party, date, group, published } = first;
        const ids = rows.map(({ id }) => id);
        yield { code: 'register.duplicate', register, party, date, group, published, rows: ids };
      }
    }
  }
}

/** Arranges register values by register, group, party, date and vintage. */
export function registerIndex(rows: readonly RegisterValueRow[]): RegisterIndex {
  const growing = new Map<string, Map<string | null, Growing>>();
  for (const row of rows) {
    const groups = got(growing, row.register, () => new Map<string | null, Growing>());
    add(
      got(groups, row.group, () => ({ values: new Map(), firstKnown: new Map() })),
      row,
    );
  }
  const series = new Map<string, Map<string | null, Series>>();
  const duplicates: RegisterProblem[] = [];
  for (const [register, groups] of growing) {
    const made = new Map<string | null, Series>();
    for (const [group, one] of groups) {
      const whole = finished(one);
      duplicates.push(...duplicatesIn(whole));
      made.set(group, whole);
    }
    series.set(register, made);
  }
  return { series, duplicates };
}
