import { add, type Fraction, zeroFraction } from '../fraction/fraction.ts';
import { type Result, unless } from '../result/result.ts';
import type { ExternalPayment, Key, KeyPart, Limit } from './grammar.ts';
import { isFeeKey } from './is-fee-key.ts';
import type { KeyProblem } from './key-problem.ts';
import {
  type Fields,
  inside,
  isObject,
  type KeyNames,
  type KeyReading,
  present,
  readAmount,
  readBody,
  readList,
  readName,
  readParty,
  readRegisterName,
  readShare,
  readWhole,
  refuseUnknown,
  requireWhole,
  shown,
  whenRead,
} from './key-reader.ts';
import { readBands, readTariff } from './read-fees.ts';
import { readingFields, readReading } from './read-reading.ts';

/** Keys inside keys: deeper than anybody can explain. */
const mostLevels = 20;
/** Keys in one key, all levels together. */
const mostKeys = 2000;

/**
 * A key from plain data, as a file or an edit has it; scalars may be texts. Gives the key in canonical form (shares in lowest terms, parties
 * by slug, in order), or everything that is wrong, each with its path inside the key. (S-KEY-02)
 */
export function parseKey(value: unknown, names: KeyNames): Result<Key, KeyProblem> {
  const reading: KeyReading = { names, problems: [], size: 0 };
  const key = readKey(reading, '', value, 1);
  return unless(reading.problems, () => key as Key);
}

type ReadForm = (reading: KeyReading, path: string, fields: Fields, level: number) => Key | null;

/** The field that says which form it is, and how the form is read. `by` is last: price lists have it too. */
const forms: { readonly [head: string]: ReadForm } = {
  agreed: readAgreed,
  usage: readUsage,
  direct: readDirect,
  bands: readBands,
  tariff: readTariff,
  threshold: readThreshold,
  cap: (reading, path, fields, level) => readLimit(reading, path, fields, level, 'cap'),
  floor: (reading, path, fields, level) => readLimit(reading, path, fields, level, 'floor'),
  phaseIn: readPhaseIn,
  external: readExternal,
  parts: readParts,
  by: readBy,
};

function readKey(reading: KeyReading, path: string, value: unknown, level: number): Key | null {
  reading.size += 1;
  if (level > mostLevels) {
    reading.problems.push({ code: 'key.tooDeep', path, most: mostLevels });
    return null;
  }
  if (reading.size > mostKeys) {
    if (reading.size === mostKeys + 1) reading.problems.push({ code: 'key.tooLarge', path, most: mostKeys });
    return null;
  }
  if (value === 'equal') return { form: 'equal' };
  if (isObject(value)) {
    for (const [head, read] of Object.entries(forms)) {
      if (Object.hasOwn(value, head)) return read(reading, path, value, level);
    }
  }
  const text = isObject(value) ? Object.keys(value).join(', ') : shown(value);
  reading.problems.push({ code: 'key.notAKey', path, text });
  return null;
}

/** A key that divides a part of a cost: a price list cannot, its fees are what they are. */
function readDividingKey(reading: KeyReading, path: string, value: unknown, level: number): Key | null {
  const key = readKey(reading, path, value, level);
  if (key === null || !isFeeKey(key)) return key;
  reading.problems.push({ code: 'key.feeInside', path });
  return null;
}

function readBy(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, readingFields);
  const register = readReading(reading, path, fields);
  return whenRead({ register }, (read) => ({ form: 'by', reading: read.register }));
}

