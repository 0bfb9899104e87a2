import type { Column, ColumnSpec } from './column.ts';

/** Where a table's rows stand in a cooperation folder. */
export type Home =
  /** The file's own fields: `cooperation.yaml`, `unit.yaml`. */
  | { readonly in: 'yaml-fields'; readonly file: 'cooperation' | 'unit' }
  /** A list in one of them; `flow` rows stand on one line each. */
  | {
      readonly in: 'yaml-list';
      readonly file: 'cooperation' | 'unit';
      readonly list: string;
      readonly flow: boolean;
    }
  /** A file of its own at the top of the folder. */
  | { readonly in: 'csv'; readonly file: string }
  /** One file for each value of `field`: `registers/population.csv`. */
  | { readonly in: 'csv-each'; readonly folder: string; readonly field: string }
  /** A file in each unit's folder. */
  | { readonly in: 'unit-csv'; readonly file: string }
  | { readonly in: 'narrative' }
  /** A picture of its own; the row's id is its path. */
  | { readonly in: 'picture'; readonly folder: string };

export type TableSpec<R> = {
  readonly title: string;
  readonly description: string;
  readonly home: Home;
  /** The fields an id is made from when a row has none, in order. */
  readonly idFrom: readonly (keyof R & string)[];
  /** Fields that the file's path says, so that no column does. */
  readonly fromPath: readonly (keyof R & string)[];
  readonly columns: { readonly [F in Exclude<keyof R, 'origin'>]-?: Column<R[F]> };
};

/** A table as the generic code sees it: whatever the row is. */
export type AnyTable = {
  readonly title: string;
  readonly description: string;
  readonly home: Home;
  readonly idFrom: readonly string[];
  readonly fromPath: readonly string[];
  readonly columns: { readonly [field: string]: ColumnSpec };
};

/** A row as the generic code sees it. */
export type AnyRow = { readonly [field: string]: unknown; readonly id: string };
