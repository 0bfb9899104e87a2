import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../tidy/source-files.ts';
import { type Keyboards, keyboards, logIn, objectionsOn, press } from './keyboard.ts';

let people: Keyboards;
const year = '/vaernesregionen/2025';

beforeAll(async () => {
  people = await keyboards();
  const { server } = people;
  const whole = { units: [], party: null };
  await server.person('controller@example.org', [
    { role: 'controller', ...whole },
    { role: 'administrator', ...whole },
  ]);
  await server.person('leder@example.org', [{ role: 'unitLeader', units: ['nav'], party: null }]);
  await server.person('okonomi@example.org', [{ role: 'financeOfficer', units: [], party: 'selbu' }]);
});
afterAll(() => people?.close());

describe('who is not logged in', () => {
  test('is told what can be read and sees no budget', async () => {
    const { context, page } = await people.visitor();
    await page.goto('/');
    expect(await page.locator('main').textContent()).toContain('Ingenting er publisert ennå.');
    await page.goto(`${year}/enhet/nav`);
    expect(new URL(page.url()).pathname).toBe('/logg-inn');
    expect(await page.content()).not.toContain('2 735');
    await context.close();
  });

  test('is told the same of a wrong password as of a person who is not there', async () => {
    const { context, page } = await people.visitor();
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
    const { context, page, wrong } = await people.visitor();
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
    const other = await people.visitor();
    await logIn(other.page, 'controller@example.org');
    await other.page.goto(`${year}/enhet/nav`);
    expect(await other.page.content()).toContain(row);
    await other.context.close();
  });
});

const payload = '<img src=x onerror="alert(1)">';

