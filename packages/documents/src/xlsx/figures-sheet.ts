import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, homeOf, putAmount, putNumber } from './cells.ts';
import { firstListRow, putTexts, startList } from './list-page.ts';
import { formats, look } from './look.ts';
import { idOf, shownFigure } from './shown.ts';

const amountColumn = 10;
const yearColumn = 2;

/** Every service, party and year, one amount to a row: what somebody sums and filters as they like. */
export function writeFiguresSheet(book: Book, sheet: Worksheet): void {
  const { texts, overview } = book;
  const { head } = texts;
  const numbers = new Map(overview.parties.map(({ party, number }) => [party, number]));
  const rows = overview.rows
    .filter(({ service, party }) => service !== null && party !== null)
    .filter(({ unit }) => book.only == null || book.only.units.size === 0 || book.only.units.has(unit ?? ''))
    .flatMap((row) => (['previous', 'current'] as const).map((side) => ({ row, side })))
    .filter(({ row, side }) => shownFigure(row, side, book.hides).state !== 'absent');
  const heads = [
    head.id,
    head.year,
    head.version,
    head.kind,
    head.unit,
    head.service,
    head.number,
    head.party,
    head.state,
    head.amount,
    head.provisional,
  ];
  const widths = [58, 8, 18, 13, 24, 30, 14, 24, 12, 16, 12];
  startList(book, sheet, {
    title: texts.sheets.figures,
    lead: texts.figures,
    columns: heads.map((one, at) => ({ head: one, width: widths[at] ?? 12 })),
    rows: rows.length,
    wraps: false,
  });
  rows.forEach(({ row, side }, at) => {
    const line = firstListRow + at;
    const version = side === 'current' ? overview.version : overview.previousVersion;
    const party = row.party ?? '';
    const shown = shownFigure(row, side, book.hides);
    const service = book.index.service.get(row.service ?? '');
    putTexts(sheet, line, [
      idOf(row, side),
      '',
      version?.id ?? '',
      texts.kind[row.kind],
      book.unitNames.get(row.unit ?? '') ?? '',
      service === undefined ? '' : book.name(service),
      numbers.get(party) ?? party,
      book.partyName(party),
      texts.state[shown.state],
      '',
      row[side].provisional === null ? '' : texts.yes,
    ]);
    putNumber(
      sheet,
      addressOf(yearColumn, line),
      side === 'current' ? overview.year : (version?.year ?? overview.year - 1),
      {
        format: formats.year,
      },
    );
    putAmount(book, sheet, addressOf(amountColumn, line), {
      row,
      side,
      formula: () => homeOf(book, row, side),
      font: look.body,
    });
  });
}
