import type { Graph } from './graph.ts';
import type { Side } from './problem.ts';
import { type Hidden, isSafe, unsafe } from './safety.ts';

export type Choice = {
  /** Sensitive figures and those hidden for their sake. */
  readonly hidden: Hidden;
  /** Hidden figures that could not be made safe. */
  readonly left: readonly number[];
};

/** Enough for every pattern of the units a cooperation has; a larger search keeps the greedy answer. */
const mostPatterns = 3000;

const costOf = (graph: Graph, hidden: Iterable<number>): number => {
  let total = 0;
  for (const index of hidden) if (graph.arcs[index]?.isSensitive === false) total += graph.arcs[index].cost;
  return total;
};

/** The cheapest ring of figures through one arc, on which a value of `size` can run round; null when there is none. */
function ring(
  { arcs, at }: Graph,
  hidden: Hidden,
  through: number,
  sides: readonly Side[],
  isUp: boolean,
  size: number,
): readonly number[] | null {
  const own = arcs[through];
  if (own === undefined || (!isUp && sides.some((side) => own.down[side] < size))) return null;
  const [start, goal] = isUp ? [own.to, own.from] : [own.from, own.to];
  if (start === goal) return [];
  const costs = new Map<number, number>([[start, 0]]);
  const cameBy = new Map<number, { readonly index: number; readonly node: number }>();
  const done = new Set<number>();
  for (;;) {
    let node = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [other, cost] of costs) {
      if (done.has(other) || cost >= least) continue;
      node = other;
      least = cost;
    }
    if (node === -1) return null;
    if (node === goal) break;
    done.add(node);
    for (const index of at[node] ?? []) {
      const arc = arcs[index];
      if (arc === undefined || index === through || sides.some((side) => !arc.isSecret[side])) continue;
      const isForward = arc.from === node;
      if (!isForward && sides.some((side) => arc.down[side] < size)) continue;
      const cost = least + (hidden.has(index) ? 0 : arc.cost);
      const other = isForward ? arc.to : arc.from;
      if (done.has(other) || cost >= (costs.get(other) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(other, cost);
      cameBy.set(other, { index, node });
    }
  }
  const found: number[] = [];
  for (let node = goal; node !== start; ) {
    const step = cameBy.get(node);
    if (step === undefined) return null;
    found.push(step.index);
    node = step.node;
  }
  return found;
}

/** Adds rings until every hidden figure is safe, the widest rings that can be had first. */
function grow(graph: Graph, start: Hidden, enough: number): Choice {
  const hidden = new Set(start);
  const left = new Set<number>();
  for (;;) {
    const next = unsafe(graph, hidden, enough).find(({ index }) => !left.has(index));
    if (next === undefined) return { hidden, left: [...left] };
    const secret = (['previous', 'current'] as const).filter(
      (side) => graph.arcs[next.index]?.isSecret[side],
    );
    let best = null as { readonly cost: number; readonly way: readonly number[] } | null;
    for (let size = enough - 1; size >= 1 && best === null; size -= 1) {
      for (const sides of [secret, [next.side]]) {
        for (const isUp of [true, false]) {
          const way = ring(graph, hidden, next.index, sides, isUp, size);
          if (way === null || way.every((index) => hidden.has(index))) continue;
          const cost = costOf(
            graph,
            way.filter((index) => !hidden.has(index)),
          );
          if (best === null || cost < best.cost) best = { cost, way };
        }
        if (best !== null) break;
      }
    }
    if (best === null) left.add(next.index);
    else for (const index of best.way) hidden.add(index);
  }
}

/** Takes away what turned out not to be needed, the dearest first. */
function prune(graph: Graph, hidden: Hidden, enough: number): Hidden {
  const kept = new Set(hidden);
  const extra = [...kept]
    .filter((index) => graph.arcs[index]?.isSensitive === false)
    .sort((a, b) => (graph.arcs[b]?.cost ?? 0) - (graph.arcs[a]?.cost ?? 0) || a - b);
  for (const index of extra) {
    kept.delete(index);
    if (!isSafe(graph, kept, enough)) kept.add(index);
  }
  return kept;
}

/** Looks through every cheaper pattern of cells in the units concerned, as far as `mostPatterns` goes. */
function improve(graph: Graph, primary: Hidden, found: Hidden, enough: number): Hidden {
  const units = new Set([...primary].map((index) => graph.arcs[index]?.figure.unit));
  const candidates = graph.arcs
    .map((arc, index) => ({ arc, index }))
    .filter(
      ({ arc }) =>
        arc.isCell && !arc.isSensitive && units.has(arc.figure.unit) && arc.cost < Number.POSITIVE_INFINITY,
    )
    .sort((a, b) => a.arc.cost - b.arc.cost || a.index - b.index);
  let best = found;
  let bestCost = costOf(graph, found);
  let tried = 0;
  const extend = (hidden: Hidden, cost: number, from: number): void => {
    for (let position = from; position < candidates.length; position += 1) {
      const candidate = candidates[position];
      if (candidate === undefined || cost + candidate.arc.cost >= bestCost || tried >= mostPatterns) return;
      tried += 1;
      const next = new Set(hidden).add(candidate.index);
      if (isSafe(graph, next, enough)) {
        best = next;
        bestCost = cost + candidate.arc.cost;
        return;
      }
      extend(next, cost + candidate.arc.cost, position + 1);
    }
  };
  extend(primary, 0, 0);
  return best;
}

/** Which figures to hide so that each keeps `enough` possible values in both years, hiding as little as can be found. */
export function choose(graph: Graph, enough: number): Choice {
  const primary = new Set(graph.arcs.flatMap(({ isSensitive }, index) => (isSensitive ? [index] : [])));
  const { hidden, left } = grow(graph, primary, enough);
  if (left.length > 0) return { hidden, left };
  return { hidden: improve(graph, primary, prune(graph, hidden, enough), enough), left };
}
