import { overviewOf } from '@samstyr/core/budget/overview';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { firstDayOf } from '@samstyr/core/period/day';
import ExcelJS, { type Worksheet } from 'exceljs';
import { type Book, rowKey, type WorkbookInput } from './book.ts';
import { writeContents } from './contents-sheet.ts';
import { writeFiguresSheet } from './figures-sheet.ts';
import { writeKeysSheet } from './keys-sheet.ts';
import { noteMaker } from './notes.ts';
import { writeOverview } from './overview-sheet.ts';
import { writePartySheet } from './party-sheet.ts';
import { writeRegistersSheet } from './registers-sheet.ts';
import { sheetNames, shortNames } from './sheet-names.ts';
import { textsIn } from './texts.ts';
import { writeUnitSheet } from './unit-sheet.ts';
import { workbookBytes } from './workbook-bytes.ts';

/**
 * The joint budget as a workbook: contents, overview, a sheet for each unit and each municipality, keys, registers and every amount in
 * long form. Sums, changes, shares and keys are formulas that give the model's own øre. The same input gives the same bytes: all dates in
 * it are the version's.
 */
export async function renderWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const book = openBook(input);
  const { workbook, unitSheets, partySheets, texts, overview, index } = book;
  const sheet = (name: string): Worksheet => {
    const found = workbook.getWorksheet(name);
    if (found === undefined) throw new Error(`the workbook has no sheet «${name}»`);
    return found;
  };
  // Where a register value and an amount stand is known once they are written: registers first, then units, then what points at them.
  writeRegistersSheet(book, sheet(texts.sheets.registers));
  for (const unit of index.model.unit) {
    const own = unitSheets.get(unit.id);
    if (own !== undefined) writeUnitSheet(book, own, unit);
  }
  writeOverview(book, sheet(texts.sheets.overview));
  for (const party of overview.parties) {
    const own = partySheets.get(party.party);
    if (own !== undefined) writePartySheet(book, own, party);
  }
  writeKeysSheet(book, sheet(texts.sheets.keys));
  writeFiguresSheet(book, sheet(texts.sheets.figures));
  writeContents(book, sheet(texts.sheets.contents));
  return workbookBytes(workbook, book.pair.version.asOf);
}

function openBook(input: WorkbookInput): Book {
  const { index, pair, language } = input;
  const overview = overviewOf(index, pair);
  const texts = textsIn(language);
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${pair.version.asOf}T00:00:00Z`);
  Object.assign(workbook, {
    created: day,
    modified: day,
    creator: overview.cooperation,
    lastModifiedBy: overview.cooperation,
  });
  workbook.title = texts.title(overview.year, overview.cooperation);
  workbook.calcProperties.fullCalcOnLoad = true;
  const name: Book['name'] = (row) =>
    (language === 'nn' ? row.nameNn : language === 'en' ? row.nameEn : null) ?? row.name;
  const units = [...index.model.unit].sort((a, b) => a.order - b.order);
  const short = shortNames(units.map((unit) => unit.name));
  const own = (at: number): string => {
    const unit = units[at];
    const inLanguage = unit === undefined ? '' : name(unit);
    return unit === undefined || inLanguage === unit.name ? (short[at] ?? inLanguage) : inLanguage;
  };
  const unitTitles = shortNames(units.map((_, at) => own(at)));
  const { only = null } = input;
  const shownUnits = units.flatMap((unit, at) =>
    only === null || only.units.has(unit.id) ? [{ unit, title: unitTitles[at] ?? unit.id }] : [],
  );
  const payers = overview.parties.filter(
    ({ kind, party }) => kind === 'municipality' && (only === null || only.parties.has(party)),
  );
  const names = sheetNames([
    texts.sheets.contents,
    texts.sheets.overview,
    texts.sheets.keys,
    texts.sheets.registers,
    texts.sheets.figures,
    ...shownUnits.map(({ title }) => title),
    ...payers.map((party) => party.name),
  ]);
  const fixed = 5;
  const add = (title: string): Worksheet => workbook.addWorksheet(title);
  add(texts.sheets.contents);
  add(texts.sheets.overview);
  const unitSheets = new Map(shownUnits.map(({ unit: { id } }, at) => [id, add(names[fixed + at] ?? id)]));
  const partySheets = new Map(
    payers.map(({ party }, at) => [party, add(names[fixed + shownUnits.length + at] ?? party)]),
  );
  for (const title of [texts.sheets.keys, texts.sheets.registers, texts.sheets.figures]) add(title);
  const rows = new Map([...overview.rows, ...overview.totals].map((row) => [rowKey(row), row]));
  return {
    ...input,
    workbook,
    overview,
    texts,
    note: noteMaker({ ...input, overview, texts }),
    row: (of) => rows.get(rowKey(of)),
    places: new Map(),
    registerPlaces: new Map(),
    unitNames: new Map(units.map(({ id }, at) => [id, unitTitles[at] ?? id])),
    unitSheets,
    partySheets,
    name,
    partyName: (party) => partyOn(index, party, firstDayOf(overview.year))?.name ?? party,
  };
}
