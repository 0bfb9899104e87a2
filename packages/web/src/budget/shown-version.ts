import type { BudgetProblem } from '@samstyr/core/budget/problems';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type AlternativeProblem, withAlternative } from '@samstyr/core/scenario/alternative';
import type { Tables } from '../server/context.ts';
import { type Budget, budgetOf } from './budget.ts';

/** The part of an address that names a version saved beside the budget. */
export const versionInAddress = 'versjon';

/** Why a version cannot be shown. */
export type VersionProblem = BudgetProblem | AlternativeProblem;

/** The year's budget, or a version saved beside it, as the address of the overview asks; or why that cannot be shown. (S-WEB-55) */
export function shownVersion(
  tables: Pick<Tables, 'scope' | 'model' | 'hidden' | 'seen'>,
  year: number,
  id: string | null,
): Result<Budget, VersionProblem> {
  if (id === null || id === '') return budgetOf(tables, year);
  const found = withAlternative(indexModel(tables.model), id);
  if (!found.ok) return found;
  const { row, version, model } = found.value;
  if (version.year !== year) return fail({ code: 'alternative.unknown', alternative: id, known: [] });
  const budget = budgetOf({ ...tables, model }, year);
  return budget.ok ? ok({ ...budget.value, alternative: row }) : budget;
}
