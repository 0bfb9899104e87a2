import type { AsideNode, Block, ChapterNode, SectionNode } from '../tree/node.ts';
import { armsMarkup } from './arms.ts';
import { chartMarkup } from './chart.ts';
import { html, type Markup } from './markup.ts';
import { inlineMarkup, type Page, tagMarkup } from './page.ts';
import { tableMarkup } from './table.ts';

/** Prose stands in the main column beside the side notes; tables and charts take the whole width below. */
const isWide = ({ node }: Block): boolean =>
  node === 'table' || node === 'chart' || node === 'steps' || node === 'decisions' || node === 'facts';

export function chapterMarkup(chapter: ChapterNode, page: Page): Markup {
  const { id, kicker, look = null } = chapter;
  const heading = html`${kicker === null ? html`` : html`<p class="kicker">${inlineMarkup(kicker, page)}</p>`}<h1 id="${id}-tittel">${chapter.title}</h1>`;
  const title =
    look?.arms == null
      ? heading
      : html`<div class="titled">${armsMarkup(look.arms)}<div>${heading}</div></div>`;
  return html`<article id="${id}"${look?.colour == null ? html`` : html` class="own-colour"`} aria-labelledby="${id}-tittel">${title}${
    chapter.lead.length === 0 ? html`` : html`<p class="lead">${inlineMarkup(chapter.lead, page)}</p>`
  }${chapter.children.map((block) => blockMarkup(block, page))}</article>
`;
}

function sectionMarkup(section: SectionNode, page: Page): Markup {
  const firstWide = section.children.findIndex(isWide);
  const prose = firstWide < 0 ? section.children : section.children.slice(0, firstWide);
  const wide = firstWide < 0 ? [] : section.children.slice(firstWide);
  const heading =
    section.level === 2
      ? html`<h2 id="${section.id}-tittel">${section.title}</h2>`
      : html`<h3 id="${section.id}-tittel">${section.title}</h3>`;
  const words = prose.map((block) => blockMarkup(block, page));
  const beside =
    section.aside.length === 0
      ? html`<div class="prose">${words}</div>`
      : html`<div class="beside"><div class="prose">${words}</div><div class="side">${section.aside.map((one) => asideMarkup(one, page))}</div></div>`;
  return html`<section id="${section.id}" class="level${section.level}">${heading}${prose.length === 0 && section.aside.length === 0 ? html`` : beside}${wide.map((block) => blockMarkup(block, page))}</section>
`;
}

export const asideMarkup = ({ title, content, tag }: AsideNode, page: Page): Markup =>
  html`<div class="note-beside"><p class="side-title">${title}</p><p>${tag === null ? html`` : html`${tagMarkup(tag)} `}${inlineMarkup(content, page)}</p></div>`;

function blockMarkup(block: Block, page: Page): Markup {
  switch (block.node) {
    case 'table':
      return tableMarkup(block, page);
    case 'chart':
      return chartMarkup(block, page);
    case 'section':
      return sectionMarkup(block, page);
    case 'paragraph':
      return html`<p>${inlineMarkup(block.content, page)}</p>`;
    case 'note':
      return html`<p class="note">${inlineMarkup(block.content, page)}</p>`;
    case 'empty':
      return html`<p class="empty">${inlineMarkup(block.content, page)}</p>`;
    case 'list':
      return block.prefix === null
        ? html`<ul class="dashes">${block.items.map((item) => html`<li>${inlineMarkup(item, page)}</li>`)}</ul>`
        : html`<ul class="numbered">${block.items.map((item, at) => html`<li><span class="mark">${block.prefix}${at + 1}</span> ${inlineMarkup(item, page)}</li>`)}</ul>`;
    case 'facts':
      return html`<dl class="facts">${block.items.map(
        ({ label, value, context }) =>
          html`<div><dt>${label}</dt><dd class="value">${inlineMarkup(value, page)}</dd>${context.length === 0 ? html`` : html`<dd>${inlineMarkup(context, page)}</dd>`}</div>`,
      )}</dl>`;
    case 'steps':
      return html`<ol class="steps">${block.items.map(
        ({ name, formula, result, unit }) =>
          html`<li><div><p class="step">${name}</p><p class="formula">${inlineMarkup(formula, page)}</p></div><p class="result"><strong>${inlineMarkup(result, page)}</strong> ${unit}</p></li>`,
      )}</ol>`;
    case 'decisions':
      return html`<ol class="decisions">${block.items.map(
        ({ name, wording, tag }) =>
          html`<li><p><strong>${name}${/[.!?]$/.test(name) ? '' : '.'}</strong> ${inlineMarkup(wording, page)}</p><p class="state">${tagMarkup(tag)}</p></li>`,
      )}</ol>`;
    default:
      return html`<details><summary>${block.title}</summary>${block.children.map((one) => blockMarkup(one, page))}</details>`;
  }
}
