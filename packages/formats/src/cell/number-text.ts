import type { NumberReason } from '@samstyr/contract/folder/file-problem';
import { type Fraction, fractionText, reduced } from '@samstyr/core/fraction/fraction';
import { formatCount } from '@samstyr/core/money/kroner';

const spaces = /[\u0020\u00a0\u2009\u202f]/g;
const maximumDigits = 15;
const maximumDecimals = 12;

/** The two ways to read `1.234` or `1,234`, as a thousand and as a decimal. */
export function readingsOf(text: string): readonly string[] {
  const [whole = '', rest = ''] = text
    .trim()
    .replace(/^[-−–]\s*/, '')
    .split(/[.,]/);
  return [formatCount(BigInt(whole + rest)), `${whole},${rest}`];
}

/**
 * A number that is no amount: `4.6`, `4,6`, `24 608`, `24.608.100`, `1/3`. `24.608` can be read two ways and is refused, which is why
 * the canonical form of 24.608 is `24.6080`.
 */
export function parseDecimal(
  text: string,
): { readonly value: Fraction } | { readonly problem: NumberReason } {
  const body = text.trim().replace(spaces, ' ');
  const negative = /^[-−–]/.test(body);
  const magnitude = body.replace(/^[-−–]\s*/, '');
  const signed = (n: bigint, d: bigint) => ({ value: reduced({ n: negative ? -n : n, d }) });
  const ratio = /^(\d{1,40})\/(\d{1,40})$/.exec(magnitude);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined) {
    const d = BigInt(ratio[2]);
    return d === 0n ? { problem: 'notANumber' } : signed(BigInt(ratio[1]), d);
  }
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(magnitude)) return { problem: 'ambiguous' };
  const match =
    /^(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/.exec(magnitude) ??
    /^(\d{1,3}(?:\.\d{3}){2,})(?:,(\d+))?$/.exec(magnitude) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(magnitude) ??
    /^(\d+)(?:[.,](\d+))?$/.exec(magnitude);
  if (match === null) return { problem: 'notANumber' };
  const [, whole = '', decimals = ''] = match;
  const wholeDigits = whole.replace(/[ .]/g, '').replace(/^0+(?=\d)/, '');
  if (wholeDigits.length > maximumDigits) return { problem: 'tooLarge' };
  if (decimals.length > maximumDecimals) return { problem: 'tooManyDecimals' };
  return signed(BigInt(wholeDigits + decimals), 10n ** BigInt(decimals.length));
}

/** The canonical text of a number: decimals when they hold it, else a fraction in lowest terms. */
export function decimalText(value: Fraction): string {
  const { n, d } = reduced(value);
  for (let places = 0; places <= maximumDecimals; places += 1) {
    const scale = 10n ** BigInt(places);
    if (scale % d !== 0n) continue;
    const magnitude = ((n < 0n ? -n : n) * scale) / d;
    const digits = `${magnitude}`.padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    if (whole.length > maximumDigits) break;
    const decimals = digits.slice(digits.length - places);
    const sign = n < 0n ? '-' : '';
    if (places === 0) return `${sign}${whole}`;
    const unmistakable = places === 3 && whole.length <= 3 && whole !== '0' ? '0' : '';
    return `${sign}${whole}.${decimals}${unmistakable}`;
  }
  return fractionText(value);
}

/** A part of a whole: `3/20`, `15 %`, `12,5 %`, `0.15`. */
export function parseShare(text: string): Fraction | null {
  const body = text.trim().replace(spaces, '').replace(',', '.');
  const ratio = /^(\d{1,40})\/(\d{1,40})$/.exec(body);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined)
    return BigInt(ratio[2]) === 0n ? null : reduced({ n: BigInt(ratio[1]), d: BigInt(ratio[2]) });
  const match = /^(\d{1,15})(?:\.(\d{1,12}))?(%?)$/.exec(body);
  if (match === null) return null;
  const [, whole = '', decimals = '', percent] = match;
  const d = 10n ** BigInt(decimals.length) * (percent === '%' ? 100n : 1n);
  return reduced({ n: BigInt(whole + decimals), d });
}
