import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { tieOrder } from '../cooperation/parties.ts';
import * as exact from '../fraction/fraction.ts';
import type { Algebra } from '../key/algebra.ts';
import { divide, type Division as KeyDivision } from '../key/divide.ts';
import type { DivideContext, ProvisionalReading } from '../key/divide-work.ts';
import type { DivideProblem } from '../key/key-problem.ts';
import type { AvoidableRow, KeyRow, ParticipationRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { ore } from '../money/ore.ts';
import { type Day, daysBetween, daysInYear } from '../period/day.ts';
import { type RegisterReader, registerReader } from '../register/reading.ts';
import { fail, ok, type Result } from '../result/result.ts';
import type { BudgetNodeCode } from './budget-node.ts';
import { type Cost, serviceCost } from './cost.ts';
import type { BudgetProblem } from './problems.ts';
import { type KeyChoice, type YearSegment, yearSegments } from './segments.ts';

/** A service's cost divided exactly, before the one rounding. */
export type Division<N> = {
  readonly cost: Cost<N>;
  readonly segments: readonly YearSegment[];
  /** Everybody who gets a part, in tie order. */
  readonly order: readonly string[];
  /** What the key gives each, over all segments; nobody here when nothing was divided. */
  readonly shared: ReadonlyMap<string, N>;
  /** The same by segment: what a person sees of a year with a change in the middle. */
  readonly bySegment: readonly ReadonlyMap<string, N>[];
  readonly external: ReadonlyMap<string, N>;
  /** Registers that were not published yet, and the earlier date that was read instead. */
  readonly provisional: readonly ProvisionalReading[];
};

/** A service's cost in a version that is computed; one that builds on an adopted version asks what the key made of that. */
export function costOf<N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  algebra: Algebra<N, BudgetNodeCode>,
): Cost<N> {
  return serviceCost(index, version, service, algebra, (base) => {
    const division = divideService(index, base, service, algebra, 'counting');
    return division.ok ? { direct: division.value.cost.direct, external: division.value.external } : null;
  });
}

