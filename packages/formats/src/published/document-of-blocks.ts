import { isYear, plainText, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import {
  type Caption,
  type Cell,
  type DotReading,
  micro,
  type Paragraph,
  type PublishedDocument,
  type PublishedRow,
  type PublishedTable,
} from '@samstyr/core/control/published/published-document';
import { joinContinuations } from './join-tables.ts';
import { type Block, headerAbove, type RawTable, type SourceLine } from './table-lines.ts';

/**
 * Blocks of a file in their order → tables with header, captions and places, and the paragraphs between them. Every format comes through
 * here, so that every rule is written once. Lines of text are looked through for tables set with tabs or spaces.
 */
export function documentOf(found: readonly Block[]): PublishedDocument {
  const repeated = repeatedLines(found.flatMap((block) => (block.kind === 'text' ? [block.source] : [])));
  const blocks = joinContinuations(withHeaders(found), repeated);
  const tables: PublishedTable[] = [];
  const paragraphs: Paragraph[] = [];
  const captions: Caption[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      tables.push(
        tableOf(block.table, {
          ordinal: tables.length + 1,
          captions: captions.toReversed(),
          isEnglish: () => languageOf(paragraphs) === 'en',
        }),
      );
      captions.length = 0;
      continue;
    }
    const text = plainText(block.source.text.replace(/^\s*#+\s*/, ''));
    if (text === '') continue;
    if (repeated.has(signature(text)) && /^\d+$|side|\d{4}/i.test(text)) continue;
    captions.push(captionOf(block.source.text, repeated));
    paragraphs.push({
      text,
      isHeading: isHeading(block.source.text),
      place: { page: block.source.page, line: block.source.line, table: null, row: null, column: null },
    });
  }
  return { language: languageOf(paragraphs), tables, paragraphs };
}

function captionOf(raw: string, repeated: ReadonlySet<string>): Caption {
  const marked = /^\s*#{1,6}\s/.test(raw);
  const text = plainText(raw.replace(/^\s*#+\s*/, ''));
  return {
    text: text.replace(/:$/, ''),
    kind: marked ? 'marked' : isHeading(raw) ? 'short' : 'text',
    isRepeated: repeated.has(signature(text)),
  };
}

function isHeading(raw: string): boolean {
  const text = plainText(raw);
  if (/^\s*#{1,6}\s/.test(raw)) return true;
  if (/^\s*(?:[-*•]|\d+[.)])\s/.test(raw)) return false;
  return (
    text.length <= 90 && !/[.!?,;]$/.test(text) && /^[\p{Lu}\d«]/u.test(text) && text.split(' ').length <= 12
  );
}

const signature = (text: string): string => plainText(text).replace(/\d+/g, '#').toLowerCase();

/** Running heads and feet: the same words, but for the number, on three pages or more. */
function repeatedLines(lines: readonly SourceLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.trim() === '' || text.length > 100 || text.includes('|') || text.includes('\t')) continue;
    const key = signature(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

/** Gives an aligned table back the header lines that stood above it as text. */
export function withHeaders(blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' && block.table.style === 'spaces') {
      const rows = [...block.table.rows];
      for (let taken = 0; taken < 2; taken += 1) {
        const above = out.at(-1);
        if (above?.kind !== 'text') break;
        const cells = headerAbove(block.table, above.source.text);
        if (cells === null) break;
        rows.unshift({ cells, source: above.source });
        out.pop();
      }
      out.push({ kind: 'table', table: { style: 'spaces', rows } });
    } else out.push(block);
  }
  return out;
}

const dotted = /^[-−–(]?\s*\d{1,3}((?:\.\d{3})+|\.\d+)\b/;

/** «238.500» is two hundred thousand or two hundred and a half; the rest of the table says which. */
function dotReadingOf(texts: readonly string[]): DotReading {
  const withDot = texts
    .map(plainText)
    .filter((text) => dotted.test(text) && !/\d\.\d+\.\d{1,2}(?!\d)/.test(text));
  if (withDot.length === 0) return { dot: 'thousands', evidence: 'none' };
  if (withDot.some((text) => /\d\.\d{3}\.\d{3}/.test(text)))
    return { dot: 'thousands', evidence: 'severalDots' };
  const other = withDot.filter((text) => /\d\.(?:\d{1,2}|\d{4,})(?!\d)/.test(text)).length;
  if (other * 2 > withDot.length) return { dot: 'decimals', evidence: 'otherDecimals' };
  return { dot: 'thousands', evidence: 'threeDigits' };
}

const oneComma = /^[-−–(]?\s*\d{1,3},\d/;
const commaGroups = /^[-−–(]?\s*[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?\)?$/;
const withoutCommas = (text: string): string =>
  commaGroups.test(plainText(text)) ? text.replaceAll(',', ' ') : text;

/**
 * «1,840» is a thousand and more in English, and not two in Norwegian. Every comma of the table must stand before three digits; and the
 * text above is English, or some figure has two commas, or a decimal point after one.
 */
function groupsByComma(texts: readonly string[], isEnglish: () => boolean): boolean {
  const withComma = texts.map(plainText).filter((text) => oneComma.test(text));
  if (withComma.length === 0 || !withComma.every((text) => commaGroups.test(text))) return false;
  return isEnglish() || withComma.some((text) => /,\d{3},|,\d{3}\./.test(text));
}

function tableOf(
  raw: RawTable,
  {
    ordinal,
    captions,
    isEnglish,
  }: { readonly ordinal: number; readonly captions: readonly Caption[]; readonly isEnglish: () => boolean },
): PublishedTable {
  const width = Math.max(...raw.rows.map(({ cells }) => cells.length));
  const texts = raw.rows.flatMap(({ cells }) => cells);
  const byComma = groupsByComma(texts, isEnglish);
  const dotReading: DotReading = byComma
    ? { dot: 'decimals', evidence: 'otherDecimals' }
    : dotReadingOf(texts);
  const padded = raw.rows.map(({ cells }) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  const read = byComma ? padded.map((cells) => cells.map(withoutCommas)) : padded;
  const remarked = figuresWithRemarks(read, width);
  const rows = raw.rows.map(({ source, addresses }, row): PublishedRow => {
    return {
      cells: (read[row] ?? []).map((text, column) => {
        const cell = cellOf(remarked.has(column) ? withoutRemark(text) : text, dotReading, {
          page: source.page,
          line: source.line,
          table: ordinal,
          row: row + 1,
          column: column + 1,
          ...(addresses?.[column] === undefined ? {} : { address: addresses[column] }),
        });
        // What is shown is what is printed.
        return byComma ? { ...cell, raw: plainText(padded[row]?.[column] ?? '') } : cell;
      }),
    };
  });
  const first = raw.rows[0]?.source;
  return {
    ordinal,
    place: { page: first?.page ?? null, line: first?.line ?? 1, table: ordinal, row: null, column: null },
    rows: withoutWords(rows),
    captions: captions.slice(0, 80),
    dotReading,
  };
}

const heldBack =
  /vises ikke|blir ikkje vist|skjerma?e?t?\b|ukjent|ikke offentlig|ikkje offentleg|not shown|unknown|hidden/i;

/**
 * Words that stand again and again among figures («ikke med», «ny») say that there is none, or that it is held back. One word alone may be
 * a figure that went lost, and is left.
 */
function withoutWords(rows: readonly PublishedRow[]): readonly PublishedRow[] {
  const start = rows.findIndex(({ cells }) =>
    cells.slice(1).some(({ state, raw }) => state === 'number' && !isYear(raw)),
  );
  if (start === -1) return rows;
  const body = rows.slice(start);
  const width = rows[0]?.cells.length ?? 0;
  const counts = new Map<string, number>();
  const figures = Array.from({ length: width }, (_, column) =>
    column === 0 ? 0 : body.filter(({ cells }) => cells[column]?.state === 'number').length,
  );
  const isWord = (cell: Cell, column: number): boolean =>
    (figures[column] ?? 0) > 0 && cell.state === 'text' && cell.raw.length <= 40 && !/\d/.test(cell.raw);
  for (const { cells } of body)
    for (const [column, cell] of cells.entries())
      if (isWord(cell, column)) counts.set(cell.raw, (counts.get(cell.raw) ?? 0) + 1);
  const words = new Set(
    [...counts].filter(([word, count]) => count >= 2 || heldBack.test(word)).map(([word]) => word),
  );
  if (words.size === 0 || words.size > 4) return rows;
  return rows.map((row, at) =>
    at < start
      ? row
      : {
          cells: row.cells.map((cell, column) =>
            isWord(cell, column) && words.has(cell.raw)
              ? { ...cell, state: heldBack.test(cell.raw) ? 'unknown' : 'dash' }
              : cell,
          ),
        },
  );
}

const remark = /^([-−–+(]?\s*\d[\d\s.,]*\d\)?|\d)\s*(?:\*{1,3}|\(?\p{L}[\p{L} .,-]{2,28}\)?)$/u;

/** «8 367 foreløpig», «1 204*»: columns where most cells are figures and some carry a remark; there the figure counts. */
function figuresWithRemarks(rows: readonly (readonly string[])[], width: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let column = 1; column < width; column += 1) {
    const written = rows.map((cells) => plainText(cells[column] ?? '')).filter((text) => /\d/.test(text));
    const figures = written.filter((text) => readPrintedFigure(text) !== null).length;
    if (figures * 2 >= written.length && figures < written.length) found.add(column);
  }
  return found;
}

function withoutRemark(text: string): string {
  const plain = plainText(text);
  if (readPrintedFigure(plain) !== null) return text;
  const figure = remark.exec(plain)?.[1];
  return figure !== undefined && readPrintedFigure(figure) !== null ? figure : text;
}

function cellOf(raw: string, { dot }: DotReading, place: Cell['place']): Cell {
  const text = plainText(raw);
  const bare = { raw: text, value: null, decimals: 0, isPercent: false, place };
  if (text === '') return { ...bare, state: 'empty' };
  if (/^(?::|\.\.\.?|…)$/.test(text)) return { ...bare, state: 'unknown' };
  if (/^[-−–—.·]+$/.test(text)) return { ...bare, state: 'dash' };
  const figure = isYear(text)
    ? { value: BigInt(text) * micro, decimals: 0, isPercent: false }
    : readPrintedFigure(text, dot);
  if (figure === null) return { ...bare, state: 'text' };
  return { ...bare, state: 'number', ...figure };
}

const smallWords = {
  nb: /\b(?:ikke|jeg|fra|en|et|blir|noe|hvor|kommunene)\b/gi,
  nn: /\b(?:ikkje|eg|frå|ein|eit|vert|noko|kvar|kommunane)\b/gi,
  en: /\b(?:the|of|is|are|and|by|with|from|which|municipalities)\b/gi,
} as const;

/** The language whose small words are the most; bokmål where none are. */
function languageOf(paragraphs: readonly { readonly text: string }[]): PublishedDocument['language'] {
  const count = (pattern: RegExp): number =>
    paragraphs.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
  const [nb, nn, en] = [count(smallWords.nb), count(smallWords.nn), count(smallWords.en)];
  if (en > nb && en > nn) return 'en';
  return nn > nb ? 'nn' : 'nb';
}
