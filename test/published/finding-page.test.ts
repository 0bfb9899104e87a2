import { readFileSync } from 'node:fs';
import { annotateWorkbook } from '@samstyr/documents/findings/annotate-workbook';
import { findingPage } from '@samstyr/documents/findings/finding-page';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../documents/open-chromium.ts';
import { objectionsInAllLooks } from '../web/keyboard.ts';
import { inGuise } from './guises.ts';

const text = readFileSync(new URL('felles-budsjett-feil.md', import.meta.url), 'utf8');

async function checked(bytes: Uint8Array, file: string, language: 'nb' | 'nn' | 'en' = 'nb') {
  const result = await checkBytes(bytes, file, language);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('the report as a page', () => {
  it('marks every finding in its table, and asks for nothing from anywhere', async () => {
    const { report, document } = await checked(new TextEncoder().encode(text), 'felles-budsjett.md');
    const page = findingPage(report, document.tables, 'nb');
    const inTables = report.findings.filter(({ place, causeOf }) => place.table !== null && causeOf === null);
    expect(page.match(/<mark>/g)?.length).toBe(inTables.length);
    expect(page).not.toMatch(/src=|href="(?!#)|@import|url\(/);
  });

  it('shows a text of the document as text, whatever it holds', async () => {
    const nasty = text.replaceAll('Myrdalen', '<img src=x onerror=alert(1)>');
    const { report, document } = await checked(new TextEncoder().encode(nasty), '"><script>.md');
    expect(findingPage(report, document.tables, 'nb')).not.toMatch(/<img|<script/);
  });

  it('can be read by everybody, wide, narrow and dark, in three languages', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const tab = await context.newPage();
    for (const language of ['nb', 'nn', 'en'] as const) {
      const { report, document } = await checked(new TextEncoder().encode(text), 'b.md', language);
      await tab.setContent(findingPage(report, document.tables, language), { waitUntil: 'load' });
      expect(await objectionsInAllLooks(tab), language).toEqual([]);
    }
    await context.close();
  });
});

describe('an annotated copy of a workbook', () => {
  it('has a note with the sentence on each cell told about, and every value as it was', async () => {
    const bytes = await inGuise(text, 'xlsx');
    const { report } = await checked(bytes, 'b.xlsx');
    const { bytes: copy } = await annotateWorkbook(bytes, report.findings);
    const [before, after] = await Promise.all(
      [bytes, copy].map(async (each) => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(each.slice().buffer);
        return book.worksheets[0];
      }),
    );
    const cause = report.findings.find(({ rule }) => rule === 'change');
    const address = cause?.place.address?.split('!')[1] ?? '';
    expect(JSON.stringify(after?.getCell(address).note)).toContain('fortegnet er feil');
    const values = (sheet: typeof before): unknown =>
      sheet?.getSheetValues().map((row) => JSON.stringify(row));
    expect(values(after)).toEqual(values(before));
  });
});
