import type { FileProblem, Place } from '@samstyr/contract/folder/file-problem';

/** Longer than any text of a budget; what exceeds it is a whole document in one cell. */
export const maximumText = 100_000;

const control = /[^\P{Cc}\n\t]/u;
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const invisible = /[\u00ad\u200b-\u200d\u2028\u2029\u2060-\u2065\ufeff\ufff9-\uffff]/;
const doubleEncoded = /Ã[\u00a0-\u00bf\u02dc\u2026\u2020\u2021\u2039\u0160\u0178]/;

/** The text that UTF-8 read as Windows-1252 meant: `StjÃ¸rdal` → «Stjørdal». Good enough for the letters of Norwegian. */
const repaired = (text: string): string =>
  text
    .replaceAll('Ã¸', 'ø')
    .replaceAll('Ã¥', 'å')
    .replaceAll('Ã¦', 'æ')
    .replaceAll('Ã˜', 'Ø')
    .replaceAll('Ã…', 'Å')
    .replaceAll('Ã†', 'Æ');

/** The text as it is kept (NFC, no space at the ends), or why it is not. Formulas, links and signs are text like any other. */
export function cleanText(
  raw: string,
  column: string,
  place: Place,
): { readonly text: string } | { readonly problem: FileProblem } {
  const text = raw.normalize('NFC').trim();
  if (text.length > maximumText)
    return {
      problem: { code: 'cell.tooLong', place, column, length: text.length, maximum: maximumText },
    };
  for (const [reason, pattern] of [
    ['control', control],
    ['direction', direction],
    ['invisible', invisible],
  ] as const) {
    const found = pattern.exec(text);
    if (found !== null) {
      const character = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return { problem: { code: 'cell.character', place, column, text: excerpt(text), character, reason } };
    }
  }
  if (doubleEncoded.test(text))
    return {
      problem: {
        code: 'cell.doubleEncoded',
        place,
        column,
        text: excerpt(text),
        meant: excerpt(repaired(text)),
      },
    };
  return { text };
}

/** What a sentence can show of a long text. */
export const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
