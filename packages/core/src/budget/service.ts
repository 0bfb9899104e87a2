import { roundDivision } from '../allocation/round-division.ts';
import { caseState, keyStanding } from '../cooperation/decisions.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersIn, partyNumber, tieOrder } from '../cooperation/parties.ts';
import { isFrozen } from '../cooperation/versions.ts';
import type { Fraction } from '../fraction/fraction.ts';
import * as exact from '../fraction/fraction.ts';
import { plain } from '../key/algebra.ts';
import type { ParticipationRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { type Ore, plus, sum, zero } from '../money/ore.ts';
import { ok, type Result } from '../result/result.ts';
import { type Rounding, type RoundingChoice, roundingOf } from './agreement.ts';
import { type Division, divideService } from './division.ts';
import type { BudgetProblem } from './problems.ts';
import { type KeyChoice, yearSegments } from './segments.ts';
import type { Provisional, ServiceBudget, ServicePart, Waiting } from './view.ts';

/** A service's cost in a version and everybody's part of it: frozen facts, or computed and rounded once. */
export function serviceBudget(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  rounding: RoundingChoice,
): Result<ServiceBudget, BudgetProblem> {
  return isFrozen(version)
    ? ok(frozenBudget(index, version, service, rounding))
    : computedBudget(index, version, service, rounding);
}

function frozenBudget(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  choice: RoundingChoice,
): ServiceBudget {
  const rows = index.rowsOf(version.id, service.id).adopted;
  const amounts = new Map(rows.map((row) => [row.party, row]));
  const members = membersIn(index, service.id, version.year);
  const parties = [...new Set([...amounts.keys(), ...members.keys()])].sort(tieOrder(index, version.year));
  const parts = parties.map((party): ServicePart => {
    const row = amounts.get(party);
    const amountOre = row?.amountOre ?? null;
    return {
      party,
      attendance:
        row === undefined
          ? members.get(party)?.amount === 'unknown'
            ? 'unknown'
            : 'unregistered'
          : amountOre === null
            ? 'unknown'
            : 'member',
      amountOre,
      directOre: amountOre ?? zero,
      exactOre: null,
      provisional: null,
      waiting: null,
      sensitive: row?.sensitive ?? false,
    };
  });
  const totalOre = sum(parts.flatMap(({ amountOre }) => (amountOre === null ? [] : [amountOre])));
  const state = rows.length === 0 ? 'empty' : 'frozen';
  return {
    service: service.id,
    version: version.id,
    kind: service.kind,
    state,
    totalOre,
    grossOre: totalOre,
    external: [],
    parts,
    rounding: roundingOf(index, service, version.year, choice),
    segments: [],
  };
}

function computedBudget(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  choice: RoundingChoice,
): Result<ServiceBudget, BudgetProblem> {
  const division = divideService(index, version, service, plain, 'counting');
  if (!division.ok) return division;
  const rounding = roundingOf(index, service, version.year, choice);
  const { parties: amounts, external: funders } = roundedAmounts(
    division.value,
    rounding,
    tieOrder(index, version.year),
  );
  const provisional = provisionalAmounts(index, version, service, division.value, rounding);
  if (!provisional.ok) return provisional;
  const waiting = waitingAmounts(index, version, service, division.value, rounding);
  const members = membersIn(index, service.id, version.year);
  const sensitive = sensitiveParties(index, version, service);
  const parties = [...new Set([...amounts.keys(), ...members.keys()])].sort(tieOrder(index, version.year));
  const isEmpty = division.value.cost.gross === null;
  const parts = parties.map((party): ServicePart => {
    const attendance = attendanceOf(members.get(party), amounts.has(party), isEmpty);
    const amount = amounts.get(party) ?? zero;
    const direct = division.value.cost.direct.get(party);
    return {
      party,
      attendance,
      amountOre: attendance === 'unknown' || attendance === 'unregistered' ? null : amount,
      directOre: direct === undefined ? zero : exact.roundToOre(direct),
      exactOre: division.value.shared.get(party) ?? null,
      provisional: provisional.value.get(party) ?? null,
      waiting: waiting.get(party) ?? null,
      sensitive: sensitive.has(party),
    };
  });
  const totalOre = sum(amounts.values());
  const external = [...funders].map(([funder, amountOre]) => ({ funder, amountOre }));
  return ok({
    service: service.id,
    version: version.id,
    kind: service.kind,
    state: isEmpty ? 'empty' : 'computed',
    totalOre,
    grossOre: plus(totalOre, sum(external.map(({ amountOre }) => amountOre))),
    external,
    parts,
    rounding,
    segments: division.value.segments.map(({ from, until, key, standing, members: who }) => ({
      from,
      until,
      key,
      standing,
      members: who.map(({ party }) => party),
    })),
  });
}

function attendanceOf(
  member: ParticipationRow | undefined,
  hasAmount: boolean,
  isEmpty: boolean,
): ServicePart['attendance'] {
  if (member?.amount === 'unknown' && !hasAmount) return 'unknown';
  return isEmpty ? 'unregistered' : 'member';
}

/** What everybody pays in whole øre, and what funders outside pay. */
export type Amounts = {
  readonly parties: ReadonlyMap<string, Ore>;
  readonly external: ReadonlyMap<string, Ore>;
};

/** The exact parts rounded once, the host among them or beside them, and everybody's own amounts on top. */
export function roundedAmounts(
  division: Division<Fraction>,
  rounding: Rounding,
  compare: (a: string, b: string) => number,
): Amounts {
  const sharing = [...division.shared.keys()].sort(compare);
  const funders = [...division.external.keys()];
  const position = rounding.host === null ? -1 : sharing.indexOf(rounding.host);
  const rounded = roundDivision({
    parts: sharing.map((party) => division.shared.get(party) ?? exact.zeroFraction),
    external: funders.map((funder) => division.external.get(funder) ?? exact.zeroFraction),
    unitOre: rounding.unitOre,
    mode: rounding.mode,
    host: position >= 0 ? position : rounding.host === null ? null : 'outside',
  });
  const parties = new Map(sharing.map((party, at) => [party, rounded.parts[at] ?? zero]));
  if (rounding.host !== null && rounded.outsideOre !== 0n) parties.set(rounding.host, rounded.outsideOre);
  for (const [party, direct] of division.cost.direct)
    parties.set(party, plus(parties.get(party) ?? zero, exact.roundToOre(direct)));
  return {
    parties: new Map([...parties].sort(([a], [b]) => compare(a, b))),
    external: new Map(funders.map((funder, at) => [funder, rounded.external[at] ?? zero])),
  };
}

/** Why a service's parts may still move, by party, with the amount by the key in force beside it. Empty when they are settled. */
function provisionalAmounts(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  division: Division<Fraction>,
  rounding: Rounding,
): Result<ReadonlyMap<string, Provisional>, BudgetProblem> {
  const awaited = division.segments.find(({ standing }) => standing === 'awaited')?.key?.case ?? null;
  if (awaited === null) {
    if (division.provisional.length === 0) return ok(new Map());
    const waits: Provisional = { reason: 'unpublishedRegister', case: null, awaiting: [], inForceOre: null };
    return ok(new Map([...division.shared.keys()].map((party) => [party, waits])));
  }
  const awaiting = caseState(index, awaited).awaiting.map((party) => partyNumber(index, party, version.year));
  const inForce = divideService(index, version, service, plain, 'inForce' satisfies KeyChoice);
  // Without a key in force there is nothing to hold beside the awaited one; the figure is provisional all the same.
  const amounts = inForce.ok
    ? roundedAmounts(inForce.value, rounding, tieOrder(index, version.year)).parties
    : new Map<string, Ore>();
  return ok(
    new Map(
      division.order.map((party) => [
        party,
        { reason: 'awaitedKey', case: awaited, awaiting, inForceOre: amounts.get(party) ?? null },
      ]),
    ),
  );
}

/** What everybody would pay when a case that waits is adopted, by party. Empty when no case waits, or the budget assumes it already. */
function waitingAmounts(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  division: Division<Fraction>,
  rounding: Rounding,
): ReadonlyMap<string, Waiting> {
  const hasCase = (index.keysOf.get(service.id) ?? []).some((key) => keyStanding(index, key) === 'awaited');
  if (!hasCase) return new Map();
  const counting = new Set(division.segments.map(({ key }) => key));
  const found = yearSegments(index, version, service, 'ifAdopted').find(
    ({ key, standing }) => standing === 'awaited' && !counting.has(key),
  )?.key?.case;
  if (found == null) return new Map();
  const awaiting = caseState(index, found).awaiting.map((party) => partyNumber(index, party, version.year));
  const adopted = divideService(index, version, service, plain, 'ifAdopted');
  const amounts = adopted.ok
    ? roundedAmounts(adopted.value, rounding, tieOrder(index, version.year)).parties
    : new Map<string, Ore>();
  const parties = new Set([...division.order, ...amounts.keys()]);
  return new Map(
    [...parties].map((party) => [party, { case: found, awaiting, adoptedOre: amounts.get(party) ?? null }]),
  );
}

/** Whose amounts rest on few people: a line or a volume of theirs says so. */
function sensitiveParties(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
): ReadonlySet<string> {
  const { lines, volumes } = index.rowsOf(version.id, service.id);
  const marked = [...lines, ...volumes].filter(({ sensitive }) => sensitive);
  return new Set(marked.flatMap(({ party }) => (party === null ? [] : [party])));
}
