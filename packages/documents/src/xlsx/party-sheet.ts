import type { OverviewRow, PartyView } from '@samstyr/core/budget/view';
import type { ServiceKind } from '@samstyr/core/model/rows';
import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, homeOf, putText } from './cells.ts';
import { look } from './look.ts';
import { endPage, lineUnder, putHeads, startPage } from './page.ts';
import { shownFigure } from './shown.ts';
import { putYears } from './unit-sheet.ts';

/** Everything one party pays: service by service, last year, this year, the change, and the sum. */
export function writePartySheet(book: Book, sheet: Worksheet, { party, name }: PartyView): void {
  const { texts, overview } = book;
  startPage(book, sheet, {
    title: name,
    lead: texts.party(name),
    widths: [46, 15, 15, 14, 9],
    frozenRows: 4,
    titleRows: '1:4',
    pagesWide: 1,
    portrait: true,
  });
  putHeads(sheet, 4, [
    texts.head.service,
    overview.year - 1,
    overview.year,
    texts.head.change,
    texts.head.percent,
  ]);
  let row = 5;
  for (const kind of ['operating', 'investment'] as const) {
    const total = book.row({ unit: null, service: null, party, kind });
    if (total === undefined) continue;
    row = writeKind(book, sheet, row, { total, kind, party }) + 1;
  }
  endPage(sheet, 5, row - 1);
}

type Bill = { readonly total: OverviewRow; readonly kind: ServiceKind; readonly party: string };

function writeKind(book: Book, sheet: Worksheet, first: number, { total, kind, party }: Bill): number {
  const units = [...book.index.model.unit].sort((a, b) => a.order - b.order);
  const rows = units.flatMap((unit) =>
    (book.index.servicesOf.get(unit.id) ?? [])
      .filter((service) => service.kind === kind)
      .flatMap((service) => {
        const row = book.row({ unit: unit.id, service: service.id, party, kind });
        return row === undefined ? [] : [{ unit, service, row }];
      }),
  );
  rows.forEach(({ unit, service, row }, at) => {
    const unitName = book.unitNames.get(unit.id) ?? unit.name;
    const isWhole = (book.index.servicesOf.get(unit.id) ?? []).length === 1;
    const label = isWhole ? unitName : `${unitName}: ${book.name(service)}`;
    putText(
      sheet,
      addressOf(1, first + at),
      isWhole && kind === 'investment' ? book.texts.investment(label) : label,
    );
    putYears(book, sheet, first + at, row, {
      previous: () => homeOf(book, row, 'previous'),
      current: () => homeOf(book, row, 'current'),
      isHome: false,
      font: look.body,
    });
    lineUnder(sheet, first + at, 5);
  });
  const sumRow = first + rows.length;
  const sum = (side: 'previous' | 'current') => (): string | null => {
    const isOpen = rows.every(({ row }) => shownFigure(row, side, book.hides).state !== 'withheld');
    const column = side === 'previous' ? 2 : 3;
    return isOpen && rows.length > 0
      ? `SUM(${addressOf(column, first)}:${addressOf(column, sumRow - 1)})`
      : null;
  };
  const label = kind === 'operating' ? book.texts.sumOperating : book.texts.sumInvestment;
  putText(sheet, addressOf(1, sumRow), label, look.bold);
  putYears(book, sheet, sumRow, total, {
    previous: sum('previous'),
    current: sum('current'),
    isHome: false,
    font: look.bold,
  });
  lineUnder(sheet, sumRow, 5, 'sum');
  return sumRow + 1;
}
