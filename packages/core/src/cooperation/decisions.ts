import type { KeyRow } from '../model/rows.ts';
import type { IndexedModel } from './indexed-model.ts';

/** inForce: adopted by all, or no decision is registered; awaited: a council is missing; rejected: one said no. */
export type KeyStanding = 'inForce' | 'awaited' | 'rejected';

/** The councils of a case that have not adopted it, and whether one of them said no. */
export function caseState(
  index: IndexedModel,
  caseId: string,
): { readonly awaiting: readonly string[]; readonly rejectedBy: readonly string[] } {
  const councils = index.model.case.find(({ id }) => id === caseId)?.councils ?? [];
  const decisions = index.decisionsOf.get(caseId) ?? [];
  const resultOf = (party: string) => decisions.findLast((row) => row.party === party)?.result ?? 'awaited';
  return {
    awaiting: councils.filter((party) => resultOf(party) === 'awaited'),
    rejectedBy: councils.filter((party) => resultOf(party) === 'rejected'),
  };
}

/** The budget is put forward as if every council had adopted the key's case. (S-BUD-16) */
export const isAssumed = (index: IndexedModel, key: KeyRow): boolean =>
  index.model.case.find(({ id }) => id === key.case)?.assumed === true;

/** A key is in force when all who must have adopted it, or when no decision is registered («vedtak ikke registrert»). */
export function keyStanding(index: IndexedModel, key: KeyRow): KeyStanding {
  if (key.case === null) return 'inForce';
  const { awaiting, rejectedBy } = caseState(index, key.case);
  return rejectedBy.length > 0 ? 'rejected' : awaiting.length > 0 ? 'awaited' : 'inForce';
}
