import type { ReconcileFinding } from '@samstyr/core/control/reconcile';
import { kronerText } from './amount-text.ts';
import { budgetProblemTexts } from './budget-problems.ts';
import type { Texts } from './language.ts';
import { tell } from './tell.ts';

/** What did not add up. */
export const reconcileTexts: Texts<ReconcileFinding> = {
  'reconcile.sum': {
    nb: (p) =>
      `${p.version}: summen av ${p.of} er ${kronerText(p.expectedOre, 'nb')}, og delene er ${kronerText(p.foundOre, 'nb')}.`,
    nn: (p) =>
      `${p.version}: summen av ${p.of} er ${kronerText(p.expectedOre, 'nn')}, og delane er ${kronerText(p.foundOre, 'nn')}.`,
    en: (p) =>
      `${p.version}: the sum of ${p.of} is ${kronerText(p.expectedOre, 'en')}, and its parts are ${kronerText(p.foundOre, 'en')}.`,
  },
  'reconcile.notComputed': {
    nb: (p) => `${p.version} lar seg ikke beregne: ${tell(budgetProblemTexts, 'nb', p.problem)}`,
    nn: (p) => `${p.version} lèt seg ikkje rekne ut: ${tell(budgetProblemTexts, 'nn', p.problem)}`,
    en: (p) => `${p.version} cannot be computed: ${tell(budgetProblemTexts, 'en', p.problem)}`,
  },
};
