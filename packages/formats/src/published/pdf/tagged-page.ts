import { isYear, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import type { Block, RawRow } from '../table-lines.ts';
import { linesOf, type Run } from './page-text.ts';

/** A node of a page's structure, as pdfjs gives it. */
export type TagNode = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
};

const blockRoles = /^(?:P|H\d?|Title|LI|Caption|Note|FENote|TOCI|BlockQuote|Lbl|Formula|Aside)$/;
const deepest = 200;

export const hasTable = (node: TagNode | null, depth = 0): boolean =>
  node !== null &&
  depth < deepest &&
  (node.role === 'Table' || (node.children ?? []).some((child) => hasTable(child, depth + 1)));

type Box = { readonly left: number; readonly right: number };
type Cell = { readonly text: string; readonly box: Box | null };

/** A page of a tagged file → blocks in reading order: its tables are what the file says they are. `line` is counted on from `firstLine`. */
export function blocksOfTags(
  root: TagNode,
  runs: readonly Run[],
  at: { readonly page: number; readonly firstLine: number },
): { readonly blocks: readonly Block[]; readonly lines: number } {
  const byMark = new Map<string, Run[]>();
  for (const run of runs) if (run.mark !== null) byMark.set(run.mark, [...(byMark.get(run.mark) ?? []), run]);
  const blocks: Block[] = [];
  let line = at.firstLine;

  const runsUnder = (node: TagNode, depth = 0): readonly Run[] => {
    if (depth > deepest) return [];
    if (node.type === 'content') return byMark.get(node.id ?? '') ?? [];
    return (node.children ?? []).flatMap((child) => runsUnder(child, depth + 1));
  };
  const say = (text: string, isHeading: boolean): void => {
    if (text === '') return;
    blocks.push({ kind: 'text', source: { text: isHeading ? `## ${text}` : text, line, page: at.page } });
    line += 1;
  };
  const visit = (node: TagNode, depth: number): void => {
    // Words inside a picture belong to the picture.
    if (depth > deepest || node.role === 'Figure') return;
    if (node.role === 'Table') {
      for (const child of node.children ?? [])
        if (child.role === 'Caption') say(textOf(runsUnder(child)), false);
      const cells = rowsIn(node).map((row) =>
        (row.children ?? [])
          .filter(({ role }) => role === 'TH' || role === 'TD')
          .map((cell) => cellOf(runsUnder(cell))),
      );
      const rows = alignCells(cells.filter((row) => row.length > 0)).map((texts): RawRow => {
        line += 1;
        return { cells: texts, source: { text: texts.join(' '), line: line - 1, page: at.page } };
      });
      if (rows.length > 0) blocks.push({ kind: 'table', table: { rows, style: 'grid' } });
      return;
    }
    if (node.type === 'content' || blockRoles.test(node.role ?? '')) {
      if (hasTable(node)) for (const child of node.children ?? []) visit(child, depth + 1);
      else say(textOf(runsUnder(node)), /^(?:H\d?|Title)$/.test(node.role ?? ''));
      return;
    }
    const children = node.children ?? [];
    const isInline =
      children.length > 0 &&
      children.every(
        ({ type, role }) => type === 'content' || /^(?:Span|Link|Em|Strong|Reference)$/.test(role ?? ''),
      );
    if (isInline) say(textOf(runsUnder(node)), false);
    else for (const child of children) visit(child, depth + 1);
  };
  visit(root, 0);
  return { blocks, lines: line - at.firstLine };
}

const rowsIn = (node: TagNode, depth = 0): readonly TagNode[] =>
  depth > 6
    ? []
    : (node.children ?? []).flatMap((child) => (child.role === 'TR' ? [child] : rowsIn(child, depth + 1)));

const textOf = (runs: readonly Run[]): string =>
  linesOf(runs)
    .map(({ spans }) => spans.map(({ text }) => text).join(' '))
    .join(' ')
    .replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function cellOf(runs: readonly Run[]): Cell {
  if (runs.length === 0) return { text: '', box: null };
  return {
    text: textOf(runs),
    box: {
      left: Math.min(...runs.map(({ left }) => left)),
      right: Math.max(...runs.map(({ right }) => right)),
    },
  };
}

/**
 * The structure does not say how many columns a cell covers. Rows with all cells say where the columns stand; a row with fewer has its cells
 * put over the columns they reach across, in order and as near as they can be. Columns may be left over: a name beside covers two rows.
 */
function alignCells(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.filter((row) => row.length === width);
  const columns = Array.from({ length: width }, (_, column): Box => {
    const boxes = full.flatMap((row) => row[column]?.box ?? []);
    return {
      left: boxes.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
      right: boxes.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    };
  });
  return rows.map((row) => {
    if (row.length === width) return row.map(({ text }) => text);
    const texts = columns.map(() => '');
    for (const [index, { from, until }] of cover(row, columns).entries()) {
      const { text = '' } = row[index] ?? {};
      const once = readPrintedFigure(text) !== null && !isYear(text);
      for (let column = from; column < (once ? from + 1 : until); column += 1) texts[column] = text;
    }
    return texts;
  });
}

type Cover = { readonly from: number; readonly until: number };
const leftOver = 4;

/** The cheapest way to lay the cells over the columns, each over one or more, in order. */
function cover(row: readonly Cell[], columns: readonly Box[]): readonly Cover[] {
  let states = new Map<number, { readonly cost: number; readonly covers: readonly Cover[] }>([
    [0, { cost: 0, covers: [] }],
  ]);
  for (const [index, { box }] of row.entries()) {
    const rest = row.length - index - 1;
    const next: typeof states = new Map();
    for (const [start, { cost, covers }] of states)
      for (let from = start; from < columns.length - rest; from += 1)
        for (let until = from + 1; until <= columns.length - rest; until += 1) {
          const total = cost + (from - start) * leftOver + misfit(box, columns.slice(from, until));
          if (total < (next.get(until)?.cost ?? Number.POSITIVE_INFINITY))
            next.set(until, { cost: total, covers: [...covers, { from, until }] });
        }
    states = next;
  }
  let best: { readonly cost: number; readonly covers: readonly Cover[] } | null = null;
  for (const [until, { cost, covers }] of states) {
    const total = cost + (columns.length - until) * leftOver;
    if (best === null || total < best.cost) best = { cost: total, covers };
  }
  return best?.covers ?? [];
}

/** How far a text is from standing over some columns: flush with one of their edges or in their middle, and not outside them. */
function misfit(box: Box | null, columns: readonly Box[]): number {
  if (box === null) return columns.length * 2;
  const left = columns.reduce((least, column) => Math.min(least, column.left), Number.POSITIVE_INFINITY);
  const right = columns.reduce((most, column) => Math.max(most, column.right), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(left)) return columns.length * 2;
  const outside = Math.max(0, left - box.left) + Math.max(0, box.right - right);
  const aside = Math.min(
    Math.abs(box.left - left),
    Math.abs(box.right - right),
    Math.abs(box.left + box.right - left - right) / 2,
  );
  return outside + aside + columns.length * 0.1;
}
