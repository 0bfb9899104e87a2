import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import type { Cell, TableNode } from '@samstyr/documents/tree/node';
import { numberText, signText } from '@samstyr/documents/tree/number-text';
import { allBlocks, chaptersOf, plainText, tableNumbers } from '@samstyr/documents/tree/walk';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleEdition, pdfOf, treeOf } from './documents/example-document.ts';
import {
  type Element,
  type PdfPage,
  pagesOf,
  type Structure,
  structureOf,
  withoutSpace,
} from './read-pdf.ts';

const tree = treeOf(exampleEdition('public'), 'nb');
const tables = chaptersOf(tree)
  .flatMap(({ children }) => allBlocks(children))
  .filter((block): block is TableNode => block.node === 'table');
let pdf: Uint8Array;
let structure: Structure;
let pages: readonly PdfPage[];

beforeAll(async () => {
  pdf = await pdfOf(tree);
  structure = await structureOf(pdf);
  pages = await pagesOf(pdf);
});

const withRole = (role: string): readonly Element[] =>
  structure.elements.filter((element) => element.role === role);
const cellsOf = (table: Element, part: string): readonly (readonly Element[])[] =>
  table.children
    .filter(({ role }) => role === part)
    .flatMap(({ children }) => children.map((row) => row.children));

describe('the structure of the PDF', () => {
  it('has a language, a title and marks on all it shows', () => {
    expect(structure.language).toBe('nb');
    expect(structure.title).toBe(tree.title);
    expect(structure.isMarked).toBe(true);
    expect(
      pages.map(({ unmarked }, at) => ({ page: at + 1, unmarked })).filter((page) => page.unmarked > 0),
    ).toEqual([]);
  });

  it('has headings in order: every chapter, and never a level skipped', () => {
    const levels = structure.elements.flatMap(({ role }) =>
      /^H\d$/.test(role) ? [Number(role.slice(1))] : [],
    );
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(chaptersOf(tree).length + 1);
  });

  it('has every table of the tree, with a caption and header cells in both directions', () => {
    const found = withRole('Table');
    expect(found).toHaveLength(tables.length);
    for (const table of found) {
      expect(table.children[0]?.role).toBe('Caption');
      const head = cellsOf(table, 'THead');
      expect(head.flat().every(({ role, scope }) => role === 'TH' && scope === 'Column')).toBe(true);
      const columnIds = new Set(head.flat().map(({ id }) => id));
      for (const [first, ...others] of cellsOf(table, 'TBody')) {
        expect(first?.role).toBe('TH');
        expect(first?.scope).toBe('Row');
        for (const cell of others) {
          expect(cell.role).toBe('TD');
          expect(cell.headers.at(-1)).toBe(first?.id);
          expect(cell.headers.length).toBeGreaterThanOrEqual(2);
          expect(cell.headers.slice(0, -1).every((id) => columnIds.has(id))).toBe(true);
        }
      }
    }
  });

  it('names two heads for every cell of the matrix: the municipality and the year', () => {
    const matrix = withRole('Table').find(
      (table) => cellsOf(table, 'THead').length === 2 && cellsOf(table, 'THead')[1]?.length === 24,
    );
    const [, ...cells] = cellsOf(matrix ?? { ...structure.elements[0]!, children: [] }, 'TBody')[0] ?? [];
    expect(cells).toHaveLength(24);
    expect(cells.every(({ headers }) => headers.length === 3)).toBe(true);
  });

  it('has an alternative text for every figure', () => {
    const figures = withRole('Figure');
    expect(figures).toHaveLength(
      chaptersOf(tree)
        .flatMap(({ children }) => allBlocks(children))
        .filter(({ node }) => node === 'chart').length,
    );
    for (const { alt } of figures)
      expect(alt).toMatch(
        /^(Fossefallsdiagram|Stolpediagram med to år|Sammensatt stolpediagram)\. .+ Samme tall i tabell \d+\.$/,
      );
  });

  it('gives no id twice', () => {
    const ids = structure.elements.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function cellText(cell: Cell): string {
  switch (cell.cell) {
    case 'figure': {
      const figure = tree.figures.get(cell.ref.figure);
      if (figure === undefined) return '?';
      return `${numberText(figure, cell.ref, 'nb')}${figure.provisional && figure.value !== null ? '*' : ''}`;
    }
    case 'sign':
      return signText(cell.sign, 'nb');
    case 'text':
      return plainText(cell.content, tree);
    case 'tag':
      return cell.tag.text;
    default:
      return '';
  }
}

describe('the text of the PDF', () => {
  it('has every row of every table whole, on the page the table stands on', () => {
    const numbers = tableNumbers(tree);
    const missing: string[] = [];
    let at = 0;
    for (const table of tables) {
      const caption = withoutSpace(`Tabell ${numbers.get(table.id)} ${plainText(table.caption, tree)}`);
      at = pages.findIndex(({ text }, page) => page >= at && text.includes(caption));
      if (at < 0) throw new Error(`no page has ${caption}`);
      let page = at;
      for (const row of table.rows) {
        const text = withoutSpace([plainText(row.header, tree), ...row.cells.map(cellText)].join(''));
        if (!pages[page]?.text.includes(text)) page += 1;
        if (!pages[page]?.text.includes(text)) missing.push(`${caption}: ${text}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has the star of a provisional figure after its digits, never over them', () => {
    expect(pages.some(({ text }) => text.includes('*'))).toBe(true);
    expect(pages.flatMap(({ coveredBy }) => coveredBy)).toEqual([]);
  });

  it('sends nobody to an explanation that only the web page has', () => {
    expect(pages.map(({ text }) => text).join('')).toContain(
      withoutSpace('På nettsiden kan du trykke på et tall'),
    );
  });
});

describe('the bytes of the PDF', () => {
  it('are the same another time, at another place', async () => {
    const { TZ, LANG } = process.env;
    process.env['TZ'] = 'Pacific/Auckland';
    process.env['LANG'] = 'tr_TR.UTF-8';
    const again = await pdfOf(tree);
    process.env['TZ'] = TZ ?? 'UTC';
    process.env['LANG'] = LANG ?? 'C';
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(again))).toBe(0);
  });

  it('are refused with words when a sign has no letter in the fonts', async () => {
    const refused = await renderPdf({
      ...tree,
      parts: [],
      finder: [],
      cover: { ...tree.cover, title: '予算' },
    });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.problems[0].message).not.toBe('?');
  });

  it('take any text as text', async () => {
    const title = '#read("/etc/passwd") $x$ *a* `b` <c> @d \\ // e';
    const nasty = await renderPdf({ ...tree, parts: [], finder: [], cover: { ...tree.cover, title } });
    if (!nasty.ok) throw new Error(nasty.problems[0].message);
    const [first] = await pagesOf(nasty.value);
    expect(first?.text).toContain(withoutSpace(title));
  });
});
