import type { Amount, Overview, OverviewRow } from '../budget/view.ts';
import type { ServiceKind } from '../model/rows.ts';
import type { Side, WithheldFigure } from './problem.ts';

/** Units that are summed together under one heading, and whose sums are printed too. */
export type SumGroup = { readonly id: string; readonly units: readonly string[] };

/**
 * One figure of the overview as an arc of a flow: cost runs from the hub down through the sums of all parties to a service's cell, and
 * from the cell up through a party's sums to the hub again. What an outsider knows is that every visible arc is fixed and every node
 * in balance; what he cannot know is how much runs round a ring of hidden arcs.
 */
export type GraphArc = {
  readonly figure: WithheldFigure;
  readonly isCell: boolean;
  readonly from: number;
  readonly to: number;
  /** How many whole units the value can fall without being negative; Infinity when it is negative, or a sum. */
  readonly down: { readonly [S in Side]: number };
  /** Whether an outsider does not know it when it is hidden: not divided by a key, not published, not a member's obvious 0. */
  readonly isSecret: { readonly [S in Side]: boolean };
  readonly isSensitive: boolean;
  /** What is lost when it is hidden; Infinity: it never is. */
  readonly cost: number;
};

export type Graph = {
  readonly arcs: readonly GraphArc[];
  /** Arcs by node, both ends. */
  readonly at: readonly (readonly number[])[];
};

export type GraphInput = {
  readonly overview: Overview;
  readonly kind: ServiceKind;
  readonly unitOre: bigint;
  readonly keyed: ReadonlySet<string>;
  /** Figure ids an outsider has from earlier publications. */
  readonly known: ReadonlySet<string>;
  /** Cells that must be hidden beside the flagged ones: `service party`. */
  readonly forced: ReadonlySet<string>;
  readonly groups: readonly SumGroup[];
};

export const cellName = (service: string, party: string): string => `${service} ${party}`;

// Fewest figures first, then cells nearest in the unit's own order (their sum means something to a reader), then the smallest amounts.
const costOfCell = 1e12;
const costOfDistance = 1e9;
const costOfSum = 8e12;
const mostUnits = 1e8;

const unitsOf = (amount: Amount, unitOre: bigint): number => {
  if (amount.ore === null) return 0;
  if (amount.ore < 0n) return Number.POSITIVE_INFINITY;
  const whole = amount.ore / unitOre;
  return whole > BigInt(mostUnits) ? mostUnits : Number(whole);
};

const distanceTo = (index: number, marked: readonly number[]): number =>
  marked.length === 0 ? 0 : Math.min(...marked.map((other) => Math.abs(other - index)));

/** Builds the flow of one kind (operating, investment); the two are never summed together. */
export function graphOf(input: GraphInput): Graph {
  const { overview, kind, unitOre, keyed, known, forced, groups } = input;
  const rows = [...overview.rows, ...overview.totals].filter((row) => row.kind === kind);
  const rowAt = new Map(rows.map((row) => [`${row.unit}|${row.service}|${row.party}`, row]));
  const groupOf = new Map(groups.flatMap(({ id, units }) => units.map((unit) => [unit, id] as const)));
  const isForced = (row: OverviewRow): boolean =>
    row.previous.sensitive ||
    row.current.sensitive ||
    (row.service !== null && row.party !== null && forced.has(cellName(row.service, row.party)));

  const cells = rows.filter((row) => row.service !== null && row.party !== null);
  const services = [...new Set(cells.map((row) => row.service as string))];
  const marked = [...new Set(cells.filter(isForced).map((row) => services.indexOf(row.service as string)))];

  const nodes = new Map<string, number>();
  const nodeOf = (name: string): number => {
    const node = nodes.get(name) ?? nodes.size + 1;
    nodes.set(name, node);
    return node;
  };
  const arcs: GraphArc[] = [];
  const drawn = new Set<string>();

  /** Draws the sums a cell is part of, from the inside out, and gives the node of the innermost. */
  function sums(row: OverviewRow, party: string | null): number {
    const { unit, service } = row;
    const group = unit === null ? undefined : groupOf.get(unit);
    const chain: { readonly name: string; readonly sum: OverviewRow | null; readonly isLow: boolean }[] = [];
    const place = (u: string | null, s: string | null): OverviewRow | undefined =>
      rowAt.get(`${u}|${s}|${party}`);
    const own = party === null ? place(unit, service) : undefined;
    const ofUnit = place(unit, null);
    const isUnitOwn = (other: OverviewRow): boolean => other.current.figureId === ofUnit?.current.figureId;
    if (own !== undefined && !isUnitOwn(own))
      chain.push({ name: `${service}|${party}`, sum: own, isLow: true });
    // A unit with one service has one figure for both: the cell is its own unit sum.
    if (ofUnit !== undefined && !isUnitOwn(row))
      chain.push({ name: `${unit}||${party}`, sum: ofUnit, isLow: party !== null });
    if (group !== undefined) chain.push({ name: `group ${group}|${party}`, sum: null, isLow: false });
    const whole = place(null, null);
    if (whole !== undefined) chain.push({ name: `all|${party}`, sum: whole, isLow: false });
    chain.forEach(({ name, sum, isLow }, index) => {
      if (drawn.has(name)) return;
      drawn.add(name);
      const inner = nodeOf(name);
      const next = chain[index + 1];
      const outer = next === undefined ? 0 : nodeOf(next.name);
      const isHideable = isLow && sum !== null;
      const isMember = (side: Side): boolean =>
        sum !== null && sum[side].attendance !== 'unregistered' && !known.has(sum[side].figureId);
      arcs.push({
        figure: {
          unit: unit ?? '',
          service: sum?.service ?? null,
          party,
          kind,
          figureId: sum?.current.figureId ?? name,
        },
        isCell: false,
        from: party === null ? outer : inner,
        to: party === null ? inner : outer,
        down: { previous: Number.POSITIVE_INFINITY, current: Number.POSITIVE_INFINITY },
        isSecret: { previous: isMember('previous'), current: isMember('current') },
        isSensitive: false,
        cost:
          isHideable && isMember('previous') && isMember('current') ? costOfSum : Number.POSITIVE_INFINITY,
      });
    });
    const [innermost] = chain;
    return innermost === undefined ? 0 : nodeOf(innermost.name);
  }

  for (const row of cells) {
    const { unit, service, party, previous, current } = row;
    if (unit === null || service === null || party === null) continue;
    if (previous.ore === null && current.ore === null) continue;
    const isSecret = (side: Side): boolean =>
      row[side].attendance === 'member' && !keyed.has(service) && !known.has(row[side].figureId);
    const secret = { previous: isSecret('previous'), current: isSecret('current') };
    const down = { previous: unitsOf(previous, unitOre), current: unitsOf(current, unitOre) };
    const size = Math.min(Math.max(down.previous, down.current), mostUnits);
    const distance = distanceTo(services.indexOf(service), marked);
    arcs.push({
      figure: { unit, service, party, kind, figureId: current.figureId },
      isCell: true,
      from: sums(row, null),
      to: sums(row, party),
      down,
      isSecret: secret,
      isSensitive: isForced(row),
      cost:
        secret.previous || secret.current
          ? costOfCell + costOfDistance * Math.min(distance, 99) + size
          : Number.POSITIVE_INFINITY,
    });
  }
  const at: number[][] = Array.from({ length: nodes.size + 1 }, () => []);
  arcs.forEach(({ from, to }, index) => {
    at[from]?.push(index);
    if (to !== from) at[to]?.push(index);
  });
  return { arcs, at };
}
