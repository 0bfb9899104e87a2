import type { Command } from '@samstyr/core/command/command';
import type { TableName } from '@samstyr/core/model/rows';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { EditNames } from '../edit-fields.ts';
import type { EditFileProblem } from '../edit-problems.ts';
import { editOps, parseEdits } from '../edits.ts';
import { type RowProblem, rowFromJson } from '../tables/row-json.ts';
import { tableNames } from '../tables/tables.ts';
import { type DeskCommand, deskOps, parseDeskCommand } from './desk-command.ts';
import { count, fieldsOf, isObject, text } from './fields.ts';
import type { EnvelopeProblem } from './problems.ts';

/** Every way a person changes a cooperation, in one shape: what, with what, and which versions of which rows they had in front of them. */
export type Envelope = {
  readonly op: string;
  readonly args: unknown;
  /** `line:nav/drift/…` → its version; 0: it is not to be there. */
  readonly expect: { readonly [row: string]: number };
};

/** How a row is called in `expect`, in comments and in tasks: ids are unique in their table only. */
export const rowName = (table: string, id: string): string => `${table}:${id}`;

const ownOps = ['putRow', 'removeRow', 'adoptVersion', 'adoptAlternative', 'revertTo', 'batch'] as const;

/** Every operation there is: the edit language's and the others. */
export const commandOps: readonly string[] = [...editOps, ...ownOps, ...deskOps];

/** What a command is, and the rows it writes as they stand: for those a version must be expected. */
export type ParsedCommand =
  | { readonly kind: 'model'; readonly command: Command; readonly written: readonly string[] }
  | { readonly kind: 'desk'; readonly command: DeskCommand };

type Wrong = EnvelopeProblem | EditFileProblem | RowProblem;

/** What JSON can say and no database can keep: U+0000, and half a character. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** The envelope in a body, strictly: nothing but its three fields. `expect` may be left out. */
export function parseEnvelope(body: unknown): Result<Envelope, EnvelopeProblem> {
  if (!isObject(body)) return fail({ code: 'command.shape', path: '', expected: '{ op, args, expect }' });
  if (unstorable.test(JSON.stringify(body)))
    return fail({ code: 'command.shape', path: '', expected: 'Unicode' });
  const problems: EnvelopeProblem[] = [];
  for (const field of Object.keys(body))
    if (!['op', 'args', 'expect'].includes(field))
      problems.push({ code: 'command.shape', path: field, expected: '{ op, args, expect }' });
  const { op, args = {}, expect = {} } = body;
  if (typeof op !== 'string' || !commandOps.includes(op))
    problems.push({ code: 'command.unknownOp', op: `${op ?? ''}`.slice(0, 60), known: commandOps });
  if (!isObject(args)) problems.push({ code: 'command.shape', path: 'args', expected: '{ … }' });
  if (!isObject(expect)) problems.push({ code: 'command.shape', path: 'expect', expected: '{ … }' });
  else
    for (const [row, version] of Object.entries(expect))
      if (!/^[a-zA-Z]+:.+$/.test(row) || !count(version))
        problems.push({ code: 'command.shape', path: `expect.${row}`, expected: '0, 1, 2, …' });
  const [first, ...rest] = problems;
  return first === undefined
    ? ok({ op: op as string, args, expect: expect as Envelope['expect'] })
    : fail(first, ...rest);
}

/**
 * The command an envelope asks for, its names held against a model. All problems at once. What `revertTo` takes back is not known here:
 * its `later` is empty until the audit has been asked.
 */
export function parseCommand(
  { op, args }: Pick<Envelope, 'op' | 'args'>,
  names: EditNames,
): Result<ParsedCommand, Wrong> {
  if (deskOps.includes(op)) {
    const desk = parseDeskCommand(op, args);
    return desk.ok ? ok({ kind: 'desk', command: desk.value }) : desk;
  }
  const written: string[] = [];
  const problems: Wrong[] = [];
  const command = modelCommand(op, args, 'args', { names, written, problems });
  const [first, ...rest] = problems;
  if (first !== undefined) return fail(first, ...rest);
  return command === null
    ? fail({ code: 'command.unknownOp', op, known: commandOps })
    : ok({ kind: 'model', command, written });
}

