import type { Rational } from '../second/rational.ts';
import type { PlainKey } from '../second/second-key.ts';
import { type Random, random } from './random.ts';

type Valid = { readonly from: string | null; readonly until: string | null };

/** A service's year: who takes part when, by which keys, and how it is rounded. */
export type YearCase = {
  readonly year: number;
  readonly cost: bigint;
  readonly unit: bigint;
  readonly mode: 'largestRemainder' | 'hostTakesRest';
  /** A party's number, `outside`, or null. */
  readonly host: string | null;
  readonly numbers: readonly string[];
  readonly participation: readonly (Valid & { readonly number: string })[];
  readonly keys: readonly (Valid & { readonly key: PlainKey })[];
  readonly registers: readonly {
    readonly register: string;
    readonly number: string;
    readonly date: string;
    readonly value: bigint;
  }[];
};

export type YearResult =
  | {
      readonly shares: ReadonlyMap<string, bigint>;
      readonly funders: ReadonlyMap<string, bigint>;
      readonly outside: bigint;
      /** Before rounding. */
      readonly exact: ReadonlyMap<string, Rational>;
    }
  | { readonly refused: readonly string[] };

export type YearDivider = (year: YearCase) => YearResult;

/** A party that exists and takes no part. */
export const outsider = '9999';

type Needs = Set<string>;
type Growing = Random & { readonly year: number; readonly numbers: readonly string[]; readonly needs: Needs };

const kroner = (amount: bigint): string => `${amount / 100n}.${`${amount % 100n}`.padStart(2, '0')}`;

function reading(growing: Growing): { by: string; date: string; average?: string } {
  const { pick, chance, needs, year, whole } = growing;
  const by = pick(['population', 'chimneys']);
  const date = pick(['budgetYear-01-01', 'previousYear-01-01', 'previousYear-07-01', `${year - 2}-01-01`]);
  const day = date.startsWith('budget')
    ? `${year}-01-01`
    : date.startsWith('previous')
      ? `${year - 1}${date.slice(12)}`
      : date;
  const years = chance(0.15) ? whole(2, 3) : 1;
  for (let back = 0; back < years; back += 1)
    needs.add(`${by} ${Number(day.slice(0, 4)) - back}${day.slice(4)}`);
  return years === 1 ? { by, date } : { by, date, average: `${years}` };
}

function sharesOf({ big, chance }: Growing, count: number): string[] {
  const weights = Array.from({ length: count }, () => (chance(0.05) ? 0n : big(1000n) + 1n));
  const sum = weights.reduce((a, b) => a + b, 0n);
  return sum === 0n ? sharesAlike(count) : weights.map((weight) => `${weight}/${sum}`);
}
const sharesAlike = (count: number): string[] => Array.from({ length: count }, () => `1/${count}`);

function leaf(growing: Growing): PlainKey {
  const { next, pick, numbers, needs, year, chance } = growing;
  const kind = next();
  if (kind < 0.3) return 'equal';
  if (kind < 0.78) return reading(growing);
  if (kind < 0.87) {
    const period = pick(['previousYear', 'budgetYear', `${year - 2}`]);
    needs.add(
      `calls ${period === 'previousYear' ? year - 1 : period === 'budgetYear' ? year : period}-01-01`,
    );
    return { usage: 'calls', period };
  }
  if (kind < 0.94) {
    const shares = sharesOf(growing, numbers.length);
    return { agreed: Object.fromEntries(numbers.map((number, at) => [number, shares[at]])) };
  }
  return { direct: chance(0.3) ? outsider : pick(numbers) };
}

function limit(
  { chance, whole, big, numbers }: Growing,
  isCap: boolean,
): { share?: string; amount?: string } {
  if (chance(0.3)) return { amount: kroner(big(10n ** 9n)) };
  const fair = 100 / numbers.length;
  const share = isCap ? whole(Math.ceil(fair * 0.8), 100) : whole(0, Math.floor(fair * 1.1));
  return { share: `${Math.min(share, 100)}%` };
}

