import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from '@samstyr/server/access/grants';
import { beginFactor, confirmFactor } from '@samstyr/server/access/second-factor';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFolder } from '../open-example.ts';
import { readWorkbook } from '../read-workbook.ts';
import { type Keyboards, keyboards, objections, press, write } from './keyboard.ts';

let people: Keyboards;
const folder = mkdtempSync(join(tmpdir(), 'samstyr-mappe-'));
const year = '/vaernesregionen/2025';
const whole = { units: [], party: null };

beforeAll(async () => {
  people = await keyboards();
  const { server } = people;
  await server.person('controller@example.org', [
    { role: 'controller', ...whole },
    { role: 'administrator', ...whole },
  ]);
  // Who is in one cooperation alone comes straight to its budget.
  await server.person('oversikt@example.org', [{ role: 'controller', ...whole }]);
  await server.person('leder@example.org', [{ role: 'unitLeader', units: ['nav'], party: null }]);
  await server.person('leser@example.org', [{ role: 'reader', ...whole }]);
});
afterAll(async () => {
  await people?.close();
  rmSync(folder, { recursive: true, force: true });
});

const field = (page: Page, path: string) => page.locator(`#ny-${path}`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a new cooperation', () => {
  test('is set up by keyboard: each field says what is wrong, and the overview opens and adds up', async () => {
    const { page, wrong } = await people.person('controller@example.org');
    await page.goto('/nytt', { waitUntil: 'networkidle' });
    await press(button(page, 'Opprett samarbeidet'), 'Enter');
    await page.getByText('8 ting må rettes. Ingenting er lagret.').waitFor();
    // What is wrong is read first: the list of it has the focus, and leads to each field.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#ny-name');
    const said: readonly (readonly [string, string])[] = [
      ['name', 'Fjord og fjell'],
      ['members-0-name', 'Selbu'],
      ['members-0-inhabitants', '4 161'],
      ['members-1-name', 'Tydal'],
      ['members-1-inhabitants', '773'],
      ['units-0-name', 'Legevakt'],
      ['units-0-amount', '10 0O0'],
    ];
    for (const [path, text] of said) await write(field(page, path), text);
    // The official list knows the number of a name, and what is offered is not all that can be written.
    expect(await field(page, 'members-0-kommunenummer').inputValue()).toBe('5032');
    await press(field(page, 'host'), 'ArrowDown');
    expect(await page.locator('#ny-units-0-amount-error').textContent()).toContain(
      '«10 0O0» er ikke et tall',
    );
    await write(field(page, 'units-0-amount'), '10 000');
    await page.getByText('Summene stemmer: 10\u00a0000 kr deles mellom 2 kommuner.').waitFor();
    expect(await objections(page)).toEqual([]);
    await press(button(page, 'Opprett samarbeidet'), 'Enter');
    await page.waitForURL(/\/fjord-og-fjell\/\d{4}$/);
    await page.goto(`${page.url()}?vis=kr`, { waitUntil: 'networkidle' });
    // 750 each, and 8 500 by 4 161 to 773.
    expect(await page.locator('.for-wide tr.sum .now .amount').allTextContents()).toEqual([
      expect.stringContaining('10\u00a0000'),
      expect.stringContaining('7\u00a0918'),
      expect.stringContaining('2\u00a0082'),
    ]);
    expect(await page.locator('.lead').textContent()).toContain('Det er det første budsjettet her');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('is read in from a chosen folder: everything that is wrong with its place, and nothing half', async () => {
    cpSync(exampleFolder, folder, { recursive: true });
    const [parties, lines] = [join(folder, 'parties.csv'), join(folder, 'units/nav/lines.csv')];
    const right = readFileSync(lines, 'utf8');
    const rows = readFileSync(parties, 'utf8');
    writeFileSync(parties, rows.replace(',5032,', ',50X2,'));
    writeFileSync(lines, right.replace(/,(\d+)\.00,/, ',mye,'));
    const { page } = await people.person('controller@example.org');
    await page.goto('/nytt?vei=mappe', { waitUntil: 'networkidle' });
    const choose = page.getByLabel('Velg mappen');
    await choose.setInputFiles(folder);
    await press(button(page, 'Les inn samarbeidet'), 'Enter');
    const told = page.locator('.wrongs');
    await told.waitFor();
    const text = (await told.textContent()) ?? '';
    expect(text).toContain('2 ting må rettes. Ingenting er lagret.');
    expect(text).toMatch(/parties\.csv:\d+.*50X2/);
    expect(text).toMatch(/units\/nav\/lines\.csv:\d+.*mye/);
    writeFileSync(parties, rows);
    writeFileSync(lines, right);
    await choose.setInputFiles(folder);
    await write(page.getByLabel('Et annet kortnavn (kan stå tomt)'), 'mapperegionen');
    await press(button(page, 'Les inn samarbeidet'), 'Enter');
    await page.waitForURL(/\/mapperegionen\/2025$/);
    await page.context().close();
  });
});

test('without JavaScript one logs in with password and code, and searches', async () => {
  const { server, browser } = people;
  const email = 'kode@example.org';
  const { password } = await server.person(email, [{ role: 'reader', ...whole }]);
  const user = (await accountOf(server.access, email)) ?? '';
  const { secret } = await beginFactor(server.access, user, email);
  const totp = new TOTP({ secret, digits: 6, period: 30 });
  const code = (): string => totp.generate({ timestamp: server.now().getTime() });
  await confirmFactor(server.access, user, code());
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'nb-NO',
    baseURL: server.origin,
  });
  const page = await context.newPage();
  await page.goto(`/logg-inn?til=${encodeURIComponent(`${year}/sok?q=nav`)}`);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.locator('[name=password]').press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain('Skriv koden på seks sifre');
  expect(await page.inputValue('[name=email]')).toBe(email);
  // A code is taken once: the next one is another half minute's.
  server.wait(60_000);
  await page.fill('[name=password]', password);
  await page.fill('[name=code]', code());
  await page.locator('[name=code]').press('Enter');
  await page.waitForURL(/\/sok\?q=nav$/);
  expect(await page.getByRole('link', { name: 'VR NAV', exact: true }).getAttribute('href')).toBe(
    `${year}/enhet/nav`,
  );
  await context.close();
  const elsewhere = await fetch(`${server.origin}/logg-inn`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: 'https://ond.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ email, password, code: code() }),
  });
  expect(elsewhere.headers.get('set-cookie')).toBe(null);
  expect(elsewhere.status).toBe(403);
});

