import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type NumberFormat, numberFormat, shownNumber } from './number-format.ts';
import type { ReadProblem } from './read-problem.ts';
import { type SheetCell, type SheetContent, sheetBlocks } from './sheet-tables.ts';
import type { Block } from './table-lines.ts';
import { walkXml } from './walk-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

const mostCells = 400_000;
const mostColumns = 400;

type Sheet = { readonly name: string; readonly path: string };

/**
 * The visible sheets of a workbook → tables and lines in order. A cell is what a person sees: the value shown by its number format; of a
 * formula, the value the workbook was saved with. `page` is the number of the sheet, `line` the row, and every cell has its address.
 */
export function readXlsx(zip: ZipArchive): Result<readonly Block[], ReadProblem> {
  const book = zip.text('xl/workbook.xml');
  if (book === null) return fail({ code: 'published.broken', kind: 'Excel' });
  const { sheets, from1904 } = sheetsOf(book, zip.text('xl/_rels/workbook.xml.rels') ?? '<r/>');
  const strings = sharedStrings(zip.text('xl/sharedStrings.xml'));
  const formats = cellFormats(zip.text('xl/styles.xml'));
  const blocks: Block[] = [];
  let cells = 0;
  for (const [at, { name, path }] of sheets.entries()) {
    const xml = zip.text(path);
    if (xml === null) continue;
    const content = sheetContent(xml, { strings, formats, from1904, room: mostCells - cells });
    if (content === null) return fail({ code: 'published.tooManyCells', limit: mostCells });
    cells += content.cells.length;
    blocks.push(...sheetBlocks(content, { name, number: at + 1 }));
  }
  return ok(blocks);
}

function sheetsOf(book: string, relations: string) {
  const targets = new Map<string, string>();
  walkXml(relations, {
    open: ({ name, attributes }) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  walkXml(book, {
    open: ({ name, attributes }) => {
      if (name.endsWith('workbookPr')) from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (!/(?:^|:)sheet$/.test(name) || /hidden/i.test(attributes['state'] ?? '')) return;
      const target = targets.get(attributes['r:id'] ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      if (/worksheets\//.test(path)) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, from1904 };
}

/** The texts cells point at, runs joined; phonetic readings left out. */
function sharedStrings(xml: string | null): readonly string[] {
  const found: string[] = [];
  if (xml === null) return found;
  let [text, inText, inPhonetic] = ['', false, false];
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close: (name) => {
      if (name === 'si') found.push(text);
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return found;
}

function cellFormats(xml: string | null): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  if (xml === null) return formats;
  let inCells = false;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const id = Number.parseInt(attributes['numFmtId'] ?? '0', 10);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? 'General');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(numberFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** `C7` → row 7, column 3; null for what is no address. */
function placeOf(address: string | undefined): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address ?? '');
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number.parseInt(match[2] ?? '0', 10), column };
}

function sheetContent(
  xml: string,
  given: {
    readonly strings: readonly string[];
    readonly formats: readonly NumberFormat[];
    readonly from1904: boolean;
    readonly room: number;
  },
): SheetContent | null {
  const cells: SheetCell[] = [];
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  let current: { row: number; column: number; type: string; style: number } | null = null;
  let [value, taking, row, column] = ['', false, 0, 0];
  let isFull = false;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = Number.parseInt(attributes['r'] ?? `${row + 1}`, 10);
        column = 0;
      } else if (name === 'c') {
        const place = placeOf(attributes['r']) ?? { row, column: column + 1 };
        column = place.column;
        current = {
          ...place,
          type: attributes['t'] ?? 'n',
          style: Number.parseInt(attributes['s'] ?? '0', 10),
        };
        value = '';
      } else if (name === 'v' || (name === 't' && current?.type === 'inlineStr')) taking = true;
      else if (name === 'mergeCell') {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
        if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      if (name !== 'c' || current === null) return;
      const text = shown(value, current, given);
      if (text !== '' && current.column <= mostColumns)
        cells.push({ row: current.row, column: current.column, text });
      if (cells.length > given.room) isFull = true;
      current = null;
    },
    text: (part) => {
      if (taking && !isFull) value += part;
    },
  });
  return isFull ? null : { cells, merges };
}

function shown(
  value: string,
  { type, style }: { readonly type: string; readonly style: number },
  {
    strings,
    formats,
    from1904,
  }: {
    readonly strings: readonly string[];
    readonly formats: readonly NumberFormat[];
    readonly from1904: boolean;
  },
): string {
  if (value === '') return '';
  if (type === 's') return tidy(strings[Number.parseInt(value, 10)] ?? '');
  if (type === 'str' || type === 'inlineStr' || type === 'e' || type === 'd') return tidy(value);
  if (type === 'b') return value === '1' ? 'SANN' : 'USANN';
  const format = formats[style] ?? numberFormat(0, undefined);
  return shownNumber(Number(value), format, from1904);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
