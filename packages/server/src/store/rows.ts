import { type DeskTableName, deskTableNames, deskTables } from '@samstyr/contract/desk/desk-tables';
import type { JsonRow } from '@samstyr/contract/tables/row-json';
import type { AnyTable } from '@samstyr/contract/tables/table';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import type { TableName } from '@samstyr/core/model/rows';
import { invariant } from '@samstyr/core/result/result';
import type pg from 'pg';
import { columnsOf, quoted, sqlName, tableName } from './columns.ts';

/** A table that holds rows of a cooperation: one of the model's, or one that stands beside it. */
export type StoredTable = TableName | DeskTableName;

export const storedTables: readonly StoredTable[] = [...tableNames, ...deskTableNames];

export const isStoredTable = (name: string): name is StoredTable =>
  (storedTables as readonly string[]).includes(name);

const specOf = (table: StoredTable): AnyTable =>
  table in deskTables ? deskTables[table as DeskTableName] : tableOf(table as TableName);

/** A row as it stands in the database, its fields in their JSON form. */
export type StoredRow = { readonly version: number; readonly position: string; readonly row: JsonRow };

/** A table's rows of the cooperation the transaction sees, in the order they have in the model. */
export async function readRows(client: pg.ClientBase, table: StoredTable): Promise<readonly StoredRow[]> {
  const columns = columnsOf(specOf(table));
  const { rows } = await client.query<unknown[]>({
    text: `select row_version, position, ${columns.map(({ name }) => quoted(name)).join(', ')}
      from ${tableName(table)} where cooperation_id = samstyr.current_cooperation() order by position, id`,
    rowMode: 'array',
  });
  return rows.map(([version, position, ...values]) => ({
    version: version as number,
    position: `${position}`,
    row: Object.fromEntries(columns.map(({ field }, at) => [field, values[at]])),
  }));
}

type Placed = { readonly version: number; readonly position: string; readonly row: JsonRow };

/** Adds rows, all of a table in one statement. */
export async function insertRows(
  client: pg.ClientBase,
  cooperation: string,
  table: StoredTable,
  rows: readonly Placed[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(specOf(table)).map(({ name }) => quoted(name));
  const own = ['position', 'row_version'];
  await client.query(
    `insert into ${tableName(table)} (cooperation_id, ${[...columns, ...own].join(', ')})
     select $1, ${[...columns, ...own].map((name) => `r.${name}`).join(', ')}
     from json_populate_recordset(null::${tableName(table)}, $2::json) r`,
    [
      cooperation,
      JSON.stringify(
        rows.map(({ row, position, version }) => ({ ...inSql(row), position, row_version: version })),
      ),
    ],
  );
}

/** Writes a row over the version that was read; anything else is a fault of the program, for the cooperation is locked meanwhile. */
export async function updateRow(
  client: pg.ClientBase,
  cooperation: string,
  table: StoredTable,
  { row, version, position }: Placed,
): Promise<void> {
  const columns = columnsOf(specOf(table)).map(({ name }) => quoted(name));
  const { rowCount } = await client.query(
    `update ${tableName(table)} t
     set ${columns.map((name) => `${name} = r.${name}`).join(', ')}, row_version = $3, position = $5
     from json_populate_record(null::${tableName(table)}, $2::json) r
     where t.cooperation_id = $1 and t.id = r.id and t.row_version = $4`,
    [cooperation, JSON.stringify(inSql(row)), version, version - 1, position],
  );
  invariant(rowCount === 1, `one row of ${table} was at version ${version - 1}`);
}

/** Takes a row of a version away. */
export async function deleteRow(
  client: pg.ClientBase,
  cooperation: string,
  table: StoredTable,
  id: string,
  version: number,
): Promise<void> {
  const { rowCount } = await client.query(
    `delete from ${tableName(table)} where cooperation_id = $1 and id = $2 and row_version = $3`,
    [cooperation, id, version],
  );
  invariant(rowCount === 1, `one row of ${table} was at version ${version}`);
}

const inSql = (row: JsonRow): JsonRow =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [sqlName(field), value]));
