import { tell } from '@samstyr/contract/texts/tell';
import { formatCount } from '@samstyr/core/money/kroner';
import { type Audience, editionOf } from '@samstyr/documents/publish/edition';
import { paperEntry } from '@samstyr/documents/publish/paper-desk';
import { type Format, formats } from '@samstyr/documents/publish/render';
import {
  closePaperDesks,
  openPaperDesks,
  type PaperDesks,
  renderAll,
} from '@samstyr/documents/publish/render-all';
import { scopeOf, scopeProblemTexts } from '@samstyr/documents/publish/scope';
import { type Arguments, readArguments, WrongUse, withUsage } from '../arguments.ts';
import { openCooperation } from '../cooperation.ts';
import { writeFiles } from '../output/files.ts';
import { printProblems, printSentences } from '../output/problems.ts';
import { progress } from '../output/progress.ts';

/** `build DIR --year Y --out OUT`: the joint budget as documents. Everything is written, or nothing. */
export const buildCommand = withUsage(async (args) => {
  const given = readArguments(args, {
    need: 1,
    options: ['year', 'out', 'format', 'edition', 'audience', 'archive'],
  });
  const year = given.year();
  const out = given.text('out');
  if (out === null) throw new WrongUse('Skriv hvor dokumentene skal ligge: --out MAPPE.');
  const wanted = formatsOf(given);
  const audience = audienceOf(given);
  const papers = openPaperDesks(wanted, paperEntry());
  try {
    return await build(given, { year, out, wanted, audience, papers });
  } finally {
    closePaperDesks(papers);
  }
});

async function build(
  given: Arguments,
  {
    year,
    out,
    wanted,
    audience,
    papers,
  }: {
    readonly year: number;
    readonly out: string;
    readonly wanted: readonly Format[];
    readonly audience: Audience;
    readonly papers: PaperDesks;
  },
): Promise<0 | 1> {
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
  const made = await renderAll(edition.value, wanted, {
    language: given.language,
    scope: scope.value,
    archive: given.has('archive'),
    papers,
    shown: shown.step,
  });
  if (!made.ok) {
    shown.done();
    printSentences(made.problems);
    return 1;
  }
  const files = made.value;
  try {
    writeFiles(out, files);
  } catch (error) {
    shown.done();
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    printSentences([
      `Dokumentene kan ikke skrives i ${out} (${code}). Det som lå der, er urørt. Velg en mappe du kan skrive i, uten mapper med dokumentenes navn.`,
    ]);
    return 1;
  }
  shown.done();
  const lines = [...files].map(
    ([name, content]) => `${out}/${name}  ${formatCount(BigInt(Buffer.byteLength(content)))} byte`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

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
