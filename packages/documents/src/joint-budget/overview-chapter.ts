import { everybody } from '@samstyr/core/budget/figure-id';
import type { OverviewRow, PartyView } from '@samstyr/core/budget/view';
import { ofOre, sumFractions } from '@samstyr/core/fraction/fraction';
import type { UnitRow } from '@samstyr/core/model/rows';
import { groupFigureId } from '@samstyr/core/present/presented';
import type { Cell, ChapterNode, Column, ColumnRelation, Inline, Row, TableNode } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { absent, column, empty, yearCells, yearColumns } from './cells.ts';
import { type Context, directionOf, unitInline, unitName } from './context.ts';
import type { RowFigures } from './figure-store.ts';
import type { UnitGroup } from './groups.ts';
import { groupName, sumOfGroup } from './language.ts';
import { totalFigures } from './totals.ts';
import { yearsChart } from './years-chart.ts';

/** Units with an operating budget, group by group; units without a group last, each for itself. */
export const groupedUnits = ({
  groups,
  units,
}: Context): readonly (readonly [UnitGroup | null, readonly UnitRow[]])[] => [
  ...groups.map((group) => [group, units.filter(({ id }) => group.units.includes(id))] as const),
  ...units.filter((unit) => unit.group === null).map((unit) => [null, [unit]] as const),
];

/** The sum of a group's units for a party (null: all). */
export function groupFigures(context: Context, group: UnitGroup, party: PartyView | null): RowFigures | null {
  const { store, source, t } = context;
  const rows = group.units.flatMap((unit) => {
    const row = context.row({ unit, service: null, party: party?.party ?? null, kind: 'operating' });
    return row === undefined ? [] : [{ row, figures: store.row(row, () => '') }];
  });
  if (rows.length === 0) return null;
  const version = source.overview.version.id;
  const id = groupFigureId({
    version,
    group: group.id,
    kind: 'operating',
    party: party?.number ?? everybody,
  });
  const name = `${t.row.sumOf(groupName(context, group.name) ?? group.name)}, ${party?.name ?? t.head.all.toLocaleLowerCase(context.language)}`;
  const sum = (side: 'current' | 'previous', figure: string, year: number): string => {
    const known = rows.flatMap(({ row }) =>
      row[side].ore === null || row[side].attendance !== 'member' ? [] : [row[side].ore],
    );
    const hidden = rows.some(({ figures }) => store.get(figures[side])?.why === 'withheld');
    return store.add({
      id: figure,
      label: `${name} ${year}`,
      value: known.length === 0 || hidden ? null : sumFractions(known.map(ofOre)),
      why: hidden
        ? 'withheld'
        : rows.every(({ row }) => row[side].attendance === 'absent')
          ? 'absent'
          : 'missing',
      provisional: rows.some(({ figures }) => store.get(figures[side])?.provisional === true),
      relation: { op: 'sum', of: rows.map(({ figures }) => figures[side]) },
    });
  };
  const current = sum('current', id, context.year);
  const previous = sum('previous', `${id}@previous`, context.year - 1);
  const change = store.change(
    `${id}@change`,
    current,
    previous,
    `${name}, ${t.head.change.toLocaleLowerCase()}`,
  );
  const percent = store.percentOf(
    `${id}@percent`,
    change,
    previous,
    `${name}, ${t.head.change.toLocaleLowerCase()} %`,
  );
  return { current, previous, change, percent };
}

/** The economic overview: what everything costs, then every unit for every municipality. */
export function overviewChapter(context: Context): ChapterNode {
  const { t, store, year } = context;
  const all = totalFigures(context, null, 'operating');
  const years = yearsChart(context);
  return {
    node: 'chapter',
    id: 'oversikt',
    title: t.overview.title,
    shortTitle: t.overview.short,
    kicker: null,
    lead:
      all === null
        ? []
        : sentences(
            t.overview.lead(
              ref(all.current, 'auto'),
              year,
              ref(all.change, 'auto', 'never'),
              directionOf(store.get(all.change)),
            ),
            largestMove(context),
          ),
    children: [
      totalTable(context),
      ...(years === null ? [] : [years]),
      {
        node: 'section',
        id: 'oversikt-alle',
        title: t.overview.matrix,
        level: 2,
        children: [...matrixTables(context)],
        aside: [],
      },
    ],
  };
}

