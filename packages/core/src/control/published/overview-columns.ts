import { agrees, cellKey, type Source } from './overview.ts';
import { columnKind, type UnderstoodTable } from './understood-table.ts';

/** What the rows say a column stands for, and how many say so. */
type Votes = ReadonlyMap<string, number>;

const split = (key: string): readonly [string, string] => {
  const bar = key.lastIndexOf('|');
  return [key.slice(0, bar), key.slice(bar + 1)];
};

function votesOf(table: UnderstoodTable, found: ReadonlyMap<number, Source>, column: number): Votes {
  const votes = new Map<string, number>();
  const header = table.view.columns.find(({ index }) => index === column);
  const own = header === undefined ? '' : columnKind(table, header);
  for (const [row, source] of found) {
    const value = table.view.valueAt(row, column);
    if (value === null || value === 0n) continue;
    for (const [key, { total }] of source.values)
      if (agrees(value, total, source.ratio))
        votes.set(key, (votes.get(key) ?? 0) + (split(key)[1] === own ? 1.01 : 1));
  }
  return votes;
}

const most = (votes: Votes): readonly [string, number] | undefined =>
  [...votes].toSorted((a, b) => b[1] - a[1])[0];

function tally(lists: readonly Votes[], nameOf: (key: string) => string): Votes {
  const total = new Map<string, number>();
  for (const votes of lists)
    for (const [key, count] of votes) total.set(nameOf(key), (total.get(nameOf(key)) ?? 0) + count);
  return total;
}

type Reading = { readonly keys: ReadonlyMap<number, string>; readonly votes: number };

/** Columns in blocks of `period`: every block one member, the same kinds in the same order in each. */
function inBlocks(columns: ReadonlyMap<number, Votes>, period: number): Reading | null {
  const first = Math.min(...columns.keys());
  const kinds: string[] = [];
  for (let phase = 0; phase < period; phase += 1) {
    const lists = [...columns]
      .filter(([index]) => (index - first) % period === phase)
      .map(([, votes]) => votes);
    const kind = most(tally(lists, (key) => split(key)[1]));
    if (kind === undefined || kinds.includes(kind[0])) return null;
    kinds.push(kind[0]);
  }
  const keys = new Map<number, string>();
  const members = new Set<string>();
  let votes = 0;
  for (let start = first; start <= Math.max(...columns.keys()); start += period) {
    const counts = new Map<string, number>();
    for (const [phase, kind] of kinds.entries())
      for (const [key, count] of columns.get(start + phase) ?? [])
        if (split(key)[1] === kind) counts.set(split(key)[0], (counts.get(split(key)[0]) ?? 0) + count);
    const member = most(counts);
    if (member === undefined || member[1] < 2 || members.has(member[0])) continue;
    members.add(member[0]);
    votes += member[1];
    for (const [phase, kind] of kinds.entries())
      if (columns.has(start + phase)) keys.set(start + phase, cellKey(member[0], kind));
  }
  return { keys, votes };
}

/** Each column for itself, no two for the same. */
function eachAlone(columns: ReadonlyMap<number, Votes>): Reading {
  const offers = [...columns]
    .flatMap(([index, votes]) => [...votes].map(([key, count]) => ({ index, key, count })))
    .toSorted((a, b) => b.count - a.count);
  const keys = new Map<number, string>();
  const used = new Set<string>();
  let total = 0;
  for (const { index, key, count } of offers) {
    if (count < 2 || keys.has(index) || used.has(key)) continue;
    keys.set(index, key);
    used.add(key);
    total += count;
  }
  return { keys, votes: total };
}

/**
 * Each column stands for what most of its rows say: the sum of 2024, Frosta's change. Overviews repeat the same kinds for every member,
 * so whole blocks are voted on together: rows that are out of place are outvoted.
 */
export function columnKeys(
  table: UnderstoodTable,
  found: ReadonlyMap<number, Source>,
): ReadonlyMap<number, string> {
  const columns = new Map(
    table.view.columns
      .filter(({ isPercent }) => !isPercent)
      .map(({ index }) => [index, votesOf(table, found, index)] as const),
  );
  if (columns.size === 0) return new Map();
  const alone = eachAlone(columns);
  let best: Reading = { keys: alone.keys, votes: (alone.votes * 8) / 10 };
  for (const period of [4, 3, 2, 1]) {
    const reading = inBlocks(columns, period);
    if (reading !== null && reading.votes > best.votes) best = reading;
  }
  return best.keys;
}
