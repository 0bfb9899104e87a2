import { compare, type Fraction, fraction, sumFractions } from '../fraction/fraction.ts';
import type { VolumeRow } from '../model/rows.ts';
import { type DisclosureProblem, fewestPossibleValues } from './problem.ts';

export type WithheldCounts = {
  /** Ids of volume rows that are hidden. */
  readonly rows: ReadonlySet<string>;
  readonly problems: readonly DisclosureProblem[];
};

const fewest: Fraction = fraction(BigInt(fewestPossibleValues));

/** Fewer than five, and 0 too: a shown 0 says that every hidden count is at least 1. */
export const isFew = (count: Fraction): boolean => compare(count, fewest) < 0;

const seriesOf = (row: VolumeRow): string => `${row.service} ${row.measure}`;
const tableOf = (row: VolumeRow): string =>
  `${row.version} ${row.service} ${row.measure} ${row.from} ${row.until}`;

/** Largest count a hidden one can have when the sum is known: what the hidden ones have together. */
const together = (rows: readonly VolumeRow[]): Fraction => sumFractions(rows.map((row) => row.count));

/**
 * Which counts are hidden: sensitive ones under five, those in `forced`, the same party's in every other year and version, and as many
 * more of the smallest as it takes for the sum to tell nothing: at least two hidden, and together at least four. (S-DISC-06)
 */
export function withheldCounts(volumes: readonly VolumeRow[], forced: ReadonlySet<string>): WithheldCounts {
  const hiddenParties = new Map<string, Set<string>>();
  const hide = (series: string, party: string): void => {
    const parties = hiddenParties.get(series) ?? new Set<string>();
    hiddenParties.set(series, parties.add(party));
  };
  for (const row of volumes)
    if ((row.sensitive && isFew(row.count)) || forced.has(row.id)) hide(seriesOf(row), row.party);

  const tables = new Map<string, VolumeRow[]>();
  for (const row of volumes) tables.set(tableOf(row), [...(tables.get(tableOf(row)) ?? []), row]);
  const problems: DisclosureProblem[] = [];
  const told = new Set<string>();
  // A party hidden for one year's sake is hidden in all, which may be what another year needed.
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const rows of tables.values()) {
      const [first] = rows;
      const parties = first === undefined ? undefined : hiddenParties.get(seriesOf(first));
      if (first === undefined || parties === undefined) continue;
      const hidden = rows.filter((row) => parties.has(row.party));
      const shown = rows
        .filter((row) => !parties.has(row.party))
        .sort((a, b) => compare(a.count, b.count) || (a.party < b.party ? -1 : 1));
      const isEnough =
        hidden.length >= 2 && compare(together(hidden), fraction(BigInt(fewestPossibleValues - 1))) >= 0;
      if (hidden.length === 0 || isEnough) continue;
      const [next] = shown;
      if (next !== undefined) {
        hide(seriesOf(first), next.party);
        isDone = false;
      } else {
        const name = tableOf(first);
        if (told.has(name)) continue;
        told.add(name);
        for (const row of hidden)
          problems.push({
            code: 'disclosure.countAlone',
            service: row.service,
            measure: row.measure,
            party: row.party,
          });
      }
    }
  }
  return {
    rows: new Set(
      volumes.filter((row) => hiddenParties.get(seriesOf(row))?.has(row.party)).map((row) => row.id),
    ),
    problems,
  };
}
