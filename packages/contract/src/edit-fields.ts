import { type Fraction, parseFraction, zeroFraction } from '@samstyr/core/fraction/fraction';
import type { DateRule, Key } from '@samstyr/core/key/grammar';
import { parseKey } from '@samstyr/core/key/parse-key';
import { type Ore, ore, zero } from '@samstyr/core/money/ore';
import { type Day, firstDayOf, parseDay } from '@samstyr/core/period/day';
import type { EditFileProblem } from './edit-problems.ts';

/** What an edit may name. */
export type EditNames = {
  /** The party's slug for a slug, a kommunenummer or a name; null when there is none. */
  readonly resolveParty: (text: string) => string | null;
  readonly hasRegister: (name: string) => boolean;
  readonly parties: readonly string[];
};

const oreText = /^(0|-?[1-9]\d{0,16})$/;
const dateRules = ['budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01'] as const;

type SeenField = {
  readonly field: string;
  readonly kind: string;
  readonly required: boolean;
  readonly choices: readonly string[];
};

/** Reads one edit's fields strictly and remembers which it asked for, so that the others can be refused by name. */
export class FieldReader {
  readonly seen: SeenField[] = [];
  readonly #item: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #names: EditNames | null;
  readonly #problems: EditFileProblem[];

  constructor(
    item: Readonly<Record<string, unknown>>,
    path: string,
    names: EditNames | null,
    problems: EditFileProblem[],
  ) {
    this.#item = item;
    this.#path = path;
    this.#names = names;
    this.#problems = problems;
  }

  /** A reader of nothing, to be asked which fields an operation has. */
  static describing(): FieldReader {
    return new FieldReader({}, '', null, []);
  }

  refuseOthers(): void {
    const expected = ['op', ...this.seen.map(({ field }) => field)];
    for (const field of Object.keys(this.#item))
      if (!expected.includes(field))
        this.#problems.push({ code: 'edits.unknownField', path: this.#path, field, expected });
  }

  text = (field: string): string => this.#required(field, 'text', (text) => text, '');
  optionalText = (field: string): string | null => this.#optional(field, 'text', (text) => text);
  day = (field: string): Day => this.#required(field, 'day', parseDay, firstDayOf(2000));
  optionalDay = (field: string): Day | null => this.#optional(field, 'day', parseDay);
  ore = (field: string): Ore => this.#required(field, 'ore', readOre, zero);
  optionalOre = (field: string): Ore | null => this.#optional(field, 'ore', readOre);
  number = (field: string): Fraction => this.#required(field, 'number', readNumber, zeroFraction);
  /** A rate may fall. */
  signedNumber = (field: string): Fraction => this.#required(field, 'number', readSigned, zeroFraction);
  flag = (field: string): boolean =>
    this.#optional(field, 'flag', (text) =>
      text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : null,
    ) ?? false;
  dateRule = (field: string): DateRule =>
    this.#required(
      field,
      'dateRule',
      (text) => dateRules.find((rule) => rule === text) ?? parseDay(text),
      'previousYear-01-01',
      dateRules,
    );

  choice = <C extends string>(field: string, choices: readonly [C, ...C[]]): C =>
    this.#required(
      field,
      'choice',
      (text) => choices.find((choice) => choice === text) ?? null,
      choices[0],
      choices,
    );

  party = (field: string): string =>
    this.#party(
      field,
      this.#required(field, 'text', (text) => text, ''),
    );
  optionalParty = (field: string): string | null => {
    const text = this.#optional(field, 'text', (value) => value);
    return text === null ? null : this.#party(field, text);
  };

  key = (field: string): Key => {
    this.seen.push({ field, kind: 'key', required: true, choices: [] });
    const value = this.#item[field];
    if (this.#names === null) return { form: 'equal' };
    if (value === undefined) {
      this.#problems.push({ code: 'edits.missingField', path: this.#path, field });
      return { form: 'equal' };
    }
    const result = parseKey(value, this.#names);
    if (result.ok) return result.value;
    for (const problem of result.problems)
      this.#problems.push({ code: 'edits.key', path: `${this.#path}.${field}`, problem });
    return { form: 'equal' };
  };

  /** Exactly one of `amountOre` and `share`. */
  amountOrShare = (): { readonly amountOre: Ore } | { readonly share: Fraction } => {
    const amount = this.optionalOre('amountOre');
    const share = this.#optional('share', 'share', readNumber);
    if (
      (this.#item['amountOre'] === undefined) === (this.#item['share'] === undefined) &&
      this.#names !== null
    )
      this.#problems.push({ code: 'edits.oneOf', path: this.#path, fields: ['amountOre', 'share'] });
    return amount === null ? { share: share ?? zeroFraction } : { amountOre: amount };
  };

  #party(field: string, text: string): string {
    if (this.#names === null || text === '') return text;
    const party = this.#names.resolveParty(text);
    if (party === null)
      this.#problems.push({
        code: 'edits.unknownParty',
        path: `${this.#path}.${field}`,
        party: text,
        known: this.#names.parties,
      });
    return party ?? text;
  }

  #required<T>(
    field: string,
    kind: EditFieldKind,
    read: (text: string) => T | null,
    instead: T,
    choices: readonly string[] = [],
  ): T {
    this.seen.push({ field, kind, required: true, choices });
    const value = this.#item[field];
    if (value === undefined || value === null || value === '') {
      this.#problems.push({ code: 'edits.missingField', path: this.#path, field });
      return instead;
    }
    return this.#read(field, kind, value, read, choices) ?? instead;
  }

  #optional<T>(field: string, kind: EditFieldKind, read: (text: string) => T | null): T | null {
    this.seen.push({ field, kind, required: false, choices: [] });
    const value = this.#item[field];
    return value === undefined || value === null || value === ''
      ? null
      : this.#read(field, kind, value, read, []);
  }

  #read<T>(
    field: string,
    kind: EditFieldKind,
    value: unknown,
    read: (text: string) => T | null,
    choices: readonly string[],
  ): T | null {
    // An amount is text in JSON: a number may have lost its last digits before anybody could see it.
    const isText = typeof value === 'string';
    const isPlain =
      isText ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isSafeInteger(value) && kind !== 'ore');
    const found = isPlain ? read(`${value}`) : null;
    if (found === null) {
      const shown = typeof value === 'object' ? JSON.stringify(value) : `${value}`;
      this.#problems.push({
        code: 'edits.invalidValue',
        path: `${this.#path}.${field}`,
        value: shown,
        expected: kind,
        choices,
      });
    }
    return found;
  }
}

type EditFieldKind = Extract<EditFileProblem, { code: 'edits.invalidValue' }>['expected'];

/** Digits of øre: no decimals, no leading zero, no `-0`, at most 17 digits. */
const readOre = (text: string): Ore | null => (oreText.test(text) ? ore(BigInt(text)) : null);

const readSigned = (text: string): Fraction | null => parseFraction(text.replace(',', '.').replace('−', '-'));

function readNumber(text: string): Fraction | null {
  const value = readSigned(text);
  return value === null || value.n < 0n ? null : value;
}
