import type { IndexedModel, ServiceRows } from '../cooperation/indexed-model.ts';
import { isFrozen } from '../cooperation/versions.ts';
import * as exact from '../fraction/fraction.ts';
import type { Algebra } from '../key/algebra.ts';
import type {
  ChangeRow,
  GrowthRow,
  LineRow,
  Origin,
  ServiceRow,
  TableName,
  VersionRow,
} from '../model/rows.ts';
import type { BudgetNodeCode } from './budget-node.ts';
import { changeEffect, growthEffect } from './effects.ts';
import type { BudgetProblem } from './problems.ts';
import { volumeAmounts } from './volume.ts';

/** What a service costs in a version before anybody's part is known. */
export type Cost<N> = {
  /** What is divided between the members; null when there is nothing to divide. */
  readonly shared: N | null;
  /** What is one party's own: lines, agreed amounts, contributions, volumes and changes that name the party. */
  readonly direct: ReadonlyMap<string, N>;
  /** Shared cost, direct amounts and nothing else. */
  readonly gross: N | null;
  readonly problems: readonly BudgetProblem[];
};

const ownCode: { readonly [D in LineRow['distribution']]: BudgetNodeCode } = {
  direct: 'cost.direct',
  agreed: 'cost.agreed',
  contribution: 'cost.contribution',
  shared: 'cost.line',
  memo: 'cost.line',
};
const own: ReadonlySet<LineRow['distribution']> = new Set(['direct', 'agreed', 'contribution']);

/** What a version's own key makes of a service: what is each party's own and what funders outside pay. Null when it makes nothing of it. */
export type Computed<N> = (
  version: VersionRow,
) => { readonly direct: ReadonlyMap<string, N>; readonly external: ReadonlyMap<string, N> } | null;

/** The cost of a service in a version that is computed. (P02–P05, P10–P12, P20; R03, R09, R11) */
export function serviceCost<N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  algebra: Algebra<N, BudgetNodeCode>,
  computed: Computed<N>,
): Cost<N> {
  const rows = index.rowsOf(version.id, service.id);
  const direct = new Map<string, N[]>();
  const problems: BudgetProblem[] = [];
  const addDirect = (party: string, amount: N): void => {
    const amounts = direct.get(party);
    if (amounts === undefined) direct.set(party, [amount]);
    else amounts.push(amount);
  };
  const ownLines = rows.lines.filter(({ distribution, party }) => own.has(distribution) && party !== null);
  for (const line of ownLines)
    if (line.party !== null)
      addDirect(line.party, given(algebra, line, 'line', ownCode[line.distribution], line.party));
  const volumes = volumeAmounts(index, version, service, rows, algebra);
  problems.push(...volumes.problems);
  for (const [party, amount] of volumes.amounts) addDirect(party, amount);

  const sharedLines = rows.lines.filter(({ distribution }) => distribution === 'shared');
  const isGiven = rows.total !== null || sharedLines.length > 0 || direct.size > 0;
  const base = isGiven ? null : baseCost(index, version, service, algebra, computed, problems);
  const effects = allEffects(rows, version.year, { onlyWhatIsNotIncluded: isGiven }, algebra);
  const insideTheTotal = [...direct.values()].flat();
  for (const { party, effect } of effects) if (party !== null) addDirect(party, effect);
  for (const [party, amount] of base?.direct ?? []) addDirect(party, amount);

  const shared: N[] = [];
  if (rows.total !== null) {
    const total = given(algebra, rows.total, 'total', 'cost.total', service.id);
    shared.push(
      insideTheTotal.length === 0
        ? total
        : algebra.difference(
            total,
            algebra.sum(insideTheTotal, 'cost.direct', service.id),
            'cost.afterDirect',
            service.id,
          ),
    );
  }
  for (const line of sharedLines) shared.push(given(algebra, line, 'line', 'cost.line', line.label));
  if (base?.shared) shared.push(base.shared);
  for (const { party, effect } of effects) if (party === null) shared.push(effect);

  const divided = oneOf(shared, (terms) => algebra.sum(terms, 'cost.shared', service.id));
  const perParty = new Map(
    [...direct].map(([party, amounts]) => [
      party,
      oneOf(amounts, (terms) => algebra.sum(terms, 'cost.own', party)) as N,
    ]),
  );
  const everything = [...(divided === null ? [] : [divided]), ...perParty.values()];
  return {
    shared: divided,
    direct: perParty,
    gross: oneOf(everything, (terms) => algebra.sum(terms, 'cost.gross', service.id)),
    problems,
  };
}

/** Nothing for no terms, the term itself for one, else what is made of them. */
function oneOf<N>(terms: readonly N[], combine: (terms: readonly N[]) => N): N | null {
  const [first, ...rest] = terms;
  return first === undefined ? null : rest.length === 0 ? first : combine(terms);
}

