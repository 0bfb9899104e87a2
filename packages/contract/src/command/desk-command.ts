import { parseDay } from '@samstyr/core/period/day';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type TaskRow, taskKinds } from '../desk/desk-tables.ts';
import { count, fieldsOf, isObject, text } from './fields.ts';
import type { EnvelopeProblem } from './problems.ts';

/** What people say to each other about a unit, and what it has left to do. */
export type DeskCommand =
  | { readonly op: 'addComment'; readonly unit: string; readonly about: string | null; readonly body: string }
  | { readonly op: 'resolveComment'; readonly id: string; readonly resolved: boolean }
  /** `id` null: a new task. */
  | { readonly op: 'putTask'; readonly id: string | null; readonly task: Omit<TaskRow, 'id'> };

export const deskOps: readonly string[] = ['addComment', 'resolveComment', 'putTask'];

const longestBody = 20_000;

/** A desk command's arguments, strictly. Fields that may be empty may be left out. */
export function parseDeskCommand(op: string, given: unknown): Result<DeskCommand, EnvelopeProblem> {
  const problems: EnvelopeProblem[] = [];
  const wrong = (field: string, expected: string): null => {
    problems.push({ code: 'command.shape', path: field === '' ? 'args' : `args.${field}`, expected });
    return null;
  };
  const command = isObject(given) ? read(op, given, wrong) : wrong('', '{ … }');
  const [first, ...rest] = problems;
  if (first !== undefined) return fail(first, ...rest);
  return command === null ? fail({ code: 'command.unknownOp', op, known: deskOps }) : ok(command);
}

type Wrong = (field: string, expected: string) => null;

function read(op: string, given: Readonly<Record<string, unknown>>, wrong: Wrong): DeskCommand | null {
  const words = (field: string, optional = false): string | null => {
    const value = given[field] ?? null;
    if (optional && value === null) return null;
    return text(value) ?? wrong(field, '«…»');
  };
  const flag = (field: string): boolean => {
    const value = given[field] ?? false;
    if (typeof value !== 'boolean') wrong(field, 'true, false');
    return value === true;
  };
  if (op === 'addComment') {
    fieldsOf(given, ['unit', 'about', 'body'], wrong);
    const { body } = given;
    if (typeof body !== 'string' || body.trim() === '' || body.length > longestBody)
      wrong('body', `«…» (1–${longestBody})`);
    return { op, unit: words('unit') ?? '', about: words('about', true), body: `${body}` };
  }
  if (op === 'resolveComment') {
    fieldsOf(given, ['id', 'resolved'], wrong);
    return { op, id: words('id') ?? '', resolved: flag('resolved') };
  }
  fieldsOf(given, ['id', 'unit', 'year', 'kind', 'title', 'due', 'assignee', 'done'], wrong);
  const kind = taskKinds.find((each) => each === given['kind']);
  if (kind === undefined) wrong('kind', taskKinds.join(', '));
  const year = given['year'] ?? null;
  if (year !== null && (!count(year) || year < 1900 || year > 2099)) wrong('year', '2025');
  const due = words('due', true);
  if (due !== null && parseDay(due) === null) wrong('due', '2025-07-01');
  const task = {
    unit: words('unit') ?? '',
    year: year as number | null,
    kind: kind ?? 'other',
    title: words('title') ?? '',
    due,
    assignee: words('assignee', true),
    done: flag('done'),
  };
  return { op: 'putTask', id: words('id', true), task };
}
