import type { Fraction } from '../fraction/fraction.ts';
import type { Basis, RoundingMode, TableName } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';

/** How a node's value follows from its inputs, in the order they stand. Enough for anybody to do the sum again. */
export type How =
  /** A number that stands in a row of a file. */
  | { readonly how: 'given' }
  /** A number that follows from the calendar or from counting; `detail` says which days or whom. */
  | { readonly how: 'fact'; readonly detail: string }
  | { readonly how: 'sum' | 'difference' | 'product' | 'quotient' | 'smaller' | 'larger' | 'toOre' }
  /** The input at `index` rounded together with all the others: the only rounding of a service's year. */
  | {
      readonly how: 'rounded';
      readonly index: number;
      readonly unitOre: Ore;
      readonly mode: RoundingMode;
      /** The input of the one who takes the rest; null in largest remainder, -1 when the host is no member. */
      readonly host: number | null;
    };

export type NodeUnit = 'ore' | 'share' | 'count' | 'days' | 'percent' | 'ratio';

/** One step of an explanation: data, whose words are made at the edge in three languages. */
export type ExplanationNode = {
  readonly id: string;
  /** The sentence it is told by, and whom or what it is about. */
  readonly code: string;
  readonly subject: string | null;
  readonly value: Fraction;
  readonly unit: NodeUnit;
  readonly how: How;
  readonly inputs: readonly string[];
  /** Where a given number is written. */
  readonly source: NodeSource | null;
  readonly register: {
    readonly register: string;
    readonly date: string;
    readonly published: string | null;
  } | null;
  readonly key: { readonly id: string; readonly standing: 'inForce' | 'awaited' | 'rejected' } | null;
  readonly legal: { readonly agreement: string; readonly paragraph: string | null } | null;
  /** A case's id; null: no decision is registered. Undefined where a decision is not to be expected. */
  readonly decision: { readonly case: string } | 'notRegistered' | null;
  readonly basis: Basis | null;
};

/** A field of a row. `at` is the line of the file it was read from; null when it came from a database or nobody has written it. */
export type NodeSource = {
  readonly table: TableName;
  readonly row: string;
  readonly field: string;
  readonly at: { readonly file: string; readonly line: number } | null;
};

/** A figure and everything it rests on: `nodes[root]` is the figure. */
export type Explanation = {
  readonly root: string;
  readonly nodes: { readonly [id: string]: ExplanationNode };
};