type AmountRow = { readonly id: string; readonly origin?: Origin; readonly amountOre: bigint | null };

const given = <N>(
  algebra: Algebra<N, BudgetNodeCode>,
  row: AmountRow,
  table: TableName,
  code: BudgetNodeCode,
  subject: string | null,
): N => algebra.given({ n: row.amountOre ?? 0n, d: 1n }, code, subject, { table, row, field: 'amountOre' });

type Effect<N> = { readonly party: string | null; readonly effect: N; readonly row: ChangeRow | GrowthRow };

/**
 * What changes and growth add to the service. Amounts given in a version have that version's stated changes in them already, all of it
 * (`includedOre` null) or a part: then only what differs is added.
 */
function allEffects<N>(
  rows: ServiceRows,
  year: number,
  { onlyWhatIsNotIncluded }: { readonly onlyWhatIsNotIncluded: boolean },
  algebra: Algebra<N, BudgetNodeCode>,
): readonly Effect<N>[] {
  const effects: Effect<N>[] = [];
  const take = (
    row: ChangeRow | GrowthRow,
    table: 'change' | 'growth',
    party: string | null,
    effect: N | null,
    sign: 1 | -1,
  ): void => {
    if (onlyWhatIsNotIncluded && row.includedOre === null) return;
    const included = onlyWhatIsNotIncluded ? row.includedOre : null;
    if (effect === null && (included === null || included === 0n)) return;
    const whole = effect ?? algebra.fact(exact.zeroFraction, 'effect.none', row.id, '0');
    const added =
      included === null || included === 0n
        ? whole
        : algebra.difference(
            whole,
            algebra.given({ n: included, d: 1n }, 'effect.included', row.id, {
              table,
              row,
              field: 'includedOre',
            }),
            'effect.notIncluded',
            row.id,
          );
    const signed =
      sign === 1
        ? added
        : algebra.difference(
            algebra.fact(exact.zeroFraction, 'effect.none', row.id, '0'),
            added,
            'effect.counterpart',
            row.id,
          );
    effects.push({ party, effect: signed, row });
  };
  for (const change of rows.changes)
    take(change, 'change', change.party, changeEffect(change, year, algebra), 1);
  for (const change of rows.counterparts)
    take(change, 'change', change.party, changeEffect(change, year, algebra), -1);
  for (const growth of rows.growth) take(growth, 'growth', null, growthEffect(growth, year, algebra), 1);
  return effects;
}

/**
 * A version without amounts of its own starts from the version it builds on. Of an adopted one the parts are facts; what was one party's
 * own stays its own, and what a funder paid is a part of the cost it pays again.
 */
function baseCost<N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  algebra: Algebra<N, BudgetNodeCode>,
  computed: Computed<N>,
  problems: BudgetProblem[],
): { readonly shared: N | null; readonly direct: ReadonlyMap<string, N> } | null {
  const base = version.base === null ? null : (index.version.get(version.base) ?? null);
  if (base === null) return null;
  if (!isFrozen(base)) {
    const cost = serviceCost(index, base, service, algebra, computed);
    problems.push(...cost.problems);
    return cost;
  }
  const adopted = index.rowsOf(base.id, service.id).adopted.filter(({ amountOre }) => amountOre !== null);
  const parts = adopted.map(
    (row) => [row.party, given(algebra, row, 'adopted', 'cost.adopted', row.party)] as const,
  );
  if (parts.length === 0) return null;
  const hasKey = (index.keysOf.get(service.id) ?? []).length > 0;
  if (!hasKey) return { shared: null, direct: new Map(parts) };
  const byKey = computed(base);
  const paid = [...(byKey?.external ?? [])].map(([funder, amount]) =>
    algebra.toOre(amount, 'key.funderPays', funder),
  );
  const whole = algebra.sum([...parts.map(([, part]) => part), ...paid], 'cost.adoptedTotal', base.id);
  const direct: ReadonlyMap<string, N> = byKey?.direct ?? new Map();
  return {
    shared:
      direct.size === 0
        ? whole
        : algebra.difference(
            whole,
            algebra.sum([...direct.values()], 'cost.directSum', service.id),
            'cost.afterDirect',
            service.id,
          ),
    direct,
  };
}

/** The causes a version states for a service's change: every accepted change and priced growth, whole, with who it concerns. */
export const statedEffects = <N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  algebra: Algebra<N, BudgetNodeCode>,
): readonly Effect<N>[] =>
  allEffects(index.rowsOf(version.id, service.id), version.year, { onlyWhatIsNotIncluded: false }, algebra);
