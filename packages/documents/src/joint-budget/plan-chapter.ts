import { planItemText } from '@samstyr/contract/texts/plan';
import type { PartyView } from '@samstyr/core/budget/view';
import { negate, sum, zero } from '@samstyr/core/money/ore';
import type { Plan } from '@samstyr/core/scenario/plan';
import type { PlanRow } from '@samstyr/core/scenario/plan-rows';
import type { PlanItem } from '@samstyr/core/scenario/plan-unpriced';
import type { Block, Cell, ChapterNode, Column, Inline, Row, SectionNode, TableNode } from '../tree/node.ts';
import { ref, sentences, strong, text } from '../tree/say.ts';
import { absent, amountFormat, column, figureCell } from './cells.ts';
import { type Context, directionOf, nodeId, unitInline, unitName } from './context.ts';
import { inBokmal } from './language.ts';

type PlanContext = Context & { readonly plan: Plan };

/**
 * The budget year and the three after it, in fixed prices: what follows from what is stated, and nothing else. What is known without a
 * price stands under the sums, in no figure. (S-PLAN-01 to 05)
 */
export function planChapter(context: Context): ChapterNode | null {
  const { source, t, options } = context;
  const base = {
    node: 'chapter' as const,
    id: 'plan',
    title: t.plan.title,
    shortTitle: t.plan.short,
    kicker: null,
  };
  if (!source.plan.ok)
    return {
      ...base,
      lead: [],
      children: [{ node: 'empty', content: t.plan.failed(source.plan.problems.join(' ')) }],
    };
  const { plan, isSafe } = source.plan.value;
  const within: PlanContext = { ...context, plan };
  const [first] = plan.years;
  const last = plan.years.at(-1);
  const whole = plan.totals.find(({ party, kind }) => party === null && kind === 'operating');
  if (first === undefined || last === undefined || whole === undefined) return null;
  const { scope } = options;
  const own =
    scope.scope === 'municipality' ? context.columns.find(({ party }) => party === scope.party) : undefined;
  return {
    ...base,
    lead: lead(within, whole),
    children: [
      ...(own === undefined || !isSafe ? [] : [ownSection(within, own)]),
      section(within, 'enheter', t.plan.units, [
        planTable(within, 'tabell-plan-enheter', {
          caption: t.plan.unitsCaption(first.year, last.year),
          head: t.head.unit,
          rows: unitRows(within, null),
          total: whole,
        }),
      ]),
      section(
        within,
        'kommuner',
        t.plan.partiesTitle,
        isSafe ? [partyTable(within, whole)] : [{ node: 'empty', content: t.plan.withheld }],
      ),
      ...investments(within),
      section(within, 'uten-pris', t.plan.unpriced, unpriced(within)),
      section(within, 'grunnlag', t.plan.rests, [
        { node: 'paragraph', content: restsOn(within) },
        ...moves(within),
      ]),
    ],
  };
}

const section = (
  { plan }: PlanContext,
  id: string,
  title: string,
  children: readonly Block[],
): SectionNode => ({
  node: 'section',
  id: nodeId('plan', `${plan.years[0]?.year ?? ''}`, id),
  title,
  level: 2,
  children,
  aside: [],
});

function lead(context: PlanContext, whole: PlanRow): readonly Inline[] {
  const { t, plan, store } = context;
  const [from, until] = [plan.years[0]?.year ?? 0, plan.years.at(-1)?.year ?? 0];
  const ids = cellsOf(context, whole, t.row.sumOperating);
  const [first, last] = [ids[0] ?? null, ids.at(-1) ?? null];
  if (first === null || last === null) return t.plan.lead(from, until);
  const values = ids.map((id) => (id === null ? null : (store.get(id)?.value?.n ?? null)));
  if (values.every((value) => value === values[0]))
    return sentences(t.plan.lead(from, until), t.plan.leadSame(ref(first, 'auto')));
  const change = store.change(
    `${last}@change:${from}`,
    last,
    first,
    `${t.row.sumOperating}, ${from}–${until}`,
  );
  return sentences(
    t.plan.lead(from, until),
    t.plan.leadChange(ref(last, 'auto'), until, ref(change, 'auto', 'never'), directionOf(store.get(change))),
  );
}

