import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../http/test-server.ts';
import { root } from '../tidy/source-files.ts';
import {
  again,
  type Keyboards,
  keyboards,
  logIn,
  objections,
  objectionsInAllLooks,
  objectionsOn,
  open,
  openHeld,
  press,
  untilSaved,
  whenSaid,
} from './keyboard.ts';

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
  await server.person('tilskudd@example.org', [{ role: 'grantOfficer', ...whole }]);
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
      await open(page, '/logg-inn');
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
    const { context, page, wrong } = await people.person('okonomi@example.org');
    await open(page, `${year}/kommune`);
    expect(await page.locator('h1').textContent()).toBe('Dette betaler Selbu');
    await open(page, `${year}/enhet/nav`);
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
    const other = await people.person('controller@example.org');
    await other.page.goto(`${year}/enhet/nav`);
    expect(await other.page.content()).toContain(row);
    await other.context.close();
  });
});

describe('who is only grant officer', () => {
  test('begins at the grants, and is told in words that the role opens no other page', async () => {
    const { context, page, wrong } = await people.person('tilskudd@example.org', { width: 320 });
    await open(page, '/vaernesregionen/nyeste');
    expect(new URL(page.url()).pathname).toBe(`${year}/tilskudd`);
    const row = page.locator('main tbody tr');
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toMatch(/^VR Vannforvaltning.*400\u00a0000/);
    expect(await page.locator('main a').count()).toBe(0);
    const links = page.locator('nav a:not([href^="/sprak/"])');
    expect(new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))))).toEqual(
      new Set([`${year}/tilskudd`, '/vaernesregionen/2024/tilskudd']),
    );
    // Of what is not funded only the name left the server: no line, no total, no change.
    expect(await page.content()).not.toContain('nav/kvp/');
    const found = [...(await objectionsInAllLooks(page))];
    for (const other of [
      '',
      '/enhet/vann',
      '/kommune',
      '/sok',
      '/vedtak',
      '/linjer/nav',
      '/administrasjon',
    ]) {
      expect((await page.goto(`${year}${other}`))?.status(), other).toBe(403);
      await page.getByRole('heading', { name: 'Rollen din åpner ikke denne siden' }).waitFor();
    }
    found.push(...(await objectionsInAllLooks(page)));
    for (const file of ['oversikt.xlsx', 'tabell.csv'])
      expect((await context.request.get(`${year}/${file}`)).status(), file).toBe(403);
    await again(page);
    await press(page.getByRole('link', { name: 'Åpne tilskudd' }), 'Enter');
    await row.waitFor();
    expect([...found, ...wrong]).toEqual([]);
    await context.close();
  });
});

const payload = '<img src=x onerror="alert(1)">';

