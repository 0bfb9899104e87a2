import { type Fraction, fraction, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatCount, formatKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import type { Figure, FigureRef, Sign } from './figure.ts';

const noBreakSpace = '\u00a0';

export type NumberLanguage = 'nb' | 'nn' | 'en';

/** What stands for a number that is not there. `0` is a number: takes part and pays nothing. */
export const signText = (sign: Sign, language: NumberLanguage): string =>
  sign === 'absent'
    ? '.'
    : sign === 'missing'
      ? '..'
      : sign === 'withheld'
        ? ':'
        : language === 'en'
          ? 'new'
          : 'ny';

/** A number with a fixed number of decimals, halves away from zero: `1 234,5`. Never «−0,0». */
export function decimalText(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const scaled: bigint = roundToOre(fraction(value.n * scale, value.d));
  if (decimals === 0) return formatCount(scaled);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const body = `${formatCount(magnitude / scale)},${`${magnitude % scale}`.padStart(decimals, '0')}`;
  return scaled < 0n ? `−${body}` : body;
}

const million = 100_000_000n;

function amountText(figure: Figure, value: Fraction, { format, decimals }: FigureRef): string {
  switch (format) {
    case 'kr1000':
      return formatCount(figure.thousands ?? roundToOre(fraction(value.n, value.d * 100_000n)));
    case 'thousand':
      return formatCount(1000n * (figure.thousands ?? roundToOre(fraction(value.n, value.d * 100_000n))));
    case 'mill1':
      return decimalText(fraction(value.n, value.d * million), 1);
    case 'kr':
      return formatCount(figure.kroner ?? roundToOre(fraction(value.n, value.d * 100n)));
    case 'auto': {
      const size = value.n < 0n ? -value.n : value.n;
      return size >= million * value.d
        ? decimalText(fraction(value.n, value.d * million), 1)
        : formatCount(roundToOre(fraction(value.n, value.d * 100n)));
    }
    case 'price':
      return decimalText(fraction(value.n, value.d * 100n), decimals);
    default:
      return formatKroner(ore(roundToOre(value)));
  }
}

/** The unit that belongs to a number in running text: `mill. kr`, `kr`, nothing. */
export function unitText(
  { format, language: own }: FigureRef,
  figure: Figure,
  language: NumberLanguage,
): string {
  if (figure.value === null || figure.unit !== 'ore') return '';
  const million1 = (own ?? language) === 'en' ? 'million kr' : 'mill. kr';
  const size = figure.value.n < 0n ? -figure.value.n : figure.value.n;
  if (format === 'mill1') return million1;
  if (format === 'thousand') return 'kr';
  if (format === 'auto') return size >= million * figure.value.d ? million1 : 'kr';
  return '';
}

/** The digits of a figure as everybody writes them: U+00A0 between thousands, U+2212 before a reduction. */
export function numberText(figure: Figure, ref: FigureRef, language: NumberLanguage): string {
  if (figure.value === null) return signText(figure.why ?? 'missing', language);
  const value = figure.value;
  const plain =
    figure.unit === 'ore'
      ? amountText(figure, value, ref)
      : ref.format === 'percent1'
        ? decimalText(value, 1)
        : ref.format === 'share2'
          ? decimalText(value, 2)
          : decimalText(value, ref.decimals);
  const digits = plain.replace(/^−/, '');
  const isNothing = /^[0,\u00a0]*$/.test(digits);
  const signed =
    ref.sign === 'never' || isNothing
      ? digits
      : plain.startsWith('−')
        ? plain
        : ref.sign === 'always'
          ? `+${digits}`
          : digits;
  return (ref.language ?? language) === 'en' ? signed.replace(',', '.') : signed;
}

/** Number and unit together, as in a sentence: `17,1 mill. kr`. */
export function figureText(figure: Figure, ref: FigureRef, language: NumberLanguage): string {
  const unit = unitText(ref, figure, language);
  const number = numberText(figure, ref, language);
  return unit === '' ? number : `${number}${noBreakSpace}${unit.replaceAll(' ', noBreakSpace)}`;
}
