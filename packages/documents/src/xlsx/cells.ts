import type { OverviewRow } from '@samstyr/core/budget/view';
import type { Cell, Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { excelNumber } from './excel-number.ts';
import { formats, look } from './look.ts';
import { placeOn } from './sheet-names.ts';
import { idOf, type Side, shownFigure } from './shown.ts';

/** The letters of a column: 1 is A, 28 is AB. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
export const addressOf = (column: number, row: number): string => `${columnName(column)}${row}`;

/** Text as it is: exceljs writes a string as a string, so one that begins with `=` or `@` is never run. */
export function putText(
  sheet: Worksheet,
  address: string,
  text: string,
  font: Cell['font'] = look.body,
): Cell {
  const cell = sheet.getCell(address);
  cell.value = text === '' ? null : text;
  cell.font = font;
  return cell;
}

type NumberCell = { readonly formula?: string | null; readonly format: string; readonly font?: Cell['font'] };

/** A number, or a formula with the number it gives. */
export function putNumber(
  sheet: Worksheet,
  address: string,
  value: number,
  { formula = null, format, font = look.body }: NumberCell,
): Cell {
  const cell = sheet.getCell(address);
  cell.value = formula === null ? value : { formula, result: value };
  cell.numFmt = format;
  cell.font = font;
  return cell;
}

/** A cell that may be changed. */
export function asInput(cell: Cell): Cell {
  cell.fill = look.input;
  cell.font = { ...cell.font, color: { argb: look.inputColour } };
  return cell;
}

export type AmountCell = {
  readonly row: OverviewRow;
  readonly side: Side;
  /** How the cell is worked out from others; null: the number stands there. Not asked for where nothing is shown. */
  readonly formula: (() => string | null) | null;
  readonly font?: Cell['font'];
  /** Whether formulas on other sheets point here. */
  readonly isHome?: boolean;
};

/** One of the budget's amounts, as a number, a sign or nothing, with the note that explains it. */
export function putAmount(book: Book, sheet: Worksheet, address: string, amount: AmountCell): void {
  const { row, side, formula, font = look.body, isHome = false } = amount;
  const shown = shownFigure(row, side, book.hides);
  const cell = sheet.getCell(address);
  const id = idOf(row, side);
  if (isHome) book.places.set(id, { sheet: sheet.name, address, shown });
  cell.font = font;
  if (shown.state === 'absent') {
    cell.fill = look.absent;
    return;
  }
  cell.alignment = { horizontal: 'right' };
  if (shown.state !== 'amount') {
    cell.value = shown.state === 'unknown' ? '..' : ':';
    return;
  }
  const worked = formula === null ? null : formula();
  const value = excelNumber(shown.ore);
  cell.value = worked === null ? value : { formula: worked, result: value };
  cell.numFmt = shown.ore % 100n === 0n ? formats.kroner : formats.withOre;
  const note = book.note(id);
  if (note !== null) cell.note = note;
}

/** What a percentage is worked out from. */
type PercentOf = {
  readonly row: OverviewRow;
  readonly previous: string;
  readonly change: string;
  readonly font?: Cell['font'];
};

/** The change in per cent of last year; «ny» where there was nothing last year. Empty where the change is not shown. */
export function putPercent(book: Book, sheet: Worksheet, address: string, of: PercentOf): void {
  const { row, previous, change, font = look.body } = of;
  const shown = shownFigure(row, 'change', book.hides);
  const cell = sheet.getCell(address);
  cell.font = font;
  if (shown.state === 'absent') cell.fill = look.absent;
  if (shown.state !== 'amount') return;
  const base = excelNumber(row.previous.ore ?? (0n as typeof shown.ore));
  const moved = excelNumber(shown.ore);
  const fresh = moved === 0 ? '' : book.texts.fresh;
  cell.value = {
    formula: `IF(${previous}=0,IF(${change}=0,"","${book.texts.fresh}"),100*${change}/ABS(${previous}))`,
    result: base === 0 ? fresh : (100 * moved) / Math.abs(base),
  };
  cell.numFmt = formats.percent;
  cell.alignment = { horizontal: 'right' };
}

/** The cell where a figure is worked out, as a formula on another sheet; null where it is not a number. */
export function homeOf(book: Book, row: OverviewRow, side: Side): string | null {
  const place = book.places.get(idOf(row, side));
  return place === undefined || place.shown.state !== 'amount' ? null : placeOn(place.sheet, place.address);
}

/**
 * The sum of rows' figures, worked out from their cells; null (so that the number itself stands) where one of them is withheld: a formula
 * would tell it. Amounts nobody knows are not there.
 */
export function sumFormula(
  book: Book,
  rows: readonly OverviewRow[],
  side: Side,
  address: (row: OverviewRow) => string | null,
): string | null {
  const shown = rows.map((row) => ({ row, state: shownFigure(row, side, book.hides).state }));
  if (shown.some(({ state }) => state === 'withheld')) return null;
  const cells = shown.flatMap(({ row, state }) => (state === 'amount' ? [address(row)] : []));
  return cells.length === 0 || cells.includes(null) ? null : cells.join('+');
}
