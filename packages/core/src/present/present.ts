import type { Ore } from '../money/ore.ts';
import { invariant } from '../result/result.ts';
import { type Arc, networkOf, settle } from './network.ts';

/** A figure that is no sum of other figures here: a service's amount for a party. */
export type PresentCell = { readonly id: string; readonly ore: Ore };

/**
 * A figure that is the sum of others, cells or sums of the same side. The sums of a side are nested or apart, never overlapping: on the
 * party side a party's units and its total, on the cost side what all parties pay to a service, a unit, a group and everything.
 */
export type PresentSum = {
  readonly id: string;
  readonly side: 'party' | 'cost';
  readonly of: readonly string[];
};

/** Figures larger than this are presented in a unit nobody has; below it every remainder is an exact `number`. */
const largestUnitOre = 1_000_000_000_000n;

type Figure = {
  readonly id: string;
  /** How many cells it sums. */
  readonly cells: number;
  /** The whole units of its cells, each rounded down: what the flow stands on. */
  readonly whole: bigint;
  /** What its cells have over their whole units, in øre. */
  readonly over: number;
};

/** Rounded down, also below zero. */
const wholeUnits = (ore: bigint, unit: bigint): bigint => {
  const quotient = ore / unit;
  return ore % unit < 0n ? quotient - 1n : quotient;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Builds every sum from its parts; a sum of a sum waits for its parts. */
function figuresOf(
  cells: readonly PresentCell[],
  sums: readonly PresentSum[],
  unit: bigint,
): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const { id, ore } of cells) {
    invariant(!figures.has(id), `the cell ${id} is given once`);
    const whole = wholeUnits(ore, unit);
    figures.set(id, { id, cells: 1, whole, over: Number(ore - whole * unit) });
  }
  const sumById = new Map(sums.map((one) => [one.id, one]));
  invariant(sumById.size === sums.length, 'every sum is given once');
  const build = (id: string): Figure => {
    const known = figures.get(id);
    if (known !== undefined) return known;
    const sum = sumById.get(id);
    invariant(sum !== undefined, `${id} is a cell or a sum`);
    const parts = sum.of.map(build);
    const figure: Figure = {
      id,
      cells: parts.reduce((count, part) => count + part.cells, 0),
      whole: parts.reduce((total, part) => total + part.whole, 0n),
      over: parts.reduce((total, part) => total + part.over, 0),
    };
    figures.set(id, figure);
    return figure;
  };
  for (const { id } of sums) build(id);
  return figures;
}

/** The sum of a side each figure is a part of. */
function parentsOf(sums: readonly PresentSum[], side: PresentSum['side']): Map<string, string> {
  const parents = new Map<string, string>();
  for (const sum of sums) {
    if (sum.side !== side) continue;
    for (const part of sum.of) {
      invariant(!parents.has(part), `${part} is a part of one sum on the ${side} side`);
      parents.set(part, sum.id);
    }
  }
  return parents;
}

/**
 * Rounds a whole table once, so that every printed sum is the sum of its printed parts, down, across and at every level. Gives each
 * figure in whole units (1 000 kr when `unitOre` is 100 000).
 *
 * Every figure becomes its own amount rounded down or up; one that is whole stays. Among the tables that do this, the choice is:
 * figures are settled one by one, those that sum most cells first, then those farthest from a half, then by id; each goes to its
 * nearest unit, halves away from zero, when the figures already settled allow it, and else to the other side. So the result does not
 * depend on the order of rows, and the grand totals are the ones that are rounded as a reader would. (S-PRES-02, S-PRES-03)
 *
 * That a table always exists is the theorem of integral flows: sums that are nested on two sides are a network.
 */
export function present({
  cells,
  sums,
  unitOre,
}: {
  readonly cells: readonly PresentCell[];
  readonly sums: readonly PresentSum[];
  readonly unitOre: Ore;
}): ReadonlyMap<string, bigint> {
  invariant(unitOre > 0n && unitOre <= largestUnitOre, 'the unit is an amount above 0');
  const unit = Number(unitOre);
  const figures = figuresOf(cells, sums, unitOre);
  const ordered = [...figures.values()].sort((a, b) => byText(a.id, b.id));

  // The cost side runs from the hub (node 0) down to the cells, the party side from the cells up to the hub again.
  const costParents = parentsOf(sums, 'cost');
  const partyParents = parentsOf(sums, 'party');
  const sideOf = new Map(sums.map(({ id, side }) => [id, side]));
  const nodes = new Map<string, number>();
  for (const { id } of ordered) if (sideOf.has(id)) nodes.set(id, nodes.size + 1);
  const nodeOf = (id: string | undefined): number => (id === undefined ? 0 : (nodes.get(id) ?? 0));
  const arcs = ordered.map(({ id, over }): Arc => {
    const side = sideOf.get(id);
    const from = side === 'party' ? nodeOf(id) : nodeOf(costParents.get(id));
    const to = side === 'cost' ? nodeOf(id) : nodeOf(partyParents.get(id));
    return {
      from,
      to,
      flow: over,
      lowest: Math.floor(over / unit) * unit,
      highest: Math.ceil(over / unit) * unit,
    };
  });
  const network = networkOf(nodes.size + 1, arcs);

  /** Øre from the nearest half unit: the farther, the clearer which way it should go. */
  const clearness = (over: number): number => Math.abs(2 * (over % unit) - unit);
  const turns = ordered
    .map((figure, arc) => ({ figure, arc }))
    .filter(({ figure }) => figure.over % unit !== 0)
    .sort(
      (a, b) =>
        b.figure.cells - a.figure.cells ||
        clearness(b.figure.over) - clearness(a.figure.over) ||
        a.arc - b.arc,
    );
  for (const { figure, arc } of turns) {
    const rest = figure.over % unit;
    const negative = figure.whole * unitOre + BigInt(figure.over) < 0n;
    const up = 2 * rest > unit || (2 * rest === unit && !negative);
    settle(network, arc, figure.over - rest + (up ? unit : 0));
  }

  const printed = new Map<string, bigint>();
  ordered.forEach((figure, arc) => {
    const units = (network.flow[arc] ?? 0) / unit;
    invariant(Number.isInteger(units), `${figure.id} is whole when the table is rounded`);
    printed.set(figure.id, figure.whole + BigInt(units));
  });
  return printed;
}
