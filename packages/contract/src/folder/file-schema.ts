import type { TableName } from '@samstyr/core/model/rows';
import type { Cell, ColumnSpec } from '../tables/column.ts';
import { columnName } from '../tables/column.ts';
import { tableNames, tableOf } from '../tables/tables.ts';

/** A JSON Schema, as far as these files need it. */
export type Schema = { readonly [keyword: string]: unknown };

const version = 'https://json-schema.org/draft/2020-12/schema';
const slug = '^[a-z0-9]+([-.][a-z0-9]+)*(/[a-z0-9]+([-.][a-z0-9]+)*)*$';

/** What a cell looks like in canonical form. A YAML editor may take `3` and `2025` for numbers, so whole numbers are let through. */
function cellSchema(cell: Cell): Schema {
  switch (cell.kind) {
    case 'slug':
      return { type: 'string', pattern: slug };
    case 'reference':
      return { type: ['string', 'integer'], pattern: slug };
    case 'text':
    case 'prose':
      return { type: ['string', 'number', 'boolean'], maxLength: 100_000 };
    case 'file':
      return { type: 'string' };
    case 'code':
      return { type: ['string', 'integer'] };
    case 'digits':
      return { type: ['string', 'integer'], pattern: `^\\d{${cell.length}}$` };
    case 'colour':
      return { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' };
    case 'day':
      return { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'year':
      return { type: ['string', 'integer'], pattern: '^(19|20)\\d{2}$' };
    case 'integer':
      return { type: ['string', 'integer'], pattern: '^\\d{1,9}$', minimum: cell.minimum };
    case 'flag':
      return { enum: ['yes', ''] };
    case 'choice':
      return { enum: [...cell.choices] };
    case 'list':
      return { type: 'array', items: cellSchema(cell.of) };
    case 'decimal':
      return { type: ['string', 'number'], pattern: '^-?\\d+(\\.\\d+|/\\d+)?$' };
    case 'share':
      return { type: ['string', 'number'], pattern: '^\\d+(/\\d+)?$' };
    case 'amount':
      return { type: ['string', 'number'], pattern: '^-?\\d{1,15}\\.\\d{2}$' };
    case 'key':
      return {
        oneOf: [{ const: 'equal' }, { type: 'object', minProperties: 1 }],
      };
    case 'edits':
      return { type: 'string', contentMediaType: 'application/json' };
  }
}

const isNeeded = (field: string, { cell, nullable, fallback }: ColumnSpec): boolean =>
  field !== 'id' && !nullable && fallback === null && cell.kind !== 'flag' && cell.kind !== 'list';

/** A CSV cell is always a text, and a list in it is one: `a|b`. */
function csvCell(cell: Cell): Schema {
  if (cell.kind === 'list') return { type: 'string', pattern: '^[^|]+(\\|[^|]+)*$' };
  const { minimum: _, ...schema } = cellSchema(cell);
  return 'type' in schema ? { ...schema, type: 'string' } : schema;
}

/** A row of a table as its file has it. */
function rowSchema(table: TableName, medium: 'csv' | 'yaml'): Schema {
  const { title, description, columns, fromPath } = tableOf(table);
  const own = Object.entries(columns).filter(([field]) => !fromPath.includes(field));
  const properties = own.map(([field, spec]) => {
    const { cell, nullable, fallback } = spec;
    const schema = medium === 'csv' ? csvCell(cell) : cellSchema(cell);
    const mayBeEmpty = medium === 'csv' && (nullable || !isNeeded(field, spec)) && cell.kind !== 'flag';
    return [
      columnName(field, spec),
      {
        title: spec.title,
        description: spec.description,
        ...(fallback === null ? {} : { default: fallback }),
        ...(mayBeEmpty ? { anyOf: [schema, { const: '' }] } : schema),
      },
    ] as const;
  });
  return {
    title,
    description,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: own
      .filter(([field, spec]) => isNeeded(field, spec))
      .map(([field, spec]) => columnName(field, spec)),
    additionalProperties: false,
  };
}

function yamlFileSchema(of: 'cooperation' | 'unit'): Schema {
  const own = rowSchema(of, 'yaml');
  const lists = tableNames.flatMap((table) => {
    const { home, title, description } = tableOf(table);
    return home.in === 'yaml-list' && home.file === of
      ? [[home.list, { title, description, type: 'array', items: rowSchema(table, 'yaml') }] as const]
      : [];
  });
  return {
    ...own,
    properties: {
      format: { const: 1, title: 'Format', description: 'Første linje i filen.' },
      ...(own['properties'] as Schema),
      ...Object.fromEntries(lists),
    },
    required: ['format', ...(own['required'] as readonly string[])],
  };
}

/** One JSON Schema for each kind of file in a cooperation folder, by the schema's file name; CSV files have one for a row. */
export function fileSchemas(): ReadonlyMap<string, Schema> {
  const schemas = new Map<string, Schema>();
  const add = (name: string, schema: Schema): void => {
    schemas.set(`${name}.schema.json`, { $schema: version, $id: `${name}.schema.json`, ...schema });
  };
  add('cooperation', yamlFileSchema('cooperation'));
  add('unit', yamlFileSchema('unit'));
  for (const table of tableNames) {
    const { home } = tableOf(table);
    if (home.in === 'csv' || home.in === 'unit-csv')
      add(home.file.replace(/\.csv$/, ''), rowSchema(table, 'csv'));
    if (home.in === 'csv-each')
      add(home.folder === 'registers' ? 'register' : home.folder, rowSchema(table, 'csv'));
  }
  return schemas;
}
