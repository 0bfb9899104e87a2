import type { OverviewRow } from '@samstyr/core/budget/view';
import type { ServiceKind, UnitRow } from '@samstyr/core/model/rows';
import type { Ore } from '@samstyr/core/money/ore';
import type { Worksheet } from 'exceljs';
import { groupName } from '../joint-budget/language.ts';
import { type Book, kindsOf } from './book.ts';
import { addressOf, columnName, homeOf, putAmount, putPercent, putText, sumFormula } from './cells.ts';
import { excelNumber } from './excel-number.ts';
import { formats, look } from './look.ts';
import { endPage, lineUnder, putHeads, startPage } from './page.ts';
import { type Side, shownFigure } from './shown.ts';

/** A block of three columns: everybody (null), one party, or all who have no column of their own. */
type Block = { readonly who: string | null | 'others'; readonly name: string; readonly column: number };
const sides = ['previous', 'current', 'change'] as const;
const firstBlock = 2;

function blocksOf(book: Book): readonly Block[] {
  const { parties } = book.overview;
  const own = parties.filter(({ column }) => column);
  const isKnown = (row: OverviewRow): boolean => row.current.ore !== null || row.previous.ore !== null;
  const hasOthers = book.overview.rows.some(
    (row) =>
      row.party !== null &&
      row.service !== null &&
      !own.some(({ party }) => party === row.party) &&
      isKnown(row),
  );
  const names: { who: Block['who']; name: string }[] = [
    { who: null, name: book.texts.head.all },
    ...own.map(({ party, name }) => ({ who: party, name })),
    ...(hasOthers ? [{ who: 'others' as const, name: book.texts.head.others }] : []),
  ];
  return names.map((block, at) => ({ ...block, column: firstBlock + 3 * at }));
}

const nameWidth = 34;
const blockWidths = [13, 13, 12.5];

type Line = { readonly row: number; readonly unit: UnitRow; readonly kind: ServiceKind };

/** Every unit and party, last year, this year and the change: groups with their sums, the grand sum, and investments outside it. */
export function writeOverview(book: Book, sheet: Worksheet): void {
  const { texts, overview } = book;
  const blocks = blocksOf(book);
  const lastColumn = firstBlock + 3 * blocks.length - 1;
  startPage(book, sheet, {
    title: texts.sheets.overview,
    lead: texts.overview,
    widths: [
      nameWidth,
      ...blocks.flatMap(() => blockWidths),
      ...(blocks.length % 2 === 0 ? [] : blockWidths),
    ],
    frozenRows: 5,
    titleRows: '1:5',
    pagesWide: 2,
  });
  for (const { column, name } of blocks) putText(sheet, addressOf(column, 4), name, look.bold);
  putHeads(sheet, 5, [
    texts.head.unit,
    ...blocks.flatMap(() => [overview.year - 1, overview.year, texts.head.change]),
  ]);
  const units = [...book.index.model.unit].sort((a, b) => a.order - b.order);
  const operating = units.filter(({ id }) => kindsOf(book, id).includes('operating'));
  const groups = [...new Set(operating.map(({ group }) => group))];
  const writer: Writer = { book, sheet, blocks, lastColumn };
  let row = 6;
  const all: Line[] = [];
  const sums: number[] = [];
  for (const group of groups) {
    const lines = operating
      .filter((unit) => unit.group === group)
      .map((unit, at): Line => ({ row: row + at, unit, kind: 'operating' }));
    for (const line of lines) writeUnit(writer, line);
    row += lines.length;
    if (group !== null && lines.length > 1) {
      writeSum(writer, row, {
        label: texts.sumOf(groupName({ source: book.index, language: book.language }, group) ?? group),
        lines,
        figures: null,
      });
      sums.push(row);
      row += 1;
    } else sums.push(...lines.map((line) => line.row));
    row += 1;
    all.push(...lines);
  }
  writeSum(writer, row, { label: texts.sumOperating, lines: all, figures: 'operating', of: sums });
  writePercents(writer, row + 1, row, 'operating');
  row += 4;
  const investing = units.filter(({ id }) => kindsOf(book, id).includes('investment'));
  const below = investing.map((unit, at): Line => ({ row: row + at, unit, kind: 'investment' }));
  for (const line of below) writeUnit(writer, line);
  row += below.length;
  if (below.length > 0) {
    writeSum(writer, row, { label: texts.sumInvestment, lines: below, figures: 'investment' });
    row += 1;
  }
  row = writeUnknown(writer, row + 1);
  // Two pages wide, half the blocks on each: an odd one out gets an empty neighbour, or the fold would cut a party's block in two.
  endPage(sheet, lastColumn + (blocks.length % 2 === 0 ? 0 : 3), row);
}

