import { orderForTies } from '@samstyr/core/allocation/order-for-ties';
import { roundDivision } from '@samstyr/core/allocation/round-division';
import { add, type Fraction, fraction, isZero, multiply } from '@samstyr/core/fraction/fraction';
import { plain } from '@samstyr/core/key/algebra';
import { divide } from '@samstyr/core/key/divide';
import type { Key } from '@samstyr/core/key/grammar';
import { parseKey } from '@samstyr/core/key/parse-key';
import { ore } from '@samstyr/core/money/ore';
import {
  covers,
  type Day,
  day,
  daysBetween,
  daysInYear,
  type Validity,
  withinYear,
} from '@samstyr/core/period/day';
import { type RegisterReader, registerReader } from '@samstyr/core/register/reading';
import { registerIndex } from '@samstyr/core/register/register-index';
import { outsider, type YearCase, type YearDivider } from './year-case.ts';

type Prepared = {
  readonly registers: YearCase['registers'];
  readonly register: RegisterReader;
  readonly keys: readonly Key[];
};
const prepared = new WeakMap<object, Prepared>();

/** Keys parsed and registers arranged once, as for a loaded model. */
function prepare({ numbers, keys, registers }: YearCase): Prepared {
  const before = prepared.get(keys);
  if (before?.registers === registers) return before;
  const index = registerIndex(
    registers.map(({ register, number, date, value }) => ({
      id: `${register}-${date}-${number}`,
      note: null,
      register,
      party: number,
      date: day(date),
      group: null,
      value: fraction(value),
      basis: 'published',
      source: null,
      published: null,
    })),
  );
  const known = new Set([...numbers, outsider]);
  const made: Prepared = {
    registers,
    register: registerReader(index, day('2030-01-01')),
    keys: keys.map(({ key }) => {
      const parsed = parseKey(key, {
        resolveParty: (text) => (known.has(text) ? text : null),
        hasRegister: () => true,
      });
      if (parsed.ok) return parsed.value;
      throw new Error(`a generated key is refused: ${parsed.problems.map(({ code }) => code).join(' ')}`);
    }),
  };
  prepared.set(keys, made);
  return made;
}

/** Generated days exist, so they are not parsed again. */
const validity = (row: { from: string | null; until: string | null }): Validity => row as Validity;

export type Segment = {
  readonly parts: ReadonlyMap<string, Fraction>;
  readonly external: ReadonlyMap<string, Fraction>;
};

/** The exact parts of each part of the year, its days counted in; or why not. */
export function exactSegments(year: YearCase): {
  readonly segments: readonly Segment[];
  readonly refused: readonly string[];
} {
  const { register, keys } = prepare(year);
  const isParty = (party: string): boolean => party === outsider || year.numbers.includes(party);
  const known = orderForTies(
    year.participation.map((row) => ({ ...row, party: row.number, kommunenummer: row.number })),
  );
  const whole = withinYear({ from: null, until: null }, year.year)!;
  const turns = [...year.participation, ...year.keys]
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => at !== null && at > whole.from && at < whole.until) as Day[];
  const starts = [...new Set([whole.from, ...turns])].sort();
  const segments: Segment[] = [];
  const refused: string[] = [];
  for (const [at, start] of starts.entries()) {
    const days = daysBetween(start, starts[at + 1] ?? whole.until);
    const members = known
      .filter((row) => covers(validity(row), start))
      .map(({ party }) => ({
        party,
        row: {
          id: party,
          note: null,
          service: 's',
          party,
          from: null,
          until: null,
          amount: 'known' as const,
        },
      }));
    const key = keys[year.keys.findIndex((row) => covers(validity(row), start))]!;
    const divided = divide(
      fraction(year.cost),
      key,
      { year: year.year, members, keyRow: { id: 'k' }, register, isParty },
      plain,
    );
    if (!divided.ok) {
      refused.push(...divided.problems.map(({ code }) => code));
      continue;
    }
    const share = fraction(BigInt(days), BigInt(daysInYear(year.year)));
    const times = (amounts: ReadonlyMap<string, Fraction>) =>
      new Map(
        [...amounts].map(([name, amount]) => [name, isZero(amount) ? amount : multiply(amount, share)]),
      );
    segments.push({ parts: times(divided.value.parts), external: times(divided.value.external) });
  }
  return { segments, refused };
}

function summed(
  maps: readonly ReadonlyMap<string, Fraction>[],
  into: Map<string, Fraction>,
): Map<string, Fraction> {
  for (const amounts of maps) {
    for (const [name, amount] of amounts) {
      const before = into.get(name);
      into.set(name, before === undefined ? amount : add(before, amount));
    }
  }
  return into;
}

/** Samstyr's own year: the exact sum over the parts of the year, then one rounding. */
export const samstyrYear: YearDivider = (year) => {
  const { segments, refused } = exactSegments(year);
  if (refused.length > 0) return { refused };
  const order = orderForTies([...year.numbers, outsider].map((party) => ({ party, kommunenummer: party })));
  const zero: Fraction = { n: 0n, d: 1n };
  const exact = summed(
    segments.map(({ parts }) => parts),
    new Map(order.map(({ party }) => [party, zero])),
  );
  const external = summed(
    segments.map((segment) => segment.external),
    new Map(),
  );
  const names = [...exact.keys()];
  const funders = [...external.keys()].sort();
  const rounded = roundDivision({
    parts: [...exact.values()],
    external: funders.map((funder) => external.get(funder)!),
    unitOre: ore(year.unit),
    mode: year.mode,
    host: year.host === null || year.host === 'outside' ? year.host : names.indexOf(year.host),
  });
  return {
    shares: new Map(names.map((name, at) => [name, rounded.parts[at]!])),
    funders: new Map(funders.map((name, at) => [name, rounded.external[at]!])),
    outside: rounded.outsideOre,
    exact: new Map([...exact].map(([name, { n, d }]) => [name, [n, d] as const])),
  };
};
