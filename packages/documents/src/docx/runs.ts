import { BookmarkEnd, BookmarkStart, InternalHyperlink, type ParagraphChild } from 'docx';
import type { Piece, TagData } from '../pdf/page.ts';
import { cleanText, piecesOf } from '../pdf/pieces.ts';
import type { Inline } from '../tree/node.ts';
import type { Manuscript } from './manuscript.ts';
import { styleId } from './styles.ts';
import { attributed, writtenRun } from './written.ts';

/** What XML has no place for, and the signs that turn the writing direction of everything after them. */
const unwritable = /[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
export const wordText = (text: string): string => cleanText(text).replace(unwritable, '');

const wordLanguages: { readonly [language: string]: string } = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
/** Word's name of a language: `nb-NO`. */
export const wordLanguage = (language: string): string => wordLanguages[language] ?? language;

type Way = { readonly style?: string; readonly language?: string; readonly color?: string };

/** A text as a run; a soft hyphen is Word's own, or it would be seen in every line. */
export function run(text: string, { style, language, color }: Way = {}): ParagraphChild {
  const properties = [
    ...(style === undefined ? [] : [attributed('w:rStyle', { 'w:val': styleId(style) })]),
    ...(color === undefined ? [] : [attributed('w:color', { 'w:val': color })]),
    ...(language === undefined ? [] : [attributed('w:lang', { 'w:val': wordLanguage(language) })]),
  ];
  const parts = wordText(text).split('\u00ad');
  return writtenRun([
    ...(properties.length === 0 ? [] : [{ 'w:rPr': properties }]),
    ...parts.flatMap((part, at) => [
      ...(at === 0 ? [] : [{ 'w:softHyphen': {} }]),
      { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, part] },
    ]),
  ]);
}

export const tagRun = ({ text, tone }: TagData): ParagraphChild =>
  run(text, {
    style: tone === 'settled' ? 'Status fastsatt' : tone === 'waiting' ? 'Status venter' : 'Status',
  });

export const pieceRuns = (
  pieces: readonly Piece[],
  manuscript: Manuscript,
  way: Way = {},
): readonly ParagraphChild[] =>
  pieces.flatMap((piece): readonly ParagraphChild[] => {
    if ('t' in piece) return piece.t === '' ? [] : [run(piece.t, way)];
    if ('sign' in piece) return [run(piece.sign, { ...way, style: 'Dempet' })];
    if ('n' in piece)
      return piece.star ? [run(piece.n, way), run('*', { ...way, style: 'Foreløpig' })] : [run(piece.n, way)];
    if ('strong' in piece) return pieceRuns(piece.strong, manuscript, { ...way, style: 'Strong' });
    if ('to' in piece)
      return [
        new InternalHyperlink({
          anchor: manuscript.bookmark(piece.to),
          children: [...pieceRuns(piece.c, manuscript, { ...way, style: 'Hyperlink' })],
        }),
      ];
    return pieceRuns(piece.c, manuscript, { ...way, language: piece.lang });
  });

export const inlineRuns = (
  content: readonly Inline[],
  manuscript: Manuscript,
  way: Way = {},
): readonly ParagraphChild[] => pieceRuns(piecesOf(content, manuscript), manuscript, way);

/** Runs that can be linked to. The library's own bookmarks are numbered by a count the whole process shares. */
export function marked(
  id: string,
  children: readonly ParagraphChild[],
  manuscript: Manuscript,
): readonly ParagraphChild[] {
  const number = manuscript.nextId();
  return [
    new BookmarkStart(manuscript.bookmark(id), number) as unknown as ParagraphChild,
    ...children,
    new BookmarkEnd(number) as unknown as ParagraphChild,
  ];
}
