import type { Overview, OverviewRow } from '../budget/view.ts';
import { divide, type Fraction, floor, fraction, one, subtract } from '../fraction/fraction.ts';
import type { Ore } from '../money/ore.ts';
import { type DisclosureProblem, fewestPossibleValues, type Side } from './problem.ts';
import { determined, type Equation, intervals } from './simplex.ts';

export type AuditInput = {
  readonly overview: Overview;
  readonly unitOre: Ore;
  /** Whether the edition hides a figure; everything else the outsider sees. */
  readonly hides: (figureId: string) => boolean;
  readonly keyed: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
  /** Units whose sums are printed together; such a sum is never hidden. */
  readonly groups: readonly { readonly units: readonly string[] }[];
  /** The figures as printed, in whole units; null: the outsider sees every øre. */
  readonly printed: ((figureId: string) => bigint | null) | null;
};

type Variable = { readonly row: OverviewRow; readonly side: Side; readonly value: bigint };
type Linear = { readonly terms: Map<number, bigint>; value: bigint };

const sides: readonly Side[] = ['previous', 'current'];

/** Whether a cell lies inside a sum: null is all. */
const isInside = (cell: OverviewRow, sum: OverviewRow): boolean =>
  cell.kind === sum.kind &&
  (sum.unit === null || cell.unit === sum.unit) &&
  (sum.service === null || cell.service === sum.service) &&
  (sum.party === null || cell.party === sum.party);

/** Variables that meet in an equation, directly or through others, are looked at together. */
function components(equations: readonly Linear[], count: number): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (const { terms } of equations) {
    const [first, ...rest] = terms.keys();
    if (first !== undefined) for (const other of rest) parent[root(other)] = root(first);
  }
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const group = groups.get(root(index));
    if (group === undefined) groups.set(root(index), [index]);
    else group.push(index);
  }
  return [...groups.values()];
}

/**
 * What an outsider can work out from everything an edition shows, both years and the change column together: the visible figures as
 * equations, solved exactly. A hidden cell must not follow from them, and must keep at least five possible values when no amount is
 * negative (a negative one is taken to be known as such). Reads the overview and the edition only; shares no code with the choice of
 * what to hide. (S-DISC-04, S-DISC-08)
 */
export function audit({
  overview,
  groups,
  unitOre,
  hides,
  keyed,
  published,
  printed,
}: AuditInput): readonly DisclosureProblem[] {
  const rows = [...overview.rows, ...overview.totals];
  const amountOf = (row: OverviewRow, side: Side): bigint | null => {
    if (printed === null) return row[side].ore ?? (row[side].attendance === 'unknown' ? null : 0n);
    const id = row.current.figureId;
    return printed(side === 'current' ? id : `${id}@previous`);
  };
  const cells = rows.filter((row) => row.unit !== null && row.service !== null && row.party !== null);
  const isKnown = (row: OverviewRow, side: Side): boolean =>
    !hides(row[side].figureId) ||
    published.has(row[side].figureId) ||
    row[side].attendance !== 'member' ||
    (row.service !== null && keyed.has(row.service));

  const variables: Variable[] = [];
  const indexOf = new Map<OverviewRow, { [S in Side]?: number }>();
  for (const row of cells) {
    for (const side of sides) {
      const value = amountOf(row, side);
      if (value === null || isKnown(row, side)) continue;
      indexOf.set(row, { ...indexOf.get(row), [side]: variables.length });
      variables.push({ row, side, value });
    }
  }
  if (variables.length === 0) return [];

  /** A sum in hidden cells: what is visible of it is taken over to the other side. */
  const linear = (row: OverviewRow, side: Side): Linear => {
    const terms = new Map<number, bigint>();
    let value = amountOf(row, side) ?? 0n;
    for (const cell of cells) {
      if (!isInside(cell, row)) continue;
      const index = indexOf.get(cell)?.[side];
      if (index === undefined) value -= amountOf(cell, side) ?? 0n;
      else terms.set(index, 1n);
    }
    return { terms, value };
  };
  const equations: Linear[] = [];
  for (const row of rows) {
    const isCell = row.unit !== null && row.service !== null && row.party !== null;
    for (const side of sides) if (!isCell && !hides(row[side].figureId)) equations.push(linear(row, side));
    if (hides(`${row.current.figureId}@change`)) continue;
    const [now, before] = [linear(row, 'current'), linear(row, 'previous')];
    for (const [index, factor] of before.terms) now.terms.set(index, -factor);
    equations.push({ terms: now.terms, value: now.value - before.value });
  }

  // A group's sum for a party is worth something only where a unit's own sum is hidden: then it is the sum of the units' sums.
  for (const { units } of groups) {
    const sums = rows.filter((row) => row.service === null && row.unit !== null && units.includes(row.unit));
    for (const name of new Set(sums.map((row) => `${row.kind} ${row.party}`))) {
      for (const side of sides) {
        const parts = sums
          .filter((row) => `${row.kind} ${row.party}` === name)
          .map((row) => linear(row, side));
        equations.push({
          terms: new Map(parts.flatMap(({ terms }) => [...terms])),
          value: parts.reduce((total, part) => total + part.value, 0n),
        });
      }
    }
  }

  const problems: DisclosureProblem[] = [];
  const step = printed === null ? unitOre : 1n;
  for (const group of components(equations, variables.length)) {
    const local = new Map(group.map((index, at) => [index, at]));
    // A variable that may be negative is the difference of two that are not.
    const negative = group.filter((index) => (variables[index]?.value ?? 0n) < 0n);
    const opposite = new Map(negative.map((index, at) => [index, group.length + at]));
    const width = group.length + negative.length;
    const own = equations
      .filter(({ terms }) => [...terms.keys()].some((index) => local.has(index)))
      .map(
        ({ terms, value }): Equation => ({
          of: new Map(
            [...terms].flatMap(([index, factor]): [number, Fraction][] => {
              const at = local.get(index) ?? 0;
              const other = opposite.get(index);
              return other === undefined
                ? [[at, fraction(factor)]]
                : [
                    [at, fraction(factor)],
                    [other, fraction(-factor)],
                  ];
            }),
          ),
          value: fraction(value),
        }),
      );
    const positive = own.map(({ of, value }) => ({
      of: new Map([...of].filter(([at]) => at < group.length)),
      value,
    }));
    const followed = determined(positive, group.length);
    const bounded = group.filter((index) => !followed.has(local.get(index) ?? -1) && !opposite.has(index));
    const found = intervals(
      own,
      width,
      bounded.map((index) => local.get(index) ?? 0),
    );
    for (const index of group) {
      const variable = variables[index];
      if (variable === undefined) continue;
      const id = variable.row[variable.side].figureId;
      if (followed.has(local.get(index) ?? -1)) {
        problems.push({ code: 'disclosure.recoverable', side: variable.side, figureId: id });
        continue;
      }
      const interval = found.get(local.get(index) ?? -1);
      if (interval === undefined || interval.high === null || interval.low === null) continue;
      const possible = possibleValues(subtract(interval.high, interval.low), step);
      if (possible < fewestPossibleValues)
        problems.push({
          code: 'disclosure.narrow',
          side: variable.side,
          figureId: id,
          possible,
          needed: fewestPossibleValues,
        });
    }
  }
  return problems;
}

const possibleValues = (width: Fraction, step: bigint): number =>
  Number(floor(divide(width, { n: step, d: one.d }))) + 1;
