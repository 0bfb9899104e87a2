import { existsSync, statSync } from 'node:fs';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { WrongUse } from './arguments.ts';
import { printProblems } from './output/problems.ts';

/** The model of a cooperation folder, or null after its problems are told. Throws WrongUse when there is no such folder. */
export function openCooperation(folder: string): IndexedModel | null {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUse(`Finner ikke mappen «${folder}».`);
  const result = readFolder(loadFolder(folder));
  if (result.ok) return indexModel(result.value);
  printProblems(result.problems);
  return null;
}
