import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openChromium } from '../documents/open-chromium.ts';
import { root } from '../tidy/source-files.ts';
import { type WorkServer, workServer } from './work-server.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Somebody at a browser of their own, and what went wrong there: errors and dialogs. */
type Person = { readonly context: BrowserContext; readonly page: Page; readonly wrong: string[] };
type Screen = { readonly width?: number; readonly dark?: boolean; readonly language?: string };

/** The server with its pages, and people who have a keyboard and no mouse. */
export type Keyboards = {
  readonly server: WorkServer & { readonly cooperationId: string };
  readonly browser: Browser;
  /** Somebody who is not logged in. */
  readonly visitor: (screen?: Screen) => Promise<Person>;
  /** Somebody who has come in by the page of logging in. */
  readonly person: (email: string, screen?: Screen) => Promise<Person>;
  readonly close: () => Promise<void>;
};

export async function keyboards(): Promise<Keyboards> {
  const [server, browser] = await Promise.all([workServer(), openChromium()]);
  const visitor = async ({
    width = 1280,
    dark = false,
    language = 'nb-NO',
  }: Screen = {}): Promise<Person> => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      baseURL: server.origin,
    });
    context.setDefaultTimeout(60_000);
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
  };
  return {
    server,
    browser,
    visitor,
    person: async (email, screen) => {
      const come = await visitor(screen);
      await logIn(come.page, email);
      return come;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** In by the page, with nothing but keys. */
export async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/logg-inn', { waitUntil: 'networkidle' });
  await page.locator('[name=email]').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('fire ord etter hverandre');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/2025/);
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

/** What axe objects to on pages, one after the other. */
export async function objectionsOn(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    found.push(...(await objections(page)).map((one) => `${path}: ${one}`));
  }
  return found;
}

/** What axe objects to in the page as it stands, and whether it must be scrolled sideways. */
export async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
  )) as readonly string[];
  const [wide, width] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  return wide > width ? [...found, `${page.url()} is ${wide} px wide on ${width}`] : found;
}