function readAgreed(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, ['agreed']);
  const at = inside(path, 'agreed');
  const given = fields['agreed'];
  if (!isObject(given)) {
    reading.problems.push({ code: 'key.notAnObject', path: at, text: shown(given) });
    return null;
  }
  const before = reading.problems.length;
  const shares = new Map<string, Fraction>();
  let sum = zeroFraction;
  for (const [name, value] of Object.entries(given)) {
    const here = inside(at, name);
    const party = readParty(reading, here, name);
    const share = readShare(reading, here, value);
    if (share !== null) sum = add(sum, share);
    if (party === null || share === null) continue;
    if (shares.has(party)) reading.problems.push({ code: 'key.partyTwice', path: here, party });
    else shares.set(party, share);
  }
  if (Object.keys(given).length === 0) reading.problems.push({ code: 'key.empty', path: at });
  // A share that cannot be read makes the sum wrong too: that would be the same mistake told twice.
  if (reading.problems.length === before) requireWhole(reading, at, sum);
  const ordered = [...shares].sort(([a], [b]) => (a < b ? -1 : 1));
  return { form: 'agreed', shares: ordered.map(([party, share]) => ({ party, share })) };
}

type Usage = Extract<Key, { form: 'usage' }>;

function readUsage(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, ['usage', 'period']);
  const register = readRegisterName(reading, inside(path, 'usage'), fields['usage']);
  if (!present(reading, path, fields, 'period')) return null;
  const text = shown(fields['period']).trim();
  const period = text === 'previousYear' || text === 'budgetYear' ? text : yearIn(text);
  if (period === null) reading.problems.push({ code: 'key.notAPeriod', path: inside(path, 'period'), text });
  return whenRead<Omit<Usage, 'form'>, Usage>({ register, period }, (read) => ({ form: 'usage', ...read }));
}

const yearIn = (text: string): number | null => (/^[12]\d{3}$/.test(text) ? Number.parseInt(text, 10) : null);

function readDirect(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, ['direct']);
  const party = readParty(reading, inside(path, 'direct'), fields['direct']);
  return whenRead({ party }, (read) => ({ form: 'direct', ...read }));
}

/** A key in a field of a form's body; a missing one is a problem. */
function keyIn(
  reading: KeyReading,
  path: string,
  fields: Fields,
  field: string,
  level: number,
  read: typeof readKey = readKey,
): Key | null {
  return present(reading, path, fields, field)
    ? read(reading, inside(path, field), fields[field], level + 1)
    : null;
}

function readThreshold(reading: KeyReading, path: string, fields: Fields, level: number): Key | null {
  refuseUnknown(reading, path, fields, ['threshold']);
  const at = inside(path, 'threshold');
  const given = readBody(reading, at, fields['threshold'], ['amount', 'amountOre', 'below', 'above']);
  if (given === null) return null;
  const amountOre = readAmount(reading, at, given, 'amount');
  const below = keyIn(reading, at, given, 'below', level, readDividingKey);
  const above = keyIn(reading, at, given, 'above', level, readDividingKey);
  return whenRead({ amountOre, below, above }, (read) => ({ form: 'threshold', ...read }));
}

/** Exactly one of several ways to say how much. */
function oneOf(reading: KeyReading, path: string, fields: Fields, ways: readonly string[]): string | null {
  const found = ways.filter((way) => fields[way] !== undefined || fields[`${way}Ore`] !== undefined);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  reading.problems.push({ code: 'key.oneOf', path, fields: ways, found: found.length });
  return null;
}

function readShareOrAmount(reading: KeyReading, path: string, fields: Fields, way: string): Limit | null {
  if (way === 'share') {
    return whenRead({ share: readShare(reading, inside(path, 'share'), fields['share']) }, (read) => read);
  }
  return whenRead({ amountOre: readAmount(reading, path, fields, 'amount') }, (read) => read);
}

function readLimit(
  reading: KeyReading,
  path: string,
  fields: Fields,
  level: number,
  form: 'cap' | 'floor',
): Key | null {
  refuseUnknown(reading, path, fields, [form]);
  const at = inside(path, form);
  const given = readBody(reading, at, fields[form], ['party', 'share', 'amount', 'amountOre', 'of']);
  if (given === null) return null;
  const isForAll = given['party'] === undefined || given['party'] === null;
  const party = isForAll ? null : readParty(reading, inside(at, 'party'), given['party']);
  const way = oneOf(reading, at, given, ['share', 'amount']);
  const limit = way === null ? null : readShareOrAmount(reading, at, given, way);
  const of = keyIn(reading, at, given, 'of', level);
  return whenRead({ limit, of }, (read) => ({ form, party, ...read }));
}

