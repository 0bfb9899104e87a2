import { ore } from '@samstyr/core/money/ore';
import type { Day } from '@samstyr/core/period/day';
import ExcelJS, { type Worksheet } from 'exceljs';
import { addressOf, columnName, putText } from './cells.ts';
import { excelNumber } from './excel-number.ts';
import { formats, look } from './look.ts';
import { endPage, lineUnder, putHeads } from './page.ts';
import { sheetNames } from './sheet-names.ts';
import { workbookBytes } from './workbook-bytes.ts';

/** A cell as a page shows it: a whole number, a sign for why there is none, or nothing. */
export type ShownCell = { readonly count: bigint } | { readonly sign: string } | null;

/** A block of columns under one name; `change` is the last of the block less the one before, where both are shown. */
export type ShownBlock = { readonly name: string; readonly heads: readonly (string | number)[] };

/** A table as a page shows it, ready to be a sheet. */
export type ShownTable = {
  readonly title: string;
  /** What is chosen: unit of measure, filter, order. */
  readonly lead: string;
  /** Beneath the table. */
  readonly foot: string;
  readonly sheet: string;
  /** Who the workbook is by, and the day it says it is of. */
  readonly creator: string;
  readonly day: Day;
  readonly head: string;
  readonly blocks: readonly ShownBlock[];
  /** In order; the last one is the sum of those above. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly ShownCell[] }[];
};

const headRow = 5;

/**
 * One table as a workbook: numbers are numbers, the sum row and the changes are formulas wherever what they give is what the page shows,
 * and title and heads are printed on every page. A sum that the page has rounded by itself stands as its number. (S-WEB-50)
 */
export async function shownTableBook(table: ShownTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const date = new Date(`${table.day}T00:00:00Z`);
  Object.assign(workbook, {
    created: date,
    modified: date,
    creator: table.creator,
    lastModifiedBy: table.creator,
    title: table.title,
  });
  workbook.calcProperties.fullCalcOnLoad = true;
  const [name = 'Samstyr'] = sheetNames([table.sheet]);
  const sheet = workbook.addWorksheet(name);
  const columns = table.blocks.flatMap(({ heads }) => heads);
  startSheet(sheet, table, columns.length);
  let column = 2;
  for (const { name: block, heads } of table.blocks) {
    putText(sheet, addressOf(column, headRow - 1), block, look.bold);
    column += heads.length;
  }
  putHeads(sheet, headRow, [table.head, ...columns]);
  table.rows.forEach((row, at) => {
    const place = headRow + 1 + at;
    const isSum = at === table.rows.length - 1;
    putText(sheet, addressOf(1, place), row.name, isSum ? look.bold : look.body);
    lineUnder(sheet, place, columns.length + 1, isSum ? 'sum' : 'row');
    row.cells.forEach((cell, from) => {
      putCell(sheet, table, { at, from, cell });
    });
  });
  const last = headRow + table.rows.length;
  putText(sheet, addressOf(1, last + 2), table.foot, look.quiet);
  endPage(sheet, columns.length + 1, last + 2);
  return workbookBytes(workbook, table.day);
}

function startSheet(sheet: Worksheet, { title, lead, creator }: ShownTable, columns: number): void {
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headRow, showGridLines: false }];
  sheet.getColumn(1).width = 34;
  for (let column = 2; column <= columns + 1; column += 1) sheet.getColumn(column).width = 12.5;
  putText(sheet, 'A1', title, look.title);
  putText(sheet, 'A2', lead, look.quiet);
  sheet.getRow(1).height = 27;
  sheet.headerFooter.oddHeader = `&L&9${creator.replaceAll('&', '&&')}&R&9${title.replaceAll('&', '&&')}`;
  sheet.headerFooter.oddFooter = '&R&9&P / &N';
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: columns > 14 ? 2 : 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.6, header: 0.35, footer: 0.3 },
    printTitlesRow: `1:${headRow}`,
    printTitlesColumn: 'A:A',
  });
}

type CellAt = { readonly at: number; readonly from: number; readonly cell: ShownCell };

function putCell(sheet: Worksheet, table: ShownTable, { at, from, cell }: CellAt): void {
  const isSum = at === table.rows.length - 1;
  const target = sheet.getCell(addressOf(from + 2, headRow + 1 + at));
  target.font = isSum ? look.bold : look.body;
  target.alignment = { horizontal: 'right' };
  if (cell === null) return;
  if ('sign' in cell) {
    target.value = cell.sign;
    return;
  }
  const result = excelNumber(ore(cell.count * 100n));
  const formula = changeFormula(table, { at, from, cell }) ?? (isSum ? sumFormula(table, from) : null);
  target.value = formula === null ? result : { formula, result };
  target.numFmt = formats.kroner;
}

const countAt = ({ rows }: ShownTable, at: number, column: number): bigint | null => {
  const cell = rows[at]?.cells[column] ?? null;
  return cell !== null && 'count' in cell ? cell.count : null;
};

/** `D6-C6` in the last column of a block of three, where that is what is shown. */
function changeFormula(table: ShownTable, { at, from }: CellAt): string | null {
  let start = 0;
  const block = table.blocks.find(({ heads }) => {
    start += heads.length;
    return from < start;
  });
  if (block === undefined || block.heads.length < 3 || from !== start - 1) return null;
  const [before, now, change] = [from - 2, from - 1, from].map((column) => countAt(table, at, column));
  if (before == null || now == null || now - before !== change) return null;
  const row = headRow + 1 + at;
  return `${addressOf(from + 1, row)}-${addressOf(from, row)}`;
}

/** The sum of the rows above, where that is what is shown: signs count as nothing, as a spreadsheet counts them. */
function sumFormula(table: ShownTable, from: number): string | null {
  const above = table.rows.slice(0, -1).map((_, at) => countAt(table, at, from) ?? 0n);
  const total = above.reduce((sum, count) => sum + count, 0n);
  if (above.length === 0 || total !== countAt(table, table.rows.length - 1, from)) return null;
  const column = columnName(from + 2);
  return `SUM(${column}${headRow + 1}:${column}${headRow + above.length})`;
}
