import { absolute, decimalText } from '@samstyr/core/control/published/printed-figure';
import type { Micro, Place } from '@samstyr/core/control/published/published-document';
import type { Finding } from '@samstyr/core/control/published/published-finding';

/** What a document was read as: it decides whether a place is a line, a page, a cell or a table. */
export type PublishedFormat = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf';

const noBreakSpace = '\u00a0';

/** `−60 734,5`: as the figures stand in a Norwegian document. */
export function printedNumber(value: Micro): string {
  const [whole = '0', decimals] = decimalText(absolute(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace);
  return `${value < 0n ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

export const quoted = (text: string): string => `«${text}»`;
export const shown = (finding: Finding, empty: string): string =>
  finding.printed === null ? `(${empty})` : printedNumber(finding.printed);
export const wanted = (finding: Finding): string =>
  finding.expected === null ? '?' : printedNumber(finding.expected);
export const namedValue = (finding: Finding, name: string): string =>
  printedNumber(finding.detail.values[name] ?? 0n);

/** The row and column the finding is about. */
export function named(finding: Finding, cell: string): string {
  const { rowLabel, columnLabel } = finding.detail;
  const parts = [rowLabel, columnLabel].filter((part) => part !== '').map(quoted);
  return parts.length === 0 ? cell : parts.join(', ');
}

/** The sum worked out, as long as it can be read. */
export function workedOut({ detail, expected }: Finding): string {
  if (detail.members.length === 0 || detail.members.length > 12 || expected === null) return '';
  const terms = detail.members.map(({ value, sign }, index) => {
    const minus = sign === -1 ? value >= 0n : value < 0n;
    const figure = printedNumber(absolute(value));
    if (index === 0) return minus ? `−${figure}` : figure;
    return `${minus ? '−' : '+'} ${figure}`;
  });
  return ` (${terms.join(' ')})`;
}

/** The sum that gives the expected figure: `240 + 65 = 305`, `(110 − 100) ÷ 100 = 10 %`. Empty where there is none of some length. */
export function arithmeticOf(finding: Finding): string {
  const { cause, expected, printed, rule, detail } = finding;
  if (expected === null || cause === 'consequence') return '';
  if (cause === 'ownMembers' && printed !== null) {
    const apart = detail.members.map(({ value }) => ` − ${printedNumber(value)}`).join('');
    return `${printedNumber(printed)}${apart} = ${printedNumber(expected)}`;
  }
  const isRatio = rule.startsWith('percent') || rule === 'average';
  const { above, below, minus } = detail.values;
  if (isRatio && above !== undefined && below !== undefined) {
    const isLess = minus !== undefined && minus !== 0n;
    const over = isLess ? `(${printedNumber(above)} − ${printedNumber(minus)})` : printedNumber(above);
    const result = `${printedNumber(expected)}${rule === 'average' ? '' : `${noBreakSpace}%`}`;
    return `${over} ÷ ${printedNumber(below)} = ${result}`;
  }
  // A copy is held against one figure, maybe in another unit: there is nothing to add.
  const sum = rule === 'overview' || detail.members.length < 2 ? '' : workedOut(finding).slice(2, -1);
  return sum === '' ? '' : `${sum} = ${printedNumber(expected)}`;
}

export function difference({ printed, expected }: Finding): string {
  if (printed === null || expected === null) return '?';
  return printedNumber(absolute(printed - expected));
}

/** The members a figure counts: «Malvik 2025» (2 000), «Selbu 2025» (40). */
export function listed({ detail }: Finding): string {
  const [one, ...more] = detail.members;
  if (one !== undefined && more.length === 0) return quoted(one.label);
  return detail.members.map(({ label, value }) => `${quoted(label)} (${printedNumber(value)})`).join(', ');
}

/** How many columns a row has slid, and whether to the left. */
export function moved({ detail }: Finding): {
  readonly count: string;
  readonly isOne: boolean;
  readonly left: boolean;
} {
  const columns = detail.values['columns'] ?? 0n;
  const count = printedNumber(absolute(columns));
  return { count, isOne: count === '1', left: columns > 0n };
}

/** `side 12`, `linje 45`, `Oversikt!C7` or `tabell 3`, as the format allows. */
export function placeWord(
  place: Place,
  format: PublishedFormat,
  words: { readonly page: string; readonly line: string; readonly table: string },
): string {
  if (place.address !== undefined) return place.address;
  if (format === 'pdf' && place.page !== null) return `${words.page} ${place.page}`;
  if (format === 'text') return `${words.line} ${place.line}`;
  return place.table === null ? '' : `${words.table} ${place.table}`;
}
