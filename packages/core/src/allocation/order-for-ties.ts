import type { PartyRow } from '../model/rows.ts';

/** A party as it is named in the year: its kommunenummer in force, where it has one. */
export type TieParty = Pick<PartyRow, 'party' | 'kommunenummer'>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lower kommunenummer first, as text so that `0301` keeps its zero; then those without a number, by slug. */
export function byTieOrder(a: TieParty, b: TieParty): number {
  if (a.kommunenummer === null || b.kommunenummer === null) {
    if (a.kommunenummer !== null) return -1;
    if (b.kommunenummer !== null) return 1;
    return compareText(a.party, b.party);
  }
  return compareText(a.kommunenummer, b.kommunenummer) || compareText(a.party, b.party);
}

/** Parties in the order that breaks ties, the same whatever order they are given in. (S-ALLOC-03) */
export const orderForTies = <P extends TieParty>(parties: readonly P[]): readonly P[] =>
  [...parties].sort(byTieOrder);
