import type { KeyProblem } from '@samstyr/core/key/key-problem';
import type { ModelProblem } from '@samstyr/core/model/model-problem';
import type { AmountProblem } from '@samstyr/core/money/kroner';
import type { EditFileProblem } from '../edit-problems.ts';

/** A place in a file, from 1: what an editor opens. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

type At = { readonly place: Place };
/** A cell that says something its column does not take; `column` is the column's name in the file. */
type InCell = At & { readonly column: string; readonly text: string };

export type Encoding = 'utf-16' | 'windows-1252' | 'binary';

/** Why a number or an amount is not read; the two readings of an ambiguous one are shown to the person who wrote it. */
export type NumberReason = AmountProblem;

/** A cell that says something its column does not take, or nothing where something must stand. */
export type CellProblem =
  | (At & { readonly code: 'cell.empty'; readonly column: string })
  | (At & {
      readonly code: 'cell.tooLong';
      readonly column: string;
      readonly length: number;
      readonly maximum: number;
    })
  | (InCell & {
      readonly code: 'cell.character';
      readonly character: string;
      readonly reason: 'control' | 'direction' | 'invisible';
    })
  | (InCell & { readonly code: 'cell.doubleEncoded'; readonly meant: string })
  | (InCell & {
      readonly code: 'cell.amount';
      readonly reason: NumberReason;
      readonly readings: readonly string[];
    })
  | (InCell & { readonly code: 'cell.thousands' })
  | (InCell & {
      readonly code: 'cell.number';
      readonly reason: NumberReason;
      readonly readings: readonly string[];
    })
  | (InCell & { readonly code: 'cell.share' })
  | (InCell & { readonly code: 'cell.integer'; readonly minimum: number })
  | (InCell & { readonly code: 'cell.year' })
  | (InCell & { readonly code: 'cell.day'; readonly reason: 'form' | 'noSuchDay' | 'outsideWindow' })
  | (InCell & { readonly code: 'cell.flag' })
  | (InCell & { readonly code: 'cell.choice'; readonly choices: readonly string[] })
  | (InCell & { readonly code: 'cell.slug'; readonly suggestion: string | null; readonly segments: number })
  | (InCell & { readonly code: 'cell.digits'; readonly length: number; readonly restored: string | null })
  | (InCell & { readonly code: 'cell.exponent' })
  | (InCell & { readonly code: 'cell.colour' })
  | (InCell & { readonly code: 'cell.unknownNumber'; readonly restored: string | null });

/**
 * Everything that can be wrong with the files of a cooperation folder. The order is the order of precedence.
 */
export type FileProblem =
  | (At & { readonly code: 'file.missing' })
  | (At & { readonly code: 'file.unknown'; readonly expected: readonly string[] })
  | (At & { readonly code: 'file.tooLarge'; readonly bytes: number; readonly maximum: number })
  | (At & { readonly code: 'file.encoding'; readonly encoding: Encoding })
  | (At & { readonly code: 'file.noFormat'; readonly found: string })
  | (At & { readonly code: 'file.otherFormat'; readonly found: string; readonly newest: number })
  | (At & { readonly code: 'csv.noHeader' })
  | (At & { readonly code: 'csv.unclosedQuote' })
  | (At & { readonly code: 'csv.strayQuote' })
  | (At & { readonly code: 'csv.cellCount'; readonly expected: number; readonly found: number })
  | (At & { readonly code: 'yaml.syntax'; readonly reason: string })
  | (At & { readonly code: 'yaml.twice'; readonly name: string })
  | (At & { readonly code: 'yaml.anchor' })
  | (At & { readonly code: 'yaml.tag'; readonly tag: string })
  | (At & {
      readonly code: 'yaml.shape';
      readonly expected: 'fields' | 'list' | 'text';
      readonly name: string | null;
    })
  | (At & { readonly code: 'narrative.beforeHeading'; readonly text: string })
  | (At & { readonly code: 'narrative.heading'; readonly text: string })
  | (At & {
      readonly code: 'column.unknown';
      readonly name: string;
      readonly expected: readonly string[];
      readonly near: string | null;
    })
  | (At & { readonly code: 'column.missing'; readonly name: string })
  | (At & { readonly code: 'column.twice'; readonly name: string })
  | CellProblem
  | (At & { readonly code: 'cell.key'; readonly column: string; readonly problem: KeyProblem })
  | (At & { readonly code: 'cell.edits'; readonly column: string; readonly problem: EditFileProblem })
  | (At & { readonly code: 'row.otherUnit'; readonly service: string; readonly unit: string })
  | (At & { readonly code: 'row.unknownRegister'; readonly register: string })
  /** What is wrong between rows, with the place of the row. */
  | (At & { readonly code: 'model'; readonly problem: ModelProblem });
