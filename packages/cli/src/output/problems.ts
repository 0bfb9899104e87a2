import { type AnyProblem, sentence } from '@samstyr/contract/texts/sentence';

const shownAtMost = 40;

/** Everything that is wrong, one sentence a line, on standard error. */
export const printProblems = (problems: readonly AnyProblem[]): void =>
  printSentences(problems.map((problem) => sentence(problem, 'nb')));

/** Sentences about what is wrong, on standard error; of very many only the first, and how many more there are. */
export function printSentences(sentences: readonly string[]): void {
  const lines = sentences.slice(0, shownAtMost);
  const more = sentences.length - lines.length;
  if (more > 0) lines.push(`… og ${more} til.`);
  process.stderr.write(`${lines.join('\n')}\n`);
}
