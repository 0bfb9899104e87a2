import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '@samstyr/contract/texts/language';
import { type PublishedProblem, publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { fail, type Result } from '@samstyr/core/result/result';
import { checkApart } from '@samstyr/formats/published/check-apart';
import type { Checked } from '@samstyr/formats/published/check-bytes';

const limitBytes = 20_000_000;

/** What cannot be read, as JSON and as the sentences of it. */
export function refusal(path: string, problems: readonly PublishedProblem[], language: Language) {
  const sentences = problems.map((problem) => tell(publishedProblemTexts, language, problem));
  return {
    text: sentences.join('\n'),
    json: { file: basename(path), problems: problems.map(({ code }, at) => ({ code, text: sentences[at] })) },
  };
}

/** Checks one published document, in a thread with limits where there is one. */
export async function checkFile(
  path: string,
  language: Language,
): Promise<Result<Checked, PublishedProblem>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return fail({ code: 'published.noSuchFile', path });
  if (found.size > limitBytes)
    return fail({ code: 'published.tooLarge', bytes: found.size, limit: limitBytes });
  return checkApart({ bytes: await readFile(path), file: basename(path), language });
}