describe('the budget round', () => {
  test('a leader proposes, the controller accepts and sees the matrix move', async () => {
    const leader = await people.visitor();
    await logIn(leader.page, 'leder@example.org');
    await leader.page.goto(`${year}/endringer`, { waitUntil: 'networkidle' });
    await press(leader.page.getByLabel('Tjeneste', { exact: true }), 'End');
    await leader.page.getByLabel('Beløp i kroner').focus();
    await leader.page.keyboard.type('500 000');
    await leader.page.keyboard.press('Tab');
    await leader.page.keyboard.type(`Ny stilling ${payload}`);
    // The fifth that Selbu pays of the change stands there before anything is sent.
    const effect = leader.page.getByRole('table', { name: 'Virkning per kommune' });
    expect(await effect.getByRole('row', { name: /^Sum/ }).textContent()).toContain('+500\u00a0000');
    const selbu = (await effect.getByRole('row', { name: /^Selbu/ }).textContent()) ?? '';
    await press(leader.page.getByRole('button', { name: 'Foreslå' }), 'Enter');
    await leader.page.getByText('Forslaget er lagret').waitFor();
    expect(leader.wrong).toEqual([]);
    await leader.context.close();

    const controller = await people.visitor();
    const { page } = controller;
    await logIn(page, 'controller@example.org');
    const drift = page
      .locator('main table')
      .first()
      .getByRole('row', { name: /^Lønn og drift/ });
    await page.goto(`${year}/enhet/nav`);
    expect(await drift.textContent()).toContain('20\u00a0570');
    await page.goto(`${year}/endringer?vis=venter`, { waitUntil: 'networkidle' });
    await press(page.getByRole('link', { name: /^Avgjør: Ny stilling/ }), 'Enter');
    await page.getByRole('button', { name: 'Godta', exact: true }).waitFor();
    expect(await page.getByRole('table', { name: 'Virkning per kommune' }).first().textContent()).toContain(
      selbu,
    );
    await press(page.getByRole('button', { name: 'Godta', exact: true }), 'Enter');
    await page.getByRole('heading', { name: 'Avgjort' }).waitFor();
    await press(
      page.getByRole('navigation', { name: 'Sider', exact: true }).getByRole('link', { name: 'Enhet' }),
      'Enter',
    );
    await press(page.getByRole('main').getByRole('link', { name: 'VR NAV' }), 'Enter');
    await drift.waitFor();
    expect(await drift.textContent()).toContain('21\u00a0070');
    expect(controller.wrong).toEqual([]);
    await controller.context.close();
  });

  test('a figure put in a text is saved as it is written, and what looks like a program is text', async () => {
    const { context, page, wrong } = await people.visitor();
    await logIn(page, 'leder@example.org');
    await page.goto(`${year}/enhet/nav/tekst`, { waitUntil: 'networkidle' });
    const field = page.getByRole('textbox', { name: 'Status' });
    await press(field, 'Control+a', 'Delete');
    await page.keyboard.type(`Først. ${payload} `);
    await press(page.getByRole('button', { name: 'Sett inn' }).first(), 'Enter');
    const typed = await field.inputValue();
    expect(typed).toMatch(/^Først\. <img src=x onerror="alert\(1\)"> \{\{budget\/2025[^|]+ \| kr\}\}$/);
    await page
      .getByRole('status')
      .filter({ hasText: /^Lagret$/ })
      .first()
      .waitFor();
    await expect
      .poll(async () => {
        await page.reload({ waitUntil: 'networkidle' });
        return field.inputValue();
      })
      .toBe(typed);
    await page.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    expect(await page.getByText(payload).count()).toBeGreaterThan(0);
    expect(await page.locator('img').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('two who write in the same cell', () => {
  test('the second is shown both values, and theirs is not lost', async () => {
    const [first, second] = [await people.visitor(), await people.visitor()];
    await logIn(first.page, 'controller@example.org');
    await logIn(second.page, 'leder@example.org');
    const cell = (page: Page): Locator => page.locator('[role=grid] td[tabindex]').first();
    for (const { page } of [first, second])
      await page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    const before = await cell(first.page).textContent();
    await cell(first.page).focus();
    await first.page.keyboard.type('9100000');
    await first.page.keyboard.press('Enter');
    await first.page.getByText('Lagret', { exact: true }).waitFor();
    await cell(second.page).focus();
    await second.page.keyboard.type('9200000');
    await second.page.keyboard.press('Enter');
    const alert = second.page.getByRole('alert');
    await alert.waitFor();
    const told = (await alert.textContent()) ?? '';
    for (const amount of [before ?? '', '9\u00a0100\u00a0000', '9\u00a0200\u00a0000'])
      expect(told).toContain(amount);
    const third = await people.visitor();
    await logIn(third.page, 'controller@example.org');
    await third.page.goto(`${year}/linjer/nav`);
    expect(await cell(third.page).textContent()).toBe('9\u00a0100\u00a0000');
    await third.context.close();
    await press(second.page.getByRole('button', { name: 'Bruk ditt' }), 'Enter');
    await second.page.getByText('Lagret', { exact: true }).waitFor();
    await first.page.reload({ waitUntil: 'networkidle' });
    expect(await cell(first.page).textContent()).toBe('9\u00a0200\u00a0000');
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await first.context.close();
    await second.context.close();
  });

  test('a column is pasted from a spreadsheet, undone, and told where it cannot be read', async () => {
    const { context, page } = await people.visitor();
    await logIn(page, 'controller@example.org');
    await page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    const cells = page.locator('[role=grid] td[tabindex]');
    await cells.nth(1).focus();
    await page.evaluate(`document.activeElement.dispatchEvent(new ClipboardEvent('paste', {
      bubbles: true, cancelable: true, clipboardData: (() => { const data = new DataTransfer();
      data.setData('text/plain', '1 500 000\\r\\n2 1S0\\r\\n'); return data; })() }))`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Kan ikke lese «2 1S0» som beløp');
    await expect.poll(() => cells.nth(1).textContent()).toBe('1\u00a0500\u00a0000');
    await press(cells.nth(2), 'Escape');
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });

  test('what was not saved when the session ended is there after the next login', async () => {
    const { context, page } = await people.visitor();
    await logIn(page, 'leder@example.org');
    await page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    people.server.wait(11 * 60 * 60_000);
    const cell = page.locator('[role=grid] td[tabindex]').first();
    await cell.focus();
    await page.keyboard.type('9300000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await logIn(page, 'leder@example.org');
    await page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    await press(page.getByRole('button', { name: 'Lagre dem' }), 'Enter');
    await page.getByText('Lagret', { exact: true }).waitFor();
    expect(await cell.textContent()).toBe('9\u00a0300\u00a0000');
    await context.close();
  });
});

test.each([
  [1280, false],
  [320, false],
  [1280, true],
] as const)('axe finds nothing on the new pages at %i px, dark: %s', async (width, dark) => {
  const out = await people.visitor({ width, dark });
  const found = await objectionsOn(out.page, ['/', '/logg-inn', '/invitasjon']);
  await logIn(out.page, 'controller@example.org');
  const more = await objectionsOn(
    out.page,
    ['/endringer', '/linjer', '/linjer/nav', '/enhet/nav/tekst'].map((page) => `${year}${page}`),
  );
  expect([...found, ...more, ...out.wrong]).toEqual([]);
  await out.context.close();
});

describe('a published document is checked on the page', () => {
  const file = (name: string): string => join(root, 'test/published', name);

  test('what does not add up is told with its place, and shown in the table', async () => {
    const { context, page, wrong } = await people.visitor();
    await logIn(page, 'okonomi@example.org');
    await page.goto(`${year}/kontroll/dokument`, { waitUntil: 'networkidle' });
    await page.getByLabel('Slipp filen her').setInputFiles(file('driftsoversikt-feil.txt'));
    await page.getByRole('heading', { name: /2 feil i driftsoversikt-feil\.txt/ }).waitFor();
    const told = await page.locator('.checked').textContent();
    expect(told).toContain('linje 12');
    expect(told).toContain('linje 11');
    const report = page.getByRole('link', { name: 'Se funnene i tabellene' });
    await report.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kontrollert/);
    expect(await page.locator('td.hit, td mark, .hit').count()).toBeGreaterThan(0);
    const address = page.url();
    await context.close();
    // Somebody else's report is not there.
    const other = await people.visitor();
    await logIn(other.page, 'controller@example.org');
    expect((await other.page.goto(address))?.status()).toBe(404);
    await other.context.close();
    expect(wrong).toEqual([]);
  });

  test('what cannot be read is refused in words, and another file can be tried', async () => {
    const { context, page, wrong } = await people.visitor({ width: 320 });
    await logIn(page, 'leder@example.org');
    await page.goto(`${year}/kontroll/dokument`, { waitUntil: 'networkidle' });
    const choose = page.getByLabel('Slipp filen her');
    await choose.setInputFiles({ name: 'tom.pdf', mimeType: 'application/pdf', buffer: Buffer.from('') });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/\S{3,}/);
    await choose.setInputFiles({
      name: 'brukket.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 ikke en zip'),
    });
    await page.getByRole('alert').getByText('brukket.docx').waitFor();
    await choose.setInputFiles(file('driftsoversikt-rein.txt'));
    await page.getByRole('heading', { name: /Ingen feil/ }).waitFor();
    expect(await objectionsOn(page, [`${year}/kontroll/dokument`])).toEqual([]);
    await context.close();
    expect(wrong).toEqual([]);
  });
});
