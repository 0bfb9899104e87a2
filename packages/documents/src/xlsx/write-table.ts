import { ore } from '@samstyr/core/money/ore';
import type { Cell as ExcelCell, Worksheet } from 'exceljs';
import { type Figure, type FigureRef, relationInputs } from '../tree/figure.ts';
import type { Column, DocumentTree, Row } from '../tree/node.ts';
import { signText } from '../tree/number-text.ts';
import { plainText } from '../tree/walk.ts';
import { borders, colours, fill, fonts, formats } from './cell-style.ts';
import { excelFraction, excelNumber } from './excel-number.ts';
import { isComputed, type PlacedTable, type Plan, type PlannedSheet } from './plan.ts';
import { address, elsewhere } from './sheet-name.ts';

/** The value of a figure in a cell: kroner, per cent or a count. */
export function cellNumber({ value, unit }: Figure): number | null {
  if (value === null) return null;
  if (unit !== 'ore') return excelFraction(value);
  return value.n % value.d === 0n
    ? excelNumber(ore(value.n / value.d))
    : excelFraction({ n: value.n, d: value.d * 100n });
}

function formatOf(figure: Figure, ref: FigureRef): string {
  if (figure.unit === 'percent') return ref.format === 'share2' ? formats.share : formats.percent;
  if (figure.unit === 'count') return ref.decimals > 0 ? formats.fine : formats.count;
  const isWhole = figure.value === null || figure.value.n % (figure.value.d * 100n) === 0n;
  return isWhole || ref.format === 'kr' ? formats.kr : formats.ore;
}

type Writing = {
  readonly sheet: Worksheet;
  readonly planned: PlannedSheet;
  readonly plan: Plan;
  readonly tree: DocumentTree;
  readonly note: (cell: ExcelCell, figure: Figure) => void;
};

/** Writes a table: caption, heads, rows with live formulas, note. Texts are texts whatever they begin with. */
export function writeTable(writing: Writing, placed: PlacedTable): void {
  const { sheet, tree } = writing;
  const { table, captionRow, firstRow } = placed;
  const caption = sheet.getCell(captionRow, 1);
  caption.value = plainText(table.caption, tree);
  caption.font = fonts.caption;
  writeHead(sheet, placed);
  for (const [at, row] of table.rows.entries()) writeRow(writing, placed, row, firstRow + at);
  if (table.note !== null) {
    const note = sheet.getCell(firstRow + table.rows.length, 1);
    note.value = plainText(table.note, tree);
    note.font = fonts.muted;
    note.alignment = { vertical: 'top' };
  }
}

/** A year is a number in a head too, so that it can be looked up. */
const headValue = (text: string): string | number => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : text);

function writeHead(sheet: Worksheet, { table, headRow, headRows, columns }: PlacedTable): void {
  const last = headRow + headRows - 1;
  const corner = sheet.getCell(last, 1);
  corner.value = table.head;
  corner.font = fonts.bold;
  corner.border = borders.head;
  let group = '';
  for (const { column, place } of columns) {
    const own = sheet.getCell(last, place);
    own.value = headValue(column.head.at(-1) ?? '');
    own.numFmt = formats.year;
    own.font = fonts.bold;
    own.border = borders.head;
    own.alignment = {
      horizontal: column.kind === 'text' ? 'left' : 'right',
      vertical: 'bottom',
      wrapText: true,
    };
    if (headRows === 2 && column.head.length > 1) {
      const above = sheet.getCell(headRow, place);
      if (column.head[0] !== group) {
        above.value = headValue(column.head[0] ?? '');
        above.font = fonts.bold;
      }
      above.border = borders.group;
      group = column.head[0] ?? '';
    }
  }
}

