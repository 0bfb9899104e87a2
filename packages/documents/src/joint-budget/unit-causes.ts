import { dayText } from '@samstyr/contract/texts/day-text';
import { changeWords } from '@samstyr/contract/texts/words';
import type { Cause } from '@samstyr/core/budget/view';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { ChangeRow, GrowthRow, UnitRow } from '@samstyr/core/model/rows';
import { absolute, type Ore, ore, plus, sum, zero } from '@samstyr/core/money/ore';
import { present } from '@samstyr/core/present/present';
import type { Direction } from '../texts/document-texts.ts';
import type { Block, Inline, Row, SectionNode, TableNode } from '../tree/node.ts';
import { ref, strong, text } from '../tree/say.ts';
import { column, figureCell } from './cells.ts';
import { type Context, nodeId, serviceName, servicesOf, unitName } from './context.ts';
import type { RowFigures } from './figure-store.ts';
import { inBokmal, quoted } from './language.ts';

type CauseLine = {
  readonly id: string;
  readonly name: string;
  readonly reason: readonly Inline[];
  readonly kind: string;
  readonly amountOre: Ore;
};

const changeOf = ({ source }: Context, id: string): ChangeRow | undefined =>
  source.model.change.find((row) => row.id === id);
const growthOf = ({ source }: Context, id: string): GrowthRow | undefined =>
  source.model.growth.find((row) => row.id === id);

/** A stated cause in words: its own reason, or the growth it comes from. */
export function reasonOf(context: Context, { cause, row }: Pick<Cause, 'cause' | 'row'>): readonly Inline[] {
  const { t, language } = context;
  if (row?.table === 'change') return inBokmal(context, changeOf(context, row.id)?.reason ?? '');
  if (row?.table === 'growth') {
    const growth = growthOf(context, row.id);
    if (growth === undefined) return [];
    const rate = rateFigure(context, growth);
    const from = dayText(growth.from, language);
    return growth.kind === 'wage'
      ? t.causeReason.wage(rate, from)
      : t.causeReason.growth(t.causes[growth.kind] ?? growth.kind, rate, from);
  }
  if (cause === 'cost') return [];
  return t.causeReason[cause];
}

/** The rate of a growth row, in per cent. */
export const rateFigure = ({ store, t }: Context, growth: GrowthRow) =>
  ref(
    store.percent(
      `growth/${growth.id}/rate`,
      `${t.causes[growth.kind] ?? growth.kind}, ${t.head.percent}`,
      growth.ratePercent,
    ),
    'percent1',
  );

/** The causes of a unit's change, service by service in one list, largest increase first; the small steps of the rules become rounding. */
function linesOf(context: Context, unit: UnitRow): readonly CauseLine[] {
  const { source, t, store, language } = context;
  const services = servicesOf(context, unit.id, 'operating');
  const lines = new Map<string, CauseLine>();
  for (const cause of source.causes) {
    if (cause.unit !== unit.id || cause.kind !== 'operating' || cause.party !== null) continue;
    const stated = cause.row === null || store.isHidden(cause.figureId) ? null : cause.row;
    const kind = store.isHidden(cause.figureId) ? 'unexplained' : cause.cause;
    const isSmall = absolute(cause.amountOre) < 100_000n && stated === null && kind !== 'unexplained';
    const service = services.find(({ id }) => id === cause.service);
    const where = services.length > 1 && service !== undefined ? `${serviceName(context, service)}: ` : '';
    const id = isSmall ? 'rounding' : (stated?.id ?? `${cause.service}/${kind}`);
    const known = lines.get(id);
    const change = stated?.table === 'change' ? changeOf(context, stated.id) : undefined;
    const growth = stated?.table === 'growth' ? growthOf(context, stated.id) : undefined;
    const word =
      change !== undefined
        ? changeWords[change.kind][language]
        : ((growth === undefined ? t.causes[isSmall ? 'rounding' : kind] : t.causes[growth.kind]) ?? kind);
    lines.set(id, {
      id,
      name: isSmall ? (t.causes['rounding'] ?? '') : `${where}${stated === null ? word : ''}`,
      reason: isSmall ? t.causeReason.rounding : reasonOf(context, { cause: kind, row: stated }),
      kind: word.toLocaleLowerCase(language),
      amountOre: plus(known?.amountOre ?? zero, cause.amountOre),
    });
  }
  return [...withoutOre([...lines.values()])].sort((a, b) =>
    b.amountOre > a.amountOre ? 1 : b.amountOre < a.amountOre ? -1 : 0,
  );
}

/** Less than a krone of rounding is the øre of the causes themselves; it stands in the largest of them, so that the table adds up. */
function withoutOre(lines: readonly CauseLine[]): readonly CauseLine[] {
  const ore = lines.filter(({ id, amountOre }) => id === 'rounding' && absolute(amountOre) < 100n);
  const others = lines.filter((line) => !ore.includes(line));
  const rest = sum(ore.map(({ amountOre }) => amountOre));
  const [largest] = [...others].sort((a, b) => (absolute(b.amountOre) > absolute(a.amountOre) ? 1 : -1));
  return others.map((line) => (line === largest ? { ...line, amountOre: plus(line.amountOre, rest) } : line));
}

