import type { Block, ChapterNode, SectionNode } from '../tree/node.ts';
import { plainText } from '../tree/walk.ts';
import { accentOf, armsOf } from './look.ts';
import type { AsideData, BlockData, ChapterData } from './page.ts';
import { asideOf, cleanText, piecesOf, type Writing } from './pieces.ts';
import { tablePage } from './table-page.ts';

/** Prose stands in the main column beside the side notes; tables and charts take the whole width below. */
const isWide = ({ node }: Block): boolean =>
  node === 'table' ||
  node === 'chart' ||
  node === 'steps' ||
  node === 'decisions' ||
  node === 'facts' ||
  node === 'section';

const hasMatrix = ({ children }: SectionNode): boolean =>
  children.some((block) => block.node === 'table' && block.layout === 'matrix');

export const chapterPage = (chapter: ChapterNode, writing: Writing): ChapterData => ({
  id: chapter.id,
  title: cleanText(chapter.title),
  kicker: chapter.kicker === null ? null : piecesOf(chapter.kicker, writing),
  lead: piecesOf(chapter.lead, writing),
  children: blocksOf(chapter.children, writing),
  colour: chapter.look?.colour == null ? null : accentOf(chapter.look.colour),
  arms: armsOf(chapter.look?.arms ?? null),
});

/**
 * Blocks in order, sections opened up. A section's notes stand beside its words, and beside those of the sections after it as long as
 * they are words without notes of their own.
 */
function blocksOf(blocks: readonly Block[], writing: Writing): readonly BlockData[] {
  const written: BlockData[] = [];
  let open: { main: BlockData[]; side: readonly AsideData[] } | null = null;
  const close = (sticky = false): void => {
    if (open !== null) written.push({ b: 'beside', ...open, sticky });
    open = null;
  };
  for (const block of blocks) {
    if (block.node !== 'section' || hasMatrix(block)) {
      close();
      written.push(...(block.node === 'section' ? [landscape(block, writing)] : [blockOf(block, writing)]));
      continue;
    }
    if (block.aside.length > 0 || block.level === 3) close();
    const firstWide = block.children.findIndex(isWide);
    const prose = firstWide < 0 ? block.children : block.children.slice(0, firstWide);
    const wide = firstWide < 0 ? [] : block.children.slice(firstWide);
    const words = [heading(block), ...prose.map((one) => blockOf(one, writing))];
    if (block.aside.length > 0) open = { main: words, side: block.aside.map((one) => asideOf(one, writing)) };
    else if (open !== null && prose.length > 0 && wide.length === 0) open.main.push(...words);
    else {
      close();
      written.push(...words);
    }
    if (wide.length > 0) {
      close(wide[0]?.node === 'steps');
      written.push(...blocksOf(wide, writing));
    }
  }
  close();
  return written;
}

const heading = ({ level, id, title }: SectionNode): BlockData => ({
  b: 'h',
  level,
  id,
  title: cleanText(title),
});

const landscape = (section: SectionNode, writing: Writing): BlockData => ({
  b: 'landscape',
  children: [heading(section), ...blocksOf(section.children, writing)],
});

function blockOf(block: Exclude<Block, SectionNode>, writing: Writing): BlockData;
function blockOf(block: Block, writing: Writing): BlockData;
function blockOf(block: Block, writing: Writing): BlockData {
  const pieces = (content: Parameters<typeof piecesOf>[0]) => piecesOf(content, writing);
  switch (block.node) {
    case 'table':
      return tablePage(block, writing);
    case 'chart': {
      const { tree, drawings, t, tables, charts } = writing;
      const twin = `${t.document.table.toLocaleLowerCase('nb')} ${tables.get(block.table) ?? ''}`;
      return {
        b: 'chart',
        id: block.id,
        no: `${t.document.chart} ${charts.get(block.id) ?? ''}`,
        caption: pieces(block.caption),
        unit: pieces(block.unit),
        svg: cleanText(drawings.get(block.id) ?? ''),
        alt: cleanText(`${plainText(block.alt, tree)}${plainText(t.chart.same(twin), tree)}`),
      };
    }
    case 'paragraph':
      return { b: 'p', c: pieces(block.content) };
    case 'note':
    case 'empty':
      return { b: block.node, c: pieces(block.content) };
    case 'list':
      return { b: 'list', prefix: block.prefix, items: block.items.map(pieces) };
    case 'facts':
      return {
        b: 'facts',
        items: block.items.map(({ label, value, context }) => ({
          label: cleanText(label),
          value: pieces(value),
          context: pieces(context),
        })),
      };
    case 'steps':
      return {
        b: 'steps',
        items: block.items.map(({ name, formula, result, unit }) => ({
          name: cleanText(name),
          formula: pieces(formula),
          result: pieces(result),
          unit: cleanText(unit),
        })),
      };
    case 'decisions':
      return {
        b: 'decisions',
        items: block.items.map(({ name, wording, tag }) => ({
          name: cleanText(/[.!?]$/.test(name) ? name : `${name}.`),
          wording: pieces(wording),
          tag: { ...tag, text: cleanText(tag.text) },
        })),
      };
    case 'details':
      return { b: 'details', title: cleanText(block.title), children: blocksOf(block.children, writing) };
    default:
      return { b: 'details', title: cleanText(block.title), children: blocksOf(block.children, writing) };
  }
}
