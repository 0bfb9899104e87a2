import { createHash } from 'node:crypto';
import type { Cause, Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';

const length = 8;

/** Tables with amounts of single parties: in a public name only what may be shown of them counts. */
const withAmounts: ReadonlySet<keyof Model> = new Set<keyof Model>([
  'line',
  'total',
  'change',
  'growth',
  'volume',
  'price',
  'adopted',
  'published',
]);

type Named = {
  readonly index: IndexedModel;
  readonly overview: Overview;
  readonly causes: readonly Cause[];
  readonly audience: 'public' | 'internal';
  readonly hides: (id: string) => boolean;
};

/**
 * A short name of the content of an edition: eight signs of a SHA-256 over the model, not over where its rows stand; a table without rows
 * is no content. A public name is made
 * of what the public may see: a name of everything would let anyone try out hidden amounts until it fits. (S-EDI-05)
 */
export function contentName({ index, overview, causes, audience, hides }: Named): string {
  const isPublic = audience === 'public';
  const tables = Object.entries(index.model)
    .filter(([name, rows]) => rows.length > 0 && (!isPublic || !withAmounts.has(name as keyof Model)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = (id: string, amount: bigint | null): string => (hides(id) ? ':' : `${amount ?? '..'}`);
  const figures = [...overview.rows, ...overview.totals].map(({ current, previous, figureId }) => [
    figureId,
    shown(current.figureId, current.ore),
    hides(`${figureId}@previous`) ? ':' : shown(previous.figureId, previous.ore),
  ]);
  const moves = causes.map(({ figureId, amountOre }) => [figureId, shown(figureId, amountOre)]);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([overview.version, tables, figures, isPublic ? [] : moves], plain));
  return hash.digest('hex').slice(0, length);
}

/** Whole numbers as digits, and no row's place in a file: the same rows elsewhere are the same content. */
const plain = (key: string, value: unknown): unknown =>
  key === 'origin' ? undefined : typeof value === 'bigint' ? `${value}` : value;