function readPhaseIn(reading: KeyReading, path: string, fields: Fields, level: number): Key | null {
  refuseUnknown(reading, path, fields, ['phaseIn']);
  const at = inside(path, 'phaseIn');
  const given = readBody(reading, at, fields['phaseIn'], ['from', 'to', 'years', 'firstYear']);
  if (given === null) return null;
  const from = keyIn(reading, at, given, 'from', level);
  const to = keyIn(reading, at, given, 'to', level);
  const whole = (field: string, limits: { from: number; to: number }): number | null =>
    present(reading, at, given, field) ? readWhole(reading, inside(at, field), given[field], limits) : null;
  const years = whole('years', { from: 1, to: 100 });
  const firstYear = whole('firstYear', { from: 1900, to: 2999 });
  return whenRead({ from, to, years, firstYear }, (read) => ({ form: 'phaseIn', ...read }));
}

const externalFields = [
  'funder',
  'share',
  'amount',
  'amountOre',
  'price',
  'priceOre',
  'ceiling',
  'ceilingOre',
  'rest',
];

function readExternal(reading: KeyReading, path: string, fields: Fields, level: number): Key | null {
  refuseUnknown(reading, path, fields, ['external']);
  const at = inside(path, 'external');
  const given = readBody(reading, at, fields['external'], [...externalFields, ...readingFields]);
  if (given === null) return null;
  const funder = present(reading, at, given, 'funder')
    ? readName(reading, inside(at, 'funder'), given['funder'])
    : null;
  const pays = readPayment(reading, at, given);
  const hasCeiling = given['ceiling'] !== undefined || given['ceilingOre'] !== undefined;
  const ceilingOre = hasCeiling ? readAmount(reading, at, given, 'ceiling') : null;
  const rest = keyIn(reading, at, given, 'rest', level);
  return whenRead({ funder, pays, rest }, (read) => ({ form: 'external', ceilingOre, ...read }));
}

function readPayment(reading: KeyReading, path: string, fields: Fields): ExternalPayment | null {
  const way = oneOf(reading, path, fields, ['share', 'amount', 'price']);
  if (way === 'price') {
    const priceOre = readAmount(reading, path, fields, 'price');
    const register = readReading(reading, path, fields);
    return whenRead({ priceOre, register }, (read) => ({ priceOre: read.priceOre, reading: read.register }));
  }
  if (way === null) return null;
  for (const field of readingFields) {
    // A register beside a share or an amount would have no effect.
    if (fields[field] !== undefined) {
      reading.problems.push({ code: 'key.unknownField', path, field, expected: externalFields });
    }
  }
  return readShareOrAmount(reading, path, fields, way);
}

function readParts(reading: KeyReading, path: string, fields: Fields, level: number): Key | null {
  refuseUnknown(reading, path, fields, ['parts']);
  const at = inside(path, 'parts');
  const rows = readList(reading, at, fields['parts']);
  if (rows === null) return null;
  const parts: (KeyPart | null)[] = [];
  let sum: Fraction | null = zeroFraction;
  for (const [index, row] of rows.entries()) {
    const here = `${at}[${index}]`;
    const part = readBody(reading, here, row, ['share', 'key']);
    const share =
      part !== null && present(reading, here, part, 'share')
        ? readShare(reading, inside(here, 'share'), part['share'])
        : null;
    sum = sum === null || share === null ? null : add(sum, share);
    const key = part === null ? null : keyIn(reading, here, part, 'key', level, readDividingKey);
    parts.push(whenRead({ share, key }, (read) => read));
  }
  if (sum !== null) requireWhole(reading, at, sum);
  return whenRead(parts, () => ({ form: 'parts', parts: parts as readonly KeyPart[] }));
}
