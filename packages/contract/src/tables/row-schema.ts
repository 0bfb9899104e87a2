import type { TableName } from '@samstyr/core/model/rows';
import * as z from 'zod';
import type { Cell, ColumnSpec } from './column.ts';
import { tableOf } from './tables.ts';

/**
 * The JSON form of a row: øre as a string of digits, fractions as text, days as text, a key as plain data, every field there and empty as
 * null. It is strict: what could be read two ways, or is one number written another way, is refused.
 */
const patterns = {
  /** At most 17 digits: 15 of kroner and 2 of øre. */
  ore: /^(?:0|-?[1-9]\d{0,16})$/,
  slug: /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)*$/,
  decimal: /^-?(?:0|[1-9]\d{0,39})(?:\.\d{1,12}|\/[1-9]\d{0,39})?$/,
  share: /^(?:0|[1-9]\d{0,39})(?:\/[1-9]\d{0,39})?$/,
  day: /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  colour: /^#[0-9A-F]{6}$/,
} as const;

/** What a cell's value is in JSON. */
export function cellSchema(cell: Cell): z.ZodType {
  switch (cell.kind) {
    case 'slug':
    case 'reference':
      return z.string().max(200).regex(patterns.slug);
    case 'text':
    case 'prose':
    case 'code':
      return z.string().max(100_000);
    case 'digits':
      return z.string().regex(new RegExp(`^\\d{${cell.length}}$`));
    case 'file':
      return z.string().max(300_000);
    case 'colour':
      return z.string().regex(patterns.colour);
    case 'day':
      return z.string().regex(patterns.day);
    case 'year':
      return z.int().min(1900).max(2099);
    case 'integer':
      return z.int().min(cell.minimum).max(999_999_999);
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum([...cell.choices]);
    case 'list':
      return z.array(cellSchema(cell.of));
    case 'decimal':
      return z.string().regex(patterns.decimal);
    case 'share':
      return z.string().regex(patterns.share);
    case 'amount':
      return z.string().regex(patterns.ore);
    case 'key':
      return z.union([z.literal('equal'), z.record(z.string(), z.json())]);
    case 'edits':
      return z.array(z.record(z.string(), z.json())).max(1000);
  }
}

const columnSchema = (spec: ColumnSpec): z.ZodType => {
  const schema = cellSchema(spec.cell);
  return (spec.nullable ? schema.nullable() : schema).meta({
    title: spec.title,
    description: spec.description,
  });
};

/** The schema of a table's rows in JSON: for the API, for edits and for the page that shows them. */
export function rowSchema(table: TableName): z.ZodObject {
  const { title, description, columns } = tableOf(table);
  const fields = Object.entries(columns).map(([field, spec]) => [field, columnSchema(spec)] as const);
  return z.strictObject(Object.fromEntries(fields)).meta({ title, description });
}
