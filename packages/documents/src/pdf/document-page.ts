import type { Drawings } from '../charts/drawing.ts';
import type { DocumentTree } from '../tree/node.ts';
import { chapterPage } from './blocks.ts';
import { accentOf, armsOf } from './look.ts';
import type { CoverData, PdfPage } from './page.ts';
import { asideOf, cleanText, piecesOf, type Writing, writingOf } from './pieces.ts';

/** The least height of a row of the cover, in per cent of the picture: the smallest units are drawn a little taller. */
const leastRow = 0.9;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function coverOf({ tree, t, ...rest }: Writing): CoverData {
  const { cover, figures } = tree;
  const sizeOf = (id: string): number => {
    const value = figures.get(id)?.value ?? null;
    return value === null || value.n < 0n ? 0 : Number(value.n / value.d);
  };
  const rows = cover.rows.map(({ parts }) =>
    parts.map(({ party, figure }) => ({ party, size: sizeOf(figure) })),
  );
  const sums = rows.map((parts) => parts.reduce((total, { size }) => total + size, 0));
  const whole = sums.reduce((a, b) => a + b, 0) || 1;
  const raw = sums.map((sum) => Math.max(leastRow, (sum / whole) * 100));
  const stretched = raw.reduce((a, b) => a + b, 0) || 1;
  let top = 0;
  const fields = rows.flatMap((parts, at) => {
    const height = ((raw[at] ?? 0) / stretched) * 100;
    let left = 0;
    const own = parts.map(({ party, size }) => {
      const w = (size / (sums[at] || 1)) * 100;
      const field = {
        x: rounded(left),
        y: rounded(top),
        w: rounded(w),
        h: rounded(height),
        party: cover.own === null ? party % 8 : party,
      };
      left += w;
      return field;
    });
    top += height;
    return own;
  });
  const writing = { tree, t, ...rest };
  return {
    owner: cleanText(cover.owner),
    kind: cleanText(cover.kind),
    title: cleanText(cover.title),
    subtitle: piecesOf(cover.subtitle, writing),
    fields,
    parties: cover.parties.map(cleanText),
    own: cover.own,
    about: piecesOf(cover.pictureText, writing),
    version: cleanText(cover.versionLine),
    draft: tree.isDraft ? t.document.draft : null,
    arms: armsOf(cover.arms),
  };
}

/** The tree as the template reads it. */
export function documentPage(tree: DocumentTree, drawings: Drawings): PdfPage {
  const writing = writingOf(tree, drawings);
  const { t } = writing;
  const [year = 1970, month = 1, day = 1] = tree.date.split('-').map(Number);
  return {
    language: tree.language,
    title: cleanText(tree.title),
    accent: accentOf(tree.accent),
    date: { year, month, day },
    watermark: tree.watermark === null ? null : cleanText(tree.watermark),
    running: `${cleanText(tree.cover.title)} · ${cleanText(tree.cover.owner)}`,
    foot: `${cleanText(tree.cover.versionLine)}${tree.isDraft ? ` · ${t.document.draft}` : ''}`,
    words: { contents: t.document.contents, finder: t.document.finder },
    cover: coverOf(writing),
    parts: tree.parts.map(({ name, chapters }) => ({
      name: cleanText(name),
      chapters: chapters.map((chapter) => chapterPage(chapter, writing)),
    })),
    finder: tree.finder.map(({ name, to }) => ({ name: cleanText(name), to })),
    finderText: piecesOf(t.document.finderText, writing),
    contentsNotes: tree.contentsNotes.map((one) => asideOf(one, writing)),
  };
}
