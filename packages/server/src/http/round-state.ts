import { type RoundAct, roundActIn } from '@samstyr/contract/desk/round';
import type { JsonRow } from '@samstyr/contract/tables/row-json';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { unitOf } from '../access/sight.ts';

type Comments = readonly { readonly row: JsonRow }[];

type Said = {
  readonly unit: string;
  readonly year: number;
  readonly act: RoundAct;
  readonly at: string;
  readonly author: string;
  readonly reason: string | null;
};

/** The acts of every round, oldest first. */
const actsIn = (comments: Comments): readonly Said[] =>
  comments.flatMap(({ row }) => {
    const found = roundActIn(`${row['about'] ?? ''}`);
    if (found === null) return [];
    const said = {
      unit: `${row['unit']}`,
      at: `${row['writtenAt']}`,
      author: `${row['author']}`,
      reason: found.act === 'returned' ? `${row['body']}` : null,
    };
    return [{ ...found, ...said }];
  });

/** The last that was done about a unit in a year's round. */
export const lastAct = (comments: Comments, unit: string, year: number): Said | null =>
  actsIn(comments).findLast((one) => one.unit === unit && one.year === year) ?? null;

const place = (unit: string, year: number): string => `${unit} ${year}`;

/** Units and years that have been delivered, and not been taken back or sent back since. */
export function deliveredIn(comments: Comments): ReadonlySet<string> {
  const standing = new Map(actsIn(comments).map(({ unit, year, act }) => [place(unit, year), act]));
  return new Set(
    [...standing].flatMap(([key, act]) => (act === 'delivered' || act === 'checked' ? [key] : [])),
  );
}

/** What a unit has delivered is not its leader's to write any more. */
const delivered: ReadonlySet<string> = new Set(['text', 'line', 'change', 'volume']);

/** The delivered unit and year a change of a row would write in; null: none. (S-HTTP-20) */
export function deliveredRow(
  index: IndexedModel,
  locked: ReadonlySet<string>,
  change: { readonly table: string; readonly before: JsonRow | null; readonly after: JsonRow | null },
): { readonly unit: string; readonly year: number } | null {
  if (locked.size === 0 || !delivered.has(change.table)) return null;
  for (const side of [change.before, change.after]) {
    if (side === null) continue;
    const unit = unitOf(index, change.table, side);
    const year = side['year'] ?? index.version.get(`${side['version']}`)?.year;
    if (unit !== null && typeof year === 'number' && locked.has(place(unit, year))) return { unit, year };
  }
  return null;
}

type Standing = {
  readonly said: Said | null;
  readonly isBegun: boolean;
  /** The unit has tasks for the year, and all are done. */
  readonly isDone: boolean;
  readonly isProposed: boolean;
};

/** How far a unit is in the budget round: what was said of it last; where nothing was, what it has written and done. (S-HTTP-12) */
export function roundStatus({
  said,
  isBegun,
  isDone,
  isProposed,
}: Standing): 'notStarted' | 'inProgress' | 'delivered' | 'checked' {
  if (said !== null) return said.act === 'delivered' || said.act === 'checked' ? said.act : 'inProgress';
  if (isDone) return isProposed ? 'delivered' : 'checked';
  return isBegun ? 'inProgress' : 'notStarted';
}
