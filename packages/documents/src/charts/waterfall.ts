import type { ChartNode, DocumentTree } from '../tree/node.ts';
import type { Drawing } from './drawing.ts';
import { amber, type BarLook, hatch, increase, ink, reduction } from './look.ts';
import { marks } from './marks.ts';
import { labelOf, lengthOf, scaleOf } from './scale.ts';

const barHeight = 16;
const rowHeight = 26;

type Bar = { readonly from: number; readonly to: number; readonly kind: 'up' | 'down' | 'total' };

/** Every bar begins where the one above ends; the total begins at zero again. Zero is last year's budget. */
function barsOf(chart: ChartNode, tree: DocumentTree): readonly Bar[] {
  let at = 0;
  return chart.bars.map(({ figures: [ref], isTotal }): Bar => {
    const size = ref === undefined ? 0 : lengthOf(ref, tree);
    const from = isTotal ? 0 : at;
    at = isTotal ? size : at + size;
    return { from, to: at, kind: isTotal ? 'total' : size < 0 ? 'down' : 'up' };
  });
}

const looks: { readonly [K in Bar['kind']]: BarLook } = {
  up: { color: increase },
  down: { color: reduction, decal: hatch, borderColor: amber, borderWidth: 0.8 },
  total: { color: ink },
};

/**
 * Horizontal waterfall. A bar hangs between two values: an unseen stretch from zero to the nearer one, then the bar. One that crosses zero
 * is two bars that meet there.
 */
export function waterfall(chart: ChartNode, tree: DocumentTree, mostLetters: number): Drawing {
  const bars = barsOf(chart, tree);
  const scale = scaleOf(bars.flatMap(({ from, to }) => [from, to]));
  const low = ({ from, to }: Bar): number => Math.min(from, to);
  const high = ({ from, to }: Bar): number => Math.max(from, to);
  const thinnest = (scale.high - scale.low) / 600;
  const part = (size: (bar: Bar) => number) => ({
    type: 'bar' as const,
    stack: 'fall',
    barWidth: barHeight,
    silent: true,
    data: bars.map((bar) => (size(bar) === 0 ? '-' : { value: size(bar), itemStyle: looks[bar.kind] })),
  });
  const unseen = {
    ...part((bar) => (low(bar) > 0 ? low(bar) : high(bar) < 0 ? high(bar) : 0)),
    itemStyle: { color: 'transparent' },
    data: bars.map((bar) => (low(bar) > 0 ? low(bar) : high(bar) < 0 ? high(bar) : 0)),
  };
  const above = part((bar) => (high(bar) <= 0 ? 0 : Math.max(thinnest, high(bar) - Math.max(0, low(bar)))));
  const below = part((bar) => (low(bar) >= 0 ? 0 : low(bar) - Math.min(0, high(bar))));
  return {
    scale,
    rowHeight,
    series: [
      unseen,
      above,
      below,
      marks(
        chart,
        bars.map((bar, nr) => ({
          at: high(bar),
          words: [
            { text: labelOf(chart.bars[nr]?.figures[0], tree), fill: bar.kind === 'down' ? amber : ink },
          ],
          join: nr === bars.length - 1 ? null : bar.to,
        })),
        { mostLetters, barHeight, rowHeight },
      ),
    ],
    legend: [],
  };
}
