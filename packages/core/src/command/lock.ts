import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { isFrozen } from '../cooperation/versions.ts';
import type { VersionRow } from '../model/rows.ts';
import type { RowChange } from '../scenario/row-change.ts';
import type { CommandProblem } from './command.ts';

/** Longer chains than this are no chain of versions within a year. */
const longest = 100;

/**
 * The versions nothing may be written in, each with the adopted version that locks it: an adopted one itself, and those of the same year it
 * builds on, since they say how its figures came about. (S-STORE-21)
 */
export function lockedVersions({ model, version }: IndexedModel): ReadonlyMap<string, string> {
  const locked = new Map<string, string>();
  for (const adopted of model.version.filter(isFrozen)) {
    let one: VersionRow | undefined = adopted;
    for (let steps = 0; one !== undefined && one.year === adopted.year && steps < longest; steps += 1) {
      if (!locked.has(one.id)) locked.set(one.id, adopted.id);
      one = one.base === null ? undefined : version.get(one.base);
    }
  }
  return locked;
}

/** Changes of rows that stand in a locked version, or of the version itself. Said once for each version. */
export function lockProblems(before: IndexedModel, changes: readonly RowChange[]): readonly CommandProblem[] {
  const locked = lockedVersions(before);
  if (locked.size === 0) return [];
  const touched = new Set(
    changes.flatMap((change) =>
      [change.before, change.after].flatMap((row) => versionsOf(change.table, row)),
    ),
  );
  return [...touched].flatMap((version): readonly CommandProblem[] => {
    const by = locked.get(version);
    return by === undefined ? [] : [{ code: 'command.versionLocked', version, by }];
  });
}

function versionsOf(table: RowChange['table'], row: RowChange['before']): readonly string[] {
  if (row === null) return [];
  if (table === 'version') return [row.id];
  return 'version' in row ? [row.version] : [];
}
