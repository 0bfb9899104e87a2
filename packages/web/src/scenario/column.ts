import { alternativeProblemTexts } from '@samstyr/contract/texts/alternative-problems';
import { budgetProblemTexts } from '@samstyr/contract/texts/budget-problems';
import { editProblemTexts } from '@samstyr/contract/texts/edit-problems';
import type { Language } from '@samstyr/contract/texts/language';
import { tell } from '@samstyr/contract/texts/tell';
import type { BudgetProblem } from '@samstyr/core/budget/problems';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { Result } from '@samstyr/core/result/result';
import { type AlternativeProblem, withAlternative } from '@samstyr/core/scenario/alternative';
import type { EditProblem } from '@samstyr/core/scenario/edit-problem';
import { type WhatIf, whatIf } from '@samstyr/core/scenario/whatif';
import type { Budget } from '../budget/budget.ts';
import { hiddenBy, isKnown, type Step } from './step.ts';
import { type Part, partsOf } from './step-words.ts';

/** The columns beside the base. */
export const letters = ['a', 'b', 'c'] as const;

export type ColumnProblem = BudgetProblem | EditProblem | AlternativeProblem;

/** An alternative of the page: its steps and what they come to. */
export type Column = {
  readonly letter: string;
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  /** Services whose figures would be shown by what moves, and are hidden from this reader. */
  readonly hidden: readonly string[];
  /** Null: nothing to compute. */
  readonly result: Result<WhatIf, ColumnProblem> | null;
};

/** Computes the steps of a column, by the rows this reader has all of. */
export function columnOf(budget: Budget, known: IndexedModel, letter: string, said: readonly Step[]): Column {
  const steps = said.filter((one) => isKnown(budget, one));
  const parts = partsOf(budget, steps);
  const hidden = [...new Set(steps.flatMap((one) => hiddenBy(budget, one)))];
  const edits = parts.flatMap((part) => part.edits);
  const [first] = steps;
  // The step that stops a saved version is told by its number in it.
  const saved =
    steps.length === 1 && first?.step === 'saved' ? withAlternative(budget.index, first.id) : null;
  const result =
    hidden.length > 0 || edits.length === 0
      ? null
      : saved?.ok === false
        ? saved
        : whatIf(known.model, edits, { year: budget.year, rounding: 'agreement', index: known });
  return { letter, steps, parts, hidden, result };
}

export const columnProblemInWords = (problem: ColumnProblem, language: Language): string =>
  tell<ColumnProblem>(
    { ...budgetProblemTexts, ...editProblemTexts, ...alternativeProblemTexts },
    language,
    problem,
  );
