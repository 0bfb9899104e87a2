import { existsSync, readFileSync } from 'node:fs';
import { parseEdits } from '@samstyr/contract/edits';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import type { Edit } from '@samstyr/core/model/edit';
import { type Alternative, withAlternative } from '@samstyr/core/scenario/alternative';
import { applyEdits } from '@samstyr/core/scenario/apply';
import { readPlainData } from '@samstyr/formats/yaml/plain-data';
import { WrongUse } from './arguments.ts';
import { printProblems } from './output/problems.ts';

/** The edits of a YAML or JSON file, or null after its problems are told. */
export function readEdits(index: IndexedModel, file: string): readonly Edit[] | null {
  if (!existsSync(file)) throw new WrongUse(`Finner ikke filen «${file}».`);
  const content = readPlainData(file, readFileSync(file));
  if (!content.ok) {
    printProblems(content.problems);
    return null;
  }
  const edits = parseEdits(content.value, {
    resolveParty: (text) => findParty(index, text),
    hasRegister: (name) => index.model.register.some(({ id }) => id === name),
    parties: [...index.partyRows.keys()],
  });
  if (edits.ok) return edits.value;
  printProblems(edits.problems);
  return null;
}

/** The model after a file of edits, or null after its problems are told. */
export function edited(index: IndexedModel, file: string, year: number): IndexedModel | null {
  const edits = readEdits(index, file);
  if (edits === null) return null;
  const result = applyEdits(index.model, edits, year);
  if (result.ok) return indexModel(result.value.model);
  printProblems(result.problems);
  return null;
}

/** A saved alternative of a year, or null after it is told why it cannot be shown. Throws WrongUse when it is of another year. */
export function savedAlternative(index: IndexedModel, id: string, year: number): Alternative | null {
  const found = withAlternative(index, id);
  if (!found.ok) {
    printProblems(found.problems);
    return null;
  }
  const { version, row } = found.value;
  if (version.year !== year)
    throw new WrongUse(`«${row.name}» bygger på ${version.id}. Skriv --year ${version.year}.`);
  return found.value;
}
