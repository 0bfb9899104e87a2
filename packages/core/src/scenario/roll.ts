import { costOf } from '../budget/division.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import { type IndexedModel, indexModel } from '../cooperation/indexed-model.ts';
import { currentVersion } from '../cooperation/versions.ts';
import * as exact from '../fraction/fraction.ts';
import { plain } from '../key/algebra.ts';
import type { ChangeRow, Model, ServiceRow, VersionRow } from '../model/rows.ts';
import { minus, type Ore, sum, zero } from '../money/ore.ts';
import { type Day, day } from '../period/day.ts';
import { fail, invariant, ok, type Result } from '../result/result.ts';
import { freeId } from './context.ts';
import { openQuestions } from './roll-open.ts';
import { rollService } from './roll-service.ts';
import type { RolledService, RollMove, RollStep } from './roll-step.ts';
import { applyChanges, type RowChange, write } from './row-change.ts';

export type RollQuestion = {
  readonly to: number;
  /** The day whose knowledge the new version is computed with; null: the last day of the year before, so that it follows what is published until then. */
  readonly asOf: Day | null;
  /** The new version's id; null: `2026.proposal`. */
  readonly version: string | null;
  /** In fixed prices the carry-over of growth stays out. */
  readonly prices: 'fixed' | 'current';
  /** What a step says of itself in the reason of its row; a change keeps its own reason. */
  readonly reason: (step: RollMove) => string | null;
};

export type Roll = {
  readonly model: Model;
  readonly changes: readonly RowChange[];
  readonly version: VersionRow;
  readonly base: VersionRow;
  readonly did: readonly RollStep[];
  readonly services: readonly RolledService[];
};

/** Why a year cannot be rolled to. */
export type RollProblem =
  | { readonly code: 'roll.yearExists'; readonly year: number; readonly versions: readonly string[] }
  | { readonly code: 'roll.noBase'; readonly year: number; readonly known: readonly number[] }
  | BudgetProblem;

/**
 * The next year's first version. It says no amounts itself: it starts from the last version of the year before, and change rows bring the
 * full-year effects in and the one-offs out. No row that was there is touched. (R10; P04)
 */
export function roll(model: Model, question: RollQuestion): Result<Roll, RollProblem> {
  const index = indexModel(model);
  const { to, prices, reason } = question;
  const there = model.version.filter(({ year }) => year === to).map(({ id }) => id);
  if (there.length > 0) return fail({ code: 'roll.yearExists', year: to, versions: there });
  const base = currentVersion(index, to - 1);
  if (base === null)
    return fail({
      code: 'roll.noBase',
      year: to,
      known: [...new Set(model.version.map(({ year }) => year))].sort((a, b) => a - b),
    });
  const version: VersionRow = {
    id: freeId(model.version, question.version ?? `${to}.proposal`),
    year: to,
    status: 'proposal',
    base: base.id,
    asOf: question.asOf ?? day(`${to - 1}-12-31`),
    note: null,
  };
  const opened = applyChanges(model, [write('version', null, version)]);
  const start = indexModel(opened);
  const startGross = new Map<string, Ore | null>();
  const problems: BudgetProblem[] = [];
  const steps: RollStep[] = [];
  const added: ChangeRow[] = [];
  for (const service of model.service) {
    const cost = costOf(start, version, service, plain);
    problems.push(...cost.problems);
    startGross.set(service.id, cost.gross === null ? null : exact.roundToOre(cost.gross));
    const rolled = rollService({ index, base, version, service, start: cost, prices, reason }, [
      ...model.change,
      ...added,
    ]);
    steps.push(...rolled.steps);
    added.push(...rolled.rows);
  }
  const [first, ...more] = problems;
  if (first !== undefined) return fail(first, ...more);
  steps.push(...openQuestions(index, base));
  const changes: readonly RowChange[] = [
    write('version', null, version),
    ...added.map((row) => write('change', null, row)),
  ];
  const rolledModel = applyChanges(model, changes);
  const services = rolledServices(indexModel(rolledModel), version, model.service, startGross, steps);
  return ok({ model: rolledModel, changes, version, base, did: steps, services });
}

/** Checked once more after the fact: what moved is the whole difference, service by service. */
function rolledServices(
  index: IndexedModel,
  version: VersionRow,
  services: readonly ServiceRow[],
  startGross: ReadonlyMap<string, Ore | null>,
  steps: readonly RollStep[],
): readonly RolledService[] {
  return services.map((service) => {
    const { gross } = costOf(index, version, service, plain);
    const startOre = startGross.get(service.id) ?? null;
    const nextOre = gross === null ? null : exact.roundToOre(gross);
    const movedOre = sum(
      steps.flatMap((step) => (step.did === 'moved' && step.service === service.id ? [step.amountOre] : [])),
    );
    invariant(
      minus({ from: nextOre ?? zero, amount: startOre ?? zero }) === movedOre,
      `the steps of ${service.id} are the difference from its base`,
    );
    return { unit: service.unit, service: service.id, kind: service.kind, startOre, nextOre, movedOre };
  });
}
