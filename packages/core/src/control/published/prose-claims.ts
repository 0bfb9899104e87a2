import { aboutSource, figureSource, looseStep, readFigure, sentencesOf } from './prose-figures.ts';
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
  /** «mer enn doblet»: more is as true. */
  readonly isAtLeast?: boolean;
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

const upWords = `økning(?:en|a)?|auke[nr]?|vekst(?:en)?|øk(?:t|er|te|es|ast)|auk(?:a|ar|ast)|stig(?:er|e|ning|ing|inga|ingen)|steg|g(?:ått|ikk|jekk) opp|mer(?:utgift|kostnad)(?:en)?|meir(?:utgift|kostnad)(?:a|en)?|increase[sd]?|r[io]se[sn]?|gr(?:ew|ows|own|owth)|up`;
const downWords = `nedgang(?:en)?|nedgong(?:en)?|reduksjon(?:en)?|reduser(?:t|es|te|a|ast)|innsparing(?:en|a)?|redusert ramme|mink(?:a|ar)|minsk(?:a|ar)|falt|fall(?:et|er)?|sank|søkk|g(?:ått|ikk|jekk) ned|kutt(?:et|a)?|decrease[sd]?|reduc(?:ed|tion)|f[ae]ll(?:s|en)?|decline[sd]?|drop(?:s|ped)?|cut|savings?|down`;

const changePattern = new RegExp(
  String.raw`(?<![\p{L}-])((${upWords})|(${downWords}))\s+(?:\p{L}+\s+)?(?:på|med|er på|utgjør|utgjer|of|by|is)\s+(?:til sammen |totalt |i alt |samla |a total of )?${aboutSource}${figureSource}`,
  'giu',
);
/** Changes told in a word: how many percent each is, and how far from it the word is still true. */
const levels: readonly { readonly words: string; readonly percent: bigint; readonly step: bigint }[] = [
  { words: 'halver(?:t|ing|es|a|ast)|halved|halving', percent: -50n, step: 10n },
  { words: '(?:for)?dobl(?:et|es|ing|a|ast)|dobbelt så|doubled|doubling', percent: 100n, step: 10n },
  { words: 'tredobl(?:et|es|ing|a|ast)|tripled|trebled', percent: 200n, step: 20n },
  { words: 'firedobl(?:et|es|ing|a|ast)|quadrupled', percent: 300n, step: 30n },
];
const levelPattern = new RegExp(
  String.raw`(?<!\p{L})(?:(mer enn|meir enn|godt over|over|more than)\s+)?(?:(nesten|nær|bortimot|nearly|almost)\s+)?(${levels.map(({ words }) => words).join('|')})(?!\p{L})`,
  'giu',
);
const unchangedPattern =
  /(?<!\p{L})(?:(?:budsjett|ramm|tilsk[ou])\p{L}*|budget|grant)\s+(?:for\s+(?:\d{4}|\p{Lu}\p{L}+)\s+)?(?:er|blir|vert|holdes|haldast|held seg|is|remains|stays)\s+(?:(?:om lag|tilnærm(?:et|a)|nesten|nearly|almost)\s+)?(?:uendr(?:et|a)|uforandr(?:et|a)|unchanged)(?!\p{L})/iu;
const fromToPattern = new RegExp(
  String.raw`\b(?:fra|frå|from) ${aboutSource}${figureSource}\s+(?:(?:i|in) \d{4} )?(?:til|to) ${aboutSource}${figureSource}`,
  'iu',
);

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
  for (const match of sentence.matchAll(levelPattern)) {
    const [text, atLeast, almost, word = ''] = match;
    const level = levels.find(({ words }) => new RegExp(`^(?:${words})$`, 'iu').test(word));
    if (level === undefined) continue;
    found.push({
      kind: 'percent',
      direction: level.percent < 0n ? -1n : 1n,
      value: (level.percent < 0n ? -level.percent : level.percent) * micro,
      step: level.step * micro * (almost === undefined ? 1n : 2n),
      isApproximate: true,
      isAtLeast: atLeast !== undefined,
      isSubject: false,
      text,
      sentence,
      paragraph,
    });
  }
  const [unchanged] = unchangedPattern.exec(sentence) ?? [];
  if (unchanged !== undefined)
    found.push({
      kind: 'percent',
      direction: 1n,
      value: 0n,
      step: micro,
      isApproximate: true,
      isSubject: true,
      text: unchanged,
      sentence,
      paragraph,
    });
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
        .filter(({ text }) => /\d/.test(text))
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
