import { existsSync, statSync } from 'node:fs';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { keyValue } from '@samstyr/core/key/key-value';
import { parseKey } from '@samstyr/core/key/parse-key';
import { validate } from '@samstyr/core/model/validate';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { WrongUse } from './arguments.ts';
import { type AnyProblem, printProblems } from './output/problems.ts';

/** How keys are read and written in a folder. */
export const keyForm = { parse: parseKey, write: keyValue };

/** The model of a cooperation folder, or null after its problems are told. Throws WrongUse when there is no such folder. */
export function openCooperation(folder: string): IndexedModel | null {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUse(`Finner ikke mappen «${folder}».`);
  const result = readFolder(loadFolder(folder), keyForm);
  if (!result.ok) return refused(result.problems);
  const wrong = validate(result.value);
  return wrong.length > 0 ? refused(wrong) : indexModel(result.value);
}

function refused(problems: readonly AnyProblem[]): null {
  printProblems(problems);
  return null;
}
