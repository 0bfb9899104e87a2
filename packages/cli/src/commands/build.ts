import { tell } from '@samstyr/contract/texts/tell';
import { formatCount } from '@samstyr/core/money/kroner';
import { type Audience, editionOf } from '@samstyr/documents/publish/edition';
import { type Format, formats, render } from '@samstyr/documents/publish/render';
import { scopeOf, scopeProblemTexts } from '@samstyr/documents/publish/scope';
import { type Arguments, readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { writeFiles } from '../output/files.ts';
import { printProblems, printSentences } from '../output/problems.ts';
import { progress } from '../output/progress.ts';

/** `build DIR --year Y --out OUT`: the joint budget as documents. Everything is written, or nothing. */
export const buildCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['year', 'out', 'format', 'edition', 'audience'] });
  const year = given.year();
  const out = given.text('out');
  if (out === null) throw new WrongUse('Skriv hvor dokumentene skal ligge: --out MAPPE.');
  const wanted = formatsOf(given);
  const audience = audienceOf(given);
  const word = given.text('edition') ?? 'full';
  const index = openCooperation(given.positionals[0] ?? '');
  if (index === null) return 1;
  const shown = progress(wanted.length + 1);
  shown.step('Regner ut budsjettet');
  const edition = editionOf(index, { year, rounding: given.rounding, audience });
  if (!edition.ok) {
    shown.done();
    printProblems(edition.problems);
    return 1;
  }
  const scope = scopeOf(index, edition.value.overview, word);
  if (!scope.ok) {
    shown.done();
    throw new WrongUse(tell(scopeProblemTexts, 'nb', scope.problems[0]));
  }
  const files = new Map<string, string | Uint8Array>();
  for (const format of wanted) {
    shown.step(formats[format]);
    const made = await render(edition.value, format, { language: given.language, scope: scope.value });
    if (!made.ok) {
      shown.done();
      printSentences(made.problems);
      return 1;
    }
    for (const [name, content] of made.value) files.set(name, content);
  }
  writeFiles(out, files);
  shown.done();
  const lines = [...files].map(
    ([name, content]) => `${out}/${name}  ${formatCount(BigInt(Buffer.byteLength(content)))} byte`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
});

function formatsOf(given: Arguments): readonly Format[] {
  const known = Object.keys(formats) as Format[];
  const text = given.text('format');
  if (text === null) return known;
  return text.split(',').map((word) => {
    const format = known.find((one) => one === word.trim());
    if (format === undefined) throw new WrongUse(`--format kan være ${known.join(', ')}, ikke «${word}».`);
    return format;
  });
}

function audienceOf(given: Arguments): Audience {
  const text = given.text('audience') ?? 'public';
  if (text !== 'public' && text !== 'internal')
    throw new WrongUse(
      `--audience kan være public (for alle) eller internal (med det som hviler på få), ikke «${text}».`,
    );
  return text;
}
