import type { DocumentTree } from '../tree/node.ts';
import { allBlocks, chaptersOf } from '../tree/walk.ts';
import { chartSvg } from './chart-svg.ts';
import type { Drawings } from './drawing.ts';

/** Every chart of a document, drawn once for all its formats: its id and its SVG in the width of a page. */
export const drawingsOf = (tree: DocumentTree): Drawings =>
  new Map(
    chaptersOf(tree)
      .flatMap(({ children }) => allBlocks(children))
      .flatMap((block) => (block.node === 'chart' ? [[block.id, chartSvg(block, tree)] as const] : [])),
  );
