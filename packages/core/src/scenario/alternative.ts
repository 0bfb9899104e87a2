import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { currentVersion } from '../cooperation/versions.ts';
import type { AlternativeRow } from '../model/alternative-row.ts';
import type { Model, VersionRow } from '../model/rows.ts';
import { fail, ok, type Result } from '../result/result.ts';
import { applyEdit } from './apply.ts';
import type { EditProblem } from './edit-problem.ts';
import { applyChanges, type RowChange } from './row-change.ts';

/** Why a saved alternative cannot be shown as a budget. */
export type AlternativeProblem =
  | { readonly code: 'alternative.unknown'; readonly alternative: string; readonly known: readonly string[] }
  /** What it builds on has moved on, so that a step of it can no longer be made. Steps are counted from 1. */
  | {
      readonly code: 'alternative.step';
      readonly alternative: string;
      readonly step: number;
      readonly count: number;
      readonly problem: EditProblem;
    };

/** A saved alternative as a budget of its own: the model it builds on, and the one its steps lead to. */
export type Alternative = {
  readonly row: AlternativeRow;
  readonly version: VersionRow;
  /** Both models have `version` as the one that counts in its year. */
  readonly base: Model;
  readonly model: Model;
  readonly changes: readonly RowChange[];
};

/** The budget a saved alternative is, by its id; or which of its steps can no longer be made, and why. Nothing is written. (S-ALT-02) */
export function withAlternative(index: IndexedModel, id: string): Result<Alternative, AlternativeProblem> {
  const rows = index.model.alternative;
  const row = rows.find((one) => one.id === id);
  const version = row === undefined ? undefined : index.version.get(row.base);
  if (row === undefined || version === undefined)
    return fail({ code: 'alternative.unknown', alternative: id, known: rows.map((one) => one.id) });
  const base = countingIn(index, version);
  const changes: RowChange[] = [];
  let model = base;
  for (const [at, edit] of row.edits.entries()) {
    const done = applyEdit(model, edit, version.year);
    if (!done.ok) {
      const [problem] = done.problems;
      return fail({
        code: 'alternative.step',
        alternative: row.name,
        step: at + 1,
        count: row.edits.length,
        problem,
      });
    }
    changes.push(...done.value);
    model = applyChanges(model, done.value);
  }
  return ok({ row, version, base, model, changes });
}

/** The model with a version as the one that counts in its year: others of the year are left out, but for those it builds on. */
function countingIn(index: IndexedModel, version: VersionRow): Model {
  const { model } = index;
  if (currentVersion(index, version.year)?.id === version.id) return model;
  const kept = new Set<string>();
  for (let one: VersionRow | undefined = version; one !== undefined && !kept.has(one.id); ) {
    kept.add(one.id);
    one = one.base === null ? undefined : index.version.get(one.base);
  }
  return {
    ...model,
    version: model.version.filter(({ id, year }) => year !== version.year || kept.has(id)),
  };
}