/** The unit that moves most in the same direction as the whole. */
function largestMove(context: Context): readonly Inline[] {
  const total = context.row({ unit: null, service: null, party: null, kind: 'operating' });
  const direction =
    total === undefined || total.changeOre === 0n ? null : total.changeOre > 0n ? 'up' : 'down';
  const size = (row: OverviewRow): bigint => (direction === 'down' ? -row.changeOre : row.changeOre);
  const [first] = context.units
    .flatMap((unit) => context.row({ unit: unit.id, service: null, party: null, kind: 'operating' }) ?? [])
    .sort((a, b) => (size(b) > size(a) ? 1 : -1));
  if (direction === null || first === undefined || first.unit === null) return [];
  const figures = context.figures(first);
  return figures === null
    ? []
    : context.t.overview.leadUnit(
        unitName(context, first.unit),
        ref(figures.change, 'auto', 'never'),
        direction,
      );
}

/** Rows of units by group with sums below, the whole, and investments outside; `cells` fills a row. */
function budgetRows(
  context: Context,
  fill: {
    readonly unit: (unit: string, kind: 'operating' | 'investment') => readonly Cell[];
    readonly group: (group: UnitGroup) => readonly Cell[];
    readonly whole: () => readonly Cell[];
  },
): readonly Row[] {
  const { t } = context;
  const has = (unit: string, kind: 'operating' | 'investment'): boolean =>
    context.row({ unit, service: null, party: null, kind }) !== undefined;
  const rows: Row[] = [];
  for (const [group, units] of groupedUnits(context)) {
    const operating = units.filter(({ id }) => has(id, 'operating'));
    for (const unit of operating)
      rows.push({
        kind: 'row',
        header: [unitInline(context, unit.id)],
        group: group?.id ?? null,
        cells: fill.unit(unit.id, 'operating'),
      });
    if (group !== null && operating.length > 1)
      rows.push({
        kind: 'groupSum',
        header: sumOfGroup(context, group),
        group: group.id,
        cells: fill.group(group),
      });
  }
  rows.push({ kind: 'sum', header: [text(t.row.sumOperating)], group: null, cells: fill.whole() });
  for (const { id } of context.units.filter((unit) => has(unit.id, 'investment')))
    rows.push({
      kind: 'outside',
      header: [text(t.row.investment(unitName(context, id)))],
      group: null,
      cells: fill.unit(id, 'investment'),
    });
  return rows;
}

function totalTable(context: Context): TableNode {
  const { t, year } = context;
  const cells = (figures: RowFigures | null, hasBar: boolean): readonly Cell[] => [
    ...yearCells(figures, 'kr1000'),
    figures === null || !hasBar ? empty : { cell: 'bar', figure: figures.change, tick: null },
  ];
  const investments = context.units.filter(
    ({ id }) => context.row({ unit: id, service: null, party: null, kind: 'investment' }) !== undefined,
  );
  return {
    node: 'table',
    id: 'tabell-oversikt',
    caption: t.overview.totalCaption,
    unit: [text(t.units.kr1000)],
    head: t.head.unit,
    columns: [...yearColumns(year, t.head), column('bar', [t.head.changeBar], 'bar')],
    rows: budgetRows(context, {
      unit: (unit, kind) =>
        cells(context.figures({ unit, service: null, party: null, kind }), kind === 'operating'),
      group: (group) => cells(groupFigures(context, group, null), false),
      whole: () => cells(totalFigures(context, null, 'operating'), false),
    }),
    note:
      investments.length === 0
        ? null
        : t.overview.outsideNote(investments.map(({ id }) => t.row.investment(unitName(context, id)))),
    layout: 'normal',
  };
}

