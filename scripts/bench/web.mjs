// How fast the work surface answers in a real Chromium: from an input event to the figures on the screen, beside the same what-if asked of
// a server over the loopback; how soon the first page is usable, and how much script it loads.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { root } from '../install.mjs';
import { serveModel } from '../web-host.mjs';
import { load } from './load.mjs';
import { made } from './made.mjs';

const rounds = 15;
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in the page: does something and tells how long it was, in ms, until a table had other figures and they were painted. */
const untilPainted = `(async (act) => {
  const main = document.querySelector('main');
  const figures = () => [...main.querySelectorAll('table')].map((one) => one.textContent).join();
  const before = figures();
  performance.mark('samstyr:input');
  const started = performance.now();
  act();
  await new Promise((done) => {
    const look = () => { if (figures() !== before) { seen.disconnect(); done(); } };
    const seen = new MutationObserver(look);
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
  // The frame that shows them begins after this one's callbacks, and is drawn when the next task runs.
  await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  performance.measure('samstyr:painted', 'samstyr:input');
  return performance.now() - started;
})`;

const slide = (percent) => `${untilPainted}(() => {
  const slider = document.querySelector('input[type=range][name=fast]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, '${percent}');
  slider.dispatchEvent(new Event('input', { bubbles: true }));
})`;
const alternative = (path) => `${untilPainted}(() => {
  history.pushState({ idx: history.state?.idx + 1, key: '${path.length}' }, '', '${path}');
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
})`;
const ask = (path) => `(async () => {
  const started = performance.now();
  const answer = await (await fetch('${path}')).json();
  if (answer.length < 2) throw new Error('no rows');
  return performance.now() - started;
})()`;

async function openChromium() {
  const own = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  const args = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args });
}

async function usable(page) {
  return page.evaluate(`new Promise((done) => {
    const look = () => {
      const [mark] = performance.getEntriesByName('samstyr:usable');
      if (mark === undefined) setTimeout(look, 5);
      else done(mark.startTime);
    };
    look();
  })`);
}

async function medianOf(page, act) {
  const values = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const value = await page.evaluate(act(round));
    if (round >= 3) values.push(value);
  }
  return middle(values);
}

export async function run() {
  const core = await load('web', [
    'core/model/empty-model',
    'core/scenario/whatif',
    'formats/folder/load-folder',
    'formats/folder/read-folder',
  ]);
  const web = join(root, '.cache', 'web-bench');
  execFileSync(process.execPath, [join(root, 'scripts/build-web.mjs'), web], { stdio: 'ignore' });
  const example = core.readFolder(core.loadFolder(join(root, 'examples', 'vaernesregionen')));
  if (!example.ok) throw new Error('the example is not in order');
  const sizes = [
    { size: 'eksempelet', model: example.value, service: 'nav/drift', saved: 'dms', goal: 100 },
    {
      size: '200 enheter × 30 kommuner',
      model: made(core, { units: 200, municipalities: 30 }),
      service: 'enhet-7',
      saved: 'enhet-9',
      goal: 250,
    },
  ];
  const browser = await openChromium();
  const results = [];
  for (const { size, model, service, saved, goal } of sizes) {
    const question = { year: 2025, rounding: 'agreement' };
    const beside = (url, response) => {
      const percent = url.searchParams.get('percent');
      if (url.pathname !== '/hva-om' || percent === null) return false;
      const edit = url.searchParams.has('whole')
        ? {
            ...{ op: 'addChange', service: saved, kind: 'saving', amountOre: -BigInt(percent) * 100_000n },
            ...{ party: null, from: null, until: null, oneOff: false, counterpart: null, reason: null },
          }
        : {
            op: 'setKey',
            service,
            from: '2025-01-01',
            key: {
              form: 'parts',
              parts: [
                { share: { n: BigInt(percent), d: 100n }, key: { form: 'equal' } },
                {
                  share: { n: 100n - BigInt(percent), d: 100n },
                  key: {
                    form: 'by',
                    reading: { register: 'population', date: 'previousYear-01-01', group: null, average: 1 },
                  },
                },
              ],
            },
          };
      const done = core.whatIf(model, [edit], question);
      if (!done.ok) throw new Error(done.problems[0].code);
      const { rows } = done.value;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)));
      return true;
    };
    const host = await serveModel(model, { web, beside });
    const year = `${host.address}/${host.cooperation}/2025`;
    try {
      const firsts = [];
      const scripts = new Set();
      for (let round = 0; round < 5; round += 1) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
        const page = await context.newPage();
        await page.goto(year, { waitUntil: 'domcontentloaded' });
        firsts.push(await usable(page));
        const loaded = await page.evaluate(
          "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))",
        );
        for (const name of loaded) scripts.add(new URL(name).pathname);
        await context.close();
      }
      results.push({
        name: `Første side brukbar over loopback, kald nettleser (${size})`,
        median: middle(firsts),
        unit: 'ms',
        goal: 1000,
      });
      if (size === 'eksempelet')
        results.push({
          name: `Skript på første side, pakket (${scripts.size} filer)`,
          median: [...scripts].reduce(
            (sum, name) => sum + gzipSync(readFileSync(join(web, 'client', name))).length / 1000,
            0,
          ),
          unit: 'kB',
          goal: 200,
        });
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
      const page = await context.newPage();
      await page.goto(`${year}/nokkel/${service}`, { waitUntil: 'domcontentloaded' });
      await usable(page);
      const drag = await medianOf(page, (round) => slide(31 + round));
      const asked = await medianOf(page, (round) => ask(`/hva-om?percent=${31 + round}`));
      results.push({
        name: `Nøkkelen dras, til tallene står på skjermen (${size})`,
        median: drag,
        unit: 'ms',
        goal,
        ratio: drag / asked,
        peer: 'samme hva-om spurt fra en tjener, før noe er tegnet',
      });
      const path = `/${host.cooperation}/2025/scenario`;
      await page.goto(`${host.address}${path}?a=saving~${saved}~1`, { waitUntil: 'domcontentloaded' });
      await usable(page);
      const whole = await medianOf(page, (round) => alternative(`${path}?a=saving~${saved}~${2 + round}`));
      const wholeAsked = await medianOf(page, (round) => ask(`/hva-om?whole=1&percent=${2 + round}`));
      results.push({
        name: `Et alternativ endres, til hele scenariet står på skjermen (${size})`,
        median: whole,
        unit: 'ms',
        goal,
        ratio: whole / wholeAsked,
        peer: 'samme hva-om spurt fra en tjener, før noe er tegnet',
      });
      await context.close();
    } finally {
      await host.stop();
    }
  }
  await browser.close();
  return results;
}
