import {
  cellsOf,
  type Equation,
  expectedOf,
  figureIn,
  holds,
  type LinearEquation,
  printedStep,
  type RuleId,
  residualOf,
  type Term,
} from './equation.ts';
import { absolute, roundedTo } from './printed-figure.ts';
import type { Cell, Micro } from './published-document.ts';
import { type Slip, slipBetween } from './slips.ts';

/** One figure put right, what that settles, and where the wrong figure had travelled. */
export type Correction = {
  readonly cell: Cell;
  readonly printed: Micro;
  readonly expected: Micro;
  readonly slip: Slip | null;
  /** Broken equations that hold once the figure is right; the first is the one to tell about. */
  readonly settles: readonly Equation[];
  /** Figures computed from the wrong one, and what they should be. */
  readonly carried: ReadonlyMap<Cell, Micro>;
  /** Sound equations the correction would break: 0 for a cause that explains all it touches. */
  readonly breaks: number;
  /** Another figure would explain the same just as well. */
  readonly rivals: number;
  /** The figure this one has changed places with. */
  readonly other?: Cell;
};

type Index = ReadonlyMap<Cell, readonly Equation[]>;

function indexOf(equations: readonly Equation[]): Index {
  const index = new Map<Cell, Equation[]>();
  for (const equation of equations)
    for (const { cell } of cellsOf(equation)) {
      const list = index.get(cell);
      if (list === undefined) index.set(cell, [equation]);
      else list.push(equation);
    }
  return index;
}

const isBroken = (equation: Equation, overlay: ReadonlyMap<Cell, Micro>): equation is LinearEquation =>
  equation.kind === 'linear' && !holds(equation, overlay);

/**
 * What else changes when a figure does: sums and differences that were computed from the wrong figure and agree with it. Equations that
 * are broken already carry nothing; there the figure was right when the sum was made.
 */
function carry(start: Map<Cell, Micro>, index: Index, before: ReadonlyMap<Cell, Micro>): Map<Cell, Micro> {
  const after = new Map([...before, ...start]);
  const via = new Map<Cell, LinearEquation>();
  const queue = [...start.keys()];
  for (let step = 0; step < queue.length && step < 200; step += 1) {
    const cell = queue[step];
    if (cell === undefined) break;
    for (const equation of index.get(cell) ?? []) {
      if (equation.kind !== 'linear' || !equation.carries || equation.target.cell === cell) continue;
      const { target } = equation;
      if (start.has(target.cell) || !holds(equation, before)) continue;
      if (via.has(target.cell) && via.get(target.cell) !== equation) continue;
      const moved = (expectedOf(equation, after) ?? 0n) - (expectedOf(equation, before) ?? 0n);
      // A rounded sum may agree with both figures; it was made from the one it agrees with better.
      if (moved === 0n || absolute(residualOf(equation, before)) > absolute(residualOf(equation, after)))
        if (moved === 0n || !via.has(target.cell)) continue;
      const exact = figureIn(target.cell, before) + moved / target.factor;
      const next = target.factor === 1n ? exact : roundedTo(exact, printedStep(target.cell.decimals));
      if (after.get(target.cell) === next) continue;
      via.set(target.cell, equation);
      after.set(target.cell, next);
      queue.push(target.cell);
    }
  }
  const changed = new Map<Cell, Micro>();
  for (const [cell, value] of after) if (figureIn(cell, before) !== value) changed.set(cell, value);
  return changed;
}

/** The value that makes the equation exact when only this cell moves. */
function solveFor(equation: LinearEquation, term: Term, overlay: ReadonlyMap<Cell, Micro>): Micro | null {
  const residual = residualOf(equation, overlay);
  if (term.cell === equation.target.cell) {
    const exact = figureIn(term.cell, overlay) - roundedTo(residual, term.factor) / term.factor;
    return term.factor === 1n ? exact : roundedTo(exact, printedStep(term.cell.decimals));
  }
  const member = equation.members.find(({ cell }) => cell === term.cell);
  if (member === undefined || residual % member.factor !== 0n) return null;
  return figureIn(term.cell, overlay) + (member.sign * residual) / member.factor;
}

