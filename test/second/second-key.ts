import {
  isMore,
  minus,
  over,
  plus,
  type Rational,
  rational,
  readOre,
  readRational,
  times,
  total,
} from './rational.ts';

/** A key as a file has it. */
// biome-ignore lint/suspicious/noExplicitAny: plain data of many shapes, read by hand so that nothing is shared with Samstyr's parser
export type PlainKey = any;

export class Refusal extends Error {}

export type SecondContext = {
  readonly year: number;
  readonly members: readonly string[];
  readonly valueIn: (register: string, date: string, number: string) => bigint | undefined;
};

type Bill = { readonly parts: Map<string, Rational>; readonly funders: Map<string, Rational> };

const none: Rational = [0n, 1n];
const isFee = (key: PlainKey): boolean =>
  key.bands !== undefined ||
  key.tariff !== undefined ||
  (key.cap !== undefined && isFee(key.cap.of)) ||
  (key.floor !== undefined && isFee(key.floor.of)) ||
  (key.phaseIn !== undefined && (isFee(key.phaseIn.from) || isFee(key.phaseIn.to))) ||
  (key.external !== undefined && isFee(key.external.rest));

function dayOf(rule: string, year: number): string {
  if (rule === 'budgetYear-01-01') return `${year}-01-01`;
  return rule.startsWith('previousYear') ? `${year - 1}${rule.slice(12)}` : rule;
}

function weights(key: PlainKey, { year, members, valueIn }: SecondContext): Map<string, Rational> {
  if (members.length === 0) throw new Refusal('key.noMembers');
  const date = dayOf(key.date ?? 'previousYear-01-01', year);
  const years = BigInt(key.average ?? '1');
  const found = new Map<string, Rational>();
  for (const number of members) {
    let sum = 0n;
    for (let back = 0; back < Number(years); back += 1) {
      const value = valueIn(key.by, `${Number(date.slice(0, 4)) - back}${date.slice(4)}`, number);
      if (value === undefined) throw new Refusal('register.missing');
      sum += value;
    }
    found.set(number, rational(sum, years));
  }
  return found;
}

function proportional(cost: Rational, sizes: Map<string, Rational>): Bill {
  const sum = total([...sizes.values()]);
  if (sum[0] === 0n) throw new Refusal('key.nobodyPays');
  const parts = new Map([...sizes].map(([number, size]) => [number, times(cost, over(size, sum))]));
  return { parts, funders: new Map() };
}

const merged = (bills: readonly Bill[]): Bill => {
  const all: Bill = { parts: new Map(), funders: new Map() };
  for (const bill of bills) {
    for (const side of ['parts', 'funders'] as const) {
      for (const [name, amount] of bill[side]) all[side].set(name, plus(all[side].get(name) ?? none, amount));
    }
  }
  return all;
};

const scaled = (bill: Bill, by: Rational): Bill => ({
  parts: new Map([...bill.parts].map(([name, amount]) => [name, times(amount, by)])),
  funders: new Map([...bill.funders].map(([name, amount]) => [name, times(amount, by)])),
});

/** A second division, which shares no code with Samstyr's: the key as plain data, magnitudes, and sorting where Samstyr repeats. */
export function secondDivision(cost: Rational, key: PlainKey, context: SecondContext): Bill {
  const { members, year } = context;
  if (key === 'equal') {
    if (members.length === 0) throw new Refusal('key.noMembers');
    return proportional(cost, new Map(members.map((number) => [number, [1n, 1n]])));
  }
  if (key.parts) {
    const bills = key.parts.map((part: PlainKey) =>
      secondDivision(times(cost, readRational(part.share)), part.key, context),
    );
    return merged(bills);
  }
  if (key.agreed) {
    for (const [number, share] of Object.entries<string>(key.agreed)) {
      if (!members.includes(number) && readRational(share)[0] > 0n) throw new Refusal('key.agreedNotMember');
    }
    const parts = members.map((number): [string, Rational] => {
      if (key.agreed[number] === undefined) throw new Refusal('key.agreedMissing');
      return [number, times(cost, readRational(key.agreed[number]))];
    });
    return { parts: new Map(parts), funders: new Map() };
  }
  if (key.usage) {
    const of = key.period === 'previousYear' ? year - 1 : key.period === 'budgetYear' ? year : key.period;
    return proportional(cost, weights({ by: key.usage, date: `${of}-01-01` }, context));
  }
  if (key.direct) return { parts: new Map([[key.direct, cost]]), funders: new Map() };
  if (key.bands) {
    const fee = (size: Rational): Rational =>
      readOre(
        key.bands.find((band: PlainKey) => !band.upTo || !isMore(size, readRational(band.upTo))).amount,
      );
    const parts = [...weights(key, context)].map(([number, size]): [string, Rational] => [number, fee(size)]);
    return { parts: new Map(parts), funders: new Map() };
  }
  if (key.tariff) {
    const fee = (size: Rational): Rational =>
      plus(readOre(key.tariff.base), times(readOre(key.tariff.price), size));
    const parts = [...weights(key, context)].map(([number, size]): [string, Rational] => [number, fee(size)]);
    return { parts: new Map(parts), funders: new Map() };
  }
  if (key.threshold) {
    const { amount, below, above } = key.threshold;
    const sign = rational(cost[0] < 0n ? -1n : 1n);
    const size = times(cost, sign);
    const first = isMore(size, readOre(amount)) ? readOre(amount) : size;
    return merged([
      secondDivision(times(first, sign), below, context),
      secondDivision(times(minus(size, first), sign), above, context),
    ]);
  }
  if (key.cap || key.floor) return limited(cost, key, context);
  if (key.phaseIn) {
    const { from, to, years, firstYear } = key.phaseIn;
    const step = Math.min(Math.max(year - Number(firstYear) + 1, 0), Number(years));
    const bills: Bill[] = [];
    if (step < Number(years)) {
      const weight = rational(BigInt(Number(years) - step), BigInt(years));
      bills.push(scaled(secondDivision(cost, from, context), weight));
    }
    if (step > 0)
      bills.push(scaled(secondDivision(cost, to, context), rational(BigInt(step), BigInt(years))));
    return merged(bills);
  }
  if (key.external) return funded(cost, key.external, context);
  return proportional(cost, weights(key, context));
}

