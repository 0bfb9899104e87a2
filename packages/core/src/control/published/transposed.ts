import { isAverageHeader, isChangeHeader, isPercentHeader, isSumLabel, labelKey, yearsIn } from './labels.ts';
import type { ColumnView, RowView, TableView } from './table-view.ts';

/**
 * The table turned on its side: rows become columns. Some tables have the municipalities across and «Budsjett 2024», «Budsjett 2025»,
 * «Endring» downwards; the rules for columns then hold for rows. Null when no row says that it compares others.
 */
export function transposed(view: TableView): TableView | null {
  if (view.rows.length > 30 || !view.rows.some(({ label }) => isChangeHeader(label))) return null;
  return view.columns.length < 2 ? null : onItsSide(view);
}

/** Rows as columns and columns as rows, whatever they hold. */
export function onItsSide(view: TableView): TableView {
  const columns = view.rows.map(
    ({ label, index }): ColumnView => ({
      index,
      header: label,
      group: '',
      year: yearsIn(label).at(-1) ?? null,
      isPercent: isPercentHeader(label) || /i %|prosent/i.test(label),
      saysChange: isChangeHeader(label),
      saysSum: isSumLabel(label),
      saysAverage: isAverageHeader(label),
    }),
  );
  const rows = view.columns.map(
    ({ header, index }, at): RowView => ({
      index: at,
      label: header,
      key: labelKey(header),
      saysSum: isSumLabel(header),
      saysOfWhich: false,
      saysRatio: false,
      cells: view.rows.flatMap((row) => view.cellAt(row.index, index) ?? []),
    }),
  );
  const cellAt: TableView['cellAt'] = (row, column) => {
    const own = view.columns[row];
    return own === undefined ? undefined : view.cellAt(column, own.index);
  };
  return {
    table: view.table,
    columns,
    rows,
    cellAt,
    valueAt: (row, column) => cellAt(row, column)?.value ?? null,
  };
}

/** Only rows that say so are differences here: downwards, three figures may fit by chance. */
export const saysDifference = (view: TableView): TableView => ({
  ...view,
  columns: view.columns.filter(({ saysChange, year, isPercent }) => saysChange || year !== null || isPercent),
});
