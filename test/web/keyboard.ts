import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type Asked, axeFinds, isDrill, looks } from '../documents/axe.ts';
import { openChromium } from '../documents/open-chromium.ts';
import { type WorkServer, workServer } from './work-server.ts';

/** Somebody at a browser of their own, and what went wrong there: errors and dialogs. */
type Person = { readonly context: BrowserContext; readonly page: Page; readonly wrong: string[] };
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
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
  // Whoever has come in by the page once sits down at another browser with the same session.
  const sessions = new Map<string, Session>();
  const sit = async (
    { width = 1280, dark = false, language = 'nb-NO' }: Screen = {},
    session: Session | undefined = undefined,
  ): Promise<Person> => {
    const context = await browser.newContext({
      ...(session === undefined ? {} : { storageState: session }),
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
    server: {
      ...server,
      wait: (milliseconds) => {
        sessions.clear();
        server.wait(milliseconds);
      },
    },
    browser,
    visitor: sit,
    person: async (email, screen) => {
      const come = await sit(screen, sessions.get(email));
      if (sessions.has(email)) return come;
      await logIn(come.page, email);
      sessions.set(email, await come.context.storageState());
      return come;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a page of the work surface and waits until it answers to keys. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await page.evaluate(untilUsable);
}

/** Answers that are held back: waits until there is one, and lets the first go. */
type Held = { readonly waits: () => Promise<void>; readonly letGo: () => Promise<void> };

/** Opens a page where the answers to commands are held back: the server has done what was asked, and the page does not know. */
export async function openHeld(page: Page, path: string): Promise<Held> {
  await page.addInitScript(`{
    const send = globalThis.fetch;
    globalThis.held = [];
    globalThis.fetch = async (...wish) => {
      const answer = await send(...wish);
      if (String(wish[0]).endsWith('/commands')) await new Promise((go) => globalThis.held.push(go));
      return answer;
    };
  }`);
  await open(page, path);
  const waits = (): Promise<void> =>
    page.evaluate(`new Promise((done) => {
      const look = () => (globalThis.held.length > 0 ? done(null) : setTimeout(look, 10));
      look();
    })`);
  return {
    waits,
    letGo: async () => {
      await waits();
      await page.evaluate('void globalThis.held.shift()()');
    },
  };
}

/** What stands in a part of the page at the moment some words are first said there: asked for before they are. */
export async function whenSaid(page: Page, words: string, part: string): Promise<() => Promise<string>> {
  await page.evaluate(`{
    const [words, part] = ${JSON.stringify([words, part])};
    globalThis.stood = new Promise((done) => {
      new MutationObserver((_, watcher) => {
        if (!document.querySelector('main').textContent.includes(words)) return;
        watcher.disconnect();
        done(document.querySelector(part).textContent);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    void 0;
  }`);
  return () => page.evaluate('globalThis.stood');
}

/** Loads a page once more and waits until it answers to keys. */
export async function again(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.evaluate(untilUsable);
}

/** Asked by the browser's own door, since the page lets no text become a program. */
const untilUsable = `new Promise((done) => {
  const look = () =>
    performance.getEntriesByName('samstyr:usable').length > 0 ? done(null) : setTimeout(look, 10);
  look();
})`;

/** In by the page, with nothing but keys. */
export async function logIn(page: Page, email: string): Promise<void> {
  await open(page, '/logg-inn');
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

/** Waits until the section of a chapter somebody writes in is on the server. */
export const untilSaved = (page: Page, section: string): Promise<void> =>
  page
    .locator('section.card', { has: page.getByRole('textbox', { name: section }) })
    .getByRole('status')
    .filter({ hasText: /^Lagret$/ })
    .waitFor();

/** Goes to a field and writes in it over what stood there. */
export async function write(target: Locator, text: string): Promise<void> {
  await press(target, 'Control+a');
  await target.page().keyboard.type(text);
}

/** What axe objects to on pages, one after the other. */
export async function objectionsOn(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await open(page, path);
    found.push(...(await objections(page)).map((one) => `${path}: ${one}`));
  }
  return found;
}

/** What axe objects to in the page as it stands, and whether it must be scrolled sideways; in the drill, in all looks. */
export const objections = (page: Page): Promise<readonly string[]> =>
  isDrill ? objectionsInAllLooks(page) : objectionsAsIs(page, 'all');

async function objectionsAsIs(page: Page, asked: Asked): Promise<readonly string[]> {
  const found = await axeFinds(page, asked);
  const [wide, width] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  return wide > width ? [...found, `${page.url()} is ${wide} px wide on ${width}`] : found;
}

/** The same in all looks, one after the other; the page ends wide and light. */
export async function objectionsInAllLooks(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const take = async (width: number, colorScheme: 'light' | 'dark'): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
  };
  for (const { width, scheme, asked } of looks) {
    await take(width, scheme);
    found.push(...(await objectionsAsIs(page, asked)).map((one) => `${width} ${scheme}: ${one}`));
  }
  await take(1280, 'light');
  return found.map((one) => `${new URL(page.url()).pathname}: ${one}`);
}
