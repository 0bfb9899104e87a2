import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Keyboards, keyboards, objectionsOn, press, write } from './keyboard.ts';

let people: Keyboards;
const year = '/vaernesregionen/2025';
const sit = (who: string, look: { readonly width?: number; readonly dark?: boolean } = {}) =>
  people.person(`${who}@example.org`, look);

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

const card = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

describe('the budget round', () => {
  test('a leader does a task and delivers, the controller sends back with a reason and then checks', async () => {
    const [controller, leader] = [await sit('controller'), await sit('leder')];
    const [desk, own] = [controller.page, leader.page];
    await desk.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    await press(card(desk, 'Oppgaver').locator('summary'), 'Enter');
    await press(button(card(desk, 'Oppgaver'), 'Gi oppgave'), 'Enter');
    await desk.getByText('Status mangler', { exact: true }).waitFor();

    await own.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    const round = card(own, 'Budsjettrunden 2025');
    await press(button(round, 'Lever'), 'Enter');
    expect(await round.getByRole('alert').textContent()).toContain('Status mangler');
    await press(button(own, 'Merk som gjort: Status mangler'), 'Enter');
    await button(own, 'Åpne igjen: Status mangler').waitFor();
    await press(button(round, 'Lever'), 'Enter');
    await round.getByText(/Levert av leder \d+\.\s.+ kl\. \d\d\.\d\d\./).waitFor();
    await own.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    expect(await own.locator('main').textContent()).toContain('Budsjettet er levert og låst for deg.');
    expect(await own.locator('[role=gridcell][aria-readonly=false]').count()).toBe(0);

    await desk.goto(`${year}/runde`, { waitUntil: 'networkidle' });
    expect(await desk.getByRole('row', { name: /NAV/ }).textContent()).toContain('Levert av leder');
    await desk.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    const judged = card(desk, 'Budsjettrunden 2025');
    await press(button(judged, 'Send tilbake'), 'Enter');
    expect(await judged.getByRole('alert').textContent()).toContain('Skriv hvorfor');
    await write(judged.getByLabel('Hva må rettes?'), 'Volum for KVP mangler.');
    await press(button(judged, 'Send tilbake'), 'Enter');
    await judged.getByText('Under arbeid').waitFor();

    await own.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    expect(await round.textContent()).toContain('Volum for KVP mangler.');
    await write(card(own, 'Kommentarer').getByLabel('Ny kommentar'), 'Nå er det lagt inn.');
    await press(button(card(own, 'Kommentarer'), 'Send'), 'Enter');
    await card(own, 'Kommentarer').getByRole('listitem').getByText('Nå er det lagt inn.').waitFor();
    await press(button(round, 'Lever'), 'Enter');
    await button(round, 'Ta tilbake').waitFor();

    await desk.reload({ waitUntil: 'networkidle' });
    expect(await card(desk, 'Kommentarer').textContent()).toContain('Nå er det lagt inn.');
    await press(button(judged, 'Kontrollert'), 'Enter');
    await judged.getByText(/Kontrollert av controller/).waitFor();
    await desk.goto(`${year}/runde`, { waitUntil: 'networkidle' });
    expect(await desk.locator('.lead').textContent()).toMatch(
      /^1 av \d+ enheter er kontrollert\. Vi venter på/,
    );
    // The controller opens it again, so that the other scenes find it as it was.
    await desk.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
    await write(judged.getByLabel('Hva må rettes?'), 'Én linje til.');
    await press(button(judged, 'Send tilbake'), 'Enter');
    await judged.getByText('Under arbeid').waitFor();
    expect([...controller.wrong, ...leader.wrong]).toEqual([]);
    await controller.context.close();
    await leader.context.close();
  });

  test('two see each other in a unit; of one cell both values are shown, and the one given up is in its history', async () => {
    const [first, second] = [await sit('controller'), await sit('leder')];
    const cell = (page: Page): Locator => page.locator('[role=grid] td[tabindex]').first();
    for (const { page } of [first, second])
      await page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    await second.page.getByText('controller arbeider her nå.').waitFor();
    await write(cell(first.page), '9100000');
    await first.page.keyboard.press('Enter');
    await first.page.getByText('Lagret', { exact: true }).waitFor();
    await write(cell(second.page), '9200000');
    await second.page.keyboard.press('Enter');
    const told = (await second.page.getByRole('alert').textContent()) ?? '';
    for (const amount of ['9\u00a0100\u00a0000', '9\u00a0200\u00a0000']) expect(told).toContain(amount);
    await press(button(second.page, 'Behold det som er lagret'), 'Enter');
    await second.page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(() => cell(second.page).textContent()).toBe('9\u00a0100\u00a0000');

    const third = await sit('controller');
    await third.page.goto(`${year}/linjer/nav`, { waitUntil: 'networkidle' });
    expect(await cell(third.page).textContent()).toBe('9\u00a0100\u00a0000');
    await press(third.page.locator('details.history summary'), 'Enter');
    const history = third.page.locator('details.history table');
    await history.waitFor();
    const rows = await history.getByRole('row').allTextContents();
    expect(
      rows.some((row) => row.startsWith('leder') && row.includes('Skrev 9\u00a0200\u00a0000\u00a0kr')),
    ).toBe(true);
    expect(
      rows.some((row) => row.startsWith('controller') && row.includes('9\u00a0100\u00a0000\u00a0kr')),
    ).toBe(true);
    expect([...first.wrong, ...second.wrong, ...third.wrong]).toEqual([]);
    for (const { context } of [first, second, third]) await context.close();
  });
});

