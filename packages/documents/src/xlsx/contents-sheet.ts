import { dayText } from '@samstyr/contract/texts/day-text';
import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, putText } from './cells.ts';
import { look } from './look.ts';
import { endPage, lineUnder, putHeads, startPage } from './page.ts';
import { placeOn } from './sheet-names.ts';
import { livePlan } from './unit-sheet.ts';

/** What is on every sheet, and what the signs mean. */
export function writeContents(book: Book, sheet: Worksheet): void {
  const { texts, overview } = book;
  const { about, head, sheets } = texts;
  startPage(book, sheet, {
    title: texts.title(overview.year, overview.cooperation),
    lead: texts.lead,
    widths: [34, 84],
    frozenRows: 0,
    titleRows: null,
    pagesWide: 1,
    portrait: true,
  });
  sheet.views = [{ showGridLines: false }];
  const { status, asOf } = overview.version;
  putText(sheet, 'A3', texts.version(texts.status[status], dayText(asOf, book.language)), look.quiet);
  const hasKey = (unit: string): boolean =>
    (book.index.servicesOf.get(unit) ?? []).some((service) => livePlan(book, service) !== null);
  const entries: readonly (readonly [string, string])[] = [
    [sheets.overview, about.overview(overview.year - 1, overview.year)],
    ...[...book.unitSheets].map(
      ([unit, one]) => [one.name, hasKey(unit) ? about.unitWithKey : about.unit] as const,
    ),
    ...[...book.partySheets].map(([party, one]) => [one.name, about.party(book.partyName(party))] as const),
    [sheets.keys, about.keys],
    [sheets.registers, about.registers],
    [sheets.figures, about.figures],
  ];
  putHeads(sheet, 5, [head.sheet, head.content]);
  let row = 6;
  for (const [name, what] of entries) {
    const cell = putText(sheet, addressOf(1, row), name, look.link);
    cell.value = { text: name, hyperlink: `#${placeOn(name, 'A1')}` };
    putText(sheet, addressOf(2, row), what);
    lineUnder(sheet, row, 2);
    row += 1;
  }
  row += 1;
  putHeads(sheet, row, [head.sign, head.meaning]);
  row += 1;
  for (const [kind, [sign = '', meaning = '']] of Object.entries(texts.signs)) {
    const cell = putText(sheet, addressOf(1, row), sign);
    if (kind === 'grey') cell.fill = look.absent;
    if (kind === 'input') {
      cell.fill = look.input;
      cell.font = { ...look.body, color: { argb: look.inputColour } };
    }
    putText(sheet, addressOf(2, row), meaning);
    lineUnder(sheet, row, 2);
    row += 1;
  }
  for (const at of [5, row - Object.keys(texts.signs).length - 1])
    sheet.getCell(addressOf(2, at)).alignment = { horizontal: 'left' };
  endPage(sheet, 2, row - 1);
}
