import type { Fraction } from '../fraction/fraction.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** Which date of a register a key reads: the three rules agreements use, or a fixed day. */
export type DateRule = 'budgetYear-01-01' | 'previousYear-01-01' | 'previousYear-07-01' | Day;

/** A register read at a date: `by population on 1 July the year before, of those aged 0–15, average of 3 years`. */
export type RegisterReading = {
  readonly register: string;
  readonly date: DateRule;
  /** The part of the register, such as an age group `0-15`; null is the whole. */
  readonly group: string | null;
  /** Number of years whose register values are averaged, this date and the same date the years before; 1 is no average. */
  readonly average: number;
};

/** One step of a band tariff: whoever has at most `upTo` pays `amountOre` a year; the last step has no limit. */
export type Band = { readonly upTo: Fraction | null; readonly amountOre: Ore };

/**
 * A rule for who pays what, nestable. Every form divides the whole cost, except the tariffs (`bands`, `tariff`), whose fees are what
 * they are. Registers, parties and shares are checked when a key is parsed; what needs the year is checked when it is used.
 */
export type Key =
  /** «Fast del, likt per kommune». */
  | { readonly form: 'equal' }
  /** Agreed percentages; they sum to exactly 1. */
  | {
      readonly form: 'agreed';
      readonly shares: readonly { readonly party: string; readonly share: Fraction }[];
    }
  /** In proportion to a register. */
  | { readonly form: 'by'; readonly reading: RegisterReading }
  /** In proportion to use in a period: the year before, the budget year, or a year by number. */
  | {
      readonly form: 'usage';
      readonly register: string;
      readonly period: 'previousYear' | 'budgetYear' | number;
    }
  /** One party pays everything. */
  | { readonly form: 'direct'; readonly party: string }
  /** Fee by size; need not sum to the cost. */
  | { readonly form: 'bands'; readonly reading: RegisterReading; readonly bands: readonly Band[] }
  /** Base fee and a price per unit of a register; need not sum to the cost. */
  | {
      readonly form: 'tariff';
      readonly baseOre: Ore;
      readonly reading: RegisterReading;
      readonly priceOre: Ore;
    }
  /** The first `amountOre` of the cost by `below`, what exceeds it by `above`. */
  | { readonly form: 'threshold'; readonly amountOre: Ore; readonly below: Key; readonly above: Key }
  /** A party (null: every party) pays at most a share of the cost or an amount; the others take the rest by their own shares. */
  | { readonly form: 'cap' | 'floor'; readonly party: string | null; readonly limit: Limit; readonly of: Key }
  /** From one key to another over `years`: in year k of n, k/n by the new one. `firstYear` is year 1. */
  | {
      readonly form: 'phaseIn';
      readonly from: Key;
      readonly to: Key;
      readonly years: number;
      readonly firstYear: number;
    }
  /** Somebody outside pays first; `rest` divides what is left. */
  | {
      readonly form: 'external';
      readonly funder: string;
      readonly pays: ExternalPayment;
      readonly ceilingOre: Ore | null;
      readonly rest: Key;
    }
  /** Parts of the cost, each by its own key; the shares sum to exactly 1. */
  | { readonly form: 'parts'; readonly parts: readonly KeyPart[] };

export type KeyPart = { readonly share: Fraction; readonly key: Key };

/** Of the cost, or an amount a year. */
export type Limit = { readonly share: Fraction } | { readonly amountOre: Ore };

export type ExternalPayment =
  | { readonly share: Fraction }
  | { readonly amountOre: Ore }
  | { readonly priceOre: Ore; readonly reading: RegisterReading };
