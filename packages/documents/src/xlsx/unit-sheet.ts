import type { OverviewRow } from '@samstyr/core/budget/view';
import { tieOrder } from '@samstyr/core/cooperation/parties';
import type { ServiceKind, ServiceRow, UnitRow } from '@samstyr/core/model/rows';
import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { kindsOf } from './book.ts';
import { addressOf, putAmount, putPercent, putText, sumFormula } from './cells.ts';
import { putKeyColumns, putKeyInputs } from './key-block.ts';
import { type KeyPlan, keyPlan } from './key-plan.ts';
import { look } from './look.ts';
import { endPage, lineUnder, putHeads, startPage } from './page.ts';
import { idOf, shownFigure } from './shown.ts';

const yearColumns = { previous: 2, current: 3, change: 4, percent: 5 } as const;

/** A service's key as formulas, unless one of its figures is withheld: then the working would tell it. */
export function livePlan(book: Book, service: ServiceRow): KeyPlan | null {
  const budget = book.pair.current.get(service.id);
  if (budget === undefined) return null;
  const rows = book.overview.rows.filter((row) => row.service === service.id);
  const isOpen = rows.every((row) =>
    (['previous', 'current', 'change'] as const).every(
      (side) => shownFigure(row, side, book.hides).state !== 'withheld',
    ),
  );
  return isOpen ? keyPlan(book.index, book.pair.version, service, budget) : null;
}

/** One unit: every service with who pays it, and the unit's sum. This is where the workbook's amounts are worked out. */
export function writeUnitSheet(book: Book, sheet: Worksheet, unit: UnitRow): void {
  const services = book.index.servicesOf.get(unit.id) ?? [];
  const plans = new Map(services.map((service) => [service.id, livePlan(book, service)]));
  const isLive = [...plans.values()].some((plan) => plan !== null);
  startPage(book, sheet, {
    title: book.unitNames.get(unit.id) ?? unit.name,
    lead: isLive ? book.texts.unitWithKey : book.texts.unit,
    widths: [30, 14, 14, 13, 8, ...Array<number>(10).fill(13)],
    frozenRows: 2,
    titleRows: '1:2',
    pagesWide: 1,
  });
  let row = 4;
  let lastColumn: number = yearColumns.percent;
  for (const kind of kindsOf(book, unit.id)) {
    const ofKind = services.filter((service) => service.kind === kind);
    for (const service of ofKind) {
      const block = writeService(book, sheet, row, { unit, service, plan: plans.get(service.id) ?? null });
      row = block.nextRow;
      lastColumn = Math.max(lastColumn, block.lastColumn);
    }
    if (ofKind.length > 1) row = writeWholeUnit(book, sheet, row, unit, kind);
    else for (const service of ofKind) shareHome(book, unit, service);
  }
  endPage(sheet, lastColumn, row - 1);
}

/** A unit with one service of a kind has the service's figures under its own name too. */
function shareHome(book: Book, unit: UnitRow, service: ServiceRow): void {
  for (const row of book.overview.rows) {
    if (row.service !== service.id) continue;
    const whole = book.row({ unit: unit.id, service: null, party: row.party, kind: service.kind });
    for (const side of ['previous', 'current', 'change'] as const) {
      const place = book.places.get(idOf(row, side));
      if (whole !== undefined && place !== undefined) book.places.set(idOf(whole, side), place);
    }
  }
}

type Service = { readonly unit: UnitRow; readonly service: ServiceRow; readonly plan: KeyPlan | null };

/** Everybody who is on a service's table, in tie order: the order that says who gets the odd øre. */
function payersOf(book: Book, service: ServiceRow): readonly string[] {
  const rows = book.overview.rows.filter((row) => row.service === service.id && row.party !== null);
  const compare = tieOrder(book.index, book.overview.year);
  return rows.flatMap(({ party }) => (party === null ? [] : [party])).sort(compare);
}

function writeService(
  book: Book,
  sheet: Worksheet,
  first: number,
  { unit, service, plan }: Service,
): { readonly nextRow: number; readonly lastColumn: number } {
  const { texts } = book;
  const title = book.name(service);
  putText(sheet, addressOf(1, first), title, look.section);
  const budget = book.pair.current.get(service.id);
  const inputs =
    plan === null || budget === undefined ? null : putKeyInputs(book, sheet, first + 1, plan, budget);
  const headRow = (inputs?.nextRow ?? first) + 1;
  const parties = payersOf(book, service);
  const firstRow = headRow + 1;
  const key =
    plan === null || inputs === null || budget === undefined
      ? null
      : putKeyColumns({ book, sheet, plan, inputs, budget, parties, firstRow });
  const lastColumn = key?.lastColumn ?? yearColumns.percent;
  putHeads(sheet, headRow, [...yearHeads(book, texts.head.payer), ...(key?.heads ?? [])]);
  const name = { unit: unit.id, service: service.id, kind: service.kind };
  const sumRow = firstRow + parties.length;
  parties.forEach((party, at) => {
    const row = book.row({ ...name, party });
    if (row === undefined) return;
    putText(sheet, addressOf(1, firstRow + at), book.partyName(party));
    putYears(book, sheet, firstRow + at, row, {
      previous: null,
      current: key === null ? null : () => key.amountFormula(party),
      isHome: true,
      font: look.body,
    });
    lineUnder(sheet, firstRow + at, lastColumn);
  });
  const all = book.row({ ...name, party: null });
  if (all !== undefined) {
    putText(sheet, addressOf(1, sumRow), texts.sum, look.bold);
    const rows = parties.flatMap((party) => book.row({ ...name, party }) ?? []);
    const sum = (side: 'previous' | 'current') => () =>
      rangeSum(
        book,
        rows,
        side,
        addressOf(yearColumns[side], firstRow),
        addressOf(yearColumns[side], sumRow - 1),
      );
    putYears(book, sheet, sumRow, all, {
      previous: sum('previous'),
      current: sum('current'),
      isHome: true,
      font: look.bold,
    });
    lineUnder(sheet, sumRow, lastColumn, 'sum');
  }
  let next = sumRow + 1;
  if (inputs !== null && plan !== null) {
    putText(sheet, addressOf(1, next), texts.check, look.quiet);
    const own = [...plan.own.keys()].map((party) => addressOf(lastColumn, firstRow + parties.indexOf(party)));
    const cost = [inputs.divided, ...own].join('+');
    const cell = putText(sheet, addressOf(3, next), texts.right, look.bold);
    cell.value = {
      formula: `IF(ROUND(${addressOf(3, sumRow)}-ROUND(${cost},2),2)=0,"${texts.right}","${texts.wrong}")`,
      result: texts.right,
    };
    cell.alignment = { horizontal: 'right' };
    next += 1;
  }
  next = writeUnknownPayers(book, sheet, next, name, parties);
  return { nextRow: next + 1, lastColumn };
}

