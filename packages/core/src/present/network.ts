/**
 * The figures of a table as a flow. Every figure is an arc that carries what is over the figure's own whole units, in øre; a node says
 * that what comes in goes out, which is to say that parts make up their sum. A flow in whole units is a table that adds up.
 */
export type Network = {
  readonly nodes: number;
  /** Arc i runs from from[i] to to[i] and carries flow[i], which may be moved within lowest[i]–highest[i]. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly flow: Float64Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** The arcs of a node, both ways: arcs[first[n]] up to arcs[first[n + 1]]. */
  readonly first: Int32Array;
  readonly arcs: Int32Array;
  /** Room for the search: how a node was reached (arc + 1, negative against the arc), in which search, and the queue. */
  readonly reachedBy: Int32Array;
  readonly seen: Int32Array;
  readonly queue: Int32Array;
  searches: number;
};

export type Arc = {
  readonly from: number;
  readonly to: number;
  readonly flow: number;
  readonly lowest: number;
  readonly highest: number;
};

export function networkOf(nodes: number, arcs: readonly Arc[]): Network {
  const first = new Int32Array(nodes + 1);
  for (const { from, to } of arcs) {
    first[from + 1] = (first[from + 1] ?? 0) + 1;
    first[to + 1] = (first[to + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const ends = new Int32Array(arcs.length * 2);
  const put = (node: number, index: number): void => {
    const at = next[node] ?? 0;
    ends[at] = index;
    next[node] = at + 1;
  };
  arcs.forEach(({ from, to }, index) => {
    put(from, index);
    put(to, index);
  });
  return {
    nodes,
    from: Int32Array.from(arcs, (arc) => arc.from),
    to: Int32Array.from(arcs, (arc) => arc.to),
    flow: Float64Array.from(arcs, (arc) => arc.flow),
    lowest: Float64Array.from(arcs, (arc) => arc.lowest),
    highest: Float64Array.from(arcs, (arc) => arc.highest),
    first,
    arcs: ends,
    reachedBy: new Int32Array(nodes),
    seen: new Int32Array(nodes),
    queue: new Int32Array(nodes),
    searches: 0,
  };
}

const at = (numbers: Int32Array | Float64Array, index: number): number => numbers[index] ?? 0;

/** Looks for a way from one node to another on which every arc but `without` can carry more (or less, against it). */
function reach(network: Network, start: number, goal: number, without: number): boolean {
  const { from, to, flow, lowest, highest, first, arcs, reachedBy, seen, queue } = network;
  network.searches += 1;
  const search = network.searches;
  seen[start] = search;
  queue[0] = start;
  let length = 1;
  for (let head = 0; head < length; head += 1) {
    const node = at(queue, head);
    const end = at(first, node + 1);
    for (let position = at(first, node); position < end; position += 1) {
      const arc = at(arcs, position);
      if (arc === without) continue;
      const forward = at(from, arc) === node;
      const other = forward ? at(to, arc) : at(from, arc);
      if (at(seen, other) === search) continue;
      const room = forward ? at(highest, arc) - at(flow, arc) : at(flow, arc) - at(lowest, arc);
      if (room <= 0) continue;
      seen[other] = search;
      reachedBy[other] = forward ? arc + 1 : -(arc + 1);
      if (other === goal) return true;
      queue[length] = other;
      length += 1;
    }
  }
  return false;
}

/**
 * Moves the flow of one arc as far towards `target` as the other arcs' limits allow, keeping every node in balance, and locks it
 * there. With whole limits the place where it stops is whole.
 */
export function settle(network: Network, arc: number, target: number): void {
  const { from, to, flow, lowest, highest, reachedBy } = network;
  const up = target > at(flow, arc);
  const start = up ? at(to, arc) : at(from, arc);
  const goal = up ? at(from, arc) : at(to, arc);
  while (at(flow, arc) !== target && start !== goal && reach(network, start, goal, arc)) {
    let amount = Math.abs(target - at(flow, arc));
    for (let node = goal; node !== start; ) {
      const step = at(reachedBy, node);
      const index = Math.abs(step) - 1;
      const room = step > 0 ? at(highest, index) - at(flow, index) : at(flow, index) - at(lowest, index);
      if (room < amount) amount = room;
      node = step > 0 ? at(from, index) : at(to, index);
    }
    for (let node = goal; node !== start; ) {
      const step = at(reachedBy, node);
      const index = Math.abs(step) - 1;
      flow[index] = at(flow, index) + (step > 0 ? amount : -amount);
      node = step > 0 ? at(from, index) : at(to, index);
    }
    flow[arc] = at(flow, arc) + (up ? amount : -amount);
  }
  // An arc from a node to itself stands alone: no other figure moves with it.
  if (start === goal) flow[arc] = target;
  lowest[arc] = at(flow, arc);
  highest[arc] = at(flow, arc);
}
