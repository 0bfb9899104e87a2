import { changeWords } from '@samstyr/contract/texts/words';
import type { OverviewRow, PartyView } from '@samstyr/core/budget/view';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { UnitRow } from '@samstyr/core/model/rows';
import { absolute, sum } from '@samstyr/core/money/ore';
import type { Cell, ChapterNode, ChartBar, ChartNode, DecisionNode, FactNode, Inline, Row, TableNode } from '../tree/node.ts';
import { link, ref, sentences, strong, text } from '../tree/say.ts';
import { casesOf, caseTag } from './agreement.ts';
import { column, empty, figureCell, yearCells, yearColumns } from './cells.ts';
import { type Context, directionOf, nodeId, servicesOf, unitName } from './context.ts';
import { waterfallAlt } from './drivers-chapter.ts';
import type { RowFigures } from './figure-store.ts';
import { groupedUnits, groupFigures } from './overview-chapter.ts';
import { perInhabitant } from './per-inhabitant.ts';
import { totalFigures } from './totals.ts';
import { unitChapterId } from './unit-chapter.ts';

export const municipalityId = (party: PartyView): string => nodeId('kommune', party.party);

type OwnRow = { readonly row: OverviewRow; readonly unit: UnitRow; readonly figures: RowFigures };

/** The bars of a waterfall before the rest is merged. */
const ownBars = 7;

/** «Dette betaler Selbu»: everything a municipality pays, why it changed, and what its council must decide. */
export function municipalityChapter(context: Context, party: PartyView): ChapterNode | null {
  const { t, store } = context;
  const total = totalFigures(context, party, 'operating');
  if (total === null) return null;
  const own = context.units.flatMap((unit): readonly OwnRow[] => {
    const row = context.row({ unit: unit.id, service: null, party: party.party, kind: 'operating' });
    const figures = row === undefined ? null : context.figures(row);
    return row === undefined || figures === null ? [] : [{ row, unit, figures }];
  });
  const direction = directionOf(store.get(total.change));
  const members = own.filter(({ row }) => row.current.attendance === 'member');
  const main = [...own]
    .filter(({ row }) => (direction === 'up' ? row.changeOre > 0n : row.changeOre < 0n))
    .sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1))
    .slice(0, 2);
  const why = direction === 'up' ? t.municipality.whyUp : direction === 'down' ? t.municipality.whyDown : t.municipality.whySame;
  return {
    node: 'chapter',
    id: municipalityId(party),
    title: t.municipality.title(party.name),
    shortTitle: party.name,
    kicker: t.municipality.kicker(party.number),
    lead: sentences(
      t.municipality.lead(party.name, members.length, context.units.length),
      t.municipality.leadChange(ref(total.change, 'auto', 'never'), direction),
      t.municipality.leadUnits(
        main.map(({ unit }) => unitName(context, unit.id)),
        direction,
      ),
    ),
    children: [
      { node: 'facts', items: facts(context, party, total) },
      ...chart(context, party, own, total),
      {
        node: 'section',
        id: nodeId('kommune', party.party, 'hvorfor'),
        title: why,
        level: 2,
        children: [causesTable(context, party, own, total)],
        aside: [],
      },
      {
        node: 'section',
        id: nodeId('kommune', party.party, 'alt'),
        title: t.municipality.everything(party.name),
        level: 2,
        children: [bill(context, party, own, total)],
        aside: [],
      },
      {
        node: 'section',
        id: nodeId('kommune', party.party, 'vedta'),
        title: t.municipality.decide,
        level: 2,
        children: [{ node: 'decisions', items: decisions(context, party, own, total) }],
        aside: [],
      },
    ],
  };
}

function facts(context: Context, party: PartyView, total: RowFigures): readonly FactNode[] {
  const { t, year, store } = context;
  const { fact } = t.unit;
  const each = perInhabitant(context, null, party);
  const investment = totalFigures(context, party, 'investment');
  return [
    {
      label: fact.budget(year),
      value: [ref(total.current, 'auto')],
      context: fact.inYear(ref(total.previous, 'auto'), year - 1),
    },
    {
      label: fact.change,
      value: [ref(total.change, 'auto', 'always')],
      context:
        store.get(total.percent)?.value == null ? fact.newThisYear : fact.percent(ref(total.percent, 'percent1', 'always')),
    },
    ...(each === null
      ? []
      : [{ label: fact.perInhabitant, value: [ref(each.figure, 'kr'), text(`\u00a0${t.unit.step.kr}`)], context: [] }]),
    ...(investment === null
      ? []
      : [
          {
            label: t.municipality.investmentFact,
            value: [ref(investment.current, 'auto')],
            context: fact.inYear(ref(investment.previous, 'auto'), year - 1),
          },
        ]),
  ];
}

