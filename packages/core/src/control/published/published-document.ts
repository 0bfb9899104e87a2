/**
 * A number as printed, in millionths: every printed decimal is held exactly, and sums stay whole-number sums. What the millionths are
 * millionths of (kroner, thousand kroner, persons) is the table's business.
 */
export type Micro = bigint;

export const micro = 1_000_000n;

/**
 * Where something stands in the file. Everything counts from 1. `page` is null where the file has no pages, and the number of the sheet in a
 * workbook, where a cell has its address too: `Oversikt!C7`.
 */
export type Place = {
  readonly page: number | null;
  readonly line: number;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly address?: string;
};

/**
 * Empty, a dash and 0 are three different statements; only the last is a number. `unknown` is a figure that is held back or was not there to
 * print (`:` and `..` as official statistics write them): nothing can be said of a sum with one in it.
 */
export type CellState = 'empty' | 'dash' | 'unknown' | 'text' | 'number';

export type Cell = {
  readonly raw: string;
  readonly state: CellState;
  readonly value: Micro | null;
  readonly decimals: number;
  readonly isPercent: boolean;
  readonly place: Place;
};

export type PublishedRow = { readonly cells: readonly Cell[] };

/** How a dot before three digits was read, and on what grounds. */
export type DotReading = {
  readonly dot: 'thousands' | 'decimals';
  readonly evidence: 'severalDots' | 'threeDigits' | 'otherDecimals' | 'none';
};

/** A line above a table: marked as a heading, short enough to be one, or running text. Repeated ones name no table. */
export type Caption = {
  readonly text: string;
  readonly kind: 'marked' | 'short' | 'text';
  readonly isRepeated: boolean;
};

export type PublishedTable = {
  readonly ordinal: number;
  readonly place: Place;
  /** Every printed row, headers included; all rows have the same number of cells. */
  readonly rows: readonly PublishedRow[];
  /** Lines of text above the table that may name it, the nearest first. */
  readonly captions: readonly Caption[];
  readonly dotReading: DotReading;
};

/** A paragraph, list item or heading outside the tables. */
export type Paragraph = {
  readonly text: string;
  readonly place: Place;
  readonly isHeading: boolean;
};

export type PublishedDocument = {
  readonly language: 'nb' | 'nn' | 'en';
  readonly tables: readonly PublishedTable[];
  readonly paragraphs: readonly Paragraph[];
};
