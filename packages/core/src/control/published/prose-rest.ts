import { absolute } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { figureSource, readFigure, sentencesOf } from './prose-figures.ts';
import type { Micro, Paragraph } from './published-document.ts';

/** An amount of money in running text, and where its sentence has it. */
type Told = { readonly value: Micro; readonly step: Micro; readonly text: string; readonly at: number };

/** «økte inntekter på 6,6 mill., noe som muliggjør en avsetning på 2,8 mill.»: what is left once something is paid. */
type Rest = { readonly from: Told; readonly left: Told; readonly text: string };

const therefore =
  /,?\s(?:noe|noko|hvilket|kva) som\s(?:mulig(?:gjør|gjer)|gir|gjer|gjør|betyr|tyder|medfører|fører til)|,?\swhich\s(?:allows|leaves|gives|means)/iu;
const figures = new RegExp(figureSource, 'giu');

const amountsIn = (text: string): readonly Told[] =>
  [...text.matchAll(figures)].flatMap((match) => {
    const [own, crowns, digits = '', word] = match;
    const read = readFigure(crowns, digits, word);
    if (read === null || !read.hasUnit || read.isPercent) return [];
    return [{ value: read.value, step: read.step, text: own.trim(), at: match.index }];
  });

function restIn(sentence: string): Rest | null {
  const word = therefore.exec(sentence);
  if (word === null) return null;
  const amounts = amountsIn(sentence);
  const from = amounts.filter(({ at }) => at < word.index).at(-1);
  const left = amounts.find(({ at }) => at > word.index);
  if (from === undefined || left === undefined) return null;
  const text = sentence.slice(word.index + word[0].length, left.at + left.text.length).trim();
  return { from, left, text };
}

const comesTo = (from: Told, paid: Told, left: Told): boolean =>
  absolute(from.value - paid.value - left.value) * 2n <= from.step + paid.step + left.step;

/**
 * Two sums of money from which the same cost is paid, told one after the other: where what is left fits the one and not the other, and the
 * other is what another figure of the paragraph would leave, the wrong figure was taken away.
 */
export function restDeviations(paragraphs: readonly Paragraph[]): readonly ProseDeviation[] {
  return paragraphs.flatMap((paragraph): readonly ProseDeviation[] => {
    if (paragraph.isHeading || !therefore.test(paragraph.text)) return [];
    const rests = sentencesOf(paragraph.text).flatMap((sentence) => restIn(sentence) ?? []);
    if (rests.length < 2) return [];
    const all = amountsIn(paragraph.text);
    const used = new Set(rests.flatMap(({ from, left }) => [from.value, left.value]));
    const cost = all.find(
      (each) => !used.has(each.value) && rests.some(({ from, left }) => comesTo(from, each, left)),
    );
    if (cost === undefined) return [];
    return rests.flatMap(({ from, left, text }): readonly ProseDeviation[] => {
      if (comesTo(from, cost, left)) return [];
      const wrong = all.find((each) => each.value !== cost.value && from.value - each.value === left.value);
      if (wrong === undefined || wrong.value === from.value) return [];
      return [
        {
          rule: 'prose.rest',
          cause: 'unexplained',
          class: 'soft',
          severity: 'warning',
          confidence: 'medium',
          place: paragraph.place,
          text,
          printed: left.value,
          expected: from.value - cost.value,
          isPercent: false,
          table: null,
          rowLabel: '',
          values: {},
          members: [
            { label: from.text, value: from.value, sign: 1 },
            { label: cost.text, value: cost.value, sign: -1 },
          ],
        },
      ];
    });
  });
}
