import { divideService } from '@samstyr/core/budget/division';
import type { ServiceBudget } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { Fraction } from '@samstyr/core/fraction/fraction';
import * as exact from '@samstyr/core/fraction/fraction';
import { plain } from '@samstyr/core/key/algebra';
import { readingInYear } from '@samstyr/core/key/date-rule';
import type { Key } from '@samstyr/core/key/grammar';
import type { RegisterValueRow, ServiceRow, VersionRow } from '@samstyr/core/model/rows';
import { type DatedReading, registerReader } from '@samstyr/core/register/reading';

/** A part of the cost and how it is divided. */
export type Term = { readonly share: Fraction } & (
  | { readonly by: 'equal' }
  | { readonly by: 'agreed'; readonly shares: ReadonlyMap<string, Fraction> }
  | {
      readonly by: 'register';
      readonly reading: DatedReading;
      /** A party's register values: more than one when years are averaged. */
      readonly rows: ReadonlyMap<string, readonly RegisterValueRow[]>;
    }
);

/** A key that a spreadsheet can do again: cost, who pays first, parts of what is left, own amounts beside. */
export type KeyPlan = {
  readonly cost: Fraction;
  readonly external: { readonly funder: string; readonly pays: Fraction } | null;
  readonly terms: readonly Term[];
  /** Those who share, in tie order. */
  readonly members: readonly string[];
  readonly own: ReadonlyMap<string, Fraction>;
};

type Flat = { readonly share: Fraction; readonly key: Key };

/** Parts within parts as one list; null for a form that is no fixed part of the cost. */
function flat(key: Key, share: Fraction): readonly Flat[] | null {
  if (key.form === 'equal' || key.form === 'by' || key.form === 'agreed') return [{ share, key }];
  if (key.form !== 'parts') return null;
  const parts = key.parts.map((part) => flat(part.key, exact.multiply(share, part.share)));
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

/**
 * How a service's division is shown as formulas; null where it cannot be: the form is another one (tariffs, limits, thresholds,
 * phasing in, use), the key or the members change in the year, or the formulas would not give the model's exact parts.
 */
export function keyPlan(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  budget: ServiceBudget,
): KeyPlan | null {
  const [segment, ...more] = budget.segments;
  if (budget.state !== 'computed' || segment === undefined || more.length > 0 || segment.key === null)
    return null;
  const division = divideService(index, version, service, plain, 'counting');
  if (!division.ok || division.value.cost.shared === null) return null;
  const { cost, shared } = division.value;
  const { key } = segment.key;
  const rest = key.form === 'external' ? key.rest : key;
  const external = key.form === 'external' ? externalPayment(division.value.external, key.funder) : null;
  const members = budget.parts.flatMap(({ party }) => (shared.has(party) ? [party] : []));
  const terms = flat(rest, exact.one)?.map((part) => termOf(index, version, part, members)) ?? [];
  if (terms.length === 0 || terms.some((term) => term === null)) return null;
  const plan: KeyPlan = {
    cost: cost.shared as Fraction,
    external,
    terms: terms.flatMap((term) => (term === null ? [] : [term])),
    members,
    own: cost.direct,
  };
  const parts = exactParts(plan);
  return members.every((party) =>
    exact.equals(parts.get(party) ?? exact.zeroFraction, shared.get(party) ?? exact.zeroFraction),
  )
    ? plan
    : null;
}

const externalPayment = (external: ReadonlyMap<string, Fraction>, funder: string): KeyPlan['external'] => {
  const pays = external.get(funder);
  return pays === undefined ? null : { funder, pays };
};

function termOf(
  index: IndexedModel,
  version: VersionRow,
  { share, key }: Flat,
  members: readonly string[],
): Term | null {
  if (key.form === 'equal') return { share, by: 'equal' };
  if (key.form === 'agreed')
    return { share, by: 'agreed', shares: new Map(key.shares.map((row) => [row.party, row.share])) };
  if (key.form !== 'by') return null;
  const reading = readingInYear(key.reading, version.year);
  const read = registerReader(index.registers, version.asOf)(reading, members);
  if (!read.ok) return null;
  return {
    share,
    by: 'register',
    reading: { ...reading, date: read.value.used },
    rows: new Map(members.map((party, at) => [party, read.value.rows[at] ?? []])),
  };
}

/** A member's number in a term: its register value (the average of several), its agreed share; 1 where all are equal. */
export function weightOf(term: Term, party: string): Fraction {
  if (term.by === 'equal') return exact.one;
  if (term.by === 'agreed') return term.shares.get(party) ?? exact.zeroFraction;
  const rows = term.rows.get(party) ?? [];
  return exact.divide(
    exact.sumFractions(rows.map(({ value }) => value)),
    exact.fraction(BigInt(rows.length || 1)),
  );
}

/** What is divided between the members. */
export const toDivide = ({ cost, external }: KeyPlan): Fraction =>
  external === null ? cost : exact.subtract(cost, external.pays);

/** A term's part for each member, exactly. */
export function termParts(plan: KeyPlan, term: Term): ReadonlyMap<string, Fraction> {
  const amount = exact.multiply(toDivide(plan), term.share);
  const sum = exact.sumFractions(plan.members.map((party) => weightOf(term, party)));
  return new Map(
    plan.members.map((party) => [
      party,
      exact.isZero(sum)
        ? exact.zeroFraction
        : exact.divide(exact.multiply(amount, weightOf(term, party)), sum),
    ]),
  );
}

/** What the formulas give each member before the rounding. */
export function exactParts(plan: KeyPlan): ReadonlyMap<string, Fraction> {
  const parts = plan.terms.map((term) => termParts(plan, term));
  return new Map(
    plan.members.map((party) => [
      party,
      exact.sumFractions(parts.map((part) => part.get(party) ?? exact.zeroFraction)),
    ]),
  );
}
