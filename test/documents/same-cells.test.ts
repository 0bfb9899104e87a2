import { renderOpenData } from '@samstyr/documents/data/open-data';
import { renderWord } from '@samstyr/documents/docx/render-word';
import { renderHtml } from '@samstyr/documents/html/render-html';
import type { DocumentTree, TableNode } from '@samstyr/documents/tree/node';
import { allBlocks, chaptersOf, plainText, tableNumbers } from '@samstyr/documents/tree/walk';
import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleEdition, pdfOf, treeOf } from './example-document.ts';
import { readDocx } from './readers/read-docx.ts';
import { readHtml } from './readers/read-html.ts';
import { readPdfTables } from './readers/read-pdf-tables.ts';
import { cellsOf, type ReadTable } from './readers/read-table.ts';
import { readXlsxFigures } from './readers/read-xlsx.ts';
import { cellText } from './tree-text.ts';

const edition = exampleEdition('public');

const tablesOf = (tree: DocumentTree): readonly TableNode[] =>
  chaptersOf(tree)
    .flatMap(({ children }) => allBlocks(children))
    .filter((block): block is TableNode => block.node === 'table');

/** What the model prints in every cell of every table. */
function printed(tree: DocumentTree): readonly ReadTable[] {
  const numbers = tableNumbers(tree);
  const word = tree.language === 'en' ? 'Table' : 'Tabell';
  return tablesOf(tree).map(({ id, head, columns, rows }) => ({
    name: `${word} ${numbers.get(id)}`,
    head: [[head, ...columns.map((column) => column.head.join(' '))]],
    rows: rows.map(({ header, cells }) => [
      plainText(header, tree),
      ...cells.map((cell) => (cell.cell === 'bar' ? '' : cellText(cell, tree))),
    ]),
  }));
}

/** A page breaks lines where it likes, also at a hyphen: all other letters and signs are compared, and the minus sign is another one. */
const unspaced = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad-]/g, '');
const counts = (tables: readonly ReadTable[]): readonly (readonly [string, number])[] =>
  tables.map(({ name, rows }) => [name, rows.reduce((sum, cells) => sum + cells.length, 0)] as const);

describe.each(['nb', 'nn', 'en'] as const)('the document in %s', (language) => {
  const tree = treeOf(edition, language);
  const expected = printed(tree);
  let read: { html: readonly ReadTable[]; pdf: readonly ReadTable[]; docx: readonly ReadTable[] };
  beforeAll(async () => {
    read = {
      html: readHtml(renderHtml(tree)),
      pdf: await readPdfTables(await pdfOf(tree)),
      docx: readDocx(await renderWord(tree)).tables,
    };
  });

  test('has the same tables with equally many cells on the page, in the PDF and in Word', () => {
    expect(cellsOf(expected).length).toBeGreaterThan(3500);
    expect(counts(read.html)).toEqual(counts(expected));
    expect(counts(read.pdf)).toEqual(counts(expected));
    expect(counts(read.docx)).toEqual(counts(expected));
  });

  test('says in every cell of the page and of Word just what the model prints', () => {
    expect(cellsOf(read.html)).toEqual(cellsOf(expected));
    expect(cellsOf(read.docx)).toEqual(cellsOf(expected));
  });

  test('says in every cell of the PDF what the model prints, spaces apart', () => {
    const bare = (tables: readonly ReadTable[]) =>
      cellsOf(tables).map((cell) => ({ ...cell, text: unspaced(cell.text) }));
    expect(bare(read.pdf)).toEqual(bare(expected));
  });
});

describe('the workbook and the open data', () => {
  const tree = treeOf(edition, 'nb');
  const { index, pair, rounding, hides, overview, causes } = edition;

  test('have the øre of every figure they share with the document', async () => {
    const book = readXlsxFigures(await renderWorkbook({ index, pair, rounding, language: 'nb', hides }));
    let inBook = 0;
    for (const { sheet, cell, figure: id, value } of book) {
      const figure = tree.figures.get(id);
      if (figure?.unit !== 'ore' || figure.value === null || figure.value.n % figure.value.d !== 0n) continue;
      expect(BigInt(Math.round(+value * 100)), `${sheet} ${cell} ${id}`).toBe(
        figure.value.n / figure.value.d,
      );
      inBook += 1;
    }
    const files = renderOpenData({ index, pair, overview, causes, hides, language: 'nb', licence: null });
    const lines: readonly { readonly [column: string]: string }[] = parse(
      [...files].find(([name]) => name.endsWith('budget.csv'))?.[1] ?? '',
      { columns: true },
    );
    let inData = 0;
    for (const line of lines) {
      const id = line['figureId'] ?? '';
      const figure = tree.figures.get(id);
      if (figure === undefined) continue;
      expect(line['amountOre'], id).toBe(figure.value === null ? '' : `${figure.value.n / figure.value.d}`);
      inData += 1;
    }
    expect(inBook).toBeGreaterThan(400);
    expect(inData).toBeGreaterThan(150);
  });
});
