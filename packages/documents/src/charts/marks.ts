import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { cleanText } from '../pdf/pieces.ts';
import type { ChartNode } from '../tree/node.ts';
import { font, ink, labelSize, muted } from './look.ts';
import { lines } from './scale.ts';

/** Words beside a bar, in order, each with its colour. */
export type Words = readonly { readonly text: string; readonly fill: string }[];

/** What is written and drawn around one bar. */
export type Mark = {
  /** Where the words begin, as a value on the axis. */
  readonly at: number;
  readonly words: Words;
  /** Where a line goes down to the next bar, as a value; null: none. */
  readonly join: number | null;
};

/** Names flush with the caption at the left, numbers at the ends of bars, lines between bars: what an axis of ECharts cannot place. */
export function marks(
  chart: ChartNode,
  all: readonly Mark[],
  { mostLetters, barHeight, rowHeight }: { mostLetters: number; barHeight: number; rowHeight: number },
): {
  readonly type: 'custom';
  readonly silent: true;
  readonly data: readonly number[];
  readonly renderItem: (
    item: { dataIndex: number },
    api: CustomSeriesRenderItemAPI,
  ) => CustomSeriesRenderItemReturn;
} {
  return {
    type: 'custom',
    silent: true,
    data: all.map(({ at }) => at),
    renderItem: ({ dataIndex }, api) => {
      const bar = chart.bars[dataIndex];
      const mark = all[dataIndex];
      if (bar === undefined || mark === undefined) return { type: 'group', children: [] };
      const [x = 0, y = 0] = api.coord([mark.at, dataIndex]);
      const weight = bar.isTotal ? 600 : 400;
      const text = (words: string, left: number, top: number, fill: string): TextMark => ({
        type: 'text',
        x: left,
        y: top,
        style: {
          text: words,
          fill,
          fontFamily: font,
          fontSize: labelSize,
          fontWeight: weight,
          verticalAlign: 'middle',
        },
      });
      const name = lines(cleanText(bar.name), mostLetters);
      const names = name.map((line, nr) => text(line, 0, y + (nr - (name.length - 1) / 2) * 12.5, ink));
      let left = x + 6;
      const words = mark.words.map((word) => {
        const placed = text(word.text, left, y, word.fill);
        left += word.text.length * 6.3 + 6;
        return placed;
      });
      if (mark.join === null) return { type: 'group', children: [...names, ...words] };
      const [joinX = 0] = api.coord([mark.join, dataIndex]);
      const join = {
        type: 'line' as const,
        shape: { x1: joinX, x2: joinX, y1: y + barHeight / 2, y2: y + rowHeight - barHeight / 2 },
        style: { stroke: muted, fill: 'none', lineWidth: 0.8 },
      };
      return { type: 'group', children: [...names, ...words, join] };
    },
  };
}

type TextMark = {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly style: {
    text: string;
    fill: string;
    fontFamily: string;
    fontSize: number;
    fontWeight: number;
    verticalAlign: 'middle';
  };
};