/** The figures of a row, year by year; null where there is no such row. */
const cellsOf = ({ store, plan }: PlanContext, row: PlanRow, label: string): readonly (string | null)[] =>
  row.amounts.map((amount, at) =>
    amount === null ? null : store.amount(amount, `${label} ${plan.years[at]?.year ?? ''}`),
  );

type PlanTable = {
  readonly caption: readonly Inline[];
  readonly head: string;
  readonly rows: readonly {
    readonly header: readonly Inline[];
    readonly label: string;
    readonly row: PlanRow;
  }[];
  readonly total: PlanRow | undefined;
};

function planTable(context: PlanContext, id: string, table: PlanTable): TableNode {
  const { t, store } = context;
  const lines = [
    ...table.rows.map((one) => ({ ...one, kind: 'row' as const })),
    ...(table.total === undefined
      ? []
      : [
          {
            header: [text(t.row.sumOperating)],
            label: t.row.sumOperating,
            row: table.total,
            kind: 'sum' as const,
          },
        ]),
  ].map((one) => ({ ...one, figures: cellsOf(context, one.row, one.label) }));
  const format = amountFormat(
    store,
    lines.flatMap(({ figures }) => figures.filter((one) => one !== null)),
  );
  return {
    node: 'table',
    id,
    caption: table.caption,
    unit: t.plan.unit,
    head: table.head,
    columns: yearsAcross(context),
    rows: lines.map(
      ({ kind, header, figures }): Row => ({
        kind,
        header,
        group: null,
        cells: figures.map((figure): Cell => (figure === null ? absent : figureCell(figure, format))),
      }),
    ),
    note: null,
    layout: 'normal',
  };
}

/** The budget year is what is decided; the years after it are an outlook. */
const yearsAcross = ({ plan }: PlanContext): readonly Column[] =>
  plan.years.map(({ year }, at) => column(`${year}`, [`${year}`], at === 0 ? 'amount' : 'later'));

const unitRows = (context: PlanContext, party: string | null): PlanTable['rows'] =>
  context.units.flatMap((unit) =>
    context.plan.rows
      .filter(
        (row) =>
          row.unit === unit.id && row.service === null && row.party === party && row.kind === 'operating',
      )
      .map((row) => ({
        header: [unitInline(context, unit.id)],
        label: unitName(context, unit.id),
        row,
      })),
  );

function partyTable(context: PlanContext, whole: PlanRow): TableNode {
  const { t, plan } = context;
  const [from, until] = [plan.years[0]?.year ?? 0, plan.years.at(-1)?.year ?? 0];
  const names = new Map(context.source.overview.parties.map((party) => [party.party, party.name]));
  return planTable(context, 'tabell-plan-kommuner', {
    caption: t.plan.partiesCaption(from, until),
    head: t.head.municipality,
    rows: plan.totals
      .filter(
        ({ party, kind, amounts }) =>
          party !== null &&
          kind === 'operating' &&
          amounts.some((amount) => amount?.attendance === 'member' && amount.ore !== null),
      )
      .map((row) => {
        const name = names.get(row.party ?? '') ?? row.party ?? '';
        return { header: [text(name)], label: name, row };
      }),
    total: whole,
  });
}

function ownSection(context: PlanContext, party: PartyView): SectionNode {
  const { t, plan } = context;
  const [from, until] = [plan.years[0]?.year ?? 0, plan.years.at(-1)?.year ?? 0];
  return section(context, 'egen', t.plan.ownTitle(party.name), [
    planTable(context, 'tabell-plan-egen', {
      caption: t.plan.ownCaption(party.name, from, until),
      head: t.head.unit,
      rows: unitRows(context, party.party),
      total: plan.totals.find((row) => row.party === party.party && row.kind === 'operating'),
    }),
  ]);
}

