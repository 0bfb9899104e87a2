import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../http/test-server.ts';
import { type Keyboards, keyboards, objections, press } from './keyboard.ts';

let people: Keyboards;
const year = '/vaernesregionen/2025';
const documents = `${year}/dokumenter`;
const whole = { units: [], party: null };

beforeAll(async () => {
  people = await keyboards();
  const { server } = people;
  await server.person('controller@example.org', [
    { role: 'controller', ...whole },
    { role: 'administrator', ...whole },
  ]);
  await server.person('okonomi@example.org', [{ role: 'financeOfficer', units: [], party: 'selbu' }]);
});
afterAll(() => people?.close());

const published = async (): Promise<number> => {
  const { body } = await people.server.ask('/public/publications');
  return (body as { publications: readonly unknown[] }).publications.length;
};

describe('a budget as documents', () => {
  test('a finance officer makes the page of their own municipality and reads it, and cannot publish', async () => {
    const { context, page, wrong } = await people.person('okonomi@example.org');
    await page.goto(documents, { waitUntil: 'networkidle' });
    expect(await page.title()).toBe('Dokumenter · Samstyr');
    expect(await page.getByRole('button', { name: 'Publiser …' }).count()).toBe(0);
    expect(await page.getByLabel('Bare internt').count()).toBe(0);
    const form = page.getByRole('region', { name: 'Hva skal lages?' });
    await form.getByLabel('Utgave').selectOption('Selbu');
    for (const name of ['PDF', 'Nettside']) await press(form.getByLabel(name, { exact: true }), 'Space');
    await press(form.getByRole('button', { name: 'Lag filene' }), 'Enter');
    expect(await page.getByRole('alert').textContent()).toBe('Velg minst én fil.');
    await press(form.getByLabel('Nettside'), 'Space');
    await press(form.getByRole('button', { name: 'Lag filene' }), 'Enter');
    await form.getByText('Filene er klare.').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
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

  test('the controller is told what publishing freezes, publishes, and anybody reads it without JavaScript', async () => {
    const { context, page, wrong } = await people.person('controller@example.org');
    await page.goto(documents, { waitUntil: 'networkidle' });
    await press(page.getByLabel('PDF', { exact: true }), 'Space');
    await press(page.getByRole('button', { name: 'Publiser …' }), 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Publisere budsjettet for 2025?' });
    expect(await dialog.textContent()).toContain('fryses slik de er nå');
    expect(await dialog.textContent()).toContain('Hele budsjettet, bokmål. Status: innstilt.');
    // The key that opened it does not also publish.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await published()).toBe(0);
    await press(page.getByRole('button', { name: 'Publiser …' }), 'Enter');
    await press(dialog.getByRole('button', { name: 'Publiser' }), 'Enter');
    await page.getByText('Publisert. Alle kan lese den nå.').waitFor();
    const row = page.getByRole('region', { name: 'Publisert' }).getByRole('listitem').first();
    expect(await row.textContent()).toContain('controller');
    const address =
      (await row.getByRole('link', { name: 'Hele budsjettet 2025' }).getAttribute('href')) ?? '';
    await press(row.getByText('Kontrollsummer'), 'Enter');
    const sum = await row.locator('dd code').first().textContent();
    expect(wrong).toEqual([]);
    await context.close();

    const reader = await people.browser.newContext({
      javaScriptEnabled: false,
      baseURL: people.server.origin,
    });
    const open = await reader.newPage();
    await open.goto('/');
    expect(await open.locator(`a[href="${address}"]`).count()).toBe(1);
    await open.goto(address);
    expect(await open.getByText('Selbu').count()).toBeGreaterThan(0);
    const bytes = await (await open.request.get(address)).body();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    // Who published is for the members.
    const { text } = await people.server.ask('/public/publications');
    expect(text).not.toContain('"by"');
    await reader.close();
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
    await page.goto(documents, { waitUntil: 'networkidle' });
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
    await page.goto(`${year}/administrasjon`, { waitUntil: 'networkidle' });
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
    await invited.page.goto(link, { waitUntil: 'networkidle' });
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
    await page.goto(`${year}/administrasjon`, { waitUntil: 'networkidle' });
    await press(page.getByRole('link', { name: 'Ny Leder' }), 'Enter');
    await press(page.getByRole('button', { name: 'Steng kontoen' }), 'Enter');
    await page.getByText('Kontoen er stengt, og øktene er avsluttet.').waitFor();
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
    await page.goto(`${year}/administrasjon/registre?register=population`, { waitUntil: 'networkidle' });
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
    await press(page.getByRole('button', { name: 'Lagre 2 verdier' }), 'Enter');
    await page.getByText('Verdiene er lagret.').waitFor();
    expect(await values.getByRole('row', { name: /^Stjørdal/ }).textContent()).toContain('25\u00a0001');

    await page.goto(`${year}/administrasjon/logg`, { waitUntil: 'networkidle' });
    await press(page.locator('tbody a').first(), 'Enter');
    const entry = page.getByRole('complementary');
    await entry.getByText('population/2030-01-01/stjordal').waitFor();
    expect(await entry.textContent()).toContain('25001');
    await page.goto(`${year}/administrasjon/logg?tabell=decision`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.goto(`${year}/administrasjon/logg?kontroll=1`);
    expect(await page.getByRole('status').textContent()).toContain('Loggen henger sammen');
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
  await page.goto(documents, { waitUntil: 'networkidle' });
  const found = [...(await objections(page))];
  await press(page.locator('main .acts button').nth(1), 'Enter');
  await page.getByRole('dialog').waitFor();
  found.push(...(await objections(page)));
  for (const path of ['administrasjon/registre', 'administrasjon/logg?post=1', 'administrasjon']) {
    await page.goto(`${year}/${path}`, { waitUntil: 'networkidle' });
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
  await page.goto(`${year}/runde`, { waitUntil: 'networkidle' });
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
