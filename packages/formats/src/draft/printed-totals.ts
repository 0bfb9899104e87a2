import type { PublishedFormat } from '@samstyr/contract/texts/published-findings';
import { serviceBudget } from '@samstyr/core/budget/service';
import { micro } from '@samstyr/core/control/published/published-document';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import { minus, type Ore, ore, sum } from '@samstyr/core/money/ore';
import { placeOf } from './draft-questions.ts';
import type { Shares, ShareTable } from './share-tables.ts';

/** A total the document prints, and what the budget of the draft comes to. */
export type PrintedTotal = {
  readonly name: string;
  readonly year: number;
  readonly printedOre: Ore;
  readonly builtOre: Ore;
  /** built − printed */
  readonly differenceOre: Ore;
  readonly place: string;
};

/** Every printed sum of a table of members against the budget the draft gives for the same services and year. */
export function printedTotals(
  model: Model,
  { tables, before, year }: Shares,
  {
    serviceOf,
    format,
  }: {
    readonly serviceOf: ReadonlyMap<ShareTable['table'], string>;
    readonly format: PublishedFormat;
  },
): readonly PrintedTotal[] {
  const index = indexModel(model);
  const builtOf = (share: ShareTable, of: number): Ore | null => {
    const version = model.version.find((row) => row.year === of);
    const amounts = [share, ...share.parts].map(({ table }) => {
      const service = index.service.get(serviceOf.get(table) ?? '');
      if (service === undefined || version === undefined) return null;
      const budget = serviceBudget(index, version, service, 'agreement');
      return budget.ok ? budget.value.totalOre : null;
    });
    const known = amounts.filter((amount) => amount !== null);
    return known.length < amounts.length ? null : sum(known);
  };
  return tables
    .flatMap((share) => [share, ...share.parts])
    .flatMap((share) =>
      (
        [
          [share.sum.before, before],
          [share.sum.now, year],
        ] as const
      ).flatMap(([cell, of]) => {
        const builtOre = builtOf(share, of);
        if (cell === null || cell.value === null || builtOre === null) return [];
        const printedOre = ore((cell.value * share.table.unit.factor * 100n) / micro);
        return [
          {
            name: share.parts.length > 0 || share.serviceName === '' ? share.unitName : share.serviceName,
            year: of,
            printedOre,
            builtOre,
            differenceOre: minus({ from: builtOre, amount: printedOre }),
            place: placeOf(cell.place, format),
          },
        ];
      }),
    );
}
