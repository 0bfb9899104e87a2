import type { RegisterFileProblem } from '@samstyr/contract/texts/register-file';
import { fail, ok, type Result } from '@samstyr/core/result/result';

/** A value of a place on a day, as the file has it. */
export type StatValue = {
  /** What the file calls the place: `5035`. */
  readonly region: string;
  readonly name: string;
  /** 1 January of the file's year. */
  readonly date: string;
  /** Digits, perhaps with a point; null where the file says that the value is missing. */
  readonly value: string | null;
};

export type JsonStat = { readonly label: string; readonly values: readonly StatValue[] };

type Dimension = {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly (readonly [string, string])[];
};
type Json = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const refused = (problem: RegisterFileProblem): Result<never, RegisterFileProblem> => fail(problem);

/**
 * A table of municipalities and years from a bank of statistics: JSON-stat 2.0, or the 1.x that has it inside `dataset` (json-stat.org/format).
 * What besides place and time is in it must have one value, or it is refused: a sum of ages is not made here. `K-5035` is 5035.
 */
export function readJsonStat(bytes: Uint8Array): Result<JsonStat, RegisterFileProblem> {
  const root = parsed(bytes);
  if (root === null) return refused({ code: 'registerFile.notJsonStat' });
  const data = isObject(root['dataset']) ? root['dataset'] : root;
  const all = data['dimension'];
  if (!isObject(all)) return refused({ code: 'registerFile.notJsonStat' });
  const holder = Array.isArray(data['id']) ? data : all;
  const size = Array.isArray(holder['size']) ? holder['size'] : [];
  const ids = textsOf(holder['id']);
  const dimensions = ids.map((id) => dimensionOf(id, all[id]));
  if (ids.length === 0 || dimensions.some(({ codes }, at) => codes.length === 0 || codes.length !== size[at]))
    return refused({ code: 'registerFile.notJsonStat' });
  const role = isObject(holder['role']) ? holder['role'] : {};
  const find = (kind: 'geo' | 'time', names: RegExp): number =>
    ids.findIndex((id) => textsOf(role[kind]).includes(id) || names.test(id));
  const place = find('geo', /^(?:region|kommune|geo)/i);
  const time = find('time', /^(?:tid|time|år|aar|year)$/i);
  if (place < 0) return refused({ code: 'registerFile.noRegion' });
  if (time < 0) return refused({ code: 'registerFile.noTime' });
  const other = dimensions.find(({ codes }, at) => at !== place && at !== time && codes.length > 1);
  if (other !== undefined)
    return refused({ code: 'registerFile.manyValues', dimension: other.label, count: other.codes.length });
  return valuesOf(data, { dimensions, place, time });
}

/** The values in their order, the last dimension moving fastest. Those besides place and time have one value, and move nothing. */
function valuesOf(
  data: Json,
  {
    dimensions,
    place,
    time,
  }: { readonly dimensions: readonly Dimension[]; readonly place: number; readonly time: number },
): Result<JsonStat, RegisterFileProblem> {
  const places = dimensions[place]?.codes ?? [];
  const times = dimensions[time]?.codes ?? [];
  const expected = places.length * times.length;
  const said = data['value'];
  const found = Array.isArray(said) ? said.length : isObject(said) ? expected : 0;
  if (found !== expected) return refused({ code: 'registerFile.wrongSize', expected, found });
  const values: StatValue[] = [];
  for (const [row, [region, name]] of places.entries())
    for (const [column, [year]] of times.entries()) {
      if (!/^(?:19|20)\d\d$/.test(year)) return refused({ code: 'registerFile.time', text: year });
      const at = place < time ? row * times.length + column : column * places.length + row;
      const value = (said as { readonly [at: number]: unknown })[at] ?? null;
      const text = value === null ? null : `${value as string}`;
      if (text !== null && (typeof value !== 'number' || !/^\d+(?:\.\d+)?$/.test(text)))
        return refused({ code: 'registerFile.notNumber', region: name, time: year });
      values.push({ region: region.replace(/^K[-_]/, ''), name, date: `${year}-01-01`, value: text });
    }
  return ok({ label: typeof data['label'] === 'string' ? data['label'] : '', values });
}

function parsed(bytes: Uint8Array): Json | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A dimension's codes in their order, each with its name. */
function dimensionOf(id: string, said: unknown): Dimension {
  const none = { id, label: id, codes: [] };
  if (!isObject(said) || !isObject(said['category'])) return none;
  const { index, label } = said['category'];
  const names = isObject(label) ? label : {};
  const codes = Array.isArray(index)
    ? textsOf(index)
    : isObject(index)
      ? Object.keys(index).sort((a, b) => Number(index[a]) - Number(index[b]))
      : Object.keys(names);
  return {
    id,
    label: typeof said['label'] === 'string' ? said['label'] : id,
    codes: codes.map((code) => [code, typeof names[code] === 'string' ? names[code] : code]),
  };
}
