import type { ChartNode, DocumentTree } from '../tree/node.ts';
import type { Drawing } from './drawing.ts';
import { ink, lightPart, lightPartEdge, thisYear } from './look.ts';
import { marks } from './marks.ts';
import { labelOf, lengthOf, scaleOf } from './scale.ts';

const barHeight = 16;
const rowHeight = 26;

/** What a bill is made of: its parts after each other, the sum at the end. A bar's figures: the parts in the order of the series, the sum. */
export function composition(chart: ChartNode, tree: DocumentTree, mostLetters: number): Drawing {
  const looks = [
    { color: thisYear, edge: null },
    { color: lightPart, edge: lightPartEdge },
    { color: '#FFFFFF', edge: ink },
  ] as const;
  const sizes = chart.bars.map(({ figures }) =>
    chart.series.map((_, part) => {
      const ref = figures[part];
      return ref === undefined ? 0 : lengthOf(ref, tree);
    }),
  );
  const sums = sizes.map((parts) => parts.reduce((all, size) => all + size, 0));
  const lookOf = (part: number): (typeof looks)[number] => looks[part] ?? looks[2];
  return {
    scale: scaleOf(sums),
    rowHeight,
    series: [
      ...chart.series.map((name, part) => ({
        type: 'bar' as const,
        name,
        stack: 'parts',
        barWidth: barHeight,
        silent: true,
        itemStyle: {
          color: lookOf(part).color,
          borderColor: lookOf(part).edge ?? lookOf(part).color,
          borderWidth: lookOf(part).edge === null ? 0 : 1,
        },
        data: sizes.map((parts) => parts[part] ?? 0),
      })),
      marks(
        chart,
        chart.bars.map(({ figures }, nr) => ({
          at: Math.max(0, sums[nr] ?? 0),
          words: [{ text: labelOf(figures[chart.series.length], tree), fill: ink }],
          join: null,
        })),
        { mostLetters, barHeight, rowHeight },
      ),
    ],
    legend: chart.series.map((name, part) => ({
      name,
      fill: lookOf(part).color,
      edge: lookOf(part).edge,
    })),
  };
}