/** Gross, less what others pay first, and the rest to share: investments stand apart from operations. */
function investments(context: PlanContext): readonly Block[] {
  const { t, plan, store } = context;
  if (plan.investments.length === 0) return [];
  const years = plan.years.map(({ year }) => plan.investments.filter((one) => one.year === year));
  const line = (
    key: string,
    name: string,
    amounts: (one: Plan['investments'][number]) => readonly Plan['investments'][number]['grossOre'][],
  ) => {
    const values = years.map((some) => sum(some.flatMap(amounts)));
    return {
      name,
      isZero: values.every((value) => value === zero),
      figures: values.map((value, at) =>
        store.ore(`plan/${plan.years[at]?.version.id ?? at}/investment/${key}`, name, value),
      ),
    };
  };
  const of = (parts: readonly { readonly amountOre: Plan['investments'][number]['grossOre'] }[]) =>
    parts.map(({ amountOre }) => negate(amountOre));
  const gross = line('gross', t.plan.gross, ({ grossOre }) => [grossOre]);
  const less = [
    line('contributions', t.plan.contributions, ({ contributions }) => of(contributions)),
    line('external', t.plan.funders, ({ external }) => of(external)),
  ].filter(({ isZero }) => !isZero);
  const rest = line('rest', t.plan.rest, ({ restOre }) => [restOre]);
  const lines = [gross, ...less, rest];
  const format = amountFormat(
    store,
    lines.flatMap(({ figures }) => figures),
  );
  return [
    section(context, 'investering', t.plan.investments, [
      {
        node: 'table',
        id: 'tabell-plan-investering',
        caption: t.plan.investmentCaption(plan.years[0]?.year ?? 0, plan.years.at(-1)?.year ?? 0),
        unit: t.plan.unit,
        head: t.plan.line,
        columns: yearsAcross(context),
        rows: lines.map(
          ({ name, figures }, at): Row => ({
            kind: at === lines.length - 1 ? 'sum' : 'row',
            header: [text(name)],
            group: null,
            cells: figures.map((figure) => figureCell(figure, format)),
          }),
        ),
        note: null,
        layout: 'normal',
      },
    ]),
  ];
}

function unpriced(context: PlanContext): readonly Block[] {
  const { t, plan, options, chapters } = context;
  const isOurs = ({ unit }: PlanItem): boolean =>
    options.scope.scope !== 'municipality' || chapters.has(unit);
  const outside = (item: PlanItem): readonly number[] =>
    item.years.filter((year) => !item.includedIn.includes(year));
  const mine = plan.unpriced.filter(isOurs);
  const open = mine.filter((item) => outside(item).length > 0);
  const included = mine.filter(({ includedIn }) => includedIn.length > 0).length;
  return [
    ...(open.length === 0
      ? [{ node: 'empty' as const, content: t.plan.noUnpriced }]
      : [
          { node: 'paragraph' as const, content: t.plan.unpricedLead },
          {
            node: 'list' as const,
            prefix: null,
            items: open.map((item) => [
              strong(text(`${unitName(context, item.unit)}.`)),
              text(' '),
              ...itemWords(context, item, outside(item)),
            ]),
          },
        ]),
    ...(included === 0 ? [] : [{ node: 'note' as const, content: t.plan.included(included) }]),
  ];
}

/** A reason is written in bokmål; an assumption about growth has words in every language. */
function itemWords(context: PlanContext, item: PlanItem, years: readonly number[]): readonly Inline[] {
  const { language } = context;
  if (item.what === 'growth') return [text(`${planItemText(item, years, language)}.`)];
  const reason = planItemText(item, [], language);
  return [
    ...inBokmal(context, reason),
    text(planItemText(item, years, language).slice(reason.length)),
    text('.'),
  ];
}

function restsOn({ t, plan }: PlanContext): readonly Inline[] {
  const years = (isRolled: boolean): readonly number[] =>
    plan.years.filter((one) => one.isRolled === isRolled).map(({ year }) => year);
  return sentences(t.plan.restsText(years(false), years(true)), t.plan.fixedText);
}

/** Which units cost something else than the year before, and how much. */
function moves(context: PlanContext): readonly Block[] {
  const { t, plan, store } = context;
  const items = unitRows(context, null).flatMap(({ row, label }) => {
    const figures = cellsOf(context, row, label);
    return figures.flatMap((figure, at): (readonly Inline[])[] => {
      const before = figures[at - 1] ?? null;
      if (figure === null || before === null) return [];
      const change = store.change(`${figure}@change`, figure, before, label);
      const direction = directionOf(store.get(change));
      return direction === 'same' || store.get(change)?.value == null
        ? []
        : [t.plan.more(plan.years[at]?.year ?? 0, label, ref(change, 'auto', 'never'), direction)];
    });
  });
  return items.length === 0
    ? [{ node: 'paragraph', content: t.plan.noMoves }]
    : [{ node: 'list', prefix: null, items }];
}
