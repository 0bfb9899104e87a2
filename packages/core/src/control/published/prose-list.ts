import { absolute } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { aboutSource, figureSource, looseStep, readFigure, sentencesOf } from './prose-figures.ts';
import type { Micro, Paragraph } from './published-document.ts';
import { slipBetween } from './slips.ts';

/** One thing that makes the cost larger or smaller, in kroner. */
type Item = {
  readonly text: string;
  readonly value: Micro;
  readonly step: Micro;
  readonly paragraph: Paragraph;
};

const cost = '(?:kostnad|utgift|cost|expenditure)\\p{L}*';
const moved = new RegExp(
  String.raw`(?:(reduser(?:t|te)|lavere|lågare|mindre|spart|reduced|lower)|(øk(?:t|te)|auka?|høyere|høgare|nye?|increased|higher|new))\s+${cost}[^.;\d]{0,40}?${aboutSource}${figureSource}`,
  'iu',
);
const lost = new RegExp(
  String.raw`(?<!\p{L})(?:(taper|tapar|tap på|loses|a loss of)|(tjener|tener|sparer|sparar|gains|saves))\s+${aboutSource}${figureSource}`,
  'iu',
);
const total = new RegExp(
  String.raw`(?<!\p{L})(?:saml(?:et|a) effekt|til sammen|tilsammen|totalt|i sum|i alt|total effect|in total|altogether)(?!\p{L})[^.;\d]{0,140}?(?:${cost}|effe[kc]t\p{L}*)\s+(?:på|of)\s+${aboutSource}${figureSource}`,
  'iu',
);

function itemIn(sentence: string, pattern: RegExp, paragraph: Paragraph, upAt: 1 | 2): Item | null {
  const match = pattern.exec(sentence);
  if (match === null) return null;
  const [text, first, , about, crowns, digits = '', word] = match;
  const read = readFigure(crowns, digits, word);
  if (read === null || !read.hasUnit || read.isPercent) return null;
  const isFirst = first !== undefined;
  const isUp = upAt === 1 ? isFirst : !isFirst;
  return {
    text: text.trim(),
    value: isUp ? read.value : -read.value,
    step: about === undefined ? read.step : looseStep(read.value, read.step) * 2n,
    paragraph,
  };
}

/** The one item of a point in a list; a paragraph with two figures of money is no point. */
function pointOf(paragraph: Paragraph): Item | null {
  const amounts = [...paragraph.text.matchAll(new RegExp(figureSource, 'giu'))].filter(
    ([, crowns, , word]) => crowns !== undefined || (word !== undefined && !/^(?:%|pro|per)/i.test(word)),
  );
  return amounts.length === 1 ? itemIn(paragraph.text, moved, paragraph, 2) : null;
}

/** Three points or more, each with what it costs or saves, and a sentence soon after that tells what they come to. */
export function listDeviations(paragraphs: readonly Paragraph[]): readonly ProseDeviation[] {
  const found: ProseDeviation[] = [];
  let points: Item[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const point = paragraph.isHeading ? null : pointOf(paragraph);
    if (point !== null) {
      points.push(point);
      continue;
    }
    if (points.length >= 3) {
      const deviation = totalAfter(points, paragraphs.slice(at, at + 4));
      if (deviation !== null) found.push(deviation);
    }
    points = [];
  }
  return found;
}

function totalAfter(points: readonly Item[], after: readonly Paragraph[]): ProseDeviation | null {
  const between: Item[] = [];
  for (const paragraph of after) {
    if (paragraph.isHeading) return null;
    for (const sentence of sentencesOf(paragraph.text)) {
      const match = total.exec(sentence);
      if (match !== null) return judged(match, paragraph, points, between);
      const loss = itemIn(sentence, lost, paragraph, 1);
      if (loss !== null) between.push(loss);
    }
  }
  return null;
}

function judged(
  [text, about, crowns, digits = '', word]: RegExpExecArray,
  paragraph: Paragraph,
  points: readonly Item[],
  between: readonly Item[],
): ProseDeviation | null {
  const read = readFigure(crowns, digits, word);
  if (read === null || !read.hasUnit || read.isPercent) return null;
  const own = about === undefined ? read.step : looseStep(read.value, read.step) * 2n;
  const sums = (between.length === 0 ? [points] : [points, [...points, ...between]]).map((items) => {
    const sum = items.reduce((all, { value }) => all + value, 0n);
    const room = items.reduce((all, { step }) => all + step, own);
    return { items, sum, room, miss: absolute(absolute(sum) - read.value) };
  });
  if (sums.some(({ miss, room }) => miss * 2n <= room)) return null;
  const best = sums.toSorted((a, b) => (a.miss < b.miss ? -1 : 1))[0];
  if (best === undefined) return null;
  const expected = absolute(best.sum);
  return {
    rule: 'prose.sum',
    cause: slipBetween(read.value, expected) ?? 'unexplained',
    class: 'soft',
    severity: 'warning',
    confidence: 'medium',
    place: paragraph.place,
    text: text.trim(),
    printed: read.value,
    expected,
    isPercent: false,
    table: null,
    rowLabel: '',
    values: {},
    members: best.items.map((item) => ({
      label: item.text,
      value: absolute(item.value),
      sign: item.value < 0n ? -1 : 1,
    })),
  };
}
