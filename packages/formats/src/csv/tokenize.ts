import type { FileProblem } from '@samstyr/contract/folder/file-problem';

export type CsvCell = { readonly text: string; readonly line: number; readonly column: number };
/** A record and the line it starts on. */
export type CsvRecord = { readonly line: number; readonly cells: readonly CsvCell[] };

export type Separator = ',' | ';';

/**
 * Splits CSV text (RFC 4180, `\n` line ends) from line `firstLine` on, and knows where every cell stands. Empty lines are left out.
 * Reading goes on after a stray quote, so that all problems of a file are found at once; an unclosed one swallows the rest.
 */
export function tokenize(
  file: string,
  text: string,
  separator: Separator,
  firstLine: number,
): { readonly records: readonly CsvRecord[]; readonly problems: readonly FileProblem[] } {
  const records: CsvRecord[] = [];
  const problems: FileProblem[] = [];
  let at = 0;
  let line = firstLine;
  let lineStart = 0;
  let cells: CsvCell[] = [];
  let recordLine = line;

  const endRecord = (): void => {
    if (cells.some((cell) => cell.text.trim() !== '')) records.push({ line: recordLine, cells });
    cells = [];
  };
  const columnAt = (index: number): number => index - lineStart + 1;

  while (at <= text.length) {
    if (cells.length === 0) {
      recordLine = line;
      if (at === text.length) break;
    }
    const place = { file, line, column: columnAt(at) };
    let value = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        const piece = text.slice(at, quote === -1 ? text.length : quote);
        const lastBreak = piece.lastIndexOf('\n');
        if (lastBreak !== -1) {
          line += piece.split('\n').length - 1;
          lineStart = at + lastBreak + 1;
        }
        value += piece;
        if (quote === -1) {
          problems.push({ code: 'csv.unclosedQuote', place });
          return { records, problems };
        }
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
      const end = endOfCell(text, at, separator);
      if (text.slice(at, end).trim() !== '')
        problems.push({ code: 'csv.strayQuote', place: { file, line, column: columnAt(at) } });
      at = end;
    } else {
      const end = endOfCell(text, at, separator);
      value = text.slice(at, end);
      const quote = value.indexOf('"');
      if (quote !== -1)
        problems.push({ code: 'csv.strayQuote', place: { file, line, column: columnAt(at + quote) } });
      at = end;
    }
    cells.push({ text: value, line: place.line, column: place.column });
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    endRecord();
    if (at >= text.length) break;
    at += 1;
    line += 1;
    lineStart = at;
  }
  return { records, problems };
}

function endOfCell(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1;
  return at;
}
