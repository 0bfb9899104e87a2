import type { FileProblem } from '@samstyr/contract/folder/file-problem';

/** The format this program writes. A reader stays for every format that was released. */
export const newestFormat = 1;
export const formatLine = `format: ${newestFormat}`;

/** Null when the first line says a format that can be read. A spreadsheet may have put separators or quotes round it. */
export function formatProblem(file: string, text: string): FileProblem | null {
  const [first = ''] = text.split('\n', 1);
  const said = first
    .trim()
    .replace(/^"(.*?)"/, '$1')
    .replace(/[,;\s]+$/, '');
  if (said === formatLine) return null;
  const place = { file, line: 1, column: 1 };
  const other = /^format:\s*(\S+)$/.exec(said);
  return other?.[1] === undefined
    ? { code: 'file.noFormat', place, found: first.slice(0, 60) }
    : { code: 'file.otherFormat', place, found: other[1], newest: newestFormat };
}