function writeRow(writing: Writing, placed: PlacedTable, row: Row, at: number): void {
  const { sheet, tree } = writing;
  const border = row.kind === 'row' || row.kind === 'outside' ? borders.row : borders[row.kind];
  const isSum = row.kind === 'sum' || row.kind === 'groupSum';
  const name = sheet.getCell(at, 1);
  sheet.getRow(at).height = heightOf(placed, row, tree);
  name.value = plainText(row.header, tree);
  name.font = isSum ? fonts.bold : row.kind === 'outside' ? fonts.muted : fonts.body;
  name.border = border;
  name.alignment = { wrapText: placed.table.layout === 'text', vertical: 'top' };
  for (const { column, index, place } of placed.columns) {
    const cell = row.cells[index];
    const own = sheet.getCell(at, place);
    own.border = border;
    own.font =
      isSum || column.kind === 'amount' ? fonts.bold : column.kind === 'previous' ? fonts.muted : fonts.body;
    own.alignment = {
      horizontal: column.kind === 'text' ? 'left' : 'right',
      vertical: 'top',
      wrapText: column.kind === 'text',
    };
    if (cell === undefined || cell.cell === 'empty' || cell.cell === 'bar') continue;
    if (cell.cell === 'text') own.value = plainText(cell.content, tree);
    else if (cell.cell === 'tag') own.value = cell.tag.text;
    else if (cell.cell === 'sign') writeSign(own, cell.sign, tree);
    else writeFigure(writing, placed, { row, column, at, place, cell: own, ref: cell.ref });
  }
}

const lineHeight = 13.5;

/** A row of words is as high as its longest cell; a group's sum has air below it. Spreadsheets do not find heights by themselves. */
function heightOf({ table, columns }: PlacedTable, row: Row, tree: DocumentTree): number {
  if (row.kind === 'groupSum') return 22;
  if (table.layout !== 'text') return 15;
  const words = columns.map(({ index }) => {
    const cell = row.cells[index];
    return cell?.cell === 'text' ? plainText(cell.content, tree).length / (textWidths.other - 2) : 1;
  });
  const lines = Math.max(plainText(row.header, tree).length / (textWidths.first - 3), ...words);
  return Math.max(1, Math.ceil(lines)) * lineHeight + 1.5;
}

/** Widths of the columns of words, in signs: the sheet's first column, and the others. */
export const textWidths = { first: 44, other: 22 } as const;

function writeSign(cell: ExcelCell, sign: NonNullable<Figure['why']>, { language }: DocumentTree): void {
  // Who takes no part has a grey cell without a value, so that nothing counts it.
  if (sign === 'absent') cell.fill = fill(colours.grey);
  else cell.value = signText(sign, language);
}

type Target = {
  readonly row: Row;
  readonly column: Column;
  readonly at: number;
  readonly place: number;
  readonly cell: ExcelCell;
  readonly ref: FigureRef;
};

function writeFigure(writing: Writing, placed: PlacedTable, target: Target): void {
  const { tree, plan, planned } = writing;
  const { cell, ref, at, place } = target;
  const figure = tree.figures.get(ref.figure);
  if (figure === undefined) return;
  const value = cellNumber(figure);
  cell.numFmt = formatOf(figure, ref);
  if (value === null) {
    const isNew = figure.why === 'notMeaningful';
    const formula = isNew ? formulaOf(writing, placed, target) : null;
    if (formula === null) writeSign(cell, figure.why ?? 'missing', tree);
    else cell.value = { formula, result: signText('notMeaningful', tree.language) };
    return;
  }
  const home = plan.places.get(ref.figure);
  const isHome = home?.sheet === planned.name && home.cell === address(at, place);
  const formula =
    formulaOf(writing, placed, target) ??
    (home !== undefined && !isHome
      ? home.sheet === planned.name
        ? home.cell
        : elsewhere(home.sheet, home.cell)
      : null);
  cell.value = formula === null ? value : { formula, result: value };
  if (isHome) writing.note(cell, figure);
}

