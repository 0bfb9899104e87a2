import type { OverviewRow, PartyView } from '@samstyr/core/budget/view';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { UnitRow } from '@samstyr/core/model/rows';
import { absolute, sum } from '@samstyr/core/money/ore';
import type { ChartBar, ChartNode } from '../tree/node.ts';
import { ref } from '../tree/say.ts';
import { type Context, nodeId, unitName } from './context.ts';
import { waterfallAlt } from './drivers-chapter.ts';
import type { RowFigures } from './figure-store.ts';

/** A unit as one municipality sees it. */
export type OwnRow = { readonly row: OverviewRow; readonly unit: UnitRow; readonly figures: RowFigures };

/** The units that are told of by themselves; the rest stands together, and unit by unit in the bill. */
const ownLines = 5;

/** A line of what moves a municipality's bill: a unit, or the other units that move the same way. */
export type Move = { readonly name: string; readonly figure: string; readonly unit: OwnRow | null };

/** The lines in order of size, increases first; null where one of the changes is not shown. */
export function movesOf(
  { t, store, source, ...rest }: Context,
  party: PartyView,
  own: readonly OwnRow[],
): readonly Move[] | null {
  const context: Context = { t, store, source, ...rest };
  const moved = own.filter(({ row }) => row.changeOre !== 0n);
  if (moved.length === 0 || moved.some(({ figures }) => store.get(figures.change)?.value == null))
    return null;
  const bySize = [...moved].sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1));
  const kept = bySize.length <= ownLines + 1 ? bySize : bySize.slice(0, ownLines);
  const others = bySize.slice(kept.length);
  const single = (one: OwnRow): readonly [bigint, Move] => [
    one.row.changeOre,
    { name: unitName(context, one.unit.id), figure: one.figures.change, unit: one },
  ];
  const merged = (['up', 'down'] as const).flatMap((way): readonly (readonly [bigint, Move])[] => {
    const some = others.filter(({ row }) => (way === 'up' ? row.changeOre > 0n : row.changeOre < 0n));
    const [first] = some;
    if (first === undefined) return [];
    if (some.length === 1) return [single(first)];
    const amount = sum(some.map(({ row }) => row.changeOre));
    const name = t.row.otherUnits(some.length);
    const figure = store.add({
      id: `budget/${source.overview.version.id}/all/operating/${party.number}@cause:other-${way}`,
      label: `${name}, ${party.name}`,
      value: fraction(amount),
      thousands: some.reduce((all, { figures }) => all + (store.get(figures.change)?.thousands ?? 0n), 0n),
      relation: { op: 'sum', of: some.map(({ figures }) => figures.change) },
    });
    return [[amount, { name, figure, unit: null }]];
  });
  return [...kept.map(single), ...merged].sort(([a], [b]) => (b > a ? 1 : -1)).map(([, one]) => one);
}

/** A waterfall of the same lines as the table of causes. */
export function municipalityChart(
  context: Context,
  party: PartyView,
  moves: readonly Move[] | null,
  total: RowFigures,
): readonly ChartNode[] {
  const { t, year } = context;
  if (moves === null) return [];
  const bars = moves.map(
    ({ name, figure }): ChartBar => ({
      name,
      figures: [ref(figure, 'kr1000', 'always')],
      isTotal: false,
    }),
  );
  const told = [...new Set([...bars.slice(0, 3), ...bars.slice(-1)])];
  return [
    {
      node: 'chart',
      id: nodeId('figur', party.party),
      pattern: 'waterfall',
      caption: t.municipality.chartCaption(party.name, year - 1, year),
      unit: t.drivers.chartUnit(year - 1, ref(total.previous, 'kr1000')),
      bars: [
        ...bars,
        { name: t.row.totalChange, figures: [ref(total.change, 'kr1000', 'always')], isTotal: true },
      ],
      series: [],
      alt: waterfallAlt(context, told, total.change),
      table: nodeId('tabell', party.party, 'arsaker'),
    },
  ];
}
