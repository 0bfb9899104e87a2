import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { partyNumber, partyOn } from '../cooperation/parties.ts';
import { currentVersion, previousVersion } from '../cooperation/versions.ts';
import type { ServiceKind, ServiceRow, UnitRow, VersionRow } from '../model/rows.ts';
import { minus, type Ore, plus, zero } from '../money/ore.ts';
import { firstDayOf } from '../period/day.ts';
import { fail, ok, type Result } from '../result/result.ts';
import type { RoundingChoice } from './agreement.ts';
import { everybody, figureId, wholeBudget } from './figure-id.ts';
import type { BudgetProblem } from './problems.ts';
import { serviceBudget } from './service.ts';
import type {
  Amount,
  Overview,
  OverviewRow,
  PartyView,
  Provisional,
  ServiceBudget,
  ServicePart,
  Waiting,
} from './view.ts';

/** Which budget to look at and how it is rounded. */
export type BudgetQuestion = {
  readonly year: number;
  /** A version's id; null is the current version of the year. */
  readonly version: string | null;
  readonly rounding: RoundingChoice;
};

/** Every service's budget in this version and the one before. */
export type BudgetPair = {
  readonly version: VersionRow;
  readonly previousVersion: VersionRow | null;
  readonly current: ReadonlyMap<string, ServiceBudget>;
  readonly previous: ReadonlyMap<string, ServiceBudget>;
};

/** Computes every service of a version and of the one before. All problems of all services at once. */
export function budgetPair(
  index: IndexedModel,
  { year, version: wanted, rounding }: BudgetQuestion,
): Result<BudgetPair, BudgetProblem> {
  const version = wanted === null ? currentVersion(index, year) : (index.version.get(wanted) ?? null);
  if (version === null)
    return fail({
      code: 'budget.noVersion',
      year,
      known: [...new Set(index.model.version.map((row) => row.year))].sort(),
    });
  const before = previousVersion(index, version);
  const problems: BudgetProblem[] = [];
  const budgets = (of: VersionRow | null): ReadonlyMap<string, ServiceBudget> => {
    const found = new Map<string, ServiceBudget>();
    for (const service of of === null ? [] : index.model.service) {
      const result = serviceBudget(index, of as VersionRow, service, rounding);
      if (result.ok) found.set(service.id, result.value);
      else problems.push(...result.problems);
    }
    return found;
  };
  const pair = { version, previousVersion: before, current: budgets(version), previous: budgets(before) };
  const [first, ...rest] = problems;
  return first === undefined ? ok(pair) : fail(first, ...rest);
}

/** Last year, this year and the change for every unit, service and party. (P03; R01, R03, R05) */
export function overview(index: IndexedModel, question: BudgetQuestion): Result<Overview, BudgetProblem> {
  const pair = budgetPair(index, question);
  return pair.ok ? ok(overviewOf(index, pair.value)) : pair;
}

/** The overview of budgets that are computed already. */
export function overviewOf(index: IndexedModel, pair: BudgetPair): Overview {
  const parties = partiesOf(index, pair);
  const name = new Map(parties.map(({ party, number }) => [party, number]));
  const rows: OverviewRow[] = [];
  const totals: OverviewRow[] = [];
  const build: Build = {
    pair,
    current: partsByParty(pair.current),
    previous: partsByParty(pair.previous),
    parties: parties.map(({ party }) => party),
    number: (party) => name.get(party) ?? party,
  };
  for (const unit of index.model.unit) {
    for (const kind of kindsOf(index, unit)) {
      const services = (index.servicesOf.get(unit.id) ?? []).filter((service) => service.kind === kind);
      rows.push(...block(build, { unit: unit.id, service: null, kind, subject: unit.id, services }));
      for (const service of services)
        rows.push(
          ...block(build, {
            unit: unit.id,
            service: service.id,
            kind,
            subject: service.id,
            services: [service],
          }),
        );
    }
  }
  for (const kind of ['operating', 'investment'] as const) {
    const services = index.model.service.filter((service) => service.kind === kind);
    if (services.length > 0)
      totals.push(...block(build, { unit: null, service: null, kind, subject: wholeBudget, services }));
  }
  return {
    cooperation: index.model.cooperation[0]?.name ?? '',
    year: pair.version.year,
    version: pair.version,
    previousVersion: pair.previousVersion,
    parties,
    rows,
    totals,
  };
}

/** Operating before investment, and only the kinds the unit has. */
const kindsOf = (index: IndexedModel, unit: UnitRow): readonly ServiceKind[] =>
  (['operating', 'investment'] as const).filter((kind) =>
    (index.servicesOf.get(unit.id) ?? []).some((service) => service.kind === kind),
  );

/** Everybody who takes part or pays in either year, in the cooperation's own order. */
function partiesOf(index: IndexedModel, pair: BudgetPair): readonly PartyView[] {
  const present = new Set(
    [...pair.current.values(), ...pair.previous.values()].flatMap(({ parts }) =>
      parts.map(({ party }) => party),
    ),
  );
  const order = [...new Set(index.model.party.map(({ party }) => party))].filter((party) =>
    present.has(party),
  );
  const date = firstDayOf(pair.version.year);
  return order.map((party) => {
    const row = partyOn(index, party, date);
    return {
      party,
      number: partyNumber(index, party, pair.version.year),
      name: row?.name ?? party,
      kind: row?.kind ?? 'municipality',
      column: row?.column ?? false,
    };
  });
}

