import { compare, type Fraction, one, parseFraction, reduced } from '../fraction/fraction.ts';
import { parseKroner } from '../money/kroner.ts';
import { type Ore, ore } from '../money/ore.ts';
import type { KeyTextProblem } from './key-problem.ts';

/** What the names in a key are held against. */
export type KeyNames = {
  /** The slug of a party, by slug or kommunenummer; null: nobody is called that. */
  readonly resolveParty: (text: string) => string | null;
  readonly hasRegister: (text: string) => boolean;
};

/** A key being read: its problems gather here, so that all are told at once. */
export type KeyReading = {
  readonly names: KeyNames;
  readonly problems: KeyTextProblem[];
  /** Keys read so far; a file whose parts refer to each other could ask for more than anybody has time for. */
  size: number;
};

export type Fields = { readonly [field: string]: unknown };

/** What stands there, short enough for a sentence. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 80);
  if (Array.isArray(value)) return '[…]';
  return value !== null && typeof value === 'object' ? '{…}' : `${value}`;
}

export const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** `parts[1].key` and `by` make `parts[1].key.by`. */
export const inside = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`);

/** The text of a scalar; JSON may have a number where a file has its digits. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? `${value}` : null;

/** Refuses what is not in `known`, by name. */
export function refuseUnknown(
  { problems }: KeyReading,
  path: string,
  fields: Fields,
  expected: readonly string[],
): void {
  for (const field of Object.keys(fields)) {
    if (!expected.includes(field)) problems.push({ code: 'key.unknownField', path, field, expected });
  }
}

/** Whether the field stands there; a missing one is a problem. */
export function present({ problems }: KeyReading, path: string, fields: Fields, field: string): boolean {
  if (fields[field] !== undefined && fields[field] !== null) return true;
  problems.push({ code: 'key.missingField', path, field });
  return false;
}

/** A share of a whole, 0 to 1: `3/20`, `15%`, `0.15`. In lowest terms. */
export function readShare({ problems }: KeyReading, path: string, value: unknown): Fraction | null {
  const text = textOf(value);
  const share = text === null ? null : parseFraction(text.replace(',', '.'));
  if (share === null) problems.push({ code: 'key.notAShare', path, text: shown(value) });
  else if (share.n < 0n) problems.push({ code: 'key.negative', path, text: shown(value) });
  else if (compare(share, one) > 0) problems.push({ code: 'key.aboveWhole', path, text: shown(value) });
  else return reduced(share);
  return null;
}

/** A size in a register, 0 or more. In lowest terms. */
export function readSize({ problems }: KeyReading, path: string, value: unknown): Fraction | null {
  const text = textOf(value);
  const size = text === null || text.endsWith('%') ? null : parseFraction(text.replace(',', '.'));
  if (size === null)
    problems.push({ code: 'key.notAnAmount', path, text: shown(value), reason: 'notANumber' });
  else if (size.n < 0n) problems.push({ code: 'key.negative', path, text: shown(value) });
  else return reduced(size);
  return null;
}

const oreDigits = /^-?\d{1,17}$/;

/** An amount of 0 or more: `amount` in kroner, or `amountOre` in øre, as the edit language writes it. Null when neither is fine. */
export function readAmount(reading: KeyReading, path: string, fields: Fields, field: string): Ore | null {
  const { problems } = reading;
  const inOre = `${field}Ore`;
  if (fields[field] !== undefined && fields[inOre] !== undefined) {
    problems.push({ code: 'key.oneOf', path, fields: [field, inOre], found: 2 });
    return null;
  }
  const isOre = fields[inOre] !== undefined;
  if (!isOre && !present(reading, path, fields, field)) return null;
  const value = isOre ? fields[inOre] : fields[field];
  const at = { path: inside(path, isOre ? inOre : field), text: shown(value) };
  const text = textOf(value) ?? '?';
  const parsed = isOre ? parseOre(text) : parseKroner(text);
  if ('problem' in parsed) problems.push({ code: 'key.notAnAmount', ...at, reason: parsed.problem });
  else if (parsed.amount < 0n) problems.push({ code: 'key.negative', ...at });
  else return parsed.amount;
  return null;
}

function parseOre(text: string): { readonly amount: Ore } | { readonly problem: 'notANumber' } {
  return oreDigits.test(text) ? { amount: ore(BigInt(text)) } : { problem: 'notANumber' };
}

/** A whole number between two others, both included. */
export function readWhole(
  { problems }: KeyReading,
  path: string,
  value: unknown,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  const text = textOf(value) ?? '';
  const whole = /^\d{1,6}$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (whole >= from && whole <= to) return whole;
  problems.push({ code: 'key.notANumber', path, text: shown(value), from, to });
  return null;
}

/** A name as it stands: of a group, of a funder. */
export function readName({ problems }: KeyReading, path: string, value: unknown): string | null {
  const text = textOf(value);
  if (text !== null && text !== '') return text;
  problems.push({ code: 'key.notAName', path, text: shown(value) });
  return null;
}

/** A party by slug or kommunenummer; gives the slug. */
export function readParty({ names, problems }: KeyReading, path: string, value: unknown): string | null {
  const text = textOf(value);
  const party = text === null ? null : names.resolveParty(text);
  if (party === null) problems.push({ code: 'key.unknownParty', path, text: shown(value) });
  return party;
}

export function readRegisterName(
  { names, problems }: KeyReading,
  path: string,
  value: unknown,
): string | null {
  const text = textOf(value);
  if (text !== null && names.hasRegister(text)) return text;
  problems.push({ code: 'key.unknownRegister', path, text: shown(value) });
  return null;
}

/** What is made of fields that were all read; null when one of them could not be, which is a problem told already. */
export function whenRead<T extends object, Made>(
  fields: { readonly [F in keyof T]: T[F] | null },
  make: (fields: T) => Made,
): Made | null {
  return Object.values(fields).includes(null) ? null : make(fields as T);
}

/** Shares of one key sum to exactly 1; 99,9 % is refused with what is missing. */
export function requireWhole({ problems }: KeyReading, path: string, sum: Fraction): void {
  const { n, d } = reduced(sum);
  if (n === d) return;
  problems.push({ code: 'key.sharesSum', path, sum: { n, d }, difference: reduced({ n: d - n, d }) });
}

/** The object under a form's head, such as `cap: { … }`. */
export function readBody(
  reading: KeyReading,
  path: string,
  value: unknown,
  known: readonly string[],
): Fields | null {
  if (!isObject(value)) {
    reading.problems.push({ code: 'key.notAnObject', path, text: shown(value) });
    return null;
  }
  refuseUnknown(reading, path, value, known);
  return value;
}

export function readList(reading: KeyReading, path: string, value: unknown): readonly unknown[] | null {
  if (!Array.isArray(value)) reading.problems.push({ code: 'key.notAList', path, text: shown(value) });
  else if (value.length === 0) reading.problems.push({ code: 'key.empty', path });
  else return value;
  return null;
}
