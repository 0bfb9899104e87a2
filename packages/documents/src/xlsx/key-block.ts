import { dayText } from '@samstyr/contract/texts/day-text';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { ServiceBudget } from '@samstyr/core/budget/view';
import type { Fraction } from '@samstyr/core/fraction/fraction';
import * as exact from '@samstyr/core/fraction/fraction';
import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { addressOf, asInput, columnName, putNumber, putText } from './cells.ts';
import { excelFraction, excelNumber } from './excel-number.ts';
import { type KeyPlan, type Term, termParts, toDivide, weightOf } from './key-plan.ts';
import { formats, look } from './look.ts';
import { roundingColumns } from './rounding-columns.ts';
import { placeOn } from './sheet-names.ts';

/** Where a key's inputs stand on its unit's sheet. */
export type KeyInputs = {
  /** What the members share. */
  readonly divided: string;
  /** The share of each term; null where there is one term, the whole. */
  readonly shares: readonly string[] | null;
  readonly unit: string;
  readonly nextRow: number;
};

/** The first column of the key's own working: after name, two years, change and per cent. */
const firstColumn = 6;

const termName = (book: Book, term: Term): string =>
  term.by === 'equal'
    ? book.texts.head.equal
    : term.by === 'agreed'
      ? book.texts.agreedShare
      : keyWordNames(book.index.model, book.language).counted(term.reading.register);

/** The cost, who pays first, each part's share and the rounding unit, one to a row; what may be changed is yellow. */
export function putKeyInputs(
  book: Book,
  sheet: Worksheet,
  row: number,
  plan: KeyPlan,
  budget: ServiceBudget,
): KeyInputs {
  const { texts } = book;
  let at = row;
  const line = (label: string, value: number, format: string, formula: string | null): string => {
    putText(sheet, addressOf(1, at), label);
    const cell = putNumber(sheet, addressOf(3, at), value, { format, formula });
    if (formula === null) asInput(cell);
    at += 1;
    return addressOf(3, at - 1);
  };
  const kroner = (value: Fraction): string =>
    value.n % (value.d * 100n) === 0n ? formats.kroner : formats.withOre;
  const cost = line(texts.cost(book.overview.year), excelFraction(plan.cost, 100n), kroner(plan.cost), null);
  let divided = cost;
  if (plan.external !== null) {
    const { funder, pays } = plan.external;
    const first = line(texts.pays(book.partyName(funder)), excelFraction(pays, 100n), kroner(pays), null);
    divided = line(
      texts.toDivide,
      excelFraction(toDivide(plan), 100n),
      kroner(toDivide(plan)),
      `${cost}-${first}`,
    );
  }
  const shares: string[] = [];
  if (plan.terms.length > 1)
    plan.terms.forEach((term, position) => {
      const isLast = position === plan.terms.length - 1;
      const label =
        term.by === 'equal'
          ? texts.equalShare
          : term.by === 'agreed'
            ? texts.agreedShare
            : texts.registerShare(termName(book, term));
      const address = line(
        label,
        excelFraction(term.share),
        formats.share,
        isLast ? `1-${shares.join('-')}` : null,
      );
      if (!isLast)
        sheet.getCell(address).dataValidation = {
          type: 'decimal',
          operator: 'between',
          formulae: [0, 1],
          showErrorMessage: true,
          error: texts.sharesInvalid,
        };
      shares.push(address);
    });
  const { unitOre, mode, host } = budget.rounding;
  putText(sheet, addressOf(1, at), texts.roundedTo);
  const unit = addressOf(3, at);
  putNumber(sheet, unit, excelNumber(unitOre), {
    format: unitOre % 100n === 0n ? formats.kroner : formats.withOre,
  });
  const rule =
    mode === 'hostTakesRest' && host !== null ? texts.hostRest(book.partyName(host)) : texts.largest;
  putText(sheet, addressOf(4, at), rule, look.quiet).alignment = { indent: 1 };
  return { divided, shares: plan.terms.length > 1 ? shares : null, unit, nextRow: at + 1 };
}

