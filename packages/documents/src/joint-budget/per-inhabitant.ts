import { dayText } from '@samstyr/contract/texts/day-text';
import type { PartyView } from '@samstyr/core/budget/view';
import { add, type Fraction, fraction, zeroFraction } from '@samstyr/core/fraction/fraction';
import { type Day, firstDayOf } from '@samstyr/core/period/day';
import { readRegister } from '@samstyr/core/register/reading';
import type { Context } from './context.ts';

/** The register whose one value a municipality is, in «per innbygger». */
const populationRegister = 'population';

/** One population for both years, on 1 January the year before the budget year: the change is then money, not people. */
export const populationDay = (year: number): Day => firstDayOf(year - 1);

/** A register's value for a party, as known when the version was made; null when it is missing. */
export function registerValue(
  { index, source }: Context,
  register: string,
  date: Day,
  group: string | null,
  party: string,
): Fraction | null {
  const found = readRegister(
    index.registers,
    source.overview.version.asOf,
    { register, date, group, average: 1 },
    [party],
  );
  return found.ok && found.value.used === date ? (found.value.rows[0]?.[0]?.value ?? null) : null;
}

/** A unit's cost per inhabitant, of one party or of all municipalities in it; null where a population or an amount is missing. */
export function perInhabitant(
  context: Context,
  unit: string | null,
  party: PartyView | null,
): { readonly figure: string; readonly parties: number } | null {
  const { source, store, t, year } = context;
  const row = context.row({ unit, service: null, party: party?.party ?? null, kind: 'operating' });
  const amount = row === undefined ? null : context.figures(row);
  const value = amount === null ? null : (store.get(amount.current)?.value ?? null);
  if (row === undefined || amount === null || value === null) return null;
  const payers = source.overview.rows.filter(
    (one) =>
      one.unit === unit &&
      one.service === null &&
      one.kind === 'operating' &&
      one.party !== null &&
      one.current.attendance === 'member' &&
      (party === null || one.party === party.party),
  );
  const parties = party === null ? payers.map((one) => one.party ?? '') : [party.party];
  const day = populationDay(year);
  let people = zeroFraction;
  for (const one of parties) {
    const count = registerValue(context, populationRegister, day, null, one);
    if (count === null) return null;
    people = add(people, count);
  }
  if (people.n === 0n) return null;
  const population = store.count(
    `register/${populationRegister}/${day}/${party?.number ?? `${unit ?? 'all'}-sum`}`,
    `${t.explain.register}, ${dayText(day, context.language)}`,
    people,
  );
  const figure = store.add({
    id: `${row.figureId}@perInhabitant`,
    label: `${store.get(amount.current)?.label ?? ''}, ${t.head.perInhabitant.toLocaleLowerCase()}`,
    value: fraction(value.n * people.d, value.d * people.n),
    relation: { op: 'quotient', part: amount.current, whole: population },
  });
  return { figure, parties: parties.length };
}

/** Whole numbers are counted; a register of proportions is written with the decimals a calculation needs. */
export const countDecimals = (values: readonly Fraction[]): number =>
  values.every(({ n, d }) => n % d === 0n) ? 0 : 6;
