import type { ModelProblem } from '@samstyr/core/model/model-problem';
import type { FileProblem } from '../folder/file-problem.ts';
import { editFileProblemTexts } from './edit-file-problems.ts';
import { fileProblemTexts } from './folder-problems.ts';
import { keyTexts } from './key.ts';
import type { Language } from './language.ts';
import { modelProblemTexts } from './model-problems.ts';
import { tell } from './tell.ts';

/** What is wrong with a model, in words. */
export function modelProblemSentence(problem: ModelProblem, language: Language): string {
  if (problem.code === 'key.invalid') return tell(keyTexts, language, problem.problem);
  return tell(modelProblemTexts, language, problem);
}

/** What is wrong with a file, in words: what stood there, what was expected, and what to do. */
export function fileProblemSentence(problem: FileProblem, language: Language): string {
  if (problem.code === 'model') return modelProblemSentence(problem.problem, language);
  if (problem.code === 'cell.key') return tell(keyTexts, language, problem.problem);
  if (problem.code === 'cell.edits') return tell(editFileProblemTexts, language, problem.problem);
  return tell(fileProblemTexts, language, problem);
}

/** The innermost code: what is the case, wherever it was found. */
export function fileProblemCode(problem: FileProblem): string {
  const inner = problem.code === 'model' ? problem.problem : problem;
  return inner.code === 'cell.key' || inner.code === 'cell.edits' || inner.code === 'key.invalid'
    ? inner.problem.code
    : inner.code;
}

/** `parties.csv:4:12: Kommunenummer …`: a line an editor and a person can follow. */
export const fileProblemLine = (problem: FileProblem, language: Language): string =>
  `${problem.place.file}:${problem.place.line}:${problem.place.column}: ${fileProblemSentence(problem, language)}`;
