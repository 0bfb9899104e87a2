import { HeadingLevel, InternalHyperlink, Paragraph, Tab, TableOfContents, TabStopType, TextRun } from 'docx';
import type { CoverData, PdfPage } from '../pdf/page.ts';
import { asideOf, type Written } from './blocks.ts';
import { fieldColour, page, twips } from './look.ts';
import type { Manuscript } from './manuscript.ts';
import { armsPicture, coverPicture } from './pictures.ts';
import { pieceRuns, run, wordText } from './runs.ts';

const rightEdge = { type: TabStopType.RIGHT, position: twips(page.portrait.text) } as const;

/** The first page: whose budget, which year, and the budget itself as a picture. */
export function coverBlocks(cover: CoverData, manuscript: Manuscript): readonly Written[] {
  const { arms } = manuscript.tree.cover;
  const legend = cover.parties.flatMap((name, at) => [
    new TextRun({ text: '■', color: fieldColour(at, cover.own, manuscript.accent) }),
    run(`\u00a0${name.replaceAll(' ', '\u00a0')}    `),
  ]);
  return [
    new Paragraph({
      style: 'Samarbeid',
      tabStops: [rightEdge],
      children: [
        run(cover.owner),
        new TextRun({ children: [new Tab()] }),
        run(cover.kind, { style: 'Dempet' }),
        ...(arms === null ? [] : [run('\u00a0\u00a0'), armsPicture(arms, manuscript)]),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(cover.title)] }),
    new Paragraph({ style: 'Subtitle', children: [...pieceRuns(cover.subtitle, manuscript)] }),
    new Paragraph({
      style: 'Figur',
      children: [coverPicture(cover, { width: page.portrait.text, height: 128 }, manuscript)],
    }),
    new Paragraph({ style: 'Forsidetekst', children: legend }),
    new Paragraph({ style: 'Forsidetekst', children: [...pieceRuns(cover.about, manuscript)] }),
    new Paragraph({
      style: 'Forsidetekst',
      children: [
        run(cover.version),
        ...(cover.draft === null ? [] : [run(' · '), run(cover.draft, { style: 'Blekk' })]),
      ],
    }),
  ];
}

/** Word's name of the headings of a part. */
export const partMark = (at: number): string => `del_${at + 1}`;

/** A list of contents for each part, each a field of its own that lists the part's chapters and can be brought up to date. */
export function contentsBlocks(
  { words, finder, finderText }: PdfPage,
  manuscript: Manuscript,
): readonly Written[] {
  const { tree, bookmark } = manuscript;
  const links = finder.flatMap(({ name, to }, at) => [
    ...(at === 0 ? [] : [run(' · ')]),
    new InternalHyperlink({ anchor: bookmark(to), children: [run(name, { style: 'Hyperlink' })] }),
  ]);
  return [
    new Paragraph({ style: 'Innholdstittel', pageBreakBefore: true, children: [run(words.contents)] }),
    ...tree.parts.flatMap(({ name, chapters }, at): readonly Written[] => [
      new Paragraph({ style: 'Stikkord', spacing: { before: at === 0 ? 0 : 200 }, children: [run(name)] }),
      new TableOfContents(wordText(name), {
        headingStyleRange: '1-1',
        hyperlink: true,
        entriesFromBookmark: partMark(at),
        tabLeader: 'none',
        beginDirty: false,
        cachedEntries: chapters.map(({ id, title }) => ({
          title: wordText(title),
          level: 1,
          page: 0,
          href: bookmark(id),
        })),
      }) as unknown as Paragraph,
    ]),
    ...(finder.length === 0
      ? []
      : [
          new Paragraph({
            style: 'Sidenote',
            spacing: { before: 280 },
            children: [
              run(words.finder, { style: 'Aksent' }),
              run('  '),
              ...pieceRuns(finderText, manuscript),
              run(' '),
              ...links,
            ],
          }),
        ]),
    ...tree.contentsNotes.map((one) => asideOf(one, manuscript)),
  ];
}
