import type { BudgetProblem } from '../budget/problems.ts';
import type { Edit } from '../model/edit.ts';
import type { ModelProblem } from '../model/model-problem.ts';
import type { TableName, Tables } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { AlternativeProblem } from '../scenario/alternative.ts';
import type { EditProblem } from '../scenario/edit-problem.ts';
import type { RowChange } from '../scenario/row-change.ts';

/** A row of any table, with the table's name. The compiler holds the two together. */
export type TableRow = {
  readonly [T in TableName]: { readonly table: T; readonly row: Tables[T] };
}[TableName];

/** What a person can ask to be done with a cooperation. Each is a pure function from a model to the rows it changes. */
export type Command =
  /** A step of the edit language, in the open version of a year. */
  | { readonly op: 'edit'; readonly year: number; readonly edit: Edit }
  /** A row as a person has written it, new or over the one with its id. */
  | ({ readonly op: 'putRow' } & TableRow)
  | { readonly op: 'removeRow'; readonly table: TableName; readonly id: string }
  /** The computed figures of a version become facts that nothing moves. */
  | { readonly op: 'adoptVersion'; readonly version: string }
  /** A saved alternative becomes the open budget it builds on. */
  | { readonly op: 'adoptAlternative'; readonly alternative: string }
  /** Everything done after a revision is taken back; `later` is what was done, oldest first. */
  | { readonly op: 'revertTo'; readonly revision: number; readonly later: readonly RowChange[] }
  /** Several in one: all of them or none. */
  | { readonly op: 'batch'; readonly commands: readonly Command[] };

/** Why a command is refused. */
export type CommandProblem =
  | { readonly code: 'command.unknownRow'; readonly table: TableName; readonly id: string }
  | { readonly code: 'command.unknownVersion'; readonly version: string; readonly known: readonly string[] }
  | { readonly code: 'command.versionLocked'; readonly version: string; readonly by: string }
  | { readonly code: 'command.nothingToAdopt'; readonly version: string }
  /** Another version counts in the year than the one an alternative builds on. */
  | {
      readonly code: 'command.baseLeft';
      readonly alternative: string;
      readonly base: string;
      readonly current: string;
    }
  | { readonly code: 'command.frameTwice'; readonly version: string; readonly unit: string }
  | {
      readonly code: 'command.overFrame';
      readonly version: string;
      readonly unit: string;
      readonly frameOre: Ore;
      readonly usedOre: Ore;
    };

export type AnyCommandProblem =
  | CommandProblem
  | EditProblem
  | AlternativeProblem
  | BudgetProblem
  | ModelProblem;
