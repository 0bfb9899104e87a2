import {
  isAverageHeader,
  isChangeHeader,
  isOfWhichLabel,
  isPercentHeader,
  isRatioLabel,
  isSumLabel,
  labelKey,
  yearsIn,
} from './labels.ts';
import { isYear, plainText } from './printed-figure.ts';
import type { Cell, Micro, PublishedRow, PublishedTable } from './published-document.ts';

export type ColumnView = {
  readonly index: number;
  /** All header rows joined: «Frosta 2024 Endring». */
  readonly header: string;
  /** The part of the header that spans several columns, or empty. */
  readonly group: string;
  readonly year: number | null;
  readonly isPercent: boolean;
  readonly saysChange: boolean;
  readonly saysSum: boolean;
  readonly saysAverage: boolean;
};

export type RowView = {
  readonly index: number;
  readonly label: string;
  readonly key: string;
  readonly saysSum: boolean;
  readonly saysOfWhich: boolean;
  /** Percents or averages: no part of a sum, and no sum across. */
  readonly saysRatio: boolean;
  readonly cells: readonly Cell[];
};

/** A table as a person sees it: header, labels, and the columns that hold figures. */
export type TableView = {
  readonly table: PublishedTable;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly valueAt: (row: number, column: number) => Micro | null;
  readonly cellAt: (row: number, column: number) => Cell | undefined;
};

const isFigure = (cell: Cell): boolean => cell.state === 'number' && !isYear(cell.raw);

/** No figures but years, and something written: names of columns. A row of one text alone is a heading inside the table. */
export function isHeaderRow(row: PublishedRow): boolean {
  const first = row.cells[0];
  if (numbersColumns(row)) return true;
  if (row.cells.some(isFigure)) return false;
  const written = row.cells.filter(({ state }) => state === 'text' || state === 'number').length;
  if (written === 0) return true;
  const onlyLabel = written === 1 && first?.state === 'text' && row.cells.length > 2;
  const dashed = row.cells.some(({ state }) => state === 'dash');
  if (first?.state === 'number' && row.cells.slice(1).every(({ state }) => state !== 'text')) return false;
  return !onlyLabel && !dashed;
}

/** «1 2 3 …» under the names: the columns are numbered so that the notes can speak of them. */
function numbersColumns({ cells }: PublishedRow): boolean {
  const numbers = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first] = numbers;
  if (numbers.length < 4 || first === undefined || first > 2_000_000n) return false;
  return numbers.every((value, index) => value === first + BigInt(index) * 1_000_000n);
}

/** How many rows of names stand above the figures. */
export function headerCount(rows: readonly PublishedRow[]): number {
  let count = 0;
  for (const row of rows) {
    const onlyTitle = count === 0 && row.cells.filter(({ state }) => state !== 'empty').length === 1;
    if (!isHeaderRow(row) && !(onlyTitle && !row.cells.some(isFigure))) break;
    count += 1;
  }
  return count === rows.length ? 0 : count;
}

/** A text in an upper header row spans the empty cells to its right, when that row names more than one group. */
function spread(row: PublishedRow, isLast: boolean): readonly string[] {
  const texts = row.cells.map((cell) => plainText(cell.raw));
  if (isLast || texts.slice(1).filter((text) => text !== '').length < 2) return texts;
  let carried = '';
  return texts.map((text, index) => {
    if (index === 0) return text;
    if (text !== '') carried = text;
    return carried;
  });
}

function columnsOfFigures(body: readonly PublishedRow[], width: number): readonly number[] {
  const found: number[] = [];
  for (let column = 1; column < width; column += 1) {
    const cells = body.map((row) => row.cells[column]).filter((cell) => cell !== undefined);
    const figures = cells.filter(({ state }) => state === 'number').length;
    const texts = cells.filter(({ state }) => state === 'text').length;
    if (figures > 0 && figures >= texts) found.push(column);
  }
  return found;
}

