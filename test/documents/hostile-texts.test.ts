import { budgetPair } from '@samstyr/core/budget/overview';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { renderHtml } from '@samstyr/documents/html/render-html';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf, withoutSpace } from '../read-pdf.ts';
import { readWorkbook } from '../read-workbook.ts';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { hostile, payloads } from './hostile-model.ts';
import { openChromium } from './open-chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('texts that are made to be taken for markup', () => {
  const clean = exampleIndex().model;
  const model = hostile({
    ...clean,
    unit: clean.unit.map((unit) => ({ ...unit, group: `${unit.group ?? ''} <i>${payloads[0]}</i>` })),
    volume: clean.volume.map((row) => ({ ...row, measure: `${row.measure} ${payloads[1]}` })),
    cooperation: clean.cooperation.map((row) => ({
      ...row,
      accent: 'red;}</style><script>globalThis.taken=1</script>',
    })),
  });
  const page = renderHtml(treeOf(exampleEdition('internal', { model }), 'nb'));

  test('stand as text, every one of them', async () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<svg onload|onerror="|<i>/);
    const context = await browser.newContext({ bypassCSP: true });
    const tab = await context.newPage();
    await tab.setContent(page);
    // The panel reads the same texts from data.
    for (const nr of [0, 40, 400]) await tab.locator('td a.n').nth(nr).click();
    expect(await tab.locator('#forklaring').isVisible()).toBe(true);
    expect(await tab.evaluate('globalThis.taken')).toBeUndefined();
    expect(await tab.locator('h1').allInnerTexts()).toContain(
      `VR NAV ${firstPayload(page, 'VR NAV')}`.trim(),
    );
    await context.close();
  });

  test('stand as text on paper, and lead nowhere', async () => {
    const edition = exampleEdition('internal', { model });
    const pdf = await renderPdf(treeOf(edition, 'nb', { scope: 'summary' }));
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.problems[0]));
    const written = (await pagesOf(pdf.value)).map(({ text }) => withoutSpace(text)).join('');
    expect(written).toContain('<script>globalThis.taken=1</script>');
    const bytes = Buffer.from(pdf.value).toString('latin1');
    expect(bytes).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction)\b/);
    expect(bytes).not.toContain('(javascript:');
  });

  test('stand as text in the workbook, also when they begin as a formula', async () => {
    const formula = '=HYPERLINK("http://taken")';
    const index = indexModel(hostile(clean, formula));
    const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' });
    if (!pair.ok) throw new Error(JSON.stringify(pair.problems[0]));
    const bytes = await renderWorkbook({
      ...{ index, pair: pair.value, rounding: 'agreement' as const, language: 'nb' as const },
      hides: () => false,
    });
    const cells = (await readWorkbook(bytes)).sheets.flatMap((sheet) => sheet.cells);
    expect(cells.filter((cell) => cell.text?.includes(formula)).length).toBeGreaterThan(50);
    expect(cells.filter((cell) => cell.formula?.includes('taken'))).toEqual([]);
  });
});

/** The payload a name got, as a reader sees it. */
const firstPayload = (page: string, name: string): string => {
  const [, rest = ''] = new RegExp(`<h1[^>]*>${name} (.*?)</h1>`).exec(page) ?? [];
  return rest
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
};
