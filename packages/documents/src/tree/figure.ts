import type { Fraction } from '@samstyr/core/fraction/fraction';

/**
 * How a figure is written. `kr` whole kroner · `ore` kroner with two decimals · `kr1000` thousands whose
 * unit stands above · `thousand` the same amount in a text, `476 000 kr` · `mill1` with its unit
 * · `auto` mill. kr from a million on, else kr · `percent`, `percent1`, `share2` per cent with its own, one or two decimals · `count` · `price` kroner with as many decimals as a
 * calculation by hand needs.
 */
export type NumberFormat =
  | 'kr'
  | 'ore'
  | 'kr1000'
  | 'thousand'
  | 'mill1'
  | 'auto'
  | 'percent'
  | 'percent1'
  | 'share2'
  | 'count'
  | 'price';

/** minus: only reductions are signed · always: increases too · never: the size alone, where words say the direction. */
export type SignDisplay = 'minus' | 'always' | 'never';

/** A figure in a text or a cell: never digits, always a name. */
export type FigureRef = {
  readonly inline: 'figure';
  readonly figure: string;
  readonly format: NumberFormat;
  readonly sign: SignDisplay;
  /** Decimals of a price, a per cent or a count; elsewhere 0. */
  readonly decimals: number;
  /** The language of the sentence it stands in, where it is another than the document's. */
  readonly language?: 'nb' | 'nn' | 'en';
};

/** What stands where a number cannot: Statistics Norway's signs. */
export type Sign = 'absent' | 'missing' | 'withheld' | 'notMeaningful';

/** How a figure follows from others here; what a workbook makes a formula of. */
export type Relation =
  | { readonly op: 'sum'; readonly of: readonly string[] }
  | { readonly op: 'difference'; readonly from: string; readonly amount: string }
  /** 100 × part ÷ whole, of the whole's size. */
  | { readonly op: 'percent'; readonly part: string; readonly whole: string }
  | { readonly op: 'quotient'; readonly part: string; readonly whole: string }
  /** share per cent of a whole. */
  | { readonly op: 'shareOf'; readonly share: string; readonly whole: string }
  /** What is divided × own weight ÷ all weights. */
  | {
      readonly op: 'proportion';
      readonly divided: string;
      readonly weight: string;
      readonly weights: string;
    };

/** The figures a relation rests on, in the order it names them. */
export function relationInputs(relation: Relation): readonly string[] {
  switch (relation.op) {
    case 'sum':
      return relation.of;
    case 'difference':
      return [relation.from, relation.amount];
    case 'shareOf':
      return [relation.share, relation.whole];
    case 'proportion':
      return [relation.divided, relation.weight, relation.weights];
    default:
      return [relation.part, relation.whole];
  }
}

export type FigureUnit = 'ore' | 'count' | 'percent';

/** A number of the document: exact, once, with its name. */
export type Figure = {
  readonly id: string;
  /** What it is, for the one who hears it: «NAV, Selbu 2025». */
  readonly label: string;
  readonly unit: FigureUnit;
  /** Null: `why` stands instead. */
  readonly value: Fraction | null;
  readonly why: Sign | null;
  /** In whole 1 000 kr, rounded once for the whole document; null when it is printed in kroner only. */
  readonly thousands: bigint | null;
  /** In whole kroner where a table is rounded to them as a whole; null: the value itself. */
  readonly kroner: bigint | null;
  readonly provisional: boolean;
  readonly relation: Relation | null;
};
