// How long the workbook of the example takes, beside two spreadsheet engines that work the same file out again.
// `run()` gives rows for `npm run bench`: { name, median, unit, peer? }; a ratio above 1 says the peer takes longer.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import { HyperFormula } from 'hyperformula';
import { root } from '../install.mjs';

const files = {
  'core/src/budget/overview': ['budgetPair'],
  'core/src/cooperation/indexed-model': ['indexModel'],
  'formats/src/folder/load-folder': ['loadFolder'],
  'formats/src/folder/read-folder': ['readFolder'],
  'documents/src/xlsx/workbook': ['renderWorkbook'],
};

const ownPackagesInside = {
  name: 'own-packages-inside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const own = /^@samstyr\/([^/]+)\/(.+)$/.exec(path);
      return own ? { path: join(root, 'packages', own[1], 'src', `${own[2]}.ts`) } : { path, external: true };
    });
  },
};

async function load() {
  const outfile = join(root, '.cache', 'bench-workbook.mjs');
  mkdirSync(join(root, '.cache'), { recursive: true });
  await build({
    stdin: {
      contents: Object.entries(files)
        .map(([path, names]) => `export { ${names.join(', ')} } from './${path}.ts';`)
        .join('\n'),
      resolveDir: join(root, 'packages'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [ownPackagesInside],
  });
  return import(pathToFileURL(outfile).href);
}

const milliseconds = async (work) => {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e6;
};

async function median(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await milliseconds(work));
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** The cells of a workbook as HyperFormula takes them: formulas without the values they had. */
async function grids(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const sheets = {};
  workbook.eachSheet((sheet) => {
    sheets[sheet.name] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const line = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        line[column - 1] = cell.formula
          ? `=${cell.formula}`
          : typeof cell.value === 'number'
            ? cell.value
            : `'${cell.text}`;
      });
      sheets[sheet.name][number - 1] = Array.from(line, (value) => value ?? null);
    });
    sheets[sheet.name] = Array.from(sheets[sheet.name], (line) => line ?? []);
  });
  return sheets;
}

const hasLibreOffice = () => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export async function run() {
  const { budgetPair, indexModel, loadFolder, readFolder, renderWorkbook } = await load();
  const index = indexModel(readFolder(loadFolder(join(root, 'examples/vaernesregionen'))).value);
  const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' }).value;
  const input = { index, pair, rounding: 'agreement', language: 'nb', hides: () => false };
  let bytes = await renderWorkbook(input);
  const own = await median(5, async () => {
    bytes = await renderWorkbook(input);
  });
  const rows = [{ name: 'workbook of the example, rendered', median: own, unit: 'ms' }];
  const peer = (name, time) =>
    rows.push({
      name: `${name}, as a ratio`,
      median: time / own,
      unit: '×',
      peer: { name, median: time, unit: 'ms' },
    });
  const sheets = await grids(bytes);
  const options = { licenseKey: 'gpl-v3', useArrayArithmetic: true };
  peer(
    'HyperFormula working the same cells out',
    await median(5, () => HyperFormula.buildFromSheets(sheets, options).destroy()),
  );
  if (hasLibreOffice()) {
    const folder = mkdtempSync(join(tmpdir(), 'samstyr-bench-'));
    try {
      const file = join(folder, 'in.xlsx');
      writeFileSync(file, bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const convert = () =>
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), file],
          { stdio: 'ignore' },
        );
      // The first start writes the profile; it is not counted.
      convert();
      peer('LibreOffice recalculating the same file', await median(3, convert));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}
