import type { Block, Cell, ChapterNode, ChartNode, DocumentTree, Inline, TableNode } from './node.ts';
import { figureText } from './number-text.ts';

export const chaptersOf = (tree: DocumentTree): readonly ChapterNode[] =>
  tree.parts.flatMap(({ chapters }) => chapters);

/** Every block below these, outer before inner, in reading order. */
export const allBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) =>
    block.node === 'section' || block.node === 'details' ? [block, ...allBlocks(block.children)] : [block],
  );

const numbered = <N extends TableNode | ChartNode>(
  tree: DocumentTree,
  kind: N['node'],
): ReadonlyMap<string, number> =>
  new Map(
    chaptersOf(tree)
      .flatMap(({ children }) => allBlocks(children))
      .filter((block): block is N => block.node === kind)
      .map(({ id }, at) => [id, at + 1]),
  );

/** The number each table has in the document, by id. */
export const tableNumbers = (tree: DocumentTree): ReadonlyMap<string, number> =>
  numbered<TableNode>(tree, 'table');
/** The number each chart has. */
export const chartNumbers = (tree: DocumentTree): ReadonlyMap<string, number> =>
  numbered<ChartNode>(tree, 'chart');

/** A text without marks: what an alternative text, a sheet or a golden file says. */
export const plainText = (
  content: readonly Inline[],
  tree: Pick<DocumentTree, 'figures' | 'language'>,
): string =>
  content
    .map((one): string => {
      if (one.inline === 'text') return one.text;
      if (one.inline !== 'figure') return plainText(one.content, tree);
      const figure = tree.figures.get(one.figure);
      return figure === undefined ? '?' : figureText(figure, one, tree.language);
    })
    .join('');

const inlineFigures = (content: readonly Inline[]): readonly string[] =>
  content.flatMap((one) =>
    one.inline === 'figure' ? [one.figure] : one.inline === 'text' ? [] : inlineFigures(one.content),
  );

const cellFigures = (cell: Cell): readonly string[] =>
  cell.cell === 'figure' ? [cell.ref.figure] : cell.cell === 'text' ? inlineFigures(cell.content) : [];

/** The figures a block prints, without those of the blocks inside it. */
function blockFigures(block: Block): readonly string[] {
  switch (block.node) {
    case 'table':
      return [
        ...inlineFigures(block.caption),
        ...inlineFigures(block.unit),
        ...block.rows.flatMap(({ header, cells }) => [
          ...inlineFigures(header),
          ...cells.flatMap(cellFigures),
        ]),
        ...inlineFigures(block.note ?? []),
      ];
    case 'chart':
      return [
        ...inlineFigures(block.unit),
        ...block.bars.flatMap(({ figures }) => figures.map(({ figure }) => figure)),
      ];
    case 'facts':
      return block.items.flatMap(({ value, context }) => [
        ...inlineFigures(value),
        ...inlineFigures(context),
      ]);
    case 'steps':
      return block.items.flatMap(({ formula, result }) => [
        ...inlineFigures(formula),
        ...inlineFigures(result),
      ]);
    case 'decisions':
      return block.items.flatMap(({ wording }) => inlineFigures(wording));
    case 'list':
      return block.items.flatMap(inlineFigures);
    case 'section':
      return block.aside.flatMap(({ content }) => inlineFigures(content));
    case 'details':
      return [];
    default:
      return inlineFigures(block.content);
  }
}

/** Every figure a document prints, once, in reading order. */
export const printedFigures = (tree: Pick<DocumentTree, 'parts' | 'cover'>): ReadonlySet<string> =>
  new Set([
    ...inlineFigures(tree.cover.pictureText),
    ...tree.parts
      .flatMap(({ chapters }) => chapters)
      .flatMap(({ lead, children }) => [
        ...inlineFigures(lead),
        ...allBlocks(children).flatMap(blockFigures),
      ]),
  ]);
