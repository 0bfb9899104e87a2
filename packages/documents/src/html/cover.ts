import type { DocumentTree } from '../tree/node.ts';
import { armsMarkup } from './arms.ts';
import { html, type Markup } from './markup.ts';
import { inlineMarkup, type Page } from './page.ts';
import { percentLength } from './percent-length.ts';

/** The least height of a row, in per cent of the picture: the smallest units are drawn a little taller. */
const leastRow = 0.9;

const sizeOf = (figure: string, { figures }: DocumentTree): number => {
  const value = figures.get(figure)?.value ?? null;
  return value === null || value.n < 0n ? 0 : Number(value.n / value.d);
};

/** A hue for each party; in a municipality's edition its own fields are amber and the others shades of the accent. */
const fieldClass = (party: number, { own }: DocumentTree['cover']): string =>
  own === null ? `p${party % 8}` : party === own ? 'own' : `q${(party < own ? party : party - 1) % 6}`;

/** The cover: the title, and the budget itself as a pattern: height is the unit, width is the share. */
export function coverMarkup(page: Page): Markup {
  const { tree, t } = page;
  const { cover } = tree;
  const rows = cover.rows.map(({ parts }) => ({
    parts: parts.map(({ party, figure }) => ({ party, size: sizeOf(figure, tree) })),
  }));
  const sums = rows.map(({ parts }) => parts.reduce((total, { size }) => total + size, 0));
  const whole = sums.reduce((a, b) => a + b, 0) || 1;
  const raw = sums.map((sum) => Math.max(leastRow, (sum / whole) * 100));
  const stretched = raw.reduce((a, b) => a + b, 0);
  let top = 0;
  const fields = rows.flatMap(({ parts }, at) => {
    const height = ((raw[at] ?? 0) / stretched) * 100;
    const sum = sums[at] || 1;
    let left = 0;
    const own = parts.map(({ party, size }) => {
      const width = (size / sum) * 100;
      const field = html`<rect class="${fieldClass(party, cover)}" x="${percentLength(left)}" y="${percentLength(top)}" width="${percentLength(width)}" height="${percentLength(height)}"/>`;
      left += width;
      return field;
    });
    top += height;
    return own;
  });
  const legend = cover.parties.map(
    (name, at) =>
      html`<li><svg width="11" height="11" aria-hidden="true"><rect class="${fieldClass(at, cover)}" width="11" height="11"/></svg>${name}</li>`,
  );
  return html`<header class="cover"><div class="top"><p class="owner">${cover.owner}</p><div class="whose"><p class="kind">${cover.kind}</p>${armsMarkup(cover.arms)}</div></div><p class="title">${cover.title}</p><p class="subtitle">${inlineMarkup(cover.subtitle, page)}</p><svg class="pattern" aria-hidden="true">${fields}</svg><ul class="legend">${legend}</ul><p class="about">${inlineMarkup(cover.pictureText, page)}</p><p class="version">${cover.versionLine}${tree.isDraft ? html` · <strong>${t.document.draft}</strong>` : html``}</p></header>
`;
}
