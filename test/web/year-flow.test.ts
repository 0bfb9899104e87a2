import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../http/test-server.ts';
import {
  again,
  type Keyboards,
  keyboards,
  objectionsInAllLooks,
  open,
  press,
  untilSaved,
  write,
} from './keyboard.ts';

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

/** What every municipality pays of a unit, in øre, as the overview's own file of the moment has it. */
const billsOf = async (page: Page, unit: string): Promise<Readonly<Record<string, bigint>>> => {
  const text = await (await page.request.get(`${year}/tabell.csv`)).text();
  const [head = [], ...rows] = text
    .replace('\ufeff', '')
    .split('\n')
    .map((line) => line.split(','));
  const cells = rows.find(([name]) => name === unit) ?? [];
  return Object.fromEntries(
    head.flatMap((name, at) => {
      const amount = cells[at] ?? '';
      return name.endsWith(' 2025') && amount !== ''
        ? [[name.slice(0, -5), BigInt(amount.replace('.', ''))]]
        : [];
    }),
  );
};
const published = async (): Promise<number> => {
  const { body } = await people.server.ask('/public/publications');
  return (body as { publications: readonly unknown[] }).publications.length;
};
/** The kroner of a text, in øre: `+500 000` is 50 000 000. */
const oreIn = (text: string): bigint => BigInt(text.replaceAll(/[^\d−-]/g, '').replace('−', '-')) * 100n;

