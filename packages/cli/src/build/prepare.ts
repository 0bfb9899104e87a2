import type { Language } from '@samstyr/contract/texts/language';
import { type AnyProblem, sentence } from '@samstyr/contract/texts/sentence';
import { stepTexts } from '@samstyr/contract/texts/step-texts';
import { tell } from '@samstyr/contract/texts/tell';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { fail, type Result } from '@samstyr/core/result/result';
import { type Audience, editionOf } from '@samstyr/documents/publish/edition';
import type { Format } from '@samstyr/documents/publish/format';
import { openPaperDesk, paperEntry } from '@samstyr/documents/publish/paper-desk';
import { type Rendered, renderAll } from '@samstyr/documents/publish/render-all';
import { scopeOf, scopeProblemTexts } from '@samstyr/documents/publish/scope';
import { WrongUse } from '../arguments.ts';
import { readCooperation } from '../cooperation.ts';

/** What somebody asked of `build`, in plain values that cross threads. */
export type BuildWish = {
  readonly folder: string;
  readonly year: number;
  readonly rounding: RoundingChoice;
  readonly language: Language;
  readonly formats: readonly Format[];
  readonly audience: Audience;
  /** `full`, `summary` or `municipality:NAME`. */
  readonly edition: string;
  readonly archive: boolean;
};

/** The documents of a folder, the PDF as an order; or every sentence about what is wrong. Throws WrongUse for an edition nobody knows. */
export async function prepare(
  { folder, year, rounding, language, formats, audience, edition: word, archive }: BuildWish,
  shown: (what: string) => void,
): Promise<Result<Rendered, string>> {
  const desk = openPaperDesk('docx', formats.includes('docx') ? paperEntry() : null);
  try {
    const index = readCooperation(folder);
    if (!index.ok) return told(index.problems);
    shown(stepTexts.computes.nb);
    const edition = editionOf(index.value, { year, rounding, audience });
    if (!edition.ok) return told(edition.problems);
    const scope = scopeOf(index.value, edition.value.overview, word);
    if (!scope.ok) throw new WrongUse(tell(scopeProblemTexts, 'nb', scope.problems[0]));
    return await renderAll(edition.value, formats, {
      language,
      scope: scope.value,
      archive,
      word: desk,
      shown: (format) => shown(stepTexts[format].nb),
    });
  } finally {
    desk.close();
  }
}

const told = ([first, ...rest]: readonly [AnyProblem, ...AnyProblem[]]): Result<never, string> =>
  fail(sentence(first, 'nb'), ...rest.map((one) => sentence(one, 'nb')));