type PartsByParty = ReadonlyMap<string, ReadonlyMap<string, ServicePart>>;

/** Every service's parts by party: each is looked up many times. */
const partsByParty = (budgets: ReadonlyMap<string, ServiceBudget>): PartsByParty =>
  new Map(
    [...budgets].map(([service, { parts }]) => [service, new Map(parts.map((part) => [part.party, part]))]),
  );

type Build = {
  readonly pair: BudgetPair;
  readonly current: PartsByParty;
  readonly previous: PartsByParty;
  readonly parties: readonly string[];
  readonly number: (party: string) => string;
};
type Block = {
  readonly unit: string | null;
  readonly service: string | null;
  readonly kind: ServiceKind;
  readonly subject: string;
  readonly services: readonly ServiceRow[];
};

/** The sum and one row for each party of a unit, a service or the whole budget. */
function block(
  { pair, current, previous, parties, number }: Build,
  { unit, service, kind, subject, services }: Block,
): readonly OverviewRow[] {
  const row = (
    party: string | null,
    before: readonly ServicePart[],
    now: readonly ServicePart[],
  ): OverviewRow => {
    const name = party === null ? everybody : number(party);
    const id = (version: string) =>
      figureId({ version, subject, kind, party: name, aspect: { aspect: 'amount' } });
    const currentId = id(pair.version.id);
    const currentAmount = amountOf(now, currentId);
    const previousAmount = amountOf(
      before,
      pair.previousVersion === null ? `${currentId}@previous` : id(pair.previousVersion.id),
    );
    const changeOre = minus({ from: currentAmount.ore ?? zero, amount: previousAmount.ore ?? zero });
    return {
      unit,
      service,
      party,
      kind,
      previous: previousAmount,
      current: currentAmount,
      changeOre,
      figureId: currentId,
    };
  };
  const everyNow: ServicePart[] = [];
  const everyBefore: ServicePart[] = [];
  const rows: OverviewRow[] = [];
  for (const party of parties) {
    const now: ServicePart[] = [];
    const before: ServicePart[] = [];
    for (const { id } of services) {
      const currentPart = current.get(id)?.get(party);
      const previousPart = previous.get(id)?.get(party);
      if (currentPart !== undefined) now.push(currentPart);
      if (previousPart !== undefined) before.push(previousPart);
    }
    if (now.length === 0 && before.length === 0) continue;
    everyNow.push(...now);
    everyBefore.push(...before);
    rows.push(row(party, before, now));
  }
  return [row(null, everyBefore, everyNow), ...rows];
}

/** Parts added up. Unknown parts are not there, and a sum of nothing but unknown parts is unknown. */
function amountOf(parts: readonly ServicePart[], id: string): Amount {
  let total = zero;
  let known = 0;
  let isUnknown = false;
  const provisional: Provisional[] = [];
  for (const part of parts) {
    if (part.amountOre !== null) {
      total = plus(total, part.amountOre);
      known += 1;
    } else if (part.attendance === 'unknown') isUnknown = true;
    if (part.provisional !== null) provisional.push(part.provisional);
  }
  const attendance =
    parts.length === 0 ? 'absent' : known > 0 ? 'member' : isUnknown ? 'unknown' : 'unregistered';
  const [first] = provisional;
  return {
    ore: attendance === 'unknown' ? null : total,
    attendance,
    figureId: id,
    provisional:
      first === undefined
        ? null
        : {
            ...first,
            awaiting: [...new Set(provisional.flatMap(({ awaiting }) => awaiting))],
            inForceOre: inForceSum(parts),
          },
    waiting: waitingSum(parts),
    // A sum of several rests on more people than each; whether it gives one of them away is the disclosure gate's question.
    sensitive: parts.length === 1 && parts.every(({ sensitive }) => sensitive),
  };
}

/** What the parts come to when the cases that wait are adopted. */
function waitingSum(parts: readonly ServicePart[]): Waiting | null {
  const waiting = parts.flatMap((part) => (part.waiting === null ? [] : [part.waiting]));
  const [first] = waiting;
  if (first === undefined) return null;
  let total: Ore | null = zero;
  for (const part of parts) {
    const amount = part.waiting === null ? (part.amountOre ?? zero) : part.waiting.adoptedOre;
    total = total === null || amount === null ? null : plus(total, amount);
  }
  return {
    case: first.case,
    awaiting: [...new Set(waiting.flatMap(({ awaiting }) => awaiting))],
    adoptedOre: total,
  };
}

/** What the parts come to by the keys in force; null when one of them has nothing to hold beside it. */
function inForceSum(parts: readonly ServicePart[]): Ore | null {
  let total = zero;
  for (const { provisional, amountOre } of parts) {
    const amount = provisional === null ? (amountOre ?? zero) : provisional.inForceOre;
    if (amount === null) return null;
    total = plus(total, amount);
  }
  return total;
}
