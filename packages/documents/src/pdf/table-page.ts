import { type BarScale, barScale, barSize } from '../tree/bar-scale.ts';
import type { Cell, Column, DocumentTree, Row, TableNode } from '../tree/node.ts';
import { signText } from '../tree/number-text.ts';
import { columnWidths } from './column-widths.ts';
import type { BarData, CellData, ColumnData, HeadCell, RowData, TableData } from './page.ts';
import { cleanText, figurePiece, piecesOf, type Writing } from './pieces.ts';

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function barOf(
  { figure, tick }: Extract<Cell, { cell: 'bar' }>,
  { zero, perUnit }: BarScale,
  tree: DocumentTree,
): BarData {
  const size = barSize(figure, tree) * perUnit;
  return {
    x: rounded(size < 0 ? zero + size : zero),
    w: rounded(Math.abs(size)),
    tick: rounded(tick === null ? zero : zero + barSize(tick, tree) * perUnit),
    kind: tick !== null ? 'part' : size < 0 ? 'down' : 'up',
  };
}

function cellOf(cell: Cell, scale: BarScale, writing: Writing): CellData {
  switch (cell.cell) {
    case 'figure':
      return { c: [figurePiece(cell.ref, writing, false)] };
    case 'sign':
      return { c: [{ sign: signText(cell.sign, writing.tree.language) }] };
    case 'text':
      return { c: piecesOf(cell.content, writing) };
    case 'tag':
      return { tag: cell.tag };
    case 'bar':
      return { bar: barOf(cell, scale, writing.tree) };
    default:
      return { c: [] };
  }
}

type Group = { readonly name: string; readonly columns: readonly Column[]; readonly at: number };

/** Columns under one heading, in order. */
function groupsOf(columns: readonly Column[]): readonly Group[] {
  const groups: { name: string; columns: Column[]; at: number }[] = [];
  for (const [at, column] of columns.entries()) {
    const name = column.head.length > 1 ? (column.head[0] ?? '') : '';
    const last = groups.at(-1);
    if (last !== undefined && name !== '' && last.name === name) last.columns.push(column);
    else groups.push({ name, columns: [column], at });
  }
  return groups;
}

function headsOf(table: TableNode): readonly (readonly HeadCell[])[] {
  const groups = groupsOf(table.columns);
  const isTwoLevel = table.columns.some(({ head }) => head.length > 1);
  const own = (column: Column, at: number, rowspan: number): HeadCell => ({
    text: cleanText(column.head.at(-1) ?? ''),
    colspan: 1,
    rowspan,
    at: at + 1,
    group: false,
  });
  const corner: HeadCell = { text: table.head, colspan: 1, rowspan: isTwoLevel ? 2 : 1, at: 0, group: false };
  if (!isTwoLevel) return [[corner, ...table.columns.map((column, at) => own(column, at, 1))]];
  return [
    [
      corner,
      ...groups.flatMap(({ name, columns, at }): readonly HeadCell[] =>
        name === ''
          ? columns.map((column, nr) => own(column, at + nr, 2))
          : [{ text: cleanText(name), colspan: columns.length, rowspan: 1, at: at + 1, group: true }],
      ),
    ],
    groups.flatMap(({ name, columns, at }) =>
      name === '' ? [] : columns.map((column, nr) => own(column, at + nr, 1)),
    ),
  ];
}

/** A group of one unit has no sum: air after it is what ends the group. */
function isLoneGroup(rows: readonly Row[], at: number): boolean {
  const [row, next] = [rows[at], rows[at + 1]];
  return row?.kind === 'row' && row.group !== null && next?.kind === 'row' && next.group !== row.group;
}

const numberKinds = new Set(['previous', 'amount', 'later', 'change', 'percent', 'count', 'ratio']);

export function tablePage(table: TableNode, writing: Writing): TableData {
  const { tree, t, tables } = writing;
  const scale = barScale(table, tree);
  const tinted = new Set(
    table.layout === 'matrix'
      ? groupsOf(table.columns).flatMap(({ columns }, at) =>
          at % 2 === 0 ? columns.map(({ key }) => key) : [],
        )
      : [],
  );
  const rows = table.rows.map((row, at): RowData => {
    const next = table.rows[at + 1];
    const isLone = isLoneGroup(table.rows, at);
    return {
      kind: row.kind,
      last: (row.kind === 'row' && (next?.kind === 'groupSum' || next?.kind === 'sum')) || isLone,
      air: isLone || row.kind === 'groupSum',
      head: piecesOf(row.header, writing),
      cells: row.cells.map((cell) => cellOf(cell, scale, writing)),
    };
  });
  const heads = headsOf(table);
  const kinds = table.columns.map(({ kind, key }) => ({
    kind,
    number: numberKinds.has(kind),
    tint: tinted.has(key),
  }));
  const { pt, head, columns } = columnWidths(table.layout, heads, kinds, rows);
  const own: readonly ColumnData[] = [
    { mm: head, kind: 'head', number: false, tint: false },
    ...kinds.map((kind, at) => ({ ...kind, mm: columns[at] ?? null })),
  ];
  return {
    b: 'table',
    id: table.id,
    no: `${t.document.table} ${tables.get(table.id) ?? ''}`,
    caption: piecesOf(table.caption, writing),
    unit: piecesOf(table.unit, writing),
    layout: table.layout,
    pt,
    columns: own,
    heads,
    rows,
    note: table.note === null ? null : piecesOf(table.note, writing),
  };
}
