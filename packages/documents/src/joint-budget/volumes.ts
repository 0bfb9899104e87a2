import { add, zeroFraction } from '@samstyr/core/fraction/fraction';
import type { UnitRow, VolumeRow } from '@samstyr/core/model/rows';
import type { Cell, SectionNode, TableNode } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import { absent, column, figureCell } from './cells.ts';
import { type Context, nodeId, serviceName, unitName } from './context.ts';

/** What the cost is made of, in counts: one table a service. A count of few is hidden, and so is what would give it. */
export function volumesSection(context: Context, unit: UnitRow): readonly SectionNode[] {
  const { source, t, index } = context;
  const version = source.overview.version.id;
  const services = (index.servicesOf.get(unit.id) ?? []).filter((service) =>
    source.model.volume.some((row) => row.version === version && row.service === service.id),
  );
  if (services.length === 0) return [];
  return [
    {
      node: 'section',
      id: nodeId('enhet', unit.id, 'volum'),
      title: t.unit.volumes,
      level: 2,
      children: services.map((service) =>
        volumeTable(
          context,
          service.id,
          service.id === unit.id ? unitName(context, unit.id) : serviceName(context, service),
          source.model.volume.filter((row) => row.version === version && row.service === service.id),
        ),
      ),
      aside: [],
    },
  ];
}

function volumeTable(context: Context, service: string, name: string, rows: readonly VolumeRow[]): TableNode {
  const { t, source } = context;
  const parties = source.overview.parties.filter(({ party }) => rows.some((row) => row.party === party));
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  const cells = (measure: string): readonly Cell[] => {
    const own = parties.map((party) =>
      rows.filter((row) => row.measure === measure && row.party === party.party),
    );
    const isHidden = own.map((of) => of.some((row) => isWithheld(context, row)));
    const figures = parties.map((party, at) =>
      countFigure(
        context,
        { service, measure, party: party.number, name },
        own[at] ?? [],
        isHidden[at] === true,
      ),
    );
    return figures.map((figure) => (figure === null ? absent : figureCell(figure, 'count')));
  };
  return {
    node: 'table',
    id: nodeId('tabell', service, 'volum'),
    caption: t.unit.volumesCaption(name),
    unit: [text(t.units.persons)],
    head: t.head.measure,
    columns: parties.map(({ number, name: party }) => column(number, [party], 'count')),
    rows: measures.map((measure) => ({
      kind: 'row',
      header: [text(t.capital(measure))],
      group: null,
      cells: cells(measure),
    })),
    note: null,
    layout: 'normal',
  };
}

/** Hidden by the gate, or sensitive in an edition that others than the parties read. */
const isWithheld = ({ store, options }: Context, row: VolumeRow): boolean =>
  store.isHidden(row.id) ||
  store.isHidden(`volume/${row.id}`) ||
  (row.sensitive && options.edition === 'public');

function countFigure(
  { store, source }: Context,
  at: { readonly service: string; readonly measure: string; readonly party: string; readonly name: string },
  rows: readonly VolumeRow[],
  isHidden: boolean,
): string | null {
  if (rows.length === 0) return null;
  return store.add({
    id: `volume/${source.overview.version.id}/${at.service}/${at.measure.replaceAll(' ', '-')}/${at.party}`,
    label: `${at.name}, ${at.measure}, ${source.overview.parties.find(({ number }) => number === at.party)?.name ?? ''}`,
    unit: 'count',
    value: isHidden ? null : rows.map(({ count }) => count).reduce(add, zeroFraction),
    why: 'withheld',
  });
}
