import { createHash } from 'node:crypto';
import type { JsonRow } from '@samstyr/contract/tables/row-json';

/** JSON with one way to write each value: fields sorted by name, no spaces. What is hashed today is hashed to the same in ten years. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

/** A row as it is hashed and compared. The order inside a key is part of it, for it is part of the file the row is written to. */
export const rowText = (row: JsonRow): string =>
  canonicalJson(
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? { key: JSON.stringify(value) }
          : value,
      ]),
    ),
  );

/** SHA-256, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
