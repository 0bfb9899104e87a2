import { printedStep } from './equation.ts';
import { readPrintedFigure } from './printed-figure.ts';
import { type Micro, micro, type Paragraph } from './published-document.ts';

/** «en nedgang på ca. 6,8 mill.»: what a sentence says about a change. */
export type ChangeClaim = {
  readonly kind: 'change' | 'percent';
  readonly direction: 1n | -1n;
  /** In kroner, or in percent. */
  readonly value: Micro;
  /** The step of the last printed digit, in the same unit. */
  readonly step: Micro;
  readonly isApproximate: boolean;
  /** The claim opens the sentence: «Økningen på …» speaks of the table, not of a part of it. */
  readonly isSubject: boolean;
  readonly text: string;
  readonly sentence: string;
  readonly paragraph: Paragraph;
};

/** «fra 6,1 mill. til 4,1 mill., en reduksjon på 2 mill.»: three figures of one sentence. */
export type WithinClaim = {
  readonly from: Micro;
  readonly to: Micro;
  readonly stated: Micro;
  readonly step: Micro;
  readonly isPercent: boolean;
  readonly text: string;
  readonly paragraph: Paragraph;
};

const number = String.raw`\d{1,3}(?:[ .\u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const unit = String.raw`mrd\.?|milliard(?:er)?|mill\.?(?:ion(?:er|ar)?)?|tusen|%|prosent(?!poeng)|[\x60'´’](?!\w)|kr\b|kroner|,-`;
const figure = String.raw`(kr\.?\s*)?(${number})\s*(${unit})?(?:\s*kr(?:oner|\b\.?))?`;
const about = String.raw`(?:(ca\.?|cirka|om ?lag|rundt|omtrent|omkring|nær|nesten|vel|drøyt|i (?:under|over)kant av|\+/-)\s*)?`;
const upWords = `økning(?:en|a)?|auke[nr]?|vekst(?:en)?|øk(?:t|er|te|es|ast)|auk(?:a|ar|ast)|merutgift(?:en)?`;
const downWords = `nedgang(?:en)?|reduksjon(?:en)?|reduser(?:t|es|te|ast)|innsparing(?:en|a)?|redusert ramme`;

const changePattern = new RegExp(
  String.raw`(?<![\p{L}-])((${upWords})|(${downWords}))\s+(?:\p{L}+\s+)?(?:på|med|er på|utgjør)\s+(?:til sammen |totalt |i alt )?${about}${figure}`,
  'giu',
);
const halfPattern = /(?<!\p{L})(halvert|halvering|halveres|doblet|dobles|fordoblet|dobling)(?!\p{L})/giu;
const fromToPattern = new RegExp(
  String.raw`\bfra ${about}${figure}\s+(?:i \d{4} )?til ${about}${figure}`,
  'iu',
);

/** Sentences end at a stop before a capital; «ca. 49», «mill. kr» and «pr. 31.12» do not end one. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}«(])/u);
}

const factors: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:mrd|milliard)/i, 1_000_000_000n],
  [/^mill/i, 1_000_000n],
  [/^(?:tusen|[`'´’])/i, 1000n],
];

function readFigure(crowns: string | undefined, digits: string, word: string | undefined) {
  // In running text a dot before other than three digits is a decimal point: «6.1 mill».
  const read = readPrintedFigure(digits);
  if (read === null) return null;
  const factor = factors.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? 1n;
  const isPercent = word !== undefined && /^(?:%|prosent)/i.test(word);
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
function looseStep(value: Micro, step: Micro): Micro {
  if (value % (step * 10n) === 0n) return step * 5n;
  return value % (step * 5n) === 0n ? (step * 5n) / 2n : step;
}

export function changeClaims(paragraphs: readonly Paragraph[]): readonly ChangeClaim[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.isHeading
      ? []
      : sentencesOf(paragraph.text).flatMap((sentence) => claimsIn(sentence, paragraph)),
  );
}

function claimsIn(sentence: string, paragraph: Paragraph): readonly ChangeClaim[] {
  const found: ChangeClaim[] = [];
  for (const match of sentence.matchAll(changePattern)) {
    const [text, , up, , approximate, crowns, digits = '', word] = match;
    const read = readFigure(crowns, digits, word);
    if (read === null || (!read.hasUnit && read.value < 1000n * micro)) continue;
    found.push({
      kind: read.isPercent ? 'percent' : 'change',
      direction: up === undefined ? -1n : 1n,
      value: read.value,
      step: approximate === undefined ? read.step : looseStep(read.value, read.step),
      isApproximate: approximate !== undefined,
      isSubject: match.index === 0,
      text: text.trim(),
      sentence,
      paragraph,
    });
  }
  for (const match of sentence.matchAll(halfPattern)) {
    const [text] = match;
    const isHalf = text.toLowerCase().startsWith('halver');
    found.push({
      kind: 'percent',
      direction: isHalf ? -1n : 1n,
      value: (isHalf ? 50n : 100n) * micro,
      step: 10n * micro,
      isApproximate: true,
      isSubject: false,
      text,
      sentence,
      paragraph,
    });
  }
  return found;
}

export function withinClaims(paragraphs: readonly Paragraph[]): readonly WithinClaim[] {
  return paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph.text).flatMap((sentence): readonly WithinClaim[] => {
      const span = fromToPattern.exec(sentence);
      if (span === null) return [];
      const [, , crownsA, digitsA = '', wordA, , crownsB, digitsB = '', wordB] = span;
      const from = readFigure(crownsA ?? crownsB, digitsA, wordA ?? wordB);
      const to = readFigure(crownsB, digitsB, wordB);
      if (from === null || to === null || !to.hasUnit || from.isPercent || to.isPercent) return [];
      return claimsIn(sentence, paragraph)
        .filter(({ text }) => !/halver|dobl/i.test(text))
        .map((claim) => ({
          from: from.value,
          to: to.value,
          stated: claim.value * claim.direction,
          step: claim.kind === 'percent' ? claim.step : claim.step + from.step + to.step,
          isPercent: claim.kind === 'percent',
          text: claim.text,
          paragraph,
        }));
    }),
  );
}
