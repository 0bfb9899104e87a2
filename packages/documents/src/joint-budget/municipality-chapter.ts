import { changeWords } from '@samstyr/contract/texts/words';
import type { PartyView } from '@samstyr/core/budget/view';
import type { UnitRow } from '@samstyr/core/model/rows';
import { absolute } from '@samstyr/core/money/ore';
import type { ChapterNode, DecisionNode, FactNode, Inline, Row, TableNode } from '../tree/node.ts';
import { ref, sentences, strong, text } from '../tree/say.ts';
import { casesOf, caseTag } from './agreement.ts';
import { column, empty, figureCell } from './cells.ts';
import { type Context, directionOf, nodeId, servicesOf, unitName } from './context.ts';
import type { RowFigures } from './figure-store.ts';
import { inBokmal } from './language.ts';
import { besideLastYear } from './last-year.ts';
import { lookOf } from './look.ts';
import { billTable } from './municipality-bill.ts';
import { type Move, movesOf, municipalityChart, type OwnRow } from './municipality-chart.ts';
import { perInhabitant } from './per-inhabitant.ts';
import { totalFigures } from './totals.ts';

export const municipalityId = (party: PartyView): string => nodeId('kommune', party.party);

/** «Dette betaler Selbu»: everything a municipality pays, why it changed, and what its council must decide. In a summary without the why. */
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
  const isShort = context.options.scope.scope === 'summary';
  const moves = movesOf(context, party, own);
  const members = own.filter(({ row }) => row.current.attendance === 'member');
  const main = [...own]
    .filter(({ row }) => (direction === 'up' ? row.changeOre > 0n : row.changeOre < 0n))
    .sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1))
    .slice(0, 2);
  const why =
    direction === 'up'
      ? t.municipality.whyUp
      : direction === 'down'
        ? t.municipality.whyDown
        : t.municipality.whySame;
  return {
    node: 'chapter',
    id: municipalityId(party),
    title: t.municipality.title(party.name),
    shortTitle: party.name,
    kicker: [text(t.municipality.kicker(party.number))],
    look: lookOf(context, party),
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
      ...(isShort
        ? []
        : [
            ...municipalityChart(context, party, moves, total),
            {
              node: 'section' as const,
              id: nodeId('kommune', party.party, 'hvorfor'),
              title: why,
              level: 2 as const,
              children: [causesTable(context, party, own, moves, total)],
              aside: [],
            },
          ]),
      {
        node: 'section',
        id: nodeId('kommune', party.party, 'alt'),
        title: t.municipality.everything(party.name),
        level: 2,
        children: [billTable(context, party, own, total)],
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
      context: besideLastYear(context, total.previous),
    },
    {
      label: fact.change,
      value: [ref(total.change, 'auto', 'always')],
      context:
        store.get(total.percent)?.value == null
          ? fact.newThisYear
          : fact.percent(ref(total.percent, 'percent1', 'always')),
    },
    ...(each === null
      ? []
      : [
          {
            label: fact.perInhabitant,
            value: [ref(each.figure, 'kr'), text(`\u00a0${t.unit.step.kr}`)],
            context: [],
          },
        ]),
    ...(investment === null
      ? []
      : [
          {
            label: t.municipality.investmentFact,
            value: [ref(investment.current, 'auto')],
            context: besideLastYear(context, investment.previous),
          },
        ]),
  ];
}

/** Unit by unit, largest move first: what its stated causes are, and how much it moved. */
function causesTable(
  context: Context,
  party: PartyView,
  own: readonly OwnRow[],
  moves: readonly Move[] | null,
  total: RowFigures,
): TableNode {
  const { t, language, source } = context;
  const lines: readonly Move[] =
    moves ??
    [...own]
      .sort((a, b) => (absolute(b.row.changeOre) > absolute(a.row.changeOre) ? 1 : -1))
      .map((one) => ({ name: unitName(context, one.unit.id), figure: one.figures.change, unit: one }));
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
        .filter(
          (cause) =>
            cause.unit === unit.id && cause.party === party.party && absolute(cause.amountOre) >= 100_000n,
        )
        .map(({ cause }) => cause),
    );
    const rules = (['register', 'key', 'membership'] as const).filter((cause) => found.has(cause));
    const kinds = [
      ...rows.map(({ kind }) => changeWords[kind][language]),
      ...rules.map((cause) => (t.causes[cause] ?? '').toLocaleLowerCase(language)),
    ];
    return {
      content: sentences(
        ...rows.slice(0, 3).map((row) => inBokmal(context, `${(row.reason ?? '').replace(/\.$/, '')}.`)),
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
      ...lines.map(({ name, figure, unit: own }): Row => {
        if (own === null)
          return {
            kind: 'row',
            header: [strong(text(`${name}.`)), text(' '), ...t.municipality.others],
            group: null,
            cells: [empty, figureCell(figure, 'kr1000')],
          };
        const { row, unit } = own;
        const { content, kinds } = reasons(unit);
        const words =
          content.length > 0
            ? content
            : row.changeOre === 0n
              ? t.municipality.unchanged
              : t.municipality.noCause;
        return {
          kind: 'row',
          header: [strong(text(`${name}.`)), text(' '), ...words],
          group: null,
          cells: [
            kinds === '' ? empty : { cell: 'text', content: [text(kinds)] },
            figureCell(figure, 'kr1000'),
          ],
        };
      }),
      {
        kind: 'sum',
        header: [text(t.row.totalChange)],
        group: null,
        cells: [empty, figureCell(total.change, 'kr1000')],
      },
    ],
    note: null,
    layout: 'text',
  };
}

function decisions(
  context: Context,
  party: PartyView,
  own: readonly OwnRow[],
  total: RowFigures,
): readonly DecisionNode[] {
  const { t, year, source, store } = context;
  const { status } = source.overview.version;
  const isAdopted = status === 'adopted' || status === 'amended';
  const tag: DecisionNode['tag'] = isAdopted
    ? { text: t.decisions.adoptedBy(party.name), tone: 'settled' }
    : { text: t.decisions.waitingFor([party.name]), tone: 'waiting' };
  const investment = totalFigures(context, party, 'investment');
  const paysInvestment = investment !== null && (store.get(investment.current)?.value?.n ?? 0n) !== 0n;
  const cases = own
    .flatMap(({ unit }) => casesOf(context, unit.id))
    .filter((row) => row.councils.includes(party.party));
  return [
    {
      name: t.municipality.frame,
      wording: t.municipality.frameText(
        party.name,
        ref(total.current, 'kr'),
        source.overview.cooperation,
        year,
      ),
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
      return {
        name: row.title,
        wording: sentences(row.wording === null ? [] : [text(row.wording)], state.text),
        tag: state.tag,
      };
    }),
  ];
}
