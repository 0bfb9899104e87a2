import { keyValue } from '../key/key-value.ts';
import { parseKey } from '../key/parse-key.ts';
import type { ModelProblem } from './model-problem.ts';
import { rowPlace } from './row-place.ts';
import type { Model } from './rows.ts';

/** Keys share out the whole, to parties and by registers that are there: held to what a key from a file is held to when it is read. */
export function keyProblems(model: Model): readonly ModelProblem[] {
  const parties = new Set(model.party.map(({ party }) => party));
  const registers = new Set(model.register.map(({ id }) => id));
  const names = {
    resolveParty: (text: string) => (parties.has(text) ? text : null),
    hasRegister: (name: string) => registers.has(name),
  };
  return model.key.flatMap((row): readonly ModelProblem[] => {
    const read = parseKey(keyValue(row.key), names);
    if (read.ok) return [];
    const at = rowPlace('key', row, 'key');
    return read.problems.map((problem) => ({ code: 'key.invalid', at, problem }));
  });
}
