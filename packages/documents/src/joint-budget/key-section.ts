import { dayText, periodText } from '@samstyr/contract/texts/day-text';
import { basisWords } from '@samstyr/contract/texts/words';
import { add, divide, type Fraction, fraction, multiply, roundToOre } from '@samstyr/core/fraction/fraction';
import type { ServiceRow, UnitRow } from '@samstyr/core/model/rows';
import type { AsideNode, Block, SectionNode, StepNode } from '../tree/node.ts';
import { ref } from '../tree/say.ts';
import { type Context, nodeId, partyName, registerUnits, serviceName, servicesOf } from './context.ts';
import { keyChart } from './key-chart.ts';
import { type HandDivision, type HandPart, handDivision } from './key-division.ts';
import { keyTable, partCosts } from './key-table.ts';
import { countDecimals } from './per-inhabitant.ts';

/** How each service of a unit is shared: the key in words, the sum worked out for one, and the same for all. */
export function keySections(context: Context, unit: UnitRow): readonly SectionNode[] {
  const services = [
    ...servicesOf(context, unit.id, 'operating'),
    ...servicesOf(context, unit.id, 'investment'),
  ];
  return services.flatMap((service) => {
    const blocks = keyBlocks(context, service);
    if (blocks === null) return [];
    const { t } = context;
    const title = services.length === 1 ? t.unit.key : t.unit.keyOf(serviceName(context, service));
    return [
      {
        node: 'section' as const,
        id: nodeId('enhet', service.id, 'nokkel'),
        title,
        level: 2 as const,
        children: blocks.children,
        aside: blocks.aside,
      },
    ];
  });
}

function keyBlocks(
  context: Context,
  service: ServiceRow,
): { readonly children: readonly Block[]; readonly aside: readonly AsideNode[] } | null {
  const { source, t, language, store } = context;
  const version = source.overview.version.id;
  const budget = source.service(version, service.id);
  const segments = (budget?.segments ?? []).filter(({ key }) => key !== null);
  if (budget === null || segments.length === 0) {
    const isOne = context.index.servicesOf.get(service.unit)?.length === 1;
    return isOne
      ? { children: [{ node: 'paragraph', content: t.unit.noKey(serviceName(context, service)) }], aside: [] }
      : null;
  }
  const isHidden = source.overview.rows.some(
    (row) => row.service === service.id && row.party !== null && store.isHidden(row.figureId),
  );
  const words = segments.map((segment): Block => {
    const inWords = segment.key === null ? '' : context.keyWords(segment.key.key);
    return {
      node: 'paragraph',
      content:
        segments.length === 1
          ? t.unit.keyText(inWords)
          : t.unit.keyPeriod(t.capital(periodText(segment, language)), inWords),
    };
  });
  const key = segments.at(-1)?.key ?? null;
  const derived: readonly Block[] =
    key?.basis === 'derived' ? [{ node: 'note', content: t.unit.keyDerived }] : [];
  const hand = isHidden ? null : handDivision(context, service);
  return {
    children: [...words, ...derived, ...(hand === null ? [] : worked(context, hand))],
    aside: hand === null ? [] : registerAside(context, hand),
  };
}

/** The key by hand: step by step for one, the table for all, and what the bills are made of where that tells something. */
function worked(context: Context, hand: HandDivision): readonly Block[] {
  const table = keyTable(context, hand);
  const chart = keyChart(context, hand, table);
  return [{ node: 'steps', items: steps(context, hand) }, table, ...(chart === null ? [] : [chart])];
}

/** Which register, on which day, from whom, and how sure its values are. */
function registerAside(context: Context, hand: HandDivision): readonly AsideNode[] {
  const { t, source, language } = context;
  return hand.parts.flatMap(({ reading }): readonly AsideNode[] => {
    if (reading === null) return [];
    const register = source.model.register.find(({ id }) => id === reading.register);
    const rows = source.model.registerValue.filter(
      (row) =>
        row.register === reading.register &&
        row.date === reading.used &&
        row.group === reading.group &&
        hand.parties.includes(row.party),
    );
    const ages = reading.group === null ? '' : t.unit.registerAges(reading.group.replace('-', '–'));
    return [
      {
        title: t.unit.registerAside,
        content: t.unit.registerText(
          `${t.capital(registerUnits(context, reading.register))}${ages}`,
          dayText(reading.used, language),
          register?.source ?? null,
          [...new Set(rows.map((row) => basisWords[row.basis][language]))],
        ),
        tag: null,
      },
    ];
  });
}

