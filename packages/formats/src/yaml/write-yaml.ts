/** What is written: texts, lists and fields. A key is such a value, and so is a row. */
export type YamlValue = string | readonly YamlValue[] | { readonly [name: string]: YamlValue };

const plain = /^-?[\p{L}\p{N}§/](?:[\p{L}\p{N}_./§%+()·–?!=; '&-]*[\p{L}\p{N}_./§%+()·–?!=;'-])?$/u;
const wordsOfOtherSchemas = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** A text on one line: plain where no YAML reader could take it for anything else, else in double quotes. */
const scalar = (text: string): string =>
  plain.test(text) && !wordsOfOtherSchemas.test(text) ? text : JSON.stringify(text);

/** A value in flow style, on one line: `{ parts: [ { share: 3/20, key: equal } ] }`. */
export function flow(value: YamlValue): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(flow).join(', ')} ]`;
  const fields = Object.entries(value as { readonly [name: string]: YamlValue });
  return fields.length === 0
    ? '{}'
    : `{ ${fields.map(([name, each]) => `${scalar(name)}: ${flow(each)}`).join(', ')} }`;
}

/** Fields one on each line, their values in flow style. */
export const fieldLines = (fields: readonly (readonly [string, YamlValue])[]): readonly string[] =>
  fields.map(([name, value]) => `${name}: ${flow(value)}`);

/** The rows of a list, each on one line or each with its fields on lines of their own. */
export function listLines(
  name: string,
  rows: readonly (readonly (readonly [string, YamlValue])[])[],
  style: 'flow' | 'block',
): readonly string[] {
  if (rows.length === 0) return [];
  const written = rows.flatMap((row) =>
    style === 'flow'
      ? [`  - ${flow(Object.fromEntries(row))}`]
      : fieldLines(row).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`),
  );
  return [`${name}:`, ...written];
}
