import { holds, isExact } from './equation.ts';
import { mergedSums } from './merged-sums.ts';
import { expectedIn, misplacedIn } from './misplaced.ts';
import { type Overview, overviewEquations, overviewsOf } from './overview.ts';
import { ownMembersIn } from './own-members.ts';
import { proseDeviations } from './prose.ts';
import type { Cell, Micro, PublishedDocument } from './published-document.ts';
import type { Finding } from './published-finding.ts';
import { rootCauses } from './root-cause.ts';
import { rowPatterns } from './row-patterns.ts';
import { sumRows } from './row-sums.ts';
import { sameQuantities } from './same-quantity.ts';
import { swappedFigures } from './swapped.ts';
import { partsOf } from './table-parts.ts';
import { unitOfTable } from './table-unit.ts';
import { viewTable } from './table-view.ts';
import { type UnderstoodTable, understandRounded } from './understood-table.ts';
import { findingsOf } from './write-findings.ts';

/** Everything that does not add up in a published document: one finding for each cause, its consequences after it. */
export function checkPublished(document: PublishedDocument): readonly Finding[] {
  const tables = document.tables.flatMap((table) => {
    const view = viewTable(table);
    return view === null ? [] : [understandRounded(view, unitOfTable(view, document.paragraphs))];
  });
  const parts = partsOf(tables);
  const overviews = overviewsOf(tables, {
    paragraphs: document.paragraphs,
    parts,
    repaired: repairedAlone(tables),
  });
  const misplaced = overviews.flatMap(misplacedIn);
  const moved = new Set<Cell>(misplaced.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  const given = new Map(
    misplaced.flatMap(({ cells }) => cells.map(({ cell, expected }) => [cell, expected] as const)),
  );
  const held = overviews.map((overview) => ({ overview, equations: overviewEquations(overview, moved) }));
  const ownMembers = held.flatMap(({ overview, equations }) => ownMembersIn(overview, equations));
  const apart = new Set<Cell>(
    ownMembers.flatMap(({ cell, carried }) => [cell, ...carried.map((each) => each.cell)]),
  );
  const equations = [
    ...tables.flatMap((table) => table.equations),
    ...parts.flatMap((each) => each.equations),
    ...held.flatMap(({ equations: own }) => own.filter(({ target }) => !apart.has(target.cell))),
    ...overviews.flatMap((overview) => sumsOfOverview(overview, given)),
    ...sameQuantities(tables),
  ];
  const patterns = rowPatterns(tables);
  const open = equations.filter((equation) => equation.kind === 'ratio' || !patterns.explained.has(equation));
  const swapped = swappedFigures(open, given);
  const known = new Map([
    ...given,
    ...swapped.flatMap(({ cell, other, printed, expected }) => [
      [cell, expected] as const,
      [other, printed] as const,
    ]),
  ]);
  const corrections = [...swapped, ...rootCauses(open, known)];
  const settled = new Map(known);
  for (const { cell, expected, carried } of corrections) {
    settled.set(cell, expected);
    for (const [other, value] of carried) settled.set(other, value);
  }
  const rounded = open.filter(
    (equation) =>
      equation.kind === 'linear' &&
      equation.rule !== 'overview' &&
      holds(equation, settled) &&
      !isExact(equation, settled),
  );
  return findingsOf({
    tables,
    overviews,
    corrections: mergedSums(corrections),
    rounded,
    misplaced,
    ownMembers,
    patterns: patterns.found,
    known,
    prose: proseDeviations(document.paragraphs, tables),
  });
}

/** A garbled overview hides its own sum row; with the figures of the chapters in place it is found again. */
function sumsOfOverview({ table, rows, keys }: Overview, given: ReadonlyMap<Cell, Micro>) {
  if (given.size === 0 || table.sums.length > 0) return [];
  const known = new Map(given);
  for (const { row } of rows)
    for (const column of keys.keys()) {
      const cell = table.view.cellAt(row, column);
      const expected = expectedIn({ table, rows, keys }, row, column);
      if (cell?.value != null && expected !== null) known.set(cell, expected);
    }
  const empty = new Set(table.view.columns.map(({ index }) => index).filter((index) => !keys.has(index)));
  return sumRows(table.view, table.unit, empty, known).flatMap(({ equations }) => equations);
}

/** Figures a table by itself proves wrong, by two sums or a recognisable slip: overviews are held against the right ones. */
function repairedAlone(tables: readonly UnderstoodTable[]): ReadonlyMap<Cell, Micro> {
  const repaired = new Map<Cell, Micro>();
  for (const { equations } of tables) {
    if (equations.every((equation) => holds(equation))) continue;
    for (const { cell, expected, breaks, settles, slip } of rootCauses(equations))
      if (breaks === 0 && (settles.length > 1 || slip !== null)) repaired.set(cell, expected);
  }
  return repaired;
}
