import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import type { ColumnSpec } from '@samstyr/contract/tables/column';
import { columnName } from '@samstyr/contract/tables/column';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableOf } from '@samstyr/contract/tables/tables';
import { parseKey } from '@samstyr/core/key/parse-key';
import type { Origin } from '@samstyr/core/model/rows';
import { type CellRead, type Parties, readCell } from '../cell/read-cell.ts';
import { readEdits } from '../cell/read-edits.ts';
import type { YamlNode } from '../yaml/read-yaml.ts';
import type { RawCell, RawRow } from './raw-row.ts';

export type RowContext = {
  /** Null: parties.csv could not be read, so no name is known to be wrong. */
  readonly parties: Parties | null;
  /** Null: cooperation.yaml could not be read. */
  readonly registers: ReadonlySet<string> | null;
};

/** A row whose id may still be missing. */
export type ReadRow = Omit<AnyRow, 'id'> & { readonly id: string | null; readonly origin: Origin };

/** The row a raw row says, or null when a cell of it is wrong; every wrong cell is reported. */
export function readRow(
  raw: RawRow,
  context: RowContext,
  report: (problem: FileProblem) => void,
): ReadRow | null {
  const { columns } = tableOf(raw.table);
  const row: { [field: string]: unknown } = {};
  const lines: { [field: string]: number } = {};
  let isWhole = true;
  for (const [field, spec] of Object.entries(columns)) {
    const written = raw.cells.get(field);
    const cell = written === undefined || isEmpty(written) ? saidCell(raw, field, spec) : written;
    if (cell !== null && cell.place.line !== raw.place.line) lines[field] = cell.place.line;
    const column = columnName(field, spec);
    if (cell === null) {
      const value = emptyValue(field, spec, raw.table === 'text');
      if (value === undefined) {
        isWhole = false;
        if (!raw.lacks.has(field)) report({ code: 'cell.empty', place: written?.place ?? raw.place, column });
      } else row[field] = value;
      continue;
    }
    const read = readValue(spec, cell, column, context);
    if ('problems' in read) {
      isWhole = false;
      read.problems.forEach(report);
    } else row[field] = read.value;
  }
  if (!isWhole) return null;
  const { file, line } = raw.place;
  const origin: Origin = Object.keys(lines).length === 0 ? { file, line } : { file, line, lines };
  return { ...row, id: row['id'] as string | null, origin };
}

/** A YAML list or key is no empty cell, whatever text it has. */
const isEmpty = ({ text, node }: RawCell): boolean =>
  text.trim() === '' && (node === null || node.kind === 'text');

function saidCell(raw: RawRow, field: string, spec: ColumnSpec): RawCell | null {
  const text = raw.said[field] ?? spec.fallback;
  return text === null || text === undefined ? null : { text, node: null, place: raw.place };
}

/** What an empty cell holds; undefined when it may not be empty. */
function emptyValue(field: string, { cell, nullable }: ColumnSpec, isText: boolean): unknown {
  if (nullable || field === 'id') return null;
  if (cell.kind === 'flag') return false;
  if (cell.kind === 'list') return [];
  return isText && field === 'body' ? '' : undefined;
}

type ValueRead = { readonly value: unknown } | { readonly problems: readonly FileProblem[] };

function readValue({ cell }: ColumnSpec, raw: RawCell, column: string, context: RowContext): ValueRead {
  const one = (text: string, place = raw.place, each = cell): CellRead =>
    readCell(each, text, { column, place, parties: context.parties });
  if (cell.kind === 'key') return readKey(raw, column, context);
  if (cell.kind === 'edits')
    return readEdits(raw.text, { column, place: raw.place, parties: context.parties });
  if (cell.kind === 'list') {
    const items =
      raw.node?.kind === 'list'
        ? raw.node.items.map((item) => one(item.kind === 'text' ? item.text : '', item.place, cell.of))
        : raw.text.split('|').map((item) => one(item, raw.place, cell.of));
    const problems = items.flatMap((item) => ('problem' in item ? [item.problem] : []));
    return problems.length > 0
      ? { problems }
      : { value: items.flatMap((item) => ('value' in item ? [item.value] : [])) };
  }
  const read = one(raw.text);
  return 'problem' in read ? { problems: [read.problem] } : read;
}

function readKey(raw: RawCell, column: string, { parties, registers }: RowContext): ValueRead {
  const read = parseKey(raw.node === null ? raw.text : plainData(raw.node), {
    resolveParty: (text) =>
      parties === null || parties.slugs.has(text) ? text : (parties.byNumber.get(text) ?? null),
    hasRegister: (name) => registers === null || registers.has(name),
  });
  if (read.ok) return { value: read.value };
  return {
    problems: read.problems.map((problem) => {
      const path = 'path' in problem ? problem.path : '';
      const place = raw.node === null ? raw.place : placeInside(raw.node, path);
      return { code: 'cell.key', place, column, problem };
    }),
  };
}

/** A YAML value without its places. */
function plainData(node: YamlNode): unknown {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map(plainData);
  return Object.fromEntries(node.fields.map(({ name, value }) => [name, plainData(value)]));
}

/** The place of `parts[1].key.by` in a key, or of as much of the path as is there. */
function placeInside(node: YamlNode, path: string): Place {
  let inner = node;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    const next: YamlNode | undefined =
      inner.kind === 'fields'
        ? inner.fields.find(({ name }) => name === step)?.value
        : inner.kind === 'list'
          ? inner.items[Number.parseInt(step, 10)]
          : undefined;
    if (next === undefined) break;
    inner = next;
  }
  return inner.place;
}
