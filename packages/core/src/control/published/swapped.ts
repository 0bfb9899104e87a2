import { cellsOf, type Equation, figureIn, holds, type LinearEquation, residualOf } from './equation.ts';
import type { Cell, Micro } from './published-document.ts';
import type { Correction } from './root-cause.ts';

const sameLine = (a: Cell, b: Cell): boolean =>
  a.place.table === b.place.table && (a.place.column === b.place.column || a.place.line === b.place.line);

/** Two figures that stand in each other's place: exchanging them settles two sums or more and breaks none. */
export function swappedFigures(
  equations: readonly Equation[],
  known: ReadonlyMap<Cell, Micro>,
): readonly (Correction & { readonly other: Cell })[] {
  const broken = equations.filter(
    (equation): equation is LinearEquation => equation.kind === 'linear' && !holds(equation, known),
  );
  const found: (Correction & { readonly other: Cell })[] = [];
  const used = new Set<Cell>();
  for (const [at, first] of broken.entries())
    for (const second of broken.slice(at + 1, at + 60)) {
      const pair = exchange(first, second, { equations, known, used });
      if (pair === null) continue;
      used.add(pair.cell).add(pair.other);
      found.push(pair);
    }
  return found;
}

function exchange(
  first: LinearEquation,
  second: LinearEquation,
  {
    equations,
    known,
    used,
  }: { equations: readonly Equation[]; known: ReadonlyMap<Cell, Micro>; used: ReadonlySet<Cell> },
): (Correction & { readonly other: Cell }) | null {
  const residual = residualOf(first, known);
  if (residual !== residualOf(second, known) && residual !== -residualOf(second, known)) return null;
  for (const { cell } of first.members)
    for (const { cell: other } of second.members) {
      if (cell === other || used.has(cell) || used.has(other) || !sameLine(cell, other)) continue;
      const [here, there] = [figureIn(cell, known), figureIn(other, known)];
      if (here === there || here === 0n || there === 0n) continue;
      const after = new Map([...known, [cell, there] as const, [other, here] as const]);
      if (!holds(first, after) || !holds(second, after)) continue;
      const touched = equations.filter((equation) =>
        cellsOf(equation).some((term) => term.cell === cell || term.cell === other),
      );
      if (touched.some((equation) => holds(equation, known) && !holds(equation, after))) continue;
      const settles = touched.filter((equation) => !holds(equation, known) && holds(equation, after));
      const carried = new Map([[other, here]]);
      return {
        cell,
        other,
        printed: here,
        expected: there,
        slip: null,
        settles,
        carried,
        breaks: 0,
        rivals: 0,
      };
    }
  return null;
}
