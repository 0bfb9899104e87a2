import { holds, isExact } from './equation.ts';
import { misplacedIn } from './misplaced.ts';
import { overviewEquations, overviewsOf } from './overview.ts';
import { roundedTo } from './printed-figure.ts';
import { type Cell, micro, type PublishedDocument } from './published-document.ts';
import type { Finding } from './published-finding.ts';
import { rootCauses } from './root-cause.ts';
import { sameQuantities } from './same-quantity.ts';
import { partsOf } from './table-parts.ts';
import { unitOfTable } from './table-unit.ts';
import { viewTable } from './table-view.ts';
import { understand } from './understood-table.ts';
import { findingsOf } from './write-findings.ts';

/** Everything that does not add up in a published document: one finding for each cause, its consequences after it. */
export function checkPublished(document: PublishedDocument): readonly Finding[] {
  const tables = document.tables.flatMap((table) => {
    const view = viewTable(table);
    return view === null ? [] : [understand(view, unitOfTable(view, document.paragraphs))];
  });
  const parts = partsOf(tables);
  const overviews = overviewsOf(tables, { paragraphs: document.paragraphs, parts });
  const misplaced = overviews.flatMap(misplacedIn);
  const moved = new Set<Cell>(misplaced.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  const equations = [
    ...tables.flatMap((table) => table.equations),
    ...parts.flatMap((each) => each.equations),
    ...overviews.flatMap((overview) => overviewEquations(overview, moved)),
    ...sameQuantities(tables),
  ];
  const given = new Map(
    misplaced.flatMap(({ overview, cells }) =>
      cells.map(({ cell, expected }) => [cell, roundedTo(expected, overview.ratio * micro) / overview.ratio] as const),
    ),
  );
  const corrections = rootCauses(equations, given);
  const rounded = equations.filter(
    (equation) =>
      equation.kind === 'linear' && equation.rule !== 'overview' && holds(equation, given) && !isExact(equation, given),
  );
  return findingsOf({ tables, corrections, rounded, misplaced });
}
