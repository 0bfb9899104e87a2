import { isYear, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';

/** A cell as a document writes it: its text, and how many columns and rows it covers. */
export type SpannedCell = { readonly text: string; readonly columns: number; readonly rows: number };

const mostColumns = 400;

const isFigure = (text: string): boolean => readPrintedFigure(text) !== null && !isYear(text);

/**
 * Rows of spanning cells → rows of one text a place. Words that cover several places stand in all of them, so that «2025» over three columns
 * is part of the name of each; a figure stands once. What covers a whole row is a heading and stands first only.
 */
export function spreadCells(rows: readonly (readonly SpannedCell[])[]): readonly (readonly string[])[] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  const width = Math.min(mostColumns, widthOf(rows));
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const until = Math.min(column + Math.max(1, cell.columns), mostColumns);
      const once = isFigure(cell.text) || (until - column >= width && width > 1);
      for (let down = 0; down < Math.max(1, cell.rows) && at + down < rows.length; down += 1)
        for (let across = column; across < until; across += 1) {
          const line = grid[at + down];
          if (line !== undefined && line[across] === undefined)
            line[across] = once && (across > column || down > 0) ? '' : cell.text;
        }
      column = until;
    }
  }
  const widest = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return grid.map((row) => Array.from({ length: widest }, (_, column) => row[column] ?? ''));
}

const widthOf = (rows: readonly (readonly SpannedCell[])[]): number =>
  rows.reduce(
    (most, cells) =>
      Math.max(
        most,
        cells.reduce((total, { columns }) => total + Math.max(1, columns), 0),
      ),
    0,
  );
