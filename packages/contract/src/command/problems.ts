import type { AnyCommandProblem } from '@samstyr/core/command/command';
import type { EditFileProblem } from '../edit-problems.ts';
import type { FileProblem } from '../folder/file-problem.ts';
import type { JsonRow, RowProblem } from '../tables/row-json.ts';

/** What is wrong with a command as it was sent, before anything is tried, or with when it was sent. */
export type EnvelopeProblem =
  | { readonly code: 'command.shape'; readonly path: string; readonly expected: string }
  | { readonly code: 'command.unknownOp'; readonly op: string; readonly known: readonly string[] }
  | { readonly code: 'command.unknownTable'; readonly table: string; readonly known: readonly string[] }
  /** A row that is there is written over only by who says which version of it they saw. */
  | {
      readonly code: 'command.expectMissing';
      readonly table: string;
      readonly id: string;
      readonly version: number;
    }
  | StaleProblem
  | { readonly code: 'command.keyReused'; readonly key: string }
  | { readonly code: 'command.unknownRevision'; readonly revision: number; readonly newest: number }
  /** A cell no cooperation folder could hold. */
  | {
      readonly code: 'command.cell';
      readonly table: string;
      readonly id: string;
      readonly field: string;
      readonly problem: FileProblem;
    }
  | { readonly code: 'store.unknownCooperation'; readonly name: string }
  | { readonly code: 'store.nameTaken'; readonly name: string };

/** Somebody else was first. `base` is the row as the sender saw it, `theirs` as it is, `yours` as it would have become; null: no such row. */
export type StaleProblem = {
  readonly code: 'command.stale';
  readonly table: string;
  readonly id: string;
  readonly expected: number;
  readonly actual: number;
  readonly base: JsonRow | null;
  readonly theirs: JsonRow | null;
  readonly yours: JsonRow | null;
};

/** Everything a command can be refused for. */
export type RefusedCommand = EnvelopeProblem | AnyCommandProblem | EditFileProblem | RowProblem;
