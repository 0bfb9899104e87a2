import type { Drawings } from '../charts/drawing.ts';
import { type Writing, writingOf } from '../pdf/pieces.ts';
import type { DocumentTree } from '../tree/node.ts';
import { allBlocks, chaptersOf } from '../tree/walk.ts';

/** What every part of the Word file needs: the tree and its words, names for what is linked to, and ids that start at 1 in each file. */
export type Manuscript = Writing & {
  /** Word's name of a chapter, section, table or chart. */
  readonly bookmark: (id: string) => string;
  /** A number no other mark or drawing of the file has. */
  readonly nextId: () => number;
  /** Lists that begin at 1 again. */
  readonly nextList: () => number;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly accent: string;
};

/** Word takes letters, digits and underscores, a letter first, and 40 signs at most. */
function bookmarksOf(tree: DocumentTree): ReadonlyMap<string, string> {
  const ids = chaptersOf(tree).flatMap(({ id, children }) => [
    id,
    ...allBlocks(children).flatMap((block) => ('id' in block ? [block.id] : [])),
  ]);
  return new Map(ids.map((id, at) => [id, `s${at + 1}_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40)]));
}

export function manuscriptOf(tree: DocumentTree, drawings: Drawings, accent: string): Manuscript {
  const bookmarks = bookmarksOf(tree);
  const prefixes = new Set(
    chaptersOf(tree)
      .flatMap(({ children }) => allBlocks(children))
      .flatMap((block) => (block.node === 'list' && block.prefix !== null ? [block.prefix] : [])),
  );
  let [id, list] = [0, 0];
  return {
    ...writingOf(tree, drawings),
    bookmark: (of) => bookmarks.get(of) ?? '',
    nextId: () => {
      id += 1;
      return id;
    },
    nextList: () => {
      list += 1;
      return list;
    },
    prefixes: new Map([...prefixes].map((prefix, at) => [prefix, `merke${at + 1}`])),
    accent,
  };
}
