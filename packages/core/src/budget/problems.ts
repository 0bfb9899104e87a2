import type { DivideProblem } from '../key/key-problem.ts';
import type { Origin } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** What stops a budget from being computed. Codes and values; sentences are made at the edge. */
export type BudgetProblem =
  /** A cost to divide, and no key, nor any amounts of the members' own to divide by. */
  | {
      readonly code: 'budget.noKey';
      readonly service: string;
      readonly from: Day;
      readonly until: Day;
      readonly amountOre: Ore;
      readonly at: Origin | null;
    }
  /** A key and a cost, and nobody takes part. */
  | {
      readonly code: 'budget.noMembers';
      readonly service: string;
      readonly from: Day;
      readonly until: Day;
      readonly at: Origin | null;
    }
  /** A volume in a period without a price. */
  | {
      readonly code: 'volume.noPrice';
      readonly service: string;
      readonly party: string;
      readonly measure: string;
      readonly from: Day;
      readonly until: Day;
      readonly at: Origin | null;
    }
  /** No version of the year. */
  | { readonly code: 'budget.noVersion'; readonly year: number; readonly known: readonly number[] }
  | { readonly code: 'budget.noAmounts'; readonly service: string; readonly year: number }
  | { readonly code: 'budget.unknownParty'; readonly party: string; readonly known: readonly string[] }
  /** What stops a service, with which service it was. */
  | {
      readonly code: 'budget.service';
      readonly service: string;
      readonly version: string;
      readonly problem: DivideProblem;
    };