/** «Alle» and this many payers, three columns each, are as wide as a page across at 7.5 points. */
const mostPayers = 7;

/** Every payer in turn, shared as evenly as can be on pages that hold `most`. */
export function pagesOfPayers<P>(payers: readonly P[], most: number = mostPayers): readonly (readonly P[])[] {
  const pages = Math.max(1, Math.ceil(payers.length / most));
  const start = (page: number): number => Math.ceil((page * payers.length) / pages);
  return Array.from({ length: pages }, (_, page) => payers.slice(start(page), start(page + 1)));
}

/** The matrix: one table, or several that each begin with the units and «Alle» where the payers are too many for one page. (S-EDI-08) */
function matrixTables(context: Context): readonly TableNode[] {
  const pages = pagesOfPayers(context.columns);
  return pages.map((payers, page) => matrixTable(context, payers, pages.length === 1 ? null : page));
}

function matrixTable(context: Context, payers: readonly PartyView[], page: number | null): TableNode {
  const { t, year, columns } = context;
  const sides: readonly (PartyView | null)[] = [null, ...payers];
  const key = (party: PartyView | null, part: string): string => `${party?.number ?? everybody}-${part}`;
  // «Alle» is the sum of the columns beside it, unless somebody pays who has no column here.
  const isWhole =
    page === null &&
    context.source.overview.totals.every(
      (row) =>
        row.party === null ||
        (row.current.attendance !== 'member' && row.previous.attendance !== 'member') ||
        columns.some(({ party }) => party === row.party),
    );
  const sumOf = (party: PartyView | null, part: string): ColumnRelation | null =>
    party === null && isWhole ? { op: 'sum', of: columns.map((one) => key(one, part)) } : null;
  const heads = sides.flatMap((party): readonly Column[] => {
    const name = party?.name ?? t.head.all;
    return [
      column(key(party, 'previous'), [name, `${year - 1}`], 'previous', sumOf(party, 'previous')),
      column(key(party, 'current'), [name, `${year}`], 'amount', sumOf(party, 'current')),
      column(key(party, 'change'), [name, t.head.changeShort], 'change', {
        op: 'difference',
        from: key(party, 'current'),
        amount: key(party, 'previous'),
      }),
    ];
  });
  const three = (figures: RowFigures | null): readonly Cell[] =>
    figures === null ? [absent, absent, absent] : yearCells(figures, 'kr1000').slice(0, 3);
  return {
    node: 'table',
    // The first keeps the name that is linked to.
    id: page === null || page === 0 ? 'tabell-matrise' : `tabell-matrise-${page + 1}`,
    caption: [
      ...t.overview.matrixCaption(year - 1, year),
      ...(page === null ? [] : [text(`: ${payers[0]?.name ?? ''} – ${payers.at(-1)?.name ?? ''}`)]),
    ],
    unit: [text(t.units.kr1000)],
    head: t.head.unit,
    columns: heads,
    rows: budgetRows(context, {
      unit: (unit, kind) =>
        sides.flatMap((party) =>
          three(context.figures({ unit, service: null, party: party?.party ?? null, kind })),
        ),
      group: (group) => sides.flatMap((party) => three(groupFigures(context, group, party))),
      whole: () => sides.flatMap((party) => three(totalFigures(context, party, 'operating'))),
    }),
    note: sentences(t.overview.matrixNote(year - 1, year), ...unknownNote(context)),
    layout: 'matrix',
  };
}

/** Who pays an amount nobody here knows: in no sum, and named. */
function unknownNote({ source, t }: Context): readonly (readonly Inline[])[] {
  const names = source.overview.totals
    .filter(
      ({ party, kind, current }) =>
        party !== null && kind === 'operating' && current.attendance === 'unknown',
    )
    .map(({ party }) => source.overview.parties.find((one) => one.party === party)?.name ?? '');
  return names.length === 0 ? [] : [t.overview.unknownNote(names)];
}
