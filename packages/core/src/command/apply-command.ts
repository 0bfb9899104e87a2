import { outliers } from '../control/outlier.ts';
import { indexModel } from '../cooperation/indexed-model.ts';
import type { Model, TableName, Tables } from '../model/rows.ts';
import { validate } from '../model/validate.ts';
import { fail, ok, type Result, unless } from '../result/result.ts';
import { applyEdit } from '../scenario/apply.ts';
import { applyChanges, type RowChange, remove, write } from '../scenario/row-change.ts';
import { adopt } from './adopt.ts';
import { adoptAlternative } from './adopt-alternative.ts';
import type { AnyCommandProblem, Command } from './command.ts';
import { frameProblems } from './frames.ts';
import { lockProblems } from './lock.ts';

/** What a command does: the model after it, and each row it changed once, as it was and as it is. */
export type Applied = { readonly model: Model; readonly changes: readonly RowChange[] };

/**
 * Does a command to a model. Refused with everything that is wrong when it writes in a locked version, breaks a frame, or leaves a model
 * whose rows do not fit together. Pure: the model is not touched. (S-STORE-10 to S-STORE-13)
 */
export function applyCommand(model: Model, command: Command): Result<Applied, AnyCommandProblem> {
  const done = perform(model, command);
  if (!done.ok) return done;
  const changes = netChanges(model, done.value);
  const after = applyChanges(model, changes);
  const problems = [
    ...lockProblems(indexModel(model), changes),
    ...frameProblems(after),
    ...validate(after),
    ...outliers(after),
  ];
  return unless(problems, () => ({ model: after, changes }));
}

function perform(model: Model, command: Command): Result<readonly RowChange[], AnyCommandProblem> {
  switch (command.op) {
    case 'edit':
      return applyEdit(model, command.edit, command.year);
    case 'putRow': {
      const { table, row } = command;
      return ok([write(table, rowOf(model, table, row.id) as never, row as never)]);
    }
    case 'removeRow': {
      const { table, id } = command;
      const before = rowOf(model, table, id);
      return before === null
        ? fail({ code: 'command.unknownRow', table, id })
        : ok([remove(table, before as never)]);
    }
    case 'adoptVersion':
      return adopt(indexModel(model), command.version);
    case 'adoptAlternative':
      return adoptAlternative(indexModel(model), command.alternative);
    case 'revertTo':
      return ok(back(model, command.later));
    case 'batch': {
      const changes: RowChange[] = [];
      let after = model;
      for (const each of command.commands) {
        const done = perform(after, each);
        if (!done.ok) return done;
        changes.push(...done.value);
        after = applyChanges(after, done.value);
      }
      return ok(changes);
    }
  }
}

const rowOf = <T extends TableName>(model: Model, table: T, id: string): Tables[T] | null =>
  (model[table] as readonly Tables[T][]).find((row) => row.id === id) ?? null;

/** Each row as it was before the first of the changes. */
function back(model: Model, later: readonly RowChange[]): readonly RowChange[] {
  const first = new Map<string, RowChange>();
  for (const change of later) {
    const key = `${change.table} ${change.id}`;
    if (!first.has(key)) first.set(key, change);
  }
  return [...first.values()].map(
    ({ table, id, before }) => ({ table, id, before: rowOf(model, table, id), after: before }) as RowChange,
  );
}

/** One change for each row, however often it was written on the way, and none for a row that is as it was or came and went. */
function netChanges(model: Model, changes: readonly RowChange[]): readonly RowChange[] {
  const last = new Map<string, RowChange>();
  for (const change of changes) last.set(`${change.table} ${change.id}`, change);
  return [...last.values()].flatMap(({ table, id, after }): readonly RowChange[] => {
    const before = rowOf(model, table, id);
    return before === null && after === null ? [] : [{ table, id, before, after } as RowChange];
  });
}
