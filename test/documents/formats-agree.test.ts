import { renderOpenData } from '@samstyr/documents/data/open-data';
import { renderHtml } from '@samstyr/documents/html/render-html';
import type { TableNode } from '@samstyr/documents/tree/node';
import { allBlocks, chaptersOf } from '@samstyr/documents/tree/walk';
import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../read-workbook.ts';
import { exampleEdition, treeOf } from './example-document.ts';
import { cellText } from './tree-text.ts';

const edition = exampleEdition('public');
const tree = treeOf(edition, 'nb');
const page = renderHtml(tree);

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** What a reader sees of a piece of markup. */
const seen = (markup: string): string =>
  markup
    .replace(/<span class="vh">.*?<\/span>/g, '')
    .replace(/<svg.*?<\/svg>/gs, '▭')
    .replace(/<[^>]+>/g, '')
    .replace(/&([#\w]+);/g, (_, name: string) => entities[name] ?? '?');

/** Every table of the page by its id, as rows of texts. */
const pageTables = new Map(
  [...page.matchAll(/<div class="table [^"]*" id="([^"]+)">(.*?)<\/table>/gs)].map(
    ([, id = '', body = '']) => [
      id,
      [...body.matchAll(/<tr class[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].slice(1).map(([, cell = '']) => seen(cell)),
      ),
    ],
  ),
);

const tables = chaptersOf(tree)
  .flatMap(({ children }) => allBlocks(children))
  .filter((block): block is TableNode => block.node === 'table');

describe('the formats of one budget', () => {
  test('the page has every table of the document, with the same words and numbers in every cell', () => {
    expect(pageTables.size).toBe(tables.length);
    for (const table of tables)
      expect(pageTables.get(table.id), table.id).toEqual(
        table.rows.map(({ cells }) => cells.map((cell) => cellText(cell, tree))),
      );
  });

  test('the page, the workbook and the open data have the same øre for every figure they share', async () => {
    const { index, pair, rounding, hides, overview, causes } = edition;
    const bytes = await renderWorkbook({ index, pair, rounding, language: 'nb', hides });
    const workbook = await readWorkbook(bytes);
    const kroner = new Map(
      workbook.sheets
        .flatMap(({ cells }) => cells)
        .flatMap(({ figureId, number }) =>
          figureId === null || number === null ? [] : [[figureId, number] as const],
        ),
    );
    const files = renderOpenData({ index, pair, overview, causes, hides, language: 'nb', licence: null });
    const lines: readonly { readonly [column: string]: string }[] = parse(
      [...files].find(([name]) => name.endsWith('budget.csv'))?.[1] ?? '',
      { columns: true },
    );
    const open = new Map(lines.map((line) => [line['figureId'] ?? '', line['amountOre'] ?? '']));
    let [inBook, inData] = [0, 0];
    for (const [id, figure] of tree.figures) {
      if (!id.startsWith('budget/') || figure.unit !== 'ore') continue;
      const sheet = kroner.get(id);
      if (figure.value !== null && sheet !== undefined && figure.value.n % figure.value.d === 0n) {
        expect(BigInt(Math.round(sheet * 100)), id).toBe(figure.value.n / figure.value.d);
        inBook += 1;
      }
      const data = open.get(id);
      if (data === undefined) continue;
      if (figure.value === null) expect(data, id).toBe('');
      else expect(data, id).toBe(`${figure.value.n / figure.value.d}`);
      inData += 1;
    }
    expect(inBook).toBeGreaterThan(400);
    expect(inData).toBeGreaterThan(150);
  });

  test('a change printed in 1 000 kr is the difference of what is printed beside it', () => {
    const matrix = pageTables.get('tabell-matrise') ?? [];
    const number = (text: string | undefined): number =>
      Number((text ?? '').replaceAll('\u00a0', '').replace('−', '-').replace('*', '').replace(/^\.$/, '0'));
    for (const row of matrix)
      for (let at = 0; at < row.length; at += 3)
        expect(number(row[at + 1]) - number(row[at])).toBe(number(row[at + 2]));
  });
});
