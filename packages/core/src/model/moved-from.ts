import type { ChangeRow, GrowthRow, LineRow } from './rows.ts';

/** What a change or growth moves from the year it is written for on to the year after `year`, or a contribution line taken out or shared. */
export type MovedFrom =
  | { readonly change: ChangeRow; readonly written: number; readonly year: number }
  | { readonly growth: GrowthRow; readonly year: number }
  | { readonly line: LineRow; readonly goesOut: boolean };
