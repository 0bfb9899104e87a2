import type { JsonRow } from '@samstyr/contract/tables/row-json';
import { canonicalJson, rowText, sha256 } from './canonical.ts';

/** What a command did to one row, as it is stored: the row before and after, which version of it this made, and where it stands. */
export type StoredChange = {
  readonly table: string;
  readonly id: string;
  /** From 1; a row that is taken away and put back counts on. */
  readonly version: number;
  readonly position: string;
  readonly before: JsonRow | null;
  readonly after: JsonRow | null;
};

/** Who did what, when. `at` is ISO 8601 in UTC, `who` a user's id and never a name. */
export type EntryHead = {
  readonly cooperation: string;
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly command: unknown;
};

export type EntryHashes = {
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** What the first entry's `previousHash` is. */
export const beginning = '';

/**
 * The hashes of an entry: of the rows before, of the rows after, and of everything in it with the hash of the entry before. Whoever changes
 * an entry, takes one out or puts one in must make every later hash anew, and the last one has been printed. (S-STORE-41)
 */
export function hashEntry(
  head: EntryHead,
  changes: readonly StoredChange[],
  previousHash: string,
): EntryHashes {
  const beforeHash = sha256(
    changes
      .map(({ table, id, before }) => `${table}:${id}=${before === null ? '' : rowText(before)}\n`)
      .join(''),
  );
  const afterHash = sha256(
    changes
      .map(
        ({ table, id, version, position, after }) =>
          `${table}:${id}@${version}#${position}=${after === null ? '' : rowText(after)}\n`,
      )
      .join(''),
  );
  const { cooperation, revision, at, who, command } = head;
  const hash = sha256(
    canonicalJson({ cooperation, revision, at, who, command, beforeHash, afterHash, previousHash }),
  );
  return { beforeHash, afterHash, previousHash, hash };
}
