import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explanationJson } from '@samstyr/contract/json/explanation';
import { budgetPair, overviewOf } from '@samstyr/core/budget/overview';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { explain } from '@samstyr/core/explain/explain';
import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
import { build } from 'esbuild';
import { HyperFormula } from 'hyperformula';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrongNodes } from './evaluator.ts';
import { exampleFolder, openFolder } from './open-example.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';

const index = openFolder(exampleFolder);
const roundings = ['agreement', 'ore'] as const;

function pairOf(of: typeof index, rounding: (typeof roundings)[number]) {
  const pair = budgetPair(of, { year: 2025, version: null, rounding });
  if (!pair.ok) throw new Error(JSON.stringify(pair.problems[0]?.code));
  return pair.value;
}

/** Every figure of the overview, by id: what the model says. */
function figuresOf(of: typeof index, rounding: (typeof roundings)[number]): ReadonlyMap<string, bigint> {
  const view = overviewOf(of, pairOf(of, rounding));
  return new Map(
    [...view.rows, ...view.totals].flatMap((row) => [
      [row.current.figureId, row.current.ore ?? 0n] as const,
      [row.previous.figureId, row.previous.ore ?? 0n] as const,
      [`${row.figureId}@change`, row.changeOre] as const,
    ]),
  );
}

const render = (rounding: (typeof roundings)[number], hides: (id: string) => boolean = () => false) =>
  renderWorkbook({ index, pair: pairOf(index, rounding), rounding, language: 'nb', hides });

/** Kroner as a spreadsheet holds them, as øre. */
const inOre = (kroner: number): bigint => BigInt(Math.round(kroner * 100));

/** The workbook as an engine that has seen no value of a formula. */
function recalculated(workbook: ReadWorkbook): (sheet: string, row: number, column: number) => unknown {
  const sheets = Object.fromEntries(
    workbook.sheets.map(({ name, cells }) => {
      const grid: (string | number | null)[][] = [];
      for (const { row, column, formula, value } of cells) {
        while (grid.length < row) grid.push([]);
        const line = grid[row - 1] as (string | number | null)[];
        while (line.length < column) line.push(null);
        line[column - 1] =
          formula === null ? (typeof value === 'string' ? `'${value}` : value) : `=${formula}`;
      }
      return [name, grid];
    }),
  );
  const engine = HyperFormula.buildFromSheets(sheets, {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useArrayArithmetic: true,
  });
  return (sheet, row, column) =>
    engine.getCellValue({ sheet: engine.getSheetId(sheet) ?? -1, row: row - 1, col: column - 1 });
}

