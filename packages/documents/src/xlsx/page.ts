import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, columnName, putText } from './cells.ts';
import { look } from './look.ts';

export type Page = {
  readonly title: string;
  readonly lead: string;
  readonly widths: readonly number[];
  /** Rows that stay and are printed again on every page. */
  readonly frozenRows: number;
  readonly titleRows: string | null;
  readonly pagesWide: number;
  readonly portrait?: boolean;
};

/** Title, columns, what stays in place and how the sheet is printed. The title is short: it is printed again with column A. */
export function startPage(book: Book, sheet: Worksheet, page: Page): void {
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: page.frozenRows, showGridLines: false }];
  page.widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  putText(sheet, 'A1', page.title, look.title);
  putText(sheet, 'A2', page.lead, look.quiet);
  sheet.getRow(1).height = 27;
  const name = book.texts.title(book.overview.year, book.overview.cooperation);
  const plainName = name.replaceAll('&', '&&');
  sheet.headerFooter.oddHeader = `&L&9${plainName}&R&9${sheet.name.replaceAll('&', '&&')}`;
  sheet.headerFooter.oddFooter = `&R&9${book.texts.page}`;
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: page.portrait === true ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: page.pagesWide,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.6, header: 0.35, footer: 0.3 },
    ...(page.titleRows === null ? {} : { printTitlesRow: page.titleRows }),
    ...(page.pagesWide > 1 ? { printTitlesColumn: 'A:A' } : {}),
  });
}

/** Says what is printed, once the sheet is written. `A$1:L$20`: exceljs adds the other dollar signs, and only to the columns. */
export function endPage(sheet: Worksheet, lastColumn: number, lastRow: number): void {
  sheet.pageSetup.printArea = `A$1:${columnName(lastColumn)}$${lastRow}`;
}

/** A row of column heads with a strong line under it. */
export function putHeads(sheet: Worksheet, row: number, heads: readonly (string | number)[], from = 1): void {
  heads.forEach((head, at) => {
    const cell = sheet.getCell(addressOf(from + at, row));
    cell.value = head === '' ? null : head;
    cell.font = look.bold;
    cell.alignment = {
      horizontal: at === 0 && from === 1 ? 'left' : 'right',
      vertical: 'bottom',
      wrapText: true,
    };
    cell.border = { bottom: { style: 'medium', color: look.strongLine } };
    if (typeof head === 'number') cell.numFmt = '0';
  });
}

/** A thin line under a row, a thin and a strong one about a sum. */
export function lineUnder(
  sheet: Worksheet,
  row: number,
  lastColumn: number,
  kind: 'row' | 'sum' = 'row',
): void {
  for (let column = 1; column <= lastColumn; column += 1)
    sheet.getCell(addressOf(column, row)).border =
      kind === 'row'
        ? { bottom: { style: 'hair', color: look.lineColour } }
        : {
            top: { style: 'thin', color: look.strongLine },
            bottom: { style: 'medium', color: look.strongLine },
          };
}
