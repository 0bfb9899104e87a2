import { type Fraction, fractionText } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import { type JsonValue, keyValue } from '@samstyr/core/key/key-value';
import type { Edit } from '@samstyr/core/model/edit';

type Fields = { readonly [field: string]: JsonValue };

/**
 * Edits as plain data in one canonical form: parties by slug, øre and numbers as text, what is empty left out. `parseEdits` gives the edits
 * back.
 */
export const editsJson = (edits: readonly Edit[]): readonly Fields[] => edits.map(editJson);

function editJson({ op, ...fields }: Edit): Fields {
  return { op, ...Object.assign({}, ...Object.entries(fields).map(([field, value]) => json(field, value))) };
}

/** A field as JSON; an amount or a share takes the place of the field it is the choice of. */
function json(field: string, value: unknown): Fields {
  if (value === null || value === false) return {};
  if (field === 'key') return { key: keyValue(value as Key) };
  if (typeof value === 'bigint') return { [field]: `${value}` };
  if (typeof value !== 'object') return { [field]: value as JsonValue };
  return 'n' in value
    ? { [field]: fractionText(value as Fraction) }
    : Object.assign({}, ...Object.entries(value).map(([inner, one]) => json(inner, one)));
}
