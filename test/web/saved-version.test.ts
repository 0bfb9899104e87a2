import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Keyboards, keyboards, objections, open, press, write } from './keyboard.ts';

let people: Keyboards;
const year = '/vaernesregionen/2025';
const id = '2025.selbu-ut-av-legevakten';
const name = 'Selbu ut av legevakten';

beforeAll(async () => {
  people = await keyboards();
  const whole = { units: [], party: null };
  const { server } = people;
  await server.person('controller@example.org', [{ role: 'controller', ...whole }]);
  await server.person('kollega@example.org', [{ role: 'controller', ...whole }]);
  await server.person('revisor@example.org', [{ role: 'auditor', ...whole }]);
  await server.person('folkevalgt@example.org', [{ role: 'reader', ...whole }]);
});
afterAll(() => people?.close());

const sit = (who: string, width = 1280) => people.person(`${who}@example.org`, { width });
const button = (within: Page | Locator, label: string): Locator =>
  within.getByRole('button', { name: label, exact: true });
const card = (page: Page, label = name): Locator => page.getByRole('article', { name: label });

/** What each municipality pays of everything, in øre, as the overview's own file has it. */
const billsOf = async (page: Page, search = ''): Promise<Readonly<Record<string, bigint>>> => {
  const answer = await page.request.get(`${year}/tabell.csv${search}`);
  const lines = (await answer.text()).replace('\ufeff', '').trim().split('\n');
  const [head = [], sums = []] = [lines[0], lines.at(-1)].map((line) => line?.split(','));
  return Object.fromEntries(
    head.flatMap((column, at) =>
      column.endsWith(' 2025') ? [[column.slice(0, -5), BigInt((sums[at] ?? '').replace('.', ''))]] : [],
    ),
  );
};
/** The whole kroner of a cell, in øre. */
const oreIn = (text: string): bigint => BigInt(text.replaceAll(/[^\d−-]/g, '').replace('−', '-')) * 100n;
const cellsOf = (row: Locator): Promise<readonly string[]> => row.getByRole('cell').allTextContents();

/** Chooses in the form and sends it. */
async function add(page: Page, step: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator('aside form');
  await form.locator('[name=steg]').selectOption(step);
  for (const [field, value] of Object.entries(fields)) {
    const input = form.locator(`[name=${field}]`);
    if ((await input.evaluate(tagOf)) === 'SELECT') await input.selectOption(value);
    else await write(input, value);
  }
  await press(button(form, 'Legg til'), 'Enter');
}
const tagOf = (element: unknown): string => (element as { readonly tagName: string }).tagName;

let budget: Readonly<Record<string, bigint>> = {};
let version: Readonly<Record<string, bigint>> = {};

