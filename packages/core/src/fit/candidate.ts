import type { Fraction } from '../fraction/fraction.ts';
import type { Key } from '../key/grammar.ts';
import type { Basis, RoundingMode } from '../model/rows.ts';
import { bySize, type Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** A key that gives the printed amounts, or lies within what they are rounded to. */
export type FitCandidate = {
  readonly key: Key;
  /** Null for a key without a register. */
  readonly register: string | null;
  readonly date: Day | null;
  readonly group: string | null;
  /** Number of years averaged; 1 is no average. */
  readonly average: number;
  /** The part shared equally; null where a key has none (agreed shares, a tariff). */
  readonly equalShare: Fraction | null;
  /** The largest distance between a printed amount and the key's exact one, before rounding. */
  readonly maxResidualOre: Ore;
  /** Whether rounding gives the printed amounts, every one. */
  readonly reproducesPrinted: boolean;
  /** The rounding that does; null when none does, and for a tariff, whose fees are rounded each by itself. */
  readonly rounding: {
    readonly unitOre: Ore;
    readonly mode: RoundingMode;
    /** Who takes the rest; null in largest remainder. */
    readonly host: string | null;
  } | null;
  /** How sure the register is; null without one. */
  readonly basis: Basis | null;
  /** Whether the register was itself worked out from shares. */
  readonly circular: boolean;
  /** 0 whole per cent, 1 half, 2 tenth, 3 only a fraction: the rounder, the likelier somebody agreed on it. */
  readonly roundness: number;
};

/** Dates an agreement names, those a budget drawn up the autumn before can have read first. */
const usualDates: readonly string[] = ['previousYear-01-01', 'previousYear-07-01', 'budgetYear-01-01'];

function dateRank({ key }: FitCandidate): number {
  const variable = key.form === 'parts' ? key.parts.at(-1)?.key : key;
  if (variable === undefined || !('reading' in variable)) return 0;
  const rule = usualDates.indexOf(variable.reading.date);
  return rule === -1 ? 2 : rule === 2 ? 1 : 0;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const first = (isFirst: boolean): number => (isFirst ? 0 : 1);

/**
 * Best first: gives the printed amounts · a rounder equal part · a register that is not derived · a date agreements name · fewer years
 * averaged · smaller residual · newer date · name.
 */
export const byEvidence = (a: FitCandidate, b: FitCandidate): number =>
  first(a.reproducesPrinted) - first(b.reproducesPrinted) ||
  a.roundness - b.roundness ||
  first(!a.circular) - first(!b.circular) ||
  dateRank(a) - dateRank(b) ||
  a.average - b.average ||
  bySize(a.maxResidualOre, b.maxResidualOre) ||
  byText(b.date ?? '', a.date ?? '') ||
  byText(`${a.register} ${a.group}`, `${b.register} ${b.group}`);

/** Whether two candidates are equally good evidence: both give the amounts (or neither does) with an equally round part. */
export const isTie = (a: FitCandidate, b: FitCandidate): boolean =>
  a.reproducesPrinted === b.reproducesPrinted && a.roundness === b.roundness;
