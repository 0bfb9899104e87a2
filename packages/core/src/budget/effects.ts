import * as exact from '../fraction/fraction.ts';
import type { Algebra } from '../key/algebra.ts';
import type { MovedFrom } from '../model/moved-from.ts';
import type { ChangeRow, GrowthRow } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import { type Day, monthOf, yearOf } from '../period/day.ts';
import type { BudgetNodeCode } from './budget-node.ts';

const months = (from: number, until: number): exact.Fraction => exact.fraction(BigInt(until - from), 12n);

/**
 * The months of a year in which something that starts on `from` and ends on `until` counts: the month it starts in counts whole, the month
 * it ends in does not. Growth and changes count months; members and keys count days. (R10)
 */
function monthsInYear(
  from: Day | null,
  until: Day | null,
  year: number,
): { readonly start: number; readonly end: number } | null {
  const start = from === null || yearOf(from) < year ? 1 : yearOf(from) > year ? 13 : monthOf(from);
  const end = until === null || yearOf(until) > year ? 13 : yearOf(until) < year ? 1 : monthOf(until);
  return start < end ? { start, end } : null;
}

/** Whether somebody has said yes to it. */
export const changeCounts = ({ status }: ChangeRow): boolean =>
  status === 'accepted' || status === 'adjusted';

/** Whether a change counts in any month of a year, whatever it costs. */
export const changeIsInYear = ({ from, until }: ChangeRow, year: number): boolean =>
  monthsInYear(from, until, year) !== null;

/**
 * What a change adds to a year, in whole øre: its amount for a full year, or the months of the year in which it counts; a one-off as it
 * stands in the year it falls in. Null when it adds nothing: not accepted, not priced, or outside the year.
 */
export function changeEffect<N>(
  change: ChangeRow,
  year: number,
  algebra: Algebra<N, BudgetNodeCode>,
): N | null {
  if (!changeCounts(change) || change.amountOre === null) return null;
  const period = monthsInYear(change.from, change.until, year);
  if (period === null) return null;
  const amount = statedAmount(change, change.amountOre, algebra);
  if (change.oneOff) return change.from === null || yearOf(change.from) === year ? amount : null;
  if (period.start === 1 && period.end === 13) return amount;
  const part = algebra.fact(
    months(period.start, period.end),
    'effect.months',
    null,
    `${change.from ?? ''}/${change.until ?? ''}`,
  );
  return algebra.toOre(
    algebra.product([amount, part], 'change.partOfYear', change.id),
    'change.yearEffect',
    change.id,
  );
}

/** Year effect = base × rate × (13 − month)/12, in whole øre. Null when there is no base (an assumption without a price) or no effect. (P04, R10) */
export function growthEffect<N>(
  growth: GrowthRow,
  year: number,
  algebra: Algebra<N, BudgetNodeCode>,
): N | null {
  if (growth.baseOre === null) return null;
  const period = monthsInYear(growth.from, null, year);
  if (period === null || yearOf(growth.from) < year) return null;
  const base = algebra.given(exact.ofOre(growth.baseOre), 'growth.base', growth.kind, {
    table: 'growth',
    row: growth,
    field: 'baseOre',
  });
  const rate = algebra.quotient(
    algebra.given(growth.ratePercent, 'growth.rate', growth.kind, {
      table: 'growth',
      row: growth,
      field: 'ratePercent',
    }),
    algebra.fact(exact.fraction(100n), 'growth.perCent', null, '100'),
    'growth.share',
    growth.kind,
  );
  const part = algebra.fact(months(period.start, 13), 'effect.months', null, `${growth.from}/`);
  return algebra.toOre(
    algebra.product([base, rate, part], 'growth.partOfYear', growth.kind),
    'growth.yearEffect',
    growth.kind,
  );
}

/** What a growth row leaves for the year after: the full year less the year effect. Whole øre. */
export function growthCarryOver<N>(growth: GrowthRow, algebra: Algebra<N, BudgetNodeCode>): N | null {
  const effect = growthEffect(growth, yearOf(growth.from), algebra);
  if (effect === null || growth.baseOre === null) return null;
  const fullYear = { ...growth, from: `${yearOf(growth.from)}-01-01` as Day };
  const whole = growthEffect(fullYear, yearOf(growth.from), algebra);
  return whole === null ? null : algebra.difference(whole, effect, 'growth.carryOver', growth.kind);
}

/** What a change leaves for the year after: the rest of a full year, or minus itself when it was one-off. Whole øre. */
export function changeCarryOver<N>(
  change: ChangeRow,
  year: number,
  algebra: Algebra<N, BudgetNodeCode>,
): N | null {
  const effect = changeEffect(change, year, algebra);
  if (effect === null || change.amountOre === null) return null;
  const next = change.oneOff ? null : changeEffect(change, year + 1, algebra);
  const after = next ?? algebra.fact(exact.zeroFraction, 'change.nothing', change.id, '0');
  return algebra.difference(after, effect, 'change.carryOver', change.id);
}

/** A one-off without a date belongs to the year it is written for. */
const belongs = (change: ChangeRow, written: number, year: number): boolean =>
  !change.oneOff || change.from !== null || written === year;

/** What a change written for a year moves from `year` to the year after: the rest, its beginning or its end. Null when nothing. */
export function changeMove<N>(
  change: ChangeRow,
  { written, year }: { readonly written: number; readonly year: number },
  algebra: Algebra<N, BudgetNodeCode>,
): N | null {
  const before = belongs(change, written, year) ? changeEffect(change, year, algebra) : null;
  const moved =
    before !== null
      ? changeCarryOver(change, year, algebra)
      : belongs(change, written, year + 1)
        ? changeEffect(change, year + 1, algebra)
        : null;
  return moved === null || exact.isZero(algebra.value(moved)) ? null : moved;
}

/** What a growth row moves from `year` to the year after: its carry-over, or its first effect. Null when nothing. */
export function growthMove<N>(
  growth: GrowthRow,
  year: number,
  algebra: Algebra<N, BudgetNodeCode>,
): N | null {
  const moved =
    yearOf(growth.from) === year
      ? growthCarryOver(growth, algebra)
      : yearOf(growth.from) === year + 1
        ? growthEffect(growth, year + 1, algebra)
        : null;
  return moved === null || exact.isZero(algebra.value(moved)) ? null : moved;
}

/** The amount as it is written; of a row that a plan made, as it is worked out from the row it comes from. */
function statedAmount<N>(change: ChangeRow, amountOre: Ore, algebra: Algebra<N, BudgetNodeCode>): N {
  const movedFrom = change.origin?.movedFrom;
  const moved = movedFrom === undefined ? null : movedAmount(movedFrom, change.id, algebra);
  // Somebody may have given the row another amount since; then it is what it says.
  return moved !== null && exact.equals(algebra.value(moved), exact.ofOre(amountOre))
    ? moved
    : algebra.given(exact.ofOre(amountOre), 'change.amount', change.id, {
        table: 'change',
        row: change,
        field: 'amountOre',
      });
}

function movedAmount<N>(from: MovedFrom, id: string, algebra: Algebra<N, BudgetNodeCode>): N | null {
  if ('change' in from) return changeMove(from.change, from, algebra);
  if ('growth' in from) return growthMove(from.growth, from.year, algebra);
  const paid = algebra.given(exact.ofOre(from.line.amountOre), 'cost.contribution', from.line.party, {
    table: 'line',
    row: from.line,
    field: 'amountOre',
  });
  const nothing = algebra.fact(exact.zeroFraction, 'change.nothing', id, '0');
  return from.goesOut ? algebra.difference(nothing, paid, 'change.carryOver', id) : paid;
}
