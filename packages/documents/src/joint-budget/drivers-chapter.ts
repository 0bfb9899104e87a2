import { everybody } from '@samstyr/core/budget/figure-id';
import type { Cause, PartyView } from '@samstyr/core/budget/view';
import { fraction } from '@samstyr/core/fraction/fraction';
import { absolute, type Ore, ore, plus, zero } from '@samstyr/core/money/ore';
import { present } from '@samstyr/core/present/present';
import type { ChapterNode, ChartNode, Inline, Row, TableNode } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { absent, column, figureCell } from './cells.ts';
import { type Context, directionOf, unitName } from './context.ts';
import { quoted } from './language.ts';
import { totalFigures } from './totals.ts';

/** Causes told as one line: a kind of change, or what is unexplained in a unit. */
type Line = { readonly id: string; readonly name: string; readonly amounts: ReadonlyMap<string, Ore> };

/** The units whose unexplained change gets a line of its own. */
const namedUnits = 4;

function lineOf(
  context: Context,
  cause: Cause,
  unexplained: ReadonlySet<string>,
): { readonly id: string; readonly name: string } {
  const { t, source, store } = context;
  // A cause that may not be shown stands in what is unexplained in its unit, which everybody can compute from the overview.
  if (cause.cause === 'unexplained' || store.isHidden(cause.figureId))
    return unexplained.has(cause.unit)
      ? { id: `unexplained-${cause.unit}`, name: t.drivers.unexplainedIn(unitName(context, cause.unit)) }
      : { id: 'unexplained', name: t.drivers.unexplainedRest };
  const stated =
    cause.row === null
      ? null
      : cause.row.table === 'growth'
        ? source.model.growth.find(({ id }) => id === cause.row?.id)?.kind
        : source.model.change.find(({ id }) => id === cause.row?.id)?.kind;
  // A change of members is one cause, whether somebody priced it or the model found it.
  const kind = stated === 'member' ? 'membership' : (stated ?? cause.cause);
  return { id: kind, name: t.causes[kind] ?? kind };
}

/** Every cause of the operating budget in lines, for all and for each municipality. Rounding is not among them: it is what is left. */
function linesOf(context: Context): readonly Line[] {
  const { source } = context;
  const causes = source.causes.filter(({ kind, cause }) => kind === 'operating' && cause !== 'rounding');
  const rest = new Map<string, Ore>();
  for (const { unit, cause, party, amountOre } of causes)
    if (cause === 'unexplained' && party === null) rest.set(unit, plus(rest.get(unit) ?? zero, amountOre));
  const largest = [...rest].sort(([, a], [, b]) => (absolute(b) > absolute(a) ? 1 : -1)).slice(0, namedUnits);
  const unexplained = new Set(largest.map(([unit]) => unit));
  const lines = new Map<string, { name: string; amounts: Map<string, Ore> }>();
  for (const cause of causes) {
    const { id, name } = lineOf(context, cause, unexplained);
    const line = lines.get(id) ?? { name, amounts: new Map<string, Ore>() };
    const who = cause.party ?? everybody;
    line.amounts.set(who, plus(line.amounts.get(who) ?? zero, cause.amountOre));
    lines.set(id, line);
  }
  return [...lines].map(([id, line]) => ({ id, ...line }));
}

const sumOf = ({ amounts }: Line): Ore => amounts.get(everybody) ?? zero;

/** What drives the change: waterfall, the same table by municipality. Null when there is no year to compare with. */
export function driversChapter(context: Context): ChapterNode | null {
  const { t, store } = context;
  const total = totalFigures(context, null, 'operating');
  const lines = orderedLines(linesOf(context));
  if (total === null || lines.length === 0) return null;
  const figures = driverFigures(context, lines);
  const printed = lines.filter(({ id }) => figures.hasAmount(id));
  const [up] = printed.filter((line) => sumOf(line) > 0n);
  const down = printed.filter((line) => sumOf(line) < 0n).at(-1);
  const direction = directionOf(store.get(total.change));
  return {
    node: 'chapter',
    id: 'endring',
    title: t.drivers.title,
    shortTitle: t.drivers.short,
    kicker: null,
    lead: sentences(
      t.drivers.lead(ref(total.change, 'auto', 'never'), direction),
      t.drivers.leadCauses(
        up === undefined ? null : quoted(up.name, context.language),
        down === undefined ? null : quoted(down.name, context.language),
      ),
    ),
    children: [waterfall(context, printed, figures, total), driversTable(context, printed, figures, total)],
  };
}

/** Increases falling, then reductions with the largest last. */
const orderedLines = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => (sumOf(b) > sumOf(a) ? 1 : sumOf(b) < sumOf(a) ? -1 : a.id < b.id ? -1 : 1));

type DriverFigures = {
  readonly of: (line: string, party: PartyView | null) => string | null;
  readonly rounding: (party: PartyView | null) => string;
  readonly hasAmount: (line: string) => boolean;
  readonly hasRounding: boolean;
};

