import { invariant } from '@samstyr/core/result/result';
import { createContext, useContext } from 'react';
import type { Budget } from './budget.ts';

export const BudgetContext = createContext<Budget | null>(null);

/** The budget of the page one is on. */
export function useBudget(): Budget {
  const budget = useContext(BudgetContext);
  invariant(budget !== null, 'the page stands inside a cooperation');
  return budget;
}
