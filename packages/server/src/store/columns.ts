import type { Cell, ColumnSpec } from '@samstyr/contract/tables/column';
import type { AnyTable } from '@samstyr/contract/tables/table';

/**
 * How a table of the model stands in SQL. The migrations are written by hand from this, and a test holds the catalogue of a database equal
 * to it: a column that is added to a table of `contract` and forgotten here does not pass.
 */
export type SqlColumn = {
  readonly field: string;
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
};

/** The types of PostgreSQL in use, as its catalogue names them. */
export type SqlType = 'text' | 'bigint' | 'integer' | 'boolean' | 'date' | 'json' | 'text[]';

/** `registerValue` → `register_value`, `amountOre` → `amount_ore`. */
export const sqlName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A name as SQL reads it whatever words it knows: `"case"`. */
export const quoted = (name: string): string => `"${name}"`;

/** A table's full name: `samstyr."register_value"`. */
export const tableName = (table: string): string => `samstyr.${quoted(sqlName(table))}`;

/**
 * Øre are `bigint`; a fraction is text, since no number of SQL holds 1/3; a key is `json` and not `jsonb`, which would change the order of
 * its parts and with it the bytes of the exported file.
 */
export function sqlType(cell: Cell): SqlType {
  switch (cell.kind) {
    case 'amount':
      return 'bigint';
    case 'year':
    case 'integer':
      return 'integer';
    case 'flag':
      return 'boolean';
    case 'day':
      return 'date';
    case 'key':
    case 'edits':
      return 'json';
    case 'list':
      return 'text[]';
    default:
      return 'text';
  }
}

/** The columns that hold a table's fields, in the fields' order. */
export const columnsOf = ({ columns }: Pick<AnyTable, 'columns'>): readonly SqlColumn[] =>
  Object.entries(columns).map(([field, spec]: readonly [string, ColumnSpec]) => ({
    field,
    name: sqlName(field),
    type: sqlType(spec.cell),
    nullable: spec.nullable,
  }));

/** What every row has beside its fields: whose it is, where it stands among the others, and how many times it was written. */
export const ownColumns: readonly Omit<SqlColumn, 'field'>[] = [
  { name: 'cooperation_id', type: 'text', nullable: false },
  { name: 'position', type: 'bigint', nullable: false },
  { name: 'row_version', type: 'integer', nullable: false },
];