/** The formula of a cell by its column or its row, else by what its figure says it follows from; null when it is given. */
function formulaOf(writing: Writing, placed: PlacedTable, target: Target): string | null {
  const { tree, plan, planned } = writing;
  const { row, column, at, ref, place } = target;
  const figure = tree.figures.get(ref.figure);
  if (figure === undefined) return null;
  if (isComputed(row, column))
    return column.relation !== null &&
      (row.kind === 'row' || row.kind === 'outside' || column.relation.op !== 'sum')
      ? byColumns(placed, row, column, at, tree)
      : bySubtotal(placed, row, column, place, tree);
  if (figure.relation === null) return null;
  const home = plan.places.get(ref.figure);
  if (home === undefined || home.sheet !== planned.name || home.cell !== address(at, place)) return null;
  const cells = relationInputs(figure.relation).map((id) => {
    const there = plan.places.get(id);
    return there === undefined
      ? null
      : there.sheet === planned.name
        ? there.cell
        : elsewhere(there.sheet, there.cell);
  });
  if (cells.length === 0 || cells.some((one) => one === null)) return null;
  switch (figure.relation.op) {
    case 'sum':
      return cells.join('+');
    case 'difference':
      return cells.join('-');
    case 'percent':
      return `IF(${cells[1]}=0,"${signText('notMeaningful', tree.language)}",100*${cells[0]}/ABS(${cells[1]}))`;
    case 'quotient':
      return cells.join('/');
    case 'shareOf':
      return `${cells[0]}/100*${cells[1]}`;
    default:
      return `${cells[0]}*${cells[1]}/${cells[2]}`;
  }
}

const hasNumber = (row: Row, index: number | undefined, { figures }: DocumentTree): boolean => {
  const cell = index === undefined ? undefined : row.cells[index];
  return cell?.cell === 'figure' && figures.get(cell.ref.figure)?.value != null;
};
const isWithheld = (row: Row, index: number | undefined, { figures }: DocumentTree): boolean => {
  const cell = index === undefined ? undefined : row.cells[index];
  return (
    (cell?.cell === 'sign' && cell.sign === 'withheld') ||
    (cell?.cell === 'figure' && figures.get(cell.ref.figure)?.why === 'withheld')
  );
};

function byColumns(
  placed: PlacedTable,
  row: Row,
  column: Column,
  at: number,
  tree: DocumentTree,
): string | null {
  const { relation } = column;
  if (relation === null) return null;
  const find = (key: string) => placed.columns.find((one) => one.column.key === key);
  const keys =
    relation.op === 'sum'
      ? relation.of
      : relation.op === 'difference'
        ? [relation.from, relation.amount]
        : [relation.part, relation.whole];
  const inputs = keys.map(find);
  if (inputs.some((one) => one === undefined || isWithheld(row, one.index, tree))) return null;
  const cell = (nr: number): string => address(at, inputs[nr]?.place ?? 0);
  if (relation.op === 'percent')
    return `IF(N(${cell(1)})=0,"${signText('notMeaningful', tree.language)}",100*${cell(0)}/ABS(${cell(1)}))`;
  const present = inputs.flatMap((one, nr) => (hasNumber(row, one?.index, tree) ? [cell(nr)] : []));
  if (relation.op === 'sum') return present.length === 0 ? null : present.join('+');
  return hasNumber(row, inputs[0]?.index, tree)
    ? hasNumber(row, inputs[1]?.index, tree)
      ? `${cell(0)}-${cell(1)}`
      : cell(0)
    : hasNumber(row, inputs[1]?.index, tree)
      ? `-${cell(1)}`
      : null;
}

/**
 * A sum of the rows above. A grand sum is the sum of the group sums and of the rows that are in none: no row counts twice, in a
 * spreadsheet that lets SUBTOTAL pass over other subtotals and in one that does not.
 */
function bySubtotal(
  placed: PlacedTable,
  row: Row,
  column: Column,
  place: number,
  tree: DocumentTree,
): string | null {
  const { table, firstRow, columns } = placed;
  const index = columns.find((one) => one.column === column)?.index;
  const rows = table.rows.map((one, nr) => ({ one, nr }));
  const parts = rows.filter(
    ({ one }) => one.kind === 'row' && (row.kind === 'sum' || one.group === row.group),
  );
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.some(({ one }) => isWithheld(one, index, tree)))
    return null;
  const groups = row.kind === 'sum' ? rows.filter(({ one }) => one.kind === 'groupSum') : [];
  if (groups.length === 0)
    return `SUBTOTAL(9,${address(firstRow + first.nr, place)}:${address(firstRow + last.nr, place)})`;
  const inGroup = new Set(groups.map(({ one }) => one.group));
  const alone = parts.filter(({ one }) => !inGroup.has(one.group) && hasNumber(one, index, tree));
  const cells = [...groups, ...alone]
    .sort((a, b) => a.nr - b.nr)
    .map(({ nr }) => address(firstRow + nr, place));
  return `SUM(${cells.join(',')})`;
}