test('search finds a figure by the names of its unit and municipality, and the tour says where one’s work waits', async () => {
  const { page, wrong } = await people.person('leder@example.org');
  const tour = page.getByRole('region', { name: 'Slik bruker du Samstyr' });
  await tour.waitFor();
  // It has taken no focus.
  expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  await press(tour.getByRole('link', { name: 'Neste' }), 'Enter', 'Enter');
  await tour.getByText('Du skriver budsjettet for VR NAV').waitFor();
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
  await page.reload({ waitUntil: 'networkidle' });
  expect(await tour.count()).toBe(0);
  await press(page.getByRole('link', { name: 'Hjelp: rundtur i tre steg' }), 'Enter');
  await tour.waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nav selbu');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.first().textContent()).toMatch(/VR NAV, Selbu 2025.*kr$/);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('combobox', { name: /^Søk etter/ }).getAttribute('aria-activedescendant')).toBe(
    await options.first().getAttribute('id'),
  );
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  expect(page.url()).toContain('nav%2Foperating%2F5032');
  expect(wrong).toEqual([]);
  await page.context().close();
});

/** The overview's table as it is read on the page, cell by cell. */
const tableOf = (page: Page): Promise<readonly (readonly string[])[]> =>
  page.evaluate(`[...document.querySelectorAll('.for-wide tbody tr')].map((row) => [...row.cells].map((cell) => {
    const seen = cell.querySelector('.amount, .before [aria-hidden]');
    if (cell.querySelector('.shield')) return ':';
    const shown = (seen ?? cell).cloneNode(true);
    shown.querySelectorAll('.hidden-text').forEach((hidden) => hidden.remove());
    return shown.textContent.replaceAll('\\u00a0', '').replace('−', '-').replace(/^\\+/, '');
  }))`);

test.each([
  ['oversikt', ''],
  ['oversikt', '?vis=kr&aar=begge&sorter=5032'],
  ['leser', '?vis=innb&kommune=5033&sorter=sum'],
])('the workbook of what is shown has what %s sees of the overview %s', async (who, query) => {
  const { page } = await people.person(`${who}@example.org`);
  await page.goto(`${year}${query}`, { waitUntil: 'networkidle' });
  const shown = await tableOf(page);
  const path = await page.getByRole('link', { name: 'Last ned Excel' }).getAttribute('href');
  const bytes = await (await page.request.get(`${path}`)).body();
  const [sheet] = (await readWorkbook(new Uint8Array(bytes))).sheets;
  const at = new Map(sheet?.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const [first, last] = [6, 5 + shown.length];
  expect(
    shown.map((row, down) => row.map((_, right) => `${at.get(`${first + down} ${right + 1}`)?.value ?? ''}`)),
  ).toEqual(shown);
  expect(at.get(`${last + 1} 1`)).toBeUndefined();
  // A formula gives what stands in the cell: the sums are sums of the cells above.
  const sums = sheet?.cells.filter(({ row, formula }) => row === last && formula?.startsWith('SUM('));
  for (const { column, number } of sums ?? []) {
    const above = Array.from(
      { length: last - first },
      (_, down) => at.get(`${first + down} ${column}`)?.number,
    );
    expect(above.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBe(number);
  }
  // Amounts per inhabitant are no sums of those above.
  if (!query.includes('innb')) expect((sums ?? []).length).toBeGreaterThan(0);
  await page.context().close();
});
