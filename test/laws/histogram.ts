/** What was generated, counted: a law that never met a capped case has not been tested on one. */
export type Histogram = Map<string, Map<string, number>>;

export function count(histogram: Histogram, dimension: string, bucket: string): void {
  const buckets = histogram.get(dimension) ?? new Map<string, number>();
  buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  histogram.set(dimension, buckets);
}

/** The bucket of a size among rising limits: `≤ 12`, or `> 40`. */
export function bucketOf<T extends number | bigint>(value: T, limits: readonly T[]): string {
  const limit = limits.find((most) => value <= most);
  return limit === undefined ? `> ${limits.at(-1)}` : `≤ ${limit}`;
}

export function print(title: string, histogram: Histogram): void {
  const lines = [...histogram].map(([dimension, buckets]) => {
    const shown = [...buckets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([bucket, n]) => `${bucket}: ${n}`);
    return `  ${dimension.padEnd(12)} ${shown.join(' · ')}`;
  });
  console.log([title, ...lines].join('\n'));
}
