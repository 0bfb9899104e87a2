import { type Micro, micro } from './published-document.ts';

/** A figure read from its printed form; `timesThousand` is the backtick of «542`». */
export type PrintedFigure = { readonly value: Micro; readonly decimals: number; readonly isPercent: boolean };

const anySpace = /[\u00a0\u2007\u2009\u202f\t]/g;
const emphasis =
  /<\/?(?:b|strong|i|em|u|sup|sub)>|\*\*|__|(?<=^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$)|\\(?=[*_-])/g;

/** The text without the marks that Markdown and PDF tools put around it. */
export function plainText(raw: string): string {
  return raw
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(emphasis, '')
    .replace(/^\*|\*$/g, '')
    .replace(anySpace, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const magnitudeWords: readonly (readonly [RegExp, bigint])[] = [
  [/\s*(?:mrd\.?|milliard(?:er)?)(?:\s*kr(?:oner|\.)?)?$/i, 1_000_000_000n],
  [/\s*(?:mill\.?|million(?:er|ar)?|mnok)(?:\s*kr(?:oner|\.)?)?$/i, 1_000_000n],
];

function digitsOf(
  whole: string,
  decimals: string,
): { readonly value: Micro; readonly decimals: number } | null {
  const digits = whole.replace(/\D/g, '');
  if (digits.length > 15 || decimals.length > 6 || digits === '') return null;
  return { value: BigInt(digits) * micro + BigInt(decimals.padEnd(6, '0')), decimals: decimals.length };
}

const groupedBySpace = /^(\d{1,3}(?: \d{3})+|\d+)(?:, ?(\d+))?$/;
const groupedByDot = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/;
const groupedByTick = /^(\d{1,3}(?:[`'´’]\d{3})+)(?:,(\d+))?$/;
const groupedByComma = /^(\d{1,3}(?:,\d{3}){2,})$/;
const dotDecimals = /^(\d+)\.(\d+)$/;

/**
 * Reads one figure as Norwegian documents print it, or null. `dot` says what a dot before exactly three digits means; a dot before any
 * other number of digits is a decimal point. «542`» is 542 thousand.
 */
export function readPrintedFigure(
  raw: string,
  dot: 'thousands' | 'decimals' = 'thousands',
): PrintedFigure | null {
  let text = plainText(raw);
  let sign = 1n;
  let factor = 1n;
  const inParentheses = /^\(\s*(.+?)\s*\)$/.exec(text);
  if (inParentheses?.[1] !== undefined) {
    text = inParentheses[1];
    sign = -1n;
  }
  text = text.replace(/^(?:kr|NOK)\.?\s*/i, '');
  const signed = /^([-−–—+])\s*(.+)$/.exec(text) ?? null;
  if (signed?.[2] !== undefined) {
    if (signed[1] !== '+') sign = -1n;
    text = signed[2];
  }
  text = text.replace(/^(?:kr|NOK)\.?\s*/i, '').replace(/,[-–—]$/, '');
  const isPercent = /(?:%|prosent)$/i.test(text);
  text = text.replace(/\s*(?:%|prosent)$/i, '');
  for (const [word, times] of magnitudeWords) {
    if (!word.test(text)) continue;
    text = text.replace(word, '');
    factor = times;
    break;
  }
  text = text.replace(/\s*(?:kr|NOK|kroner)\.?$/i, '').replace(/,[-–—]$/, '');
  if (/^\d+(?:,\d+)?[`'´’]$/.test(text)) {
    text = text.slice(0, -1);
    factor = 1000n;
  }
  const trailing = /^(.*\d)\s*[-−–]$/.exec(text);
  if (trailing?.[1] !== undefined) {
    text = trailing[1];
    sign = -1n;
  }
  const match =
    groupedBySpace.exec(text) ??
    (dot === 'thousands' || /\..*\./.test(text) ? groupedByDot.exec(text) : null) ??
    groupedByTick.exec(text) ??
    groupedByComma.exec(text) ??
    dotDecimals.exec(text);
  if (match === null) return null;
  const figure = digitsOf(match[1] ?? '', match[2] ?? '');
  if (figure === null) return null;
  return { value: sign * figure.value * factor, decimals: figure.decimals, isPercent };
}

/** A year of our time, printed bare: never an amount where it stands in a header. */
export const isYear = (text: string): boolean => /^(?:19[5-9]|20[0-6])\d$/.test(plainText(text));

const pad6 = (digits: bigint): string => `${digits}`.padStart(6, '0');

/** Canonical decimal text, `-1234.5`: what a machine reads. */
export function decimalText(value: Micro): string {
  const magnitude = value < 0n ? -value : value;
  const decimals = pad6(magnitude % micro).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${magnitude / micro}${decimals === '' ? '' : `.${decimals}`}`;
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The nearest multiple of `unit`, halves away from zero. */
export function roundedTo(value: bigint, unit: bigint): bigint {
  const magnitude = absolute(value);
  const steps = (2n * magnitude + unit) / (2n * unit);
  return (value < 0n ? -steps : steps) * unit;
}

/** The extremes of a list of amounts; 0 for an empty one, as a sum would be. */
export function largest(values: readonly bigint[]): bigint {
  let found = values[0] ?? 0n;
  for (const value of values) if (value > found) found = value;
  return found;
}

export function smallest(values: readonly bigint[]): bigint {
  let found = values[0] ?? 0n;
  for (const value of values) if (value < found) found = value;
  return found;
}