const slipWeight: Record<Slip, number> = { sign: 5, transposed: 5, magnitude: 4, lostDigit: 2.5, digit: 2 };

/**
 * Rounding blurs what a sum says a figure should be. Within that room a recognisable slip is likelier than the exact difference: 60 734
 * for a printed 60 374, though the sum asks for 60 735.
 */
function nearestSlip(
  printed: Micro,
  exact: Micro,
  { room, step, isSum }: { readonly room: bigint; readonly step: bigint; readonly isSum: boolean },
): Micro {
  if (slipBetween(printed, exact) !== null) return exact;
  for (let away = step; away <= room && away <= 12n * step; away += step)
    for (const expected of [exact + away, exact - away]) {
      const slip = slipBetween(printed, expected);
      // In a wide room some digit can always be found that would do; a swap or a sign can not.
      // Of two digits nearly any pair is a swap of some other.
      const isSwap = slip === 'transposed' && absolute(printed) >= 100n * step;
      if (isSwap || slip === 'sign' || (slip === 'digit' && !isSum && room <= 3n * step)) return expected;
    }
  return exact;
}

/** Between two figures that explain the same, the copy and the total are likelier wrong than what they were made from. */
const targetBonus: Partial<Record<RuleId, number>> = { overview: 6, parts: 4 };

type Weighed = Correction & { readonly score: number; readonly asTarget: number };

function weigh(
  cell: Cell,
  expected: Micro,
  { index, overlay, asTarget }: { index: Index; overlay: ReadonlyMap<Cell, Micro>; asTarget: number },
): Weighed {
  const changed = carry(new Map([[cell, expected]]), index, overlay);
  const after = new Map([...overlay, ...changed]);
  const touched = new Set([...changed.keys()].flatMap((each) => index.get(each) ?? []));
  const settles: Equation[] = [];
  let breaks = 0;
  for (const equation of touched) {
    const [was, is] = [holds(equation, overlay), holds(equation, after)];
    if (!was && is) settles.push(equation);
    // A share or an average that no longer fits counts half: it has fewer digits to be sure by.
    if (was && !is) breaks += equation.kind === 'linear' ? 1 : 0.5;
  }
  const printed = figureIn(cell, overlay);
  const slip = slipBetween(printed, expected);
  const carried = new Map([...changed].filter(([each]) => each !== cell));
  const settled = settles.reduce((total, { kind }) => total + (kind === 'linear' ? 1 : 0.5), 0);
  // A copy that is wrong in itself, by its own row and by what it copies, goes first: it hides the way of other errors.
  const isWrongCopy =
    breaks === 0 &&
    carried.size === 0 &&
    settles.some(({ rule, target }) => rule === 'overview' && target.cell === cell) &&
    settles.some(({ rule }) => rule !== 'overview');
  const score =
    (isWrongCopy ? 1000 : 0) +
    10 * settled -
    11 * breaks +
    (slip === null ? 0 : slipWeight[slip]) +
    asTarget -
    0.15 * carried.size;
  settles.sort((a, b) => rank(a, cell) - rank(b, cell));
  return { cell, printed, expected, slip, settles, carried, breaks, rivals: 0, score, asTarget };
}

/** Tells about the equation in which the figure is the sum first, and about sums before differences. */
function rank(equation: Equation, cell: Cell): number {
  const order = { 'sum.rows': 0, parts: 1, 'sum.columns': 2, change: 3, overview: 4, same: 5 } as Record<
    string,
    number
  >;
  return (
    (equation.target.cell === cell ? 0 : 10) +
    (order[equation.rule] ?? 6) +
    (equation.kind === 'ratio' ? 20 : 0)
  );
}

