import * as z from 'zod';
import { openApi } from '../api/openapi.ts';
import { outputSchemas } from '../json/output-schemas.ts';
import { rowSchema } from '../tables/row-schema.ts';
import { tableNames } from '../tables/tables.ts';
import { fileSchemas } from './file-schema.ts';

/** Everything under docs/schema, path → text: the files of a folder, under `rows/` the JSON form of each table's row, and under
 * `output/` what each command prints, and the whole API. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const text = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;
  const files = [...fileSchemas()].map(([name, schema]) => [name, text(schema)] as const);
  const rows = tableNames.map(
    (table) => [`rows/${table}.schema.json`, text(z.toJSONSchema(rowSchema(table)))] as const,
  );
  const outputs = [...outputSchemas()].map(([name, schema]) => [name, text(schema)] as const);
  return new Map([...files, ...rows, ...outputs, ['openapi.json', text(openApi())]]);
}
