import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersIn, tieOrder } from '../cooperation/parties.ts';
import * as exact from '../fraction/fraction.ts';
import type { Algebra } from '../key/algebra.ts';
import { divide } from '../key/divide.ts';
import type { ParticipationRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { daysBetween, daysInYear } from '../period/day.ts';
import { registerReader } from '../register/reading.ts';
import type { BudgetNodeCode } from './budget-node.ts';
import { statedEffects } from './cost.ts';
import type { Division } from './division.ts';
import { type YearSegment, yearSegments } from './segments.ts';

/** Why one party's part of a service changed, exact and before rounding. Together with rounding the causes are the change. */
export type PartyCauses<N> = {
  /** By the id of the change or growth row that states it. */
  readonly stated: ReadonlyMap<string, N>;
  readonly unexplained: N;
  readonly register: N;
  readonly key: N;
  readonly membership: N;
};

/** Both years of a service: last year's amounts as they stand, this year's division. */
export type ServicePair<N> = {
  readonly index: IndexedModel;
  readonly version: VersionRow;
  readonly previousVersion: VersionRow;
  readonly service: ServiceRow;
  readonly division: Division<N>;
  /** Last year's amounts, in whole øre. */
  readonly previous: ReadonlyMap<string, N>;
};

type NodeAlgebra<N> = Algebra<N, BudgetNodeCode>;

/**
 * The one fixed order of «why did it change»: cost at the old share, register at the old key, key, membership. Cost is split by the causes
 * somebody has stated; what they do not cover is «uforklart» and never filled by hand. (P08, P17; DESIGN: the residue is rounding)
 */
export function serviceCauses<N>(
  pair: ServicePair<N>,
  algebra: NodeAlgebra<N>,
): ReadonlyMap<string, PartyCauses<N>> {
  const { index, version, service, division, previous } = pair;
  const parties = [...new Set([...previous.keys(), ...division.order])].sort(tieOrder(index, version.year));
  const zero = algebra.fact(exact.zeroFraction, 'effect.none', null, '0');
  const at = (map: ReadonlyMap<string, N> | null, party: string): N => map?.get(party) ?? zero;
  const before = sumOf([...previous.values()], algebra, zero);
  const now = sumOf([...division.shared.values()], algebra, zero);
  const isShared = division.shared.size > 0;
  const steps = isShared ? shareSteps(pair, { before, now }, algebra) : null;
  const oldMembers = membersIn(index, service.id, version.year - 1);
  const wasIn = (party: string): boolean => oldMembers.has(party) || previous.has(party);
  const isIn = (party: string): boolean => division.order.includes(party);
  const effects = statedEffects(index, version, service, algebra);

  const causes = parties.map((party): readonly [string, PartyCauses<N>] => {
    const own = at(division.cost.direct, party);
    const isNewOrGone = !wasIn(party) || !isIn(party);
    const difference = (from: N, amount: N, code: BudgetNodeCode): N =>
      algebra.difference(from, amount, code, party);
    const share = steps === null ? null : at(steps.oldShare, party);
    const stated = new Map<string, N>();
    for (const { party: whose, effect, row } of effects) {
      const part =
        whose === party
          ? effect
          : whose === null
            ? algebra.product(
                [effect, share ?? ownShare(pair, party, before, algebra, zero)],
                'cause.part',
                party,
              )
            : null;
      if (part !== null && !isNewOrGone) stated.set(row.id, part);
    }
    const explained = sumOf([...stated.values()], algebra, zero);
    if (steps === null || share === null) {
      const change = difference(own, at(previous, party), 'cause.cost');
      return isNewOrGone
        ? [party, { stated: new Map(), unexplained: zero, register: zero, key: zero, membership: change }]
        : [
            party,
            {
              stated,
              unexplained: difference(change, explained, 'cause.unexplained'),
              register: zero,
              key: zero,
              membership: zero,
            },
          ];
    }
    const growth = algebra.product([difference(now, before, 'cause.costChange'), share], 'cause.cost', party);
    const cost = isNewOrGone ? growth : algebra.sum([growth, own], 'cause.cost', party);
    const unexplained = difference(cost, explained, 'cause.unexplained');
    const atOldShare = algebra.product([now, share], 'cause.part', party);
    const atOldKey = steps.oldKey === null ? atOldShare : at(steps.oldKey, party);
    const oldMembersNewKey = steps.newKey === null ? atOldKey : at(steps.newKey, party);
    const key = difference(oldMembersNewKey, atOldKey, 'cause.key');
    const shared = at(division.shared, party);
    const membership = difference(
      isNewOrGone ? algebra.sum([shared, own], 'figure.part', party) : shared,
      oldMembersNewKey,
      'cause.membership',
    );
    return [
      party,
      {
        stated,
        // Last year's key is not known, so nobody can say that it was another one: the difference is unexplained.
        unexplained:
          steps.oldKey === null ? algebra.sum([unexplained, key], 'cause.unexplained', party) : unexplained,
        register: difference(atOldKey, atOldShare, 'cause.register'),
        key: steps.oldKey === null ? zero : key,
        membership,
      },
    ];
  });
  return new Map(causes);
}

const sumOf = <N>(terms: readonly N[], algebra: NodeAlgebra<N>, zero: N): N =>
  terms.length === 0 ? zero : algebra.sum(terms, 'cause.part', null);

/** A party's part of last year, for what is added to a service without a key. */
function ownShare<N>(
  { previous }: ServicePair<N>,
  party: string,
  before: N,
  algebra: NodeAlgebra<N>,
  zero: N,
): N {
  const own = previous.get(party);
  return own === undefined || exact.isZero(algebra.value(before))
    ? zero
    : algebra.quotient(own, before, 'cause.share', party);
}

type ShareSteps<N> = {
  /** Each party's share of last year: by last year's key where it can be computed, else of the amounts as they stand. */
  readonly oldShare: ReadonlyMap<string, N>;
  /** This year's cost by last year's key and members on this year's registers; null when last year had no key that can be used. */
  readonly oldKey: ReadonlyMap<string, N> | null;
  /** This year's cost by this year's keys between last year's members; null when the key cannot be used without the newcomers. */
  readonly newKey: ReadonlyMap<string, N> | null;
};

function shareSteps<N>(
  pair: ServicePair<N>,
  { before, now }: { readonly before: N; readonly now: N },
  algebra: NodeAlgebra<N>,
): ShareSteps<N> {
  const { index, version, previousVersion, service, previous, division } = pair;
  const old = yearSegments(index, previousVersion, service, 'counting').at(-1) ?? null;
  const total = exact.isZero(algebra.value(before)) ? now : before;
  const lastYear = old === null ? null : dividedBy(pair, old, total, previousVersion, old.members, algebra);
  const amounts = lastYear ?? previous;
  const isUsable = !exact.isZero(algebra.value(total));
  const oldShare = new Map(
    [...amounts].flatMap(([party, amount]) =>
      isUsable ? [[party, algebra.quotient(amount, total, 'cause.share', party)] as const] : [],
    ),
  );
  const oldKey =
    old === null || lastYear === null ? null : dividedBy(pair, old, now, version, old.members, algebra);
  const members = old === null || old.members.length === 0 ? null : old.members;
  const newKey =
    members === null
      ? null
      : overYear(
          division.segments,
          version.year,
          algebra,
          (segment, cost) => dividedBy(pair, segment, cost, version, members, algebra),
          now,
        );
  return { oldShare, oldKey, newKey };
}

/** A cost by a segment's key between some members, with the registers a version knows. Null when it cannot be done. */
function dividedBy<N>(
  { index, version: { year } }: ServicePair<N>,
  { key }: YearSegment,
  cost: N,
  version: VersionRow,
  members: readonly ParticipationRow[],
  algebra: NodeAlgebra<N>,
): ReadonlyMap<string, N> | null {
  if (key === null || members.length === 0) return null;
  const compare = tieOrder(index, year);
  const result = divide(
    cost,
    key.key,
    {
      year: version.year,
      members: members.map((row) => ({ party: row.party, row })).sort((a, b) => compare(a.party, b.party)),
      keyRow: key,
      register: registerReader(index.registers, version.asOf),
      isParty: (party) => index.partyRows.has(party),
    },
    algebra,
  );
  return result.ok ? result.value.parts : null;
}

/** The same, segment by segment of the year, by calendar days. Null when one segment cannot be divided. */
function overYear<N>(
  segments: readonly YearSegment[],
  year: number,
  algebra: NodeAlgebra<N>,
  divideSegment: (segment: YearSegment, cost: N) => ReadonlyMap<string, N> | null,
  cost: N,
): ReadonlyMap<string, N> | null {
  const terms = new Map<string, N[]>();
  for (const segment of segments) {
    const days = daysBetween(segment.from, segment.until);
    const part =
      days === daysInYear(year)
        ? cost
        : algebra.product(
            [
              cost,
              algebra.fact(
                exact.fraction(BigInt(days), BigInt(daysInYear(year))),
                'segment.days',
                null,
                `${segment.from}/${segment.until}`,
              ),
            ],
            'segment.cost',
            null,
          );
    const divided = divideSegment(segment, part);
    if (divided === null) return null;
    for (const [party, amount] of divided) terms.set(party, [...(terms.get(party) ?? []), amount]);
  }
  return new Map(
    [...terms].map(([party, amounts]) => [
      party,
      amounts.length === 1 && amounts[0] !== undefined
        ? amounts[0]
        : algebra.sum(amounts, 'share.segments', party),
    ]),
  );
}
