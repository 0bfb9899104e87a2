import { parseEdits } from '@samstyr/contract/edits';
import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';
import type { Edit } from '@samstyr/core/model/edit';
import { cleanText } from './clean-text.ts';
import type { Parties } from './read-cell.ts';

/**
 * The steps of a cell, or everything that is wrong with them. What a step names need not be there: what an alternative builds on may have
 * moved on since it was written, and that is said when it is shown.
 */
export function readEdits(
  raw: string,
  {
    column,
    place,
    parties,
  }: { readonly column: string; readonly place: Place; readonly parties: Parties | null },
): { readonly value: readonly Edit[] } | { readonly problems: readonly FileProblem[] } {
  const cleaned = cleanText(raw, column, place);
  if ('problem' in cleaned) return { problems: [cleaned.problem] };
  const read = parseEdits(fromJson(cleaned.text), {
    resolveParty: (text) => parties?.byNumber.get(text) ?? text,
    hasRegister: () => true,
    parties: [],
  });
  return read.ok
    ? read
    : { problems: read.problems.map((problem) => ({ code: 'cell.edits', place, column, problem })) };
}

/** What is no JSON is no list either, and is told so. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
