import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../documents/open-chromium.ts';
import { root } from '../tidy/source-files.ts';
import { type WorkServer, workServer } from './work-server.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const state: { server: WorkServer; browser: Browser } = {} as never;
const year = '/vaernesregionen/2025';

beforeAll(async () => {
  [state.server, state.browser] = await Promise.all([workServer(), openChromium()]);
  const whole = { units: [], party: null };
  await state.server.person('controller@example.org', [
    { role: 'controller', ...whole },
    { role: 'administrator', ...whole },
  ]);
  await state.server.person('leder@example.org', [{ role: 'unitLeader', units: ['nav'], party: null }]);
  await state.server.person('okonomi@example.org', [{ role: 'financeOfficer', units: [], party: 'selbu' }]);
});
afterAll(async () => {
  await state.browser?.close();
  await state.server?.close();
});

/** A browser of its own where a mouse does nothing: clicks throw. */
async function keyboardOnly(
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly wrong: string[] }> {
  const { width = 1280, dark = false } = options;
  const context = await state.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nb-NO',
    baseURL: state.server.origin,
  });
  await context.addInitScript(
    `addEventListener('mousedown', () => { throw new Error('a mouse was used'); }, true)`,
  );
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { context, page, wrong };
}

/** In by the page, with nothing but keys. */
async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/logg-inn', { waitUntil: 'networkidle' });
  await page.getByLabel('E-post').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('fire ord etter hverandre');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/2025/);
}

/** What axe objects to, and whether the page must be scrolled sideways. */
async function objections(page: Page, paths: readonly string[], width: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(axe);
    const violations = (await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
    )) as readonly string[];
    found.push(...violations.map((one) => `${path}: ${one}`));
    const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
    if (wide > width) found.push(`${path} is ${wide} px wide`);
  }
  return found;
}

describe('who is not logged in', () => {
  test('is told what can be read and sees no budget', async () => {
    const { context, page } = await keyboardOnly();
    await page.goto('/');
    expect(await page.locator('main').textContent()).toContain('Ingenting er publisert ennå.');
    await page.goto(`${year}/enhet/nav`);
    expect(new URL(page.url()).pathname).toBe('/logg-inn');
    expect(await page.content()).not.toContain('2 735');
    await context.close();
  });

  test('is told the same of a wrong password as of a person who is not there', async () => {
    const { context, page } = await keyboardOnly();
    const told: string[] = [];
    for (const email of ['ingen@example.org', 'leder@example.org']) {
      await page.goto('/logg-inn', { waitUntil: 'networkidle' });
      await page.getByLabel('E-post').focus();
      await page.keyboard.type(email);
      await page.keyboard.press('Tab');
      await page.keyboard.type('feil passord');
      await page.keyboard.press('Enter');
      told.push((await page.getByRole('alert').textContent()) ?? '');
    }
    expect(told).toEqual(Array(2).fill('E-postadresse, passord eller kode er feil.'));
    await context.close();
  });
});

describe('a page shows what the API would', () => {
  test('a finance officer reads every sum, and not the amounts that rest on few', async () => {
    const { context, page, wrong } = await keyboardOnly();
    await logIn(page, 'okonomi@example.org');
    await page.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    const table = page.locator('main table').first();
    expect(await table.getByRole('row', { name: /^Sum drift/ }).textContent()).toContain('84\u00a0565');
    expect(
      await table
        .getByRole('row', { name: /^Økonomisk sosialhjelp / })
        .first()
        .textContent(),
    ).toContain('skjermet');
    // The row itself never left the server; a controller's page has it.
    const row = 'nav/sosialhjelp/2025.recommended/direct/tydal';
    expect(await page.content()).not.toContain(row);
    expect(wrong).toEqual([]);
    await context.close();
    const other = await keyboardOnly();
    await logIn(other.page, 'controller@example.org');
    await other.page.goto(`${year}/enhet/nav`);
    expect(await other.page.content()).toContain(row);
    await other.context.close();
  });
});
