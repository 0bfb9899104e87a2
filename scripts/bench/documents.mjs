// How long the documents of the example take, cold and after an edit, and how much memory, beside peers that make PDFs of the same files.
// `run()` gives rows for `npm run bench`. The times are of this machine as it is: other work on it counts too.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from '../install.mjs';
import { bundle } from '../launch.mjs';
import { load } from './load.mjs';

const pollMilliseconds = 50;

/** Resident kilobytes of a process and of those it started; null where /proc is not. */
function residentKilobytes(pid) {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + (residentKilobytes(child) ?? 0), Number(own));
  } catch {
    return null;
  }
}

/** Runs a command and gives seconds and the most memory seen, in MB. */
function measured(command, words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, words, { cwd: root, stdio: 'ignore' });
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, residentKilobytes(child.pid) ?? 0);
    }, pollMilliseconds);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, megabytes: most / 1024 });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}

const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function seconds(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work();
    times.push((performance.now() - started) / 1000);
  }
  return middle(times);
}

/** The PDF after an edit, in a thread that has written it before: from the tree to the bytes, in milliseconds. */
async function afterEdit() {
  const { drawnDocument, editionOf, indexModel, loadFolder, openPaperDesk, readFolder } = await load(
    'documents',
    [
      'core/cooperation/indexed-model',
      'documents/publish/edition',
      'documents/publish/paper-desk',
      'documents/publish/render',
      'formats/folder/load-folder',
      'formats/folder/read-folder',
    ],
  );
  const index = indexModel(readFolder(loadFolder(join(root, 'examples/vaernesregionen'))).value);
  const edition = editionOf(index, { year: 2025, rounding: 'agreement', audience: 'public' }).value;
  const { tree, drawings } = drawnDocument(edition, { language: 'nb', scope: { scope: 'full' } }).value;
  const desk = openPaperDesk('pdf', join(bundle(), 'paper-worker.js'));
  let edit = 0;
  const write = async () => {
    edit += 1;
    const made = await desk.write({
      tree: { ...tree, title: `${tree.title} ${edit}` },
      drawings,
      archive: false,
    });
    if (!made.ok) throw new Error(made.problems[0]);
  };
  await write();
  const time = await seconds(5, write);
  desk.close();
  return time * 1000;
}

export async function run() {
  bundle();
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-bench-'));
  const out = join(folder, 'out');
  try {
    const runs = [];
    for (let round = 0; round < 3; round += 1)
      runs.push(
        await measured(join(root, 'samstyr'), [
          'build',
          'examples/vaernesregionen',
          '--year',
          '2025',
          '--out',
          out,
        ]),
      );
    const rows = [
      { name: 'all five formats, cold', median: middle(runs.map((one) => one.seconds)), unit: 's', goal: 5 },
      {
        name: 'most memory of the process tree',
        median: middle(runs.map(({ megabytes }) => megabytes)),
        unit: 'MB',
        goal: 400,
      },
      {
        name: 'the PDF after an edit, in a thread that is warm',
        median: await afterEdit(),
        unit: 'ms',
        goal: 300,
      },
    ];
    const own = (
      await measured(join(root, 'samstyr'), [
        'build',
        'examples/vaernesregionen',
        '--year',
        '2025',
        '--format',
        'pdf',
        '--out',
        join(folder, 'pdf'),
      ])
    ).seconds;
    rows.push({ name: 'the PDF alone, cold, computation and all', median: own, unit: 's' });
    const peer = async (name, work) => {
      try {
        const time = await seconds(3, work);
        rows.push({ name, median: time, unit: 's', ratio: time / own, peer: 'the PDF alone' });
      } catch (error) {
        process.stdout.write(`           ${name}: not measured (${`${error.message}`.split('\n')[0]})\n`);
      }
    };
    await peer('Chromium printing our page, cold', async () => {
      const own = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
        (path) => path !== undefined && existsSync(path),
      );
      const browser = await chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
      try {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(out, 'fellesbudsjett-2025.html')).href);
        await page.pdf({ tagged: true, path: join(folder, 'chromium.pdf') });
      } finally {
        await browser.close();
      }
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await peer('LibreOffice making a PDF of our Word file', () =>
      execFileSync(
        'soffice',
        [
          profile,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(out, 'fellesbudsjett-2025.docx'),
        ],
        { stdio: 'ignore' },
      ),
    );
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