/** Who takes part with an amount nobody here knows, and in what: outside every sum. */
function writeUnknown({ book, sheet }: Writer, at: number): number {
  const unknown = book.overview.parties.flatMap(({ party, name }) => {
    const units = book.overview.rows.filter(
      (row) => row.party === party && row.service === null && row.current.ore === null,
    );
    const names = units.map(({ unit }) => book.unitNames.get(unit ?? '') ?? '').join(', ');
    return units.length === 0 ? [] : [`${name} (${names})`];
  });
  if (unknown.length === 0) return at - 1;
  putText(sheet, addressOf(1, at), book.texts.unknownPayersHead, look.bold);
  unknown.forEach((line, position) => {
    putText(sheet, addressOf(1, at + 1 + position), line, look.quiet);
  });
  return at + unknown.length;
}

type Writer = {
  readonly book: Book;
  readonly sheet: Worksheet;
  readonly blocks: readonly Block[];
  readonly lastColumn: number;
};

function writeUnit({ book, sheet, blocks, lastColumn }: Writer, { row: at, unit, kind }: Line): void {
  const name = book.unitNames.get(unit.id) ?? unit.name;
  putText(sheet, addressOf(1, at), kind === 'investment' ? book.texts.investment(name) : name);
  lineUnder(sheet, at, lastColumn);
  const cellOf = new Map(blocks.map(({ who, column }) => [who, column]));
  for (const { who, column } of blocks) {
    const place = (side: Side) => addressOf(column + sides.indexOf(side), at);
    if (who === 'others') {
      writeOthers({ book, sheet, place, rows: othersOf(book, unit.id, kind) });
      continue;
    }
    const row = book.row({ unit: unit.id, service: null, party: who, kind });
    for (const side of sides) {
      const fontOf =
        side === 'previous' ? look.quiet : who === null && side === 'current' ? look.bold : look.body;
      if (row === undefined) {
        sheet.getCell(place(side)).fill = look.absent;
        continue;
      }
      const formula = (): string | null =>
        side === 'change'
          ? `${place('current')}-${place('previous')}`
          : who === null
            ? allFormula(book, unit.id, kind, side, cellOf, at)
            : homeOf(book, row, side);
      putAmount(book, sheet, place(side), { row, side, formula, font: fontOf });
      const { state } = shownFigure(row, side, book.hides);
      if (who === null && state !== 'absent') sheet.getCell(place(side)).fill = look.sumColumn;
    }
  }
}

const othersOf = (book: Book, unit: string | null, kind: ServiceKind): readonly OverviewRow[] =>
  book.overview.parties
    .filter(({ column }) => !column)
    .flatMap(({ party }) => book.row({ unit, service: null, party, kind }) ?? []);

/** Everybody's sum, from the cells of those who are members; those without a column are one cell. */
function allFormula(
  book: Book,
  unit: string,
  kind: ServiceKind,
  side: 'previous' | 'current',
  cellOf: ReadonlyMap<Block['who'], number>,
  at: number,
): string | null {
  const offset = sides.indexOf(side);
  const rows = book.overview.parties.flatMap(
    ({ party }) => book.row({ unit, service: null, party, kind }) ?? [],
  );
  const address = (row: OverviewRow): string => {
    const column = cellOf.get(row.party) ?? cellOf.get('others') ?? firstBlock;
    return addressOf(column + offset, at);
  };
  const formula = sumFormula(book, rows, side, address);
  return formula === null ? null : [...new Set(formula.split('+'))].join('+');
}

type Others = {
  readonly book: Book;
  readonly sheet: Worksheet;
  readonly place: (side: Side) => string;
  readonly rows: readonly OverviewRow[];
};

/** Those without a column of their own, as one amount: unknown where nobody's is known, hidden where somebody's is. */
function writeOthers({ book, sheet, place, rows }: Others): void {
  const known = (side: Side) =>
    rows.flatMap((row) => {
      const shown = shownFigure(row, side, book.hides);
      return shown.state === 'amount' ? [{ row, ore: shown.ore }] : [];
    });
  for (const side of sides) {
    const states = rows.map((row) => shownFigure(row, side, book.hides).state);
    const cell = sheet.getCell(place(side));
    cell.font = side === 'previous' ? look.quiet : look.body;
    cell.alignment = { horizontal: 'right' };
    const amounts = known(side);
    if (states.includes('withheld')) cell.value = ':';
    else if (amounts.length > 0) {
      const total = amounts.reduce((sum, { ore }) => sum + ore, 0n) as Ore;
      const formula =
        side === 'change'
          ? `${place('current')}-${place('previous')}`
          : amounts.map(({ row }) => homeOf(book, row, side)).join('+');
      cell.value = { formula, result: excelNumber(total) };
      cell.numFmt = formats.kroner;
    } else if (states.includes('unknown')) cell.value = '..';
    else cell.fill = look.absent;
  }
}

