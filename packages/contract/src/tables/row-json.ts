import { type Fraction, fractionText, parseFraction, reduced } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import type { KeyProblem } from '@samstyr/core/key/key-problem';
import { keyValue } from '@samstyr/core/key/key-value';
import { parseKey } from '@samstyr/core/key/parse-key';
import type { Edit } from '@samstyr/core/model/edit';
import type { TableName, Tables } from '@samstyr/core/model/rows';
import { type Ore, ore } from '@samstyr/core/money/ore';
import { parseDay } from '@samstyr/core/period/day';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { EditNames } from '../edit-fields.ts';
import { editsJson } from '../edit-json.ts';
import type { EditFileProblem } from '../edit-problems.ts';
import { parseEdits } from '../edits.ts';
import type { Cell } from './column.ts';
import { rowSchema } from './row-schema.ts';
import type { AnyRow } from './table.ts';
import { tableOf } from './tables.ts';

/** Plain data that `JSON.stringify` takes. */
export type JsonRow = { readonly [field: string]: unknown };

/** What is wrong with a row in JSON; `path` is where: `amountOre`, `councils.2`. */
export type RowProblem =
  | { readonly code: 'row.shape'; readonly path: string; readonly expected: string }
  | { readonly code: 'row.noSuchDay'; readonly path: string; readonly text: string }
  | { readonly code: 'row.key'; readonly path: string; readonly problem: KeyProblem }
  | { readonly code: 'row.edits'; readonly path: string; readonly problem: EditFileProblem };

/** A row in its JSON form. Where it was written stays behind. */
export function rowToJson<T extends TableName>(table: T, row: Tables[T]): JsonRow {
  const values = row as unknown as AnyRow;
  return Object.fromEntries(
    Object.entries(tableOf(table).columns).map(([field, { cell }]) => [field, toJson(cell, values[field])]),
  );
}

function toJson(cell: Cell, value: unknown): unknown {
  if (value === null) return null;
  if (cell.kind === 'amount') return `${value as Ore}`;
  if (cell.kind === 'decimal' || cell.kind === 'share') return fractionText(value as Fraction);
  if (cell.kind === 'key') return keyValue(value as Key);
  if (cell.kind === 'edits') return editsJson(value as readonly Edit[]);
  return cell.kind === 'list' ? (value as readonly unknown[]).map((each) => toJson(cell.of, each)) : value;
}

/** The row a JSON value says, or everything that is wrong with it. */
export const rowFromJson = <T extends TableName>(
  table: T,
  value: unknown,
  names: EditNames,
): Result<Tables[T], RowProblem> => rowReader(table, names)(value);

/** The same for many rows: the table's schema is made once. */
export function rowReader<T extends TableName>(
  table: T,
  names: EditNames,
): (value: unknown) => Result<Tables[T], RowProblem> {
  const schema = rowSchema(table);
  return (value) => readRow(table, schema.safeParse(value), names);
}

function readRow<T extends TableName>(
  table: T,
  shaped: ReturnType<ReturnType<typeof rowSchema>['safeParse']>,
  names: EditNames,
): Result<Tables[T], RowProblem> {
  if (!shaped.success) {
    const problems = shaped.error.issues.map(
      (issue): RowProblem => ({
        code: 'row.shape',
        path: issue.path.join('.'),
        expected: issue.message,
      }),
    );
    const [first, ...rest] = problems;
    return first === undefined ? fail({ code: 'row.shape', path: '', expected: '' }) : fail(first, ...rest);
  }
  const problems: RowProblem[] = [];
  const given = shaped.data as JsonRow;
  const row = Object.fromEntries(
    Object.entries(tableOf(table).columns).map(([field, { cell }]) => [
      field,
      fromJson(cell, given[field], field, names, problems),
    ]),
  );
  const [first, ...rest] = problems;
  return first === undefined ? ok(row as unknown as Tables[T]) : fail(first, ...rest);
}

function fromJson(
  cell: Cell,
  value: unknown,
  path: string,
  names: EditNames,
  problems: RowProblem[],
): unknown {
  if (value === null) return null;
  switch (cell.kind) {
    case 'amount':
      return ore(BigInt(value as string));
    case 'decimal':
    case 'share': {
      const number = parseFraction(value as string);
      return number === null ? null : reduced(number);
    }
    case 'day': {
      const day = parseDay(value as string);
      if (day === null) problems.push({ code: 'row.noSuchDay', path, text: value as string });
      return day;
    }
    case 'key': {
      const read = parseKey(value, names);
      if (read.ok) return read.value;
      for (const problem of read.problems) problems.push({ code: 'row.key', path, problem });
      return null;
    }
    case 'edits': {
      const read = parseEdits(value, names);
      if (read.ok) return read.value;
      for (const problem of read.problems) problems.push({ code: 'row.edits', path, problem });
      return null;
    }
    case 'list':
      return (value as readonly unknown[]).map((each, at) =>
        fromJson(cell.of, each, `${path}.${at}`, names, problems),
      );
    default:
      return value;
  }
}
