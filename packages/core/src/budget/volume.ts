import type { IndexedModel, ServiceRows } from '../cooperation/indexed-model.ts';
import * as exact from '../fraction/fraction.ts';
import type { Algebra } from '../key/algebra.ts';
import type { PriceRow, ServiceRow, VersionRow, VolumeRow } from '../model/rows.ts';
import { type Day, daysBetween, firstDayOf } from '../period/day.ts';
import type { BudgetNodeCode } from './budget-node.ts';
import type { BudgetProblem } from './problems.ts';

/**
 * Volume × price per party, in whole øre. A volume that runs over a change of price is split by calendar days. A service whose measure has
 * no price at all keeps its volumes as information: its amounts are lines. (P20, R11, R13)
 */
export function volumeAmounts<N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  { volumes }: ServiceRows,
  algebra: Algebra<N, BudgetNodeCode>,
): { readonly amounts: ReadonlyMap<string, N>; readonly problems: readonly BudgetProblem[] } {
  const prices = index.pricesOf.get(service.id) ?? [];
  const amounts = new Map<string, N>();
  const problems: BudgetProblem[] = [];
  for (const volume of volumes) {
    const ofMeasure = prices.filter(
      ({ measure, party }) => measure === volume.measure && (party === null || party === volume.party),
    );
    if (ofMeasure.length === 0) continue;
    const period = {
      from: volume.from ?? firstDayOf(version.year),
      until: volume.until ?? firstDayOf(version.year + 1),
    };
    const parts = pricedParts(volume, period, ofMeasure, algebra);
    if (parts === null) {
      problems.push({
        code: 'volume.noPrice',
        service: service.id,
        party: volume.party,
        measure: volume.measure,
        from: period.from,
        until: period.until,
        at: volume.origin ?? null,
      });
      continue;
    }
    const amount = algebra.toOre(
      algebra.sum(parts, 'volume.parts', volume.party),
      'volume.amount',
      volume.party,
    );
    const before = amounts.get(volume.party);
    amounts.set(
      volume.party,
      before === undefined ? amount : algebra.sum([before, amount], 'volume.amounts', volume.party),
    );
  }
  return { amounts, problems };
}

/** The volume's cost piece by piece, or null when some day has no price. */
function pricedParts<N>(
  volume: VolumeRow,
  period: { readonly from: Day; readonly until: Day },
  prices: readonly PriceRow[],
  algebra: Algebra<N, BudgetNodeCode>,
): readonly N[] | null {
  const days = daysBetween(period.from, period.until);
  const parts: N[] = [];
  let covered = 0;
  // A party's own price goes before the common one; of two forecasts the later.
  const ordered = prices.toSorted(
    (a, b) =>
      (a.party === null ? 1 : 0) - (b.party === null ? 1 : 0) ||
      ((a.published ?? '') < (b.published ?? '') ? 1 : -1),
  );
  const boundaries = [
    ...new Set([period.from, period.until, ...prices.flatMap(({ from, until }) => [from, until])]),
  ]
    .filter((day): day is Day => day !== null && day >= period.from && day <= period.until)
    .sort();
  for (const [position, from] of boundaries.entries()) {
    const until = boundaries[position + 1];
    if (until === undefined) break;
    const price = ordered.find(
      (row) => (row.from === null || row.from <= from) && (row.until === null || from < row.until),
    );
    if (price === undefined) return null;
    const pieceDays = daysBetween(from, until);
    covered += pieceDays;
    const count = algebra.given(volume.count, 'volume.count', volume.party, {
      table: 'volume',
      row: volume,
      field: 'count',
    });
    const each = algebra.given(exact.ofOre(price.priceOre), 'volume.price', volume.measure, {
      table: 'price',
      row: price,
      field: 'priceOre',
    });
    const factors =
      pieceDays === days
        ? [count, each]
        : [
            count,
            each,
            algebra.fact(
              exact.fraction(BigInt(pieceDays), BigInt(days)),
              'volume.days',
              null,
              `${from}/${until}`,
            ),
          ];
    parts.push(algebra.product(factors, 'volume.part', volume.party));
  }
  return covered === days ? parts : null;
}
