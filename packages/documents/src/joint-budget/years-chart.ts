import type { ChartNode } from '../tree/node.ts';
import { ref, text } from '../tree/say.ts';
import type { Context } from './context.ts';
import { totalFigures } from './totals.ts';

/** What every municipality pays, last year and this. Null when an amount of somebody's may not be shown. */
export function yearsChart(context: Context): ChartNode | null {
  const { t, year, columns, store } = context;
  const bars = columns.flatMap((party) => {
    const figures = totalFigures(context, party, 'operating');
    if (figures === null) return [];
    return [
      {
        name: party.name,
        figures: [
          ref(figures.previous, 'kr1000'),
          ref(figures.current, 'kr1000'),
          ref(figures.change, 'kr1000', 'always'),
        ],
        isTotal: false,
      },
    ];
  });
  if (bars.length < 2 || bars.some(({ figures }) => store.get(figures[1]?.figure ?? '')?.value == null))
    return null;
  const told = bars
    .slice(0, 3)
    .flatMap(({ name, figures: [before, now] }) =>
      before === undefined || now === undefined ? [] : t.chart.pays(name, before, now),
    );
  return {
    node: 'chart',
    id: 'figur-kommuner',
    pattern: 'pair',
    caption: t.overview.yearsCaption(year - 1, year),
    unit: [text(t.units.kr1000)],
    bars,
    series: [`${year - 1}`, `${year}`],
    alt: [text(t.chart.pair), ...told, text(t.chart.inUnit)],
    table: 'tabell-matrise',
  };
}