/** The sum worked out: what funders pay, each part, and what one named member pays. */
function steps(context: Context, hand: HandDivision): readonly StepNode[] {
  const { t, store, source, year, index } = context;
  const { step } = t.unit;
  const { service, parties, parts, exact, budget } = hand;
  const base = `key/${source.overview.version.id}/${service.id}/steps`;
  const value = (name: string, label: string, amount: Fraction): string =>
    store.add({ id: `${base}/${name}`, label, value: amount });
  const costs = partCosts(context, hand);
  const cost = costs.whole;
  const shown = Math.max(
    0,
    parties.findIndex((party) => party !== budget.rounding.host),
  );
  const named = partyName(index, parties[shown] ?? '', year);
  const external = budget.external.map(({ funder, amountOre }): StepNode => {
    const gross = value('gross', t.unit.step.cost, add(hand.toDivide, fraction(hand.externalOre)));
    const paid = value(`external-${funder}`, partyName(index, funder, year), fraction(amountOre));
    return {
      name: step.external(partyName(index, funder, year)),
      formula: step.externalFormula(ref(gross, 'kr'), ref(paid, 'kr')),
      result: [ref(cost, 'kr')],
      unit: step.externalUnit,
    };
  });
  const told = parts.map((part, nr) => partStep(context, hand, part, nr, { base, costs, shown }));
  const pays = value('pays', step.pays(named), exact[shown] ?? hand.toDivide);
  const formula = told.flatMap(({ own }, nr) =>
    nr === 0 ? own : [{ inline: 'text' as const, text: ' + ' }, ...own],
  );
  return [
    ...external,
    ...told.map(({ node }) => node),
    { name: step.pays(named), formula, result: [ref(pays, 'kr')], unit: step.kr },
  ];
}

function partStep(
  context: Context,
  hand: HandDivision,
  part: HandPart,
  nr: number,
  {
    base,
    costs,
    shown,
  }: { readonly base: string; readonly costs: ReturnType<typeof partCosts>; readonly shown: number },
): { readonly node: StepNode; readonly own: StepNode['formula'] } {
  const { t, store } = context;
  const { step } = t.unit;
  const { whole: cost } = costs;
  const share = costs.shares[nr] ?? '';
  const partId = costs.parts[nr] ?? '';
  const amount = multiply(hand.toDivide, part.share);
  const shareRef = ref(share, 'percent', 'minus', decimalsOf(multiply(part.share, fraction(100n))));
  if (part.weights === null) {
    const each = divide(amount, part.weightSum);
    const members = store.count(
      `${base}/members`,
      t.unit.fact.members,
      fraction(BigInt(hand.parties.length)),
    );
    const eachId = store.add({
      id: `${base}/each-${nr + 1}`,
      label: step.equal,
      value: each,
      relation: { op: 'quotient', part: partId, whole: members },
    });
    return {
      node: {
        name: step.equal,
        formula: step.equalFormula(shareRef, ref(cost, 'kr'), ref(partId, 'kr'), hand.parties.length),
        result: [ref(eachId, 'kr')],
        unit: step.equalUnit,
      },
      own: [ref(eachId, 'kr'), { inline: 'text', text: `\u00a0${step.kr}` }],
    };
  }
  const name =
    part.reading === null ? t.head.share.toLocaleLowerCase() : registerUnits(context, part.reading.register);
  // A register says what it counts in bokmål only, «innbyggere» and «innbygger»; elsewhere its name stands in brackets.
  const register = context.source.model.register.find(({ id }) => id === part.reading?.register);
  const what = context.language === 'nb' ? name : `(${name})`;
  const per = context.language === 'nb' ? step.byUnit(register?.unit ?? name) : step.byEach;
  const price = divide(amount, part.weightSum);
  const weight = part.weights[shown] ?? fraction(0n);
  const decimals = decimalsNeeded(price, weight, part.amounts[shown] ?? fraction(0n));
  const sumId = store.count(`${base}/count-${nr + 1}`, what, part.weightSum);
  const priceId = store.add({
    id: `${base}/price-${nr + 1}`,
    label: per,
    value: price,
    relation: { op: 'quotient', part: partId, whole: sumId },
  });
  const ownId = store.count(`${base}/own-${nr + 1}`, what, weight);
  const countFormat = countDecimals([weight, part.weightSum]);
  return {
    node: {
      name: step.by(name),
      formula: step.byFormula(
        shareRef,
        ref(cost, 'kr'),
        ref(partId, 'kr'),
        ref(sumId, 'count', 'minus', countFormat),
        what,
      ),
      result: [ref(priceId, 'price', 'minus', decimals)],
      unit: per,
    },
    own: [
      ref(ownId, 'count', 'minus', countFormat),
      { inline: 'text', text: ` ${what} × ` },
      ref(priceId, 'price', 'minus', decimals),
      { inline: 'text', text: `\u00a0${step.kr}` },
    ],
  };
}

/** As many decimals as a calculation by hand needs to meet the krone: 453,12 misses by 8 kr, 453,122 meets it. */
function decimalsNeeded(price: Fraction, count: Fraction, exact: Fraction): number {
  for (let decimals = 2; decimals < 8; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    const rounded = fraction(roundToOre(fraction(price.n * scale, price.d * 100n)) * 100n, scale);
    if (roundToOre(multiply(rounded, count), 100n) === roundToOre(exact, 100n)) return decimals;
  }
  return 8;
}

/** The decimals that write a percentage exactly, four at most. */
function decimalsOf({ n, d }: Fraction): number {
  for (let decimals = 0; decimals < 4; decimals += 1)
    if ((n * 10n ** BigInt(decimals)) % d === 0n) return decimals;
  return 4;
}
