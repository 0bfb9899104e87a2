import type { Model } from '@samstyr/core/model/rows';
import { renderHtml } from '@samstyr/documents/html/render-html';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { openChromium } from './open-chromium.ts';

const payloads = [
  '<script>globalThis.taken=1</script>',
  '"><img src=x onerror="globalThis.taken=1">',
  "'-globalThis.taken=1-'",
  '</script><script>globalThis.taken=1</script>',
  '</style><svg onload=globalThis.taken=1>',
  '<!-- <![CDATA[ <b>taken</b> ]]>',
  'javascript:globalThis.taken=1',
  '\u2028\u2029\u0000\u0007&lt;b&gt;',
];

/** Ids, dates, codes and keys are grammar; every other text of every row ends with something hostile. */
const grammar = new Set(
  'id party unit service register version language section from until date published known asOf kind status form office host counterpart case case base amount roundingMode legalForm basis distribution result costBase councils languages accent kommunenummer group measure continues funder field origin key'.split(
    ' ',
  ),
);

function hostile(model: Model): Model {
  let turn = 0;
  const row = <R extends object>(one: R): R =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => {
        if (typeof value !== 'string' || grammar.has(name)) return [name, value];
        turn += 1;
        return [name, `${value} ${payloads[turn % payloads.length]}`];
      }),
    ) as R;
  return Object.fromEntries(
    Object.entries(model).map(([table, rows]) => [table, rows.map(row)]),
  ) as unknown as Model;
}

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
