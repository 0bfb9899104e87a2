/** Reads the fields of a command strictly: what is not asked for is refused. */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole number from 0. */
export const count = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** Words of reasonable length, or null. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value.length > 0 && value.length <= 400 ? value : null;

/** Whether there are no other fields than these; the first that is too much is told. */
export function fieldsOf(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  wrong: (field: string, expected: string) => unknown,
): boolean {
  const other = Object.keys(given).find((field) => !known.includes(field));
  if (other !== undefined) wrong(other, `{ ${known.join(', ')} }`);
  return other === undefined;
}
