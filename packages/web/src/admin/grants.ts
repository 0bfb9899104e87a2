import type { WantedGrantJson } from '@samstyr/contract/api/admin-routes';
import type { Role } from '@samstyr/contract/api/fields';
import type { Language } from '@samstyr/contract/texts/language';
import { roleWords } from '@samstyr/contract/texts/source-text';
import type { Budget } from '../budget/budget.ts';

export const roles: readonly Role[] = [
  'controller',
  'unitLeader',
  'financeOfficer',
  'reader',
  'auditor',
  'grantOfficer',
  'administrator',
];

export const unitNameOf = ({ index }: Budget, id: string, language: Language): string => {
  const unit = index.unit.get(id);
  return (language === 'nn' ? unit?.nameNn : language === 'en' ? unit?.nameEn : null) ?? unit?.name ?? id;
};

/** The name a party has now, or had last. */
export const partyNameOf = ({ index }: Budget, party: string): string =>
  index.partyRows.get(party)?.at(-1)?.name ?? party;

/** `enhetsleder: VR NAV, VR Legevakt`: a role and what it is for. */
export function grantText(
  budget: Budget,
  { role, units, party }: WantedGrantJson,
  language: Language,
): string {
  const scope = [
    ...units.map((unit) => unitNameOf(budget, unit, language)),
    ...(party === null ? [] : [partyNameOf(budget, party)]),
  ];
  const word = roleWords[role][language];
  return scope.length === 0 ? word : `${word}: ${scope.join(', ')}`;
}
