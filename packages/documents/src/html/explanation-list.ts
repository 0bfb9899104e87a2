import type { ExplanationStep } from '../tree/node.ts';
import { html, json, type Markup } from './markup.ts';
import { type Page, stepId } from './page.ts';

/** What the panel reads: figures as [id, label, step], steps as [label, number, formula, inputs, facts]. */
export const explanationData = ({ tree, figureAt, t }: Page): Markup => {
  const { steps, figures } = tree.explanations();
  return json({
    words: t.explain,
    figures: [...figureAt.keys()].map((id) => [id, tree.figures.get(id)?.label ?? id, figures.get(id) ?? 0]),
    steps: steps.map(({ label, number, formula, inputs, facts }) => [
      label,
      number,
      formula ?? '',
      inputs,
      facts.flat(),
    ]),
  });
};

/** The same for readers without scripts: every step under its own anchor, each pointing at what it rests on. */
export function explanationList(page: Page): Markup {
  const { tree, t } = page;
  const { steps } = tree.explanations();
  const step = ({ label, number, formula, inputs, facts }: ExplanationStep, at: number): Markup =>
    html`<details id="${stepId(at)}" open><summary>${label}: ${number}</summary>${formula === null ? html`` : html`<p>${t.explain.formula}: ${formula}</p>`}${
      inputs.length === 0
        ? html``
        : html`<p>${t.explain.from}: ${inputs.map((input, nr) => html`${nr === 0 ? '' : ', '}<a href="#${stepId(input)}">${steps[input]?.label ?? ''} ${steps[input]?.number ?? ''}</a>`)}</p>`
    }${facts.length === 0 ? html`` : html`<dl>${facts.map(([name, fact]) => html`<dt>${name}</dt><dd>${fact}</dd>`)}</dl>`}</details>
`;
  return html`<noscript><section class="explanations"><h1>${t.explain.appendix}</h1><p>${t.explain.appendixLead}</p>${steps.map(step)}</section></noscript>`;
}
