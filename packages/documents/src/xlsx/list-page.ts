import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, columnName, putText } from './cells.ts';
import { look } from './look.ts';
import { endPage, lineUnder, putHeads, startPage } from './page.ts';

export type ListColumn = { readonly head: string; readonly width: number };

export type ListPage = {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly ListColumn[];
  readonly rows: number;
  /** Texts may need more than one line. */
  readonly wraps: boolean;
};

/** The first row of a list: title, lead, an empty one and the heads stand above. */
export const firstListRow = 5;

/** A plain list with heads that stay, filters and repeated heads on paper. */
export function startList(
  book: Book,
  sheet: Worksheet,
  { title, lead, columns, rows, wraps }: ListPage,
): void {
  startPage(book, sheet, {
    title,
    lead,
    widths: columns.map(({ width }) => width),
    frozenRows: firstListRow - 1,
    titleRows: `1:${firstListRow - 1}`,
    pagesWide: 1,
  });
  putHeads(
    sheet,
    firstListRow - 1,
    columns.map(({ head }) => head),
  );
  columns.forEach((_, at) => {
    sheet.getCell(addressOf(at + 1, firstListRow - 1)).alignment = {
      horizontal: 'left',
      vertical: 'bottom',
      wrapText: true,
    };
  });
  const lastRow = Math.max(firstListRow, firstListRow + rows - 1);
  sheet.autoFilter = `A${firstListRow - 1}:${columnName(columns.length)}${lastRow}`;
  if (wraps) for (let row = firstListRow; row <= lastRow; row += 1) lineUnder(sheet, row, columns.length);
  endPage(sheet, columns.length, lastRow);
}

/** A row's texts, as texts. */
export function putTexts(sheet: Worksheet, row: number, texts: readonly string[], wraps = false): void {
  texts.forEach((text, at) => {
    if (text === '') return;
    const cell = putText(sheet, addressOf(at + 1, row), text, look.body);
    if (wraps) cell.alignment = { wrapText: true, vertical: 'top' };
  });
}
