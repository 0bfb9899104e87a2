import { contributionsIn } from '../budget/next-year.ts';
import type { ServiceBudget } from '../budget/view.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { VersionRow } from '../model/rows.ts';
import { minus, type Ore, plus, sum, zero } from '../money/ore.ts';

type Part = { readonly party: string; readonly amountOre: Ore };

/** An investment in a year: gross = contributions + funders outside + what the parties pay for the rest. Apart from operations. (P19) */
export type Investment = {
  readonly year: number;
  readonly version: string;
  readonly unit: string;
  readonly service: string;
  readonly grossOre: Ore;
  readonly contributions: readonly Part[];
  readonly external: readonly { readonly funder: string; readonly amountOre: Ore }[];
  readonly restOre: Ore;
  readonly rest: readonly Part[];
};

export function investmentsIn(
  index: IndexedModel,
  version: VersionRow,
  budgets: ReadonlyMap<string, ServiceBudget>,
): readonly Investment[] {
  return index.model.service
    .filter(({ kind }) => kind === 'investment')
    .flatMap((service): readonly Investment[] => {
      const budget = budgets.get(service.id);
      if (budget === undefined || budget.state === 'empty') return [];
      const paid = new Map<string, Ore>();
      for (const { party, amountOre } of contributionsIn(index, version, service).lines)
        paid.set(party, plus(paid.get(party) ?? zero, amountOre));
      const rest = budget.parts.flatMap(({ party, amountOre }): readonly Part[] =>
        amountOre === null
          ? []
          : [{ party, amountOre: minus({ from: amountOre, amount: paid.get(party) ?? zero }) }],
      );
      return [
        {
          year: version.year,
          version: version.id,
          unit: service.unit,
          service: service.id,
          grossOre: budget.grossOre,
          contributions: [...paid].map(([party, amountOre]) => ({ party, amountOre })),
          external: budget.external,
          restOre: sum(rest.map(({ amountOre }) => amountOre)),
          rest,
        },
      ];
    });
}
