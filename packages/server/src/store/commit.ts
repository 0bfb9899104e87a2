import { rowName } from '@samstyr/contract/command/envelope';
import { invariant } from '@samstyr/core/result/result';
import type pg from 'pg';
import { type EntryHead, hashEntry, type StoredChange } from '../audit/entry.ts';
import { deleteRow, insertRows, isStoredTable, type StoredTable, updateRow } from './rows.ts';
import type { RowStand } from './store.ts';

/** A cooperation's home, locked for the one who writes. */
export type Tenant = {
  readonly cooperation: string;
  readonly revision: number;
  readonly head: string;
  readonly nextPosition: bigint;
};

/** A row as it is to be, before it is known which version that makes. */
export type Wanted = Pick<StoredChange, 'table' | 'id' | 'before' | 'after'>;

/** Locks the cooperation until the transaction ends: its commands are done one after the other. Null: there is none. */
export async function lockTenant(client: pg.ClientBase, cooperation: string): Promise<Tenant | null> {
  const { rows } = await client.query<{
    readonly revision: string;
    readonly head: string;
    readonly next_position: string;
  }>('select revision, head, next_position from samstyr.tenant where cooperation_id = $1 for no key update', [
    cooperation,
  ]);
  const [row] = rows;
  return row === undefined
    ? null
    : {
        cooperation,
        revision: Number.parseInt(row.revision, 10),
        head: row.head,
        nextPosition: BigInt(row.next_position),
      };
}

/** The versions and places changed rows get. One that was taken away and is put back goes back to its place, and counts on. */
export async function placeChanges(
  client: pg.ClientBase,
  tenant: Tenant,
  wanted: readonly Wanted[],
  stands: ReadonlyMap<string, RowStand>,
): Promise<{
  readonly changes: readonly StoredChange[];
  readonly nextPosition: bigint;
  readonly returns: boolean;
}> {
  const fresh = wanted.filter(({ before }) => before === null);
  const earlier =
    tenant.revision === 0 ? new Map<string, RowStand>() : await lastStands(client, tenant, fresh);
  let { nextPosition } = tenant;
  const changes = wanted.map((change): StoredChange => {
    const name = rowName(change.table, change.id);
    const stand = change.before === null ? earlier.get(name) : stands.get(name);
    if (stand !== undefined) return { ...change, version: stand.version + 1, position: stand.position };
    invariant(change.before === null, `the row ${name} is in the database`);
    const position = `${nextPosition}`;
    nextPosition += 1n;
    return { ...change, version: 1, position };
  });
  return { changes, nextPosition, returns: earlier.size > 0 };
}

async function lastStands(
  client: pg.ClientBase,
  { cooperation }: Tenant,
  wanted: readonly Wanted[],
): Promise<Map<string, RowStand>> {
  const { rows } = await client.query<{
    readonly table_name: string;
    readonly row_id: string;
    readonly row_version: number;
    readonly position: string;
  }>(
    `select distinct on (a.table_name, a.row_id) a.table_name, a.row_id, a.row_version, a.position
     from unnest($2::text[], $3::text[]) as w (table_name, row_id)
     join samstyr.audit_change a on a.cooperation_id = $1 and a.table_name = w.table_name and a.row_id = w.row_id
     order by a.table_name, a.row_id, a.revision desc, a.number desc`,
    [cooperation, wanted.map(({ table }) => table), wanted.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ table_name, row_id, row_version, position }) => [
      rowName(table_name, row_id),
      { version: row_version, position },
    ]),
  );
}

