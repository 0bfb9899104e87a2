import type { Drawings } from '../charts/drawing.ts';
import { type DocumentTexts, documentTexts } from '../texts/document-texts.ts';
import type { FigureRef } from '../tree/figure.ts';
import type { AsideNode, DocumentTree, Inline } from '../tree/node.ts';
import { numberText, signText, unitText } from '../tree/number-text.ts';
import { chartNumbers, tableNumbers } from '../tree/walk.ts';
import type { AsideData, Piece } from './page.ts';

const noBreakSpace = '\u00a0';

/** What every part of the page needs: the tree, its charts as drawn, its words, and the numbers of tables and charts. */
export type Writing = {
  readonly tree: DocumentTree;
  readonly drawings: Drawings;
  readonly t: DocumentTexts;
  readonly tables: ReadonlyMap<string, number>;
  readonly charts: ReadonlyMap<string, number>;
};

export const writingOf = (tree: DocumentTree, drawings: Drawings): Writing => ({
  tree,
  drawings,
  t: documentTexts[tree.language],
  tables: tableNumbers(tree),
  charts: chartNumbers(tree),
});

/** A figure written out; in a table the caption has its unit. */
export function figurePiece(ref: FigureRef, { tree }: Writing, hasUnit: boolean): Piece {
  const figure = tree.figures.get(ref.figure);
  if (figure === undefined) return { t: '' };
  if (figure.value === null) return { sign: signText(figure.why ?? 'missing', tree.language) };
  const unit = hasUnit ? unitText(ref, figure, tree.language) : '';
  const number = numberText(figure, ref, tree.language);
  const n = unit === '' ? number : `${number}${noBreakSpace}${unit.replaceAll(' ', noBreakSpace)}`;
  return { n: cleanText(n), star: figure.provisional };
}

/** Signs no font has: the control signs, the separators of lines and paragraphs, and what is no character at all. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** A text as a page can hold it. */
export const cleanText = (text: string): string =>
  text.replace(unwanted, (sign) => (/\s/.test(sign) ? ' ' : ''));

export const piecesOf = (content: readonly Inline[], writing: Writing): readonly Piece[] =>
  content.map((one): Piece => {
    switch (one.inline) {
      case 'text':
        return { t: cleanText(one.text) };
      case 'figure':
        return figurePiece(one, writing, true);
      case 'strong':
        return { strong: piecesOf(one.content, writing) };
      case 'link':
        return { to: one.to, c: piecesOf(one.content, writing) };
      default:
        return { lang: one.language, c: piecesOf(one.content, writing) };
    }
  });

export const asideOf = ({ title, content, tag }: AsideNode, writing: Writing): AsideData => ({
  title: cleanText(title),
  c: piecesOf(content, writing),
  tag: tag === null ? null : { ...tag, text: cleanText(tag.text) },
});

/** The text of pieces, to see how wide it is. */
export const lettersOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if ('t' in piece) return piece.t;
      if ('n' in piece) return piece.n;
      if ('sign' in piece) return piece.sign;
      return lettersOf('strong' in piece ? piece.strong : piece.c);
    })
    .join('');
