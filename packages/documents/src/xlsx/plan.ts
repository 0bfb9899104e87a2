import { documentTexts } from '../texts/document-texts.ts';
import type { ChapterNode, Column, DocumentTree, Row, TableNode } from '../tree/node.ts';
import { allBlocks, chaptersOf } from '../tree/walk.ts';
import { address, sheetName } from './sheet-name.ts';

/** A table's place on a sheet; rows and columns from 1. */
export type PlacedTable = {
  readonly table: TableNode;
  readonly captionRow: number;
  readonly headRow: number;
  /** One or two. */
  readonly headRows: number;
  readonly firstRow: number;
  /** The table's columns that a sheet has, with their place; bars are not among them. */
  readonly columns: readonly { readonly column: Column; readonly index: number; readonly place: number }[];
  /** The first row after the table and, below a key, its live division. */
  readonly liveRow: number | null;
  readonly nextRow: number;
};

export type PlannedSheet = {
  readonly name: string;
  readonly title: string;
  readonly chapter: ChapterNode;
  readonly tables: readonly PlacedTable[];
};

/** Where a figure is computed or stands first: what every other cell with it refers to. */
export type Place = { readonly sheet: string; readonly cell: string };

export type Plan = {
  readonly sheets: readonly PlannedSheet[];
  readonly places: ReadonlyMap<string, Place>;
};

const titleRows = 3;

/** The rows a live division takes below its table. */
export const liveRows = (table: TableNode): number =>
  table.live === null || table.live.host === -1 ? 0 : 11 + table.live.parts.length + table.live.order.length;

function placed(tables: readonly TableNode[]): readonly PlacedTable[] {
  let row = titleRows + 1;
  return tables.map((table): PlacedTable => {
    const headRows = table.columns.some(({ head }) => head.length > 1) ? 2 : 1;
    const captionRow = row;
    const headRow = row + 1;
    const firstRow = headRow + headRows;
    const columns = table.columns
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => column.kind !== 'bar')
      .map((one, at) => ({ ...one, place: at + 2 }));
    const after = firstRow + table.rows.length + (table.note === null ? 0 : 1);
    const live = liveRows(table);
    row = after + (live === 0 ? 0 : live + 1) + 2;
    return {
      table,
      captionRow,
      headRow,
      headRows,
      firstRow,
      columns,
      liveRow: live === 0 ? null : after + 1,
      nextRow: row,
    };
  });
}

/** Which tables go on which sheet, and where every figure is at home. */
export function planOf(tree: DocumentTree): Plan {
  const t = documentTexts[tree.language];
  const taken = new Set([t.sheet.contents, t.sheet.data].map((name) => name.toLocaleLowerCase('nb')));
  const sheets: PlannedSheet[] = [];
  for (const chapter of chaptersOf(tree)) {
    const tables = allBlocks(chapter.children).filter((block): block is TableNode => block.node === 'table');
    const hasNumbers = tables.filter(({ columns }) =>
      columns.some(({ kind }) => kind !== 'text' && kind !== 'bar'),
    );
    const matrix = tables.filter(({ layout }) => layout === 'matrix');
    const parts: readonly (readonly [string, readonly TableNode[]])[] =
      matrix.length > 0
        ? [
            [chapter.shortTitle, matrix],
            [t.sheet.byUnit, tables.filter(({ layout }) => layout !== 'matrix')],
          ]
        : chapter.id === 'nokler'
          ? [
              [chapter.shortTitle, tables.filter((table) => !hasNumbers.includes(table))],
              [t.sheet.registers, hasNumbers],
            ]
          : [[chapter.shortTitle, hasNumbers]];
    for (const [wanted, own] of parts) {
      if (own.length === 0) continue;
      const name = sheetName(wanted, taken);
      taken.add(name.toLocaleLowerCase('nb'));
      sheets.push({ name, title: chapter.title, chapter, tables: placed(own) });
    }
  }
  return { sheets, places: placesOf(sheets, tree) };
}

const summed = new Set<Column['kind']>(['previous', 'amount', 'change', 'count']);

/** A cell that its own table computes: by the other columns, or as a sum of the rows above. */
export const isComputed = (row: Row, column: Column): boolean =>
  column.relation !== null || ((row.kind === 'sum' || row.kind === 'groupSum') && summed.has(column.kind));

function placesOf(sheets: readonly PlannedSheet[], tree: DocumentTree): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const computed = new Set<string>();
  for (const { name, tables } of sheets)
    for (const { table, firstRow, columns } of tables)
      for (const [at, row] of table.rows.entries())
        for (const { column, index, place } of columns) {
          const cell = row.cells[index];
          if (cell?.cell !== 'figure' || tree.figures.get(cell.ref.figure)?.value == null) continue;
          const id = cell.ref.figure;
          const own = isComputed(row, column);
          if (places.has(id) && (computed.has(id) || !own)) continue;
          places.set(id, { sheet: name, cell: address(firstRow + at, place) });
          if (own) computed.add(id);
        }
  return places;
}