/** Writes the rows of one command, its entry in the audit and the cooperation's new revision; the caller's transaction ends it. */
export async function commitChanges(
  client: pg.ClientBase,
  tenant: Tenant,
  entry: Pick<EntryHead, 'at' | 'who' | 'command'>,
  changes: readonly StoredChange[],
  nextPosition: bigint,
): Promise<{ readonly revision: number; readonly head: string }> {
  const { cooperation } = tenant;
  await writeRows(client, cooperation, inFrameOrder(changes));
  const revision = tenant.revision + 1;
  const { beforeHash, afterHash, previousHash, hash } = hashEntry(
    { cooperation, revision, ...entry },
    changes,
    tenant.head,
  );
  await client.query(
    `insert into samstyr.audit
       (cooperation_id, revision, at, who, command, before_hash, after_hash, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      cooperation,
      revision,
      entry.at,
      entry.who,
      JSON.stringify(entry.command),
      beforeHash,
      afterHash,
      previousHash,
      hash,
    ],
  );
  await client.query(
    `insert into samstyr.audit_change
       (cooperation_id, revision, number, table_name, row_id, row_version, position, before, after)
     select $1, $2, r.number, r.table_name, r.row_id, r.row_version, r.position, r.before, r.after
     from json_populate_recordset(null::samstyr.audit_change, $3::json) r`,
    [
      cooperation,
      revision,
      JSON.stringify(
        changes.map(({ table, id, version, position, before, after }, number) => ({
          number,
          table_name: table,
          row_id: id,
          row_version: version,
          position,
          before,
          after,
        })),
      ),
    ],
  );
  await client.query(
    'update samstyr.tenant set revision = $2, head = $3, next_position = $4 where cooperation_id = $1',
    [cooperation, revision, hash, `${nextPosition}`],
  );
  return { revision, head: hash };
}

async function writeRows(
  client: pg.ClientBase,
  cooperation: string,
  changes: readonly StoredChange[],
): Promise<void> {
  let together: StoredChange[] = [];
  const flush = async (): Promise<void> => {
    const [first] = together;
    if (first !== undefined)
      await insertRows(
        client,
        cooperation,
        storedTable(first.table),
        together.flatMap(({ after, version, position }) =>
          after === null ? [] : [{ row: after, version, position }],
        ),
      );
    together = [];
  };
  for (const change of changes) {
    const { table, id, version, position, before, after } = change;
    if (before === null) {
      if (together[0] !== undefined && together[0].table !== table) await flush();
      together.push(change);
      continue;
    }
    await flush();
    if (after === null) await deleteRow(client, cooperation, storedTable(table), id, version - 1);
    else await updateRow(client, cooperation, storedTable(table), { row: after, version, position });
  }
  await flush();
}

function storedTable(table: string): StoredTable {
  invariant(isStoredTable(table), `${table} is a table of the store`);
  return table;
}

/**
 * A frame is held at every step and not only at the end, so room is made before it is taken: a frame that is raised or taken away, then the
 * changes, what gives first, then a frame that is new or lowered. A change is counted on its service's unit, so services come before it and
 * go after it.
 */
function inFrameOrder(changes: readonly StoredChange[]): readonly StoredChange[] {
  if (!changes.some(({ table }) => table === 'change' || table === 'frame')) return changes;
  const rank = ({ table, before, after }: StoredChange): number => {
    if (table === 'change') return 2;
    if (table !== 'frame') return after === null ? 4 : 0;
    if (after === null) return 1;
    return before !== null && amountOf(after['amountOre']) > amountOf(before['amountOre']) ? 1 : 3;
  };
  const taken = ({ table, before, after }: StoredChange): bigint =>
    table === 'change' ? counted(after) - counted(before) : 0n;
  return changes
    .map((change) => ({ change, rank: rank(change), taken: taken(change) }))
    .sort((a, b) => a.rank - b.rank || (a.taken < b.taken ? -1 : a.taken > b.taken ? 1 : 0))
    .map(({ change }) => change);
}

const amountOf = (value: unknown): bigint => (typeof value === 'string' ? BigInt(value) : 0n);
const counted = (row: StoredChange['after']): bigint =>
  row !== null && (row['status'] === 'accepted' || row['status'] === 'adjusted')
    ? amountOf(row['amountOre'])
    : 0n;
