import type { Drawings } from '../charts/drawing.ts';
import type { ExplainedTree } from '../tree/node.ts';
import { chaptersOf } from '../tree/walk.ts';
import { asideMarkup, chapterMarkup } from './block.ts';
import { coverMarkup } from './cover.ts';
import { explanationData, explanationList } from './explanation-list.ts';
import { html, type Markup, trusted } from './markup.ts';
import { inlineMarkup, type Page, pageOf } from './page.ts';
import { panelScript } from './panel-script.ts';
import { contentPolicy } from './policy.ts';
import { styleSheet } from './style-sheet.ts';

function contentsMarkup(page: Page): Markup {
  const { tree, t } = page;
  return html`<nav id="innhold" aria-labelledby="innhold-tittel"><h1 id="innhold-tittel">${t.document.contents}</h1><div class="beside"><div class="parts">${tree.parts.map(
    ({ name, chapters }) =>
      html`<section><h2>${name}</h2><ol>${chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></section>`,
  )}</div><div class="side">${
    tree.finder.length === 0
      ? html``
      : html`<div class="finder"><p class="side-title">${t.document.finder}</p><p>${t.document.finderText.map((one) => (one.inline === 'text' ? one.text : '')).join('')}</p><ul>${tree.finder.map(
          ({ name, to }) => html`<li><a href="#${to}">${name}</a></li>`,
        )}</ul></div>`
  }${tree.contentsNotes.map((one) => asideMarkup(one, page))}</div></div></nav>
`;
}

/**
 * The document as one page that needs nothing else: no request, no font, no script from outside. Every figure links to how it came about;
 * with scripts in a panel at the side, without them to a list at the end. Charts that are drawn already are taken as they are.
 */
export function renderHtml(tree: ExplainedTree, drawings: Drawings | null = null): string {
  const page = pageOf(tree, drawings);
  const { t } = page;
  const own = chaptersOf(tree).flatMap(({ id, look }) =>
    look?.colour == null ? [] : [{ id, colour: look.colour }],
  );
  const style = styleSheet(tree.accent, own);
  const policy = contentPolicy({ style, script: panelScript });
  const chapters = tree.parts.flatMap((part) => part.chapters).map((chapter) => chapterMarkup(chapter, page));
  return html`<!doctype html>
<html lang="${tree.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="generator" content="Samstyr"><title>${tree.title}</title><style>${trusted(style)}</style></head>
<body><a class="skip" href="#dokument">${t.document.skip}</a>
<div class="running" role="navigation" aria-label="${tree.title}"><span>${tree.cover.title} · ${tree.cover.owner}</span><a href="#innhold">${t.document.contents}</a></div>
${tree.watermark === null ? html`` : html`<p class="proposal">${inlineMarkup(tree.banner, page)}</p><div class="watermark" aria-hidden="true">${tree.watermark}</div>`}${coverMarkup(page)}${contentsMarkup(page)}<main id="dokument">
<svg width="0" height="0" aria-hidden="true" class="defs"><defs><pattern id="skravur" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><line class="line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>
${chapters}</main>
<aside id="forklaring" hidden aria-labelledby="forklaring-tittel"></aside>
<footer><p>${tree.cover.versionLine} · ${t.document.foot}</p>${explanationList(page)}</footer>
<script type="application/json" id="forklaringer">${explanationData(page)}</script><script>${trusted(panelScript)}</script>
</body></html>
`.markup;
}
