import { dayText } from '@samstyr/contract/texts/day-text';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { agreementIn } from '@samstyr/core/budget/agreement';
import type { Worksheet } from 'exceljs';
import type { Book } from './book.ts';
import { firstListRow, putTexts, startList } from './list-page.ts';
import { livePlan } from './unit-sheet.ts';

/** Every service's key in words, and whether it stands as formulas or as the amounts it gives. */
export function writeKeysSheet(book: Book, sheet: Worksheet): void {
  const { texts, index, language } = book;
  const { head } = texts;
  const names = keyWordNames(index.model, language);
  const rows = index.model.service.flatMap((service) => {
    if (book.only != null && !book.only.units.has(service.unit)) return [];
    const segments = book.pair.current.get(service.id)?.segments ?? [];
    const keys = segments.flatMap(({ key, standing }) => (key === null ? [] : [{ key, standing }]));
    const live = livePlan(book, service) !== null;
    const agreement = agreementIn(index, service, book.overview.year);
    return keys.map(({ key }) => [
      book.unitNames.get(service.unit) ?? service.unit,
      book.name(service),
      keyInWords(key.key, names, language),
      key.from === null ? '' : dayText(key.from, language),
      texts.basis[key.basis],
      key.case ?? texts.noDecision,
      key.paragraph ?? agreement?.paragraph ?? '',
      live ? texts.live.formula : texts.live.amounts,
      key.note ?? '',
    ]);
  });
  const widths = [20, 24, 46, 16, 11, 16, 14, 10, 60];
  const heads = [
    head.unit,
    head.service,
    head.key,
    head.from,
    head.basis,
    head.decision,
    head.paragraph,
    head.shown,
    head.note,
  ];
  startList(book, sheet, {
    title: texts.sheets.keys,
    lead: texts.keys,
    columns: heads.map((one, at) => ({ head: one, width: widths[at] ?? 12 })),
    rows: rows.length,
    wraps: true,
  });
  rows.forEach((row, at) => {
    putTexts(sheet, firstListRow + at, row, true);
  });
}
