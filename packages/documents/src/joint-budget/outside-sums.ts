import { ofOre } from '@samstyr/core/fraction/fraction';
import type { LineRow, UnitRow } from '@samstyr/core/model/rows';
import type { Cell, Row, SectionNode } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import { amountFormat, column, empty, figureCell } from './cells.ts';
import { type Context, nodeId, partyName, unitName } from './context.ts';

/** The frame a unit was given against what it has budgeted. Nothing where nobody has set a frame. */
export function frameSection(context: Context, unit: UnitRow): readonly SectionNode[] {
  const { source, t, store } = context;
  const version = source.overview.version.id;
  const frames = source.model.frame.filter((row) => row.version === version && row.unit === unit.id);
  const budget = context.figures({ unit: unit.id, service: null, party: null, kind: 'operating' });
  if (frames.length === 0 || budget === null) return [];
  const rows = frames.map((row): readonly string[] => {
    const name = `${t.outside.frame}, ${unitName(context, unit.id)}`;
    const frame = store.ore(`frame/${version}/${row.id}`, name, row.amountOre);
    const difference = store.change(
      `frame/${version}/${row.id}@difference`,
      budget.current,
      frame,
      `${t.outside.over}, ${unitName(context, unit.id)}`,
    );
    return [frame, budget.current, difference];
  });
  const format = amountFormat(store, rows.flat());
  return [
    {
      node: 'section',
      id: nodeId('enhet', unit.id, 'ramme'),
      title: t.outside.frameTitle,
      level: 2,
      children: [
        {
          node: 'table',
          id: nodeId('tabell', unit.id, 'ramme'),
          caption: t.outside.frameCaption(unitName(context, unit.id)),
          unit: [text(t.units.kr)],
          head: t.head.unit,
          columns: [
            column('frame', [t.outside.frame], 'previous'),
            column('budget', [t.outside.budget], 'amount'),
            column('over', [t.outside.over], 'change', {
              op: 'difference',
              from: 'budget',
              amount: 'frame',
            }),
          ],
          rows: rows.map(
            (figures): Row => ({
              kind: 'row',
              header: [text(unitName(context, unit.id))],
              group: null,
              cells: figures.map((figure) => figureCell(figure, format)),
            }),
          ),
          note: null,
          layout: 'normal',
        },
      ],
      aside: [],
    },
  ];
}

/** Lines that are told of and paid by nobody here: outside every sum, and said to be. (S-EDI-07) */
export function memoSection(context: Context, unit: UnitRow): readonly SectionNode[] {
  const { source, t, index, year } = context;
  const services = new Set((index.servicesOf.get(unit.id) ?? []).map(({ id }) => id));
  const lines = source.model.line.filter(
    ({ version, service, distribution }) =>
      version === source.overview.version.id && services.has(service) && distribution === 'memo',
  );
  if (lines.length === 0) return [];
  const figures = lines.map((line) => memoFigure(context, line));
  const format = amountFormat(context.store, figures);
  return [
    {
      node: 'section',
      id: nodeId('enhet', unit.id, 'orientering'),
      title: t.outside.memoTitle,
      level: 2,
      children: [
        {
          node: 'table',
          id: nodeId('tabell', unit.id, 'orientering'),
          caption: t.outside.memoCaption(unitName(context, unit.id)),
          unit: [text(t.units.kr)],
          head: t.plan.line,
          columns: [column('party', [t.head.municipality], 'text'), column('amount', [`${year}`], 'amount')],
          rows: lines.map(
            (line, at): Row => ({
              kind: 'outside',
              header: [
                text(memoLabel(context, line) ?? index.service.get(line.service)?.name ?? line.service),
              ],
              group: null,
              cells: [
                line.party === null ? empty : words(partyName(index, line.party, year)),
                figureCell(figures[at] ?? '', format),
              ],
            }),
          ),
          note: t.outside.memoNote,
          layout: 'normal',
        },
      ],
      aside: [],
    },
  ];
}

const words = (content: string): Cell => ({ cell: 'text', content: [text(content)] });

/** What a line is called; a name that rests on few people can tell as much as its amount, and is not for everybody. */
const memoLabel = ({ options }: Context, line: LineRow): string | null =>
  options.edition === 'public' && line.sensitive ? null : line.label;

/** A line's amount; hidden where it is sensitive, or beside a party's hidden amount in the same service. */
function memoFigure(context: Context, line: LineRow): string {
  const { store, source, options } = context;
  const isHidden =
    options.edition === 'public' &&
    (line.sensitive ||
      source.overview.rows.some(
        (row) =>
          row.service === line.service &&
          row.party === line.party &&
          options.hidden.has(row.current.figureId),
      ));
  return store.add({
    id: `line/${line.id}/memo`,
    label: memoLabel(context, line) ?? line.service,
    value: isHidden ? null : ofOre(line.amountOre),
    why: 'withheld',
  });
}
