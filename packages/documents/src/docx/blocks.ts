import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { accentOf } from '../pdf/look.ts';
import type { AsideNode, Block, ChapterNode, ChartNode, Inline, SectionNode } from '../tree/node.ts';
import { plainText } from '../tree/walk.ts';
import { page, twips } from './look.ts';
import type { Manuscript } from './manuscript.ts';
import { armsPicture, picture, sizeOf } from './pictures.ts';
import { inlineRuns, marked, run, tagRun, wordText } from './runs.ts';
import { styleId } from './styles.ts';
import { tableBlocks } from './table.ts';

export type Written = Paragraph | Table;
/** Pages that stand up or lie down; Word calls it a section. */
export type Stretch = { readonly isLandscape: boolean; readonly written: Written[] };

const factStops = [
  { type: TabStopType.LEFT, position: twips(46) },
  { type: TabStopType.LEFT, position: twips(92) },
];
const resultStop = [{ type: TabStopType.RIGHT, position: twips(page.portrait.text) }];
const tab = (): TextRun => new TextRun({ children: [new Tab()] });

const isWide = ({ node }: Block): boolean =>
  node === 'table' ||
  node === 'chart' ||
  node === 'steps' ||
  node === 'decisions' ||
  node === 'facts' ||
  node === 'section';

const hasMatrix = ({ children }: SectionNode): boolean =>
  children.some((block) => block.node === 'table' && block.layout === 'matrix');

/** Marks around the headings of a part, so that the contents can list it alone. */
export type PartMarks = {
  readonly before: readonly ParagraphChild[];
  readonly after: readonly ParagraphChild[];
};

const ownLine = (color: string) => ({ style: BorderStyle.SINGLE, size: 13, space: 6, color });

/** A chapter on a new page: kicker, heading, lead, and what stands under it, in stretches of one page form each. */
export function chapterStretches(
  chapter: ChapterNode,
  part: PartMarks,
  isFirstOnPage: boolean,
  manuscript: Manuscript,
): readonly Stretch[] {
  const stretches: Stretch[] = [{ isLandscape: false, written: [] }];
  const add = (...written: readonly Written[]): void => {
    stretches.at(-1)?.written.push(...written);
  };
  const breaks = !isFirstOnPage;
  const arms = chapter.look?.arms ?? null;
  const colour = chapter.look?.colour == null ? null : accentOf(chapter.look.colour).slice(1);
  if (chapter.kicker !== null)
    add(
      new Paragraph({
        style: 'Stikkord',
        pageBreakBefore: breaks,
        ...(colour === null ? {} : { border: { top: ownLine(colour) } }),
        children: [
          ...(arms === null ? [] : [armsPicture(arms, manuscript), run('  ')]),
          ...inlineRuns(chapter.kicker, manuscript, colour === null ? {} : { color: colour }),
        ],
      }),
    );
  add(
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: breaks && chapter.kicker === null,
      children: [...part.before, ...marked(chapter.id, [run(chapter.title)], manuscript), ...part.after],
    }),
  );
  if (chapter.lead.length > 0)
    add(new Paragraph({ style: 'Ingress', children: [...inlineRuns(chapter.lead, manuscript)] }));
  for (const block of chapter.children) {
    if (block.node === 'section' && hasMatrix(block)) {
      stretches.push(
        { isLandscape: true, written: [...blockOf(block, manuscript)] },
        { isLandscape: false, written: [] },
      );
    } else add(...blockOf(block, manuscript));
  }
  return stretches.filter(({ written }) => written.length > 0);
}

const paragraph = (style: string | null, content: readonly Inline[], manuscript: Manuscript): Paragraph =>
  new Paragraph({
    ...(style === null ? {} : { style: styleId(style) }),
    children: [...inlineRuns(content, manuscript)],
  });

/** What stands beside in the PDF stands under the words here. */
export const asideOf = ({ title, content, tag }: AsideNode, manuscript: Manuscript): Paragraph =>
  new Paragraph({
    style: 'Sidenote',
    children: [
      run(title, { style: 'Aksent' }),
      run('  '),
      ...(tag === null ? [] : [tagRun(tag), run(' ')]),
      ...inlineRuns(content, manuscript),
    ],
  });

