import type { Fraction } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import type { Edit } from '@samstyr/core/model/edit';
import type { TableName } from '@samstyr/core/model/rows';
import type { Ore } from '@samstyr/core/money/ore';
import type { Day } from '@samstyr/core/period/day';

/** What one cell holds. Everything a reader, a writer or a schema needs to know about a value is said here, once. */
export type Cell =
  /** A lower-case slug, `nav/drift`; `segments` is how many parts between `/` it may have. */
  | { readonly kind: 'slug'; readonly segments: number }
  /** A row of another table, by its slug. A party may be written by kommunenummer, and becomes its slug. */
  | { readonly kind: 'reference'; readonly to: TableName }
  /** Words on one line. */
  | { readonly kind: 'text' }
  /** Words on one or more lines. */
  | { readonly kind: 'prose' }
  /** A code of digits that is never a number: `0301`. */
  | { readonly kind: 'digits'; readonly length: number }
  /** A code of the accounts, such as ansvar, of any letters and digits. */
  | { readonly kind: 'code' }
  | { readonly kind: 'colour' }
  /** The content of a file, as the model has it. */
  | { readonly kind: 'file' }
  | { readonly kind: 'day' }
  | { readonly kind: 'year' }
  | { readonly kind: 'integer'; readonly minimum: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Two or more values of the same kind: `a|b` in CSV, a list in YAML and JSON. */
  | { readonly kind: 'list'; readonly of: Cell }
  /** A number such as 4.6, or 1/3 when no decimals hold it. */
  | { readonly kind: 'decimal' }
  /** A part of a whole, written as a fraction in lowest terms: `3/20`. */
  | { readonly kind: 'share' }
  /** Kroner in a file, øre in the model. */
  | { readonly kind: 'amount' }
  /** An allocation key: a nested value in one cell. */
  | { readonly kind: 'key' }
  /** Steps of the edit language, in order: canonical JSON in one cell. */
  | { readonly kind: 'edits' };

export type ColumnSpec = {
  readonly cell: Cell;
  readonly nullable: boolean;
  /** The column's name in a file where it differs from the field's (see `columnName`). */
  readonly named: string | null;
  /** What an empty cell means, as it would have been written; null when empty is nothing. */
  readonly fallback: string | null;
  readonly title: string;
  readonly description: string;
};

/** A column that holds a T: neither more nor less, so `Column<string>` is no `Column<string | null>`. */
export type Column<T> = ColumnSpec & { readonly holds?: (value: T) => T };

function column<T>(cell: Cell, title: string, description: string): Column<T> {
  return { cell, nullable: false, named: null, fallback: null, title, description };
}

export const slug = (title: string, description: string, segments = 1): Column<string> =>
  column({ kind: 'slug', segments }, title, description);
export const reference = (to: TableName, title: string, description: string): Column<string> =>
  column({ kind: 'reference', to }, title, description);
export const text = (title: string, description: string): Column<string> =>
  column({ kind: 'text' }, title, description);
export const prose = (title: string, description: string): Column<string> =>
  column({ kind: 'prose' }, title, description);
export const digits = (length: number, title: string, description: string): Column<string> =>
  column({ kind: 'digits', length }, title, description);
export const code = (title: string, description: string): Column<string> =>
  column({ kind: 'code' }, title, description);
export const colour = (title: string, description: string): Column<string> =>
  column({ kind: 'colour' }, title, description);
export const file = (title: string, description: string): Column<string> =>
  column({ kind: 'file' }, title, description);
export const dayOf = (title: string, description: string): Column<Day> =>
  column({ kind: 'day' }, title, description);
export const year = (title: string, description: string): Column<number> =>
  column({ kind: 'year' }, title, description);
export const integer = (minimum: number, title: string, description: string): Column<number> =>
  column({ kind: 'integer', minimum }, title, description);
export const flag = (title: string, description: string): Column<boolean> =>
  column({ kind: 'flag' }, title, description);
export const decimal = (title: string, description: string): Column<Fraction> =>
  column({ kind: 'decimal' }, title, description);
export const share = (title: string, description: string): Column<Fraction> =>
  column({ kind: 'share' }, title, description);
export const amount = (title: string, description: string): Column<Ore> =>
  column({ kind: 'amount' }, title, description);
export const key = (title: string, description: string): Column<Key> =>
  column({ kind: 'key' }, title, description);
export const edits = (title: string, description: string): Column<readonly Edit[]> =>
  column({ kind: 'edits' }, title, description);
export const choice = <const C extends string>(
  choices: readonly C[],
  title: string,
  description: string,
): Column<C> => column({ kind: 'choice', choices }, title, description);

/** Zero or more values of a column's kind. */
export function listOf<T>({ cell, title, description }: Column<T>): Column<readonly T[]> {
  return column({ kind: 'list', of: cell }, title, description);
}

/** An empty cell is null. */
export function nullable<T>({ holds: _, ...spec }: Column<T>): Column<T | null> {
  return { ...spec, nullable: true };
}

/** An empty cell means `fallback`, and the canonical YAML leaves it out. */
export function withDefault<T extends string>(spec: Column<T>, fallback: T): Column<T> {
  return { ...spec, fallback };
}

export function named<T>(name: string, spec: Column<T>): Column<T> {
  return { ...spec, named: name };
}

/** The note every table has. */
export const note: Column<string | null> = nullable(
  prose('Merknad', 'Fritekst til den som leser filen. Et uvanlig beløp bekreftes her med ordet «bekreftet».'),
);

/** A field's name in a file: `amountOre` is the column `amount`, because a file holds kroner. */
export const columnName = (field: string, { cell, named: name }: ColumnSpec): string =>
  name ?? (cell.kind === 'amount' ? field.replace(/Ore$/, '') : field);
