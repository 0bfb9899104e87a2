import type { Edit, EditOf, EditOp } from '../model/edit.ts';
import type { Model } from '../model/rows.ts';
import { ok, type Result } from '../result/result.ts';
import { type EditContext, editContext } from './context.ts';
import type { EditProblem } from './edit-problem.ts';
import { addChange, addGrowth, removeChange, setAmount, setGrowth, setVolume } from './edits/amounts.ts';
import { recordDecision, setAvoidable, setRegisterValue } from './edits/facts.ts';
import { setExternal, setKey, setRegisterDate } from './edits/keys.ts';
import { join, leave } from './edits/members.ts';
import { applyChanges, type RowChange } from './row-change.ts';

/** What each operation does; the compiler checks that none is missing. */
const operations: {
  readonly [O in EditOp]: (
    context: EditContext,
    edit: EditOf<O>,
  ) => Result<readonly RowChange[], EditProblem>;
} = {
  setKey,
  setRegisterDate,
  setRegisterValue,
  leave,
  join,
  setGrowth,
  addGrowth,
  addChange,
  removeChange,
  setAmount,
  setVolume,
  setExternal,
  setAvoidable,
  recordDecision,
};

/** What an edit does to the rows of a model, in the version of a year that is open. Pure: the model is not touched. */
export function applyEdit(model: Model, edit: Edit, year: number): Result<readonly RowChange[], EditProblem> {
  const operation = operations[edit.op] as (
    context: EditContext,
    edit: Edit,
  ) => Result<readonly RowChange[], EditProblem>;
  return operation(editContext(model, year), edit);
}

/** Edits one after the other: the model after them all, and everything that was changed on the way. Stops at the first that cannot be made. */
export function applyEdits(
  model: Model,
  edits: readonly Edit[],
  year: number,
): Result<{ readonly model: Model; readonly changes: readonly RowChange[] }, EditProblem> {
  let after = model;
  const changes: RowChange[] = [];
  for (const edit of edits) {
    const result = applyEdit(after, edit, year);
    if (!result.ok) return result;
    changes.push(...result.value);
    after = applyChanges(after, result.value);
  }
  return ok({ model: after, changes });
}
