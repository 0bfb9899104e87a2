import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/**
 * The example as its files say it, read without Samstyr's own reader, so that a mistake in that one hides nothing here.
 */
const folder = join(import.meta.dirname, '../../examples/vaernesregionen');

export type Row = { readonly [column: string]: string };

const withoutFormatLine = (path: string): string => {
  const text = readFileSync(join(folder, path), 'utf8');
  return text.slice(text.indexOf('\n') + 1);
};

const names = (path: string): readonly string[] => readdirSync(join(folder, path)).sort();

export const csv = (path: string): readonly Row[] =>
  parseCsv(withoutFormatLine(path), { columns: true }) as readonly Row[];

/** One table of every unit that has it. */
export const ofUnits = (file: string): readonly Row[] =>
  names('units').flatMap((unit) =>
    names(`units/${unit}`).includes(file) ? csv(`units/${unit}/${file}`) : [],
  );

export const published = (): readonly Row[] =>
  names('published').flatMap((file) =>
    csv(`published/${file}`).map((row) => ({ year: file.slice(0, 4), ...row })),
  );

export type Reading = { readonly by: string; readonly date: string; readonly group?: string };
export type Key =
  | 'equal'
  | Reading
  | { readonly parts: readonly { readonly share: string; readonly key: Key }[] }
  | { readonly cap: { readonly party: string; readonly share: string; readonly of: Key } }
  | { readonly external: { readonly funder: string; readonly amount: string; readonly rest: Key } };

type Dated = { readonly from?: string; readonly until?: string };
export type KeyEntry = Dated & { readonly service: string; readonly key: Key };
export type AgreementEntry = Dated & {
  readonly service?: string;
  readonly host: string;
  readonly roundingUnit: string;
  readonly roundingMode: string;
};
export type UnitFile = {
  readonly unit: string;
  readonly services: readonly { readonly id: string }[];
  readonly participation: readonly (Dated & {
    readonly service: string;
    readonly party: string;
    readonly amount?: string;
  })[];
  readonly agreements: readonly AgreementEntry[];
  readonly keys?: readonly KeyEntry[];
};

/** Every unit.yaml; all scalars as text, so that no amount becomes a float. */
export const units = (): readonly UnitFile[] =>
  names('units').map((unit) => ({
    ...(parseYaml(withoutFormatLine(`units/${unit}/unit.yaml`), { schema: 'failsafe' }) as Omit<
      UnitFile,
      'unit'
    >),
    unit,
  }));
