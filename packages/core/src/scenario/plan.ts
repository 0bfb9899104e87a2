import type { RoundingChoice } from '../budget/agreement.ts';
import { type BudgetPair, overviewOf } from '../budget/overview.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import { serviceBudget } from '../budget/service.ts';
import type { Overview, ServiceBudget } from '../budget/view.ts';
import { type IndexedModel, indexModel } from '../cooperation/indexed-model.ts';
import { currentVersion, previousVersion } from '../cooperation/versions.ts';
import type { Model, VersionRow } from '../model/rows.ts';
import { fail, ok, type Result } from '../result/result.ts';
import { type Investment, investmentsIn } from './plan-investment.ts';
import { type PlanRow, planRows } from './plan-rows.ts';
import { type PlanItem, unpricedItems } from './plan-unpriced.ts';
import { type RollProblem, type RollQuestion, roll } from './roll.ts';
import type { RolledService, RollStep } from './roll-step.ts';

export type Prices = 'fixed' | 'current';

export type PlanQuestion = {
  readonly from: number;
  readonly years: number;
  /** Fixed: in the first year's prices, without the carry-over of growth. Current: with it. */
  readonly prices: Prices;
  readonly rounding: RoundingChoice;
  /** As in rolling: what a step says of itself. */
  readonly reason: Reason;
};

type Reason = RollQuestion['reason'];

export type PlanYear = {
  readonly year: number;
  readonly version: VersionRow;
  /** The year has no budget of its own: it is the year before, rolled forward. */
  readonly isRolled: boolean;
  readonly did: readonly RollStep[];
  readonly services: readonly RolledService[];
  readonly overview: Overview;
};

/** The budget and the years after it, each year the one before rolled forward and shared by the keys and members of its own. */
export type Plan = {
  readonly cooperation: string;
  readonly prices: Prices;
  readonly years: readonly PlanYear[];
  readonly rows: readonly PlanRow[];
  readonly totals: readonly PlanRow[];
  /** Known and not priced: listed under the sum, in no figure. */
  readonly unpriced: readonly PlanItem[];
  readonly investments: readonly Investment[];
  /** With the versions of the years that were rolled: every figure of the plan is a figure of this model. */
  readonly model: Model;
};

/** The version of a year a plan makes: `2026.plan`, in fixed prices `2026.plan-fixed`. */
const planVersion = (year: number, prices: Prices): string =>
  `${year}.plan${prices === 'fixed' ? '-fixed' : ''}`;

/**
 * Four years from a budget on. A year with a budget of its own is that; one without is the year before rolled forward, by the very function
 * that makes next year's folder, so that plan and roll cannot disagree. (P04, P15, P19; R10)
 */
export function plan(model: Model, question: PlanQuestion): Result<Plan, RollProblem> {
  const { from, prices, rounding, reason } = question;
  const first = indexModel(model);
  if (currentVersion(first, from) === null)
    return fail({
      code: 'budget.noVersion',
      year: from,
      known: [...new Set(model.version.map(({ year }) => year))].sort((a, b) => a - b),
    });
  let current = first;
  let before: ReadonlyMap<string, ServiceBudget> | null = null;
  const years: PlanYear[] = [];
  const investments: Investment[] = [];
  for (let year = from; year < from + question.years; year += 1) {
    const made = yearOf(current, year, prices, reason);
    if (!made.ok) return made;
    const { index, version } = made.value;
    const budgets = budgetsOf(index, version, rounding);
    if (!budgets.ok) return budgets;
    const old = previousVersion(index, version);
    const previous: Result<ReadonlyMap<string, ServiceBudget>, BudgetProblem> = before !== null &&
    old?.id === years.at(-1)?.version.id
      ? ok(before)
      : budgetsOf(index, old, rounding);
    if (!previous.ok) return previous;
    const pair: BudgetPair = {
      version,
      previousVersion: old,
      current: budgets.value,
      previous: previous.value,
    };
    years.push({ year, ...made.value, overview: overviewOf(index, pair) });
    investments.push(...investmentsIn(index, version, budgets.value));
    current = index;
    before = budgets.value;
  }
  return ok({
    cooperation: model.cooperation[0]?.name ?? '',
    prices,
    years,
    rows: planRows(years.map(({ overview: { rows } }) => rows)),
    totals: planRows(years.map(({ overview: { totals } }) => totals)),
    unpriced: unpricedItems(current, years, prices),
    investments,
    model: current.model,
  });
}

type MadeYear = Omit<PlanYear, 'year' | 'overview'> & { readonly index: IndexedModel };

/** The year's own budget, or the year before rolled forward. */
function yearOf(
  index: IndexedModel,
  year: number,
  prices: Prices,
  reason: Reason,
): Result<MadeYear, RollProblem> {
  const version = currentVersion(index, year);
  if (version !== null) return ok({ index, version, isRolled: false, did: [], services: [] });
  const rolled = roll(index.model, {
    to: year,
    asOf: null,
    version: planVersion(year, prices),
    prices,
    reason,
  });
  if (!rolled.ok) return rolled;
  const { model, did, services } = rolled.value;
  return ok({ index: indexModel(model), version: rolled.value.version, isRolled: true, did, services });
}

function budgetsOf(
  index: IndexedModel,
  version: VersionRow | null,
  rounding: RoundingChoice,
): Result<ReadonlyMap<string, ServiceBudget>, BudgetProblem> {
  const budgets = new Map<string, ServiceBudget>();
  const problems: BudgetProblem[] = [];
  for (const service of version === null ? [] : index.model.service) {
    const result = serviceBudget(index, version as VersionRow, service, rounding);
    if (result.ok) budgets.set(service.id, result.value);
    else problems.push(...result.problems);
  }
  const [first, ...rest] = problems;
  return first === undefined ? ok(budgets) : fail(first, ...rest);
}

/**
 * The model a plan's figure stands in: `budget/2027.plan/…` is a figure of the model rolled to 2027. Null when the id names no year of a
 * plan, or the model has that version itself.
 */
export function planModel(model: Model, figureId: string, reason: Reason): Result<Model, RollProblem> | null {
  const [, version = '', yearText, fixed] = /^budget\/((\d{4})\.plan(-fixed)?)\//.exec(figureId) ?? [];
  if (yearText === undefined || model.version.some(({ id }) => id === version)) return null;
  let index = indexModel(model);
  const last = BigInt(yearText);
  const known = model.version.map(({ year }) => year).filter((year) => BigInt(year) < last);
  for (let year = Math.max(...known) + 1; known.length > 0 && BigInt(year) <= last; year += 1) {
    const made = yearOf(index, year, fixed === undefined ? 'current' : 'fixed', reason);
    if (!made.ok) return made;
    index = made.value.index;
  }
  return ok(index.model);
}
