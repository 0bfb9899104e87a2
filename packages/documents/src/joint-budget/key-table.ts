import { dayText } from '@samstyr/contract/texts/day-text';
import { roundShares } from '@samstyr/core/allocation/round-shares';
import { divide, type Fraction, fraction, multiply, roundToOre } from '@samstyr/core/fraction/fraction';
import { type Ore, ore, sum } from '@samstyr/core/money/ore';
import { present } from '@samstyr/core/present/present';
import type { Relation } from '../tree/figure.ts';
import type { Cell, Column, Row, TableNode } from '../tree/node.ts';
import { ref, text } from '../tree/say.ts';
import { column, empty, figureCell } from './cells.ts';
import { type Context, nodeId, partyName, registerUnits } from './context.ts';
import type { HandDivision, HandPart } from './key-division.ts';
import { countDecimals } from './per-inhabitant.ts';

/** Names and amounts of a part: «Likt», «Etter innbyggere». */
export function partName(context: Context, part: HandPart): string {
  const { t } = context;
  if (part.reading !== null) return t.head.byRegister(registerUnits(context, part.reading.register));
  return part.weights === null ? t.head.equal : t.head.other;
}

/** Exact parts in whole øre, by largest remainder, so that a column adds up. */
const inOre = (exact: readonly Fraction[]): readonly Ore[] => {
  const total = exact.reduce((all, { n, d }) => ({ n: all.n * d + n * all.d, d: all.d * d }), {
    n: 0n,
    d: 1n,
  });
  return roundShares({
    exact,
    totalOre: roundToOre(total),
    unitOre: ore(1n),
    mode: 'largestRemainder',
    host: null,
  }).shares;
};

/** What is divided, and each part of it: the figures that the steps and the table both stand on. */
export function partCosts(
  { store, source, t }: Context,
  { service, toDivide, parts }: HandDivision,
): { readonly whole: string; readonly shares: readonly string[]; readonly parts: readonly string[] } {
  const base = `key/${source.overview.version.id}/${service.id}`;
  const whole = store.add({ id: `${base}/cost`, label: t.unit.step.toDivide, value: toDivide });
  const shares = parts.map(({ share }, nr) =>
    store.percent(`${base}/share-${nr + 1}`, t.head.share, multiply(share, fraction(100n))),
  );
  const amounts = parts.map(({ share }, nr) =>
    store.add({
      id: `${base}/cost-${nr + 1}`,
      label: t.unit.step.part(`${nr + 1}`),
      value: multiply(toDivide, share),
      relation: { op: 'shareOf', share: shares[nr] ?? '', whole },
    }),
  );
  return { whole, shares, parts: amounts };
}

type PartFigures = {
  readonly registers: readonly (readonly string[] | null)[];
  readonly parts: readonly (readonly string[])[];
  readonly byKey: readonly string[];
  readonly shares: readonly string[];
  readonly budget: readonly string[];
  readonly difference: readonly string[];
};

/** One column more than the parties: the last is the sum. */
function figuresOf(context: Context, hand: HandDivision): PartFigures {
  const { store, source, year, t } = context;
  const { service, parties, parts, exact, budget } = hand;
  const base = `key/${source.overview.version.id}/${service.id}`;
  const numbers = [
    ...parties.map((party) => source.overview.parties.find((one) => one.party === party)?.number ?? party),
    'sum',
  ];
  const names = [...parties.map((party) => partyName(context.index, party, year)), t.row.sum];
  const ores = parts.map(({ amounts }) => inOre(amounts));
  const cells = parties.flatMap((_, at) =>
    parts.map((_part, part) => ({ id: `${at}/${part}`, ore: ores[part]?.[at] ?? ore(0n) })),
  );
  const printed = present({
    cells,
    sums: [
      ...parties.map((_, at) => ({
        id: `${at}/sum`,
        side: 'party' as const,
        of: parts.map((_part, part) => `${at}/${part}`),
      })),
      ...parts.map((_, part) => ({
        id: `sum/${part}`,
        side: 'cost' as const,
        of: parties.map((_party, at) => `${at}/${part}`),
      })),
      { id: 'sum/sum', side: 'cost', of: parts.map((_, part) => `sum/${part}`) },
    ],
    unitOre: ore(100n),
  });
  const row = (at: number): string => (at === parties.length ? 'sum' : `${at}`);
  const total = (amounts: readonly Fraction[]): Fraction => amounts.reduce(addFractions, fraction(0n));
  const each = (make: (at: number) => string): readonly string[] => names.map((_, at) => make(at));
  const amount = (
    kind: string,
    at: number,
    value: Fraction,
    part: string | number,
    label: string,
    relation: Relation,
  ): string =>
    store.add({
      id: `${base}/${kind}/${numbers[at] ?? ''}`,
      label: `${label}, ${names[at] ?? ''}`,
      value,
      relation,
      kroner: printed.get(`${row(at)}/${part}`) ?? null,
    });
  const registers = parts.map(({ reading, weights, weightSum }) =>
    reading === null
      ? null
      : each((at) =>
          store.count(
            `register/${reading.register}/${reading.used}${reading.group === null ? '' : `/${reading.group}`}/${at === parties.length ? `${service.id}-sum` : (numbers[at] ?? '')}`,
            `${registerUnits(context, reading.register)}, ${names[at] ?? ''}`,
            weights?.[at] ?? weightSum,
          ),
        ),
  );
  const costs = partCosts(context, hand);
  const members = store.count(`${base}/members`, t.unit.fact.members, fraction(BigInt(parties.length)));
  const partFigures = parts.map((part, nr) =>
    each((at) => {
      const divided = costs.parts[nr] ?? '';
      const own = registers[nr];
      const relation: Relation =
        at === parties.length
          ? { op: 'shareOf', share: costs.shares[nr] ?? '', whole: costs.whole }
          : own === null || own === undefined
            ? { op: 'quotient', part: divided, whole: members }
            : { op: 'proportion', divided, weight: own[at] ?? '', weights: own.at(-1) ?? '' };
      return amount(
        `part-${nr + 1}`,
        at,
        part.amounts[at] ?? total(part.amounts),
        nr,
        partName(context, part),
        relation,
      );
    }),
  );
  const byKey = each((at) =>
    amount('exact', at, exact[at] ?? hand.toDivide, 'sum', t.head.byKey, {
      op: 'sum',
      of: partFigures.map((part) => part[at] ?? ''),
    }),
  );
  const shares = each((at) =>
    store.percent(
      `${base}/share/${numbers[at] ?? ''}`,
      `${t.head.share}, ${names[at] ?? ''}`,
      multiply(divide(exact[at] ?? hand.toDivide, hand.toDivide), fraction(100n)),
    ),
  );
  const paid = parties.map((party) => {
    const part = budget.parts.find((one) => one.party === party);
    return ore((part?.amountOre ?? 0n) - (part?.directOre ?? 0n));
  });
  const inBudget = each((at) => {
    const value = fraction(paid[at] ?? sum(paid));
    const figures = context.figures({
      unit: service.unit,
      service: service.id,
      party: parties[at] ?? null,
      kind: service.kind,
    });
    // The overview's own figure where nothing but the key's part is in it.
    if (figures !== null && store.get(figures.current)?.value?.n === value.n) return figures.current;
    return store.add({
      id: `${base}/budget/${numbers[at] ?? ''}`,
      label: `${t.head.inBudget}, ${names[at] ?? ''}`,
      value,
    });
  });
  const difference = each((at) => {
    const value = paid[at] ?? sum(paid);
    const key = exact[at] ?? hand.toDivide;
    return store.add({
      id: `${base}/difference/${numbers[at] ?? ''}`,
      label: `${t.head.difference}, ${names[at] ?? ''}`,
      value: fraction(value * key.d - key.n, key.d),
      kroner: value / 100n - (printed.get(`${row(at)}/sum`) ?? 0n),
      relation: { op: 'difference', from: inBudget[at] ?? '', amount: byKey[at] ?? '' },
    });
  });
  return { registers, parts: partFigures, byKey, shares, budget: inBudget, difference };
}