export type KeyTable = {
  readonly book: Book;
  readonly sheet: Worksheet;
  readonly plan: KeyPlan;
  readonly inputs: KeyInputs;
  readonly budget: ServiceBudget;
  /** Everybody on the table, in tie order, from `firstRow` on. */
  readonly parties: readonly string[];
  readonly firstRow: number;
};

/** The working of a key beside the amounts: values, parts, the exact sum and the rounding. Heads, and each party's formula. */
export function putKeyColumns(table: KeyTable): {
  readonly heads: readonly string[];
  readonly lastColumn: number;
  readonly amountFormula: (party: string) => string | null;
} {
  const { book, sheet, plan, inputs, parties, firstRow } = table;
  const heads: string[] = [];
  let column = firstColumn;
  const lastRow = firstRow + parties.length - 1;
  const rowOf = (party: string): number => firstRow + parties.indexOf(party);
  const range = (of: number): string => `${columnName(of)}$${firstRow}:${columnName(of)}$${lastRow}`;
  const weights = plan.terms.map((term): number | null => {
    if (term.by === 'equal') return null;
    heads.push(weightHead(book, term));
    for (const party of plan.members) putWeight(book, sheet, addressOf(column, rowOf(party)), term, party);
    column += 1;
    return column - 1;
  });
  const partColumns = plan.terms.map((term, position): number => {
    const share = inputs.shares?.[position] ?? null;
    const amount = share === null ? inputs.divided : `${inputs.divided}*${share}`;
    const parts = termParts(plan, term);
    const weight = weights[position] ?? null;
    heads.push(term.by === 'equal' ? book.texts.head.equal : book.texts.byRegister(termName(book, term)));
    for (const party of plan.members) {
      const at = rowOf(party);
      const formula =
        weight === null
          ? `${amount}/${plan.members.length}`
          : `${amount}*${addressOf(weight, at)}/SUM(${range(weight)})`;
      const value = excelFraction(parts.get(party) ?? exact.zeroFraction, 100n);
      putNumber(sheet, addressOf(column, at), value, { formula, format: formats.exact, font: look.quiet });
    }
    column += 1;
    return column - 1;
  });
  const rounded = roundingColumns(table, column, partColumns);
  const unsummed = new Set(rounded.unsummed);
  for (let at = firstColumn; at <= rounded.lastColumn; at += 1)
    if (!unsummed.has(at)) putColumnSum(sheet, at, firstRow, lastRow);
  return {
    heads: [...heads, ...rounded.heads],
    lastColumn: rounded.lastColumn,
    amountFormula: rounded.amountFormula,
  };
}

function weightHead(book: Book, term: Term): string {
  if (term.by !== 'register') return book.texts.head.shareOfSum;
  const { date, group } = term.reading;
  const name = termName(book, term);
  return `${name.slice(0, 1).toLocaleUpperCase(book.language)}${name.slice(1)}${group === null ? '' : ` ${group}`} ${dayText(date, book.language)}`;
}

/** The sum under a column of the working, from the cells above it. */
function putColumnSum(sheet: Worksheet, column: number, firstRow: number, lastRow: number): void {
  let total = 0;
  let format: string = formats.exact;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cell = sheet.getCell(addressOf(column, row));
    const value = cell.formula ? cell.result : cell.value;
    if (typeof value !== 'number') continue;
    total += value;
    format = cell.numFmt;
  }
  putNumber(sheet, addressOf(column, lastRow + 1), total, {
    formula: `SUM(${addressOf(column, firstRow)}:${addressOf(column, lastRow)})`,
    format,
    font: look.bold,
  });
}

/** A register value points at its cell on the sheet of registers, so that one change moves every unit. */
function putWeight(book: Book, sheet: Worksheet, address: string, term: Term, party: string): void {
  const value = excelFraction(weightOf(term, party));
  if (term.by !== 'register') {
    asInput(putNumber(sheet, address, value, { format: formats.share }));
    return;
  }
  const cells = (term.rows.get(party) ?? []).flatMap(({ id }) => {
    const place = book.registerPlaces.get(id);
    return place === undefined ? [] : [placeOn(place.sheet, place.address)];
  });
  const formula = cells.length === 1 ? `${cells[0]}` : `(${cells.join('+')})/${cells.length}`;
  putNumber(sheet, address, value, { formula, format: formats.count });
}