/** Explains the broken equations by as few wrong figures as possible, the best explanation first. */
export function rootCauses(
  equations: readonly Equation[],
  known: ReadonlyMap<Cell, Micro> = new Map(),
): readonly Correction[] {
  const index = indexOf(equations);
  const overlay = new Map<Cell, Micro>(known);
  const explained = new Set<Equation>();
  const found: Correction[] = [];
  for (;;) {
    const broken = equations.filter(
      (equation): equation is LinearEquation => !explained.has(equation) && isBroken(equation, overlay),
    );
    if (broken.length === 0) break;
    const best = bestOf(broken, index, overlay, new Set([...known.keys(), ...found.map(({ cell }) => cell)]));
    if (best === null) {
      for (const equation of broken) explained.add(equation);
      found.push(...broken.map((equation) => unexplained(equation, overlay)));
      break;
    }
    found.push(best);
    for (const equation of best.settles) explained.add(equation);
    if (best.breaks > 0) continue;
    overlay.set(best.cell, best.expected);
    for (const [cell, value] of best.carried) overlay.set(cell, value);
  }
  return [...found, ...brokenRatios(equations, overlay, new Set(found.map(({ cell }) => cell)))];
}

function bestOf(
  broken: readonly LinearEquation[],
  index: Index,
  overlay: ReadonlyMap<Cell, Micro>,
  done: ReadonlySet<Cell>,
): Correction | null {
  const weighed = new Map<string, Weighed>();
  const numbers = new Map<Cell, number>();
  for (const equation of broken)
    for (const term of cellsOf(equation)) {
      if (done.has(term.cell)) continue;
      const exact = solveFor(equation, term, overlay);
      if (exact === null) continue;
      const expected = nearestSlip(figureIn(term.cell, overlay), exact, {
        room: equation.tolerance / term.factor,
        step: printedStep(term.cell.decimals),
        isSum: equation.target.cell === term.cell,
      });
      const number = numbers.get(term.cell) ?? numbers.size;
      numbers.set(term.cell, number);
      const key = `${number}:${expected}`;
      const asTarget = equation.target.cell !== term.cell ? 0 : (targetBonus[equation.rule] ?? 1.5);
      const before = weighed.get(key);
      // Worked out in one equation, it may go into another: being worked out at all is what counts.
      if (before !== undefined && before.asTarget >= asTarget) continue;
      weighed.set(key, weigh(term.cell, expected, { index, overlay, asTarget }));
    }
  let best: Weighed | null = null;
  for (const each of weighed.values()) {
    if (each.settles.length === 0) continue;
    if (best === null || each.score > best.score) best = each;
  }
  if (best === null) return null;
  const { score, cell } = best;
  const rivals = [...weighed.values()].filter(
    (each) => each.cell !== cell && score - each.score < 2.5,
  ).length;
  return { ...best, rivals };
}

const unexplained = (equation: LinearEquation, overlay: ReadonlyMap<Cell, Micro>): Correction => {
  const { cell } = equation.target;
  const expected = solveFor(equation, equation.target, overlay) ?? figureIn(cell, overlay);
  const printed = figureIn(cell, overlay);
  return {
    cell,
    printed,
    expected,
    slip: null,
    settles: [equation],
    carried: new Map(),
    breaks: 1,
    rivals: 1,
  };
};

/** Shares and averages that fit neither the printed figures nor the corrected ones. */
function brokenRatios(
  equations: readonly Equation[],
  overlay: ReadonlyMap<Cell, Micro>,
  done: ReadonlySet<Cell>,
): readonly Correction[] {
  return equations.flatMap((equation) => {
    if (equation.kind !== 'ratio' || holds(equation) || holds(equation, overlay)) return [];
    const { cell } = equation.target;
    if (done.has(cell)) return [];
    const exact = expectedOf(equation, overlay) ?? 0n;
    const expected = roundedTo(exact, 10n ** BigInt(6 - Math.min(6, cell.decimals)));
    const printed = figureIn(cell);
    const slip = slipBetween(printed, expected);
    return [{ cell, printed, expected, slip, settles: [equation], carried: new Map(), breaks: 0, rivals: 0 }];
  });
}