function writeUnknownPayers(
  book: Book,
  sheet: Worksheet,
  row: number,
  name: { readonly unit: string; readonly service: string; readonly kind: ServiceKind },
  parties: readonly string[],
): number {
  const unknown = parties.filter((party) => {
    const found = book.row({ ...name, party });
    return found !== undefined && found.current.attendance === 'unknown';
  });
  if (unknown.length === 0) return row;
  putText(
    sheet,
    addressOf(1, row),
    book.texts.unknownPayers(unknown.map(book.partyName).join(', ')),
    look.quiet,
  );
  return row + 1;
}

const yearHeads = (book: Book, first: string): readonly (string | number)[] => [
  first,
  book.overview.year - 1,
  book.overview.year,
  book.texts.head.change,
  book.texts.head.percent,
];

type YearFormulas = {
  readonly previous: (() => string | null) | null;
  readonly current: (() => string | null) | null;
  readonly isHome: boolean;
  readonly font: typeof look.body | typeof look.bold;
};

/** Last year, this year, the change and the change in per cent, in columns B to E. */
export function putYears(
  book: Book,
  sheet: Worksheet,
  at: number,
  row: OverviewRow,
  how: YearFormulas,
): void {
  const [before, now, change] = [addressOf(2, at), addressOf(3, at), addressOf(4, at)];
  const { isHome, font } = how;
  putAmount(book, sheet, before, {
    row,
    side: 'previous',
    formula: how.previous,
    isHome,
    font: font === look.body ? look.quiet : font,
  });
  putAmount(book, sheet, now, { row, side: 'current', formula: how.current, isHome, font: look.bold });
  putAmount(book, sheet, change, { row, side: 'change', formula: () => `${now}-${before}`, isHome, font });
  putPercent(book, sheet, addressOf(5, at), { row, previous: before, change, font });
}

/** `SUM` over a column; the number itself where one of the cells is withheld. */
function rangeSum(
  book: Book,
  rows: readonly OverviewRow[],
  side: 'previous' | 'current',
  from: string,
  to: string,
): string | null {
  const isOpen = rows.every((row) => shownFigure(row, side, book.hides).state !== 'withheld');
  return isOpen && rows.length > 0 ? `SUM(${from}:${to})` : null;
}

/** The unit's own table: each party's sum over the services. */
function writeWholeUnit(
  book: Book,
  sheet: Worksheet,
  first: number,
  unit: UnitRow,
  kind: ServiceKind,
): number {
  const { texts } = book;
  putText(sheet, addressOf(1, first), texts.wholeUnit, look.section);
  putHeads(sheet, first + 1, yearHeads(book, texts.head.payer));
  const services = (book.index.servicesOf.get(unit.id) ?? []).filter((service) => service.kind === kind);
  const parties = book.overview.parties
    .map(({ party }) => party)
    .filter((party) => book.row({ unit: unit.id, service: null, party, kind }) !== undefined)
    .sort(tieOrder(book.index, book.overview.year));
  const lines = [...parties, null];
  lines.forEach((party, at) => {
    const row = book.row({ unit: unit.id, service: null, party, kind });
    if (row === undefined) return;
    const parts = services.flatMap(({ id }) => book.row({ unit: unit.id, service: id, party, kind }) ?? []);
    const place = (side: 'previous' | 'current') => (part: OverviewRow) =>
      book.places.get(idOf(part, side))?.address ?? null;
    const sum = (side: 'previous' | 'current') => () => sumFormula(book, parts, side, place(side));
    putText(
      sheet,
      addressOf(1, first + 2 + at),
      party === null ? texts.sum : book.partyName(party),
      party === null ? look.bold : look.body,
    );
    putYears(book, sheet, first + 2 + at, row, {
      previous: sum('previous'),
      current: sum('current'),
      isHome: true,
      font: party === null ? look.bold : look.body,
    });
    lineUnder(sheet, first + 2 + at, yearColumns.percent, party === null ? 'sum' : 'row');
  });
  return first + 3 + lines.length;
}
