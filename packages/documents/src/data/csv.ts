/** A value of a table: text, a whole number, or nothing. */
export type Value = string | number | boolean | null;

/** Quoted where it must be; a quote within is doubled (RFC 4180). A number is written as digits, nothing as nothing. */
function csvValue(value: Value): string {
  const text = value === null ? '' : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows under their heads, comma between and a line feed after each: UTF-8 without a byte order mark. */
export const csv = (heads: readonly string[], rows: readonly (readonly Value[])[]): string =>
  [heads, ...rows].map((row) => `${row.map(csvValue).join(',')}\n`).join('');
