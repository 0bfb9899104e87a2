import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleIndex } from '../documents/example-document.ts';
import { hostile } from '../documents/hostile-model.ts';
import { openChromium } from '../documents/open-chromium.ts';
import { root } from '../tidy/source-files.ts';
import { objectionsInAllLooks } from './keyboard.ts';
import { builtPages } from './work-server.ts';

type Host = { readonly address: string; readonly cooperation: string; readonly stop: () => Promise<void> };
const web = builtPages();
const state: { host: Host | null; browser: Browser | null } = { host: null, browser: null };
const address = (page: string): string => `${state.host?.address}/${state.host?.cooperation}/2025${page}`;

const pages = [
  '',
  '/kommune/5032',
  '/enhet/nav',
  '/enhet/nav?tall=budget/2025.recommended/nav/drift/operating/5032',
  '/nokkel/nav/drift',
  '/scenario?a=leave~legevakt~selbu~2025-07-01',
  '/vedtak',
  '/kontroll',
  '/dokumenter',
  '/administrasjon',
  '/administrasjon/registre',
  '/administrasjon/logg',
  '/runde',
  '/tilskudd',
  '/neste',
  '/sok?q=nav',
];

beforeAll(async () => {
  const { serveFolder } = await import(pathToFileURL(join(root, 'scripts/web-host.mjs')).href);
  state.host = await serveFolder(join(root, 'examples/vaernesregionen'), { web });
  state.browser = await openChromium();
});
afterAll(async () => {
  await state.browser?.close();
  await state.host?.stop();
});

describe('every page of the work surface', () => {
  test('has nothing axe objects to and no sideways scroll, wide, narrow and dark', async () => {
    const context = await state.browser!.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    for (const path of pages) {
      expect((await page.goto(address(path)))?.status()).toBe(200);
      wrong.push(...(await objectionsInAllLooks(page)));
    }
    await context.close();
    expect(wrong).toEqual([]);
  });

  test('is read without JavaScript, figures and explanation and all', async () => {
    const context = await state.browser!.newContext({ javaScriptEnabled: false, locale: 'nb-NO' });
    const page = await context.newPage();
    await page.goto(address('/enhet/nav'));
    await page.getByRole('link', { name: /Lønn og drift, Selbu 2025/ }).click();
    expect(await page.locator('.panel .explained').textContent()).toBe('2\u00a0735\u00a0000,00\u00a0kr');
    await context.close();
  });
});

test('texts that are made to be taken for markup stand as text on every page', async () => {
  const { serveModel } = await import(pathToFileURL(join(root, 'scripts/web-host.mjs')).href);
  const host: Host = await serveModel(hostile(exampleIndex().model), { web });
  try {
    for (const path of pages) {
      const html = await (await fetch(`${host.address}/${host.cooperation}/2025${path}`)).text();
      const found: string[] = [];
      const look = (node: DefaultTreeAdapterTypes.Node): void => {
        if ('attrs' in node) {
          const tag = html.slice(node.sourceCodeLocation?.startOffset, node.sourceCodeLocation?.endOffset);
          const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
          if (['img', 'iframe', 'object'].includes(node.tagName)) found.push(tag);
          if (node.tagName === 'script' && !attributes.has('nonce')) found.push(tag.slice(0, 100));
          for (const [name, value] of attributes)
            if (name.startsWith('on') || /^\s*javascript:/i.test(value)) found.push(`${name}=${value}`);
        }
        if ('childNodes' in node) node.childNodes.forEach(look);
      };
      look(parse(html, { sourceCodeLocationInfo: true }));
      expect(found, path).toEqual([]);
    }
    const unit = await (await fetch(`${host.address}/${host.cooperation}/2025/enhet/nav`)).text();
    expect(unit).toContain('globalThis.taken=1');
  } finally {
    await host.stop();
  }
});

test('an amount is opened and closed by keyboard, and the focus comes back to it', async () => {
  const page = await state.browser!.newPage();
  await page.goto(address(''), { waitUntil: 'networkidle' });
  const amount = page.locator('.for-wide .amount').first();
  await amount.focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.className')).toBe('amount');
  await page.close();
});

test('the first page loads at most 200 kB of script, packed', async () => {
  const html = await (await fetch(address(''))).text();
  const names = [...new Set([...html.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([name]) => name))];
  const asked = names.filter(
    (name) => html.includes(`modulepreload" href="${name}`) || html.includes(`import "${name}"`),
  );
  const sizes = asked.map((name) => gzipSync(readFileSync(join(web, 'client', name))).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(readdirSync(join(web, 'client/assets')).length).toBeGreaterThan(10);
  expect(asked.length).toBeGreaterThan(3);
  expect(total).toBeLessThanOrEqual(200_000);
});
