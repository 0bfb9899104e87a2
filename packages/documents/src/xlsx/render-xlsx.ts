import ExcelJS, { type Cell, type Workbook, type Worksheet } from 'exceljs';
import type { BudgetSource } from '../joint-budget/source.ts';
import type { DocumentTexts } from '../texts/document-texts.ts';
import { documentTexts } from '../texts/document-texts.ts';
import type { DocumentTree } from '../tree/node.ts';
import { borders, colours, fill, fonts, formats } from './cell-style.ts';
import { writeData } from './data-sheet.ts';
import { type PlannedSheet, planOf } from './plan.ts';
import { elsewhere } from './sheet-name.ts';
import { withoutTimes } from './stable-zip.ts';
import { writeLiveKey } from './write-live-key.ts';
import { textWidths, writeTable } from './write-table.ts';

/** The budget as a workbook: numbers are numbers, sums and changes are formulas, and a key can be tried. Same tree, same bytes. */
export async function renderXlsx(tree: DocumentTree, source: BudgetSource): Promise<Uint8Array> {
  const t = documentTexts[tree.language];
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${tree.date}T00:00:00Z`);
  workbook.creator = 'Samstyr';
  workbook.lastModifiedBy = 'Samstyr';
  workbook.title = tree.title;
  workbook.created = day;
  workbook.modified = day;
  workbook.calcProperties.fullCalcOnLoad = true;
  const plan = planOf(tree);
  const note = (cell: Cell, figure: { readonly id: string; readonly label: string }): void => {
    const text = noteText(tree, t, figure.id);
    cell.note = {
      texts: [
        { font: { bold: true, size: 9, name: 'Calibri' }, text: figure.id },
        { font: { size: 9, name: 'Calibri' }, text: `\n${figure.label}${text === '' ? '' : `\n${text}`}` },
      ],
      margins: { insetmode: 'auto' },
      editAs: 'twoCells',
    };
  };
  const contents = newSheet(workbook, t.sheet.contents, tree.title, t, tree);
  for (const planned of plan.sheets) {
    const sheet = newSheet(workbook, planned.name, planned.title, t, tree);
    for (const placed of planned.tables) {
      writeTable({ sheet, planned, plan, tree, note }, placed);
      if (placed.table.live !== null && placed.liveRow !== null)
        writeLiveKey(sheet, placed, placed.table.live, tree, t);
    }
    finish(sheet, planned);
  }
  const data = newSheet(workbook, t.sheet.data, t.sheet.dataWhat, t, tree);
  writeData(data, tree, source, t);
  writeContents(contents, plan.sheets, t);
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function newSheet(
  workbook: Workbook,
  name: string,
  title: string,
  t: DocumentTexts,
  tree: DocumentTree,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&8${inHeader(tree.title)}&R&8${inHeader(name)}`,
      oddFooter: `&L&8${inHeader(tree.cover.versionLine)}&R&8${t.sheet.page} &P ${t.sheet.of} &N`,
    },
  });
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = fonts.title;
  sheet.getCell('A2').value = `${t.sheet.kr}. ${tree.cover.versionLine}`;
  sheet.getCell('A2').font = fonts.muted;
  return sheet;
}

/** `&` starts a code in a page's head and foot. */
const inHeader = (text: string): string => text.replaceAll('&', '&&').slice(0, 120);

function finish(sheet: Worksheet, { tables }: PlannedSheet): void {
  const [first] = tables;
  const width = Math.max(...tables.map(({ columns }) => columns.length)) + 1;
  const isMatrix = first?.table.layout === 'matrix';
  const hasText = tables.some(({ table }) => table.layout === 'text');
  sheet.getColumn(1).width = hasText ? textWidths.first : 34;
  for (let place = 2; place <= Math.max(width, 12); place += 1) {
    const hasWords = tables.some(({ columns }) =>
      columns.some((one) => one.place === place && one.column.kind === 'text'),
    );
    sheet.getColumn(place).width = hasWords ? textWidths.other : 14;
  }
  if (first === undefined) return;
  const below = first.headRow + first.headRows - 1;
  sheet.views = [
    { state: 'frozen', xSplit: 1, ySplit: tables.length === 1 ? below : 2, showGridLines: false },
  ];
  if (tables.length === 1) sheet.pageSetup.printTitlesRow = `${first.headRow}:${below}`;
  sheet.pageSetup.printTitlesColumn = 'A:A';
  if (isMatrix) sheet.pageSetup.fitToWidth = 2;
}

/** What a cell's note says after the figure's name: the sum worked out, then where it is from. */
function noteText(tree: DocumentTree, t: DocumentTexts, figure: string): string {
  const { steps, figures } = tree.explanations;
  const step = steps[figures.get(figure) ?? -1];
  if (step === undefined) return '';
  const rests = step.inputs
    .slice(0, 6)
    .flatMap((input) => steps[input] ?? [])
    .map(({ label, number }) => `${label} ${number}`);
  return [
    step.formula === null ? '' : `${t.explain.formula}: ${step.formula}`,
    rests.length === 0 ? '' : `${t.explain.from}: ${rests.join('; ')}${step.inputs.length > 6 ? ' …' : ''}`,
    ...step.facts.map(([name, text]) => `${name}: ${text}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function writeContents(sheet: Worksheet, sheets: readonly PlannedSheet[], t: DocumentTexts): void {
  sheet.getColumn(1).width = 30;
  sheet.getColumn(2).width = 80;
  sheet.getCell('A3').value = t.sheet.intro;
  sheet.getCell('A3').font = fonts.muted;
  let row = 5;
  const line = (first: string, second: string, isHead: boolean): void => {
    for (const [column, text] of [first, second].entries()) {
      const cell = sheet.getCell(row, column + 1);
      cell.value = text;
      cell.font = isHead ? fonts.bold : fonts.body;
      cell.border = isHead ? borders.head : borders.row;
    }
    row += 1;
  };
  line(t.sheet.sheetName, t.sheet.whatIsThere, true);
  for (const { name, title } of [...sheets, { name: t.sheet.data, title: t.sheet.dataWhat }]) {
    line(name, title, false);
    const cell = sheet.getCell(row - 1, 1);
    cell.value = { text: name, hyperlink: `#${elsewhere(name, 'A1')}` };
    cell.font = fonts.link;
  }
  row += 1;
  line(t.head.sign, t.head.meaning, true);
  line(t.sheet.grey, t.sheet.greyMeaning, false);
  sheet.getCell(row - 1, 1).fill = fill(colours.grey);
  line(t.sheet.yellow, t.sheet.yellowMeaning, false);
  sheet.getCell(row - 1, 1).fill = fill(colours.yellow);
  sheet.getCell(row - 1, 1).font = fonts.change;
  for (const [sign, meaning] of t.guide.signRows) if (sign !== '.') line(sign, meaning, false);
  sheet.getCell(1, 1).numFmt = formats.year;
}
