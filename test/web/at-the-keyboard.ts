import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { root } from '../tidy/source-files.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** A person at a browser of their own, and what went wrong there: errors and dialogs. */
export type Seat = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wrong: readonly string[];
};

type Place = {
  readonly browser: Browser;
  readonly origin: string;
  readonly width?: number;
  readonly dark?: boolean;
};

/** Logged in, with nothing but keys: a mouse throws. */
export async function seat(
  { browser, origin, width = 1280, dark = false }: Place,
  email: string,
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nb-NO',
    baseURL: origin,
  });
  context.setDefaultTimeout(30_000);
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
  await page.goto('/logg-inn', { waitUntil: 'networkidle' });
  await page.getByLabel('E-post').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('fire ord etter hverandre');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/2025/);
  return { context, page, wrong };
}

/** Puts the focus on something and presses keys, as somebody without a mouse. */
export async function press(target: Locator, ...keys: readonly string[]): Promise<void> {
  await target.focus();
  for (const key of keys) await target.page().keyboard.press(key);
}

/** Goes to a field and writes in it over what stood there. */
export async function write(target: Locator, text: string): Promise<void> {
  await press(target, 'Control+a');
  await target.page().keyboard.type(text);
}

/** What axe objects to on pages, and whether one must be scrolled sideways. */
export async function objections(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const width = page.viewportSize()?.width ?? 0;
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
