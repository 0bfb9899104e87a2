import type { BarSeriesOption } from 'echarts';

type Hatch = Exclude<NonNullable<BarSeriesOption['itemStyle']>['decal'], 'none' | undefined>;

/** How one bar is filled. */
export type BarLook = {
  readonly color: string;
  readonly decal?: Hatch;
  readonly borderColor?: string;
  readonly borderWidth?: number;
};

/** The colours and measures of every chart. Kinds differ in form as well: solid, hatched, thin, outlined; a grey copy says the same. */
export const ink = '#14242E';
export const muted = '#566570';
export const amber = '#8A5510';
export const gridLine = '#E3E8EB';
export const increase = '#1D4E6B';
export const reduction = '#E2A24C';
export const lastYear = '#B9C7CE';
export const thisYear = '#14506B';
export const lightPart = '#8FC1C9';
export const lightPartEdge = '#4E8992';

export const font = 'Source Sans 3';
/** 166 mm across the page: 12 px are then 9 pt. */
export const pageWidth = 627;
/** A telephone held upright. */
export const narrowWidth = 330;
export const labelSize = 12;
export const axisSize = 10.5;

/** Lines at 45 degrees over a reduction. */
export const hatch: Hatch = {
  color: amber,
  backgroundColor: reduction,
  symbol: 'rect',
  symbolSize: 1,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
};