/** Divides a service's cost by the keys and members of the year, segment by segment, counting calendar days. */
export function divideService<N>(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  algebra: Algebra<N, BudgetNodeCode>,
  choice: KeyChoice,
): Result<Division<N>, BudgetProblem> {
  const cost = costOf(index, version, service, algebra);
  const segments = yearSegments(index, version, service, choice);
  const compare = tieOrder(index, version.year);
  const reader = registerReader(index.registers, version.asOf);
  const problems: BudgetProblem[] = [...cost.problems];
  const bySegment: ReadonlyMap<string, N>[] = [];
  const externals: ReadonlyMap<string, N>[] = [];
  const provisional: ProvisionalReading[] = [];
  const nothingToDivide =
    cost.shared === null ||
    (exact.isZero(algebra.value(cost.shared)) && segments.every(({ key }) => key === null));
  for (const segment of nothingToDivide ? [] : segments) {
    const result = divideSegment({ index, version, service, segment, cost, reader, compare }, algebra);
    if (!result.ok) problems.push(...result.problems);
    else {
      bySegment.push(result.value.parts);
      externals.push(result.value.external);
      provisional.push(...result.value.provisional);
    }
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return fail(first, ...rest);
  const shared = added(bySegment, algebra, 'share.segments');
  const order = [...new Set([...shared.keys(), ...cost.direct.keys()])].sort(compare);
  return ok({
    cost,
    segments,
    order,
    shared,
    bySegment,
    external: added(externals, algebra, 'external.segments'),
    provisional,
  });
}

/** The maps' values party by party: itself where there is one, else a sum. */
function added<N>(
  maps: readonly ReadonlyMap<string, N>[],
  algebra: Algebra<N, BudgetNodeCode>,
  code: BudgetNodeCode,
): ReadonlyMap<string, N> {
  const [first] = maps;
  if (maps.length === 1 && first !== undefined) return first;
  const terms = new Map<string, N[]>();
  for (const map of maps)
    for (const [party, node] of map) terms.set(party, [...(terms.get(party) ?? []), node]);
  return new Map(
    [...terms].map(([party, nodes]) => [
      party,
      nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : algebra.sum(nodes, code, party),
    ]),
  );
}

type SegmentContext<N> = {
  readonly index: IndexedModel;
  readonly version: VersionRow;
  readonly service: ServiceRow;
  readonly segment: YearSegment;
  readonly cost: Cost<N>;
  readonly reader: RegisterReader;
  readonly compare: (a: string, b: string) => number;
};

function divideSegment<N>(
  context: SegmentContext<N>,
  algebra: Algebra<N, BudgetNodeCode>,
): Result<KeyDivision<N>, BudgetProblem> {
  const { version, service, segment, cost } = context;
  if (cost.shared === null) return ok({ parts: new Map(), external: new Map(), provisional: [] });
  const saved = savedBy(context, algebra);
  if (!saved.ok) return saved;
  const year =
    saved.value === null
      ? cost.shared
      : algebra.difference(cost.shared, saved.value, 'cost.afterSaving', service.id);
  const days = daysBetween(segment.from, segment.until);
  const whole = days === daysInYear(version.year);
  const share = exact.fraction(BigInt(days), BigInt(daysInYear(version.year)));
  const amount = whole
    ? year
    : algebra.product(
        [year, algebra.fact(share, 'segment.days', null, `${segment.from}/${segment.until}`)],
        'segment.cost',
        service.id,
      );
  const key = segment.key;
  if (key === null) return byOwnAmounts(context, amount, algebra);
  if (segment.members.length === 0 && key.key.form !== 'direct')
    return fail({
      code: 'budget.noMembers',
      service: service.id,
      from: segment.from,
      until: segment.until,
      at: key.origin ?? null,
    });
  return wrapped(
    divide(amount, key.key, divideContext(context, key, segment.members), algebra),
    service,
    version,
  );
}

/** What a key needs to know of the year, with members in tie order. */
const divideContext = <N>(
  { version, compare, reader, index }: SegmentContext<N>,
  keyRow: KeyRow,
  members: readonly ParticipationRow[],
): DivideContext => ({
  year: version.year,
  members: members.map((row) => ({ party: row.party, row })).sort((a, b) => compare(a.party, b.party)),
  keyRow,
  register: reader,
  isParty: (party) => index.partyRows.has(party),
});

/** What went wrong with a key, with the service and version it went wrong in. */
function wrapped<T>(
  result: Result<T, DivideProblem>,
  service: ServiceRow,
  version: VersionRow,
): Result<T, BudgetProblem> {
  if (result.ok) return result;
  const wrap = (problem: DivideProblem): BudgetProblem => ({
    code: 'budget.service',
    service: service.id,
    version: version.id,
    problem,
  });
  const [first, ...rest] = result.problems;
  return fail(wrap(first), ...rest.map(wrap));
}

/**
 * A service whose amounts are agreed one by one has no key; what is added to it follows the amounts it has. An assumption, and shown as one.
 */
function byOwnAmounts<N>(
  { service, segment, cost, index }: SegmentContext<N>,
  amount: N,
  algebra: Algebra<N, BudgetNodeCode>,
): Result<KeyDivision<N>, BudgetProblem> {
  const own = [...cost.direct.values()];
  const total = own.length === 0 ? null : algebra.sum(own, 'key.impliedTotal', service.id);
  if (total === null || exact.isZero(algebra.value(total)))
    return fail({
      code: 'budget.noKey',
      service: service.id,
      from: segment.from,
      until: segment.until,
      amountOre: ore(exact.roundToOre(algebra.value(amount))),
      at: index.service.get(service.id)?.origin ?? null,
    });
  const parts = [...cost.direct].map(
    ([party, node]) =>
      [
        party,
        algebra.quotient(
          algebra.product([amount, node], 'key.impliedProduct', party),
          total,
          'key.impliedPart',
          party,
        ),
      ] as const,
  );
  return ok({ parts: new Map(parts), external: new Map(), provisional: [] });
}

/**
 * What those who have left save a year in this segment, by the avoidable cost somebody has stated: an amount, or a share of what the
 * leaver paid by the key of its last day. Without a statement a leaver saves nothing. (P14)
 */
function savedBy<N>(
  context: SegmentContext<N>,
  algebra: Algebra<N, BudgetNodeCode>,
): Result<N | null, BudgetProblem> {
  const { index, version, service, segment, cost } = context;
  const savings: N[] = [];
  for (const row of index.avoidableOf.get(service.id) ?? []) {
    const leavers = leaversBefore(index, version, service, segment.from).filter(
      ({ party }) => row.party === null || row.party === party,
    );
    if (leavers.length === 0 || row.from > segment.from || cost.shared === null) continue;
    if (row.amountOre !== null)
      savings.push(avoidable(row, exact.ofOre(row.amountOre), 'amountOre', 'avoidable.amount', algebra));
    if (row.share === null || segment.key === null) continue;
    const share = avoidable(row, row.share, 'share', 'avoidable.share', algebra);
    for (const leaver of leavers) {
      const before = divide(
        cost.shared,
        segment.key.key,
        divideContext(context, segment.key, [...segment.members, leaver]),
        algebra,
      );
      const part = before.ok ? before.value.parts.get(leaver.party) : undefined;
      if (part !== undefined) savings.push(algebra.product([share, part], 'avoidable.saved', leaver.party));
    }
  }
  return ok(savings.length === 0 ? null : algebra.sum(savings, 'avoidable.total', service.id));
}

const avoidable = <N>(
  row: AvoidableRow,
  value: exact.Fraction,
  field: string,
  code: BudgetNodeCode,
  algebra: Algebra<N, BudgetNodeCode>,
): N => algebra.given(value, code, row.party, { table: 'avoidable', row, field });

/** Who took part earlier in the version's year and does not on a day. */
function leaversBefore(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  date: Day,
): readonly ParticipationRow[] {
  const rows = index.participationOf.get(service.id) ?? [];
  const stays = new Set(
    rows
      .filter(({ from, until }) => (from === null || from <= date) && (until === null || until > date))
      .map(({ party }) => party),
  );
  return rows.filter(
    ({ party, until }) =>
      until !== null && until <= date && until.slice(0, 4) >= `${version.year}` && !stays.has(party),
  );
}
