import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { columnName } from '@samstyr/contract/tables/column';
import { tableOf } from '@samstyr/contract/tables/tables';
import { nearest } from '@samstyr/contract/texts/nearest';
import type { TableName } from '@samstyr/core/model/rows';
import { tokenize } from '../csv/tokenize.ts';
import type { Said } from './layout.ts';
import type { RawCell, RawRow } from './raw-row.ts';

/** The fields of a table that have a column in its file, with the column's name. */
export function columnsOf(table: TableName): readonly { readonly field: string; readonly name: string }[] {
  const { columns, fromPath } = tableOf(table);
  return Object.entries(columns)
    .filter(([field]) => !fromPath.includes(field))
    .map(([field, column]) => ({ field, name: columnName(field, column) }));
}

type CsvFile = {
  readonly file: string;
  readonly text: string;
  readonly table: TableName;
  readonly unit: string | null;
  readonly said: Said;
};

/** The rows of a CSV file whose first line is the format. */
export function readCsv(
  { file, text, table, unit, said }: CsvFile,
  report: (problem: FileProblem) => void,
): readonly RawRow[] {
  const afterFormat = text.indexOf('\n') + 1;
  const body = afterFormat === 0 ? '' : text.slice(afterFormat);
  const headerLine = body.split('\n').find((line) => line.trim() !== '') ?? '';
  const separator = headerLine.includes(';') && !headerLine.includes(',') ? ';' : ',';
  const { records, problems } = tokenize(file, body, separator, 2);
  problems.forEach(report);
  const [header, ...rows] = records;
  if (header === undefined) {
    report({ code: 'csv.noHeader', place: { file, line: 2, column: 1 } });
    return [];
  }

  const columns = columnsOf(table);
  const expected = columns.map(({ name }) => name);
  const fields = header.cells.map((cell, at) => {
    const name = cell.text.trim();
    const place = { file, line: cell.line, column: cell.column };
    const field = columns.find((column) => column.name === name)?.field ?? null;
    if (field === null) {
      report({ code: 'column.unknown', place, name, expected, near: nearest(name, expected) });
      return null;
    }
    if (header.cells.findIndex((other) => other.text.trim() === name) === at) return field;
    report({ code: 'column.twice', place, name });
    return null;
  });
  const { columns: specs } = tableOf(table);
  const lacks = new Set<string>();
  for (const { field, name } of columns) {
    const spec = specs[field];
    const needed =
      spec !== undefined &&
      !spec.nullable &&
      spec.fallback === null &&
      field !== 'id' &&
      spec.cell.kind !== 'flag' &&
      spec.cell.kind !== 'list';
    if (!needed || fields.includes(field)) continue;
    lacks.add(field);
    report({ code: 'column.missing', place: { file, line: header.line, column: 1 }, name });
  }

  return rows.flatMap(({ line, cells }) => {
    const place = { file, line, column: 1 };
    if (cells.length !== fields.length) {
      report({ code: 'csv.cellCount', place, expected: fields.length, found: cells.length });
      return [];
    }
    const byField = new Map<string, RawCell>();
    for (const [at, field] of fields.entries()) {
      const cell = cells[at];
      if (field !== null && cell !== undefined)
        byField.set(field, {
          place: { file, line: cell.line, column: cell.column },
          text: cell.text,
          node: null,
        });
    }
    return [{ table, cells: byField, lacks, place, said, unit }];
  });
}
