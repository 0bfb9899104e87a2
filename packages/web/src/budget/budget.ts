import type { Language } from '@samstyr/contract/texts/language';
import { causes } from '@samstyr/core/budget/cause-table';
import { type Funding, fundingOf } from '@samstyr/core/budget/funding';
import { type BudgetPair, budgetPair, overviewOf } from '@samstyr/core/budget/overview';
import type { BudgetProblem } from '@samstyr/core/budget/problems';
import type { Cause, Overview, OverviewRow, PartyView } from '@samstyr/core/budget/view';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { type ExplainProblem, explain } from '@samstyr/core/explain/explain';
import type { Explanation } from '@samstyr/core/explain/node';
import { divide, type Fraction, fraction, ofOre } from '@samstyr/core/fraction/fraction';
import type { AlternativeRow } from '@samstyr/core/model/alternative-row';
import type { Model, ServiceKind } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { presented } from '@samstyr/core/present/presented';
import { readRegister } from '@samstyr/core/register/reading';
import { ok, type Result } from '@samstyr/core/result/result';
import type { SeenYear, Tables } from '../server/context.ts';

/** A year's budget as pages read it: computed in the reader's own browser by the same rules as on the server. */
export type Budget = {
  /** What of the cooperation this reader reads. */
  readonly scope: Tables['scope'];
  readonly index: IndexedModel;
  readonly year: number;
  readonly overview: Overview;
  /** The version saved beside the budget this is; null: it is the budget itself. */
  readonly alternative: AlternativeRow | null;
  /** The overview's rows by their place: a page asks for thousands of them. */
  readonly rows: ReadonlyMap<string, OverviewRow>;
  readonly pair: BudgetPair;
  /** What others than the parties pay, also of services the browser has not every row of. */
  readonly funding: readonly Funding[];
  readonly causes: readonly Cause[];
  /** A figure in whole 1 000 kr, the whole matrix rounded once. (S-PRES-02) */
  readonly thousands: (figureId: string) => bigint | null;
  readonly hides: (figureId: string) => boolean;
  /** Whether this reader has every row a service's figures follow from. */
  readonly isComputed: (service: string) => boolean;
  /** Null: the server has not been asked yet, or says no. */
  readonly explained: (figureId: string) => Explained;
  /** A figure of a text, in øre. */
  readonly inText: (figureId: string) => bigint | null;
};

export type Explained = Result<Explanation, BudgetProblem | ExplainProblem> | null;

const thousandKroner = ore(100_000n);

/** Computes a year of a cooperation, or says why it cannot be computed. */
export function budgetOf(
  { scope, model, hidden, seen }: Pick<Tables, 'scope' | 'model' | 'hidden' | 'seen'>,
  year: number,
): Result<Budget, BudgetProblem> {
  const index = indexModel(model);
  const secret = new Set(hidden);
  const hides = (id: string): boolean => secret.has(id);
  if (seen !== null) return ok({ scope, ...asSeen(index, year, seen, hides) });
  const pair = budgetPair(index, { year, version: null, rounding: 'agreement' });
  if (!pair.ok) return pair;
  const found = causes(index, pair.value);
  if (!found.ok) return found;
  const overview = overviewOf(index, pair.value);
  const explained = (id: string): Explained => explain(index, id, 'agreement');
  return ok({
    scope,
    index,
    year,
    overview,
    alternative: null,
    rows: byPlace(overview),
    pair: pair.value,
    funding: fundingOf(pair.value.current),
    causes: found.value,
    thousands: presented(overview, thousandKroner),
    hides,
    isComputed: () => true,
    explained,
    inText: (id) => {
      const done = explained(id);
      const value = done?.ok ? done.value.nodes[done.value.root]?.value : undefined;
      return value === undefined ? null : value.n / value.d;
    },
  });
}

