import { divide, type Fraction, fraction, multiply, subtract } from '@samstyr/core/fraction/fraction';
import type { FigureRef } from '../tree/figure.ts';
import type { ChartNode, Row, TableNode } from '../tree/node.ts';
import { ref, text } from '../tree/say.ts';
import { type Context, nodeId, partyName } from './context.ts';
import type { HandDivision } from './key-division.ts';
import { partName } from './key-table.ts';

const hundred = fraction(100n);

/**
 * What the members' bills are made of where a key has an equal part and one by a register: that the equal part weighs most on the
 * smallest is seen at once, and stands in no column. Null where the key has no such two parts.
 */
export function keyChart(context: Context, hand: HandDivision, table: TableNode): ChartNode | null {
  const { t, store, source } = context;
  const { parts, parties, exact, service } = hand;
  const equal = parts.findIndex(({ weights }) => weights === null);
  if (parts.length !== 2 || equal < 0 || parts.every(({ reading }) => reading === null)) return null;
  if (parties.length < 3 || exact.some(({ n }) => n <= 0n)) return null;
  const members = table.rows.filter(({ kind }) => kind === 'row');
  const order = [equal, 1 - equal];
  const bars = members.map((row, at) => ({
    name: partyName(context.index, parties[at] ?? '', context.year),
    figures: [...order.map((part) => `part-${part}`), 'key'].flatMap((key) => cellRef(table, row, key) ?? []),
    isTotal: false,
  }));
  const weights = parties.map((_, at): Fraction => {
    const own = parts[equal]?.amounts[at] ?? fraction(0n);
    return multiply(divide(own, exact[at] ?? hundred), hundred);
  });
  const ranked = parties
    .map((_, at) => at)
    .sort((a, b) => {
      const { n } = subtract(weights[b] ?? hundred, weights[a] ?? hundred);
      return n < 0n ? -1 : n > 0n ? 1 : a - b;
    });
  const named = (at: number): { readonly name: string; readonly weight: FigureRef } => {
    const name = bars[at]?.name ?? '';
    const id = store.percent(
      `key/${source.overview.version.id}/${service.id}/equal-weight/${parties[at] ?? ''}`,
      t.chart.equalWeight(name),
      weights[at] ?? hundred,
    );
    return { name, weight: ref(id, 'percent') };
  };
  const most = named(ranked[0] ?? 0);
  const least = named(ranked.at(-1) ?? 0);
  return {
    node: 'chart',
    id: nodeId('figur', service.id, 'nokkel'),
    pattern: 'composition',
    caption: t.unit.keyChartCaption(most.name),
    unit: [text(t.unit.keyChartUnit)],
    bars,
    series: order.map((part) => {
      const found = parts[part];
      return found === undefined ? '' : partName(context, found);
    }),
    alt: [text(t.chart.composition), ...t.chart.equalPart(most, least), text(t.chart.inKroner)],
    table: table.id,
  };
}

function cellRef({ columns }: TableNode, row: Row, key: string): FigureRef | null {
  const cell = row.cells[columns.findIndex((column) => column.key === key)];
  return cell?.cell === 'figure' ? cell.ref : null;
}
