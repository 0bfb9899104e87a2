import { existsSync, statSync } from 'node:fs';
import type { AnyProblem } from '@samstyr/contract/texts/sentence';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { ok, type Result } from '@samstyr/core/result/result';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { WrongUse } from './arguments.ts';
import { printProblems } from './output/problems.ts';

/** The model of a cooperation folder, or everything that is wrong in it. Throws WrongUse when there is no such folder. */
export function readCooperation(folder: string): Result<IndexedModel, AnyProblem> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUse(`Finner ikke mappen «${folder}».`);
  const result = readFolder(loadFolder(folder));
  return result.ok ? ok(indexModel(result.value)) : result;
}

/** The same, or null after its problems are told. */
export function openCooperation(folder: string): IndexedModel | null {
  const result = readCooperation(folder);
  if (result.ok) return result.value;
  printProblems(result.problems);
  return null;
}
