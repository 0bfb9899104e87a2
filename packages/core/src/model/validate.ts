import type { ModelProblem } from './model-problem.ts';
import type { Model } from './rows.ts';
import * as amounts from './validate-amounts.ts';
import { appearanceProblems } from './validate-appearance.ts';
import { keyProblems } from './validate-keys.ts';
import * as periods from './validate-periods.ts';
import * as names from './validate-references.ts';

/** What rows must be to each other, in the order it is said. */
const rules: readonly ((model: Model) => readonly ModelProblem[])[] = [
  names.referenceProblems,
  names.unitProblems,
  periods.reversedPeriods,
  periods.partyProblems,
  appearanceProblems,
  periods.participationProblems,
  periods.keyOverlaps,
  keyProblems,
  amounts.registerProblems,
  amounts.costProblems,
  amounts.adoptedProblems,
  amounts.lineProblems,
  amounts.growthProblems,
  amounts.avoidableProblems,
  amounts.roundingProblems,
  names.cycleProblems,
];

/** Everything that is wrong between the rows of a model; a model without problems can be computed, if its registers are known. */
export const validate = (model: Model): readonly ModelProblem[] => rules.flatMap((rule) => rule(model));
