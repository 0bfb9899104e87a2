import type { DeskCommand } from '@samstyr/contract/command/desk-command';
import { rowName } from '@samstyr/contract/command/envelope';
import type { EnvelopeProblem } from '@samstyr/contract/command/problems';
import type { DeskTableName } from '@samstyr/contract/desk/desk-tables';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { cleanText } from '@samstyr/formats/cell/clean-text';
import type pg from 'pg';
import type { Wanted } from './commit.ts';
import { readRows } from './rows.ts';
import type { RowStand } from './store.ts';

type Outside = {
  readonly who: string;
  readonly at: string;
  /** For a new row. */
  readonly id: string;
  readonly units: readonly string[];
};

type Desk = {
  readonly wanted: readonly Wanted[];
  readonly stands: ReadonlyMap<string, RowStand>;
  readonly written: readonly string[];
};

/** What a command about comments or tasks does to their rows. */
export async function deskChanges(
  client: pg.ClientBase,
  command: DeskCommand,
  { who, at, id: newId, units }: Outside,
): Promise<Result<Desk, EnvelopeProblem>> {
  const table: DeskTableName = command.op === 'putTask' ? 'task' : 'comment';
  const rows = await readRows(client, table);
  const stands = new Map(
    rows.map(({ row, version, position }) => [rowName(table, `${row['id']}`), { version, position }]),
  );
  const rowOf = (id: string) => rows.find(({ row }) => row['id'] === id)?.row ?? null;
  const done = (
    id: string,
    before: Wanted['before'],
    after: Wanted['after'],
  ): Result<Desk, EnvelopeProblem> => {
    const problems = unclean(table, id, after ?? {});
    const [first, ...rest] = problems;
    return first === undefined
      ? ok({ wanted: [{ table, id, before, after }], stands, written: [rowName(table, id)] })
      : fail(first, ...rest);
  };
  const noUnit = (unit: string): Result<Desk, EnvelopeProblem> =>
    fail({
      code: 'command.shape',
      path: 'args.unit',
      expected: units.includes(unit) ? unit : units.join(', '),
    });
  switch (command.op) {
    case 'addComment': {
      const { unit, about, body } = command;
      if (!units.includes(unit)) return noUnit(unit);
      return done(newId, null, {
        id: newId,
        unit,
        about,
        author: who,
        writtenAt: at,
        body: body.normalize('NFC').trim(),
        resolved: false,
      });
    }
    case 'resolveComment': {
      const before = rowOf(command.id);
      return before === null
        ? fail({ code: 'command.shape', path: 'args.id', expected: '…' })
        : done(command.id, before, { ...before, resolved: command.resolved });
    }
    case 'putTask': {
      const { id: given, task } = command;
      if (!units.includes(task.unit)) return noUnit(task.unit);
      const before = given === null ? null : rowOf(given);
      if (given !== null && before === null)
        return fail({ code: 'command.shape', path: 'args.id', expected: 'null' });
      const id = given ?? newId;
      return done(id, before, { id, ...task });
    }
  }
}

/** Texts with characters nobody can see. */
function unclean(table: string, id: string, row: NonNullable<Wanted['after']>): readonly EnvelopeProblem[] {
  return Object.entries(row).flatMap(([field, value]): readonly EnvelopeProblem[] => {
    if (typeof value !== 'string') return [];
    const read = cleanText(value, field, { file: table, line: 1, column: 1 });
    return 'problem' in read ? [{ code: 'command.cell', table, id, field, problem: read.problem }] : [];
  });
}
