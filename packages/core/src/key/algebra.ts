import type { Fraction } from '../fraction/fraction.ts';
import * as exact from '../fraction/fraction.ts';
import type { Origin, TableName } from '../model/rows.ts';

/** A row a number stands in, for the one who asks where it came from. */
export type Standing = {
  readonly table: TableName;
  readonly row: { readonly id: string; readonly origin?: Origin };
  readonly field: string;
};

/**
 * What the rules compute with. A rule is written once, over any algebra: with plain fractions on the normal path, which then pays nothing
 * for lineage, and with nodes that remember their inputs when somebody asks for an explanation. The two can never disagree.
 *
 * `code` names the sentence a person reads («the equal part»), `subject` whom or what it is about (a party, a register), or null. An
 * area that names its codes in a closed union (`Algebra<N, KeyNodeCode>`) cannot make a node without a text.
 */
export type Algebra<N, Code extends string = string> = {
  readonly value: (node: N) => Fraction;
  /** A number that stands in a row. */
  readonly given: (value: Fraction, code: Code, subject: string | null, standing: Standing) => N;
  /** A number that follows from the calendar or from counting; `detail` says how: `2025-01-01/2025-07-01`. */
  readonly fact: (value: Fraction, code: Code, subject: string | null, detail: string) => N;
  readonly sum: (terms: readonly N[], code: Code, subject: string | null) => N;
  /** from − amount */
  readonly difference: (from: N, amount: N, code: Code, subject: string | null) => N;
  readonly product: (factors: readonly N[], code: Code, subject: string | null) => N;
  /** dividend ÷ divisor; the divisor is never 0 (the rule checks first). */
  readonly quotient: (dividend: N, divisor: N, code: Code, subject: string | null) => N;
  readonly smaller: (a: N, b: N, code: Code, subject: string | null) => N;
  readonly larger: (a: N, b: N, code: Code, subject: string | null) => N;
  /** The nearest whole øre, halves away from zero. */
  readonly toOre: (node: N, code: Code, subject: string | null) => N;
};

/** The normal path: numbers without memory. */
export const plain: Algebra<Fraction> = {
  value: (node) => node,
  given: (value) => value,
  fact: (value) => value,
  sum: (terms) => exact.sumFractions(terms),
  difference: (from, amount) => exact.subtract(from, amount),
  product: (factors) => factors.reduce(exact.multiply),
  quotient: exact.divide,
  smaller: (a, b) => (exact.compare(a, b) <= 0 ? a : b),
  larger: (a, b) => (exact.compare(a, b) >= 0 ? a : b),
  toOre: (node) => exact.ofOre(exact.roundToOre(node)),
};