type Sum = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly figures: ServiceKind | null;
  /** Rows that are sums already: the sum of everything is theirs, so nothing counts twice in any spreadsheet. */
  readonly of?: readonly number[];
};

/** A sum over units, in every column. */
function writeSum(
  { book, sheet, blocks, lastColumn }: Writer,
  at: number,
  { label, lines, figures, of }: Sum,
): void {
  putText(sheet, addressOf(1, at), label, look.bold);
  lineUnder(sheet, at, lastColumn, 'sum');
  const [first, last] = [lines[0]?.row ?? at, lines.at(-1)?.row ?? at];
  for (const { who, column } of blocks) {
    const place = (side: Side) => addressOf(column + sides.indexOf(side), at);
    const rows = lines.flatMap(({ unit, kind }) =>
      who === 'others'
        ? othersOf(book, unit.id, kind)
        : (book.row({ unit: unit.id, service: null, party: who, kind }) ?? []),
    );
    const total =
      figures === null || who === 'others'
        ? undefined
        : book.row({ unit: null, service: null, party: who, kind: figures });
    for (const side of sides) {
      const letter = columnName(column + sides.indexOf(side));
      const shown = rows.map((row) => shownFigure(row, side === 'change' ? 'current' : side, book.hides));
      const both =
        side === 'change'
          ? [...shown, ...rows.map((row) => shownFigure(row, 'previous', book.hides))]
          : shown;
      const isOpen = both.every(({ state }) => state !== 'withheld');
      const formula = (): string | null =>
        side === 'change'
          ? `${place('current')}-${place('previous')}`
          : isOpen
            ? of === undefined
              ? `SUBTOTAL(9,${letter}${first}:${letter}${last})`
              : `SUM(${of.map((one) => `${letter}${one}`).join(',')})`
            : null;
      if (total !== undefined) {
        putAmount(book, sheet, place(side), { row: total, side, formula, font: look.bold });
        continue;
      }
      writeGroupSum({ book, sheet, address: place(side), rows, side, formula });
    }
  }
}

type GroupSum = {
  readonly book: Book;
  readonly sheet: Worksheet;
  readonly address: string;
  readonly rows: readonly OverviewRow[];
  readonly side: Side;
  readonly formula: () => string | null;
};

/** The sum of a group of units: no figure of its own in the model, so it has no id and no note. */
function writeGroupSum({ book, sheet, address, rows, side, formula }: GroupSum): void {
  const cell = sheet.getCell(address);
  cell.font = look.bold;
  const amountsOf = (one: 'previous' | 'current') =>
    rows.map((row) => ({ ore: row[one].ore, shown: shownFigure(row, one, book.hides) }));
  const used = side === 'change' ? [...amountsOf('previous'), ...amountsOf('current')] : amountsOf(side);
  const isHidden = used.filter(({ shown }) => shown.state === 'withheld').length;
  if (used.every(({ shown }) => shown.state === 'absent')) {
    cell.fill = look.absent;
    return;
  }
  cell.alignment = { horizontal: 'right' };
  // Between open cells and one that is hidden, a sum would tell the hidden one.
  if (isHidden > 0) {
    cell.value = ':';
    return;
  }
  if (used.every(({ shown }) => shown.state !== 'amount')) {
    cell.value = '..';
    return;
  }
  const sum = (one: 'previous' | 'current') =>
    amountsOf(one).reduce((total, { shown }) => total + (shown.state === 'amount' ? shown.ore : 0n), 0n);
  const total = (side === 'change' ? sum('current') - sum('previous') : sum(side)) as Ore;
  cell.value = { formula: formula() ?? '', result: excelNumber(total) };
  cell.numFmt = total % 100n === 0n ? formats.kroner : formats.withOre;
}

/** The change in per cent under the grand sum. */
function writePercents({ book, sheet, blocks }: Writer, at: number, sumRow: number, kind: ServiceKind): void {
  putText(sheet, addressOf(1, at), book.texts.percentChange, look.quiet);
  for (const { who, column } of blocks) {
    if (who === 'others') continue;
    const row = book.row({ unit: null, service: null, party: who, kind });
    if (row === undefined) continue;
    putPercent(book, sheet, addressOf(column + 2, at), {
      row,
      previous: addressOf(column, sumRow),
      change: addressOf(column + 2, sumRow),
      font: look.quiet,
    });
  }
}
