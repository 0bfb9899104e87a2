import type { VersionRow, VersionStatus } from '../model/rows.ts';
import type { IndexedModel } from './indexed-model.ts';

const rank: { readonly [S in VersionStatus]: number } = {
  proposal: 0,
  recommended: 1,
  adopted: 2,
  amended: 3,
};

/** From adopted on, a version is a fact: its parts are rows that nothing moves. */
export const isFrozen = ({ status }: VersionRow): boolean => rank[status] >= rank.adopted;

/** The version of a year that counts: the furthest one; of equals the last written. */
export function currentVersion({ model }: IndexedModel, year: number): VersionRow | null {
  return model.version
    .filter((row) => row.year === year)
    .reduce<VersionRow | null>(
      (best, row) => (best === null || rank[row.status] >= rank[best.status] ? row : best),
      null,
    );
}

/** What a version is compared with: last year's version it builds on, through earlier versions of its own year. */
export function previousVersion(index: IndexedModel, version: VersionRow): VersionRow | null {
  let base = version.base;
  for (let steps = 0; base !== null && steps < 20; steps += 1) {
    const row = index.version.get(base) ?? null;
    if (row === null) return null;
    if (row.year < version.year) return row;
    base = row.base;
  }
  return currentVersion(index, version.year - 1);
}
