import { everybody } from '@samstyr/core/budget/figure-id';
import type { Block, ChapterNode, Row, TableNode } from '../tree/node.ts';
import { ref, strong, text } from '../tree/say.ts';
import { column } from './cells.ts';
import { type Context, directionOf, nameOf } from './context.ts';

/** A table of two columns of words. */
const wordTable = (
  id: string,
  words: Pick<TableNode, 'caption' | 'unit' | 'head'> & { readonly meaning: string },
  rows: readonly (readonly [string, string])[],
): TableNode => ({
  node: 'table',
  id,
  caption: words.caption,
  unit: words.unit,
  head: words.head,
  columns: [column('meaning', [words.meaning], 'text')],
  rows: rows.map(
    ([sign, meaning]): Row => ({
      kind: 'row',
      header: [text(sign)],
      group: null,
      cells: [{ cell: 'text', content: [text(meaning)] }],
    }),
  ),
  note: null,
  layout: 'text',
});

/** «Slik leser du budsjettet»: units, signs, an example from the document itself, and the words that recur. */
export function guideChapter(context: Context): ChapterNode {
  const { t } = context;
  const { guide, head } = t;
  return {
    node: 'chapter',
    id: 'lesehjelp',
    title: guide.title,
    shortTitle: guide.title,
    kicker: null,
    lead: guide.lead,
    children: [
      {
        node: 'section',
        id: 'lesehjelp-belop',
        title: guide.amounts,
        level: 2,
        children: guide.amountsText.map((content): Block => ({ node: 'paragraph', content })),
        aside: [
          { title: guide.cite, content: guide.citeText(strongId(context)), tag: null },
          { title: guide.privacy, content: guide.privacyText, tag: null },
        ],
      },
      {
        node: 'section',
        id: 'lesehjelp-tegn',
        title: guide.signs,
        level: 2,
        children: [
          wordTable(
            'tabell-tegn',
            { caption: guide.signsCaption, unit: guide.signsUnit, head: head.sign, meaning: head.meaning },
            guide.signRows,
          ),
        ],
        aside: [],
      },
      ...example(context),
      {
        node: 'section',
        id: 'lesehjelp-ord',
        title: guide.words,
        level: 2,
        children: [
          wordTable(
            'tabell-ord',
            {
              caption: guide.wordsCaption,
              unit: guide.wordsUnit,
              head: head.word,
              meaning: head.explanation,
            },
            guide.wordRows,
          ),
        ],
        aside: [],
      },
    ],
  };
}

/** The place an example is taken from: the first cell that every year knows. */
function exampleRow({ source, store }: Context) {
  return source.overview.rows.find(
    ({ unit, service, party, kind, previous, current, changeOre }) =>
      unit !== null &&
      service === null &&
      party !== null &&
      kind === 'operating' &&
      changeOre > 0n &&
      previous.attendance === 'member' &&
      current.attendance === 'member' &&
      !current.sensitive &&
      !store.isHidden(current.figureId),
  );
}

const strongId = (context: Context): string => {
  const { year } = context;
  const row = exampleRow(context);
  const number =
    context.source.overview.parties.find(({ party }) => party === row?.party)?.number ?? everybody;
  return `budget/${year}/${row?.unit ?? ''}/${number}`;
};

function example(context: Context): readonly Block[] {
  const { t, store, index, language, year } = context;
  const row = exampleRow(context);
  if (row === undefined || row.unit === null) return [];
  const figures = context.figures(row);
  if (figures === null) return [];
  const party = context.source.overview.parties.find((one) => one.party === row.party)?.name ?? '';
  return [
    {
      node: 'section',
      id: 'lesehjelp-eksempel',
      title: t.guide.example,
      level: 2,
      children: [
        {
          node: 'paragraph',
          content: t.guide.exampleText(
            nameOf(index.unit.get(row.unit), language),
            party,
            strong(ref(figures.previous, 'auto')),
            strong(ref(figures.current, 'auto')),
            strong(ref(figures.change, 'auto', 'never')),
            [year - 1, year],
            directionOf(store.get(figures.change)),
          ),
        },
      ],
      aside: [],
    },
  ];
}
