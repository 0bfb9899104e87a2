import { type Ore, ore } from './ore.ts';

const noBreakSpace = '\u00a0';
const minusSign = '−';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, noBreakSpace);

/** `1 234,50` with no-break space and `−`; whole kroner without decimals when `decimals` is 0 and the amount is whole. */
export function formatKroner(amount: Ore, { decimals = 2 }: { readonly decimals?: 0 | 2 } = {}): string {
  const negative = amount < 0n;
  const magnitude = negative ? -amount : amount;
  const kroner = grouped(`${magnitude / 100n}`);
  const cents = `${magnitude % 100n}`.padStart(2, '0');
  const shown = decimals === 0 && cents === '00' ? kroner : `${kroner},${cents}`;
  return negative ? `${minusSign}${shown}` : shown;
}

/** A whole number with no-break space between thousands and `−`: `1 234`. */
export function formatCount(count: bigint): string {
  return count < 0n ? `${minusSign}${grouped(`${-count}`)}` : grouped(`${count}`);
}

/** The canonical text of an amount in a file: kroner with two decimals, `-1234.50`. */
export function canonicalKroner(amount: Ore): string {
  const magnitude = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${magnitude / 100n}.${`${magnitude % 100n}`.padStart(2, '0')}`;
}

/** Why a text is not an amount; the text itself goes into the sentence a person reads. */
export type AmountProblem = 'empty' | 'notANumber' | 'ambiguous' | 'tooManyDecimals' | 'tooLarge';

const maximumDigits = 15;
const spaces = /[\u0020\u00a0\u2009\u202f]/g;

/**
 * Reads an amount in kroner as Norwegians write it: `2.021.000`, `25 328 155` with any space, `−1 001`, `1 234,56`, and the canonical
 * `1234.50`. `1.234` and `1,234` can be read two ways and are refused. Gives øre, or why not.
 */
export function parseKroner(text: string): { readonly amount: Ore } | { readonly problem: AmountProblem } {
  const trimmed = text.trim().replace(/\s*kr\.?$/i, '');
  if (trimmed === '') return { problem: 'empty' };
  const negative = /^[-−–]\s*/.test(trimmed);
  const body = trimmed.replace(/^[-−–]\s*/, '').replace(spaces, ' ');
  const plain =
    /^(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,})(?:,(\d+))?$/.exec(body) ??
    /^(\d+)\.(\d{1,2})$/.exec(body) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(body);
  if (plain === null) return { problem: /^\d{1,3}[.,]\d{3}$/.test(body) ? 'ambiguous' : 'notANumber' };
  const [, whole = '', decimals = ''] = plain;
  if (decimals.length === 3 && whole.length <= 3) return { problem: 'ambiguous' };
  if (decimals.length > 2) return { problem: 'tooManyDecimals' };
  const digits = whole.replace(/[ .]/g, '');
  if (digits.replace(/^0+/, '').length > maximumDigits) return { problem: 'tooLarge' };
  const magnitude = BigInt(digits) * 100n + BigInt(decimals.padEnd(2, '0') || '0');
  return { amount: ore(negative ? -magnitude : magnitude) };
}
