import type { Amount, OverviewRow } from '@samstyr/core/budget/view';
import type { Ore } from '@samstyr/core/money/ore';

/** Which of a row's three figures. */
export type Side = 'previous' | 'current' | 'change';

/** What a reader of the workbook may see of a figure. */
export type Shown =
  | { readonly state: 'amount'; readonly ore: Ore }
  /** Takes no part, or there is no budget that year: an empty grey cell. */
  | { readonly state: 'absent' }
  /** Takes part, and nobody here knows the amount: `..`, never 0. */
  | { readonly state: 'unknown' }
  /** Rests on few people: `:`. */
  | { readonly state: 'withheld' };

export type Hides = (figureId: string) => boolean;

/** The id of one of a row's figures. */
export const idOf = (row: OverviewRow, side: Side): string =>
  side === 'previous'
    ? row.previous.figureId
    : side === 'current'
      ? row.current.figureId
      : `${row.figureId}@change`;

function shownAmount(amount: Amount, isSum: boolean): Shown {
  if (amount.ore === null) return { state: 'unknown' };
  const isEmpty = amount.attendance === 'absent' || (amount.attendance === 'unregistered' && !isSum);
  return isEmpty ? { state: 'absent' } : { state: 'amount', ore: amount.ore };
}

/** One of a row's figures as it is shown. A change is not known where one of its sides is not, and hidden where one of them is. */
export function shownFigure(row: OverviewRow, side: Side, hides: Hides): Shown {
  if (side !== 'change') {
    const isHidden = hides(idOf(row, side)) || (side === 'previous' && hides(`${row.figureId}@previous`));
    return isHidden ? { state: 'withheld' } : shownAmount(row[side], row.party === null);
  }
  const sides = [shownFigure(row, 'previous', hides), shownFigure(row, 'current', hides)];
  if (sides.some(({ state }) => state === 'withheld') || hides(idOf(row, 'change')))
    return { state: 'withheld' };
  if (sides.some(({ state }) => state === 'unknown')) return { state: 'unknown' };
  return sides.every(({ state }) => state === 'absent')
    ? { state: 'absent' }
    : { state: 'amount', ore: row.changeOre };
}
