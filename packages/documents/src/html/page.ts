import type { Drawings } from '../charts/drawing.ts';
import type { DocumentTexts } from '../texts/document-texts.ts';
import { documentTexts } from '../texts/document-texts.ts';
import type { FigureRef, Sign } from '../tree/figure.ts';
import type { Cell, ExplainedTree, Inline, Tag } from '../tree/node.ts';
import { numberText, signText, unitText } from '../tree/number-text.ts';
import { chartNumbers, printedFigures, tableNumbers } from '../tree/walk.ts';
import { html, type Markup } from './markup.ts';

/** What every part of a page needs: the tree, its words, and the numbers of tables, charts and figures. */
export type Page = {
  readonly tree: ExplainedTree;
  readonly drawings: Drawings | null;
  readonly t: DocumentTexts;
  readonly tables: ReadonlyMap<string, number>;
  readonly charts: ReadonlyMap<string, number>;
  /** Where a figure stands in the page's list of figures. */
  readonly figureAt: ReadonlyMap<string, number>;
};

export function pageOf(tree: ExplainedTree, drawings: Drawings | null): Page {
  const { figures } = tree.explanations();
  const printed = [...printedFigures(tree)].filter((id) => figures.has(id));
  return {
    tree,
    drawings,
    t: documentTexts[tree.language],
    tables: tableNumbers(tree),
    charts: chartNumbers(tree),
    figureAt: new Map(printed.map((id, at) => [id, at])),
  };
}

export const stepId = (step: number): string => `s${step}`;

const noBreakSpace = '\u00a0';

/** A sign with its meaning for the one who hears it. */
export const signMarkup = (sign: Sign, { t, tree }: Page): Markup =>
  html`<span aria-hidden="true">${signText(sign, tree.language)}</span><span class="vh">${t.signs[sign]}</span>`;

/** A figure as a link to how it came about. */
export function figureMarkup(ref: FigureRef, page: Page, hasUnit: boolean): Markup {
  const { tree, t, figureAt } = page;
  const figure = tree.figures.get(ref.figure);
  if (figure === undefined) return html``;
  if (figure.value === null) return signMarkup(figure.why ?? 'missing', page);
  const unit = hasUnit ? unitText(ref, figure, tree.language) : '';
  const number = numberText(figure, ref, tree.language);
  const shown = unit === '' ? number : `${number}${noBreakSpace}${unit.replaceAll(' ', noBreakSpace)}`;
  const step = tree.explanations().figures.get(ref.figure);
  const at = figureAt.get(ref.figure);
  const provisional = figure.provisional
    ? html`<span class="pro" aria-hidden="true">*</span><span class="vh"> ${t.provisional}</span>`
    : html``;
  return step === undefined || at === undefined
    ? html`${shown}${provisional}`
    : html`<a class="n" href="#${stepId(step)}" data-f="${at}">${shown}</a>${provisional}`;
}

export const inlineMarkup = (content: readonly Inline[], page: Page): readonly Markup[] =>
  content.map((one): Markup => {
    switch (one.inline) {
      case 'text':
        return html`${one.text}`;
      case 'figure':
        return figureMarkup(one, page, true);
      case 'strong':
        return html`<strong>${inlineMarkup(one.content, page)}</strong>`;
      case 'link':
        return html`<a href="#${one.to}">${inlineMarkup(one.content, page)}</a>`;
      default:
        return html`<span lang="${one.language}">${inlineMarkup(one.content, page)}</span>`;
    }
  });

export const tagMarkup = ({ text, tone }: Tag): Markup => html`<span class="tag ${tone}">${text}</span>`;

/** The words and numbers of a cell; bars are drawn by the table, which knows the scale. */
export function cellMarkup(cell: Cell, page: Page): Markup {
  switch (cell.cell) {
    case 'figure':
      return figureMarkup(cell.ref, page, false);
    case 'sign':
      return signMarkup(cell.sign, page);
    case 'text':
      return html`${inlineMarkup(cell.content, page)}`;
    case 'tag':
      return tagMarkup(cell.tag);
    default:
      return html``;
  }
}