function funded(cost: Rational, key: PlainKey, context: SecondContext): Bill {
  const isCredit = cost[0] < 0n;
  let paid: Rational;
  if (key.share) paid = times(cost, readRational(key.share));
  else if (key.amount) paid = readOre(key.amount);
  else paid = times(readOre(key.price), total([...weights(key, context).values()]));
  if (isCredit && !key.share) paid = none;
  if (!isCredit && key.ceiling && isMore(paid, readOre(key.ceiling))) paid = readOre(key.ceiling);
  if (!isCredit && isMore(paid, cost)) paid = cost;
  const own: Bill = { parts: new Map(), funders: new Map([[key.funder, paid]]) };
  return merged([own, secondDivision(minus(cost, paid), key.rest, context)]);
}

/** Magnitudes sorted, the outermost taken until the next one keeps the limit. */
function limited(cost: Rational, key: PlainKey, context: SecondContext): Bill {
  const isCap = key.cap !== undefined;
  const rule = key.cap ?? key.floor;
  const inner = secondDivision(cost, rule.of, context);
  const sign = rational(cost[0] < 0n ? -1n : 1n);
  const limit = rule.share ? times(times(cost, sign), readRational(rule.share)) : readOre(rule.amount);
  const names = [...new Set([...context.members, ...inner.parts.keys()])];
  const sizes = new Map(names.map((name) => [name, times(inner.parts.get(name) ?? none, sign)]));
  const eligible = names.filter((name) =>
    rule.party ? name === rule.party : isCap || context.members.includes(name),
  );
  const beyond = (size: Rational): boolean => (isCap ? isMore(size, limit) : isMore(limit, size));
  if (isFee(rule.of)) {
    for (const name of eligible) if (beyond(sizes.get(name)!)) sizes.set(name, limit);
    const parts = [...sizes].map(([name, size]): [string, Rational] => [name, times(size, sign)]);
    return { parts: new Map(parts), funders: inner.funders };
  }
  const sorted = eligible.toSorted((a, b) => {
    const [x, y] = [sizes.get(a)!, sizes.get(b)!];
    return (isMore(x, y) ? -1 : isMore(y, x) ? 1 : 0) * (isCap ? 1 : -1);
  });
  const whole = total([...sizes.values()]);
  for (let taken = 0; ; taken += 1) {
    const fixed = new Set(sorted.slice(0, taken));
    const others = names.filter((name) => !fixed.has(name));
    const base = total(others.map((name) => sizes.get(name)!));
    const rest = minus(whole, times(limit, rational(BigInt(taken))));
    if (rest[0] < 0n || (base[0] === 0n && rest[0] !== 0n)) {
      throw new Refusal(isCap ? 'key.capTooLow' : 'key.floorTooHigh');
    }
    const factor = base[0] === 0n ? none : over(rest, base);
    const next = sorted[taken];
    if (next !== undefined && beyond(times(sizes.get(next)!, factor))) continue;
    const parts = names.map((name): [string, Rational] => {
      const size = fixed.has(name) ? limit : times(sizes.get(name)!, factor);
      return [name, times(size, sign)];
    });
    return { parts: new Map(parts), funders: inner.funders };
  }
}
