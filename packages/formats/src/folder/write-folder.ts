import { columnName } from '@samstyr/contract/tables/column';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import type { Key } from '@samstyr/core/key/grammar';
import { keyValue } from '@samstyr/core/key/key-value';
import type { Model, TableName, TextRow } from '@samstyr/core/model/rows';
import { invariant } from '@samstyr/core/result/result';
import { cellText } from '../cell/write-cell.ts';
import { csvRecord } from '../csv/write-csv.ts';
import { formatLine } from '../text/format-line.ts';
import { fieldLines, listLines, type YamlValue } from '../yaml/write-yaml.ts';
import { writeNarrative } from './narrative.ts';
import { pictureBytes } from './picture-file.ts';
import { columnsOf } from './read-csv.ts';
import { listsOf } from './read-yaml-file.ts';

/** A file: text, or the bytes of a PNG. */
export type FileContent = string | Uint8Array;

/** The bytes a file is written as. */
export const fileBytes = (content: FileContent): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/**
 * A model as the files of a cooperation folder, in canonical form: the same model always gives the same bytes, rows stand in the model's
 * order, and one changed cell is one changed line. A table without rows has no file.
 */
export function writeFolder(model: Model): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  const rowsOf = (table: TableName): readonly AnyRow[] => model[table] as readonly AnyRow[];
  const [cooperation] = rowsOf('cooperation');
  invariant(cooperation !== undefined, 'a model has a cooperation');
  files.set('cooperation.yaml', yamlFile('cooperation', cooperation, rowsOf));

  const unitOfService = new Map(model.service.map(({ id, unit }) => [id, unit]));
  const unitOf = (row: AnyRow): string => {
    const unit = row['unit'] ?? unitOfService.get(`${row['service']}`);
    invariant(typeof unit === 'string', `the row ${row.id} stands in a unit`);
    return unit;
  };

  for (const table of tableNames) {
    const { home } = tableOf(table);
    if (home.in === 'csv') addCsv(files, home.file, table, rowsOf(table));
    if (home.in === 'csv-each')
      for (const [value, rows] of groupBy(rowsOf(table), (row) => `${row[home.field]}`))
        addCsv(files, `${home.folder}/${value}.csv`, table, rows);
  }
  const unitTables = tableNames.flatMap((table) => {
    const { home } = tableOf(table);
    return home.in === 'unit-csv' ? [{ table, file: home.file, rows: groupBy(rowsOf(table), unitOf) }] : [];
  });
  const lists = new Map(
    [...listsOf('unit').values()].map((table) => [table, groupBy(rowsOf(table), unitOf)]),
  );
  for (const unit of rowsOf('unit')) {
    const folder = `units/${unit.id}`;
    const inUnit = (table: TableName): readonly AnyRow[] => lists.get(table)?.get(unit.id) ?? [];
    files.set(`${folder}/unit.yaml`, yamlFile('unit', unit, inUnit));
    for (const { table, file, rows } of unitTables)
      addCsv(files, `${folder}/${file}`, table, rows.get(unit.id) ?? []);
  }
  const narratives = groupBy(
    model.text,
    ({ unit, year, language }: TextRow) => `units/${unit}/${year}.${language}.md`,
  );
  for (const [path, rows] of narratives) files.set(path, writeNarrative(rows));
  for (const row of model.asset) files.set(row.id, row.id.endsWith('.png') ? pictureBytes(row) : row.content);
  return files;
}

function groupBy<R>(rows: readonly R[], by: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}

function addCsv(
  files: Map<string, FileContent>,
  path: string,
  table: TableName,
  rows: readonly AnyRow[],
): void {
  if (rows.length === 0) return;
  const { columns: specs } = tableOf(table);
  const columns = columnsOf(table);
  const records = rows.map((row) =>
    csvRecord(
      columns.map(({ field }) => {
        const spec = specs[field];
        return spec === undefined ? '' : cellText(spec.cell, row[field]);
      }),
    ),
  );
  files.set(path, `${formatLine}\n${csvRecord(columns.map(({ name }) => name))}${records.join('')}`);
}

type Fields = readonly (readonly [string, YamlValue])[];

function yamlFile(
  of: 'cooperation' | 'unit',
  row: AnyRow,
  rowsOf: (table: TableName) => readonly AnyRow[],
): string {
  const lists = [...listsOf(of)].flatMap(([name, table]) => {
    const { home } = tableOf(table);
    const style = home.in === 'yaml-list' && home.flow ? 'flow' : 'block';
    return listLines(
      name,
      rowsOf(table).map((each) => yamlFields(table, each)),
      style,
    );
  });
  return `${[formatLine, ...fieldLines(yamlFields(of, row)), ...lists].join('\n')}\n`;
}

/** A row's fields in the order of its table; what is empty or says the usual is left out. */
const yamlFields = (table: TableName, row: AnyRow): Fields =>
  Object.entries(tableOf(table).columns).flatMap(([field, spec]): Fields => {
    if (tableOf(table).fromPath.includes(field)) return [];
    const value = row[field];
    const { cell, fallback } = spec;
    const name = columnName(field, spec);
    if (cell.kind === 'key') return [[name, keyValue(value as Key) as YamlValue]];
    if (cell.kind === 'list') {
      const items = (value as readonly unknown[]).map((item) => cellText(cell.of, item));
      return items.length === 0 ? [] : [[name, items]];
    }
    const text = cellText(cell, value);
    return text === '' || text === fallback ? [] : [[name, text]];
  });
