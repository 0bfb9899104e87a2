import type { Edit } from './edit.ts';
import type { Origin } from './rows.ts';

/**
 * Another version of an open budget, put beside it: the steps that lead there from the version it builds on. Not copied rows: it follows
 * that version, and making it the budget is doing what is shown. (S-ALT-01)
 */
export type AlternativeRow = {
  readonly id: string;
  readonly origin?: Origin;
  readonly base: string;
  readonly name: string;
  readonly why: string | null;
  readonly edits: readonly Edit[];
};
