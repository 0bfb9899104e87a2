import { printedStep } from './equation.ts';
import { readPrintedFigure } from './printed-figure.ts';
import { type Micro, micro } from './published-document.ts';

const number = String.raw`\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:[ .\u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const unit = String.raw`mrd\.?|milliard(?:er|ar)?|billion|mill\.?(?:ion(?:er|ar|s)?)?|tusen|thousand|%|prosent(?!poeng)|per ?cent(?!age)(?! points?)|[\x60'´’](?!\w)|kr\b|kroner|,-`;

/** A figure with its unit as running text prints it; four groups: crowns before, digits, unit. */
export const figureSource = String.raw`((?:kr\.?|NOK)\s*)?(${number})\s*(${unit})?(?:\s*kr(?:oner|\b\.?))?`;
/** «ca.», «om lag», «approximately»: one group, empty where the figure is told as exact. */
export const aboutSource = String.raw`(?:(ca\.?|cirka|om ?lag|rundt|kring|omtrent|omkring|bortimot|nær|nesten|knapt|vel|drøyt|godt|i (?:under|over)kant av|\+/-|about|approximately|around|roughly|nearly|almost|just (?:over|under))\s*)?`;

/** No sentence is so long: such a line is a table gone wrong or an attempt to hold the reader up. */
const longestSentence = 4000;

/** Sentences end at a stop before a capital; «ca. 49», «mill. kr» and «pr. 31.12» do not end one. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}«(])/u).filter(({ length }) => length <= longestSentence);
}

const factors: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:mrd|milliard|billion)/i, 1_000_000_000n],
  [/^mill/i, 1_000_000n],
  [/^(?:tusen|thousand|[`'´’])/i, 1000n],
];

export type ToldFigure = {
  /** In kroner, or in percent. */
  readonly value: Micro;
  /** The step of the last printed digit, in the same unit. */
  readonly step: Micro;
  readonly isPercent: boolean;
  readonly hasUnit: boolean;
};

/** The groups of `figureSource` → the figure; null for what is no figure. */
export function readFigure(
  crowns: string | undefined,
  digits: string,
  word: string | undefined,
): ToldFigure | null {
  // In running text a dot before other than three digits is a decimal point: «6.1 mill».
  const read = readPrintedFigure(digits);
  if (read === null) return null;
  const factor = factors.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? 1n;
  const isPercent = word !== undefined && /^(?:%|prosent|per ?cent)/i.test(word);
  const hasUnit = word !== undefined || crowns !== undefined;
  const step = read.decimals > 0 ? printedStep(read.decimals) : lastDigitStep(read.value);
  return { value: read.value * factor, step: step * factor, isPercent, hasUnit };
}

/** «8 150 000» is told to the nearest ten thousand, «1,7» to the nearest tenth. */
function lastDigitStep(value: Micro): Micro {
  let step = micro;
  while (value !== 0n && value % (step * 10n) === 0n && value / (step * 10n) >= 10n) step *= 10n;
  return step;
}

/** «ca. 30 %» is rounder than «ca. 29 %»: a figure told about to the nearest ten or five may miss by half as much. */
export function looseStep(value: Micro, step: Micro): Micro {
  if (value % (step * 10n) === 0n) return step * 5n;
  return value % (step * 5n) === 0n ? (step * 5n) / 2n : step;
}
