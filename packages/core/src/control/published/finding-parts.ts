import type { RuleId } from './equation.ts';
import { columnName, type Overview } from './overview.ts';
import type { Cell } from './published-document.ts';
import type { Finding, FindingDetail } from './published-finding.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** The table of a cell, and what its row and column are called. */
export type Where = {
  readonly table: UnderstoodTable;
  readonly rowLabel: string;
  readonly columnLabel: string;
};

/** Finds the table, row name and column name of a cell; an overview's columns are named after what they stand for. */
export function placesOf(
  tables: readonly UnderstoodTable[],
  overviews: readonly Overview[],
): (cell: Cell) => Where | null {
  const byCell = new Map<Cell, Where>();
  for (const table of tables) {
    const overview = overviews.find((each) => each.table === table);
    for (const row of table.view.rows)
      for (const column of table.view.columns) {
        const cell = table.view.cellAt(row.index, column.index);
        const columnLabel =
          (overview === undefined ? null : columnName(overview, column.index)) ?? column.header;
        if (cell !== undefined) byCell.set(cell, { table, rowLabel: row.label, columnLabel });
      }
  }
  return (cell) => byCell.get(cell) ?? null;
}

export const rowOf = ({ place }: Cell): string => `${place.table}:${place.row}`;

export const emptyDetail: FindingDetail = {
  rowLabel: '',
  columnLabel: '',
  members: [],
  against: '',
  againstPlace: null,
  values: {},
  texts: {},
};

export function cellPart(
  cell: Cell,
  place: Where | null,
): Pick<Finding, 'place' | 'printed' | 'printedText' | 'unit'> {
  return {
    place: cell.place,
    printed: cell.value,
    printedText: cell.raw,
    unit: cell.isPercent ? '%' : (place?.table.unit.name ?? null),
  };
}

export const labelsOf = (place: Where | null): Pick<FindingDetail, 'rowLabel' | 'columnLabel'> => ({
  rowLabel: place?.rowLabel ?? '',
  columnLabel: place?.columnLabel ?? '',
});

/** Gives each finding a name of its own: the rule and the place, numbered where two share them. */
export type Naming = (rule: RuleId, cell: Cell) => string;
