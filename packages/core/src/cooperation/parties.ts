import { byTieOrder, type TieParty } from '../allocation/order-for-ties.ts';
import type { ParticipationRow, PartyRow } from '../model/rows.ts';
import { covers, type Day, firstDayOf, overlaps } from '../period/day.ts';
import type { IndexedModel } from './indexed-model.ts';

/** How a party is named on a day: the row in force, else the nearest one. Null when the party does not exist. */
export function partyOn({ partyRows }: IndexedModel, party: string, date: Day): PartyRow | null {
  const rows = partyRows.get(party) ?? [];
  return (
    rows.find((row) => covers(row, date)) ??
    rows.findLast(({ until }) => until !== null && until <= date) ??
    rows[0] ??
    null
  );
}

/** Kommunenummer in force when the year begins, else the party's slug: how a party is written in ids and JSON. */
export const partyNumber = (index: IndexedModel, party: string, year: number): string =>
  partyOn(index, party, firstDayOf(year))?.kommunenummer ?? party;

/** The party a person means by a slug, a kommunenummer of any time, or a name; null when there is none or more than one. */
export function findParty({ model, partyRows }: IndexedModel, text: string): string | null {
  if (partyRows.has(text)) return text;
  const wanted = text.toLocaleLowerCase('nb');
  const found = new Set(
    model.party
      .filter(({ kommunenummer, name }) => kommunenummer === text || name.toLocaleLowerCase('nb') === wanted)
      .map(({ party }) => party),
  );
  const [party] = found;
  return found.size === 1 && party !== undefined ? party : null;
}

/**
 * Between equals the odd øre goes to the lower kommunenummer, so that row order never matters; those who have no number come after, by
 * slug. (S-ALLOC: the rule of the agreement's largest remainder)
 */
export function tieOrder(index: IndexedModel, year: number): (a: string, b: string) => number {
  const ranks = index.remembered(`tieOrder ${year}`, () => ranksIn(index, year));
  // A party the model does not know comes last: `validate` has said so.
  const rank = (party: string): number => ranks.get(party) ?? ranks.size;
  return (a, b) => rank(a) - rank(b);
}

function ranksIn(index: IndexedModel, year: number): ReadonlyMap<string, number> {
  const parties = [...index.partyRows.keys()].map(
    (party): TieParty => ({
      party,
      kommunenummer: partyOn(index, party, firstDayOf(year))?.kommunenummer ?? null,
    }),
  );
  return new Map(parties.sort(byTieOrder).map(({ party }, at) => [party, at]));
}

/** Who takes part in a service on a day. */
export const membersOn = (
  { participationOf }: IndexedModel,
  service: string,
  date: Day,
): readonly ParticipationRow[] => (participationOf.get(service) ?? []).filter((row) => covers(row, date));

/** Who takes part in a service on any day of a year, each party once. */
export function membersIn(
  { participationOf }: IndexedModel,
  service: string,
  year: number,
): ReadonlyMap<string, ParticipationRow> {
  const within = { from: firstDayOf(year), until: firstDayOf(year + 1) };
  const rows = (participationOf.get(service) ?? []).filter((row) => overlaps(row, within));
  return new Map(rows.map((row) => [row.party, row]));
}
