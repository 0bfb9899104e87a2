import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { currentVersion } from '../cooperation/versions.ts';
import { fail, ok, type Result } from '../result/result.ts';
import { type AlternativeProblem, withAlternative } from '../scenario/alternative.ts';
import { type RowChange, remove } from '../scenario/row-change.ts';
import type { CommandProblem } from './command.ts';

/**
 * The steps of a saved alternative done in the version it builds on, and its row taken away. Refused when that is no longer the version that
 * counts: what is adopted stands, and what nobody reads is not written in. (S-ALT-04)
 */
export function adoptAlternative(
  index: IndexedModel,
  id: string,
): Result<readonly RowChange[], CommandProblem | AlternativeProblem> {
  const found = withAlternative(index, id);
  if (!found.ok) return found;
  const { row, version, changes } = found.value;
  const current = currentVersion(index, version.year);
  if (current !== null && current.id !== version.id)
    return fail({
      code: 'command.baseLeft',
      alternative: row.name,
      base: version.id,
      current: current.id,
    });
  return ok([...changes, remove('alternative', row)]);
}
