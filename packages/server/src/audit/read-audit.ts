import type { JsonRow } from '@samstyr/contract/tables/row-json';
import type pg from 'pg';
import { type EntryHashes, hashEntry, type StoredChange } from './entry.ts';

/** An entry as it stands, with the hashes its content has now. */
export type AuditEntry = EntryHashes & {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly command: unknown;
  readonly changes: readonly StoredChange[];
  /** Made from the content and the `previousHash` that stands there. */
  readonly made: EntryHashes;
};

type EntryRow = {
  readonly revision: string;
  readonly at: string;
  readonly who: string;
  readonly command: unknown;
  readonly before_hash: string;
  readonly after_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
};

type ChangeRow = {
  readonly revision: string;
  readonly table_name: string;
  readonly row_id: string;
  readonly row_version: number;
  readonly position: string;
  readonly before: JsonRow | null;
  readonly after: JsonRow | null;
};

/** The whole audit of the cooperation a transaction sees, oldest first. */
export async function readAudit(client: pg.ClientBase, cooperation: string): Promise<readonly AuditEntry[]> {
  const { rows: entries } = await client.query<EntryRow>(
    'select * from samstyr.audit where cooperation_id = $1 order by revision',
    [cooperation],
  );
  const { rows } = await client.query<ChangeRow>(
    `select revision, table_name, row_id, row_version, position, before, after
     from samstyr.audit_change where cooperation_id = $1 order by revision, number`,
    [cooperation],
  );
  const changesOf = new Map<string, StoredChange[]>();
  for (const { revision, table_name, row_id, row_version, position, before, after } of rows) {
    const change = { table: table_name, id: row_id, version: row_version, position, before, after };
    const some = changesOf.get(revision);
    if (some === undefined) changesOf.set(revision, [change]);
    else some.push(change);
  }
  return entries.map((entry) => {
    const revision = Number.parseInt(entry.revision, 10);
    const changes = changesOf.get(entry.revision) ?? [];
    const { at, who, command, previous_hash: previousHash } = entry;
    return {
      ...{ revision, at, who, command, changes, previousHash },
      ...{ beforeHash: entry.before_hash, afterHash: entry.after_hash, hash: entry.hash },
      made: hashEntry({ cooperation, revision, at, who, command }, changes, previousHash),
    };
  });
}
