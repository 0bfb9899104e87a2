import type { RowPlace } from './model-problem.ts';
import type { Origin, TableName } from './rows.ts';

/** What every row has. */
export type AnyRow = { readonly id: string; readonly origin?: Origin };

/** Where a field of a row stands, for a problem about it. */
export const rowPlace = (table: TableName, row: AnyRow, field: string): RowPlace => ({
  table,
  id: row.id,
  field,
  origin: row.origin ?? null,
});

/** Every pair of rows in the same group, the earlier first; a group is what `by` says, and null is no group. */
export function pairsWithin<R>(
  rows: readonly R[],
  by: (row: R) => string | null,
): readonly (readonly [R, R])[] {
  const groups = new Map<string, R[]>();
  const pairs: (readonly [R, R])[] = [];
  for (const row of rows) {
    const group = by(row);
    if (group === null) continue;
    const before = groups.get(group);
    if (before === undefined) groups.set(group, [row]);
    else {
      for (const earlier of before) pairs.push([earlier, row]);
      before.push(row);
    }
  }
  return pairs;
}