/** A key that divides the whole cost. */
function dividing(growing: Growing, depth: number): PlainKey {
  const { next, chance, whole, pick, numbers, year, big } = growing;
  if (depth === 0 || chance(0.3)) return leaf(growing);
  const inner = (): PlainKey => dividing(growing, depth - 1);
  const kind = next();
  if (kind < 0.4) {
    const count = whole(2, 3);
    return { parts: sharesOf(growing, count).map((share) => ({ share, key: inner() })) };
  }
  if (kind < 0.7) {
    const isCap = chance(0.6);
    const party = chance(0.4) ? { party: pick(numbers) } : {};
    return { [isCap ? 'cap' : 'floor']: { ...party, ...limit(growing, isCap), of: inner() } };
  }
  if (kind < 0.8) return { threshold: { amount: kroner(big(10n ** 9n)), below: inner(), above: inner() } };
  if (kind < 0.9) {
    const years = whole(1, 6);
    return {
      phaseIn: { from: inner(), to: inner(), years: `${years}`, firstYear: `${year + whole(-6, 1)}` },
    };
  }
  const pays = next();
  const ceiling = chance(0.3) ? { ceiling: kroner(big(10n ** 9n)) } : {};
  const funder = pick(['staten', 'fylket']);
  if (pays < 0.4) return { external: { funder, share: `${whole(0, 100)}%`, ...ceiling, rest: inner() } };
  if (pays < 0.8) return { external: { funder, amount: kroner(big(10n ** 9n)), ...ceiling, rest: inner() } };
  return {
    external: { funder, price: kroner(big(10_000n)), ...reading(growing), ...ceiling, rest: inner() },
  };
}

function fees(growing: Growing): PlainKey {
  const { chance, big, pick, numbers } = growing;
  const amount = (): string => kroner(big(10n ** 8n));
  const list = chance(0.5)
    ? {
        bands: [{ upTo: '2000', amount: amount() }, { upTo: '7500', amount: amount() }, { amount: amount() }],
        ...reading(growing),
      }
    : { tariff: { base: amount(), price: kroner(big(5_000n)) }, ...reading(growing) };
  if (chance(0.7)) return list;
  return {
    [chance(0.5) ? 'cap' : 'floor']: {
      ...(chance(0.5) ? { party: pick(numbers) } : {}),
      amount: amount(),
      of: list,
    },
  };
}

function dayIn({ whole }: Random, year: number): string {
  return `${year}-${`${whole(1, 12)}`.padStart(2, '0')}-${`${whole(1, 28)}`.padStart(2, '0')}`;
}

/** The case of a seed: nested and capped keys, members and keys that change mid-year. */
export function yearCase(seed: number): YearCase {
  const made = random(seed);
  const { whole, big, chance, pick, next } = made;
  const year = pick([2024, 2025, 2026]);
  const size = next();
  const parties = size < 0.97 ? whole(1, 8) : size < 0.999 ? whole(9, 30) : whole(31, 400);
  const start = whole(301, 5000);
  const numbers = made.shuffled(
    Array.from({ length: parties }, (_, at) => `${start + at * 3}`.padStart(4, '0')),
  );
  const participation = numbers.map((number) => {
    if (chance(0.92)) return { number, from: null, until: null };
    const turn = dayIn(made, year);
    return chance(0.5) ? { number, from: turn, until: null } : { number, from: null, until: turn };
  });
  const needs: Needs = new Set();
  const growing: Growing = { ...made, year, numbers, needs };
  const key = (): PlainKey => (chance(0.06) ? fees(growing) : dividing(growing, whole(0, 3)));
  const turn = chance(0.12) ? dayIn(made, year) : null;
  const keys =
    turn === null
      ? [{ from: null, until: null, key: key() }]
      : [
          { from: null, until: turn, key: key() },
          { from: turn, until: null, key: key() },
        ];
  const most = pick([30n, 30_000n, 30_000n, 10n ** 12n]);
  const registers = [...needs].flatMap((need) => {
    const [register = '', date = ''] = need.split(' ');
    return numbers.map((number) => ({ register, number, date, value: chance(0.04) ? 0n : big(most) }));
  });
  const magnitude = big(pick([1000n, 10n ** 9n, 10n ** 11n, 10n ** 11n, 10n ** 15n]));
  const mode = chance(0.5) ? 'largestRemainder' : 'hostTakesRest';
  return {
    year,
    cost: chance(0.2) ? -magnitude : magnitude,
    unit: pick([1n, 1n, 100n, 50_000n, 100_000n]),
    mode,
    host: mode === 'largestRemainder' ? null : chance(0.15) ? 'outside' : pick(numbers),
    numbers,
    participation,
    keys,
    registers,
  };
}
