import type { Language } from '@samstyr/contract/texts/language';
import type { Me } from '../api/me.ts';
import { type Budget, nameIn } from '../budget/budget.ts';
import type { MessageId } from '../texts/messages.ts';

type Work = {
  readonly text: MessageId;
  readonly values: { readonly [name: string]: string };
  /** Where it waits: `runde`. */
  readonly page: string;
};

/** Where somebody's own work waits, by the first role they have that has any. */
export function workOf(me: Me, cooperation: string, budget: Budget, language: Language): Work {
  const grants = me?.grants.filter((grant) => grant.cooperation === cooperation) ?? [];
  const of = (role: string) => grants.find((grant) => grant.role === role);
  const leader = of('unitLeader');
  const unit = budget.index.unit.get(leader?.units[0] ?? '');
  const party = budget.overview.parties.find((one) => one.party === of('financeOfficer')?.party);
  if (of('controller') !== undefined) return { text: 'tour.controller', values: {}, page: 'runde' };
  if (unit !== undefined)
    return { text: 'tour.unitLeader', values: { unit: nameIn(unit, language) }, page: `linjer/${unit.id}` };
  if (party !== undefined)
    return {
      text: 'tour.financeOfficer',
      values: { party: party.name },
      page: `kommune/${party.number}`,
    };
  if (of('administrator') !== undefined)
    return { text: 'tour.administrator', values: {}, page: 'administrasjon' };
  if (of('auditor') !== undefined) return { text: 'tour.auditor', values: {}, page: 'administrasjon/logg' };
  return { text: 'tour.reader', values: {}, page: 'kommune' };
}