describe('a budget from the leader’s chapter to a reader who is not logged in', () => {
  /** What Selbu would pay by the key its finance officer tries. */
  let tried = 0n;
  const kr = (ore: bigint): string => `${ore / 100n}`.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const page = ({ page: one }: { readonly page: Page }): Locator => one.locator('main');
  const sentence = 'Vi har fått flere unge brukere, og bruker mer tid på hver av dem.';

  test('the leader writes the chapter, proposes a change, does a task and delivers; the controller sends back with a reason and then checks', async () => {
    const [controller, leader] = [await sit('controller'), await sit('leder')];
    const [desk, own] = [controller.page, leader.page];
    await open(desk, `${year}/enhet/nav`);
    await press(card(desk, 'Oppgaver').locator('summary'), 'Enter');
    await press(button(card(desk, 'Oppgaver'), 'Gi oppgave'), 'Enter');
    await desk.getByText('Status mangler', { exact: true }).waitFor();

    await open(own, `${year}/enhet/nav/tekst`);
    await press(own.getByRole('textbox', { name: 'Status' }), 'Control+a', 'Delete');
    await own.keyboard.type(sentence);
    await untilSaved(own, 'Status');
    await open(own, `${year}/endringer`);
    await press(own.getByLabel('Tjeneste', { exact: true }), 'End');
    await write(own.getByLabel('Beløp i kroner'), '500 000');
    await write(own.getByLabel('Begrunnelse'), 'Ny stilling');
    await press(button(own, 'Foreslå'), 'Enter');
    await own.getByText('Forslaget er lagret').waitFor();

    await open(own, `${year}/enhet/nav`);
    const round = card(own, 'Budsjettrunden 2025');
    await press(button(round, 'Lever'), 'Enter');
    expect(await round.getByRole('alert').textContent()).toContain('Status mangler');
    await press(button(own, 'Merk som gjort: Status mangler'), 'Enter');
    await button(own, 'Åpne igjen: Status mangler').waitFor();
    await press(button(round, 'Lever'), 'Enter');
    await round.getByText(/Levert av leder \d+\.\s.+ kl\. \d\d\.\d\d\./).waitFor();
    await open(own, `${year}/linjer/nav`);
    expect(await own.locator('main').textContent()).toContain('Budsjettet er levert og låst for deg.');
    expect(await own.locator('[role=gridcell][aria-readonly=false]').count()).toBe(0);
    await open(own, `${year}/endringer`);
    expect(await own.locator('aside').textContent()).toContain('controlleren kan sende det tilbake');
    expect(await button(own, 'Foreslå').count()).toBe(0);

    await open(desk, `${year}/runde`);
    expect(await desk.getByRole('row', { name: /NAV/ }).textContent()).toContain('Levert av leder');
    await open(desk, `${year}/enhet/nav`);
    const judged = card(desk, 'Budsjettrunden 2025');
    await press(button(judged, 'Send tilbake'), 'Enter');
    expect(await judged.getByRole('alert').textContent()).toContain('Skriv hvorfor');
    await write(judged.getByLabel('Hva må rettes?'), 'Volum for KVP mangler.');
    await press(button(judged, 'Send tilbake'), 'Enter');
    await judged.getByText('Under arbeid').waitFor();

    await open(own, `${year}/enhet/nav`);
    expect(await round.textContent()).toContain('Volum for KVP mangler.');
    await write(card(own, 'Kommentarer').getByLabel('Ny kommentar'), 'Nå er det lagt inn.');
    await press(button(card(own, 'Kommentarer'), 'Send'), 'Enter');
    await card(own, 'Kommentarer').getByRole('listitem').getByText('Nå er det lagt inn.').waitFor();
    await press(button(round, 'Lever'), 'Enter');
    await button(round, 'Ta tilbake').waitFor();

    await again(desk);
    expect(await card(desk, 'Kommentarer').textContent()).toContain('Nå er det lagt inn.');
    await press(button(judged, 'Kontrollert'), 'Enter');
    await judged.getByText(/Kontrollert av controller/).waitFor();
    await open(desk, `${year}/runde`);
    expect(await desk.locator('.lead').textContent()).toMatch(
      /^1 av \d+ enheter er kontrollert\. Vi venter på/,
    );
    // The controller opens it again, so that the other scenes find it as it was.
    await open(own, `${year}/endringer`);
    expect(await own.locator('aside').textContent()).toContain('Bare controlleren kan sende det tilbake.');
    expect([...controller.wrong, ...leader.wrong]).toEqual([]);
    await controller.context.close();
    await leader.context.close();
  });

  test('the controller sees what the leader delivered and accepts the change, and every bill moves by what was shown, to the øre', async () => {
    const { context, page, wrong } = await sit('controller');
    await open(page, `${year}/enhet/nav`);
    expect(await page.locator('main').textContent()).toContain(sentence);
    const before = await billsOf(page, 'VR NAV');
    await open(page, `${year}/endringer?vis=venter`);
    await press(page.getByRole('link', { name: /^Avgjør: Ny stilling/ }), 'Enter');
    await button(page, 'Godta').waitFor();
    const rows = await page
      .getByRole('table', { name: 'Virkning per kommune' })
      .first()
      .locator('tbody tr')
      .all();
    const shown = new Map<string, bigint>();
    for (const row of rows)
      shown.set(
        (await row.getByRole('rowheader').textContent()) ?? '',
        oreIn((await row.getByRole('cell').last().textContent()) ?? ''),
      );
    await press(button(page, 'Godta'), 'Enter');
    await page.getByRole('heading', { name: 'Avgjort' }).waitFor();
    const after = await billsOf(page, 'VR NAV');
    expect((after['sum'] ?? 0n) - (before['sum'] ?? 0n)).toBe(50_000_000n);
    const names = Object.keys(after).filter((name) => name !== 'sum');
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect((after[name] ?? 0n) - (before[name] ?? 0n), name).toBe(shown.get(name));
    // The page one is on and the pages one goes to have it, without being loaded anew.
    await press(
      page.getByRole('navigation', { name: 'Sider', exact: true }).getByRole('link', { name: 'Enhet' }),
      'Enter',
    );
    await press(page.getByRole('main').getByRole('link', { name: 'VR NAV' }), 'Enter');
    const drift = page.getByRole('row', { name: /^Lønn og drift/ }).first();
    await drift.waitFor();
    expect(await drift.textContent()).toContain('21\u00a0070');
    await write(page.getByLabel('Hva må rettes?'), 'Én linje til.');
    await press(button(page, 'Send tilbake'), 'Enter');
    await page.getByText('Under arbeid').waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a finance officer tries a key and sees the own bill; saving is for the controller', async () => {
    const { context, page, wrong } = await sit('okonomi');
    await open(page, `${year}/nokkel/nav/drift`);
    await press(page.getByRole('slider'), 'PageUp', 'PageUp');
    const own = page.getByText(/^Selbu betaler/);
    await own.waitFor();
    const row = page.getByRole('row', { name: /^Selbu/ });
    const [, paid = ''] = /([\d\s]+)\u00a0kr med denne/.exec((await own.textContent()) ?? '') ?? [];
    expect(paid).not.toBe('');
    expect(await row.textContent()).toContain(paid.trim());
    tried = oreIn(paid);
    expect(await page.getByText('Controlleren lagrer nøkkelen som forslag.').count()).toBe(1);
    expect(await button(page, 'Lagre som forslag').count()).toBe(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a proposal and a case that is sent move nothing, the case is marked as waiting, and with one no today’s key goes on', async () => {
    const { context, page, wrong } = await sit('controller');
    const bills = () => billsOf(page, 'VR NAV');
    const before = await bills();
    await open(page, `${year}/nokkel/nav/drift`);
    await press(page.getByRole('slider'), 'PageUp', 'PageUp');
    await press(page.getByLabel('Gjelder fra'), 'Home');
    await press(button(page, 'Lagre som forslag'), 'Enter');
    await page.getByText('Forslaget er lagret.').waitFor();
    expect(await bills()).toEqual(before);

    await open(page, `${year}/vedtak`);
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

    await open(page, `${year}/vedtak`);
    await press(made.locator('summary', { hasText: 'Send til kommunestyrene' }), 'Enter');
    await made.getByLabel('Sendt', { exact: true }).fill('2024-10-01');
    await press(button(made, 'Send til kommunestyrene'), 'Enter');
    await made.getByText(/^Avventer Stjørdal/).waitFor();
    expect(await made.textContent()).toContain('Med det siste jaet blir de som i kolonnen «Ny nøkkel».');
    expect(await made.getByRole('row', { name: /^Selbu/ }).textContent()).toContain(kr(tried));
    expect(await bills()).toEqual(before);
    await open(page, year);
    expect(
      await page
        .getByRole('row', { name: /^VR NAV/ })
        .first()
        .textContent(),
    ).toContain('venter på vedtak');
    expect(await page.locator('.wait-notes').textContent()).toContain(
      'Beløpene følger nøkkelen som gjelder nå.',
    );

    await open(page, `${year}/vedtak`);
    await press(made.locator('summary', { hasText: 'Registrer vedtak' }), 'Enter');
    await press(made.getByLabel('Utfall'), 'ArrowDown');
    await write(made.getByLabel('Ordlyd'), 'Kostnadene deles som før.');
    await press(button(made, 'Lagre vedtaket'), 'Enter');
    await made.getByText('Avslått i Stjørdal').waitFor();
    expect(await made.locator('ins').count()).toBeGreaterThan(0);
    expect(await made.textContent()).toContain('Dagens nøkkel gjelder videre');
    expect(await bills()).toEqual(before);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the councils take it up again; with the last yes, which Selbu’s finance officer registers, the key is in force and every bill is by it', async () => {
    const as = await people.server.actor(people.server.cooperationId, 'controller');
    const caseId = 'nokkel-nav-drift-2025-01-01';
    // Four councils have answered elsewhere; Stjørdal has changed its mind.
    for (const party of ['stjordal', 'meraker', 'tydal', 'frosta']) {
      const { status, text } = await people.server.ask('/cooperations/vaernesregionen/commands', {
        as,
        method: 'POST',
        headers: { 'idempotency-key': newKey() },
        body: {
          op: 'putRow',
          expect: party === 'stjordal' ? { [`decision:${caseId}/${party}`]: 1 } : {},
          args: {
            table: 'decision',
            row: {
              ...{ id: `${caseId}/${party}`, case: caseId, party, result: 'adopted', date: '2024-11-28' },
              ...{ wording: null, amountOre: null, caseNumber: null, note: null },
            },
          },
        },
      });
      expect(status, text).toBe(200);
    }
    const controller = await sit('controller');
    const before = await billsOf(controller.page, 'VR NAV');
    const selbu = await sit('okonomi');
    await open(selbu.page, `${year}/vedtak`);
    const caseOn = (page: Page): Locator =>
      page.getByRole('region', { name: 'Ny fordelingsnøkkel for VR NAV' });
    const form = caseOn(selbu.page);
    expect(await form.textContent()).toContain('Avventer Selbu');
    await press(form.locator('summary', { hasText: 'Registrer vedtak' }), 'Enter');
    expect(await form.getByLabel('Kommunestyre').locator('option').allTextContents()).toEqual(['Selbu']);
    await form.getByLabel('Vedtaksdato').fill('2024-12-12');
    await write(form.getByLabel('Saksnummer'), 'PS 71/24');
    await press(button(form, 'Lagre vedtaket'), 'Enter');
    await form.locator('.tag.good').waitFor();

    const after = await billsOf(controller.page, 'VR NAV');
    expect(after['sum']).toBe(before['sum']);
    expect(after['Selbu']).not.toBe(before['Selbu']);
    await open(controller.page, `${year}/enhet/nav?tall=budget/2025.recommended/nav/drift/operating/5032`);
    // What the officer saw while trying is what Selbu now pays.
    expect(await controller.page.locator('.panel .explained').textContent()).toContain(kr(tried));
    await open(controller.page, `${year}/vedtak`);
    const seen = (await caseOn(controller.page).textContent()) ?? '';
    expect(seen).toContain('PS 71/24');
    expect(seen).toMatch(/Gjelder fra 1\.\s?januar 2025/);
    // The sweeping agreement still waits, and the printed budget assumes it.
    expect(await page(controller).textContent()).toContain('Budsjettet bygger på et vedtak som mangler');
    expect([...selbu.wrong, ...controller.wrong]).toEqual([]);
    await selbu.context.close();
    await controller.context.close();
  });

  test('the controller is told what publishing freezes, publishes, and anybody reads it without JavaScript', async () => {
    const { context, page, wrong } = await sit('controller');
    await open(page, `${year}/dokumenter`);
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
    const paper = await reader.newPage();
    await paper.goto('/');
    expect(await paper.locator(`a[href="${address}"]`).count()).toBe(1);
    await paper.goto(address);
    expect(await paper.getByText('Selbu').count()).toBeGreaterThan(0);
    expect(await paper.getByText(sentence).count()).toBeGreaterThan(0);
    expect(await paper.getByText('Ny fordelingsnøkkel for VR NAV, Lønn og drift').count()).toBeGreaterThan(0);
    const bytes = await (await paper.request.get(address)).body();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    // Who published is for the members.
    const { text } = await people.server.ask('/public/publications');
    expect(text).not.toContain('"by"');
    await reader.close();
  });
});

describe('two who write', () => {
  test('two see each other in a unit; of one cell both values are shown, and the one given up is in its history', async () => {
    const [first, second] = [await sit('controller'), await sit('leder')];
    const cell = (page: Page): Locator => page.locator('[role=grid] td[tabindex]').first();
    for (const { page } of [first, second]) await open(page, `${year}/linjer/nav`);
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
    await open(third.page, `${year}/linjer/nav`);
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
    await third.context.close();

    // And the other way: whoever knows better writes over, knowingly.
    await write(cell(first.page), '9150000');
    await first.page.keyboard.press('Enter');
    await expect.poll(() => cell(first.page).textContent()).toBe('9\u00a0150\u00a0000');
    await write(cell(second.page), '9300000');
    await second.page.keyboard.press('Enter');
    await press(button(second.page, 'Bruk ditt'), 'Enter');
    await second.page.getByRole('alert').waitFor({ state: 'detached' });
    await second.page.getByText('Lagret', { exact: true }).waitFor();
    await again(first.page);
    expect(await cell(first.page).textContent()).toBe('9\u00a0300\u00a0000');
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    for (const { context } of [first, second]) await context.close();
  });
});

test('an alternative is explained change by change, and written in the budget as one act', async () => {
  const { context, page, wrong } = await sit('controller');
  const meraker = async (): Promise<string> => {
    await open(page, `${year}/kommune/5034`);
    return (await page.locator('.lead').textContent()) ?? '';
  };
  const before = await meraker();
  const steps = 'saving~dms~2|leave~legevakt~meraker~2025-07-01';
  await open(page, `${year}/scenario?a=${encodeURIComponent(steps)}`);
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
  await open(page, `${year}/endringer?vis=venter`);
  await page.getByText('Innsparing 2\u00a0% fra scenario').waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

test('axe finds nothing on the pages of the round, wide, narrow and dark', async () => {
  const { context, page, wrong } = await sit('controller');
  const annex = '/vedtak/nokkel-nav-drift-2025-01-01/vedlegg';
  const scenario = '/scenario?a=saving~dms~2%7Cleave~legevakt~tydal~2025-07-01';
  const found: string[] = [];
  for (const path of ['/runde', '/enhet/nav', '/linjer/nav', '/vedtak', annex, scenario]) {
    await open(page, `${year}${path}`);
    found.push(...(await objectionsInAllLooks(page)));
  }
  expect([...found, ...wrong]).toEqual([]);
  await context.close();
});
