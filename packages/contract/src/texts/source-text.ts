import type { NodeSource } from '@samstyr/core/explain/node';
import { parseDay } from '@samstyr/core/period/day';
import type { Role } from '../api/fields.ts';
import { dayText } from './day-text.ts';
import type { Language } from './language.ts';
import { listed } from './list-text.ts';
import type { Word } from './words.ts';

/** The entry of the audit that gave a field the value it has: its number, when, what was done, and who as far as its reader may know. */
export type AuditPlace = {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command: `putRow`, `import`. */
  readonly op: string;
  /** What the person is in the cooperation now; empty for who has left it and for what no person did. */
  readonly roles: readonly Role[];
  /** Null: not for this reader. */
  readonly name: string | null;
};

/** What a person is in a cooperation, in a word. */
export const roleWords: { readonly [R in Role]: Word } = {
  administrator: { nb: 'administrator', nn: 'administrator', en: 'administrator' },
  controller: { nb: 'controller', nn: 'controller', en: 'controller' },
  unitLeader: { nb: 'enhetsleder', nn: 'einingsleiar', en: 'unit leader' },
  financeOfficer: { nb: 'økonomiansvarlig', nn: 'økonomiansvarleg', en: 'finance officer' },
  reader: { nb: 'leser', nn: 'lesar', en: 'reader' },
  grantOfficer: { nb: 'tilskuddsansvarlig', nn: 'tilskotsansvarleg', en: 'grant officer' },
  auditor: { nb: 'revisor', nn: 'revisor', en: 'auditor' },
};

/** `units/nav/lines.csv:12`; null when the row was read from no file. */
export const fileText = ({ at }: NodeSource): string | null => (at === null ? null : `${at.file}:${at.line}`);

/** Where a number stands, in words: the line of a file; else the row, and the entry of the audit that gave it the value. */
export function sourceText(source: NodeSource, entry: AuditPlace | null, language: Language): string {
  const file = fileText(source);
  if (file !== null && entry === null) return file;
  const row = `${{ nb: 'rad', nn: 'rad', en: 'row' }[language]} ${source.table}:${source.row}`;
  return entry === null ? row : `${row}, ${entryText(entry, language)}`;
}

function entryText({ number, at, op, roles, name }: AuditPlace, language: Language): string {
  const day = parseDay(at.slice(0, 10));
  const date = day === null ? at.slice(0, 10) : dayText(day, language);
  const when = `${date} ${{ nb: 'kl.', nn: 'kl.', en: 'at' }[language]} ${at.slice(11, 16)} UTC`;
  const what = {
    nb: op === 'import' ? 'lest inn' : 'skrevet',
    nn: op === 'import' ? 'lesen inn' : 'skriven',
    en: op === 'import' ? 'taken in' : 'written',
  }[language];
  const place = {
    nb: `${what} i innslag ${number} i loggen`,
    nn: `${what} i innslag ${number} i loggen`,
    en: `${what} in entry ${number} of the audit`,
  }[language];
  const role =
    roles.length === 0
      ? null
      : listed(
          roles.map((one) => roleWords[one][language]),
          language,
        );
  const who = name === null ? role : role === null ? name : `${name} (${role})`;
  const by = { nb: 'av', nn: 'av', en: 'by' }[language];
  return who === null ? `${place} ${when}` : `${place} ${when} ${by} ${who}`;
}
