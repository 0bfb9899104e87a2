import type { CheckReport } from '@samstyr/contract/check-findings';
import ExcelJS from 'exceljs';

type Finding = CheckReport['findings'][number];

/** What a workbook has that the copy will not: parts the writing library does not carry. */
export type LostParts = { readonly bytes: Uint8Array; readonly charts: number; readonly pivots: number };

/**
 * A copy of a checked workbook with a note on every cell that is told about, and its ground coloured: red for a cause, yellow for what
 * follows from it. Values, formulas, formats and sheets stay. Charts and pivot tables are lost, and are counted so that a person can be told.
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  findings: CheckReport['findings'],
): Promise<LostParts> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { address } = finding.place;
    if (address === undefined || finding.class === 'rounding') continue;
    byCell.set(address, [...(byCell.get(address) ?? []), finding]);
  }
  for (const [address, own] of byCell) {
    const bang = address.lastIndexOf('!');
    const cell = book.getWorksheet(address.slice(0, bang))?.getCell(address.slice(bang + 1));
    if (cell === undefined) continue;
    const before =
      typeof cell.note === 'string' ? cell.note : cell.note?.texts?.map(({ text }) => text).join('');
    const told = own.map(({ sentence }) => sentence).join('\n');
    cell.note = before === undefined || before === '' ? told : `${told}\n\n${before}`;
    const isCause = own.some(({ causeOf }) => causeOf === null);
    // A style is shared between cells; this cell gets its own.
    cell.style = {
      ...cell.style,
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: isCause ? 'FFF8C9B0' : 'FFFCE9B8' } },
    };
  }
  const names = new TextDecoder('latin1').decode(bytes);
  const count = (part: RegExp): number => new Set(names.match(part) ?? []).size;
  return {
    bytes: new Uint8Array(await book.xlsx.writeBuffer()),
    charts: count(/xl\/charts\/chart\d+\.xml/g),
    pivots: count(/xl\/pivotTables\/pivotTable\d+\.xml/g),
  };
}
