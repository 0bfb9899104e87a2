import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableNames } from '@samstyr/contract/tables/tables';
import { outliers } from '@samstyr/core/control/outlier';
import type { ModelProblem, RowPlace } from '@samstyr/core/model/model-problem';
import type { Model, TableName } from '@samstyr/core/model/rows';
import { validate } from '@samstyr/core/model/validate';
import { type Result, unless } from '@samstyr/core/result/result';
import type { Parties } from '../cell/read-cell.ts';
import { decode } from '../text/decode.ts';
import { formatProblem } from '../text/format-line.ts';
import { giveIds } from './give-ids.ts';
import { type FolderFiles, roleOf } from './layout.ts';
import { readNarrative } from './narrative.ts';
import { readPicture } from './picture-file.ts';
import type { RawRow } from './raw-row.ts';
import { readCsv } from './read-csv.ts';
import { type ReadRow, readRow } from './read-row.ts';
import { readYamlFile } from './read-yaml-file.ts';

/**
 * The model a cooperation folder holds, or everything that is wrong with it. Pure: the files come as bytes, from a disk or an upload.
 * Every row knows its file and line; a row without an id gets one.
 */
export function readFolder(files: FolderFiles): Result<Model, FileProblem> {
  const { model, problems, incomplete, placeOf } = readTables(files);
  const betweenRows = [...validate(model), ...outliers(model)]
    .filter((problem) => !followsFrom(incomplete, problem))
    .map((problem): FileProblem => ({ code: 'model', place: placeOf(problem.at), problem }));
  return unless(inFileOrder([...problems, ...betweenRows]), () => model);
}

export type ReadTables = {
  /** The rows that could be read. */
  readonly model: Model;
  readonly problems: readonly FileProblem[];
  /** Tables that lack a row because something is wrong with it. */
  readonly incomplete: ReadonlySet<TableName>;
  /** Where a field of a row stands. */
  readonly placeOf: (at: RowPlace) => Place;
};

/** The tables of a folder, before its rows are held against each other. */
export function readTables(files: FolderFiles): ReadTables {
  const problems: FileProblem[] = [];
  const report = (problem: FileProblem): void => {
    problems.push(problem);
  };
  const raw = inFolderOrder(readFiles(files, report));
  const incomplete = new Set<TableName>(problems.length > 0 ? tableNames : []);

  // A file that cannot be read is one problem, not one for every row that names something in it.
  const isRead = (table: TableName): boolean => raw.some((row) => row.table === table);
  const parties = problems.length > 0 && !isRead('party') ? null : partiesOf(raw);
  const registers = isRead('cooperation')
    ? new Set(raw.filter(({ table }) => table === 'register').map((row) => textOf(row, 'id')))
    : null;
  const context = { parties, registers };
  const read = new Map<TableName, ReadRow[]>(tableNames.map((table) => [table, []]));
  const cells = new Map<string, RawRow>();
  for (const row of raw) {
    cells.set(`${row.table} ${row.place.file}:${row.place.line}`, row);
    const value = readRow(row, context, report);
    if (value === null) incomplete.add(row.table);
    else read.get(row.table)?.push(value);
  }
  const rows = new Map<TableName, readonly AnyRow[]>(
    [...read].map(([table, some]) => [table, giveIds(table, some)]),
  );
  const units = new Map((rows.get('service') ?? []).map(({ id, unit }) => [id, `${unit}`]));
  for (const row of raw) wrongHome(row, units).forEach(report);
  if (registers !== null) unknownRegisters(raw, registers).forEach(report);

  const tables: unknown = Object.fromEntries(tableNames.map((table) => [table, rows.get(table) ?? []]));
  const placeOf = ({ table, field, origin }: RowPlace): Place => {
    const place = { file: origin?.file ?? 'cooperation.yaml', line: origin?.line ?? 1, column: 1 };
    const row = cells.get(`${table} ${place.file}:${place.line}`);
    return row?.cells.get(field)?.place ?? row?.place ?? place;
  };
  return { model: tables as Model, problems, incomplete, placeOf };
}

/** A name that is not found is no news when the row it names could not be read, or the file's name was said already. */
const followsFrom = (incomplete: ReadonlySet<TableName>, problem: ModelProblem): boolean =>
  (problem.code === 'reference.missing' && (incomplete.has(problem.to) || isSaidByPath(problem.at))) ||
  (problem.code === 'cooperation.notOne' && incomplete.has('cooperation')) ||
  (problem.code === 'key.invalid' && (incomplete.has('party') || incomplete.has('register')));