describe.each(roundings)('the workbook of the example, rounded by %s', (rounding) => {
  let workbook: ReadWorkbook;
  beforeAll(async () => {
    workbook = await readWorkbook(await render(rounding));
  });

  it('shows the amount of the model in every cell with a figure id, and every figure of the overview', () => {
    const figures = figuresOf(index, rounding);
    const seen = new Set<string>();
    for (const { name, cells } of workbook.sheets)
      for (const cell of cells) {
        if (cell.figureId === null) continue;
        seen.add(cell.figureId);
        expect(`${name}!${cell.address} ${inOre(cell.number ?? Number.NaN)}`).toBe(
          `${name}!${cell.address} ${figures.get(cell.figureId)}`,
        );
      }
    const view = overviewOf(index, pairOf(index, rounding));
    const shown = [...view.rows, ...view.totals].flatMap((row) =>
      row.current.attendance === 'member' ? [row.current.figureId] : [],
    );
    expect(shown.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('gives the same øre in every cell when every value of a formula is taken away and worked out again', () => {
    const value = recalculated(workbook);
    const wrong: string[] = [];
    let formulas = 0;
    for (const { name, cells } of workbook.sheets)
      for (const { row, column, address, figureId, formula, number, text } of cells) {
        if (formula === null) continue;
        formulas += 1;
        const found = value(name, row, column);
        const isSame =
          number === null
            ? found === (text ?? '')
            : typeof found === 'number' &&
              Math.abs(found - number) < 1e-5 &&
              (figureId === null || inOre(found) === inOre(number));
        if (!isSame) wrong.push(`${name}!${address} =${formula}: ${String(found)} for ${number ?? text}`);
      }
    expect(wrong).toEqual([]);
    expect(formulas).toBeGreaterThan(2000);
  });

  it('has notes whose every id explains, node by node', () => {
    const ids = new Set(
      workbook.sheets.flatMap(({ cells }) => cells.flatMap(({ figureId }) => figureId ?? [])),
    );
    expect(ids.size).toBeGreaterThan(500);
    const wrong = [...ids].flatMap((id) => {
      const found = explain(index, id, rounding);
      return found.ok ? wrongNodes(explanationJson(found.value, index, 'nb', null).nodes) : [id];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the live keys', () => {
  it('divide another cost, share and register value as the model would', async () => {
    const { sheets } = await readWorkbook(await render('agreement'));
    const changed = {
      ...index.model,
      total: index.model.total.map((row) =>
        row.version === '2025.recommended'
          ? { ...row, amountOre: (row.amountOre + 1_234_567n) as typeof row.amountOre }
          : row,
      ),
      registerValue: index.model.registerValue.map((row) =>
        row.party === 'tydal'
          ? { ...row, value: { n: row.value.n + 100n * row.value.d, d: row.value.d } }
          : row,
      ),
    };
    const moved = indexModel(changed);
    const figures = figuresOf(moved, 'agreement');
    // The yellow cells are the only ones touched: they take the changed model's values, all else is worked out.
    const after = await readWorkbook(
      await renderWorkbook({
        index: moved,
        pair: pairOf(moved, 'agreement'),
        rounding: 'agreement',
        language: 'nb',
        hides: () => false,
      }),
    );
    const inputs = new Map(
      after.sheets.flatMap(({ name, cells }) =>
        cells.flatMap((cell) => (cell.isInput ? [[`${name}!${cell.address}`, cell.value] as const] : [])),
      ),
    );
    const typed: ReadWorkbook = {
      sheets: sheets.map(({ name, cells }) => ({
        name,
        cells: cells.map((cell) =>
          cell.isInput ? { ...cell, value: inputs.get(`${name}!${cell.address}`) ?? cell.value } : cell,
        ),
      })),
    };
    const value = recalculated(typed);
    const wrong: string[] = [];
    let checked = 0;
    for (const { name, cells } of typed.sheets)
      for (const { row, column, address, figureId, formula } of cells) {
        if (figureId === null || formula === null || figureId.includes('2024')) continue;
        checked += 1;
        const found = value(name, row, column);
        if (typeof found !== 'number' || inOre(found) !== figures.get(figureId))
          wrong.push(`${name}!${address} ${figureId}: ${String(found)} for ${figures.get(figureId)}`);
      }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(300);
    const checks = typed.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, formula }) =>
        formula?.includes('"stemmer"') ? [value(name, row, column)] : [],
      ),
    );
    expect(checks.length).toBeGreaterThan(15);
    expect(new Set(checks)).toEqual(new Set(['stemmer']));
  });
});

describe('what is hidden and what is typed', () => {
  it('shows a colon for a withheld figure, and no formula rests on it', async () => {
    const secret = new Set(
      ['5033', '5032'].flatMap((party) => [
        `budget/2025.recommended/legevakt/operating/${party}`,
        `budget/2024.adopted/legevakt/operating/${party}`,
      ]),
    );
    const workbook = await readWorkbook(await render('agreement', (id) => secret.has(id)));
    const legevakt = workbook.sheets.find(({ name }) => name === 'Legevakt');
    expect(legevakt?.cells.filter(({ value }) => value === ':')).toHaveLength(6);
    const hidden = new Set(
      workbook.sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, value }) => (value === ':' ? [`${name}!${address}`] : [])),
      ),
    );
    const resting = workbook.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ address, formula }) => {
        const read = (formula ?? '').match(/(?:'[^']+'!)?[A-Z]+\d+(?::[A-Z]+\d+)?/g) ?? [];
        const touches = read.some((reference) => {
          const [sheet, cell] = reference.includes('!')
            ? reference.replaceAll("'", '').split('!')
            : [name, reference];
          const [from = '', to = from] = (cell ?? '').split(':');
          const column = from.replace(/\d+/, '');
          const [first, last] = [from, to].map((one) => Number(one.replace(/\D+/, '')));
          for (let row = first ?? 0; row <= (last ?? 0); row += 1)
            if (hidden.has(`${sheet}!${column}${row}`)) return true;
          return false;
        });
        return touches ? [`${name}!${address}`] : [];
      }),
    );
    expect(resting).toEqual([]);
    const texts = workbook.sheets.flatMap(({ cells }) => cells.map(({ note }) => note ?? ''));
    expect(texts.filter((note) => note.includes('994 000') || note.includes('2 554 000'))).toEqual([]);
  });

  it('keeps a text that begins like a formula as a text', async () => {
    const names = ['=HYPERLINK("http://example.org")', '+kr+øre', '-cmd|calc', '@SUM(A1)'];
    const model = {
      ...index.model,
      service: index.model.service.map((row, at) => ({ ...row, name: names[at % 4] ?? row.name })),
    };
    const evil = indexModel(model);
    const workbook = await readWorkbook(
      await renderWorkbook({
        index: evil,
        pair: pairOf(evil, 'agreement'),
        rounding: 'agreement',
        language: 'nb',
        hides: () => false,
      }),
    );
    const cells = workbook.sheets.flatMap((sheet) => sheet.cells);
    for (const name of names)
      expect(cells.some(({ value, formula }) => value === name && formula === null)).toBe(true);
    expect(
      cells.filter(
        ({ formula }) => formula !== null && names.some((name) => formula.includes(name.slice(1))),
      ),
    ).toEqual([]);
  });
});

describe('the bytes of the workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-workbook-'));
  const root = join(import.meta.dirname, '..');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same twice in a process, and in processes with another time zone and language', async () => {
    const entry = join(folder, 'hash.mjs');
    await build({
      stdin: {
        contents: `import { createHash } from 'node:crypto';
          import { budgetPair } from '@samstyr/core/budget/overview';
          import { indexModel } from '@samstyr/core/cooperation/indexed-model';
          import { loadFolder } from '@samstyr/formats/folder/load-folder';
          import { readFolder } from '@samstyr/formats/folder/read-folder';
          import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
          const index = indexModel(readFolder(loadFolder(process.argv[2])).value);
          const pair = budgetPair(index, { year: 2025, version: null, rounding: 'agreement' }).value;
          const input = { index, pair, rounding: 'agreement', language: 'nb', hides: () => false };
          for (let time = 0; time < 2; time += 1)
            console.log(createHash('sha256').update(await renderWorkbook(input)).digest('hex'));`,
        resolveDir: join(root, 'packages/documents'),
        loader: 'ts',
      },
      outfile: entry,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(join(root, 'package.json'))});`,
      },
    });
    const run = (env: NodeJS.ProcessEnv) =>
      execFileSync(process.execPath, [entry, exampleFolder], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      })
        .trim()
        .split('\n');
    const hashes = [
      ...run({ TZ: 'Europe/Oslo', LANG: 'nb_NO.UTF-8', LC_ALL: 'nb_NO.UTF-8' }),
      ...run({ TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    ];
    expect(hashes).toHaveLength(4);
    expect(new Set(hashes).size).toBe(1);
  });
});
