import { pagesOfPayers } from '@samstyr/documents/joint-budget/overview-chapter';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import type { DocumentTree, TableNode } from '@samstyr/documents/tree/node';
import { allBlocks, chaptersOf, plainText } from '@samstyr/documents/tree/walk';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pagesOf, structureOf, withoutSpace } from '../read-pdf.ts';
import { exampleEdition, treeOf } from './example-document.ts';

const tree = treeOf(exampleEdition('public'), 'nb');
const three = [0, 1, 2];
const many = 25;

const isMatrix = (block: { readonly node: string }): block is TableNode =>
  block.node === 'table' && 'layout' in block && block.layout === 'matrix';

/** The example's matrix with its columns dealt round to more municipalities, and its rows to more units. */
function dealt(matrix: TableNode, count: number): readonly TableNode[] {
  const known = matrix.columns.length / 3 - 1;
  const rows = matrix.rows.filter(({ kind }) => kind === 'row');
  const units = Array.from({ length: many }, (_, at) => rows[at % rows.length]).filter(
    (row) => row !== undefined,
  );
  const payers = Array.from({ length: count }, (_, at) => at);
  return pagesOfPayers(payers).map((own, page): TableNode => {
    const places = [-1, ...own];
    const from = (payer: number, part: number): number =>
      payer < 0 ? part : (1 + (payer % known)) * 3 + part;
    return {
      ...matrix,
      note: null,
      id: `${matrix.id}-${page}`,
      columns: places.flatMap((payer) =>
        three.flatMap((part) => {
          const column = matrix.columns[from(payer, part)];
          if (column === undefined) return [];
          const [name = '', year = ''] = column.head;
          const head = payer < 0 ? [name, year] : [`Kommune ${payer + 1}`, year];
          return [{ ...column, key: `${payer}-${part}`, head, relation: null }];
        }),
      ),
      rows: units.map((row) => ({
        ...row,
        group: null,
        // The units' chapters are not in this document, so their names lead nowhere.
        header: [{ inline: 'text' as const, text: plainText(row.header, tree) }],
        cells: places.flatMap((payer) => three.flatMap((part) => row.cells[from(payer, part)] ?? [])),
      })),
    };
  });
}

function wide(count: number): { readonly document: DocumentTree; readonly tables: readonly TableNode[] } {
  const chapter = chaptersOf(tree).find(({ children }) => allBlocks(children).some(isMatrix));
  const section = chapter?.children.find(
    (block) => block.node === 'section' && block.children.some(isMatrix),
  );
  if (chapter === undefined || section?.node !== 'section') throw new Error('the example has a matrix');
  const tables = dealt(section.children.filter(isMatrix)[0] as TableNode, count);
  const only = { ...chapter, lead: [], children: [{ ...section, children: tables }] };
  const parts = [{ name: 'Oversikt', chapters: [only] }];
  return { tables, document: { ...tree, parts, finder: [], contentsNotes: [] } };
}

/** Words that reach outside their page, or run into the words beside them on the line. A number is read with its star's width. */
async function collisions(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const found: string[] = [];
  for (let nr = 2; nr <= file.numPages; nr += 1) {
    const page = await file.getPage(nr);
    const [, , width = 0] = page.view;
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4] as number,
              y: item.transform[5] as number,
              width: item.width,
            },
          ]
        : [],
    );
    for (const word of words) {
      if (word.x < 0 || word.x + word.width > width) found.push(`${nr}: ${word.text} is off the page`);
      const hit = words.find(
        (one) =>
          one !== word &&
          one.text !== '*' &&
          Math.abs(one.y - word.y) < 1 &&
          one.x > word.x &&
          one.x < word.x + word.width - 0.2,
      );
      if (hit !== undefined) found.push(`${nr}: ${word.text} runs into ${hit.text}`);
    }
  }
  await task.destroy();
  return found;
}

describe('a matrix too wide for a page', () => {
  it('is shared evenly, and one page is enough for seven', () => {
    const sizes = (count: number) => pagesOfPayers(Array.from({ length: count })).map(({ length }) => length);
    expect(sizes(7)).toEqual([7]);
    expect(sizes(12)).toEqual([6, 6]);
    expect(sizes(20)).toEqual([7, 7, 6]);
    expect(sizes(30)).toEqual([6, 6, 6, 6, 6]);
  });

  it.each([12, 20, 30])(
    'for %i municipalities and 25 units prints every cell, with all heads',
    async (count) => {
      const { document, tables } = wide(count);
      const made = await renderPdf(document);
      if (!made.ok) throw new Error(made.problems[0].message);
      expect(await collisions(made.value)).toEqual([]);
      const { elements } = await structureOf(made.value);
      const found = elements.filter(({ role }) => role === 'Table');
      expect(found).toHaveLength(tables.length);
      for (const [at, table] of found.entries()) {
        const rows = table.children
          .filter(({ role }) => role === 'TBody')
          .flatMap(({ children }) => children);
        expect(rows).toHaveLength(many);
        for (const { children } of rows) {
          const [head, ...cells] = children;
          expect([head?.role, head?.scope]).toEqual(['TH', 'Row']);
          expect(cells).toHaveLength(tables[at]?.columns.length ?? 0);
          // The municipality, the year and the unit.
          expect(cells.every(({ headers }) => headers.length === 3)).toBe(true);
        }
      }
      const text = (await pagesOf(made.value)).map((page) => page.text).join('');
      for (let nr = 1; nr <= count; nr += 1) expect(text).toContain(withoutSpace(`Kommune ${nr}`));
    },
  );
});
