import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { partyNumber } from '../cooperation/parties.ts';
import { isFrozen } from '../cooperation/versions.ts';
import type { Fraction } from '../fraction/fraction.ts';
import * as exact from '../fraction/fraction.ts';
import { plain } from '../key/algebra.ts';
import type { ServiceRow } from '../model/rows.ts';
import { absolute, minus, type Ore, plus, sum, zero } from '../money/ore.ts';
import { ok, type Result } from '../result/result.ts';
import { type PartyCauses, serviceCauses } from './causes.ts';
import { divideService } from './division.ts';
import { everybody, figureId } from './figure-id.ts';
import type { BudgetPair } from './overview.ts';
import type { BudgetProblem } from './problems.ts';
import type { Cause, CauseKind, ServiceBudget } from './view.ts';

/** Every cause of every service's change, per party and in sum. A cell's causes sum to its change exactly; those of 0 øre are left out. */
export function causes(index: IndexedModel, pair: BudgetPair): Result<readonly Cause[], BudgetProblem> {
  const found: Cause[] = [];
  for (const service of index.model.service) {
    const result = causesOf(index, pair, service);
    if (!result.ok) return result;
    found.push(...result.value);
  }
  return ok(found);
}

type Item = { readonly cause: CauseKind; readonly row: Cause['row']; readonly amountOre: Ore };

function causesOf(
  index: IndexedModel,
  pair: BudgetPair,
  service: ServiceRow,
): Result<readonly Cause[], BudgetProblem> {
  const current = pair.current.get(service.id);
  const previous = pair.previous.get(service.id);
  if (pair.previousVersion === null || current === undefined || isFrozen(pair.version)) return ok([]);
  const division = divideService(index, pair.version, service, plain, 'counting');
  if (!division.ok) return division;
  const before = amountsOf(previous);
  const now = amountsOf(current);
  const exactBefore = new Map([...before].map(([party, amount]) => [party, exact.ofOre(amount)]));
  const byParty = serviceCauses(
    {
      index,
      version: pair.version,
      previousVersion: pair.previousVersion,
      service,
      division: division.value,
      previous: exactBefore,
    },
    plain,
  );
  const isGrowth = new Set(index.rowsOf(pair.version.id, service.id).growth.map(({ id }) => id));
  const parties = [...new Set([...byParty.keys(), ...now.keys()])];
  const items = parties.map((party) => {
    const change = minus({ from: now.get(party) ?? zero, amount: before.get(party) ?? zero });
    return [
      party,
      itemsOf(byParty.get(party), change, current.rounding.unitOre * BigInt(parties.length), isGrowth),
    ] as const;
  });
  const row = (party: string | null, { cause, row: stated, amountOre }: Item): Cause => {
    const name = party === null ? everybody : partyNumber(index, party, pair.version.year);
    const id = figureId({
      version: pair.version.id,
      subject: service.id,
      kind: service.kind,
      party: name,
      aspect: { aspect: 'cause', cause: stated?.id ?? cause },
    });
    return {
      unit: service.unit,
      service: service.id,
      party,
      kind: service.kind,
      cause,
      row: stated,
      amountOre,
      figureId: id,
    };
  };
  const sums = new Map<string, Item>();
  for (const item of items.flatMap(([, list]) => list)) {
    const name = item.row?.id ?? item.cause;
    sums.set(name, { ...item, amountOre: plus(sums.get(name)?.amountOre ?? zero, item.amountOre) });
  }
  return ok(
    [
      ...[...sums.values()].map((item) => row(null, item)),
      ...items.flatMap(([party, list]) => list.map((item) => row(party, item))),
    ].filter(({ amountOre }) => amountOre !== 0n),
  );
}

const amountsOf = (budget: ServiceBudget | undefined): ReadonlyMap<string, Ore> =>
  new Map(
    budget?.parts.flatMap(({ party, amountOre }) =>
      amountOre === null ? [] : [[party, amountOre] as const],
    ) ?? [],
  );

/** A party's causes in whole øre. What is left of the change is rounding, at most a unit for each party (the host takes
 * everybody's); more than that is no rounding, and unexplained. */
function itemsOf(
  found: PartyCauses<Fraction> | undefined,
  change: Ore,
  roundingAtMost: bigint,
  isGrowth: ReadonlySet<string>,
): readonly Item[] {
  const items: Item[] = [];
  for (const [id, amount] of found?.stated ?? [])
    items.push({
      cause: 'cost',
      row: { table: isGrowth.has(id) ? 'growth' : 'change', id },
      amountOre: exact.roundToOre(amount),
    });
  for (const cause of ['unexplained', 'register', 'key', 'membership'] as const)
    items.push({ cause, row: null, amountOre: found === undefined ? zero : exact.roundToOre(found[cause]) });
  const rest = minus({ from: change, amount: sum(items.map(({ amountOre }) => amountOre)) });
  const isRounding = absolute(rest) <= roundingAtMost;
  return isRounding
    ? [...items, { cause: 'rounding', row: null, amountOre: rest }]
    : items.map((item) =>
        item.cause === 'unexplained' ? { ...item, amountOre: plus(item.amountOre, rest) } : item,
      );
}
