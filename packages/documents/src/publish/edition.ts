import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { causes } from '@samstyr/core/budget/cause-table';
import { type BudgetPair, budgetPair, overviewOf } from '@samstyr/core/budget/overview';
import type { BudgetProblem } from '@samstyr/core/budget/problems';
import type { Cause, Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { audit } from '@samstyr/core/disclosure/audit';
import { type DisclosureProblem, stopsPublishing } from '@samstyr/core/disclosure/problem';
import { publishable } from '@samstyr/core/disclosure/publishable';
import { withhold } from '@samstyr/core/disclosure/withhold';
import { ore } from '@samstyr/core/money/ore';
import { presented } from '@samstyr/core/present/presented';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { type Plan, plan } from '@samstyr/core/scenario/plan';
import type { RollProblem } from '@samstyr/core/scenario/roll';
import { groupsOf } from '../joint-budget/groups.ts';
import type { PlanView } from '../joint-budget/source.ts';
import { contentName } from './content-name.ts';

/** Who an edition is for: everybody, or the parties' own people, who see everything. */
export type Audience = 'public' | 'internal';

/** A year's budget ready to be written down: computed once, and with what may not be shown decided once for every format. */
export type Edition = {
  readonly index: IndexedModel;
  readonly pair: BudgetPair;
  readonly overview: Overview;
  readonly causes: readonly Cause[];
  readonly rounding: RoundingChoice;
  readonly audience: Audience;
  /** The whole matrix in 1 000 kr, rounded once. */
  readonly presented: (figureId: string) => bigint | null;
  /** Figures and volume rows that may not be shown. */
  readonly hides: (id: string) => boolean;
  readonly warnings: readonly DisclosureProblem[];
  /** The four years, and whether the parties' amounts in them may be shown. */
  readonly plan: Result<PlanView, RollProblem>;
  /** A short name of everything the edition may show. */
  readonly content: string;
};

const thousandKroner = ore(100_000n);

/** The edition of a year, or why it may not leave the house. (S-EDI-02, S-EDI-04) */
export function editionOf(
  index: IndexedModel,
  {
    year,
    rounding,
    audience,
  }: { readonly year: number; readonly rounding: RoundingChoice; readonly audience: Audience },
): Result<Edition, BudgetProblem | DisclosureProblem> {
  const pair = budgetPair(index, { year, version: null, rounding });
  if (!pair.ok) return pair;
  const found = causes(index, pair.value);
  if (!found.ok) return found;
  const overview = overviewOf(index, pair.value);
  const groups = groupsOf(index.model);
  const printed = presented(overview, thousandKroner, groups);
  const planned = planOf(index, year, rounding);
  const base = {
    index,
    pair: pair.value,
    overview,
    causes: found.value,
    rounding,
    audience,
    presented: printed,
  };
  if (audience === 'internal') {
    const hides = (): boolean => false;
    return ok({
      ...base,
      hides,
      warnings: [],
      plan: planned.ok ? ok({ plan: planned.value, isSafe: true }) : planned,
      content: contentName({ ...base, hides }),
    });
  }
  const { model } = index;
  const input = {
    overview,
    unitOre: thousandKroner,
    keyed: new Set(model.key.map(({ service }) => service)),
    groups,
    published: new Set<string>(),
    volumes: model.volume,
    prices: model.price,
    lines: model.line,
    changes: [...model.change, ...model.growth],
  };
  const withheld = withhold(input);
  const problems = [...withheld.problems, ...publishable({ ...input, withheld, texts: model.text, printed })];
  const [first, ...rest] = problems.filter(({ code }) => stopsPublishing[code]);
  if (first !== undefined) return fail(first, ...rest);
  const hides = (id: string): boolean => withheld.hides(id) || withheld.volumes.has(id);
  // A year of the plan is a year beside the one before: what the two tell together is held against the same gate.
  const isSafe =
    planned.ok &&
    planned.value.years.slice(1).every((one) => {
      const audited = audit({ ...input, overview: one.overview, hides, printed: null });
      return !audited.some(({ code }) => stopsPublishing[code]);
    });
  return ok({
    ...base,
    hides,
    warnings: problems,
    plan: planned.ok ? ok({ plan: planned.value, isSafe }) : planned,
    content: contentName({ ...base, hides }),
  });
}

const planYears = 4;

/** The plan of the budget year, or why there is none. What rolling says of itself stands in no document. */
const planOf = (index: IndexedModel, year: number, rounding: RoundingChoice): Result<Plan, RollProblem> =>
  plan(index.model, {
    from: year,
    years: planYears,
    prices: 'fixed',
    rounding,
    reason: (step) => tell(rollStepTexts, 'nb', step),
  });
