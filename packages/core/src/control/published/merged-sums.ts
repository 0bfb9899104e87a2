import { absolute } from './printed-figure.ts';
import { type Cell, type Micro, micro } from './published-document.ts';
import type { Correction } from './root-cause.ts';

/**
 * Sums of one row that miss together are one finding: the row was added up from other figures than those printed. The difference
 * between two wrong sums was taken from them, so it is named as a consequence.
 */
export function mergedSums(corrections: readonly Correction[]): readonly Correction[] {
  const taken = new Set<Correction>();
  const merged = corrections.map((correction) => {
    if (taken.has(correction) || !isBareSum(correction)) return correction;
    const row = corrections.filter(
      (other) => other !== correction && !taken.has(other) && isBareSum(other) && sameRow(correction, other),
    );
    for (const [at, second] of row.entries())
      for (const third of row.slice(at + 1)) {
        if (!areTied(missOf(correction), missOf(second), missOf(third))) continue;
        taken.add(second).add(third);
        const carried = new Map<Cell, Micro>(correction.carried);
        for (const other of [second, third]) {
          carried.set(other.cell, other.expected);
          for (const [cell, value] of other.carried) carried.set(cell, value);
        }
        return { ...correction, slip: null, carried };
      }
    return correction;
  });
  return merged.filter((_, at) => !taken.has(corrections[at] as Correction));
}

const isBareSum = ({ slip, settles }: Correction): boolean =>
  (slip === null || slip === 'digit') && settles[0]?.rule === 'sum.rows';
const missOf = ({ printed, expected }: Correction): Micro => printed - expected;
const sameRow = (a: Correction, b: Correction): boolean =>
  a.cell.place.table === b.cell.place.table && a.cell.place.row === b.cell.place.row;

/** Rounding may move each miss a little. */
const isNothing = (rest: Micro): boolean => absolute(rest) <= 4n * micro;

/** One misses by what the other two differ by: old, new and change. */
const areTied = (a: Micro, b: Micro, c: Micro): boolean =>
  [a - b - c, b - a - c, a + b - c, a - c + b].some(isNothing) &&
  [a, b, c].every((miss) => absolute(miss) > 8n * micro);
