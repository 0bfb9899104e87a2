import type { PartyView } from '@samstyr/core/budget/view';
import type { Cell, Row, TableNode } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import { column, empty, figureCell, yearCells, yearColumns } from './cells.ts';
import { type Context, nodeId, unitInline, unitName } from './context.ts';
import type { RowFigures } from './figure-store.ts';
import { sumOfGroup } from './language.ts';
import type { OwnRow } from './municipality-chart.ts';
import { groupedUnits, groupFigures } from './overview-chapter.ts';
/** Everything the municipality pays, with its part of each unit. */
export function billTable(
  context: Context,
  party: PartyView,
  own: readonly OwnRow[],
  total: RowFigures,
): TableNode {
  const { t, year, store } = context;
  const part = (figures: RowFigures | null, unit: string | null): Cell => {
    const whole = context.figures({ unit, service: null, party: null, kind: 'operating' });
    if (figures === null || whole === null) return empty;
    const id = store.percentOf(`${figures.current}@share`, figures.current, whole.current, t.head.partOfUnit);
    return figureCell(id, 'percent1');
  };
  const rows: Row[] = [];
  for (const [group, units] of groupedUnits(context)) {
    const mine = own.filter(({ unit }) => units.includes(unit));
    for (const { unit, figures } of mine)
      rows.push({
        kind: 'row',
        header: [unitInline(context, unit.id)],
        group: group?.id ?? null,
        cells: [
          ...yearCells(figures, 'kr1000'),
          part(figures, unit.id),
          { cell: 'bar', figure: figures.current, tick: figures.previous },
        ],
      });
    if (group !== null && mine.length > 1)
      rows.push({
        kind: 'groupSum',
        header: sumOfGroup(context, group),
        group: group.id,
        cells: [...yearCells(groupFigures(context, group, party), 'kr1000'), empty, empty],
      });
  }
  rows.push({
    kind: 'sum',
    header: [text(t.row.sumOperating)],
    group: null,
    cells: [...yearCells(total, 'kr1000'), part(total, null), empty],
  });
  const outside = context.units.filter((unit) => !own.some((one) => one.unit === unit));
  return {
    node: 'table',
    id: nodeId('tabell', party.party, 'alt'),
    caption: t.municipality.billCaption(party.name),
    unit: t.municipality.billUnit(year - 1, year),
    head: t.head.unit,
    columns: [
      ...yearColumns(year, t.head),
      column('part', [t.head.partOfUnit], 'ratio'),
      column('bar', [t.head.amountBar(year)], 'bar'),
    ],
    rows,
    note:
      outside.length === 0
        ? null
        : t.municipality.notIn(
            party.name,
            outside.map(({ id }) => unitName(context, id)),
          ),
    layout: 'normal',
  };
}