const isUnexplained = ({ id }: CauseLine): boolean => id.endsWith('/unexplained');

/** «{Årsak} er den største grunnen», or that the source gives no amounts. */
export function mainCause(context: Context, unit: UnitRow, direction: Direction): readonly Inline[] {
  const { t } = context;
  const lines = linesOf(context, unit).filter(({ amountOre }) =>
    direction === 'up' ? amountOre > 0n : amountOre < 0n,
  );
  const [largest] = [...lines].sort((a, b) => (absolute(b.amountOre) > absolute(a.amountOre) ? 1 : -1));
  if (largest === undefined) return [];
  const all = linesOf(context, unit);
  const whole = sum(all.map(({ amountOre }) => amountOre));
  const rest = sum(all.filter(isUnexplained).map(({ amountOre }) => amountOre));
  if (all.every(isUnexplained)) return t.unit.leadUnexplained;
  // More than half without a cause, in the direction of the change.
  if (2n * absolute(rest) > absolute(whole) && rest > 0n === whole > 0n) return t.unit.leadMostUnexplained;
  if (isUnexplained(largest)) return [];
  const [first] = largest.reason.map((one) => (one.inline === 'language' ? one.content[0] : one));
  const isOwnWords = largest.name === '' || largest.name.endsWith(': ');
  return t.unit.leadCause(
    isOwnWords
      ? quoted(first?.inline === 'text' ? first.text.replace(/\.$/, '') : largest.kind, context.language)
      : largest.name,
  );
}

/** Why the cost changes: the unit's own words, the causes with amounts, and what is known without one. */
export function causesSection(
  context: Context,
  unit: UnitRow,
  figures: RowFigures,
  words: readonly Block[],
): SectionNode {
  const { t } = context;
  const lines = linesOf(context, unit);
  return {
    node: 'section',
    id: nodeId('enhet', unit.id, 'arsaker'),
    title: t.unit.why,
    level: 2,
    children: [
      ...words,
      ...(lines.length === 0
        ? [{ node: 'empty' as const, content: t.unit.noChange }]
        : [causesTable(context, unit, figures, lines)]),
      ...unpriced(context, unit),
    ],
    aside: [],
  };
}

function causesTable(
  context: Context,
  unit: UnitRow,
  figures: RowFigures,
  lines: readonly CauseLine[],
): TableNode {
  const { t, store, source } = context;
  const whole = store.get(figures.change);
  const printed = present({
    cells: lines.map(({ id, amountOre }) => ({ id, ore: amountOre })),
    sums: [{ id: '', side: 'cost', of: lines.map(({ id }) => id) }],
    unitOre: ore(100n),
  });
  const rows = lines
    .map((line) => ({
      line,
      figure: store.add({
        id: `budget/${source.overview.version.id}/${unit.id}/operating/sum@cause:${line.id}`,
        label: `${unitName(context, unit.id)}, ${line.name === '' ? line.kind : line.name}`,
        value: whole?.value === null ? null : fraction(line.amountOre),
        kroner: printed.get(line.id) ?? null,
      }),
    }))
    .map(
      ({ line, figure }): Row => ({
        kind: 'row',
        header:
          line.name === ''
            ? line.reason
            : [strong(text(line.name.replace(/: $/, ''))), text('. '), ...line.reason],
        group: null,
        cells: [{ cell: 'text', content: [text(line.kind)] }, figureCell(figure, 'kr')],
      }),
    );
  return {
    node: 'table',
    id: nodeId('tabell', unit.id, 'arsaker'),
    caption: t.unit.causesCaption(unitName(context, unit.id)),
    unit: [text(t.units.kr)],
    head: t.head.cause,
    columns: [column('kind', [t.head.kind], 'text'), column('change', [t.head.change], 'change')],
    rows: [
      ...rows,
      {
        kind: 'sum',
        header: [text(t.unit.sumChange)],
        group: null,
        cells: [{ cell: 'empty' }, figureCell(figures.change, 'kr')],
      },
    ],
    note: null,
    layout: 'text',
  };
}

/** What is known to come and not priced: listed, and never 0. */
function unpriced(context: Context, unit: UnitRow): readonly Block[] {
  const { source, t, language } = context;
  const services = new Set(servicesOf(context, unit.id, 'operating').map(({ id }) => id));
  const rows = source.model.change.filter(
    (row) =>
      services.has(row.service) &&
      row.version === source.overview.version.id &&
      row.amountOre === null &&
      row.reason !== null &&
      row.status !== 'rejected',
  );
  if (rows.length === 0) return [];
  return [
    {
      node: 'section',
      id: nodeId('enhet', unit.id, 'uten-belop'),
      title: t.unit.unpriced,
      level: 3,
      children: [
        { node: 'paragraph', content: t.unit.unpricedText },
        {
          node: 'list',
          prefix: null,
          items: rows.map((row) => [
            ...inBokmal(context, row.reason ?? ''),
            text(` (${changeWords[row.kind][language]})`),
          ]),
        },
      ],
      aside: [],
    },
  ];
}
