import type { ExplainProblem } from '@samstyr/core/explain/explain';
import type { Texts } from './language.ts';
import { listed, suggestion } from './list-text.ts';

const parts = {
  nb: { version: 'versjonen', subject: 'enheten eller tjenesten', party: 'parten', cause: 'årsaken' },
  nn: { version: 'versjonen', subject: 'eininga eller tenesta', party: 'parten', cause: 'årsaka' },
  en: { version: 'the version', subject: 'the unit or service', party: 'the party', cause: 'the cause' },
} as const;

export const explainTexts: Texts<ExplainProblem> = {
  'explain.notAnId': {
    nb: ({ id }) =>
      `«${id}» er ingen tall-id. En tall-id ser slik ut: budget/2025/nav/drift/5034. Oversikten med --json viser alle.`,
    nn: ({ id }) =>
      `«${id}» er ingen tal-id. Ein tal-id ser slik ut: budget/2025/nav/drift/5034. Oversikta med --json viser alle.`,
    en: ({ id }) =>
      `“${id}” is no figure id. One looks like this: budget/2025/nav/drift/5034. The overview with --json shows them all.`,
  },
  'explain.unknownFigure': {
    nb: ({ id, part, text, known }) =>
      `Finner ikke ${parts.nb[part]} «${text}» i ${id}.${suggestion(text, known, 'nb')} Kjent: ${listed(known, 'nb')}.`,
    nn: ({ id, part, text, known }) =>
      `Finn ikkje ${parts.nn[part]} «${text}» i ${id}.${suggestion(text, known, 'nn')} Kjent: ${listed(known, 'nn')}.`,
    en: ({ id, part, text, known }) =>
      `Cannot find ${parts.en[part]} “${text}” in ${id}.${suggestion(text, known, 'en')} Known: ${listed(known, 'en')}.`,
  },
  'explain.unknownAmount': {
    nb: ({ id, party }) =>
      `${party} deltar, men beløpet i ${id} er ikke kjent, så det er ingenting å forklare. Legg inn beløpet i lines.csv når det er kjent.`,
    nn: ({ id, party }) =>
      `${party} deltek, men beløpet i ${id} er ikkje kjent, så det er ingenting å forklare. Legg inn beløpet i lines.csv når det er kjent.`,
    en: ({ id, party }) =>
      `${party} takes part, but the amount in ${id} is not known, so there is nothing to explain. Enter it in lines.csv when it is known.`,
  },
};
