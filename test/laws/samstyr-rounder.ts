import { orderForTies } from '@samstyr/core/allocation/order-for-ties';
import { roundShares } from '@samstyr/core/allocation/round-shares';
import { ore } from '@samstyr/core/money/ore';
import type { Rounder } from './weighted-case.ts';

/** Samstyr's own rounding, as a budget uses it: parties in tie order, exact shares, one rounding. */
export const samstyrRounder: Rounder = ({ rows, weights, total, unit, mode, host }) => {
  const ordered = orderForTies(
    rows.map(({ number, weight }, at) => ({ party: number, kommunenummer: number, weight, at })),
  );
  const { shares, outsideOre } = roundShares({
    exact: ordered.map(({ weight }) => ({ n: total * weight, d: weights })),
    totalOre: ore(total),
    unitOre: ore(unit),
    mode,
    host: host === null || host === 'outside' ? host : ordered.findIndex(({ party }) => party === host),
  });
  const inRows: bigint[] = [];
  for (const [at, { at: row }] of ordered.entries()) inRows[row] = shares[at]!;
  return { shares: inRows, outside: outsideOre };
};
