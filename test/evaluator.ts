// Does the sums of an explanation again from its leaves. It knows nothing of Samstyr: it imports nothing from it.
type Rounding = { index: number; unitOre: string; mode: string; host: number | null };
export type EvaluatedNode = {
  [field in 'id' | 'how' | 'value']: string;
} & { inputs: string[]; amountOre: string | null; rounding: Rounding | null };
type Exact = readonly [bigint, bigint];

const read = (text: string): Exact => [BigInt(text.split('/')[0] ?? '0'), BigInt(text.split('/')[1] ?? '1')];
const add = ([a, b]: Exact, [c, d]: Exact): Exact => [a * d + c * b, b * d];
const times = ([a, b]: Exact, [c, d]: Exact): Exact => [a * c, b * d];
const less = ([a, b]: Exact, [c, d]: Exact): boolean => a * d < c * b;
const same = ([a, b]: Exact, [c, d]: Exact): boolean => a * d === c * b;
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** The nearest multiple of a unit, halves away from zero. */
const nearest = ([n, d]: Exact, unit = 1n): bigint =>
  n < 0n ? -nearest([-n, d], unit) : ((2n * n + d * unit) / (2n * d * unit)) * unit;

/** One party's part when all are rounded together. */
function rounded(values: readonly Exact[], { index, unitOre, mode, host }: Rounding): bigint {
  const unit = BigInt(unitOre);
  const whole = nearest(values.reduce(add, [0n, 1n]));
  if (mode === 'hostTakesRest') {
    const others = values.map((value, at) => (at === host ? 0n : nearest(value, unit)));
    return index === host || index < 0 ? whole - total(others) : (others[index] ?? 0n);
  }
  const parts = values.map(([n, d]) => (n / (d * unit)) * unit);
  let left = whole - total(parts);
  const way = left < 0n ? -1n : 1n;
  const lost = values.map((value, at) => ({
    at,
    size: times([way, 1n], add(value, [-(parts[at] ?? 0n), 1n])),
  }));
  lost.sort((a, b) => (less(b.size, a.size) ? -1 : less(a.size, b.size) ? 1 : a.at - b.at));
  for (const { at } of lost.filter(({ size }) => size[0] !== 0n)) {
    const step = way * left < unit ? left : way * unit;
    parts[at] = (parts[at] ?? 0n) + step;
    left -= step;
  }
  return parts[index] ?? 0n;
}

const rules: { [how: string]: (a: Exact, b: Exact, all: readonly Exact[], node: EvaluatedNode) => Exact } = {
  given: (_a, _b, _all, node) => read(node.value),
  fact: (_a, _b, _all, node) => read(node.value),
  sum: (_a, _b, all) => all.reduce(add, [0n, 1n]),
  difference: (a, b) => add(a, times([-1n, 1n], b)),
  product: (_a, _b, all) => all.reduce(times, [1n, 1n]),
  quotient: ([a, b], [c, d]) => [a * d, b * c],
  smaller: (a, b) => (less(b, a) ? b : a),
  larger: (a, b) => (less(a, b) ? b : a),
  toOre: (a) => [nearest(a), 1n],
  rounded: (_a, _b, all, node) => [rounded(all, node.rounding as Rounding), 1n],
};

/** The ids of nodes whose value is not what their inputs give. */
export function wrongNodes(nodes: { [id: string]: EvaluatedNode }): string[] {
  const known = new Map<string, Exact>();
  const evaluate = (id: string): Exact => {
    const node = nodes[id] as EvaluatedNode;
    const inputs = known.has(id) ? [] : node.inputs.map(evaluate);
    const value =
      known.get(id) ?? rules[node.how]?.(inputs[0] ?? [0n, 1n], inputs[1] ?? [1n, 1n], inputs, node);
    known.set(id, value as Exact);
    return value as Exact;
  };
  const isRight = (node: EvaluatedNode): boolean =>
    same(evaluate(node.id), read(node.value)) && same(evaluate(node.id), read(node.amountOre ?? node.value));
  return Object.values(nodes).flatMap((node) => (isRight(node) ? [] : [node.id]));
}
