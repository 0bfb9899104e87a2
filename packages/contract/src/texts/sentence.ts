import type { BudgetProblem } from '@samstyr/core/budget/problems';
import type { DisclosureProblem } from '@samstyr/core/disclosure/problem';
import type { ExplainProblem } from '@samstyr/core/explain/explain';
import type { AlternativeProblem } from '@samstyr/core/scenario/alternative';
import type { EditProblem } from '@samstyr/core/scenario/edit-problem';
import type { RollProblem } from '@samstyr/core/scenario/roll';
import type { EditFileProblem } from '../edit-problems.ts';
import type { FileProblem } from '../folder/file-problem.ts';
import { alternativeProblemTexts } from './alternative-problems.ts';
import { budgetProblemTexts } from './budget-problems.ts';
import { disclosureTexts } from './disclosure.ts';
import { editFileProblemTexts } from './edit-file-problems.ts';
import { editProblemTexts } from './edit-problems.ts';
import { explainTexts } from './explain-problems.ts';
import type { Language, Texts } from './language.ts';
import { fileProblemLine } from './problem-sentence.ts';
import { rollProblemTexts } from './roll.ts';
import { type FolderProblem, folderProblemTexts } from './save-problems.ts';
import { tell } from './tell.ts';

/** Everything a person can be told is wrong. */
export type AnyProblem =
  | FileProblem
  | BudgetProblem
  | EditProblem
  | AlternativeProblem
  | EditFileProblem
  | ExplainProblem
  | DisclosureProblem
  | RollProblem
  | FolderProblem;

type Told = Exclude<AnyProblem, FileProblem>;
const texts: Texts<Told> = {
  ...budgetProblemTexts,
  ...editProblemTexts,
  ...alternativeProblemTexts,
  ...editFileProblemTexts,
  ...explainTexts,
  ...disclosureTexts,
  ...rollProblemTexts,
  ...folderProblemTexts,
};

/** The sentence of a problem; one that was found in a file begins with its place. */
export const sentence = (problem: AnyProblem, language: Language): string =>
  'place' in problem ? fileProblemLine(problem, language) : tell(texts, language, problem);