test('the controller puts two steps together, sees what they move, and saves them as a version', async () => {
  const { context, page, wrong } = await sit('controller');
  budget = await billsOf(page);
  await open(page, `${year}/scenario`);
  await add(page, 'leave', { tjeneste: 'legevakt', hvem: 'selbu', fra: '2025-07-01' });
  await page.getByText('Selbu går ut av VR Legevakt 1.\u00a0juli 2025').first().waitFor();
  await add(page, 'growth', {
    tjeneste: 'nav/drift',
    slag: 'wage',
    vekst: '5,6',
    fra: '2025-05-01',
    del: '70',
  });
  await page.getByRole('region', { name: 'Hva hver endring betyr' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Alternativ A' }).count()).toBe(1);
  await press(page.locator('summary', { hasText: 'Lagre som versjon' }), 'Enter');
  const form = page.locator('details', { hasText: 'Lagre som versjon' });
  expect(await form.textContent()).toMatch(/Flytter: Stjørdal \+[\d\u00a0]+, Selbu −/);
  await write(form.getByLabel('Navn'), name);
  await write(form.getByLabel('Hvorfor'), 'Utredning etter vedtaket i Selbu.');
  await press(button(form, 'Lagre versjonen'), 'Enter');
  await page.waitForURL((url) => url.searchParams.get('a') === `saved~${id}`);
  await card(page)
    .getByText(/Lagret av controller \d+\.\s.+ Bygger på budsjettet for 2025 \(innstilt\)\./)
    .waitFor();
  // Saved is not adopted: the budget is as it was, and the version is explained by the steps it has.
  expect(await billsOf(page)).toEqual(budget);
  const each = page.getByRole('region', { name: 'Hva hver endring betyr' }).locator('tbody tr');
  expect(await each.locator('th').allTextContents()).toEqual([
    'Uttreden: VR Legevakt, Selbu, 1.\u00a0juli 2025',
    'Endret vekst: VR NAV, Lønn og drift, lønn, 5,6\u00a0%, 1.\u00a0mai 2025',
  ]);
  expect(await objections(page)).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a colleague and the auditor see it in the overview, with file, sheet and explanation of the same figures', async () => {
  for (const who of ['kollega', 'revisor']) {
    const { context, page, wrong } = await sit(who);
    await open(page, year);
    await page.getByLabel('Versjon', { exact: true }).selectOption(id);
    await page
      .getByText(`Versjon: ${name} – ikke vedtatt, bygger på budsjettet for 2025 (innstilt)`)
      .waitFor();
    expect(new URL(page.url()).searchParams.get('versjon')).toBe(id);
    version = await billsOf(page, `?versjon=${id}`);
    expect(version['Selbu']).toBeLessThan(budget['Selbu'] ?? 0n);
    expect(version['sum']).toBeGreaterThan(budget['sum'] ?? 0n);
    const hrefs = await page
      .locator('.head-row .actions a')
      .evaluateAll((links) => links.map((link) => (link as unknown as { readonly href: string }).href));
    for (const href of hrefs) {
      const file = await page.request.get(href);
      expect(file.headers()['content-disposition']).toContain(`oversikt-${id}.`);
    }
    const figure = page
      .locator('.matrix tr', { hasText: 'VR Legevakt' })
      .getByRole('link', { name: 'VR Legevakt, Selbu 2025' });
    await press(figure, 'Enter');
    const panel = page.getByRole('complementary', { name: 'Forklaring' });
    await panel.getByText(`Versjon: ${name}`).waitFor();
    const shown = await panel.locator('.explained').textContent();
    await open(page, `${year}?tall=${encodeURIComponent('budget/2025.recommended/legevakt/operating/5032')}`);
    expect(await panel.locator('.explained').textContent()).not.toBe(shown);
    expect(wrong).toEqual([]);
    await context.close();
  }
});

test('somebody who does not see every figure is given the budget, and nothing of the version', async () => {
  const { context, page, wrong } = await sit('folkevalgt');
  await open(page, `${year}?versjon=${id}`);
  await page.getByText('Versjonen kan ikke vises').waitFor();
  expect(await page.content()).not.toMatch(/ut av legevakten|Utredning etter/i);
  expect(await page.getByLabel('Versjon', { exact: true }).count()).toBe(0);
  expect((await page.request.get(`${year}/tabell.csv?versjon=${id}`)).status()).toBe(409);
  await open(page, `${year}/scenario?a=${encodeURIComponent(`saved~${id}`)}`);
  expect(await page.getByRole('heading', { name: 'Lagrede versjoner' }).count()).toBe(0);
  expect(await page.content()).not.toMatch(/Utredning etter/);
  expect(wrong).toEqual([]);
  await context.close();
});

test('two versions stand beside the budget, and axe finds nothing, wide and narrow', async () => {
  for (const width of [1280, 320]) {
    const { context, page, wrong } = await sit('kollega', width);
    const key = 'key~brann/feiing~2025-01-01~40~population@2024-01-01';
    await open(page, `${year}/scenario?a=${encodeURIComponent(key)}`);
    await press(card(page).getByRole('link', { name: `Sammenlign ${name}` }), 'Enter');
    await page.getByRole('heading', { name: `Alternativ B: ${name}` }).waitFor();
    const sum = page.getByRole('region', { name: 'Forskjell per kommune' }).locator('tr.sum');
    const [, a = '', b = ''] = await cellsOf(sum);
    expect(oreIn(a)).toBe(0n);
    const rounded = ((version['sum'] ?? 0n) - (budget['sum'] ?? 0n) + 50n) / 100n;
    expect(oreIn(b) / 100n).toBe(rounded);
    const found = [...(await objections(page))];
    for (const step of ['key', 'growth']) {
      await page.locator('aside [name=steg]').selectOption(step);
      found.push(...(await objections(page)));
    }
    await press(card(page).getByRole('button', { name: `Forkast ${name}` }), 'Enter');
    await page.getByRole('dialog', { name: `Forkaste «${name}»?` }).waitFor();
    const asked = await objections(page);
    await page.keyboard.press('Escape');
    await open(page, `${year}?versjon=${id}`);
    expect([...found, ...asked, ...(await objections(page)), ...wrong]).toEqual([]);
    await context.close();
  }
});

test('made the budget, it moves the matrix by what it showed, and stands in the log and no more in the list', async () => {
  const { context, page, wrong } = await sit('controller');
  await open(page, `${year}/scenario`);
  await press(button(card(page), `Gjør ${name} gjeldende`), 'Enter');
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toMatch(/Flytter: .*Selbu −/);
  await press(button(dialog, 'Gjør gjeldende'), 'Enter');
  await page.waitForURL(/\/2025$/);
  expect(await billsOf(page)).toEqual(version);
  expect(await page.getByLabel('Versjon', { exact: true }).count()).toBe(0);
  await open(page, `${year}/administrasjon/logg`);
  await page.getByText('Gjort gjeldende').first().waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

test('a version whose step can no longer be made says which and why, and can be discarded', async () => {
  const { context, page, wrong } = await sit('controller');
  await open(page, `${year}/scenario`);
  await add(page, 'saving', { tjeneste: 'dms', prosent: '3' });
  await press(page.locator('summary', { hasText: 'Lagre som versjon' }), 'Enter');
  const form = page.locator('details', { hasText: 'Lagre som versjon' });
  await write(form.getByLabel('Navn'), 'DMS sparer');
  await press(button(form, 'Lagre versjonen'), 'Enter');
  await card(page, 'DMS sparer').waitFor();
  const other = await sit('kollega');
  const again = `leave~legevakt~tydal~2025-07-01`;
  await open(other.page, `${year}/scenario?a=${encodeURIComponent(again)}`);
  await press(other.page.locator('summary', { hasText: 'Lagre som versjon' }), 'Enter');
  const theirs = other.page.locator('details', { hasText: 'Lagre som versjon' });
  await write(theirs.getByLabel('Navn'), 'Tydal ut');
  await press(button(theirs, 'Lagre versjonen'), 'Enter');
  await card(other.page, 'Tydal ut').waitFor();
  // The other one makes the same the budget, so that it cannot be done once more.
  await open(page, `${year}/scenario?a=${encodeURIComponent(again)}`);
  await press(page.locator('summary', { hasText: 'Gjør til budsjett' }), 'Enter');
  await press(button(page, 'Skriv endringen i budsjettet'), 'Enter');
  await page.waitForURL(/\/2025$/);
  await open(page, `${year}/scenario`);
  await card(page, 'Tydal ut').getByText('Steg 1 av 1 stopper. Uttreden').waitFor();
  await open(page, `${year}?versjon=2025.tydal-ut`);
  await page.getByText('«Tydal ut» kan ikke regnes lenger').waitFor();
  await open(page, `${year}/scenario`);
  expect(await objections(page)).toEqual([]);
  for (const gone of ['Tydal ut', 'DMS sparer']) {
    await press(button(card(page, gone), `Forkast ${gone}`), 'Enter');
    await press(button(page.getByRole('dialog'), 'Forkast'), 'Enter');
    await card(page, gone).waitFor({ state: 'detached' });
  }
  expect([...wrong, ...other.wrong]).toEqual([]);
  for (const one of [context, other.context]) await one.close();
});
