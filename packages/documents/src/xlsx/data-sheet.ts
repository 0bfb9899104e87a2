import { ore } from '@samstyr/core/money/ore';
import type { Worksheet } from 'exceljs';
import { figureRows } from '../data/figure-rows.ts';
import type { BudgetSource } from '../joint-budget/source.ts';
import type { DocumentTexts } from '../texts/document-texts.ts';
import type { DocumentTree } from '../tree/node.ts';
import { signText } from '../tree/number-text.ts';
import { borders, fonts, formats } from './cell-style.ts';
import { excelNumber } from './excel-number.ts';

/** Every amount in long form, a row each, for pivots and other systems. */
export function writeData(
  sheet: Worksheet,
  tree: DocumentTree,
  source: BudgetSource,
  t: DocumentTexts,
): void {
  const heads = [
    t.sheet.id,
    t.head.unit,
    t.head.service,
    t.head.municipality,
    t.head.kind,
    t.sheet.year,
    t.sheet.amount,
    t.sheet.sign,
    t.sheet.provisional,
  ];
  const headRow = 4;
  for (const [at, name] of heads.entries()) {
    const cell = sheet.getCell(headRow, at + 1);
    cell.value = name;
    cell.font = fonts.bold;
    cell.border = borders.head;
  }
  const rows = figureRows(source, { hidden: tree.hidden, hidesSensitive: tree.edition === 'public' });
  for (const [at, row] of rows.entries()) {
    const cells: readonly (string | number | null)[] = [
      row.id,
      row.unitName,
      row.serviceName,
      row.partyName === '' ? t.head.all : row.partyName,
      t.sheet.kinds[row.kind],
      row.year,
      row.amountOre === null ? null : excelNumber(ore(BigInt(row.amountOre))),
      row.sign === null ? '' : signText(row.sign, tree.language),
      row.provisional ? t.provisional : '',
    ];
    for (const [column, value] of cells.entries()) {
      if (value === null || value === '') continue;
      const cell = sheet.getCell(headRow + 1 + at, column + 1);
      cell.value = value;
      cell.font = fonts.body;
      if (column === 6) cell.numFmt = formats.ore;
      if (column === 5) cell.numFmt = formats.year;
    }
  }
  for (const [at, width] of [58, 28, 28, 22, 14, 8, 16, 8, 12].entries())
    sheet.getColumn(at + 1).width = width;
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headRow, showGridLines: false }];
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: headRow + rows.length, column: heads.length },
  };
  sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
}
