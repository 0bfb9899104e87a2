import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import { nearest } from '@samstyr/contract/texts/nearest';
import type { TableName } from '@samstyr/core/model/rows';
import { readYaml, type YamlField, type YamlNode } from '../yaml/read-yaml.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import { columnsOf } from './read-csv.ts';

type YamlFile = {
  readonly file: string;
  readonly text: string;
  readonly of: 'cooperation' | 'unit';
  readonly unit: string | null;
};

/** The lists of a YAML file: which table each holds. */
export const listsOf = (of: 'cooperation' | 'unit'): ReadonlyMap<string, TableName> =>
  new Map(
    tableNames.flatMap((table) => {
      const { home } = tableOf(table);
      return home.in === 'yaml-list' && home.file === of ? [[home.list, table] as const] : [];
    }),
  );

/** The rows of `cooperation.yaml` or a `unit.yaml`: its own fields and its lists. */
export function readYamlFile(
  { file, text, of, unit }: YamlFile,
  report: (problem: FileProblem) => void,
): readonly RawRow[] {
  const read = readYaml(file, text);
  if (!read.ok) {
    read.problems.forEach(report);
    return [];
  }
  const root = read.value;
  if (root.kind !== 'fields') {
    report({ code: 'yaml.shape', place: root.place, expected: 'fields', name: null });
    return [];
  }
  const lists = listsOf(of);
  const table: TableName = of;
  const own = root.fields.filter(({ name }) => name !== 'format' && !lists.has(name));
  const said = unit === null ? {} : { id: unit };
  const place = { file, line: 1, column: 1 };
  const rows: RawRow[] = [
    { table, cells: cellsOf(table, own, [...lists.keys()], report), lacks: new Set(), place, said, unit },
  ];
  for (const { name, value } of root.fields) {
    const listed = lists.get(name);
    if (listed === undefined || isEmpty(value)) continue;
    if (value.kind !== 'list') {
      report({ code: 'yaml.shape', place: value.place, expected: 'list', name });
      continue;
    }
    const fromPath = unit !== null && tableOf(listed).fromPath.includes('unit') ? { unit } : {};
    for (const item of value.items) {
      if (item.kind !== 'fields') report({ code: 'yaml.shape', place: item.place, expected: 'fields', name });
      else
        rows.push({
          table: listed,
          cells: cellsOf(listed, item.fields, [], report),
          lacks: new Set(),
          place: item.place,
          said: fromPath,
          unit,
        });
    }
  }
  return rows;
}

const isEmpty = (node: YamlNode): boolean => node.kind === 'text' && node.text === '';

function cellsOf(
  table: TableName,
  fields: readonly YamlField[],
  lists: readonly string[],
  report: (problem: FileProblem) => void,
): ReadonlyMap<string, RawCell> {
  const columns = columnsOf(table);
  const expected = [...columns.map(({ name }) => name), ...lists];
  const cells = new Map<string, RawCell>();
  for (const { name, place, value } of fields) {
    const column = columns.find((each) => each.name === name);
    if (column === undefined) {
      report({ code: 'column.unknown', place, name, expected, near: nearest(name, expected) });
      continue;
    }
    if (isEmpty(value)) continue;
    const { kind } = tableOf(table).columns[column.field]?.cell ?? { kind: 'text' };
    if (kind !== 'key' && value.kind !== (kind === 'list' ? 'list' : 'text')) {
      report({ code: 'yaml.shape', place: value.place, expected: kind === 'list' ? 'list' : 'text', name });
      continue;
    }
    cells.set(column.field, {
      place: value.place,
      text: value.kind === 'text' ? value.text : '',
      node: value,
    });
  }
  return cells;
}
