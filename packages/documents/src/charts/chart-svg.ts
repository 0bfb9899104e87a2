import { BarChart, CustomChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartNode, DocumentTree } from '../tree/node.ts';
import { composition } from './composition.ts';
import type { Drawing } from './drawing.ts';
import { axisSize, font, gridLine, ink, labelSize, muted, pageWidth } from './look.ts';
import { pair } from './pair.ts';
import { plainSvg } from './plain-svg.ts';
import { axisText, nameWidth } from './scale.ts';
import { waterfall } from './waterfall.ts';

use([BarChart, CustomChart, GridComponent, AriaComponent, SVGRenderer]);

const patterns: {
  readonly [P in ChartNode['pattern']]: (
    chart: ChartNode,
    tree: DocumentTree,
    mostLetters: number,
  ) => Drawing;
} = { waterfall, pair, composition };

const axisHeight = 24;
const legendHeight = 26;
/** Room for the number at the end of the longest bar, and for its change. */
const labelRoom: { readonly [P in ChartNode['pattern']]: number } = {
  waterfall: 58,
  pair: 96,
  composition: 74,
};

/**
 * A chart as one SVG, `width` px wide: the same for the page, the PDF and Word. The same chart gives the same bytes. Its words are for the
 * eye; what it says to others is the node's alternative text, and its numbers stand in the table it names.
 */
export function chartSvg(chart: ChartNode, tree: DocumentTree, width: number = pageWidth): string {
  const mostLetters = width < 500 ? 20 : 40;
  const { scale, rowHeight, series, legend } = patterns[chart.pattern](chart, tree, mostLetters);
  const top = legend.length === 0 ? 0 : legendHeight;
  const height = top + chart.bars.length * rowHeight + axisHeight;
  const left = nameWidth(chart, mostLetters);
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption({
      animation: false,
      aria: { enabled: false, decal: { show: true } },
      textStyle: { fontFamily: font },
      grid: { left, right: labelRoom[chart.pattern], top, bottom: axisHeight, containLabel: false },
      xAxis: {
        type: 'value',
        min: scale.low,
        max: scale.high,
        interval: scale.step,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: gridLine, width: 1 } },
        axisLabel: { color: muted, fontSize: axisSize, margin: 10, formatter: axisText, hideOverlap: true },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: chart.bars.map((_, nr) => `${nr}`),
        axisLine: { show: true, onZero: true, lineStyle: { color: ink, width: 1 } },
        axisTick: { show: false },
        axisLabel: { show: false },
      },
      series: [...series],
    });
    return plainSvg(drawn.renderToSVGString(), `${chart.id}-${width}`, legendMarkup(legend, left));
  } finally {
    // Else its timers keep the process alive.
    drawn.dispose();
  }
}

function legendMarkup(legend: Drawing['legend'], left: number): string {
  let at = left;
  return legend
    .map(({ name, fill, edge }) => {
      const box = `<rect x="${at}" y="4" width="11" height="11" fill="${fill}"${edge === null ? '' : ` stroke="${edge}"`}/>`;
      const words = `<text x="${at + 17}" y="14" font-size="${labelSize}" font-family="${font}" fill="${ink}">${escaped(name)}</text>`;
      at += 17 + name.length * 6.3 + 26;
      return box + words;
    })
    .join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
