import { spreadCells } from '../spread-cells.ts';
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
    if (depth > deepest) return;
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
 * put over the columns they reach across, and a name between two columns covers both.
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
    const starts: number[] = [];
    for (const [index, { box }] of row.entries()) {
      const least = index === 0 ? 0 : (starts[index - 1] ?? 0) + 1;
      const most = width - (row.length - index);
      starts.push(
        Math.min(most, Math.max(least, box === null ? least : firstUnder(box, columns, least, most))),
      );
    }
    return (
      spreadCells([
        row.map(({ text }, index) => ({
          text,
          columns: (starts[index + 1] ?? width) - (starts[index] ?? 0),
          rows: 1,
        })),
        Array.from({ length: width }, () => ({ text: '', columns: 1, rows: 1 })),
      ])[0] ?? []
    );
  });
}

/** Names are centred or set flush over what they cover: the first column is where the cells before leave room and the text is nearest. */
function firstUnder(box: Box, columns: readonly Box[], least: number, most: number): number {
  for (let column = least; column <= most; column += 1) {
    const own = columns[column];
    if (own !== undefined && own.right >= box.left - 1) return column;
  }
  return most;
}
