import { dayText } from '@samstyr/contract/texts/day-text';
import type { OverviewRow } from '@samstyr/core/budget/view';
import type { ServiceRow, UnitRow } from '@samstyr/core/model/rows';
import type { Block, Cell, Inline, Row, SectionNode, TableNode } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { absent, amountFormat, column, empty, figureCell, yearCells, yearColumns } from './cells.ts';
import { type Context, nodeId, serviceName, servicesOf, unitName } from './context.ts';
import { perInhabitant, populationDay } from './per-inhabitant.ts';

/** Who takes part in a unit in one of the years: in rows when the amount is known, else in the note. */
function payersOf(
  context: Context,
  unit: string,
): { readonly known: readonly OverviewRow[]; readonly unknown: readonly string[] } {
  const rows = context.source.overview.rows.filter(
    (row) => row.unit === unit && row.service === null && row.kind === 'operating' && row.party !== null,
  );
  const isUnknown = ({ current, previous }: OverviewRow): boolean =>
    current.attendance !== 'member' && previous.attendance !== 'member';
  return {
    known: rows.filter((row) => !isUnknown(row)),
    unknown: rows.filter(isUnknown).map((row) => nameIn(context, row.party)),
  };
}

const nameIn = ({ source }: Context, party: string | null): string =>
  source.overview.parties.find((one) => one.party === party)?.name ?? '';

/** A unit with one service by municipality; with several, by service and by municipality and service. */
export function unitTables(context: Context, unit: UnitRow): readonly SectionNode[] {
  const services = servicesOf(context, unit.id, 'operating');
  return services.length < 2 ? [oneService(context, unit)] : manyServices(context, unit, services);
}

const section = (id: string, title: string, children: readonly Block[]): SectionNode => ({
  node: 'section',
  id,
  title,
  level: 2,
  children,
  aside: [],
});

function oneService(context: Context, unit: UnitRow): SectionNode {
  const { t, year, store, language } = context;
  const { known } = payersOf(context, unit.id);
  const rows = known.map((row) => ({ row, figures: context.figures(row) }));
  const all = context.figures({ unit: unit.id, service: null, party: null, kind: 'operating' });
  const format = amountFormat(
    store,
    [...rows.map(({ figures }) => figures), all].flatMap((one) =>
      one === null ? [] : [one.current, one.previous, one.change],
    ),
  );
  const party = (row: OverviewRow) =>
    context.source.overview.parties.find((one) => one.party === row.party) ?? null;
  const each = rows.map(({ row }) => perInhabitant(context, unit.id, party(row)));
  const average = perInhabitant(context, unit.id, null);
  const hasPeople = each.some((one) => one !== null);
  const people = (one: { readonly figure: string } | null): readonly Cell[] =>
    hasPeople ? [one === null ? empty : figureCell(one.figure, 'kr')] : [];
  const table: TableNode = {
    node: 'table',
    id: nodeId('tabell', unit.id),
    caption: t.unit.byMunicipalityCaption(unitName(context, unit.id)),
    unit: [text(t.units.kr)],
    head: t.head.municipality,
    columns: [
      ...yearColumns(year, t.head),
      ...(hasPeople ? [column('each', [t.head.perInhabitant], 'ratio')] : []),
    ],
    rows: [
      ...rows.map(
        ({ row, figures }, at): Row => ({
          kind: 'row',
          header: [text(nameIn(context, row.party))],
          group: null,
          cells: [...yearCells(figures, format), ...people(each[at] ?? null)],
        }),
      ),
      {
        kind: 'sum',
        header: [text(t.row.sum)],
        group: null,
        cells: [...yearCells(all, format), ...people(average)],
      },
    ],
    note: noteOf(
      context,
      unit,
      hasPeople ? t.unit.perInhabitantNote(dayText(populationDay(year), language)) : [],
    ),
    layout: 'normal',
  };
  return section(nodeId('enhet', unit.id, 'belop'), t.unit.byMunicipality, [table]);
}

