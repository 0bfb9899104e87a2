import { bucketOf, count, type Histogram } from './histogram.ts';
import { random } from './random.ts';

/** A total divided by weights, as an agreement says it is rounded. Rows come in any order; the number breaks ties. */
export type Weighted = {
  readonly rows: readonly { readonly number: string; readonly weight: bigint }[];
  /** Σ of the weights, more than 0. */
  readonly weights: bigint;
  readonly total: bigint;
  readonly unit: bigint;
  readonly mode: 'largestRemainder' | 'hostTakesRest';
  /** A row's number, `outside` for a host that takes no part, or null. */
  readonly host: string | null;
};

export type RoundedRows = { readonly shares: readonly bigint[]; readonly outside: bigint };
/** Shares in the order of the rows. */
export type Rounder = (weighted: Weighted) => RoundedRows;

const largest = 10n ** 15n;

/** The case of a seed: 1–400 parties, ±10¹⁵ øre, weights to 10¹². */
export function weightedCase(seed: number): Weighted {
  const { whole, big, chance, pick, next } = random(seed);
  const size = next();
  const parties = size < 0.93 ? whole(1, 9) : size < 0.995 ? whole(10, 40) : whole(41, 400);
  const most = pick([3n, 30n, 30_000n, 30_000n, 800_000n, 10n ** 12n]);
  const same = chance(0.15) ? big(most) + 1n : null;
  const start = whole(301, 999);
  const step = whole(1, 9);
  const order = whole(0, parties - 1);
  const rows = Array.from({ length: parties }, (_, at) => {
    // The rows start in the middle, so that row order and number differ.
    const place = (at + order) % parties;
    const number = `${start + place * step}`.padStart(4, '0');
    const weight = chance(0.06) ? 0n : same !== null && chance(0.8) ? same : big(most);
    return { number, weight };
  });
  if (rows.every(({ weight }) => weight === 0n)) rows[0] = { number: rows[0]!.number, weight: 1n };
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0n);
  const magnitude = big(pick([5n, 1_000n, 10n ** 6n, 10n ** 9n, 10n ** 9n, 10n ** 12n, largest]));
  const mode = chance(0.5) ? 'largestRemainder' : 'hostTakesRest';
  return {
    rows,
    weights,
    total: chance(0.3) ? -magnitude : magnitude,
    unit: pick([1n, 1n, 100n, 50_000n, 100_000n, 7n]),
    mode,
    host: mode === 'largestRemainder' ? null : chance(0.15) ? 'outside' : pick(rows).number,
  };
}

export function countWeighted(histogram: Histogram, { rows, total, unit, mode, host }: Weighted): void {
  count(histogram, 'rounding', host === 'outside' ? `${mode}, host outside` : mode);
  count(histogram, 'parties', bucketOf(rows.length, [1, 2, 9, 40, 400]));
  count(
    histogram,
    'øre',
    `${total < 0n ? '−' : ''}${bucketOf(total < 0n ? -total : total, [0n, 1000n, 10n ** 9n, 10n ** 12n, largest])}`,
  );
  count(histogram, 'unit', `${unit}`);
  let most = 0n;
  for (const { weight } of rows) if (weight > most) most = weight;
  count(histogram, 'weights', bucketOf(most, [3n, 30n, 30_000n, 800_000n, 10n ** 12n]));
}
