import type { Segment, ServiceBudget } from '@samstyr/core/budget/view';
import {
  add,
  divide,
  equals,
  type Fraction,
  fraction,
  multiply,
  one,
  subtract,
  zeroFraction,
} from '@samstyr/core/fraction/fraction';
import { readingInYear, usageInYear } from '@samstyr/core/key/date-rule';
import type { Key } from '@samstyr/core/key/grammar';
import type { ServiceRow } from '@samstyr/core/model/rows';
import type { Day } from '@samstyr/core/period/day';
import { type DatedReading, readRegister } from '@samstyr/core/register/reading';
import type { Context } from './context.ts';

/** A key taken apart so that a person can do it by hand: what is divided, and each part with what it is divided by. */
export type HandDivision = {
  readonly service: ServiceRow;
  readonly budget: ServiceBudget;
  readonly segment: Segment & { readonly key: NonNullable<Segment['key']> };
  /** What is left when the parties' own amounts are out and funders have paid. */
  readonly toDivide: Fraction;
  readonly externalOre: bigint;
  /** Members in the cooperation's order. */
  readonly parties: readonly string[];
  readonly parts: readonly HandPart[];
  /** By party: the exact sum of the parts. */
  readonly exact: readonly Fraction[];
};

export type HandPart = {
  readonly share: Fraction;
  /** Null: equal. */
  readonly reading: {
    readonly register: string;
    readonly used: Day;
    readonly group: string | null;
    readonly average: number;
  } | null;
  /** Agreed shares have weights and no register. */
  readonly weights: readonly Fraction[] | null;
  readonly weightSum: Fraction;
  readonly amounts: readonly Fraction[];
};

type Simple = {
  readonly share: Fraction;
  readonly key: Extract<Key, { form: 'equal' | 'by' | 'usage' | 'agreed' }>;
};

const isSimple = (key: Key): key is Simple['key'] =>
  key.form === 'equal' || key.form === 'by' || key.form === 'usage' || key.form === 'agreed';

/** The key as shares of simple keys, or null when no hand goes through it in a few lines. */
function simpleParts(key: Key): readonly Simple[] | null {
  if (isSimple(key)) return [{ share: one, key }];
  if (key.form === 'external') return simpleParts(key.rest);
  if (key.form !== 'parts') return null;
  const parts = key.parts.map(({ share, key: inner }) => (isSimple(inner) ? { share, key: inner } : null));
  return parts.every((part) => part !== null) ? parts : null;
}

function weightsOf(
  { index, source, year }: Context,
  key: Simple['key'],
  parties: readonly string[],
): { readonly reading: HandPart['reading']; readonly weights: readonly Fraction[] | null } | null {
  if (key.form === 'equal') return { reading: null, weights: null };
  if (key.form === 'agreed')
    return {
      reading: null,
      weights: parties.map(
        (party) => key.shares.find((share) => share.party === party)?.share ?? zeroFraction,
      ),
    };
  const reading: DatedReading =
    key.form === 'by' ? readingInYear(key.reading, year) : usageInYear(key.register, key.period, year);
  const found = readRegister(index.registers, source.overview.version.asOf, reading, parties);
  if (!found.ok) return null;
  const { register, group, average } = reading;
  return {
    reading: { register, used: found.value.used, group, average },
    weights: found.value.rows.map((rows) =>
      divide(rows.map(({ value }) => value).reduce(add, zeroFraction), fraction(BigInt(rows.length))),
    ),
  };
}

/** Null when the key changes during the year, is no sum of simple parts, or does not give what the budget has. */
export function handDivision(context: Context, service: ServiceRow): HandDivision | null {
  const budget = context.source.service(context.source.overview.version.id, service.id);
  const [segment, ...more] = budget?.segments ?? [];
  if (budget === null || segment === undefined || segment.key === null || more.length > 0) return null;
  const simple = simpleParts(segment.key.key);
  const order = context.source.overview.parties.map(({ party }) => party);
  const parties = order.filter((party) => segment.members.includes(party));
  if (simple === null || parties.length === 0) return null;
  const exactOf = new Map(budget.parts.map(({ party, exactOre }) => [party, exactOre]));
  const expected = parties.map((party) => exactOf.get(party) ?? zeroFraction);
  const toDivide = expected.reduce(add, zeroFraction);
  const parts: HandPart[] = [];
  for (const { share, key } of simple) {
    const found = weightsOf(context, key, parties);
    if (found === null) return null;
    const weights = found.weights ?? parties.map(() => one);
    const weightSum = weights.reduce(add, zeroFraction);
    if (weightSum.n === 0n) return null;
    const cost = multiply(toDivide, share);
    parts.push({
      share,
      reading: found.reading,
      weights: found.weights,
      weightSum,
      amounts: weights.map((weight) => divide(multiply(cost, weight), weightSum)),
    });
  }
  const exact = parties.map((_, at) =>
    parts.map(({ amounts }) => amounts[at] ?? zeroFraction).reduce(add, zeroFraction),
  );
  const isSame = exact.every((amount, at) => equals(amount, expected[at] ?? zeroFraction));
  if (!isSame || subtract(exact.reduce(add, zeroFraction), toDivide).n !== 0n) return null;
  return {
    service,
    budget,
    segment: { ...segment, key: segment.key },
    toDivide,
    externalOre: budget.external.reduce((total, { amountOre }) => total + amountOre, 0n),
    parties,
    parts,
    exact,
  };
}
