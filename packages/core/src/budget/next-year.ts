import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { currentVersion } from '../cooperation/versions.ts';
import * as exact from '../fraction/fraction.ts';
import { plain } from '../key/algebra.ts';
import type { ChangeRow, GrowthRow, LineRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { type Ore, zero } from '../money/ore.ts';
import { yearOf } from '../period/day.ts';
import { changeCounts, changeIsInYear, changeMove, growthMove } from './effects.ts';

/** Why a change moves a service from one year to the next. */
type ChangeMove =
  /** It came during the year and counts the whole of the next one. */
  | 'fullYear'
  /** It is to begin next year. */
  | 'starts'
  /** Its last day comes. */
  | 'ends'
  | 'oneOffOut'
  | 'oneOffIn';
/** Why growth does: the rest of one that came during the year, or one that is to begin next year. */
type GrowthMove = 'carryOver' | 'growthStarts';

/** What a change or growth row moves from one year to the next, in whole øre. */
export type Movement =
  | {
      readonly kind: ChangeMove;
      readonly change: ChangeRow;
      /** The year of the version it is written in. */
      readonly written: number;
      readonly amountOre: Ore;
    }
  | { readonly kind: GrowthMove; readonly growth: GrowthRow; readonly amountOre: Ore };

/** A change that is known and not priced, and what it is to next year. */
export type Unpriced = {
  readonly change: ChangeRow;
  /**
   * comes: not in the amounts, or to begin · restComes: began during the year, which has a part of it · inLevel: the year's given amounts
   * have all of it · leaves: one-off or at its end, so an amount nobody knows goes out
   */
  readonly kind: 'comes' | 'restComes' | 'inLevel' | 'leaves';
};

/** The rows that say how a service moves from a version's year to the next. */
export type NextYear = {
  readonly movements: readonly Movement[];
  readonly unpriced: readonly Unpriced[];
  /** Changes nobody has accepted yet; they move nothing. */
  readonly proposed: readonly ChangeRow[];
  /** The growth assumptions of the year itself, priced or not. */
  readonly growth: readonly GrowthRow[];
};

/** Whether a version says the service's amounts itself, and does not start from the version it builds on. */
export function statesAmounts(index: IndexedModel, version: VersionRow, service: ServiceRow): boolean {
  const { total, lines, volumes } = index.rowsOf(version.id, service.id);
  const measures = new Set((index.pricesOf.get(service.id) ?? []).map(({ measure }) => measure));
  return (
    total !== null ||
    lines.some(({ distribution }) => distribution !== 'memo') ||
    volumes.some(({ measure }) => measures.has(measure))
  );
}

/**
 * The versions whose changes a service's amounts have in them, newest first. Amounts that a version says itself take the place of the
 * earlier versions of its year; changes of the years before stay, since one of them may end later.
 */
export function versionsBehind(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
): readonly VersionRow[] {
  const found: VersionRow[] = [];
  const seen = new Set<string>();
  let restated: number | null = null;
  let row: VersionRow | null = version;
  while (row !== null && !seen.has(row.id)) {
    seen.add(row.id);
    if (row.year !== restated) {
      found.push(row);
      if (statesAmounts(index, row, service)) restated = row.year;
    }
    row = row.base === null ? currentVersion(index, row.year - 1) : (index.version.get(row.base) ?? null);
  }
  return found;
}

/** Everything that is known in a version to move a service the year after: exact, and in the order of the rows. (P04; R10) */
export function nextYear(index: IndexedModel, version: VersionRow, service: ServiceRow): NextYear {
  const movements: Movement[] = [];
  const unpriced: Unpriced[] = [];
  const proposed: ChangeRow[] = [];
  const growth: GrowthRow[] = [];
  for (const behind of versionsBehind(index, version, service)) {
    const rows = index.rowsOf(behind.id, service.id);
    const isOwnYear = behind.year === version.year;
    for (const change of rows.changes) {
      const isIncluded = change.includedOre === null && statesAmounts(index, behind, service);
      if (change.status === 'proposed' && isOwnYear) proposed.push(change);
      if (!changeCounts(change)) continue;
      if (change.amountOre === null) {
        const kind = unpricedKind(change, version.year, isIncluded, isOwnYear);
        if (kind !== null) unpriced.push({ change, kind });
      } else {
        const moved = changeMove(change, { written: behind.year, year: version.year }, plain);
        const amountOre = moved === null ? zero : exact.roundToOre(moved);
        if (amountOre !== 0n)
          movements.push({
            kind: moveOf(change, version.year, amountOre),
            change,
            written: behind.year,
            amountOre,
          });
      }
    }
    for (const row of rows.growth) {
      if (isOwnYear) growth.push(row);
      const moved = growthMove(row, version.year, plain);
      if (moved !== null)
        movements.push({
          kind: yearOf(row.from) === version.year ? 'carryOver' : 'growthStarts',
          growth: row,
          amountOre: exact.roundToOre(moved),
        });
    }
  }
  return { movements, unpriced: withoutRepeats(unpriced), proposed, growth };
}

/** Why a change moves, from what it is and which way it goes. */
function moveOf(change: ChangeRow, year: number, amountOre: Ore): ChangeMove {
  const began = change.from === null || yearOf(change.from) <= year;
  if (change.oneOff) return began ? 'oneOffOut' : 'oneOffIn';
  if (!began) return 'starts';
  return change.amountOre !== null && amountOre < 0n !== change.amountOre < 0n ? 'ends' : 'fullYear';
}

function unpricedKind(
  change: ChangeRow,
  year: number,
  isIncluded: boolean,
  isOwnYear: boolean,
): Unpriced['kind'] | null {
  const began = change.from === null || yearOf(change.from) <= year;
  // An earlier year's change that has begun is in the later amounts, whatever it costs.
  if (!isOwnYear && (began || yearOf(change.from ?? `${year}`) !== year + 1)) return null;
  const isNow = changeIsInYear(change, year);
  const isNext = changeIsInYear(change, year + 1) && !(change.oneOff && began);
  if (!isNext) return isNow ? 'leaves' : null;
  if (!isNow || !isIncluded) return 'comes';
  return change.from !== null && change.from > `${year}-01-01` ? 'restComes' : 'inLevel';
}

/** One that has been carried from year to year is told once, as it was written last. */
function withoutRepeats(unpriced: readonly Unpriced[]): readonly Unpriced[] {
  const told = new Set<string>();
  return unpriced.filter(({ change: { kind, party, from, reason } }) => {
    const name = JSON.stringify([kind, party, from, reason]);
    const isNew = !told.has(name);
    told.add(name);
    return isNew;
  });
}

/** The buy-ins a version's year has in it: paid that year only. */
export function contributionsIn(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
): {
  readonly lines: readonly (LineRow & { readonly party: string })[];
  /** A given total stays what the service costs when the contribution that paid a part of it is gone. */
  readonly insideTotal: boolean;
} {
  const states = versionsBehind(index, version, service).find(
    (row) => row.year === version.year && statesAmounts(index, row, service),
  );
  if (states === undefined) return { lines: [], insideTotal: false };
  const { lines, total } = index.rowsOf(states.id, service.id);
  return {
    lines: lines.flatMap((line) =>
      line.distribution === 'contribution' && line.party !== null ? [{ ...line, party: line.party }] : [],
    ),
    insideTotal: total !== null,
  };
}