/** A waterfall by unit; what has no bar of its own is merged, up apart from down, and stands in the table with its name. */
function chart(context: Context, party: PartyView, own: readonly OwnRow[], total: RowFigures): readonly ChartNode[] {
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
    return [[amount, { name: t.row.otherUnits(some.length), figures: [ref(id, 'kr1000', 'always')], isTotal: false }]];
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
      bars: [...bars, { name: t.row.totalChange, figures: [ref(total.change, 'kr1000', 'always')], isTotal: true }],
      series: [],
      alt: waterfallAlt(context, told, total.change),
      table: nodeId('tabell', party.party, 'arsaker'),
    },
  ];
}

/** Unit by unit, largest move first: what its stated causes are, and how much it moved. */
function causesTable(context: Context, party: PartyView, own: readonly OwnRow[], total: RowFigures): TableNode {
  const { t, language, source } = context;
  const ordered = [...own].sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1));
  const reasons = (unit: UnitRow): { readonly content: readonly Inline[]; readonly kinds: string } => {
    const services = new Set(servicesOf(context, unit.id, 'operating').map(({ id }) => id));
    const rows = source.model.change.filter(
      (row) =>
        services.has(row.service) &&
        row.version === source.overview.version.id &&
        row.status !== 'rejected' &&
        row.reason !== null &&
        (row.party === null || row.party === party.party),
    );
    const found = new Set(
      source.causes
        .filter((cause) => cause.unit === unit.id && cause.party === party.party && absolute(cause.amountOre) >= 100_000n)
        .map(({ cause }) => cause),
    );
    const rules = (['register', 'key', 'membership'] as const).filter((cause) => found.has(cause));
    const kinds = [...rows.map(({ kind }) => changeWords[kind][language]), ...rules.map((cause) => (t.causes[cause] ?? '').toLocaleLowerCase(language))];
    return {
      content: sentences(
        ...rows.slice(0, 3).map((row) => [text(`${(row.reason ?? '').replace(/\.$/, '')}.`)]),
        ...rules.map((cause) => t.causeReason[cause]),
      ),
      kinds: [...new Set(kinds)].join(', '),
    };
  };
  return {
    node: 'table',
    id: nodeId('tabell', party.party, 'arsaker'),
    caption: t.municipality.causesCaption,
    unit: [text(t.units.kr1000)],
    head: t.head.cause,
    columns: [column('kind', [t.head.kind], 'text'), column('change', [t.head.change], 'change')],
    rows: [
      ...ordered.map(({ row, unit, figures }): Row => {
        const { content, kinds } = reasons(unit);
        const words = content.length > 0 ? content : row.changeOre === 0n ? t.municipality.unchanged : t.municipality.noCause;
        return {
          kind: 'row',
          header: [strong(text(`${unitName(context, unit.id)}.`)), text(' '), ...words],
          group: null,
          cells: [kinds === '' ? empty : { cell: 'text', content: [text(kinds)] }, figureCell(figures.change, 'kr1000')],
        };
      }),
      { kind: 'sum', header: [text(t.row.totalChange)], group: null, cells: [empty, figureCell(total.change, 'kr1000')] },
    ],
    note: null,
    layout: 'text',
    live: null,
  };
}

/** Everything the municipality pays, with its part of each unit. */
function bill(context: Context, party: PartyView, own: readonly OwnRow[], total: RowFigures): TableNode {
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
        header: [link(unitChapterId(unit.id), unitName(context, unit.id))],
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
        header: [text(t.row.sumOf(group.name))],
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
    note: outside.length === 0 ? null : t.municipality.notIn(party.name, outside.map(({ id }) => unitName(context, id))),
    layout: 'normal',
    live: null,
  };
}

function decisions(context: Context, party: PartyView, own: readonly OwnRow[], total: RowFigures): readonly DecisionNode[] {
  const { t, year, source, store } = context;
  const { status } = source.overview.version;
  const isAdopted = status === 'adopted' || status === 'amended';
  const tag: DecisionNode['tag'] = isAdopted
    ? { text: t.decisions.adoptedBy(party.name), tone: 'settled' }
    : { text: t.decisions.waitingFor([party.name]), tone: 'waiting' };
  const investment = totalFigures(context, party, 'investment');
  const paysInvestment = investment !== null && (store.get(investment.current)?.value?.n ?? 0n) !== 0n;
  const cases = own.flatMap(({ unit }) => casesOf(context, unit.id)).filter((row) => row.councils.includes(party.party));
  return [
    {
      name: t.municipality.frame,
      wording: t.municipality.frameText(party.name, ref(total.current, 'kr'), source.overview.cooperation, year),
      tag,
    },
    ...(investment === null || !paysInvestment
      ? []
      : [
          {
            name: t.municipality.investment,
            wording: t.municipality.investmentText(party.name, ref(investment.current, 'kr'), year),
            tag,
          },
        ]),
    ...cases.map((row): DecisionNode => {
      const state = caseTag(context, row);
      return { name: row.title, wording: sentences(row.wording === null ? [] : [text(row.wording)], state.text), tag: state.tag };
    }),
  ];
}
