import { adminPages } from '../admin/admin-pages.ts';
import type { Me } from '../api/me.ts';
import type { Budget } from '../budget/budget.ts';
import type { MessageId } from '../texts/messages.ts';
import type { IconName } from './icons.tsx';

type Item = { readonly page: string; readonly icon: IconName; readonly name: MessageId };

type Group = { readonly name: MessageId; readonly items: readonly Item[] };

/** The one page of who reads what others than the municipalities pay, and nothing else. */
export const fundingPage = 'tilskudd';

const groups: readonly Group[] = [
  {
    name: 'menu.budget',
    items: [
      { page: '', icon: 'overview', name: 'menu.overview' },
      { page: 'runde', icon: 'round', name: 'menu.round' },
      { page: 'kommune', icon: 'municipality', name: 'menu.municipality' },
      { page: 'enhet', icon: 'unit', name: 'menu.unit' },
      { page: 'linjer', icon: 'lines', name: 'menu.lines' },
      { page: 'endringer', icon: 'changes', name: 'menu.changes' },
    ],
  },
  {
    name: 'menu.terms',
    items: [
      { page: 'nokkel', icon: 'key', name: 'menu.key' },
      { page: 'scenario', icon: 'scenario', name: 'menu.scenario' },
      { page: 'vedtak', icon: 'decisions', name: 'menu.decisions' },
      { page: fundingPage, icon: 'funding', name: 'menu.funding' },
    ],
  },
  {
    name: 'menu.outside',
    items: [
      { page: 'dokumenter', icon: 'documents', name: 'menu.documents' },
      { page: 'kontroll', icon: 'control', name: 'menu.control' },
    ],
  },
];

/** The pages of a cooperation as they stand in its menu: those a reader can open, with those of administration for who has something to do there. */
export function menuOf(me: Me, cooperation: string, scope: Budget['scope']): readonly Group[] {
  if (scope === 'funding')
    return groups.flatMap(({ name, items }) => {
      const own = items.filter(({ page }) => page === fundingPage);
      return own.length === 0 ? [] : [{ name, items: own }];
    });
  const admin = adminPages(me, cooperation);
  return admin.length === 0 ? groups : [...groups, { name: 'menu.admin', items: admin }];
}
