import type { AlternativeProblem } from '@samstyr/core/scenario/alternative';
import { editProblemTexts } from './edit-problems.ts';
import type { Texts } from './language.ts';
import { listed, suggestion } from './list-text.ts';
import { tell } from './tell.ts';

/** Why a saved alternative cannot be shown as a budget, and what to do. */
export const alternativeProblemTexts: Texts<AlternativeProblem> = {
  'alternative.unknown': {
    nb: (p) =>
      p.known.length === 0
        ? 'Ingen versjon er lagret ved siden av budsjettet.'
        : `Ingen lagret versjon heter «${p.alternative}». De som finnes, er ${listed(p.known, 'nb')}. ${suggestion(p.alternative, p.known, 'nb')}`,
    nn: (p) =>
      p.known.length === 0
        ? 'Ingen versjon er lagra ved sida av budsjettet.'
        : `Ingen lagra versjon heiter «${p.alternative}». Dei som finst, er ${listed(p.known, 'nn')}. ${suggestion(p.alternative, p.known, 'nn')}`,
    en: (p) =>
      p.known.length === 0
        ? 'No version is saved beside the budget.'
        : `No saved version is called “${p.alternative}”. Those there are: ${listed(p.known, 'en')}. ${suggestion(p.alternative, p.known, 'en')}`,
  },
  'alternative.step': {
    nb: (p) =>
      `«${p.alternative}» kan ikke regnes lenger, for budsjettet er endret siden. Steg ${p.step} av ${p.count} stopper. ${tell(editProblemTexts, 'nb', p.problem)}`,
    nn: (p) =>
      `«${p.alternative}» kan ikkje reknast lenger, for budsjettet er endra sidan. Steg ${p.step} av ${p.count} stoppar. ${tell(editProblemTexts, 'nn', p.problem)}`,
    en: (p) =>
      `“${p.alternative}” can no longer be computed, for the budget has changed since. Step ${p.step} of ${p.count} stops. ${tell(editProblemTexts, 'en', p.problem)}`,
  },
};
