import { isUnreadable, roundingRoom } from './column-relations.ts';
import { holds, type LinearEquation } from './equation.ts';
import { absolute } from './printed-figure.ts';
import { micro } from './published-document.ts';
import type { TableUnit } from './table-unit.ts';
import type { ColumnView, RowView, TableView } from './table-view.ts';

/** What goes on from row to row or from an opening figure to a closing one, and the columns that therefore add up to nothing. */
export type Balances = {
  readonly equations: readonly LinearEquation[];
  readonly notAddable: ReadonlySet<number>;
};

const closing =
  /utg(?:å|aa)ende|\bub\b|31\.? ?(?:12|des)|ultimo|ved (?:årets |utgangen |slutten )|beholdning ut|closing/iu;
const opening =
  /inng(?:å|aa)ende|\bib\b|(?<!\d)0?1\. ?(?:0?1(?!\d)|jan)|primo|ved (?:inngangen|begynnelsen|starten)|beholdning inn|opening/iu;
const mostMovements = 6;

type Member = { readonly row: number; readonly column: number; readonly sign: 1n | -1n };

function equationOf(
  view: TableView,
  unit: TableUnit,
  target: { readonly row: number; readonly column: number },
  members: readonly Member[],
): LinearEquation | null {
  const cell = view.cellAt(target.row, target.column);
  if (cell === undefined || cell.value === null) return null;
  const terms = members.flatMap(({ row, column, sign }) => {
    const member = view.cellAt(row, column);
    return member === undefined ? [] : [{ cell: member, factor: 1n, sign }];
  });
  if (terms.length < members.length || terms.every(({ cell: each }) => each.value === null)) return null;
  if (terms.some(({ cell: each }) => isUnreadable(each) || each.state === 'unknown')) return null;
  const decimals = Math.max(cell.decimals, ...terms.map(({ cell: each }) => each.decimals));
  const tolerance = roundingRoom(unit, members.length, decimals);
  return {
    kind: 'linear',
    rule: 'balance',
    target: { cell, factor: 1n },
    members: terms,
    tolerance,
    carries: true,
  };
}

/** How many of the equations hold; null where too few do for the reading to be what the table means. */
function bornOut(
  made: readonly (LinearEquation | null)[],
  least: number,
): { readonly equations: readonly LinearEquation[]; readonly fits: number } | null {
  const equations = made.filter((equation) => equation !== null);
  const telling = equations.filter(({ members }) => members.at(-1)?.cell.value !== 0n);
  const fits = telling.filter((equation) => holds(equation)).length;
  return fits >= least && fits * 10 >= telling.length * 6 ? { equations, fits } : null;
}

/**
 * Columns that carry on: what has been used so far (the row before and this one), the balance that opens a row where the last closed, and
 * the closing balance of a row (opening and what came and went). Found by the figures; the words only say which columns may be meant.
 */
export function balanceColumns(view: TableView, unit: TableUnit): Balances {
  const amounts = view.columns.filter(({ isPercent, saysAverage }) => !isPercent && !saysAverage);
  const rows = view.rows.filter(
    ({ saysSum, saysRatio, saysOfWhich }) => !saysSum && !saysRatio && !saysOfWhich,
  );
  const equations: LinearEquation[] = [];
  const notAddable = new Set<number>();
  for (const target of amounts) {
    const running = runningSum(view, unit, { rows, amounts, target });
    if (running === null) continue;
    equations.push(...running);
    notAddable.add(target.index);
  }
  for (const to of amounts.filter(({ header }) => closing.test(header)))
    for (const from of amounts.filter(({ header }) => opening.test(header))) {
      if (to.index === from.index) continue;
      const between = amounts.filter(
        ({ index }) => index > Math.min(from.index, to.index) && index < Math.max(from.index, to.index),
      );
      equations.push(...closingOf(view, unit, { from, to, between: between.slice(0, mostMovements) }));
      const chain = bornOut(
        rows.map(({ index }, at) => {
          const before = rows[at - 1];
          if (before === undefined) return null;
          const member = { row: before.index, column: to.index, sign: 1n as const };
          return equationOf(view, unit, { row: index, column: from.index }, [member]);
        }),
        3,
      );
      if (chain === null) continue;
      equations.push(...chain.equations);
      notAddable.add(from.index);
      notAddable.add(to.index);
    }
  return { equations, notAddable };
}

/** A quick look before the equations are made. */
function comesNear(
  view: TableView,
  {
    rows,
    step,
    target,
    added,
  }: {
    readonly rows: readonly RowView[];
    readonly step: number;
    readonly target: number;
    readonly added: number;
  },
): boolean {
  let near = 0;
  for (const [at, { index }] of rows.entries()) {
    const before = rows[at + step];
    const [to, from, move] = [
      view.valueAt(index, target),
      before === undefined ? null : view.valueAt(before.index, target),
      view.valueAt(index, added),
    ];
    if (to !== null && from !== null && move !== null && absolute(to - from - move) <= 2n * micro) near += 1;
    if (near >= 4) return true;
  }
  return false;
}

/** «Akkumulert»: the row before and what this row adds, downwards or, with the newest first, upwards. */
function runningSum(
  view: TableView,
  unit: TableUnit,
  {
    rows,
    amounts,
    target,
  }: {
    readonly rows: readonly RowView[];
    readonly amounts: readonly ColumnView[];
    readonly target: ColumnView;
  },
): readonly LinearEquation[] | null {
  for (const added of amounts) {
    if (added.index === target.index || Math.abs(added.index - target.index) > mostMovements) continue;
    for (const step of [-1, 1]) {
      if (!comesNear(view, { rows, step, target: target.index, added: added.index })) continue;
      const made = rows.map(({ index }, at) => {
        const before = rows[at + step];
        if (before === undefined) return null;
        // The sum of the year repeats what was reached: nothing was added to it.
        const reached = view.valueAt(before.index, target.index);
        if (reached !== null && reached === view.valueAt(index, target.index)) return null;
        return equationOf(view, unit, { row: index, column: target.index }, [
          { row: before.index, column: target.index, sign: 1n },
          { row: index, column: added.index, sign: 1n },
        ]);
      });
      const found = bornOut(made, 4);
      if (found !== null) return found.equations;
    }
  }
  return null;
}

/** The closing figure of each row as the opening one and some of the columns between, added or taken away: the fewest that do. */
function closingOf(
  view: TableView,
  unit: TableUnit,
  {
    from,
    to,
    between,
  }: { readonly from: ColumnView; readonly to: ColumnView; readonly between: readonly ColumnView[] },
): readonly LinearEquation[] {
  const least = between.length > 3 ? 3 : 2;
  let best: {
    readonly equations: readonly LinearEquation[];
    readonly fits: number;
    readonly size: number;
  } | null = null;
  for (let way = 1; way < 3 ** between.length; way += 1) {
    const moved = between.flatMap(({ index }, at): readonly Omit<Member, 'row'>[] => {
      const sign = Math.floor(way / 3 ** at) % 3;
      return sign === 0 ? [] : [{ column: index, sign: sign === 1 ? 1n : -1n }];
    });
    const made = view.rows.map(({ index, saysRatio }) =>
      saysRatio
        ? null
        : equationOf(view, unit, { row: index, column: to.index }, [
            { row: index, column: from.index, sign: 1n },
            ...moved.map((member) => ({ ...member, row: index })),
          ]),
    );
    const found = bornOut(made, least);
    if (found === null) continue;
    if (best === null || found.fits > best.fits || (found.fits === best.fits && moved.length < best.size))
      best = { ...found, size: moved.length };
  }
  return best === null ? [] : best.equations;
}
