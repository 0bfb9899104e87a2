import type { NumberFormat } from '../tree/figure.ts';
import type { Cell, Column, ColumnKind, ColumnRelation } from '../tree/node.ts';
import { ref } from '../tree/say.ts';
import type { FigureStore, RowFigures } from './figure-store.ts';

export const column = (
  key: string,
  head: readonly string[],
  kind: ColumnKind,
  relation: ColumnRelation | null = null,
): Column => ({ key, head, kind, relation });

export const figureCell = (figure: string, format: NumberFormat, decimals = 0): Cell => ({
  cell: 'figure',
  ref: ref(figure, format, 'minus', decimals),
});

export const absent: Cell = { cell: 'sign', sign: 'absent' };
export const empty: Cell = { cell: 'empty' };

/** Whole kroner, or øre when one of the amounts is not whole: a table has one form. */
export const amountFormat = (store: FigureStore, figures: readonly string[]): NumberFormat =>
  figures.every((id) => {
    const value = store.get(id)?.value ?? null;
    return value === null || value.n % (value.d * 100n) === 0n;
  })
    ? 'kr'
    : 'ore';

/** The columns last year, this year, change and per cent, which every budget table has. */
export const yearColumns = (
  year: number,
  { change, percent }: { readonly change: string; readonly percent: string },
): readonly Column[] => [
  column('previous', [`${year - 1}`], 'previous'),
  column('current', [`${year}`], 'amount'),
  column('change', [change], 'change', { op: 'difference', from: 'current', amount: 'previous' }),
  column('percent', [percent], 'percent', { op: 'percent', part: 'change', whole: 'previous' }),
];

export const yearCells = (figures: RowFigures | null, format: NumberFormat): readonly Cell[] =>
  figures === null
    ? [absent, absent, absent, absent]
    : [
        figureCell(figures.previous, format),
        figureCell(figures.current, format),
        figureCell(figures.change, format),
        figureCell(figures.percent, 'percent1'),
      ];
