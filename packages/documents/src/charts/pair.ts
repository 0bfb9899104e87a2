import type { ChartNode, DocumentTree } from '../tree/node.ts';
import type { Drawing } from './drawing.ts';
import { ink, lastYear, muted, thisYear } from './look.ts';
import { marks } from './marks.ts';
import { labelOf, lengthOf, scaleOf } from './scale.ts';

const rowHeight = 34;

/** Two years under each other, the last thin and light, this one thick and dark. A bar's figures: last year, this year, the change. */
export function pair(chart: ChartNode, tree: DocumentTree, mostLetters: number): Drawing {
  const value = (nr: number, side: 0 | 1): number => {
    const ref = chart.bars[nr]?.figures[side];
    return ref === undefined ? 0 : lengthOf(ref, tree);
  };
  const all = chart.bars.map((_, nr) => [value(nr, 0), value(nr, 1)] as const);
  const bar = (side: 0 | 1, barWidth: number, color: string) => ({
    type: 'bar' as const,
    name: chart.series[side] ?? '',
    barWidth,
    barGap: '20%',
    silent: true,
    itemStyle: { color },
    data: all.map((two) => two[side]),
  });
  return {
    scale: scaleOf(all.flat()),
    rowHeight,
    series: [
      bar(0, 8, lastYear),
      bar(1, 13, thisYear),
      marks(
        chart,
        all.map((two, nr) => ({
          at: Math.max(0, ...two),
          words: [
            { text: labelOf(chart.bars[nr]?.figures[1], tree), fill: ink },
            { text: `(${labelOf(chart.bars[nr]?.figures[2], tree)})`, fill: muted },
          ],
          join: null,
        })),
        { mostLetters, barHeight: 22, rowHeight },
      ),
    ],
    legend: [
      { name: chart.series[0] ?? '', fill: lastYear, edge: null },
      { name: chart.series[1] ?? '', fill: thisYear, edge: null },
    ],
  };
}
