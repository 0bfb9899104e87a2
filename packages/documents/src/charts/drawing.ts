import type { BarSeriesOption, CustomSeriesOption } from 'echarts';
import type { Scale } from './scale.ts';

/** The charts of a document as they are drawn: id and SVG in the width of a page. */
export type Drawings = ReadonlyMap<string, string>;

/** What a pattern says of a chart; axes, names and size are the same for all. */
export type Drawing = {
  readonly scale: Scale;
  readonly rowHeight: number;
  readonly series: readonly (BarSeriesOption | CustomSeriesOption)[];
  /** What the fills mean, where there is more than one series. */
  readonly legend: readonly { readonly name: string; readonly fill: string; readonly edge: string | null }[];
};
