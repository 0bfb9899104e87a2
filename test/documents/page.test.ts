import { renderHtml } from '@samstyr/documents/html/render-html';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds, looks } from './axe.ts';
import { exampleEdition, treeOf } from './example-document.ts';
import { openChromium } from './open-chromium.ts';

const page = renderHtml(treeOf(exampleEdition('public'), 'nb'));

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

async function opened(
  width: number,
  {
    scheme = 'light',
    javaScriptEnabled = true,
  }: { scheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {},
): Promise<{ readonly tab: Page; readonly requests: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled,
    // axe is put into the page by the test; the page's own policy is held against its own script elsewhere.
    bypassCSP: true,
  });
  const tab = await context.newPage();
  const requests: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  await tab.setContent(page, { waitUntil: 'load' });
  return { tab, requests };
}

/** A chapter of each kind, cover, contents and foot: in the dark, colours are the same in the other chapters. */
const eachKind =
  '.cover, nav, #lesehjelp, #oversikt, #endring, #enhet-legevakt, #investeringer, #plan, #kommune-selbu, #nokler > :first-child, footer';

describe('the page', () => {
  test.each(looks)(
    '$width wide, $scheme: axe finds nothing, and nothing is wider than the window',
    async ({ width, scheme, asked }) => {
      const { tab, requests } = await opened(width, { scheme });
      expect(await axeFinds(tab, asked, asked === 'colour' ? eachKind : 'html')).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(requests).toEqual([]);
      await tab.context().close();
    },
  );

  test('a figure opens how it came about, by keyboard, and Escape gives the focus back', async () => {
    const { tab } = await opened(1280);
    const figure = tab.locator('#tabell-legevakt tbody tr').nth(1).locator('td.amount a');
    await figure.focus();
    await tab.keyboard.press('Enter');
    const panel = tab.locator('#forklaring');
    await expect.poll(() => panel.isVisible()).toBe(true);
    const told = ((await panel.textContent()) ?? '').replaceAll('\u00a0', ' ');
    expect(told).toContain('VR Legevakt, Selbu 2025');
    expect(told).toContain('2 554 000,00 kr');
    expect(told).toContain('budget/2025.recommended/legevakt/operating/5032');
    expect(await figure.isVisible()).toBe(true);
    expect(await axeFinds(tab, 'all', '#forklaring')).toEqual([]);
    await tab.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await figure.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await tab.context().close();
  });

  test('without scripts every figure leads to its explanation in the list', async () => {
    const { tab } = await opened(1280, { javaScriptEnabled: false });
    const targets = await tab
      .locator('a.n')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const ids = new Set(
      await tab.locator('.explanations details').evaluateAll((steps) => steps.map(({ id }) => `#${id}`)),
    );
    expect(targets.length).toBeGreaterThan(1500);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    await tab.context().close();
  });

  test('its policy lets its own script and style run, and nothing else', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const refused: string[] = [];
    tab.on('console', (message) => refused.push(message.text()));
    await tab.setContent(page.replace('</body>', '<script>document.title="taken"</script></body>'));
    expect(await tab.title()).toBe('Budsjett 2025, Værnesregionen');
    expect(refused.join()).toContain('Content Security Policy');
    await tab.locator('#tabell-oversikt td.amount a').first().click();
    expect(await tab.locator('#forklaring').isVisible()).toBe(true);
    await context.close();
  });

  test('is one file of less than 3 MB that asks for nothing', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b|@import|url\((?!#)|https?:\/\//);
  });

  test('has H1, H2 and H3 without a level skipped', () => {
    let level = 0;
    for (const [, at = '0'] of page.matchAll(/<h([1-6])\b/g)) {
      expect(Number(at)).toBeLessThanOrEqual(level + 1);
      level = Number(at);
    }
  });
});