function manyServices(
  context: Context,
  unit: UnitRow,
  services: readonly ServiceRow[],
): readonly SectionNode[] {
  const { t, year } = context;
  const name = unitName(context, unit.id);
  const { known } = payersOf(context, unit.id);
  const all = context.figures({ unit: unit.id, service: null, party: null, kind: 'operating' });
  const at = (service: string | null, party: string | null) =>
    context.figures({ unit: unit.id, service, party, kind: 'operating' });
  const byService: TableNode = {
    node: 'table',
    id: nodeId('tabell', unit.id, 'tjenester'),
    caption: t.unit.servicesCaption(name),
    unit: [text(t.units.kr1000)],
    head: t.head.service,
    columns: [column('shared', [t.head.shared], 'text'), ...yearColumns(year, t.head)],
    rows: [
      ...services.map(
        (service): Row => ({
          kind: 'row',
          header: [text(serviceName(context, service))],
          group: null,
          cells: [
            { cell: 'text', content: [text(howShared(context, service))] },
            ...yearCells(at(service.id, null), 'kr1000'),
          ],
        }),
      ),
      {
        kind: 'sum',
        header: [text(t.row.sumUnit(name))],
        group: null,
        cells: [empty, ...yearCells(all, 'kr1000')],
      },
    ],
    note: null,
    layout: 'normal',
  };
  const cells = (party: string | null): readonly Cell[] => {
    const whole = at(null, party);
    const [previous, current, change, percent] = yearCells(whole, 'kr1000');
    return [
      ...services.map((service): Cell => {
        const figures = at(service.id, party);
        return figures === null ? absent : figureCell(figures.current, 'kr1000');
      }),
      current ?? absent,
      previous ?? absent,
      change ?? absent,
      percent ?? absent,
    ];
  };
  const divided: TableNode = {
    node: 'table',
    id: nodeId('tabell', unit.id, 'kommuner'),
    caption: t.unit.dividedCaption(name, year),
    unit: [text(t.units.kr1000)],
    head: t.head.municipality,
    columns: [
      ...services.map((service) => column(service.id, [serviceName(context, service)], 'previous')),
      column('current', [t.row.sumUnit(`${year}`)], 'amount', {
        op: 'sum',
        of: services.map(({ id }) => id),
      }),
      column('previous', [t.row.sumUnit(`${year - 1}`)], 'previous'),
      column('change', [t.head.change], 'change', { op: 'difference', from: 'current', amount: 'previous' }),
      column('percent', [t.head.percent], 'percent', { op: 'percent', part: 'change', whole: 'previous' }),
    ],
    rows: [
      ...known.map(
        (row): Row => ({
          kind: 'row',
          header: [text(nameIn(context, row.party))],
          group: null,
          cells: cells(row.party),
        }),
      ),
      { kind: 'sum', header: [text(t.row.sum)], group: null, cells: cells(null) },
    ],
    note: noteOf(context, unit, []),
    layout: services.length > 3 ? 'dense' : 'normal',
  };
  return [
    section(nodeId('enhet', unit.id, 'tjenester'), t.unit.services(services.length), [byService]),
    section(nodeId('enhet', unit.id, 'kommuner'), t.unit.divided, [divided]),
  ];
}

/** By key, directly, by agreed amounts, or more than one of them: from the lines of the version. */
export function howShared({ source, t }: Context, service: ServiceRow): string {
  const { shared } = t.unit;
  const version = source.overview.version.id;
  const budget = source.service(version, service.id);
  const lines = source.model.line.filter((line) => line.version === version && line.service === service.id);
  const hasKey = budget?.segments.some(({ key }) => key !== null) === true;
  const isDivided = budget?.parts.some(({ exactOre }) => exactOre !== null) === true && hasKey;
  const isDirect =
    lines.some(({ distribution }) => distribution === 'direct') ||
    budget?.parts.some(({ directOre }) => directOre !== 0n) === true;
  if (isDivided)
    return lines.some(({ distribution }) => distribution === 'direct') ? shared.mixed : shared.key;
  if (lines.some(({ distribution }) => distribution === 'agreed')) return shared.agreed;
  return isDirect ? shared.direct : shared.none;
}

/** What a reader of the table must know: signs, who is not in it, and what is provisional. */
function noteOf(context: Context, unit: UnitRow, first: readonly Inline[]): readonly Inline[] | null {
  const { t, source, store } = context;
  const { unknown } = payersOf(context, unit.id);
  const rows = source.overview.rows.filter((row) => row.unit === unit.id && row.kind === 'operating');
  const waiting = rows.find(
    (row) => row.service !== null && row.party === null && row.current.provisional !== null,
  );
  const names = [
    ...new Set(
      rows
        .flatMap(({ current }) => current.provisional?.awaiting ?? [])
        .map((who) => partyByAnyName(context, who)),
    ),
  ];
  const isWithheld = rows.some((row) => store.get(row.current.figureId)?.why === 'withheld');
  const content = sentences(
    first,
    unknown.length > 0 ? t.unit.unknownNote(unknown) : [],
    isWithheld ? t.unit.withheldNote : [],
    waiting === undefined ? [] : t.unit.provisionalNote(names),
    waiting === undefined ? [] : inForce(context, rows),
  );
  return content.length === 0 ? null : content;
}

const partyByAnyName = ({ source }: Context, who: string): string =>
  source.overview.parties.find(({ party, number }) => party === who || number === who)?.name ?? who;

/** What everybody would pay by the key in force, for the one whose council is awaited. */
function inForce(context: Context, rows: readonly OverviewRow[]): readonly Inline[] {
  const { t, store } = context;
  const row = rows.find(
    ({ service, party, current }) =>
      service !== null &&
      party !== null &&
      current.provisional?.inForceOre != null &&
      current.provisional.awaiting.some(
        (who) => who === party || partyByAnyName(context, who) === nameIn(context, party),
      ),
  );
  const amount = row?.current.provisional?.inForceOre ?? null;
  if (row === undefined || amount === null || store.isHidden(row.current.figureId)) return [];
  const id = store.ore(`${row.figureId}@inForce`, `${nameIn(context, row.party)}, ${t.unit.inForce}`, amount);
  const service = context.index.service.get(row.service ?? '');
  return t.unit.inForceNote(
    nameIn(context, row.party),
    ref(id, 'kr'),
    service === undefined ? '' : serviceName(context, service).toLocaleLowerCase(context.language),
  );
}
