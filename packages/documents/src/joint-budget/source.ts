import type { Language } from '@samstyr/contract/texts/language';
import type { Cause, Overview, ServiceBudget } from '@samstyr/core/budget/view';
import type { Explanation } from '@samstyr/core/explain/node';
import type { Model } from '@samstyr/core/model/rows';

/** What the joint budget is made of; computed elsewhere, read here. */
export type BudgetSource = {
  readonly model: Model;
  readonly overview: Overview;
  readonly causes: readonly Cause[];
  readonly service: (version: string, service: string) => ServiceBudget | null;
  readonly explain: (figureId: string) => Explanation | null;
};

/** Which ids may not be shown: a set of figure ids, or anything that knows (`{ has: withheld.hides }`). Also asked for volume rows. */
export type Hidden = { has(id: string): boolean };

export type JointBudgetOptions = {
  readonly language: Language;
  readonly edition: 'internal' | 'public';
  readonly hidden: Hidden;
};
