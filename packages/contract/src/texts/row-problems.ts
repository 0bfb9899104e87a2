import type { RowProblem } from '../tables/row-json.ts';
import { editFileProblemTexts } from './edit-file-problems.ts';
import { keyTexts } from './key.ts';
import type { Texts } from './language.ts';
import { tell } from './tell.ts';

/** What is wrong with a row in JSON. The schema says in detail what a field takes; the sentence says where to look. */
export const rowProblemTexts: Texts<RowProblem> = {
  'row.shape': {
    nb: (p) =>
      p.path === ''
        ? 'Raden har ikke feltene skjemaet krever. Hold den mot tabellens skjema i docs/schema.'
        : `${p.path} er ikke slik skjemaet krever. Hold feltet mot tabellens skjema i docs/schema.`,
    nn: (p) =>
      p.path === ''
        ? 'Rada har ikkje felta skjemaet krev. Hald ho mot skjemaet til tabellen i docs/schema.'
        : `${p.path} er ikkje slik skjemaet krev. Hald feltet mot skjemaet til tabellen i docs/schema.`,
    en: (p) =>
      p.path === ''
        ? 'The row does not have the fields its schema asks for. Hold it against the schema of the table in docs/schema.'
        : `${p.path} is not as its schema asks. Hold the field against the schema of the table in docs/schema.`,
  },
  'row.noSuchDay': {
    nb: (p) => `${p.path}: «${p.text}» er ingen dag i kalenderen. Skriv en dag som finnes, som 2025-07-01.`,
    nn: (p) => `${p.path}: «${p.text}» er ingen dag i kalenderen. Skriv ein dag som finst, som 2025-07-01.`,
    en: (p) => `${p.path}: “${p.text}” is no day of the calendar. Write a day that exists, as 2025-07-01.`,
  },
  'row.key': {
    nb: (p) => `${p.path}: ${tell(keyTexts, 'nb', p.problem)}`,
    nn: (p) => `${p.path}: ${tell(keyTexts, 'nn', p.problem)}`,
    en: (p) => `${p.path}: ${tell(keyTexts, 'en', p.problem)}`,
  },
  'row.edits': {
    nb: (p) => tell(editFileProblemTexts, 'nb', p.problem),
    nn: (p) => tell(editFileProblemTexts, 'nn', p.problem),
    en: (p) => tell(editFileProblemTexts, 'en', p.problem),
  },
};
