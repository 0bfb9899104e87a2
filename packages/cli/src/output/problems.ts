import { type AnyProblem, sentence } from '@samstyr/contract/texts/sentence';

const shownAtMost = 40;

/** Everything that is wrong, one sentence a line, on standard error. */
export function printProblems(problems: readonly AnyProblem[]): void {
  const lines = problems.slice(0, shownAtMost).map((problem) => sentence(problem, 'nb'));
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`… og ${more} til.`);
  process.stderr.write(`${lines.join('\n')}\n`);
}