/** Codes, page numbers and years count nothing: a column named so, or whole numbers in the first place beside names. */
function isCodeColumn(header: string, cells: readonly (Cell | undefined)[]): boolean {
  if (
    /^(?:side|s\.|nr\.?|ansvar|kode|kommunenr|knr|funksjon|art|prosjekt|år|kapittel|kap\.?|post|punkt|pkt|sak)\b/i.test(
      header,
    )
  )
    return cells.every(
      (cell) => cell?.state !== 'number' || (cell.decimals === 0 && !/[ .]/.test(cell.raw.trim())),
    );
  const numbers = cells.filter((cell) => cell?.state === 'number');
  return numbers.length > 0 && numbers.every((cell) => cell !== undefined && isYear(cell.raw));
}

const joined = (parts: readonly string[]): string =>
  parts.filter((part, index) => part !== '' && parts.indexOf(part) === index).join(' ');

/** Null for a table without figures: a list, a plan, a table of contents. */
export function viewTable(table: PublishedTable): TableView | null {
  const headers = headerCount(table.rows);
  const headerRows = table.rows.slice(0, headers);
  const body = table.rows.slice(headers);
  const width = table.rows[0]?.cells.length ?? 0;
  const spreads = headerRows.map((row, index) => spread(row, index === headerRows.length - 1));
  const headerOf = (column: number): string => joined(spreads.map((texts) => texts[column] ?? ''));
  const figureColumns = columnsOfFigures(body, width).filter(
    (column) =>
      !isCodeColumn(
        headerOf(column),
        body.map((row) => row.cells[column]),
      ),
  );
  const firstFigure = figureColumns[0];
  if (firstFigure === undefined) return null;
  const columns = figureColumns.map((index): ColumnView => {
    const header = headerOf(index);
    const group = spreads.length > 1 ? (spreads[0]?.[index] ?? '') : '';
    const last = spreads.at(-1)?.[index] ?? '';
    const cells = body.map((row) => row.cells[index]).filter((cell) => cell?.state === 'number');
    const years = yearsIn(header);
    return {
      index,
      header,
      group,
      year: years.at(-1) ?? null,
      isPercent:
        cells.filter((cell) => cell?.isPercent === true).length * 2 > cells.length ||
        isPercentHeader(header) ||
        isPercentHeader(last),
      saysChange: isChangeHeader(header),
      saysSum: isSumLabel(last) || isSumLabel(group),
      saysAverage: isAverageHeader(header),
    };
  });
  const rows = body
    .map((row): Omit<RowView, 'index'> => {
      const label = joined(
        row.cells.slice(0, firstFigure).map((cell) => (cell.state === 'empty' ? '' : plainText(cell.raw))),
      );
      const name = row.cells.slice(0, firstFigure).findLast(({ state }) => state === 'text')?.raw ?? label;
      return {
        label,
        key: labelKey(label),
        saysSum: isSumLabel(name) || isSumLabel(label),
        saysOfWhich: isOfWhichLabel(name),
        saysRatio: isRatioLabel(label),
        cells: row.cells,
      };
    })
    .filter(({ cells }) => !repeatsHeader(cells, headerRows))
    .map((row, index) => ({ ...row, index }));
  const cellAt = (row: number, column: number): Cell | undefined => rows[row]?.cells[column];
  return {
    table,
    columns,
    rows,
    cellAt,
    valueAt: (row, column) => cellAt(row, column)?.value ?? null,
  };
}

/** A table broken over pages prints its header again; the second time it is no row. */
function repeatsHeader(cells: readonly Cell[], headerRows: readonly PublishedRow[]): boolean {
  const text = cells.map(({ raw }) => labelKey(raw)).join('|');
  if (cells.every(({ state }) => state === 'empty')) return true;
  return headerRows.some((row) => row.cells.map(({ raw }) => labelKey(raw)).join('|') === text);
}
