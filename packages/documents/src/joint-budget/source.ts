import type { FolderReport } from '@samstyr/contract/json/check-folder';
import type { Language } from '@samstyr/contract/texts/language';
import type { Cause, Overview, ServiceBudget } from '@samstyr/core/budget/view';
import type { Explanation } from '@samstyr/core/explain/node';
import type { Model } from '@samstyr/core/model/rows';
import type { Result } from '@samstyr/core/result/result';
import type { Plan } from '@samstyr/core/scenario/plan';

/** What the joint budget is made of; computed elsewhere, read here. */
export type BudgetSource = {
  readonly model: Model;
  readonly overview: Overview;
  readonly causes: readonly Cause[];
  readonly service: (version: string, service: string) => ServiceBudget | null;
  readonly explain: (figureId: string) => Explanation | null;
  /** The four years from the budget year on, in fixed prices; or why there are none, in words. */
  readonly plan: Result<PlanView, string>;
  /** What a controller should look at, gravest first; asked for by the internal edition only. */
  readonly findings: (language: Language) => FolderReport['findings'];
};

export type PlanView = {
  readonly plan: Plan;
  /** Whether the parties' amounts in the years of the plan tell nothing that is hidden. */
  readonly isSafe: boolean;
};

/** How much of the budget a document has in it. */
export type Scope =
  | { readonly scope: 'full' }
  | { readonly scope: 'municipality'; readonly party: string }
  | { readonly scope: 'summary' };

/** Which ids may not be shown: a set of figure ids, or anything that knows (`{ has: withheld.hides }`). Also asked for volume rows. */
export type Hidden = { has(id: string): boolean };

export type JointBudgetOptions = {
  readonly language: Language;
  readonly edition: 'internal' | 'public';
  readonly hidden: Hidden;
  readonly scope: Scope;
  /** A short name of the content: the same content has the same, in every format. */
  readonly content: string;
};
