import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type XmlComponent,
} from 'docx';
import type { CellData, ColumnData, HeadCell, RowData, TableData } from '../pdf/page.ts';
import { tablePage } from '../pdf/table-page.ts';
import type { TableNode } from '../tree/node.ts';
import { colours, page, type TableSize, tableSizes, twips } from './look.ts';
import type { Manuscript } from './manuscript.ts';
import { barPicture } from './pictures.ts';
import { marked, pieceRuns, run, tagRun } from './runs.ts';
import { type TableRole, tableStyle } from './styles.ts';
import { attributed, type WordXml, writtenRow, xmlOf } from './written.ts';

/** Tables up to this many rows stay on one page; longer ones repeat their head. */
const mostTogether = 30;

type Line = { readonly style: IBorderOptions['style']; readonly size: number; readonly color: string };
const line = (eighths: number, color: string): Line => ({ style: BorderStyle.SINGLE, size: eighths, color });
const none: Line = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const heavy = line(7, colours.ink);
const thin = line(4, colours.ink);
const hair = line(3, colours.rule);

const sizeOf = (pt: number): TableSize =>
  pt >= 9 ? tableSizes[0] : pt >= 8.5 ? tableSizes[1] : pt > 7.8 ? tableSizes[2] : tableSizes[3];

type Setting = {
  readonly data: TableData;
  readonly size: TableSize;
  /** In twips, row header first. */
  readonly widths: readonly number[];
  readonly manuscript: Manuscript;
};

/** Caption, table and note: what the tree calls a table. */
export function tableBlocks(table: TableNode, manuscript: Manuscript): readonly (Paragraph | Table)[] {
  const data = tablePage(table, manuscript);
  const text = table.layout === 'matrix' ? page.landscape.text : page.portrait.text;
  const known = data.columns.reduce((sum, { mm }) => sum + (mm ?? 0), 0);
  const open = data.columns.filter(({ mm }) => mm === null).length;
  const widths = data.columns.map(({ mm }) => twips(mm ?? (text - known) / open));
  const size = table.layout === 'matrix' ? tableSizes[3] : sizeOf(data.pt);
  const setting = { data, size, widths, manuscript };
  const keeps = data.rows.length <= mostTogether;
  const caption = new Paragraph({
    style: 'Caption',
    children: [
      ...marked(table.id, [run(data.no, { style: 'Aksent' })], manuscript),
      run('  '),
      ...pieceRuns(data.caption, manuscript),
      run(' '),
      ...pieceRuns(data.unit, manuscript, { style: 'Dempet' }),
    ],
  });
  const grid = new Table({
    style: table.layout === 'matrix' ? 'Budsjettmatrise' : 'Budsjettabell',
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: true,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: data.heads.map((cells, at) => headRow(cells, at, setting)),
  });
  for (const [at, row] of data.rows.entries())
    grid.addChildElement(bodyRow(row, setting, keeps && (at < data.rows.length - 1 || data.note !== null)));
  if (data.note === null) return [caption, grid];
  return [caption, grid, new Paragraph({ style: 'Note', children: [...pieceRuns(data.note, manuscript)] })];
}

/** The first column begins at the margin and the last ends there, as the text does. */
const edges = (
  isFirst: boolean,
  isLast: boolean,
  bottom?: number,
): { margins: NonNullable<ITableCellOptions['margins']> } => ({
  margins: {
    marginUnitType: WidthType.DXA,
    ...(isFirst ? { left: 0 } : {}),
    ...(isLast ? { right: 0 } : {}),
    ...(bottom === undefined ? {} : { bottom }),
  },
});

const tint = (isTinted: boolean) =>
  isTinted ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.tint } } : {};

