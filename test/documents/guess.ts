import { add, type Fraction, fraction, multiply, subtract } from '@samstyr/core/fraction/fraction';
import type { FigureRef } from '@samstyr/documents/tree/figure';
import type { Cell, DocumentTree, Row, TableNode } from '@samstyr/documents/tree/node';
import { allBlocks, chaptersOf, printedFigures } from '@samstyr/documents/tree/walk';

/** What a reader knows of hidden amounts: a sum of some of them, each with its factor, is a number. */
type Known = { readonly terms: ReadonlyMap<string, Fraction>; readonly place: string };

const zero = fraction(0n);
const one = fraction(1n);

/** A hidden figure the reader has too few possibilities for. */
export type Guess = { readonly figure: string; readonly possible: number };

type Reader = {
  readonly tree: DocumentTree;
  /** The true values, to stand in: the reader has none of them. */
  readonly truth: (figure: string) => Fraction | null;
};

const unitOre = fraction(100_000n);
const enough = 5;
const furthest = 40;
/** Tables looked at before giving up. */
const deskSize = 5000;

/**
 * Reads a whole document as somebody with a pencil does: every sum row, every change, every sum across and every figure that is said to
 * follow from others, as equations between what is hidden; and then moves the hidden amounts about in every direction the equations leave
 * open, a printed unit at a time, as long as no amount is below 0. What has fewer than five values that way is as good as told.
 */
export function guesses({ tree, truth }: Reader): readonly Guess[] {
  const known = equations(tree);
  const hidden = [...new Set(known.flatMap(({ terms }) => [...terms.keys()]))];
  const directions = openDirections(known, hidden);
  return hidden
    .filter((figure) => isPrintedAmount(tree, figure))
    .map((figure) => ({
      figure,
      possible: Math.max(1, ...directions.map((direction) => valuesAlong(direction, figure, hidden, truth))),
    }))
    .filter(({ possible }) => possible < enough)
    .map(({ figure }) => ({ figure, possible: valuesAround(directions, figure, hidden, truth) }))
    .filter(({ possible }) => possible < enough);
}

/** Every figure of the document that is hidden from its reader, and may be worked at. */
export const hiddenIn = (tree: DocumentTree): readonly string[] => [
  ...new Set(equations(tree).flatMap(({ terms }) => [...terms.keys()])),
];

const isPrintedAmount = (tree: DocumentTree, figure: string): boolean =>
  !/@(change|percent|share)/.test(figure) && tree.figures.get(figure)?.unit === 'ore';

function equations(tree: DocumentTree): readonly Known[] {
  const isHidden = (figure: string): boolean => tree.figures.get(figure)?.why === 'withheld';
  const known: Known[] = [];
  const say = (place: string, parts: readonly (readonly [string, Fraction])[]): void => {
    const terms = new Map<string, Fraction>();
    for (const [figure, factor] of parts)
      if (isHidden(figure)) terms.set(figure, add(terms.get(figure) ?? zero, factor));
    for (const [figure, factor] of terms) if (factor.n === 0n) terms.delete(figure);
    if (terms.size > 0) known.push({ terms, place });
  };
  const minus = fraction(-1n);
  const tables = chaptersOf(tree)
    .flatMap(({ children }) => allBlocks(children))
    .filter((block): block is TableNode => block.node === 'table');
  for (const table of tables) {
    const at = (row: Row, column: number): string | null => figureOf(row.cells[column]);
    for (const [column, { kind, relation, key }] of table.columns.entries()) {
      for (const row of table.rows) {
        const own = at(row, column);
        if (own === null) continue;
        if (
          (row.kind === 'sum' || row.kind === 'groupSum') &&
          ['previous', 'amount', 'later', 'change'].includes(kind)
        ) {
          const parts = table.rows.filter(
            (other) => other.kind === 'row' && (row.kind === 'sum' || other.group === row.group),
          );
          say(`${table.id} ${key}`, [
            [own, minus],
            ...parts.flatMap((part) => {
              const figure = at(part, column);
              return figure === null ? [] : [[figure, one] as const];
            }),
          ]);
        }
        const across = (name: string): string | null =>
          at(
            row,
            table.columns.findIndex((other) => other.key === name),
          );
        if (relation?.op === 'difference') {
          const [from, less] = [across(relation.from), across(relation.amount)];
          if (from !== null && less !== null)
            say(table.id, [
              [own, minus],
              [from, one],
              [less, minus],
            ]);
        }
        if (relation?.op === 'sum')
          say(table.id, [
            [own, minus],
            ...relation.of.flatMap((name) => {
              const figure = across(name);
              return figure === null ? [] : [[figure, one] as const];
            }),
          ]);
      }
    }
  }
  // What stands in a sentence, a fact or a percentage and follows from something that does not stand anywhere.
  const printed = printedFigures(tree);
  for (const { id, relation, value } of tree.figures.values()) {
    if (relation === null || (value === null && !isHidden(id))) continue;
    if (!printed.has(id) && !isHidden(id)) continue;
    switch (relation.op) {
      case 'sum':
        say(id, [[id, minus], ...relation.of.map((part) => [part, one] as const)]);
        break;
      case 'difference':
        say(id, [
          [id, minus],
          [relation.from, one],
          [relation.amount, minus],
        ]);
        break;
      case 'percent': {
        // part = percent × whole ÷ 100: a reader who sees the percentage holds it against both.
        if (value !== null)
          say(id, [
            [relation.part, minus],
            [relation.whole, multiply(value, fraction(1n, 100n))],
          ]);
        break;
      }
      default:
    }
  }
  return known;
}

