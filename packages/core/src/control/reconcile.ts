import { budgetPair, overviewOf } from '../budget/overview.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import type { Overview, OverviewRow, ServiceBudget } from '../budget/view.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { type Ore, plus, sum } from '../money/ore.ts';

/** A sum that is not the sum of its parts, or a version that cannot be computed. */
export type ReconcileFinding =
  | {
      readonly code: 'reconcile.sum';
      readonly version: string;
      /** What the sum is of: a service, or a figure's id. */
      readonly of: string;
      readonly expectedOre: Ore;
      readonly foundOre: Ore;
    }
  | { readonly code: 'reconcile.notComputed'; readonly version: string; readonly problem: BudgetProblem };

/** Adds every version's figures up again, from the parties' parts to the whole: a service's parts, a unit's services, all units. (R01, R03) */
export const reconcile = (index: IndexedModel): readonly ReconcileFinding[] =>
  index.model.version.flatMap(({ id, year }): readonly ReconcileFinding[] => {
    const pair = budgetPair(index, { year, version: id, rounding: 'agreement' });
    if (!pair.ok)
      return pair.problems.map((problem) => ({ code: 'reconcile.notComputed', version: id, problem }));
    const differs: Differs = (of, expectedOre, foundOre) =>
      expectedOre === foundOre ? [] : [{ code: 'reconcile.sum', version: id, of, expectedOre, foundOre }];
    return [
      ...[...pair.value.current.values()].flatMap((budget) => serviceFindings(budget, differs)),
      ...overviewFindings(overviewOf(index, pair.value), differs),
    ];
  });

type Differs = (of: string, expected: Ore, found: Ore) => readonly ReconcileFinding[];

const known = (amounts: readonly (Ore | null)[]): Ore =>
  sum(amounts.filter((amount): amount is Ore => amount !== null));

/** What everybody pays is the total, and the total with what funders outside pay is the cost. */
const serviceFindings = (
  { service, parts, totalOre, grossOre, external }: ServiceBudget,
  differs: Differs,
): readonly ReconcileFinding[] => [
  ...differs(service, totalOre, known(parts.map(({ amountOre }) => amountOre))),
  ...differs(service, grossOre, plus(totalOre, sum(external.map(({ amountOre }) => amountOre)))),
];

/** Every row of the overview is the sum of the rows it stands over: for each party, and for all. */
function overviewFindings({ rows, totals }: Overview, differs: Differs): readonly ReconcileFinding[] {
  const isService = ({ service }: OverviewRow): boolean => service !== null;
  const ofParty = rows.filter(({ party }) => party !== null);
  const sumOf = (of: readonly OverviewRow[]): Ore => known(of.map(({ current }) => current.ore));
  const held = (row: OverviewRow, under: readonly OverviewRow[]): readonly ReconcileFinding[] =>
    row.current.ore === null ? [] : differs(row.figureId, row.current.ore, sumOf(under));
  return [
    ...rows
      .filter(({ party }) => party === null)
      .flatMap((row) =>
        held(
          row,
          ofParty.filter(
            (each) =>
              isService(each) &&
              each.unit === row.unit &&
              each.kind === row.kind &&
              (row.service === null || each.service === row.service),
          ),
        ),
      ),
    ...totals.flatMap((row) =>
      held(
        row,
        ofParty.filter(
          (each) =>
            isService(each) && each.kind === row.kind && (row.party === null || each.party === row.party),
        ),
      ),
    ),
  ];
}