function sectionBlocks(section: SectionNode, manuscript: Manuscript): readonly Written[] {
  const firstWide = section.children.findIndex(isWide);
  const at = firstWide < 0 ? section.children.length : firstWide;
  const below = (blocks: readonly Block[]): readonly Written[] =>
    blocks.flatMap((block) => blockOf(block, manuscript));
  return [
    new Paragraph({
      heading: section.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
      children: [...marked(section.id, [run(section.title)], manuscript)],
    }),
    ...below(section.children.slice(0, at)),
    ...section.aside.map((one) => asideOf(one, manuscript)),
    ...below(section.children.slice(at)),
  ];
}

function chartBlocks(chart: ChartNode, manuscript: Manuscript): readonly Written[] {
  const { tree, drawings, t, tables, charts } = manuscript;
  const svg = drawings.get(chart.id) ?? '';
  const twin = `${t.document.table.toLocaleLowerCase('nb')} ${tables.get(chart.table) ?? ''}`;
  const name = `${t.document.chart} ${charts.get(chart.id) ?? ''}`;
  const alt = wordText(`${plainText(chart.alt, tree)}${plainText(t.chart.same(twin), tree)}`);
  return [
    new Paragraph({
      style: 'Caption',
      children: [
        ...marked(chart.id, [run(name, { style: 'Aksent' })], manuscript),
        run('  '),
        ...inlineRuns(chart.caption, manuscript),
        run(' '),
        ...inlineRuns(chart.unit, manuscript, { style: 'Dempet' }),
      ],
    }),
    new Paragraph({
      style: 'Figur',
      children: [picture({ svg, size: sizeOf(svg) }, { name, text: alt }, manuscript)],
    }),
  ];
}

/** Every kind of block; one that is new does not compile until it has its place here. */
export function blockOf(block: Block, manuscript: Manuscript): readonly Written[] {
  const inline = (content: readonly Inline[], way = {}): readonly ParagraphChild[] =>
    inlineRuns(content, manuscript, way);
  switch (block.node) {
    case 'section':
      return sectionBlocks(block, manuscript);
    case 'table':
      return tableBlocks(block, manuscript);
    case 'chart':
      return chartBlocks(block, manuscript);
    case 'paragraph':
      return [paragraph(null, block.content, manuscript)];
    case 'note':
      return [paragraph('Note', block.content, manuscript)];
    case 'empty':
      return [paragraph('Ikke oppgitt', block.content, manuscript)];
    case 'list': {
      const reference = block.prefix === null ? 'strek' : (manuscript.prefixes.get(block.prefix) ?? 'steg');
      const instance = manuscript.nextList();
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'Listepunkt',
            numbering: { reference, level: 0, instance },
            children: [...inline(item)],
          }),
      );
    }
    case 'facts':
      return block.items.map(
        ({ label, value, context }, at) =>
          new Paragraph({
            style: styleId('Nøkkelfakta'),
            tabStops: factStops,
            keepNext: at < block.items.length - 1,
            children: [
              run(label, { style: 'Aksent' }),
              tab(),
              ...inline(value, { style: 'Nøkkeltall' }),
              tab(),
              ...inline(context),
            ],
          }),
      );
    case 'steps': {
      const instance = manuscript.nextList();
      return block.items.map(
        ({ name, formula, result, unit }, at) =>
          new Paragraph({
            style: 'Regnestykke',
            tabStops: resultStop,
            numbering: { reference: 'steg', level: 0, instance },
            keepNext: at < block.items.length - 1,
            children: [
              run(name, { style: 'Blekk' }),
              tab(),
              ...inline(result, { style: 'Nøkkeltall' }),
              run(` ${unit}`, { style: 'Dempet' }),
              new TextRun({ break: 1 }),
              ...inline(formula, { style: 'Dempet' }),
            ],
          }),
      );
    }
    case 'decisions': {
      const instance = manuscript.nextList();
      return block.items.map(
        ({ name, wording, tag }) =>
          new Paragraph({
            style: 'Vedtak',
            numbering: { reference: 'steg', level: 0, instance },
            children: [
              run(/[.!?]$/.test(name) ? name : `${name}.`, { style: 'Strong' }),
              run(' '),
              ...inline(wording),
              run(' '),
              tagRun(tag),
            ],
          }),
      );
    }
    case 'details':
      return [
        new Paragraph({ style: 'Undertittel', children: [run(block.title)] }),
        ...block.children.flatMap((one) => blockOf(one, manuscript)),
      ];
    default:
      return block satisfies never;
  }
}
