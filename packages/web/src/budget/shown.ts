import type { OverviewRow } from '@samstyr/core/budget/view';
import { fraction, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatCount } from '@samstyr/core/money/kroner';
import { type Budget, payersOf, perInhabitant } from './budget.ts';

export type Measure = 'kr' | '1000' | 'innb';
export type Side = 'previous' | 'current' | 'change';

export const measureOf = (text: string | null): Measure => (text === 'kr' || text === 'innb' ? text : '1000');

const amountOf = (row: OverviewRow, side: Side): bigint =>
  side === 'change' ? row.changeOre : (row[side].ore ?? 0n);

/** The id of the figure a cell shows: its own amount, last year's, or the change. */
export const idOf = (row: OverviewRow, side: Side): string =>
  side === 'change' ? `${row.figureId}@change` : row[side].figureId;

/** The whole number a cell shows in a measure; null where the population of somebody is missing. Thousands are the matrix rounded once. */
export function shownCount(budget: Budget, row: OverviewRow, side: Side, measure: Measure): bigint | null {
  const amount = amountOf(row, side);
  if (measure === 'kr') return roundToOre(fraction(amount, 100n));
  if (measure === '1000')
    return (
      budget.thousands(side === 'previous' ? row.previous.figureId : idOf(row, side)) ??
      roundToOre(fraction(amount, 100_000n))
    );
  const each = perInhabitant(budget, amount, row.party === null ? payersOf(budget, row.unit) : [row.party]);
  return each === null ? null : roundToOre(fraction(each.n, each.d * 100n));
}

/** The same as it is read: `8 585`. */
export function shownIn(budget: Budget, row: OverviewRow, side: Side, measure: Measure): string | null {
  const count = shownCount(budget, row, side, measure);
  return count === null ? null : formatCount(count);
}
