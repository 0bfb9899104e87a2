import type { OverviewRow, PartyView } from '@samstyr/core/budget/view';
import type { ServiceKind, UnitRow } from '@samstyr/core/model/rows';
import { bySize } from '@samstyr/core/money/ore';
import { type Budget, columnsOf, rowAt } from '../budget/budget.ts';
import { type Measure, measureOf, type Side } from '../budget/shown.ts';

/** What of the overview is shown, by the page's address. */
export type ShownOverview = {
  readonly kind: ServiceKind;
  readonly measure: Measure;
  readonly isWide: boolean;
  /** The number of the one municipality that is chosen. */
  readonly chosen: string | null;
  /** Whose column the units are sorted by: a number, or `sum`. */
  readonly sortBy: string | null;
  /** Every party with a column. */
  readonly columns: readonly PartyView[];
  readonly parties: readonly PartyView[];
  readonly units: readonly UnitRow[];
  /** The columns of the sum, and of each party. */
  readonly three: readonly Side[];
  readonly sides: readonly Side[];
  readonly at: (unit: string | null, party: PartyView | null) => OverviewRow | undefined;
};

/** The units, parties and columns of the overview as its address says: page and sheet show the same. */
export function shownOverview(budget: Budget, search: URLSearchParams): ShownOverview {
  const kind: ServiceKind = search.get('slag') === 'investering' ? 'investment' : 'operating';
  const chosen = search.get('kommune') || null;
  const columns = columnsOf(budget);
  const isWide = search.get('aar') === 'begge';
  const at: ShownOverview['at'] = (unit, party) => rowAt(budget, { unit, party: party?.party ?? null, kind });
  const sortBy = search.get('sorter');
  const sortParty = columns.find(({ number }) => number === sortBy) ?? null;
  const units = [...budget.index.model.unit]
    .filter(({ id }) => at(id, null) !== undefined)
    .sort((a, b) => a.order - b.order)
    .sort((a, b) =>
      sortBy === null
        ? 0
        : bySize(at(b.id, sortParty)?.current.ore ?? 0n, at(a.id, sortParty)?.current.ore ?? 0n),
    );
  return {
    kind,
    measure: measureOf(search.get('vis')),
    isWide,
    chosen,
    sortBy,
    columns,
    parties: columns.filter(({ number }) => chosen === null || number === chosen),
    units,
    three: ['previous', 'current', 'change'],
    sides: isWide ? ['previous', 'current', 'change'] : ['current', 'change'],
    at,
  };
}
