import { labelKey } from './labels.ts';
import { absolute } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { figureSource, readFigure, sentencesOf } from './prose-figures.ts';
import type { Micro, Paragraph } from './published-document.ts';
import { slipBetween } from './slips.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** An amount of a sentence, and the words that go with it: up to the next amount or stop. */
type Told = { readonly value: Micro; readonly step: Micro; readonly text: string; readonly words: string };
/** A cell in kroner, as it is by one reading of the table's unit: what it does not say may be kroner, thousands or millions. */
type Shown = {
  readonly table: UnderstoodTable;
  readonly scale: bigint;
  readonly row: number;
  readonly column: number;
  readonly value: Micro;
};

const figures = new RegExp(figureSource, 'giu');
const opens =
  /begynnelse|byrjing|inngang(?:en)?\b|inngåande|inngående|\bstart|(?<!\d)0?1\.0?1\.|1\. januar|beginning|opening/i;
/** A change is not one of the figures it is between; a forecast is not in the table. */
const ofSomethingElse =
  /økning|auke|økt(?:e|es)?\s|vekst|reduksjon|redusert|nedgang|nedgong|endring|innsparing|prognose|forvent|increase|decrease|reduction|forecast/i;

function amountsIn(sentence: string): readonly Told[] {
  const found = [...sentence.matchAll(figures)].flatMap((match) => {
    const [own, crowns, digits = '', word] = match;
    const read = readFigure(crowns, digits, word);
    if (read === null || !read.hasUnit || read.isPercent) return [];
    return [{ ...read, text: own.trim(), from: match.index, until: match.index + own.length }];
  });
  return found.map(({ value, step, text, until }, at) => {
    const end = found[at + 1]?.from ?? sentence.length;
    return { value, step, text, words: sentence.slice(until, end).split(/[,;:]\s/)[0] ?? '' };
  });
}

/** Three digits say which figure it is; with two there are too many it may be. */
const isTelling = ({ value, step }: Told): boolean => value >= 100n * step;
const isTold = ({ value, step }: Told, shown: Micro): boolean =>
  absolute(absolute(shown) - value) * 2n <= step;

function shownIn(table: UnderstoodTable): readonly Shown[] {
  const { view, unit } = table;
  const isSure = unit.evidence === 'stated' || unit.evidence === 'roundThousands' || unit.factor !== 1n;
  const scales = isSure ? [unit.factor] : [1n, 1000n, 1_000_000n];
  return view.rows.flatMap(({ index: row }) =>
    view.columns.flatMap(({ index: column, isPercent }) => {
      const value = isPercent ? null : view.valueAt(row, column);
      return value === null
        ? []
        : scales.map((scale) => ({ table, scale, row, column, value: value * scale }));
    }),
  );
}

const tokensOf = (text: string): readonly string[] =>
  labelKey(text)
    .split(/[^\p{L}]+/u)
    .filter((token) => token.length >= 3);

/** Words so small or so common in tables that they name no row. */
const common = new Set([
  'sum',
  'samlet',
  'samla',
  'totalt',
  'total',
  'bruk',
  'til',
  'fra',
  'frå',
  'for',
  'med',
  'and',
  'the',
]);

/** The cells beside an anchor that the words of an amount speak of: its row by name in the same column, or the opening of the same row. */
function spokenOf({ words }: Told, anchor: Shown, all: readonly Shown[]): readonly Shown[] {
  const { view } = anchor.table;
  const told = new Set(tokensOf(words));
  const named = (row: number): boolean =>
    tokensOf(view.rows[row]?.label ?? '').some((token) => !common.has(token) && told.has(token));
  const headerOf = (column: number): string =>
    view.columns.find(({ index }) => index === column)?.header ?? '';
  return all.filter(({ row, column, scale }) => {
    if (scale !== anchor.scale) return false;
    if (row === anchor.row)
      return column !== anchor.column && opens.test(words) && opens.test(headerOf(column));
    return column === anchor.column && named(row);
  });
}

/**
 * Two amounts of one sentence: the one is a total of a table, told as it is printed, and the other is what the words beside it call a figure
 * of the same table, but for one slip of the digits. «Det investeres for 707,2 mill., og 945,0 mill. dekkes av lån» under 495,0.
 */
export function companionDeviations(
  paragraphs: readonly Paragraph[],
  tables: readonly UnderstoodTable[],
): readonly ProseDeviation[] {
  const byTable = new Map(tables.map((table) => [table, shownIn(table)]));
  const all = [...byTable.values()].flat();
  return paragraphs.flatMap((paragraph) =>
    paragraph.isHeading
      ? []
      : sentencesOf(paragraph.text).flatMap((sentence): readonly ProseDeviation[] => {
          if (ofSomethingElse.test(sentence)) return [];
          const amounts = amountsIn(sentence).filter(isTelling);
          if (amounts.length < 2) return [];
          const strangers = amounts.filter((amount) => !all.some(({ value }) => isTold(amount, value)));
          const anchors = all.filter(
            ({ table, row, value }) =>
              row === table.totalRow && amounts.some((amount) => isTold(amount, value)),
          );
          return strangers.flatMap((amount) => {
            const candidates = anchors.flatMap((anchor) =>
              spokenOf(amount, anchor, byTable.get(anchor.table) ?? []),
            );
            const meant = candidates.find(({ value }) => {
              const slip = slipBetween(amount.value, absolute(value));
              return slip === 'transposed' || slip === 'digit';
            });
            return meant === undefined ? [] : [deviation(amount, meant, paragraph)];
          });
        }),
  );
}

function deviation(amount: Told, { table, row, value }: Shown, paragraph: Paragraph): ProseDeviation {
  return {
    rule: 'prose.amount',
    cause: slipBetween(amount.value, absolute(value)) ?? 'unexplained',
    class: 'soft',
    severity: 'warning',
    confidence: 'medium',
    place: paragraph.place,
    text: amount.text,
    printed: amount.value,
    expected: absolute(value),
    isPercent: false,
    table,
    rowLabel: table.view.rows[row]?.label ?? '',
    values: {},
  };
}
