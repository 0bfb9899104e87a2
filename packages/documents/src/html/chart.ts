import type { ChartNode, DocumentTree } from '../tree/node.ts';
import { numberText } from '../tree/number-text.ts';
import { plainText } from '../tree/walk.ts';
import { html, type Markup } from './markup.ts';
import { inlineMarkup, type Page } from './page.ts';
import { percentLength } from './percent-length.ts';

const rowHeight = 26;
const barHeight = 16;
/** The plot takes this much of the width; the label of the longest bar has the rest. */
const plotWidth = 84;

/** In whole printed units, for lengths only. */
const sizeOf = (figure: string, { figures }: DocumentTree): number => {
  const found = figures.get(figure);
  if (found?.value == null) return 0;
  return Number(found.thousands ?? found.value.n / (found.value.d * 100_000n));
};

/** 1, 2 or 5 times a power of ten, so that there are three to seven intervals. */
function interval(span: number): number {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return power * ([1, 2, 5, 10].find((step) => rough <= step * power) ?? 10);
}

type Bar = { readonly from: number; readonly to: number; readonly kind: 'up' | 'down' | 'total' };

/** Horizontal waterfall: zero is last year's budget, every bar begins where the one above ends, the total begins at zero again. */
export function chartMarkup(chart: ChartNode, page: Page): Markup {
  const { tree, t, charts, tables } = page;
  const bars: Bar[] = [];
  let at = 0;
  for (const { figures, isTotal } of chart.bars) {
    const size = sizeOf(figures[0]?.figure ?? '', tree);
    bars.push({
      from: isTotal ? 0 : at,
      to: isTotal ? size : at + size,
      kind: isTotal ? 'total' : size < 0 ? 'down' : 'up',
    });
    at = isTotal ? size : at + size;
  }
  const low = Math.min(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const step = interval(high - low);
  const [first, last] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const place = (value: number): string => percentLength(((value - first) / (last - first || 1)) * plotWidth);
  const ticks: number[] = [];
  for (let tick = first; tick <= last; tick += step) ticks.push(tick);
  const grid = ticks.map(
    (tick) =>
      html`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${place(tick)}" x2="${place(tick)}" y1="0" y2="${rowHeight}"/>`,
  );
  const rows = chart.bars.map((bar, nr) => {
    const { from, to, kind } = bars[nr] ?? { from: 0, to: 0, kind: 'up' };
    const [ref] = bar.figures;
    const figure = ref === undefined ? undefined : tree.figures.get(ref.figure);
    const label = ref === undefined || figure === undefined ? '' : numberText(figure, ref, tree.language);
    const hasNext = nr < bars.length - 1;
    const y = (rowHeight - barHeight) / 2;
    const end = Math.max(from, to);
    return html`<li class="${kind}"><span class="name">${bar.name}</span><svg height="${rowHeight}">${grid}<rect class="${kind}" x="${place(Math.min(from, to))}" y="${y}" width="${widthOf(from, to, first, last)}" height="${barHeight}"/>${
      hasNext
        ? html`<line class="join" x1="${place(to)}" x2="${place(to)}" y1="${y + barHeight}" y2="${rowHeight + y}"/>`
        : html``
    }<text class="${kind}" x="${place(end)}" dx="6" y="${rowHeight / 2}" dy="4">${label}</text></svg></li>`;
  });
  const axis = ticks.map(
    (tick) =>
      html`<text x="${place(tick)}" y="13" text-anchor="${tick === first ? 'start' : 'middle'}">${axisText(tick)}</text>`,
  );
  const twin = `${t.document.table.toLocaleLowerCase()} ${tables.get(chart.table) ?? ''}`;
  const alt = `${plainText(chart.alt, tree)}${plainText(t.chart.same(twin), tree)}`;
  return html`<figure class="chart" id="${chart.id}"><figcaption><span class="nr">${t.document.chart} ${charts.get(chart.id) ?? ''}</span> <strong>${inlineMarkup(chart.caption, page)}</strong> <span class="unit">${inlineMarkup(chart.unit, page)}</span></figcaption><div role="img" aria-label="${alt}"><ol aria-hidden="true">${rows}<li class="axis"><span class="name"></span><svg height="18">${axis}</svg></li></ol></div></figure>
`;
}

const widthOf = (from: number, to: number, first: number, last: number): string =>
  percentLength(Math.max(0.15, (Math.abs(to - from) / (last - first || 1)) * plotWidth));

const axisText = (tick: number): string =>
  `${tick < 0 ? '−' : ''}${`${Math.abs(Math.round(tick))}`.replace(/\B(?=(\d{3})+$)/g, '\u00a0')}`;