describe('a chapter', () => {
  test('a figure put in a text is saved as it is written, and what looks like a program is text', async () => {
    const { context, page, wrong } = await people.person('leder@example.org');
    await open(page, `${year}/enhet/nav/tekst`);
    const field = page.getByRole('textbox', { name: 'Status' });
    await press(field, 'Control+a', 'Delete');
    await page.keyboard.type(`Først. ${payload} `);
    await press(page.getByRole('button', { name: 'Sett inn' }).first(), 'Enter');
    const typed = await field.inputValue();
    expect(typed).toMatch(/^Først\. <img src=x onerror="alert\(1\)"> \{\{budget\/2025[^|]+ \| kr\}\}$/);
    await untilSaved(page, 'Status');
    await expect
      .poll(async () => {
        await again(page);
        return field.inputValue();
      })
      .toBe(typed);
    await open(page, `${year}/enhet/nav`);
    expect(await page.getByText(payload).count()).toBeGreaterThan(0);
    expect(await page.locator('img').count()).toBe(0);
    // Closed before the pause is over.
    const closing = await context.newPage();
    await open(closing, `${year}/enhet/nav/tekst`);
    await closing.getByRole('textbox', { name: 'Status' }).press('Control+End');
    await closing.keyboard.type(' Sist.');
    await closing.close();
    await expect
      .poll(async () => {
        await again(page);
        return page.getByText('Sist.').count();
      })
      .toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('what is typed while a save is under way is sent, also by a page that is closed', async () => {
    const { context, page, wrong } = await people.person('leder@example.org');
    const status = (of: Page) => of.getByRole('textbox', { name: 'Status' });
    const { waits, letGo } = await openHeld(page, `${year}/enhet/nav/tekst`);
    await status(page).press('Control+End');
    await page.keyboard.type(' En.');
    await waits();
    await page.keyboard.type(' To.');
    await letGo();
    await letGo();
    await untilSaved(page, 'Status');
    await page.keyboard.type(' Tre.');
    await waits();
    await page.keyboard.type(' Fire.');
    await page.close();
    // It is there for everybody, and not only in the browser it was typed in.
    const after = await context.newPage();
    await expect
      .poll(async () => {
        await open(after, `${year}/enhet/nav`);
        return after.getByText('En. To. Tre. Fire.').count();
      })
      .toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('a grid of lines', () => {
  test('a cell written in again before its first save is answered has what was written last', async () => {
    const { context, page, wrong } = await people.person('controller@example.org');
    const { letGo } = await openHeld(page, `${year}/linjer/nav`);
    const cell = page.locator('[role=grid] td[tabindex]').first();
    const stood = (await cell.textContent()) ?? '';
    for (const values of [
      ['9100000', '9200000'],
      ['9300000', '9200000'],
    ]) {
      for (const value of values) {
        await cell.focus();
        await page.keyboard.type(value);
        await page.keyboard.press('Enter');
      }
      await letGo();
      await letGo();
      await page.getByText('Lagret', { exact: true }).waitFor();
      expect(await cell.textContent()).toBe('9\u00a0200\u00a0000');
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await again(page);
    expect(await cell.textContent()).toBe('9\u00a0200\u00a0000');
    await cell.focus();
    await page.keyboard.type(stood);
    await page.keyboard.press('Enter');
    await letGo();
    await page.getByText('Lagret', { exact: true }).waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a column is pasted from a spreadsheet, undone, and told where it cannot be read', async () => {
    const { context, page } = await people.person('controller@example.org');
    await open(page, `${year}/linjer/nav`);
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
    await open(page, `${year}/linjer/nav`);
    people.server.wait(11 * 60 * 60_000);
    const cell = page.locator('[role=grid] td[tabindex]').first();
    await cell.focus();
    await page.keyboard.type('9300000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await logIn(page, 'leder@example.org');
    await open(page, `${year}/linjer/nav`);
    await press(page.getByRole('button', { name: 'Lagre dem' }), 'Enter');
    await page.getByText('Lagret', { exact: true }).waitFor();
    expect(await cell.textContent()).toBe('9\u00a0300\u00a0000');
    await context.close();
  });
});

test('axe finds nothing on the pages one writes in, wide, narrow and dark', async () => {
  const out = await people.visitor();
  const found: string[] = [];
  const look = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      await open(out.page, path);
      found.push(...(await objectionsInAllLooks(out.page)));
    }
  };
  await look(['/', '/logg-inn', '/invitasjon', '/nytt-passord']);
  await logIn(out.page, 'controller@example.org');
  await look(['/nytt', ...['/endringer', '/linjer', '/enhet/nav/tekst'].map((page) => `${year}${page}`)]);
  expect([...found, ...out.wrong]).toEqual([]);
  await out.context.close();
});

describe('a published document is checked on the page', () => {
  const file = (name: string): string => join(root, 'test/published', name);

  test('what does not add up is told with its place, and shown in the table', async () => {
    const { context, page, wrong } = await people.person('okonomi@example.org');
    await open(page, `${year}/kontroll/dokument`);
    await page.getByLabel('Slipp filen her').setInputFiles(file('driftsoversikt-feil.txt'));
    await page.getByRole('heading', { name: /2 funn i driftsoversikt-feil\.txt/ }).waitFor();
    const told = await page.locator('.checked').textContent();
    expect(told).toContain('linje 12');
    expect(told).toContain('linje 11');
    // From what is told to its cell in the table, and back, by the keyboard alone.
    await press(page.getByRole('link', { name: 'Vis cellen i tabellen' }).first(), 'Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('c1');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('f1');
    const report = page.getByRole('link', { name: 'Hele rapporten på én side' });
    await report.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kontrollert/);
    expect(await page.locator('td.hit, td mark, .hit').count()).toBeGreaterThan(0);
    const address = page.url();
    await context.close();
    // Somebody else's report is not there.
    const other = await people.person('controller@example.org');
    expect((await other.page.goto(address))?.status()).toBe(404);
    await other.context.close();
    expect(wrong).toEqual([]);
  });

  test('what cannot be read is refused in words, and another file can be tried', async () => {
    const { context, page, wrong } = await people.person('leder@example.org', { width: 320 });
    await open(page, `${year}/kontroll/dokument`);
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
    await page.getByRole('heading', { name: /Ingen funn/ }).waitFor();
    expect(await objectionsOn(page, [`${year}/kontroll/dokument`])).toEqual([]);
    await context.close();
    expect(wrong).toEqual([]);
  });
});

const documents = `${year}/dokumenter`;
const published = async (): Promise<number> => {
  const { body } = await people.server.ask('/public/publications');
  return (body as { publications: readonly unknown[] }).publications.length;
};

describe('a budget as documents', () => {
  test('a finance officer makes the page of their own municipality and reads it, and cannot publish', async () => {
    const { context, page, wrong } = await people.person('okonomi@example.org');
    await open(page, documents);
    expect(await page.title()).toBe('Dokumenter · Samstyr');
    expect(await page.getByRole('button', { name: 'Publiser …' }).count()).toBe(0);
    expect(await page.getByLabel('Bare internt').count()).toBe(0);
    const form = page.getByRole('region', { name: 'Hva skal lages?' });
    await form.getByLabel('Utgave').selectOption('Selbu');
    for (const name of ['PDF', 'Nettside']) await press(form.getByLabel(name, { exact: true }), 'Space');
    await press(form.getByRole('button', { name: 'Lag filene' }), 'Enter');
    expect(await page.getByRole('alert').textContent()).toBe('Velg minst én fil.');
    await press(form.getByLabel('Nettside'), 'Space');
    const files = await whenSaid(page, 'Filene er klare.', 'section[aria-labelledby=lag] .publications');
    await press(form.getByRole('button', { name: 'Lag filene' }), 'Enter');
    expect(await files()).toContain('selbu');
    // Whoever waits for them has not lost their place: the focus is taken along, when the page has settled.
    await page.waitForFunction("document.activeElement.tagName !== 'BODY'");
    const read = form.getByRole('link', { name: 'Se nettsiden' });
    const address = (await read.getAttribute('href')) ?? '';
    await press(read, 'Enter');
    await page.waitForURL(/forhandsvis/);
    expect(await page.title()).toContain('2025');
    expect(wrong).toEqual([]);
    await context.close();
    // Before it is published it is theirs alone.
    const visitor = await people.visitor();
    expect((await visitor.page.goto(address))?.status()).toBe(404);
    await visitor.context.close();
  });

  test('a figure which is not there, and a sensitive amount anybody can compute, stop it in words', async () => {
    const before = await published();
    const controller = await people.server.actor(people.server.cooperationId, 'controller');
    const write = async (table: string, row: object): Promise<void> => {
      const written = await people.server.ask('/cooperations/vaernesregionen/commands', {
        as: controller,
        method: 'POST',
        headers: { 'idempotency-key': newKey() },
        body: { op: 'putRow', args: { table, row } },
      });
      expect(written.status, written.text).toBe(200);
    };
    const { context, page, wrong } = await people.person('controller@example.org', { width: 320 });
    await open(page, documents);
    await press(page.getByLabel('PDF', { exact: true }), 'Space');
    const refusal = async (words: string): Promise<void> => {
      await press(page.getByRole('button', { name: 'Publiser …' }), 'Enter');
      await press(page.getByRole('dialog').getByRole('button', { name: 'Publiser' }), 'Enter');
      const alert = page.getByRole('alert').filter({ hasText: words });
      await alert.waitFor();
      expect(await alert.textContent()).toContain('Ingenting er publisert.');
    };
    await write('text', {
      ...{ id: 'nav/2025/nb/proeve', unit: 'nav', year: 2025, language: 'nb', section: 'proeve' },
      ...{ title: 'Prøve', body: 'Se {{budget/2025/nav/finnes-ikke | kr}}.' },
    });
    await refusal('viser til et tall som ikke finnes, «budget/2025/nav/finnes-ikke»');
    expect([...(await objections(page)), ...wrong]).toEqual([]);
    await write('line', {
      ...{ id: 'nav/drift/2025.recommended/direct/selbu', version: '2025.recommended', service: 'nav/drift' },
      ...{ distribution: 'direct', party: 'selbu', amountOre: '1000000', label: null, funksjon: null },
      ...{ art: null, ansvar: null, sensitive: true, note: null },
    });
    await refusal('er merket følsomt, men tjenesten deles etter en nøkkel');
    expect(await published()).toBe(before);
    await context.close();
  });
});

describe('who has access', () => {
  test('somebody invited as leader of one unit comes in by the link and sees only what the role allows', async () => {
    const { context, page, wrong } = await people.person('controller@example.org');
    await open(page, `${year}/administrasjon`);
    expect(await page.title()).toBe('Personer og roller · Samstyr');
    const form = page.getByRole('region', { name: 'Inviter en person' });
    await form.getByLabel('E-post').focus();
    await page.keyboard.type('ny@example.org');
    await form.getByLabel('Rolle').selectOption('enhetsleder');
    // A leader of nothing is refused in words, and nothing typed is lost.
    await press(form.getByRole('button', { name: 'Lag lenken' }), 'Enter');
    expect(await page.getByRole('alert').textContent()).toBe(
      'En enhetsleder må ha minst én enhet som finnes.',
    );
    await press(form.getByLabel('VR NAV'), 'Space');
    await press(form.getByRole('button', { name: 'Lag lenken' }), 'Enter');
    const link = await page.getByLabel(/Gi den til personen selv/).inputValue();
    await page.getByRole('listitem').filter({ hasText: 'ny@example.org' }).waitFor();
    expect(wrong).toEqual([]);

    const invited = await people.visitor();
    await open(invited.page, link);
    await invited.page.getByLabel('Navn').focus();
    await invited.page.keyboard.type('Ny Leder');
    await invited.page.keyboard.press('Tab');
    await invited.page.keyboard.type('fire andre ord etterpå');
    await invited.page.keyboard.press('Enter');
    await invited.page.waitForURL(/\/2025/);
    const menu = invited.page.getByRole('navigation', { name: 'Sider', exact: true });
    expect(await menu.getByRole('link', { name: 'Personer og roller' }).count()).toBe(0);
    await invited.page.goto(`${year}/enhet/legevakt/tekst`);
    expect(await invited.page.locator('main').textContent()).toContain('Bare enhetens leder og controlleren');
    await invited.page.goto(`${year}/enhet/nav/tekst`);
    expect(await invited.page.getByRole('textbox', { name: 'Status' }).count()).toBe(1);
    await invited.page.goto(`${year}/administrasjon`);
    expect(await invited.page.locator('main').textContent()).toContain('er for administratoren');
    expect(await invited.page.content()).not.toContain('okonomi@example.org');

    // Closed by the administrator, they are out at once; what they are stands for when it is opened again.
    await open(page, `${year}/administrasjon`);
    await press(page.getByRole('link', { name: 'Ny Leder' }), 'Enter');
    const listed = await whenSaid(page, 'Kontoen er stengt, og øktene er avsluttet.', 'tr[aria-current]');
    await press(page.getByRole('button', { name: 'Steng kontoen' }), 'Enter');
    expect(await listed()).toContain('Stengt');
    await invited.page.goto(`${year}/enhet`);
    expect(new URL(invited.page.url()).pathname).toBe('/logg-inn');
    expect([...wrong, ...invited.wrong]).toEqual([]);
    await invited.context.close();
    await context.close();
  });
});

/** As Statistics Norway sends a table of municipalities, sexes and a year. */
const statistics = (sexes: readonly string[], value: readonly number[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      ...{ version: '2.0', class: 'dataset', label: '07459: Befolkning', size: [3, sexes.length, 1], value },
      ...{ id: ['Region', 'Kjonn', 'Tid'], role: { time: ['Tid'], geo: ['Region'] } },
      dimension: {
        Region: { category: { index: ['5035', '5032', '0301'], label: { '0301': 'Oslo' } } },
        Kjonn: { label: 'kjønn', category: { index: sexes } },
        Tid: { category: { index: ['2030'] } },
      },
    }),
  );

describe('registers and the log', () => {
  test('a wrong file is refused in words, a right one is shown before it is saved, and the log has it', async () => {
    const { context, page, wrong } = await people.person('controller@example.org');
    await open(page, `${year}/administrasjon/registre?register=population`);
    const choose = page.getByLabel('Fil med verdier');
    const file = (name: string, buffer: Buffer) => choose.setInputFiles({ name, mimeType: '', buffer });
    const alert = page.getByRole('alert');
    await file('to-kjonn.json', statistics(['1', '2'], [1, 2, 3, 4, 5, 6]));
    await alert.filter({ hasText: 'Filen har 2 verdier for «kjønn»' }).waitFor();
    await file(
      'feil.csv',
      Buffer.from('format: 1\nparty,date,value,basis\n5035,2030-01-01,mange,published\n'),
    );
    await alert.filter({ hasText: 'mange' }).waitFor();
    await file('folketall.json', statistics(['sum'], [25001, 4200, 700000]));
    const proposed = page.getByRole('region', { name: '2 verdier endres av folketall.json' });
    expect(await proposed.getByRole('row', { name: /^Stjørdal/ }).textContent()).toContain('25\u00a0001');
    expect(await page.getByText('Ikke med her: Oslo.').count()).toBe(1);
    // Nothing is saved by being shown.
    const values = page.getByRole('region', { name: 'Folketall', exact: true });
    expect(await values.textContent()).not.toContain('25\u00a0001');
    // What is said to be saved is what the table shows.
    const saved = await whenSaid(page, 'Verdiene er lagret.', 'section[aria-label=Folketall]');
    await press(page.getByRole('button', { name: 'Lagre 2 verdier' }), 'Enter');
    expect(await saved()).toContain('25\u00a0001');
    expect(await values.getByRole('row', { name: /^Stjørdal/ }).textContent()).toContain('25\u00a0001');

    await open(page, `${year}/administrasjon/logg`);
    await press(page.locator('tbody a').first(), 'Enter');
    const entry = page.getByRole('complementary');
    await entry.getByText('population/2030-01-01/stjordal').waitFor();
    expect(await entry.textContent()).toContain('25001');
    await page.goto(`${year}/administrasjon/logg?tabell=decision`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.goto(`${year}/administrasjon/logg?kontroll=1`);
    expect(await page.getByRole('main').getByRole('status').textContent()).toContain('Loggen henger sammen');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a municipality’s finance officer reads the registers and not the log', async () => {
    const { context, page } = await people.person('okonomi@example.org');
    await page.goto(`${year}/administrasjon/registre`);
    expect(await page.getByLabel('Fil med verdier').count()).toBe(0);
    await page.goto(`${year}/administrasjon/logg`);
    expect(await page.locator('main').textContent()).toContain('Loggen er for administratoren');
    expect(await page.locator('main table').count()).toBe(0);
    await context.close();
  });
});

test.each([
  [320, false, 'nn-NO'],
  [1280, true, 'en-GB'],
] as const)('axe finds nothing on these pages at %i px, dark: %s, in %s', async (width, dark, language) => {
  const { context, page, wrong } = await people.person('controller@example.org', { width, dark, language });
  await open(page, documents);
  const found = [...(await objections(page))];
  await press(page.locator('main .acts button').nth(1), 'Enter');
  await page.getByRole('dialog').waitFor();
  found.push(...(await objections(page)));
  for (const path of ['administrasjon/registre', 'administrasjon/logg?post=1', 'administrasjon']) {
    await open(page, `${year}/${path}`);
    found.push(...(await objections(page)));
  }
  await press(page.locator('tbody a').first(), 'Enter');
  await page.locator('#person').waitFor();
  found.push(...(await objections(page)));
  expect([...found, ...wrong]).toEqual([]);
  await context.close();
});

test('the controller sees what next year begins with, and opens it', async () => {
  const { context, page, wrong } = await people.person('controller@example.org');
  await open(page, `${year}/runde`);
  await press(page.getByRole('link', { name: 'Budsjettet for 2026' }), 'Enter');
  await page.getByText('Det begynner med budsjettet for 2025.').waitFor();
  expect(await objections(page)).toEqual([]);
  await press(page.getByRole('button', { name: 'Åpne budsjettet for 2026' }), 'Enter');
  await page.waitForURL(/2026\/runde$/);
  await page.getByRole('heading', { name: 'Budsjettrunden 2026' }).waitFor();
  expect(wrong).toEqual([]);
  // What is there already is told, and not made twice.
  await page.goto(`${year}/neste`);
  expect(await page.locator('main button').count()).toBe(0);
  await context.close();
});
