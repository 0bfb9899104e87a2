import { type BarScale, barScale, barSize } from '../tree/bar-scale.ts';
import type { Cell, Column, DocumentTree, Row, TableNode } from '../tree/node.ts';
import { html, type Markup } from './markup.ts';
import { cellMarkup, inlineMarkup, type Page } from './page.ts';
import { percentLength } from './percent-length.ts';

function barMarkup(
  { figure, tick }: Extract<Cell, { cell: 'bar' }>,
  { zero, perUnit }: BarScale,
  tree: DocumentTree,
): Markup {
  const size = barSize(figure, tree) * perUnit;
  const start = size < 0 ? zero + size : zero;
  const line = tick === null ? zero : zero + barSize(tick, tree) * perUnit;
  return html`<svg class="bar" aria-hidden="true" height="14"><rect class="${tick !== null ? 'part' : size < 0 ? 'down' : 'up'}" x="${percentLength(start)}" y="3" width="${percentLength(Math.abs(size))}" height="8"/><line x1="${percentLength(line)}" x2="${percentLength(line)}" y1="${tick === null ? 1 : 0}" y2="${tick === null ? 13 : 14}"/></svg>`;
}

/** Columns under one heading, in order. */
const groupsOf = (
  columns: readonly Column[],
): readonly { readonly name: string; readonly columns: readonly Column[] }[] => {
  const groups: { name: string; columns: Column[] }[] = [];
  for (const column of columns) {
    const name = column.head.length > 1 ? (column.head[0] ?? '') : '';
    const last = groups.at(-1);
    if (last !== undefined && name !== '' && last.name === name) last.columns.push(column);
    else groups.push({ name, columns: [column] });
  }
  return groups;
};

const isNumber = ({ kind }: Column): boolean => kind !== 'text' && kind !== 'bar';

function headMarkup(table: TableNode): Markup {
  const { columns, head } = table;
  const groups = groupsOf(columns);
  const isTwoLevel = columns.some((column) => column.head.length > 1);
  const cell = (column: Column, tint: string): Markup =>
    html`<th scope="col" class="${column.kind}${isNumber(column) ? ' num' : ''}${tint}">${column.head.at(-1) ?? ''}</th>`;
  const tintOf = (at: number): string => (table.layout === 'matrix' && at % 2 === 0 ? ' tint' : '');
  if (!isTwoLevel)
    return html`<thead><tr><th scope="col">${head}</th>${columns.map((column) => cell(column, ''))}</tr></thead>`;
  return html`<colgroup></colgroup>${groups.map(({ columns: own }) => html`<colgroup span="${own.length}"></colgroup>`)}<thead><tr><th scope="col" rowspan="2">${head}</th>${groups.map(
    ({ name, columns: own }, at) =>
      name === ''
        ? html`${own.map((column) => html`<th scope="col" rowspan="2" class="${column.kind}${isNumber(column) ? ' num' : ''}${tintOf(at)}">${column.head.at(-1) ?? ''}</th>`)}`
        : html`<th scope="colgroup" colspan="${own.length}" class="group${own.length === 1 ? ' num' : ''}${tintOf(at)}">${name}</th>`,
  )}</tr><tr>${groups.flatMap(({ name, columns: own }, at) => (name === '' ? [] : own.map((column) => cell(column, tintOf(at)))))}</tr></thead>`;
}

export function tableMarkup(table: TableNode, page: Page): Markup {
  const { tree, t, tables } = page;
  const scale = barScale(table, tree);
  const tints = new Set(
    table.layout === 'matrix'
      ? groupsOf(table.columns).flatMap(({ columns }, at) =>
          at % 2 === 0 ? columns.map(({ key }) => key) : [],
        )
      : [],
  );
  const classes = table.columns.map(
    (column) => `${column.kind}${isNumber(column) ? ' num' : ''}${tints.has(column.key) ? ' tint' : ''}`,
  );
  const rows = table.rows.map((row, at): Markup => {
    const next = table.rows[at + 1];
    const isLast = row.kind === 'row' && (next?.kind === 'groupSum' || next?.kind === 'sum');
    return rowMarkup(
      row,
      classes,
      scale,
      page,
      isLoneGroup(table.rows, at) ? ' last lone' : isLast ? ' last' : '',
    );
  });
  const name = `${t.document.table} ${tables.get(table.id) ?? ''}`;
  const captionId = `${table.id}-navn`;
  return html`<div class="table ${table.layout}" id="${table.id}"><div class="scroll" role="region" tabindex="0" aria-labelledby="${captionId}"><table><caption id="${captionId}"><span class="caption"><span class="nr">${name}</span> <strong>${inlineMarkup(table.caption, page)}</strong> <span class="unit">${inlineMarkup(table.unit, page)}</span></span></caption>${headMarkup(table)}<tbody>${rows}</tbody></table></div>${table.note === null ? html`` : html`<p class="note">${inlineMarkup(table.note, page)}</p>`}</div>
`;
}

/** A group of one unit has no sum: air after it is what ends the group. */
function isLoneGroup(rows: readonly Row[], at: number): boolean {
  const [row, next] = [rows[at], rows[at + 1]];
  return row?.kind === 'row' && row.group !== null && next?.kind === 'row' && next.group !== row.group;
}

const rowClass: { readonly [K in Row['kind']]: string } = {
  row: '',
  groupSum: 'group-sum',
  sum: 'sum',
  outside: 'outside',
};

function rowMarkup(row: Row, classes: readonly string[], scale: BarScale, page: Page, end: string): Markup {
  const cells = row.cells.map(
    (cell, at) =>
      html`<td class="${classes[at] ?? ''}">${cell.cell === 'bar' ? barMarkup(cell, scale, page.tree) : cellMarkup(cell, page)}</td>`,
  );
  return html`<tr class="${rowClass[row.kind]}${end}"><th scope="row">${inlineMarkup(row.header, page)}</th>${cells}</tr>
`;
}
