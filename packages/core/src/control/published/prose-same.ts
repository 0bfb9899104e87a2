import { absolute } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { aboutSource, figureSource, looseStep, readFigure, sentencesOf } from './prose-figures.ts';
import type { Micro, Paragraph } from './published-document.ts';
import { slipBetween } from './slips.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** One figure of a sentence, and the words that say what it is a figure of. */
type Mention = {
  readonly value: Micro;
  readonly step: Micro;
  readonly isPercent: boolean;
  readonly text: string;
  readonly paragraph: Paragraph;
  /** Headings and tables above: with the same number, one thing is spoken of. */
  readonly chapter: number;
  /** Lower case, without endings. */
  readonly words: ReadonlySet<string>;
  /** Names, years, dates, codes and words such as «av dette»: the same in both, or it is not the same quantity. */
  readonly marks: string;
  readonly names: ReadonlySet<string>;
};

const figures = new RegExp(`${aboutSource}${figureSource}`, 'giu');
const empty = new Set(
  (
    'og eller men mens som at for til fra frå på av med ved om er var blir ble vart vert har hadde det den de dei dette denne desse disse i en ei et ein eit å ' +
    'vil kan skal også òg ikke ikkje så der her når pr per ca om lag kroner kr mill millioner prosent nå no samt innen ' +
    'the of and or but while a an is are was were be been has have had in on at by with from to that this it for as also not about per cent million'
  ).split(' '),
);
const qualifiers =
  /(?<!\p{L})(?:herav|hvorav|kvarav|av dette|av disse|resten|øvrige?|ytterligere|ytterlegare|i tillegg|mer|meir|mindre|høyere|høgare|lavere|lågare|økt|økte|økning\p{L}*|auk\p{L}*|redu\p{L}*|nedgang\p{L}*|nedgong\p{L}*|innspar\p{L}*|hver|kvar|brutto|netto|minst|over|under|inntil|maksimalt|nesten|of which|more|less|higher|lower|increase\p{L}*|decrease\p{L}*|reduc\p{L}*|each|gross|net|other|least|up to|another)(?!\p{L})/giu;

/**
 * The same quantity told twice with two figures. Only where the words leave hardly any doubt: most words are shared, and all names, years,
 * dates and qualifying words; across chapters a name must be among them. What is said three times or more with several figures is a way of
 * speaking and not one quantity.
 */
export function sameDeviations(
  paragraphs: readonly Paragraph[],
  tables: readonly UnderstoodTable[],
): readonly ProseDeviation[] {
  const lines = tables.map(({ view }) => view.table.place.line);
  const mentions = mentionsIn(paragraphs, lines);
  const byWord = new Map<string, number[]>();
  const tried = new Set<string>();
  const alike = new Map<number, number[]>();
  for (const [at, mention] of mentions.entries()) {
    for (const word of mention.words) {
      const before = byWord.get(word) ?? [];
      // A word on every page tells nothing apart, and would make every pair be looked at.
      if (before.length <= 40)
        for (const other of before) {
          const pair = `${other} ${at}`;
          if (tried.has(pair)) continue;
          tried.add(pair);
          const first = mentions[other];
          if (first === undefined || !isSame(first, mention)) continue;
          alike.set(other, [...(alike.get(other) ?? []), at]);
          alike.set(at, [...(alike.get(at) ?? []), other]);
        }
      byWord.set(word, [...before, at]);
    }
  }
  return [...alike].flatMap(([at, others]): readonly ProseDeviation[] => {
    const second = mentions[at];
    const [only] = others;
    const first = only === undefined || others.length > 1 || only > at ? undefined : mentions[only];
    if (first === undefined || second === undefined || alike.get(only ?? -1)?.length !== 1) return [];
    if (absolute(first.value - second.value) * 2n <= first.step + second.step) return [];
    return [deviationOf(first, second)];
  });
}

function deviationOf(first: Mention, second: Mention): ProseDeviation {
  return {
    rule: 'prose.same',
    cause: slipBetween(second.value, first.value) ?? 'unexplained',
    class: 'soft',
    severity: 'warning',
    confidence: 'medium',
    place: second.paragraph.place,
    text: second.text,
    printed: second.value,
    expected: first.value,
    isPercent: second.isPercent,
    table: null,
    rowLabel: '',
    values: {},
    other: { text: first.text, place: first.paragraph.place },
  };
}

function isSame(a: Mention, b: Mention): boolean {
  if (a.isPercent !== b.isPercent || a.marks !== b.marks || a.paragraph === b.paragraph) return false;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  const all = a.words.size + b.words.size - shared;
  if (shared < 3 || shared * 5 < all * 3) return false;
  return a.chapter === b.chapter || a.names.size > 0;
}

function mentionsIn(paragraphs: readonly Paragraph[], tables: readonly number[]): readonly Mention[] {
  // A capital inside a sentence is a name's; the first word of one has it anyhow.
  const capital = new Set(
    paragraphs.flatMap(({ text }) => text.match(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}-]*/gu) ?? []),
  );
  const small = new Set(paragraphs.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}\p{L}*/gu) ?? []));
  let chapter = 0;
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.isHeading) {
      chapter += 1;
      return [];
    }
    // What is said after another table is said of another thing.
    const own = chapter + tables.filter((line) => line < paragraph.place.line).length;
    return sentencesOf(paragraph.text).flatMap(
      (sentence) =>
        mentionIn(sentence, paragraph, own, (word) => capital.has(word) && !small.has(word.toLowerCase())) ??
        [],
    );
  });
}

/** The figure of a sentence that has only one of money or percents. */
function mentionIn(
  sentence: string,
  paragraph: Paragraph,
  chapter: number,
  isName: (word: string) => boolean,
): Mention | null {
  const told = [...sentence.matchAll(figures)].flatMap(([text, about, crowns, digits = '', word]) => {
    const read = readFigure(crowns, digits, word);
    return read === null || !read.hasUnit ? [] : [{ ...read, text, isAbout: about !== undefined }];
  });
  const [figure] = told;
  if (figure === undefined || told.length > 1 || figure.value === 0n) return null;
  const rest = sentence.replace(figure.text, ' ');
  const letters = rest.match(/\p{L}[\p{L}-]*/gu) ?? [];
  const names = new Set(letters.filter(isName).map(stem));
  const words = new Set(
    letters
      .map((word) => word.toLowerCase())
      .filter((word) => word.length >= 3 && !empty.has(word))
      .map(stem),
  );
  const numbers = rest.match(/\d[\d.,]*/g) ?? [];
  const said = (rest.match(qualifiers) ?? []).map((word) => stem(word.toLowerCase()));
  return {
    value: figure.value,
    step: figure.isAbout ? looseStep(figure.value, figure.step) * 2n : figure.step,
    isPercent: figure.isPercent,
    text: sentence.trim(),
    paragraph,
    chapter,
    words,
    marks: [...new Set([...names, ...numbers, ...said])].toSorted().join('|'),
    names,
  };
}

/** «kostnaden», «kostnader» and «kostnad» are one word. */
const stem = (word: string): string => {
  const bare = word.toLowerCase();
  return bare.length <= 4 ? bare : bare.replace(/(?:ene|ane|ar|er|en|et|a|e|s)$/u, '');
};