describe('a key and its councils', () => {
  test('a finance officer tries a key and sees the own bill; saving is for the controller', async () => {
    const { context, page, wrong } = await sit('okonomi');
    await page.goto(`${year}/nokkel/legevakt`, { waitUntil: 'networkidle' });
    const slider = page.getByRole('slider');
    await press(slider, 'PageUp');
    const own = page.getByText(/^Selbu betaler/);
    await own.waitFor();
    const row = page.getByRole('row', { name: /^Selbu/ });
    const [, paid = ''] = /([\d\s]+)\u00a0kr med denne/.exec((await own.textContent()) ?? '') ?? [];
    expect(paid).not.toBe('');
    expect(await row.textContent()).toContain(paid.trim());
    expect(await page.getByText('Controlleren lagrer nøkkelen som forslag.').count()).toBe(1);
    expect(await button(page, 'Lagre som forslag').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a proposal and a case that is sent move nothing, the case is marked as waiting, and with one no today’s key goes on', async () => {
    const { context, page, wrong } = await sit('controller');
    const drift = async (): Promise<string> => {
      await page.goto(`${year}/enhet/nav`, { waitUntil: 'networkidle' });
      return (
        (await page
          .getByRole('row', { name: /^Lønn og drift/ })
          .first()
          .textContent()) ?? ''
      );
    };
    const before = await drift();
    await page.goto(`${year}/nokkel/nav/drift`, { waitUntil: 'networkidle' });
    await press(page.getByRole('slider'), 'PageUp', 'PageUp');
    await press(page.getByLabel('Gjelder fra'), 'Home');
    await press(button(page, 'Lagre som forslag'), 'Enter');
    await page.getByText('Forslaget er lagret.').waitFor();
    expect(await drift()).toBe(before);

    await page.goto(`${year}/vedtak`, { waitUntil: 'networkidle' });
    const made = page.getByRole('region', { name: 'Ny fordelingsnøkkel for VR NAV, Lønn og drift' });
    expect(await made.textContent()).toContain('Forslag, ikke sendt');
    await press(made.getByRole('link', { name: /^Vedtaksvedlegg/ }), 'Enter');
    await page.getByRole('heading', { name: 'Hvert kommunestyre må vedta' }).waitFor();
    expect(await page.getByRole('row', { name: /^Sum/ }).textContent()).toMatch(/0$/);
    const annex = await page.evaluate(
      'fetch(document.querySelector("a[download]").href).then((one) => one.text())',
    );
    expect(annex).toMatch(/^# Ny fordelingsnøkkel for VR NAV, Lønn og drift\n/);
    expect(annex).toContain('| Tydal |');

    await page.goto(`${year}/vedtak`, { waitUntil: 'networkidle' });
    await press(made.locator('summary', { hasText: 'Send til kommunestyrene' }), 'Enter');
    await made.getByLabel('Sendt', { exact: true }).fill('2024-10-01');
    await press(button(made, 'Send til kommunestyrene'), 'Enter');
    await made.getByText(/^Avventer Stjørdal/).waitFor();
    expect(await made.textContent()).toContain('Med det siste jaet blir de som i kolonnen «Ny nøkkel».');
    const bare = (text: string): string => text.replaceAll('○ venter på vedtak', '');
    const waiting = await drift();
    expect(bare(waiting)).toBe(before);
    expect(waiting).toContain('venter på vedtak');
    expect(await page.locator('.wait-notes').textContent()).toContain(
      'Beløpene følger nøkkelen som gjelder nå.',
    );

    await page.goto(`${year}/vedtak`, { waitUntil: 'networkidle' });
    await press(made.locator('summary', { hasText: 'Registrer vedtak' }), 'Enter');
    await press(made.getByLabel('Utfall'), 'ArrowDown');
    await write(made.getByLabel('Ordlyd'), 'Kostnadene deles som før.');
    await press(button(made, 'Lagre vedtaket'), 'Enter');
    await made.getByText('Avslått i Stjørdal').waitFor();
    expect(await made.locator('ins').count()).toBeGreaterThan(0);
    expect(await made.textContent()).toContain('Dagens nøkkel gjelder videre');
    expect(await drift()).toBe(before);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('with the yes of the last council, which its finance officer registers, the key is in force for all', async () => {
    const selbu = await sit('okonomi');
    await selbu.page.goto(`${year}/vedtak`, { waitUntil: 'networkidle' });
    const sweeping = (page: Page): Locator => page.getByRole('region', { name: /Revidert avtale/ });
    expect(await sweeping(selbu.page).textContent()).toContain('Avventer Selbu');
    const form = sweeping(selbu.page);
    await press(form.locator('summary', { hasText: 'Registrer vedtak' }), 'Enter');
    expect(await form.getByLabel('Kommunestyre').locator('option').allTextContents()).toEqual(['Selbu']);
    await form.getByLabel('Vedtaksdato').fill('2024-12-12');
    await write(form.getByLabel('Saksnummer'), 'PS 71/24');
    await press(button(form, 'Lagre vedtaket'), 'Enter');
    await form.getByText('Gyldig', { exact: true }).first().waitFor();

    const controller = await sit('controller');
    await controller.page.goto(`${year}/vedtak`, { waitUntil: 'networkidle' });
    const seen = (await sweeping(controller.page).textContent()) ?? '';
    expect(seen).toContain('PS 71/24');
    expect(seen).toMatch(/Gjelder fra 1\.\s?januar 2025/);
    expect(seen).not.toContain('Budsjettet bygger på et vedtak som mangler');
    expect([...selbu.wrong, ...controller.wrong]).toEqual([]);
    await selbu.context.close();
    await controller.context.close();
  });
});

test('an alternative is explained change by change, and written in the budget as one act', async () => {
  const { context, page, wrong } = await sit('controller');
  const meraker = async (): Promise<string> => {
    await page.goto(`${year}/kommune/5034`, { waitUntil: 'networkidle' });
    return (await page.locator('.lead').textContent()) ?? '';
  };
  const before = await meraker();
  const steps = 'saving~dms~2|leave~legevakt~meraker~2025-07-01';
  await page.goto(`${year}/scenario?a=${encodeURIComponent(steps)}`, { waitUntil: 'networkidle' });
  const amounts = async (row: Locator): Promise<readonly bigint[]> =>
    (await row.getByRole('cell').allTextContents()).map((text) =>
      BigInt((text.split(':').at(-1) ?? '').replaceAll(/[+\s\u00a0]/g, '').replace('−', '-')),
    );
  const each = page.getByRole('region', { name: 'Hva hver endring betyr' }).locator('tbody tr');
  await each.first().waitFor();
  const [saved = [], left = []] = [await amounts(each.nth(0)), await amounts(each.nth(1))];
  const whole = page.getByRole('region', { name: 'Forskjell per kommune' }).locator('tbody tr');
  for (const [at, amount] of saved.entries()) {
    const [, difference] = await amounts(whole.nth(at));
    expect(amount + (left[at] ?? 0n)).toBe(difference);
  }
  expect(saved.at(-1)).toBeLessThan(0n);
  expect(left.at(-1)).toBe(0n);
  await press(page.locator('summary', { hasText: 'Gjør til budsjett' }), 'Enter');
  await press(button(page, 'Skriv 2 endringer i budsjettet'), 'Enter');
  await page.waitForURL(/\/2025$/);
  expect(await meraker()).not.toBe(before);
  await page.goto(`${year}/endringer?vis=venter`, { waitUntil: 'networkidle' });
  await page.getByText('Innsparing 2\u00a0% fra scenario').waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

test.each([
  [320, false],
  [1280, true],
] as const)('axe finds nothing on the pages of the round at %i px, dark: %s', async (width, dark) => {
  const { context, page, wrong } = await sit('controller', { width, dark });
  const annex = '/vedtak/nokkel-nav-drift-2025-01-01/vedlegg';
  const scenario = '/scenario?a=saving~dms~2%7Cleave~legevakt~tydal~2025-07-01';
  const paths = ['/runde', '/enhet/nav', '/linjer/nav', '/enhet/nav/tekst', '/vedtak', annex, scenario].map(
    (one) => `${year}${one}`,
  );
  expect([...(await objectionsOn(page, paths)), ...wrong]).toEqual([]);
  await context.close();
});
