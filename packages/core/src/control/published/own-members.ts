import { holds, type LinearEquation } from './equation.ts';
import { columnName, type Overview } from './overview.ts';
import type { Cell, Micro } from './published-document.ts';
import { totalKey, type UnderstoodTable } from './understood-table.ts';

/**
 * A total of an overview that its own columns bear out, and that is more than the chapter's because the overview counts a member the
 * chapter's table does not have. Neither is a digit gone wrong, and still the two print different totals of the same thing.
 */
export type OwnMembers = {
  readonly cell: Cell;
  /** The chapter's total, in the overview's unit. */
  readonly expected: Micro;
  readonly chapter: UnderstoodTable;
  readonly members: readonly { readonly label: string; readonly value: Micro }[];
  /** The changes of the same row that are off for the same reason. */
  readonly carried: readonly { readonly cell: Cell; readonly expected: Micro }[];
};

const kindOf = (key: string): string => key.slice(key.lastIndexOf('|') + 1);
const isTotal = (key: string): boolean => key.startsWith(`${totalKey}|`);

/** `equations`: those that hold the overview against its chapters; a row where no others agree stands for something else. */
export function ownMembersIn(
  overview: Overview,
  equations: readonly LinearEquation[],
): readonly OwnMembers[] {
  const { table, keys, rows } = overview;
  const borneOut = new Set(equations.filter((equation) => holds(equation)).map(({ target }) => target.cell));
  return rows.flatMap(({ row, source }): readonly OwnMembers[] => {
    if (source === null) return [];
    const [chapter] = source.tables;
    const agreeing = table.view.columns.filter(({ index }) => {
      const cell = table.view.cellAt(row, index);
      return cell !== undefined && borneOut.has(cell);
    }).length;
    if (chapter === undefined || agreeing < 2) return [];
    const shownIn = (column: number): Micro => table.view.valueAt(row, column) ?? 0n;
    /** What the row has of members the chapter lacks, in the columns of one kind. */
    const strangersOf = (kind: string) =>
      [...keys].flatMap(([column, key]) =>
        !isTotal(key) && kindOf(key) === kind && !source.values.has(key) && shownIn(column) !== 0n
          ? [{ label: columnName(overview, column) ?? '', value: shownIn(column) }]
          : [],
      );
    /** A total as the chapter has it; null where it is not the strangers that make the difference. */
    const offBy = (column: number, key: string) => {
      const cell = table.view.cellAt(row, column);
      const chapterTotal = source.values.get(key)?.total;
      const members = strangersOf(kindOf(key));
      if (cell?.value == null || chapterTotal === undefined || members.length === 0) return null;
      const expected = cell.value - members.reduce((sum, { value }) => sum + value, 0n);
      return expected * source.ratio === chapterTotal ? { cell, expected, members } : null;
    };
    const sumsUp = (kind: string, total: Micro): boolean =>
      [...keys].reduce(
        (sum, [column, key]) => (!isTotal(key) && kindOf(key) === kind ? sum + shownIn(column) : sum),
        0n,
      ) === total;
    const totals = [...keys].filter(([, key]) => isTotal(key));
    const carried = totals.flatMap(([column, key]) =>
      kindOf(key) === 'change' ? (offBy(column, key) ?? []) : [],
    );
    return totals.flatMap(([column, key]): readonly OwnMembers[] => {
      const off = kindOf(key) === 'change' ? null : offBy(column, key);
      if (off === null || !sumsUp(kindOf(key), off.cell.value ?? 0n)) return [];
      return [{ ...off, chapter, carried: carried.map(({ cell, expected }) => ({ cell, expected })) }];
    });
  });
}
