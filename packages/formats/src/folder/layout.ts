import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import { isPicturePath } from '@samstyr/core/model/picture';
import type { TableName } from '@samstyr/core/model/rows';
import { isSlug } from '@samstyr/core/model/slug';

/** The files of a folder: path with `/` → bytes. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** What a path holds. `said` are the fields the path itself says. */
export type FileRole =
  | { readonly kind: 'csv'; readonly table: TableName; readonly unit: string | null; readonly said: Said }
  | {
      readonly kind: 'yaml';
      readonly of: 'cooperation' | 'unit';
      readonly unit: string | null;
      readonly said: Said;
    }
  | { readonly kind: 'picture'; readonly unit: null; readonly said: Said }
  | { readonly kind: 'narrative'; readonly unit: string; readonly said: Said };
export type Said = { readonly [field: string]: string };

const homes = tableNames.map((table) => ({ table, home: tableOf(table).home }));
const topFiles = new Map(
  homes.flatMap(({ table, home }) => (home.in === 'csv' ? [[home.file, table] as const] : [])),
);
const unitFiles = new Map(
  homes.flatMap(({ table, home }) => (home.in === 'unit-csv' ? [[home.file, table] as const] : [])),
);
const eachFolders = new Map(
  homes.flatMap(({ table, home }) =>
    home.in === 'csv-each' ? [[home.folder, { table, field: home.field }] as const] : [],
  ),
);

const pictureFolder = 'arms';

/** The folders inside a cooperation folder; others are not looked into. */
export const folders: ReadonlySet<string> = new Set(['units', pictureFolder, ...eachFolders.keys()]);

const expectedAtTop = ['cooperation.yaml', ...topFiles.keys()];
const expectedInUnit = ['unit.yaml', ...unitFiles.keys(), '<år>.<nb|nn|en>.md'];

/** What a path of a folder holds, null for what is left alone (a README, a hidden file), or the problem with it. */
export function roleOf(path: string): FileRole | null | FileProblem {
  const parts = path.split('/');
  const [top = '', second = '', third = ''] = parts;
  const unknown = (expected: readonly string[]): FileProblem => ({
    code: 'file.unknown',
    place: { file: path, line: 1, column: 1 },
    expected,
  });
  if (parts.some((part) => part.startsWith('.'))) return null;
  if (parts.length === 1) {
    if (path === 'cooperation.yaml') return { kind: 'yaml', of: 'cooperation', unit: null, said: {} };
    const table = topFiles.get(path);
    if (table !== undefined) return { kind: 'csv', table, unit: null, said: {} };
    return /\.(?:csv|ya?ml)$/i.test(path) ? unknown(expectedAtTop) : null;
  }
  const each = eachFolders.get(top);
  if (each !== undefined) {
    const value = second.replace(/\.csv$/, '');
    const fits = each.field === 'year' ? /^(?:19|20)\d{2}$/.test(value) : isSlug(value, 1);
    return parts.length === 2 && second.endsWith('.csv') && fits
      ? { kind: 'csv', table: each.table, unit: null, said: { [each.field]: value } }
      : unknown([each.field === 'year' ? `${top}/<år>.csv` : `${top}/<register>.csv`]);
  }
  if (top === pictureFolder)
    return isPicturePath(path)
      ? { kind: 'picture', unit: null, said: { id: path } }
      : unknown([`${top}/<kommune>.svg`, `${top}/<kommune>.png`]);
  if (top !== 'units') return null;
  if (parts.length !== 3 || !isSlug(second, 1)) return unknown(['units/<enhet>/unit.yaml']);
  if (third === 'unit.yaml') return { kind: 'yaml', of: 'unit', unit: second, said: {} };
  const table = unitFiles.get(third);
  if (table !== undefined)
    return {
      kind: 'csv',
      table,
      unit: second,
      said: tableOf(table).fromPath.includes('unit') ? { unit: second } : {},
    };
  const narrative = /^((?:19|20)\d{2})\.(nb|nn|en)\.md$/.exec(third);
  const [, year, language] = narrative ?? [];
  if (year !== undefined && language !== undefined)
    return { kind: 'narrative', unit: second, said: { unit: second, year, language } };
  return unknown(expectedInUnit);
}