/** The register of a value is the name of its file. */
const isSaidByPath = ({ table, field }: RowPlace): boolean =>
  table === 'registerValue' && field === 'register';

/** As a person goes through them: file by file, from the top. */
const inFileOrder = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.toSorted(
    ({ place: a }, { place: b }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

function readFiles(files: FolderFiles, report: (problem: FileProblem) => void): readonly RawRow[] {
  const rows: RawRow[] = [];
  const missing = (file: string): void =>
    report({ code: 'file.missing', place: { file, line: 1, column: 1 } });
  if (!files.has('cooperation.yaml')) missing('cooperation.yaml');
  const unitFolders = new Set<string>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const role = roleOf(file);
    if (role === null) continue;
    if ('code' in role) {
      report(role);
      continue;
    }
    if (role.kind === 'picture') {
      rows.push(...readPicture(file, bytes, report));
      continue;
    }
    if (role.unit !== null) unitFolders.add(role.unit);
    const decoded = decode(file, bytes);
    if (!decoded.ok) {
      decoded.problems.forEach(report);
      continue;
    }
    const text = decoded.value;
    const wrongFormat = formatProblem(file, text);
    if (wrongFormat !== null) {
      report(wrongFormat);
      continue;
    }
    if (role.kind === 'csv') rows.push(...readCsv({ file, text, ...role }, report));
    else if (role.kind === 'yaml') rows.push(...readYamlFile({ file, text, ...role }, report));
    else rows.push(...readNarrative({ file, text, ...role }, report));
  }
  for (const unit of unitFolders)
    if (!files.has(`units/${unit}/unit.yaml`)) missing(`units/${unit}/unit.yaml`);
  return rows;
}

const textOf = (row: RawRow, field: string): string =>
  (row.cells.get(field)?.text ?? row.said[field] ?? '').trim();

/** Tables in the order people keep them: registers as the cooperation lists them, units by their order number, years and languages as named. */
function inFolderOrder(rows: readonly RawRow[]): readonly RawRow[] {
  const registers = rows.filter(({ table }) => table === 'register').map((row) => textOf(row, 'id'));
  const units = rows
    .filter(({ table }) => table === 'unit')
    .map((row) => ({ unit: row.unit ?? '', order: Number.parseInt(textOf(row, 'order'), 10) || 0 }))
    .sort((a, b) => a.order - b.order || (a.unit < b.unit ? -1 : 1))
    .map(({ unit }) => unit);
  const rank = (row: RawRow): number =>
    row.table === 'registerValue'
      ? registers.indexOf(textOf(row, 'register'))
      : units.indexOf(row.unit ?? '');
  return rows
    .map((row, at) => ({ row, at, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ row }) => row);
}

/** Who is who, before any other row is read. What is wrong with a party's own row is said when it is read. */
function partiesOf(rows: readonly RawRow[]): Parties {
  const byNumber = new Map<string, string>();
  const slugs = new Set<string>();
  for (const row of rows) {
    if (row.table !== 'party') continue;
    const slug = textOf(row, 'party');
    slugs.add(slug);
    const number = textOf(row, 'kommunenummer');
    if (number !== '') byNumber.set(number, slug);
  }
  return { byNumber, slugs };
}

/** A row in another unit's folder would move when the folder is written. */
function wrongHome(row: RawRow, units: ReadonlyMap<string, string>): readonly FileProblem[] {
  if (row.unit === null || row.table === 'service' || row.table === 'agreement') return [];
  const service = textOf(row, 'service');
  const unit = units.get(service);
  const place = row.cells.get('service')?.place ?? row.place;
  return unit === undefined || unit === row.unit ? [] : [{ code: 'row.otherUnit', place, service, unit }];
}

/** A register file without its register has no name; said once for each. */
function unknownRegisters(rows: readonly RawRow[], registers: ReadonlySet<string>): readonly FileProblem[] {
  const unknown = new Map<string, Place>();
  for (const row of rows) {
    const register = textOf(row, 'register');
    if (row.table === 'registerValue' && !registers.has(register) && !unknown.has(register))
      unknown.set(register, { ...row.place, line: 1 });
  }
  return [...unknown].map(([register, place]) => ({ code: 'row.unknownRegister', place, register }));
}