function headRow(cells: readonly HeadCell[], at: number, { data, size, widths }: Setting): TableRow {
  const isLast = at === data.heads.length - 1;
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map((cell) => {
      const column = data.columns[cell.at];
      const isNumber = column?.number === true && !cell.group;
      const width = widths.slice(cell.at, cell.at + cell.colspan).reduce((sum, one) => sum + one, 0);
      const reaches = isLast || cell.rowspan > 1;
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        columnSpan: cell.colspan,
        rowSpan: cell.rowspan,
        verticalAlign: VerticalAlign.BOTTOM,
        borders: { top: none, bottom: reaches ? heavy : cell.group ? thin : none },
        ...tint(column?.tint === true),
        ...edges(cell.at === 0, cell.at + cell.colspan === data.columns.length),
        children: [
          new Paragraph({
            style: tableStyle(isNumber ? 'Tabellhodetall' : 'Tabellhode', size),
            keepNext: true,
            ...(cell.group
              ? { alignment: cell.colspan > 1 ? AlignmentType.CENTER : AlignmentType.RIGHT }
              : {}),
            children: [run(cell.text)],
          }),
        ],
      });
    }),
  });
}

const airBelow = 120;

function bodyRow(row: RowData, setting: Setting, keepNext: boolean): XmlComponent {
  const { data, widths, manuscript, size } = setting;
  const isSum = row.kind === 'sum' || row.kind === 'groupSum';
  const lines =
    row.kind === 'sum'
      ? [border('w:top', heavy), border('w:bottom', heavy)]
      : row.kind === 'groupSum'
        ? [border('w:top', thin), border('w:bottom', none)]
        : [border('w:bottom', row.last ? none : hair)];
  const upright = attributed('w:vAlign', { 'w:val': data.layout === 'text' ? 'top' : 'bottom' });
  const keep = keepNext ? [{ 'w:keepNext': {} }] : [];
  const all: readonly CellData[] = [{ c: row.head }, ...row.cells];
  const cells = all.map((cell, at) => {
    const column = data.columns[at];
    const isNumber = column?.number === true;
    const role: TableRole = isSum
      ? isNumber
        ? 'Tabellsumtall'
        : 'Tabellsum'
      : isNumber
        ? 'Tabelltall'
        : 'Tabelltekst';
    const margins = [
      ...(at === 0 ? [margin('w:left', 0)] : []),
      ...(row.air ? [margin('w:bottom', airBelow)] : []),
      ...(at === all.length - 1 ? [margin('w:right', 0)] : []),
    ];
    return {
      properties: [
        attributed('w:tcW', { 'w:type': 'dxa', 'w:w': widths[at] ?? 0 }),
        { 'w:tcBorders': lines },
        ...(column?.tint === true
          ? [attributed('w:shd', { 'w:fill': colours.tint, 'w:color': 'auto', 'w:val': 'clear' })]
          : []),
        ...(margins.length === 0 ? [] : [{ 'w:tcMar': margins }]),
        upright,
      ],
      style: attributed('w:pStyle', { 'w:val': tableStyle(role, size) }),
      runs: cellRuns(cell, column, isSum, manuscript),
    };
  });
  return writtenRow((context) => [
    { 'w:trPr': [{ 'w:cantSplit': {} }] },
    ...cells.map(({ properties, style, runs }) => ({
      'w:tc': [{ 'w:tcPr': properties }, { 'w:p': [{ 'w:pPr': [style, ...keep] }, ...xmlOf(runs, context)] }],
    })),
  ]);
}

const border = (side: string, { style, color, size }: Line): WordXml =>
  attributed(side, { 'w:val': style, 'w:color': color, 'w:sz': size });
const margin = (side: string, width: number): WordXml => attributed(side, { 'w:type': 'dxa', 'w:w': width });

/** This year's amount is strong and last year's muted; a sum is strong all over. */
function cellRuns(
  cell: CellData,
  column: ColumnData | undefined,
  isSum: boolean,
  manuscript: Manuscript,
): readonly ParagraphChild[] {
  if ('tag' in cell) return [tagRun(cell.tag)];
  if ('bar' in cell) return [barPicture(cell.bar, (column?.mm ?? 24) - 2.5, manuscript)];
  const style = isSum
    ? undefined
    : column?.kind === 'amount'
      ? 'Strong'
      : column?.kind === 'previous'
        ? 'Dempet'
        : undefined;
  return pieceRuns(cell.c, manuscript, style === undefined ? {} : { style });
}