type Reading = { readonly names: EditNames; readonly written: string[]; readonly problems: Wrong[] };

function modelCommand(op: string, given: unknown, path: string, reading: Reading): Command | null {
  const { names, written, problems } = reading;
  const wrong = (field: string, expected: string): null => {
    problems.push({ code: 'command.shape', path: field === '' ? path : `${path}.${field}`, expected });
    return null;
  };
  if (!isObject(given)) return wrong('', '{ … }');
  if ((editOps as readonly string[]).includes(op)) {
    const { year, ...fields } = given;
    if (!count(year) || year < 1900 || year > 2099) return wrong('year', '2025');
    const edits = parseEdits([{ ...fields, op }], names);
    if (!edits.ok) {
      problems.push(...edits.problems);
      return null;
    }
    const [edit] = edits.value;
    return edit === undefined ? null : { op: 'edit', year, edit };
  }
  switch (op) {
    case 'putRow': {
      if (!fieldsOf(given, ['table', 'row'], wrong)) return null;
      const table = tableIn(given['table'], problems);
      if (table === null) return null;
      const row = rowFromJson(table, given['row'], names);
      if (!row.ok) {
        problems.push(...row.problems);
        return null;
      }
      written.push(rowName(table, row.value.id));
      return { op, table, row: row.value } as Command;
    }
    case 'removeRow': {
      if (!fieldsOf(given, ['table', 'id'], wrong)) return null;
      const table = tableIn(given['table'], problems);
      const id = text(given['id']);
      if (id === null) return wrong('id', '…');
      if (table === null) return null;
      written.push(rowName(table, id));
      return { op, table, id };
    }
    case 'adoptVersion': {
      if (!fieldsOf(given, ['version'], wrong)) return null;
      const version = text(given['version']);
      return version === null ? wrong('version', '2025.recommended') : { op, version };
    }
    case 'adoptAlternative': {
      if (!fieldsOf(given, ['alternative'], wrong)) return null;
      const alternative = text(given['alternative']);
      if (alternative === null) return wrong('alternative', '2025.felles-legevakt');
      written.push(rowName('alternative', alternative));
      return { op, alternative };
    }
    case 'revertTo': {
      if (!fieldsOf(given, ['revision'], wrong)) return null;
      const { revision } = given;
      return count(revision) ? { op, revision, later: [] } : wrong('revision', '0, 1, 2, …');
    }
    case 'batch':
      return batch(given, path, reading, wrong);
    default:
      problems.push({ code: 'command.unknownOp', op: op.slice(0, 60), known: commandOps });
      return null;
  }
}

/** More than this is an import. */
const mostInBatch = 5_000;

function batch(
  given: Readonly<Record<string, unknown>>,
  path: string,
  reading: Reading,
  wrong: (field: string, expected: string) => null,
): Command | null {
  if (!fieldsOf(given, ['commands'], wrong)) return null;
  const { commands } = given;
  if (!Array.isArray(commands) || commands.length === 0 || commands.length > mostInBatch)
    return wrong('commands', `[1–${mostInBatch}]`);
  const read = commands.map((each: unknown, at): Command | null => {
    const place = `commands[${at}]`;
    if (!isObject(each) || Object.keys(each).some((field) => field !== 'op' && field !== 'args'))
      return wrong(place, '{ op, args }');
    const op = `${each['op']}`;
    // A batch of batches has no meaning of its own, and what a batch takes back could be its own beginning.
    return op === 'batch' || op === 'revertTo'
      ? wrong(`${place}.op`, 'putRow, removeRow, …')
      : modelCommand(op, each['args'] ?? {}, `${path}.${place}.args`, reading);
  });
  return read.some((each) => each === null) ? null : { op: 'batch', commands: read as readonly Command[] };
}

function tableIn(value: unknown, problems: Wrong[]): TableName | null {
  const table = tableNames.find((name) => name === value);
  if (table !== undefined) return table;
  problems.push({ code: 'command.unknownTable', table: `${value ?? ''}`.slice(0, 60), known: tableNames });
  return null;
}
