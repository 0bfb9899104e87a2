import { parseDay } from '../period/day.ts';
import type { DateRule, RegisterReading } from './grammar.ts';
import {
  type Fields,
  inside,
  type KeyReading,
  present,
  readName,
  readRegisterName,
  readWhole,
  shown,
  whenRead,
} from './key-reader.ts';

/** The fields that say what is read in a register. */
export const readingFields = ['by', 'date', 'group', 'average'];
const dateRules: readonly string[] = ['budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01'];

function readDate(reading: KeyReading, path: string, value: unknown): DateRule | null {
  if (value === undefined || value === null) return 'previousYear-01-01';
  const text = shown(value).trim();
  if (dateRules.includes(text)) return text as DateRule;
  const date = parseDay(text);
  if (date === null) reading.problems.push({ code: 'key.notADate', path, text });
  return date;
}

/** `by`, `date`, `group` and `average`, wherever a register is read. */
export function readReading(reading: KeyReading, path: string, fields: Fields): RegisterReading | null {
  const register = present(reading, path, fields, 'by')
    ? readRegisterName(reading, inside(path, 'by'), fields['by'])
    : null;
  const date = readDate(reading, inside(path, 'date'), fields['date']);
  const isWhole = fields['group'] === undefined || fields['group'] === null;
  const group = isWhole ? null : readName(reading, inside(path, 'group'), fields['group']);
  const average =
    fields['average'] === undefined
      ? 1
      : readWhole(reading, inside(path, 'average'), fields['average'], { from: 1, to: 20 });
  return whenRead({ register, date, average }, (read) => ({ ...read, group }));
}
