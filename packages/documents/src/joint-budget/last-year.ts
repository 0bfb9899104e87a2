import type { Inline } from '../tree/node.ts';
import { ref } from '../tree/say.ts';
import type { Context } from './context.ts';

/** «(6,4 mill. kr i 2024)»: last year's figure beside this year's, and in words that there was none. */
export function besideLastYear({ t, year, store }: Context, previous: string): readonly Inline[] {
  const { fact } = t.unit;
  return store.get(previous)?.value == null
    ? fact.noYear(year - 1)
    : fact.inYear(ref(previous, 'auto'), year - 1);
}