/** The lines rounded once to 1 000 kr, by line and party; what then lacks in the printed change is the line «Avrunding». */
function driverFigures(context: Context, lines: readonly Line[]): DriverFigures {
  const { store, columns, source, t } = context;
  const parties = [...new Set(lines.flatMap(({ amounts }) => [...amounts.keys()]))].filter(
    (who) => who !== everybody,
  );
  const cellId = (line: string, party: string): string => `${line}|${party}`;
  const unitOre = ore(100_000n);
  const cells = lines.flatMap(({ id, amounts }) =>
    parties.map((party) => ({ id: cellId(id, party), ore: amounts.get(party) ?? zero })),
  );
  const sums = lines.map(({ id }) => ({
    id: cellId(id, everybody),
    side: 'cost' as const,
    of: parties.map((party) => cellId(id, party)),
  }));
  const printed = present({ cells, sums, unitOre });
  const base = (party: PartyView | null): string =>
    `budget/${source.overview.version.id}/all/operating/${party?.number ?? everybody}`;
  const slug = (party: PartyView | null): string => party?.party ?? everybody;
  for (const party of [null, ...columns])
    for (const line of lines) {
      const amount = line.amounts.get(slug(party)) ?? null;
      if (amount === null) continue;
      store.add({
        id: `${base(party)}@cause:${line.id}`,
        label: `${line.name}, ${party?.name ?? t.head.all.toLocaleLowerCase()}`,
        value: fraction(amount),
        thousands: printed.get(cellId(line.id, slug(party))) ?? null,
      });
    }
  const roundingOf = (party: PartyView | null): bigint => {
    const change = store.get(`${base(party)}@change`)?.thousands ?? 0n;
    return lines.reduce((left, { id }) => left - (printed.get(cellId(id, slug(party))) ?? 0n), change);
  };
  const exactRest = (party: PartyView | null): bigint => {
    const change = store.get(`${base(party)}@change`)?.value?.n ?? 0n;
    return lines.reduce((left, { amounts }) => left - (amounts.get(slug(party)) ?? 0n), change);
  };
  const rounding = (party: PartyView | null): string =>
    store.add({
      id: `${base(party)}@cause:rounding-1000`,
      label: `${t.row.rounding}, ${party?.name ?? t.head.all.toLocaleLowerCase()}`,
      value: fraction(exactRest(party)),
      thousands: roundingOf(party),
    });
  return {
    of: (line, party) => {
      const id = `${base(party)}@cause:${line}`;
      return store.get(id) === undefined ? null : id;
    },
    rounding,
    hasAmount: (line) => [everybody, ...parties].some((party) => printed.get(cellId(line, party)) !== 0n),
    hasRounding: [null, ...columns].some((party) => roundingOf(party) !== 0n),
  };
}

type Total = { readonly change: string; readonly previous: string };

function waterfall(
  context: Context,
  lines: readonly Line[],
  figures: DriverFigures,
  total: Total,
): ChartNode {
  const { t, year, store } = context;
  const bars = lines.flatMap((line) => {
    const figure = figures.of(line.id, null);
    return figure === null || store.get(figure)?.thousands === 0n
      ? []
      : [{ name: line.name, figures: [ref(figure, 'kr1000', 'always')], isTotal: false }];
  });
  const withRounding = figures.hasRounding && store.get(figures.rounding(null))?.thousands !== 0n;
  const told = bars.filter(({ figures: [bar] }) => store.get(bar?.figure ?? '')?.value != null).slice(0, 3);
  const last = bars.at(-1);
  const alt = [...new Set([...told, ...(last === undefined ? [] : [last])])];
  return {
    node: 'chart',
    id: 'figur-endring',
    pattern: 'waterfall',
    caption: t.drivers.chartCaption(year - 1, year),
    unit: t.drivers.chartUnit(year - 1, ref(total.previous, 'kr1000')),
    bars: [
      ...bars,
      ...(withRounding
        ? [
            {
              name: t.row.rounding,
              figures: [ref(figures.rounding(null), 'kr1000', 'always')],
              isTotal: false,
            },
          ]
        : []),
      { name: t.row.totalChange, figures: [ref(total.change, 'kr1000', 'always')], isTotal: true },
    ],
    series: [],
    alt: waterfallAlt(context, alt, total.change),
    table: 'tabell-endring',
  };
}

/** Kind of chart, the values that carry the finding, and the unit. */
export function waterfallAlt(
  { t, store }: Context,
  bars: ChartNode['bars'],
  total: string,
): readonly Inline[] {
  const told = bars.flatMap(({ name, figures: [bar] }): readonly Inline[] => {
    if (bar === undefined) return [];
    const amount = ref(bar.figure, 'kr1000', 'never');
    return (store.get(bar.figure)?.value?.n ?? 0n) < 0n
      ? t.chart.falls(name, amount)
      : t.chart.rises(name, amount);
  });
  return [text(t.chart.waterfall), ...told, ...t.chart.total(ref(total, 'kr1000')), text(t.chart.inUnit)];
}

function driversTable(
  context: Context,
  lines: readonly Line[],
  figures: DriverFigures,
  total: Total,
): TableNode {
  const { t, columns } = context;
  const sides: readonly (PartyView | null)[] = [null, ...columns];
  const change = (party: PartyView | null): string =>
    party === null ? total.change : (totalFigures(context, party, 'operating')?.change ?? total.change);
  const rows: Row[] = lines.map((line) => ({
    kind: 'row',
    header: [text(line.name)],
    group: null,
    cells: sides.map((party) => {
      const figure = figures.of(line.id, party);
      return figure === null ? absent : figureCell(figure, 'kr1000');
    }),
  }));
  if (figures.hasRounding)
    rows.push({
      kind: 'row',
      header: [text(t.row.rounding)],
      group: null,
      cells: sides.map((party) => figureCell(figures.rounding(party), 'kr1000')),
    });
  rows.push({
    kind: 'sum',
    header: [text(t.row.totalChange)],
    group: null,
    cells: sides.map((party) => figureCell(change(party), 'kr1000')),
  });
  return {
    node: 'table',
    id: 'tabell-endring',
    caption: t.drivers.tableCaption,
    unit: [text(t.units.kr1000)],
    head: t.head.cause,
    columns: sides.map((party) => column(party?.number ?? everybody, [party?.name ?? t.head.all], 'change')),
    rows,
    note: sentences(t.drivers.note, ...(figures.hasRounding ? [t.drivers.roundingNote] : [])),
    layout: columns.length > 6 ? 'dense' : 'normal',
  };
}
