import type { ModelProblem } from './model-problem.ts';
import { references } from './references.ts';
import { type AnyRow, rowPlace } from './row-place.ts';
import type { Model, TableName } from './rows.ts';

const tableNames = Object.keys(references) as readonly TableName[];

/** One cooperation; ids that are unique in their table; references that name something. */
export function referenceProblems(model: Model): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  if (model.cooperation.length !== 1) {
    const at = rowPlace('cooperation', model.cooperation[1] ?? { id: '' }, 'id');
    problems.push({ code: 'cooperation.notOne', at, count: model.cooperation.length });
  }
  const names = new Map<TableName, ReadonlySet<string>>();
  for (const table of tableNames) {
    const seen = new Map<string, AnyRow>();
    for (const row of model[table] as readonly AnyRow[]) {
      const twin = seen.get(row.id);
      if (twin === undefined) seen.set(row.id, row);
      else
        problems.push({
          code: 'id.twice',
          at: rowPlace(table, row, 'id'),
          other: rowPlace(table, twin, 'id'),
        });
    }
    names.set(
      table,
      table === 'party' ? new Set(model.party.map(({ party }) => party)) : new Set(seen.keys()),
    );
  }
  for (const table of tableNames)
    for (const row of model[table] as readonly AnyRow[])
      for (const [field, to] of Object.entries(references[table])) {
        const value = (row as { readonly [field: string]: unknown })[field];
        const named = Array.isArray(value) ? value : value === null ? [] : [value];
        for (const name of named)
          if (!names.get(to)?.has(`${name}`))
            problems.push({
              code: 'reference.missing',
              at: rowPlace(table, row, field),
              to,
              name: `${name}`,
            });
      }
  return problems;
}

/** A service stands under its unit in name too: `nav/drift` in `nav`; an agreement names a service of its own unit. */
export function unitProblems(model: Model): readonly ModelProblem[] {
  const unitOf = new Map(model.service.map(({ id, unit }) => [id, unit]));
  const services = model.service
    .filter(({ id, unit }) => id !== unit && !id.startsWith(`${unit}/`))
    .map(
      (row): ModelProblem => ({
        code: 'service.otherUnit',
        at: rowPlace('service', row, 'id'),
        unit: row.unit,
      }),
    );
  const agreements = model.agreement
    .filter(({ service, unit }) => service !== null && (unitOf.get(service) ?? unit) !== unit)
    .map(
      (row): ModelProblem => ({
        code: 'service.otherUnit',
        at: rowPlace('agreement', row, 'service'),
        unit: row.unit,
      }),
    );
  return [...services, ...agreements];
}

/** What names itself through others: the first row of each ring, with the whole way round. */
export function cycleProblems(model: Model): readonly ModelProblem[] {
  const continues = ringsOf(
    model.service.flatMap((row) =>
      row.continues === null
        ? []
        : [{ from: row.id, to: row.continues, at: rowPlace('service', row, 'continues') }],
    ),
  );
  const base = ringsOf(
    model.version.flatMap((row) =>
      row.base === null ? [] : [{ from: row.id, to: row.base, at: rowPlace('version', row, 'base') }],
    ),
  );
  const moves = model.version.flatMap(({ id }) =>
    ringsOf(
      model.change.flatMap((row) =>
        row.counterpart === null || row.version !== id || row.status === 'rejected'
          ? []
          : [{ from: row.service, to: row.counterpart, at: rowPlace('change', row, 'counterpart') }],
      ),
    ),
  );
  return [...continues, ...base, ...moves];
}

type Edge = { readonly from: string; readonly to: string; readonly at: ModelProblem['at'] };

function ringsOf(edges: readonly Edge[]): readonly ModelProblem[] {
  const after = new Map<string, Edge[]>();
  for (const edge of edges) after.set(edge.from, [...(after.get(edge.from) ?? []), edge]);
  const done = new Set<string>();
  const problems: ModelProblem[] = [];

  // Depth first with a stack of its own: a chain may be longer than the call stack.
  for (const start of after.keys()) {
    if (done.has(start)) continue;
    const way = [start];
    const onWay = new Set(way);
    const left = [[...(after.get(start) ?? [])]];
    while (way.length > 0) {
      const edge = left.at(-1)?.shift();
      if (edge === undefined) {
        const finished = way.pop();
        left.pop();
        if (finished !== undefined) {
          onWay.delete(finished);
          done.add(finished);
        }
      } else if (onWay.has(edge.to)) {
        problems.push({ code: 'cycle', at: edge.at, path: [...way.slice(way.indexOf(edge.to)), edge.to] });
      } else if (!done.has(edge.to)) {
        way.push(edge.to);
        onWay.add(edge.to);
        left.push([...(after.get(edge.to) ?? [])]);
      }
    }
  }
  return problems;
}