/** The year as the server computed it; the browser computes only services it has every row of. */
function asSeen(
  index: IndexedModel,
  year: number,
  seen: SeenYear,
  hides: Budget['hides'],
): Omit<Budget, 'scope'> {
  const { overview, explanation } = seen;
  const away = new Set(seen.services);
  const thousands = new Map(seen.thousands);
  const figures = new Map(seen.figures);
  const pair = budgetPair(indexModel(onlyServices(index.model, (id) => !away.has(id))), {
    year,
    version: null,
    rounding: 'agreement',
  });
  return {
    index,
    year,
    overview,
    alternative: null,
    rows: byPlace(overview),
    pair: pair.ok
      ? pair.value
      : {
          version: overview.version,
          previousVersion: overview.previousVersion,
          current: new Map(),
          previous: new Map(),
        },
    funding: seen.funding,
    causes: seen.causes,
    thousands: (id) => thousands.get(id) ?? null,
    hides,
    isComputed: (service) => !away.has(service),
    explained: () => (explanation === null ? null : ok(explanation)),
    inText: (id) =>
      figures.get(id) ??
      (hides(id)
        ? null
        : (overview.rows.find(({ current }) => current.figureId === id)?.current.ore ?? null)),
  };
}

/** The rows of some services alone. */
export const onlyServices = (model: Model, isWanted: (service: string) => boolean): Model => ({
  ...model,
  service: model.service.filter(({ id }) => isWanted(id)),
  change: model.change.filter(
    (row) => isWanted(row.service) || (row.counterpart !== null && isWanted(row.counterpart)),
  ),
  text: [],
  published: [],
});

export type RowPlace = {
  readonly unit: string | null;
  readonly service?: string | null;
  readonly party: string | null;
  readonly kind?: ServiceKind;
};

/** The row of the overview at a place; undefined when there is none: nobody there takes part in either year. */
export function rowAt(
  { rows }: Pick<Budget, 'rows'>,
  { unit, service = null, party, kind = 'operating' }: RowPlace,
): OverviewRow | undefined {
  return rows.get(placeOf({ unit, service, party, kind }));
}

const placeOf = ({ unit, service, party, kind }: Required<RowPlace>): string =>
  `${unit}|${service}|${party}|${kind}`;
const byPlace = ({ rows, totals }: Overview): ReadonlyMap<string, OverviewRow> =>
  new Map([...rows, ...totals].map((row) => [placeOf(row), row]));

/** Parties with a column of their own. */
export const columnsOf = ({ overview }: Pick<Budget, 'overview'>): readonly PartyView[] =>
  overview.parties.filter(({ column }) => column);

type Named = { readonly name: string; readonly nameNn: string | null; readonly nameEn: string | null };

/** A name in the reader's language; bokmål where the owner gave no other. */
export const nameIn = ({ name, nameNn, nameEn }: Named, language: Language): string =>
  (language === 'nn' ? nameNn : language === 'en' ? nameEn : null) ?? name;

/** A service's name with its unit's, or the unit's alone when it has one service. */
export function serviceName({ index }: Budget, id: string, language: Language): string {
  const service = index.service.get(id);
  if (service === undefined) return id;
  const unit = index.unit.get(service.unit);
  const own = nameIn(service, language);
  return unit === undefined || service.id === service.unit
    ? unit === undefined
      ? own
      : nameIn(unit, language)
    : `${nameIn(unit, language)}, ${own}`;
}

/** Inhabitants on 1 January the year before the budget year, the same for both years, so that a change is money and not people. */
export function inhabitants({ index, year, overview }: Budget, party: string): Fraction | null {
  const found = readRegister(
    index.registers,
    overview.version.asOf,
    { register: 'population', date: firstDayOf(year - 1), group: null, average: 1 },
    [party],
  );
  return found.ok ? (found.value.rows[0]?.[0]?.value ?? null) : null;
}

/** An amount per inhabitant, exact, in øre; null where the register lacks somebody. */
export function perInhabitant(
  budget: Budget,
  amountOre: bigint,
  parties: readonly string[],
): Fraction | null {
  let people = 0n;
  for (const party of parties) {
    const count = inhabitants(budget, party);
    if (count === null) return null;
    people += count.n / count.d;
  }
  return people === 0n ? null : divide(ofOre(ore(amountOre)), fraction(people));
}

/** Municipalities that pay a unit this year: those an amount per inhabitant is shared on. */
export const payersOf = ({ overview }: Budget, unit: string | null): readonly string[] =>
  (unit === null ? overview.totals : overview.rows).flatMap((row) =>
    row.unit === unit &&
    row.service === null &&
    row.kind === 'operating' &&
    row.party !== null &&
    row.current.attendance === 'member'
      ? [row.party]
      : [],
  );
