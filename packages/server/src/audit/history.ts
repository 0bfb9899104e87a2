import { type JsonRow, rowFromJson } from '@samstyr/contract/tables/row-json';
import { tableNames } from '@samstyr/contract/tables/tables';
import type { TableName } from '@samstyr/core/model/rows';
import { invariant } from '@samstyr/core/result/result';
import type { RowChange } from '@samstyr/core/scenario/row-change';
import type pg from 'pg';
import { anyName } from '../store/any-name.ts';
import { withCooperation } from '../store/transaction.ts';

/** One time a row was written. */
export type HistoryEntry = {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly name: string | null;
  readonly op: string;
  readonly version: number;
  readonly before: JsonRow | null;
  readonly after: JsonRow | null;
};

/** Every time a row was written, newest first; with a field, the times that changed it. */
export const historyOf = (
  pool: pg.Pool,
  cooperation: string,
  { table, id, field }: { readonly table: string; readonly id: string; readonly field: string | null },
): Promise<readonly HistoryEntry[]> =>
  withCooperation(
    pool,
    cooperation,
    async (client) => {
      const { rows } = await client.query<Omit<HistoryEntry, 'revision'> & { readonly revision: string }>(
        `select c.revision, a.at, a.who, p.name, a.command->>'op' as op, c.row_version as version, c.before, c.after
         from samstyr.audit_change c join samstyr.audit a using (cooperation_id, revision)
           left join samstyr.account p on p.user_id::text = a.who
         where c.cooperation_id = $1 and c.table_name = $2 and c.row_id = $3
         order by c.revision desc, c.number desc`,
        [cooperation, table, id],
      );
      return rows
        .map((row) => ({ ...row, revision: Number.parseInt(row.revision, 10) }))
        .filter(
          ({ before, after }) =>
            field === null || JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
        );
    },
    'snapshot',
  );

/** A row as a version of it was; null when that version was «taken away», or there was none. */
export async function rowAtVersion(
  client: pg.ClientBase,
  table: string,
  id: string,
  version: number,
): Promise<JsonRow | null> {
  if (version === 0) return null;
  const { rows } = await client.query<{ readonly after: JsonRow | null }>(
    `select after from samstyr.audit_change
     where cooperation_id = samstyr.current_cooperation() and table_name = $1 and row_id = $2 and row_version = $3`,
    [table, id, version],
  );
  return rows[0]?.after ?? null;
}

/** What was done to the model's rows after a revision, oldest first. */
export async function changesSince(
  client: pg.ClientBase,
  cooperation: string,
  revision: number,
): Promise<readonly RowChange[]> {
  const { rows } = await client.query<{
    readonly table_name: string;
    readonly row_id: string;
    readonly before: JsonRow | null;
    readonly after: JsonRow | null;
  }>(
    `select table_name, row_id, before, after from samstyr.audit_change
     where cooperation_id = $1 and revision > $2 and table_name = any ($3) order by revision, number`,
    [cooperation, revision, tableNames],
  );
  return rows.map(({ table_name, row_id, before, after }) => {
    const table = table_name as TableName;
    const rowIn = (json: JsonRow | null) => {
      if (json === null) return null;
      const read = rowFromJson(table, json, anyName);
      invariant(read.ok, `the row ${table}:${row_id} in the audit is a row of its table`);
      return read.value;
    };
    return { table, id: row_id, before: rowIn(before), after: rowIn(after) } as RowChange;
  });
}
