import { dayText } from '@samstyr/contract/texts/day-text';
import { equals } from '@samstyr/core/fraction/fraction';
import type { RegisterValueRow } from '@samstyr/core/model/rows';
import type { Worksheet } from 'exceljs';
import { registersRead } from '../joint-budget/readings.ts';
import type { Book } from './book.ts';
import { addressOf, asInput, putNumber } from './cells.ts';
import { excelFraction } from './excel-number.ts';
import { firstListRow, putTexts, startList } from './list-page.ts';
import { formats } from './look.ts';
import { livePlan } from './unit-sheet.ts';

const valueColumn = 5;

/** The values that a key on a unit's sheet reads. */
function usedValues(book: Book): ReadonlySet<string> {
  const plans = book.index.model.service.map((service) => livePlan(book, service));
  return new Set(
    plans.flatMap((plan) =>
      (plan?.terms ?? []).flatMap((term) =>
        term.by === 'register' ? [...term.rows.values()].flatMap((rows) => rows.map(({ id }) => id)) : [],
      ),
    ),
  );
}

/** Known to a budget computed on its day: what was published later is no part of it. */
const isKnown = (row: RegisterValueRow, asOf: string): boolean => (row.published ?? row.date) <= asOf;

/** Every register value the budget could know; in an edition of some units, of the registers their keys read. Those a formula reads are yellow, and the unit's sheets point here. Written first. */
export function writeRegistersSheet(book: Book, sheet: Worksheet): void {
  const { texts, index, language } = book;
  const { head } = texts;
  const used = usedValues(book);
  const names = new Map(index.model.register.map((row) => [row.id, book.name(row)]));
  const read = book.only == null ? null : registersRead(index, book.pair, book.only.units);
  const values = index.model.registerValue.filter(
    (row) => isKnown(row, book.pair.version.asOf) && (read === null || read.has(row.register)),
  );
  const heads = [
    head.register,
    head.group,
    head.date,
    head.party,
    head.value,
    head.basis,
    head.source,
    head.published,
    head.note,
  ];
  const widths = [16, 10, 16, 16, 14, 12, 34, 16, 60];
  startList(book, sheet, {
    title: texts.sheets.registers,
    lead: texts.registers,
    columns: heads.map((one, at) => ({ head: one, width: widths[at] ?? 12 })),
    rows: values.length,
    wraps: false,
  });
  values.forEach((row, at) => {
    const line = firstListRow + at;
    putTexts(sheet, line, [
      names.get(row.register) ?? row.register,
      row.group ?? '',
      dayText(row.date, language),
      book.partyName(row.party),
      '',
      texts.basis[row.basis],
      row.source ?? '',
      row.published === null ? '' : dayText(row.published, language),
      row.note ?? '',
    ]);
    const address = addressOf(valueColumn, line);
    const cell = putNumber(sheet, address, excelFraction(row.value), {
      format: equals(row.value, { n: row.value.n / row.value.d, d: 1n }) ? '#,##0' : formats.count,
    });
    if (!used.has(row.id)) return;
    asInput(cell);
    book.registerPlaces.set(row.id, { sheet: sheet.name, address, shown: { state: 'absent' } });
  });
}
