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

/** The bars of a waterfall before the rest is merged. */
const ownBars = 7;

/** A waterfall by unit; what has no bar of its own is merged, up apart from down, and stands in the table with its name. */
export function municipalityChart(
  context: Context,
  party: PartyView,
  own: readonly OwnRow[],
  total: RowFigures,
): readonly ChartNode[] {
  const { t, year, store, source } = context;
  const moved = own.filter(({ row }) => row.changeOre !== 0n);
  if (moved.length === 0 || moved.some(({ figures }) => store.get(figures.change)?.value == null)) return [];
  const bySize = [...moved].sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1));
  const kept = bySize.length <= ownBars + 1 ? bySize : bySize.slice(0, ownBars);
  const rest = bySize.slice(kept.length);
  const bar = ({ unit, figures }: OwnRow): ChartBar => ({
    name: unitName(context, unit.id),
    figures: [ref(figures.change, 'kr1000', 'always')],
    isTotal: false,
  });
  const merged = (['up', 'down'] as const).flatMap((way): readonly (readonly [bigint, ChartBar])[] => {
    const some = rest.filter(({ row }) => (way === 'up' ? row.changeOre > 0n : row.changeOre < 0n));
    const [first] = some;
    if (first === undefined) return [];
    const amount = sum(some.map(({ row }) => row.changeOre));
    if (some.length === 1) return [[amount, bar(first)]];
    const id = store.add({
      id: `budget/${source.overview.version.id}/all/operating/${party.number}@cause:other-${way}`,
      label: `${t.row.otherUnits(some.length)}, ${party.name}`,
      value: fraction(amount),
      thousands: some.reduce((all, { figures }) => all + (store.get(figures.change)?.thousands ?? 0n), 0n),
      relation: { op: 'sum', of: some.map(({ figures }) => figures.change) },
    });
    return [
      [
        amount,
        { name: t.row.otherUnits(some.length), figures: [ref(id, 'kr1000', 'always')], isTotal: false },
      ],
    ];
  });
  const bars = [...kept.map((one) => [one.row.changeOre as bigint, bar(one)] as const), ...merged]
    .sort(([a], [b]) => (b > a ? 1 : -1))
    .map(([, one]) => one);
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
