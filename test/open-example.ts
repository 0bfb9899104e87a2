import { join } from 'node:path';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { readFolder } from '@samstyr/formats/folder/read-folder';

/** The folder of the example. */
export const exampleFolder = join(import.meta.dirname, '..', 'examples', 'vaernesregionen');

/** A cooperation folder that must be in order. */
export function openFolder(folder: string): IndexedModel {
  const result = readFolder(loadFolder(folder));
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return indexModel(result.value);
}
