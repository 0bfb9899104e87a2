import { day } from '@samstyr/core/period/day';
import {
  BookmarkEnd,
  BookmarkStart,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  type PageNumberEstimator,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Drawings } from '../charts/drawing.ts';
import { documentPage } from '../pdf/document-page.ts';
import type { PdfPage } from '../pdf/page.ts';
import type { DocumentTree } from '../tree/node.ts';
import { zipOf } from '../zip/zip.ts';
import { chapterStretches, type PartMarks, type Stretch } from './blocks.ts';
import { contentsBlocks, coverBlocks, partMark } from './front.ts';
import { page, twips } from './look.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { pageNumbers } from './page-numbers.ts';
import { run, wordLanguage, wordText } from './runs.ts';
import { stylesOf, tableStyleXml } from './styles.ts';

/**
 * The document as a Word file: the same words and figures as the page and the PDF, with real headings, contents with page numbers, table
 * heads that repeat and alternative texts. The same tree gives the same bytes; its only date is the version's. `pagesOf` tells which page
 * each chapter begins on.
 */
export async function renderWord(
  tree: DocumentTree,
  {
    pagesOf = pageNumbers,
    drawings = null,
  }: { readonly pagesOf?: PageNumberEstimator; readonly drawings?: Drawings | null } = {},
): Promise<Uint8Array> {
  // Cover, running head and contents are laid out once, for the PDF; here they get Word's form.
  const front = documentPage({ ...tree, parts: [] }, new Map());
  // Whoever has the charts drawn already does not load what draws them.
  const charts = drawings ?? (await import('../charts/drawings.ts')).drawingsOf(tree);
  const manuscript = manuscriptOf(tree, charts, front.accent.slice(1));
  const title = wordText(tree.title);
  const owner = wordText(tree.cover.owner);
  const document = new Document({
    title,
    creator: owner,
    lastModifiedBy: owner,
    styles: stylesOf(manuscript.accent, wordLanguage(tree.language)),
    numbering: numberingOf(manuscript),
    pageNumbers: pagesOf,
    sections: [
      {
        properties: sectionPage(false),
        children: [...coverBlocks(front.cover, manuscript)],
      },
      ...stretchesOf(front, manuscript).map(({ isLandscape, written }) => ({
        properties: sectionPage(isLandscape),
        headers: { default: headOf(front, isLandscape) },
        footers: { default: footOf(front, isLandscape) },
        children: written,
      })),
    ],
  });
  for (const style of tableStyleXml) document.Styles.addChildElement(style);
  const files = compiler.compile(document, undefined, [
    {
      path: 'docProps/core.xml',
      data: coreProperties({ title, owner, language: tree.language, date: tree.date }),
    },
  ]);
  return zipOf(files, day(tree.date));
}

/** What the library's packer has before it packs: every file of the Word file by its path. */
const { compiler } = Packer as unknown as {
  readonly compiler: {
    compile(
      file: Document,
      prettify: undefined,
      overrides: readonly { readonly path: string; readonly data: string }[],
    ): ReadonlyMap<string, Uint8Array | string>;
  };
};

const sectionPage = (isLandscape: boolean): NonNullable<ISectionOptions['properties']> => {
  const { left, right, top, bottom } = isLandscape ? page.landscape : page.portrait;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: {
        width: twips(page.width),
        height: twips(page.height),
        ...(isLandscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
      },
      margin: {
        left: twips(left),
        right: twips(right),
        top: twips(top),
        bottom: twips(bottom),
        header: twips(isLandscape ? 9 : 13),
        footer: twips(isLandscape ? 7 : 10),
      },
    },
  };
};

/** Contents and chapters, with neighbours of the same page form in one stretch. */
function stretchesOf(front: PdfPage, manuscript: Manuscript): readonly Stretch[] {
  const { tree } = manuscript;
  const all: Stretch[] = [{ isLandscape: false, written: [...contentsBlocks(front, manuscript)] }];
  for (const [part, { chapters }] of tree.parts.entries()) {
    const mark = manuscript.nextId();
    for (const [at, chapter] of chapters.entries()) {
      const marks: PartMarks = {
        before: at === 0 ? [new BookmarkStart(partMark(part), mark) as unknown as ParagraphChild] : [],
        after: at === chapters.length - 1 ? [new BookmarkEnd(mark) as unknown as ParagraphChild] : [],
      };
      const opensStretch = all.at(-1)?.isLandscape === true;
      for (const stretch of chapterStretches(chapter, marks, opensStretch, manuscript)) {
        const last = all.at(-1);
        if (last?.isLandscape === stretch.isLandscape) last.written.push(...stretch.written);
        else all.push({ ...stretch });
      }
    }
  }
  return all;
}

/** A head or foot is one line: what would fill the page is cut. */
const oneLine = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
const widthOf = (isLandscape: boolean): number => twips((isLandscape ? page.landscape : page.portrait).text);
const tabStops = (isLandscape: boolean) => [{ type: TabStopType.RIGHT, position: widthOf(isLandscape) }];

/** The document to the left, the chapter the page is in to the right. */
const headOf = ({ running }: PdfPage, isLandscape: boolean): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Topptekst',
        tabStops: tabStops(isLandscape),
        children: [
          run(oneLine(running), { style: 'Blekk' }),
          new TextRun({ children: [new Tab()] }),
          // The number is the heading's level in every language of Word; its name is not.
          new SimpleField('STYLEREF 1', ''),
        ],
      }),
    ],
  });

const footOf = ({ foot }: PdfPage, isLandscape: boolean): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Bunntekst',
        tabStops: tabStops(isLandscape),
        children: [
          run(oneLine(foot)),
          new TextRun({ children: [new Tab()] }),
          new TextRun({ style: 'Blekk', children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The file's properties; the library would write the clock's time. */
const coreProperties = ({
  title,
  owner,
  language,
  date,
}: {
  readonly title: string;
  readonly owner: string;
  readonly language: string;
  readonly date: string;
}): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(owner)}</dc:creator><cp:lastModifiedBy>${escaped(owner)}</cp:lastModifiedBy><dc:language>${wordLanguage(language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified></cp:coreProperties>`;
