import type { Graph, GraphArc } from './graph.ts';
import type { Side } from './problem.ts';

/** The arcs of a graph that are hidden, by index. */
export type Hidden = ReadonlySet<number>;

const room = (arc: GraphArc, side: Side, isForward: boolean, moved: number): number =>
  isForward ? Number.POSITIVE_INFINITY : arc.down[side] + moved;

/**
 * How far the flow can be sent from one node to another through hidden arcs only, at most `limit`: the amount by which a hidden figure
 * can be larger (or smaller) than it is without anything visible being other than it is.
 */
function sendable(
  { arcs, at }: Graph,
  hidden: Hidden,
  side: Side,
  without: number,
  isUp: boolean,
  limit: number,
): number {
  const own = arcs[without];
  if (own === undefined) return 0;
  const [start, goal] = isUp ? [own.to, own.from] : [own.from, own.to];
  if (start === goal) return limit;
  const moved = new Map<number, number>();
  let sent = 0;
  while (sent < limit) {
    const cameBy = new Map<number, { readonly index: number; readonly isForward: boolean }>();
    const queue = [start];
    for (let head = 0; head < queue.length && !cameBy.has(goal); head += 1) {
      const node = queue[head] ?? 0;
      for (const index of at[node] ?? []) {
        const arc = arcs[index];
        if (arc === undefined || index === without || !hidden.has(index) || !arc.isSecret[side]) continue;
        const isForward = arc.from === node;
        const other = isForward ? arc.to : arc.from;
        if (other === start || cameBy.has(other)) continue;
        if (room(arc, side, isForward, moved.get(index) ?? 0) <= 0) continue;
        cameBy.set(other, { index, isForward });
        queue.push(other);
      }
    }
    if (!cameBy.has(goal)) break;
    let amount = limit - sent;
    const way: { readonly index: number; readonly isForward: boolean }[] = [];
    for (let node = goal; node !== start; ) {
      const step = cameBy.get(node);
      const arc = step === undefined ? undefined : arcs[step.index];
      if (step === undefined || arc === undefined) break;
      way.push(step);
      amount = Math.min(amount, room(arc, side, step.isForward, moved.get(step.index) ?? 0));
      node = step.isForward ? arc.from : arc.to;
    }
    for (const { index, isForward } of way)
      moved.set(index, (moved.get(index) ?? 0) + (isForward ? amount : -amount));
    sent += amount;
  }
  return sent;
}

/** The number of values a hidden figure can have in whole units, counted no further than `enough`. */
export function possibleValues(
  graph: Graph,
  hidden: Hidden,
  index: number,
  side: Side,
  enough: number,
): number {
  const arc = graph.arcs[index];
  if (arc === undefined) return 0;
  const limit = enough - 1;
  const up = sendable(graph, hidden, side, index, true, limit);
  if (up >= limit) return enough;
  const down = sendable(graph, hidden, side, index, false, Math.min(limit - up, arc.down[side]));
  return up + down + 1;
}

/** The hidden figures that can still be known too well, with the side it happens on. */
export function unsafe(
  graph: Graph,
  hidden: Hidden,
  enough: number,
): readonly { readonly index: number; readonly side: Side }[] {
  const found: { readonly index: number; readonly side: Side }[] = [];
  for (const index of hidden) {
    for (const side of ['previous', 'current'] as const) {
      if (graph.arcs[index]?.isSecret[side] !== true) continue;
      if (possibleValues(graph, hidden, index, side, enough) < enough) found.push({ index, side });
    }
  }
  return found;
}

export const isSafe = (graph: Graph, hidden: Hidden, enough: number): boolean => {
  for (const index of hidden) {
    for (const side of ['previous', 'current'] as const) {
      if (graph.arcs[index]?.isSecret[side] !== true) continue;
      if (possibleValues(graph, hidden, index, side, enough) < enough) return false;
    }
  }
  return true;
};