const figureOf = (cell: Cell | undefined): string | null =>
  cell?.cell === 'figure' ? (cell.ref as FigureRef).figure : null;

type Direction = readonly Fraction[];

/** The directions hidden amounts can move in together without any equation noticing, alone and two and two. */
function openDirections(known: readonly Known[], hidden: readonly string[]): readonly Direction[] {
  const rows = known.map(({ terms }) => hidden.map((figure) => terms.get(figure) ?? zero));
  const pivots: number[] = [];
  let next = 0;
  for (let column = 0; column < hidden.length && next < rows.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= next && row[column]?.n !== 0n);
    if (found < 0) continue;
    const [row = []] = rows.splice(found, 1);
    const lead = row[column] ?? one;
    const unit = row.map((value) => multiply(value, fraction(lead.d, lead.n)));
    rows.splice(next, 0, unit);
    for (const [at, other] of rows.entries()) {
      const factor = other[column] ?? zero;
      if (at === next || factor.n === 0n) continue;
      rows[at] = other.map((value, of) => subtract(value, multiply(factor, unit[of] ?? zero)));
    }
    pivots.push(column);
    next += 1;
  }
  const free = hidden.map((_, at) => at).filter((at) => !pivots.includes(at));
  const basis = free.map((column): Direction => {
    const direction = hidden.map(() => zero);
    direction[column] = one;
    for (const [at, pivot] of pivots.entries()) direction[pivot] = subtract(zero, rows[at]?.[column] ?? zero);
    return direction;
  });
  const together = basis.flatMap((a, at) =>
    basis
      .slice(at + 1)
      .flatMap((b) => [
        a.map((value, of) => add(value, b[of] ?? zero)),
        a.map((value, of) => subtract(value, b[of] ?? zero)),
      ]),
  );
  return [...basis, ...together];
}

/** A change may be negative; and what is below 0 already says that it can be. */
const mayBeNegative = (name: string, value: Fraction | null): boolean =>
  name.includes('@change') || value === null || value.n < 0n;

/**
 * How many values a figure has when directions may be followed one after the other: a way straight on can stop at an amount of 0 where
 * another goes further. Follows each way as far as it leads before turning, until there are enough values or the desk is full.
 */
function valuesAround(
  directions: readonly Direction[],
  figure: string,
  hidden: readonly string[],
  truth: Reader['truth'],
): number {
  const own = hidden.indexOf(figure);
  const isFree = hidden.map((name) => mayBeNegative(name, truth(name)));
  const start = hidden.map((name) => truth(name) ?? zero);
  const nameOf = (table: readonly Fraction[]): string => table.map(({ n, d }) => `${n}/${d}`).join(' ');
  const furthestIn = (sign: Fraction): number => {
    const moves = directions
      .map((direction) => direction.map((move) => multiply(multiply(move, unitOre), sign)))
      .flatMap((move) => [move, move.map((part) => subtract(zero, part))])
      .filter((move) => multiply(move[own] ?? zero, sign).n > 0n);
    const seen = new Set<string>();
    let far = 0;
    const go = (table: readonly Fraction[], steps: number): void => {
      far = Math.max(far, steps);
      for (const move of moves) {
        if (far >= enough || seen.size >= deskSize) return;
        const next = table.map((value, at) => add(value, move[at] ?? zero));
        const name = nameOf(next);
        if (seen.has(name) || !next.every(({ n }, at) => n >= 0n || isFree[at])) continue;
        seen.add(name);
        go(next, steps + 1);
      }
    };
    go(start, 0);
    return far;
  };
  return 1 + furthestIn(one) + furthestIn(fraction(-1n));
}

/** How many values a figure has when everything moves along a direction, a unit at a time, and no amount falls below 0. */
function valuesAlong(
  direction: Direction,
  figure: string,
  hidden: readonly string[],
  truth: Reader['truth'],
): number {
  const own = direction[hidden.indexOf(figure)] ?? zero;
  if (own.n === 0n) return 1;
  const isPossible = (steps: number): boolean =>
    hidden.every((name, at) => {
      const move = direction[at] ?? zero;
      const value = truth(name);
      if (move.n === 0n || value === null || mayBeNegative(name, value)) return true;
      return add(value, multiply(multiply(move, unitOre), fraction(BigInt(steps)))).n >= 0n;
    });
  let count = 1;
  for (let steps = 1; steps <= furthest && isPossible(steps); steps += 1) count += 1;
  for (let steps = 1; steps <= furthest && isPossible(-steps); steps += 1) count += 1;
  return count;
}
