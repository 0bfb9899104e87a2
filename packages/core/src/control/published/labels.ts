import { plainText } from './printed-figure.ts';

/** The words of a label that tell it from another: lower case, no punctuation, no footnote marks. */
export function labelKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%/&]+/gu, ' ')
    .trim();
}

/** Close enough to be the same name after a PDF has been through its mill: one letter wrong in five or more. */
export function similarLabel(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 2) return false;
  const allowed = Math.max(a.length, b.length) >= 10 ? 2 : 1;
  return editDistance(a, b, allowed) <= allowed;
}

function editDistance(a: string, b: string, stopAbove: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > stopAbove) return stopAbove + 1;
    previous = current;
  }
  return previous[b.length] ?? stopAbove + 1;
}

const sumWord =
  /^(?:(?:del|slutt|total)?sum(?:mert)?|sunn|totalt?|totale|i alt|til ?sammen|til ?saman|samlet|samla|(?:hele |heile )?året$|he(?:le|ile) perioden$|herav sum|hovedsum|hovudsum|delsum|netto|brutto|alle|subtotal|in all|altogether|net|gross|(?:brutto |netto |net )?(?:drifts)?resultat|net result)(?=$|[^\p{L}])|(?:^|\s)(?:i alt|totalt|total|sum|til ?sammen|til ?saman)$/iu;

/** «Sum», «Totalt», «I alt», «Delsum», «Sum drift», «NAV totalt». */
export const isSumLabel = (text: string): boolean => sumWord.test(labelKey(text));

/** «herav …»: told beside the sum it belongs to, not added to it. */
export const isOfWhichLabel = (text: string): boolean =>
  /^(?:(?:her|der|hvor|kvar)av|of which)\b/i.test(labelKey(text));

export const isChangeHeader = (text: string): boolean =>
  /endring|differanse|\bdiff\b|avvik|økning|auke|vekst|me[i]?r-? ?\/ ?mindre|reduksjon|me[i]?r-? ?forbruk|mindre-? ?forbruk|\+ ?\/ ?-|\b(?:change|difference|variance|deviation|increase|decrease)\b/i.test(
    text,
  );
export const isPercentHeader = (text: string): boolean =>
  /%|prosent|\bpst\b|\bandel|(?<!m(?:ei|e|ind)re?-?\s?)forbruk$|grad$|\bper ?cent|\bshare\b/i.test(
    plainText(text),
  );
/** A row of percents or averages under columns of amounts: it adds up to nothing. «Pensjon 14 %» is an amount worked out at 14 per cent. */
export const isRatioLabel = (text: string): boolean =>
  /(?<!\d\s?)(?:%|prosent|\bpst\b)|\bper\b|\bpr\b|gj(?:ennom|\.)? ?\.?snitt|\baverage|\bmean\b/i.test(
    plainText(text),
  );
export const isAverageHeader = (text: string): boolean =>
  /gj(?:ennom|\.)? ?\.?snitt|gjsn|snitt|\bper\b|\bpr\b|pris|sats|kostnad\/|enhetskost|\baverage|\bmean\b|\brate\b/i.test(
    text,
  );

/** The years a header names, in order. */
export const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)(?:19[5-9]|20[0-6])\d(?!\d)/g)].map(([year]) => Number.parseInt(year, 10));
