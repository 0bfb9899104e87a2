import { holds, type LinearEquation } from './equation.ts';
import { agrees, columnName, type Overview } from './overview.ts';
import type { Cell, Micro } from './published-document.ts';
import { columnKind, totalKey, type UnderstoodTable } from './understood-table.ts';

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
    /** The columns of members in one kind: those the chapters name, and those none of them has. */
    const membersOf = (kind: string) =>
      table.view.columns.flatMap((column) => {
        const { index, isPercent, header } = column;
        const key = keys.get(index);
        const isOfKind = key === undefined ? columnKind(table, column) === kind : kindOf(key) === kind;
        if (isPercent || !isOfKind || (key !== undefined && isTotal(key))) return [];
        const isStranger = key === undefined || !source.values.has(key);
        return [{ label: columnName(overview, index) ?? header, value: shownIn(index), isStranger }];
      });
    const sumOf = (list: readonly { readonly value: Micro }[]): Micro =>
      list.reduce((sum, { value }) => sum + value, 0n);
    const totals = [...keys].flatMap(([column, key]) => {
      const cell = table.view.cellAt(row, column);
      const chapterTotal = source.values.get(key)?.total;
      return isTotal(key) && cell?.value != null && chapterTotal !== undefined
        ? [{ cell, kind: kindOf(key), value: cell.value, chapterTotal }]
        : [];
    });
    const found = totals.flatMap(({ cell, kind, value, chapterTotal }) => {
      const members = membersOf(kind);
      const strangers = members.filter((each) => each.isStranger && each.value !== 0n);
      const expected = value - sumOf(strangers);
      const isWhy =
        kind !== 'change' &&
        strangers.length > 0 &&
        sumOf(members) === value &&
        agrees(expected, chapterTotal, source.ratio);
      return isWhy
        ? [{ cell, expected, members: strangers.map(({ label, value: own }) => ({ label, value: own })) }]
        : [];
    });
    const offs = found.map(({ cell, expected }) => (cell.value ?? 0n) - expected);
    const carried = totals.flatMap(({ cell, kind, value, chapterTotal }) => {
      if (kind !== 'change' || agrees(value, chapterTotal, source.ratio)) return [];
      // What came in one year is a rise, what was in the other a fall; in both, the change is between them.
      const off = offs
        .flatMap((a) => [0n, ...offs].flatMap((b) => [a - b, b - a]))
        .find((each) => each !== 0n && agrees(value - each, chapterTotal, source.ratio));
      return off === undefined ? [] : [{ cell, expected: value - off }];
    });
    return found.map((each) => ({ ...each, chapter, carried }));
  });
}
