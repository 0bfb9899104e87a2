import { chartSvg } from '../charts/chart-svg.ts';
import { narrowWidth } from '../charts/look.ts';
import type { ChartNode } from '../tree/node.ts';
import { plainText } from '../tree/walk.ts';
import { html, type Markup, trusted } from './markup.ts';
import { inlineMarkup, type Page } from './page.ts';

/** A chart with its caption, drawn for a page and for a telephone; the style sheet shows the one that fits. */
export function chartMarkup(chart: ChartNode, page: Page): Markup {
  const { tree, drawings, t, charts, tables } = page;
  const twin = `${t.document.table.toLocaleLowerCase()} ${tables.get(chart.table) ?? ''}`;
  const alt = `${plainText(chart.alt, tree)}${plainText(t.chart.same(twin), tree)}`;
  // In a page an SVG needs no namespace, and the page names no address at all.
  const inPage = (svg: string): Markup => trusted(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ''));
  return html`<figure class="chart" id="${chart.id}"><figcaption><span class="nr">${t.document.chart} ${charts.get(chart.id) ?? ''}</span> <strong>${inlineMarkup(chart.caption, page)}</strong> <span class="unit">${inlineMarkup(chart.unit, page)}</span></figcaption><div role="img" aria-label="${alt}"><div class="wide" aria-hidden="true">${inPage(drawings?.get(chart.id) ?? chartSvg(chart, tree))}</div><div class="phone" aria-hidden="true">${inPage(chartSvg(chart, tree, narrowWidth))}</div></div></figure>
`;
}