const addFractions = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

/** The key worked out for everybody: what it reads, each part, the sum, and beside it what the budget has. */
export function keyTable(context: Context, hand: HandDivision): TableNode {
  const { t, year, language, store } = context;
  const figures = figuresOf(context, hand);
  const { parties, parts, service } = hand;
  const registerColumns = parts.flatMap((part, nr) =>
    part.reading === null ? [] : [{ part, reading: part.reading, nr }],
  );
  const columns: readonly Column[] = [
    ...registerColumns.map(({ reading, nr }) =>
      column(
        `register-${nr}`,
        [t.capital(registerUnits(context, reading.register)), dayText(reading.used, language)],
        'count',
      ),
    ),
    ...parts.map((part, nr) => column(`part-${nr}`, [partName(context, part)], 'previous')),
    column('key', [t.head.byKey], 'amount', { op: 'sum', of: parts.map((_, nr) => `part-${nr}`) }),
    column('share', [t.head.share], 'ratio'),
    column('budget', [t.head.inBudget], 'previous'),
    column('difference', [t.head.difference], 'change', { op: 'difference', from: 'budget', amount: 'key' }),
  ];
  const cells = (at: number): readonly Cell[] => [
    ...registerColumns.map(({ nr, part }) => {
      const figure = figures.registers[nr]?.[at];
      return figure === undefined ? empty : figureCell(figure, 'count', countDecimals(part.weights ?? []));
    }),
    ...figures.parts.map((part) => figureCell(part[at] ?? '', 'kr')),
    figureCell(figures.byKey[at] ?? '', 'kr'),
    figureCell(figures.shares[at] ?? '', 'share2'),
    figureCell(figures.budget[at] ?? '', 'kr'),
    figureCell(figures.difference[at] ?? '', 'kr'),
  ];
  const largest = figures.difference.slice(0, -1).reduce((most, id) => {
    const size = (one: string): bigint => {
      const kroner = store.get(one)?.kroner ?? 0n;
      return kroner < 0n ? -kroner : kroner;
    };
    return size(id) > size(most) ? id : most;
  }, figures.difference[0] ?? '');
  const unit = t.unit.step.roundingUnits[`${hand.budget.rounding.unitOre}`];
  return {
    node: 'table',
    id: nodeId('tabell', service.id, 'nokkel'),
    caption: t.unit.keyCaption(parties.length),
    unit: [text(t.units.kr)],
    head: t.head.municipality,
    columns,
    rows: [
      ...parties.map(
        (party, at): Row => ({
          kind: 'row',
          header: [text(partyName(context.index, party, year))],
          group: null,
          cells: cells(at),
        }),
      ),
      { kind: 'sum', header: [text(t.row.sum)], group: null, cells: cells(parties.length) },
    ],
    note:
      (store.get(largest)?.kroner ?? 0n) === 0n || unit === undefined
        ? t.unit.keySame
        : t.unit.keyNote(ref(largest, 'kr', 'never'), unit),
    layout: 'dense',
  };
}
