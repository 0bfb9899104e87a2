import { invariant } from '@samstyr/core/result/result';
import { createContext, useContext } from 'react';
import type { Tables } from '../server/context.ts';
import type { Budget } from './budget.ts';
import type { VersionProblem } from './shown-version.ts';

export const BudgetContext = createContext<Budget | null>(null);

/** The budget of the page one is on. */
export function useBudget(): Budget {
  const budget = useContext(BudgetContext);
  invariant(budget !== null, 'the page stands inside a cooperation');
  return budget;
}

/** Why the version the address asks for is not what is shown. */
export const StoppedContext = createContext<readonly VersionProblem[]>([]);

export const TablesContext = createContext<Pick<Tables, 'versions' | 'revision'> | null>(null);

/** Which version of a row one has in front of oneself: what a command expects. 0: there is none. */
export function useVersionOf(): (
  table: 'line' | 'change' | 'text' | 'case' | 'decision' | 'alternative',
  id: string,
) => number {
  const tables = useContext(TablesContext);
  const { index } = useBudget();
  invariant(tables !== null, 'the page stands inside a cooperation');
  return (table, id) => {
    const rows: readonly { readonly id: string }[] = index.model[table];
    return tables.versions[`${table}:${id}`] ?? (rows.some((row) => row.id === id) ? 1 : 0);
  };
}
