import { stepTexts } from '@samstyr/contract/texts/step-texts';
import { formatCount } from '@samstyr/core/money/kroner';
import { ok, type Result } from '@samstyr/core/result/result';
import type { Audience } from '@samstyr/documents/publish/edition';
import { type Files, type Format, formats } from '@samstyr/documents/publish/format';
import { openPaperDesk, type PaperDesk, paperEntry } from '@samstyr/documents/publish/paper-desk';
import type { PdfOrder } from '@samstyr/documents/publish/render-all';
import { type Arguments, readArguments, WrongUse, withUsage } from '../arguments.ts';
import { prepareApart } from '../build/apart.ts';
import { writeFiles } from '../output/files.ts';
import { printSentences } from '../output/problems.ts';
import { progress } from '../output/progress.ts';

/** `build DIR --year Y --out OUT`: the joint budget as documents. Everything is written, or nothing. */
export const buildCommand = withUsage(async (args) => {
  const given = readArguments(args, {
    need: 1,
    options: ['year', 'out', 'format', 'edition', 'audience', 'archive'],
  });
  const out = given.text('out');
  if (out === null) throw new WrongUse('Skriv hvor dokumentene skal ligge: --out MAPPE.');
  const wanted = formatsOf(given);
  const shown = progress(wanted.length + 1);
  const made = await documents(given, wanted, shown.step).finally(shown.done);
  if (!made.ok) {
    printSentences(made.problems);
    return 1;
  }
  const files = made.value;
  try {
    writeFiles(out, files);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    printSentences([
      `Dokumentene kan ikke skrives i ${out} (${code}). Det som lå der, er urørt. Velg en mappe du kan skrive i, uten mapper med dokumentenes navn.`,
    ]);
    return 1;
  }
  const lines = [...files].map(
    ([name, content]) => `${out}/${name}  ${formatCount(BigInt(Buffer.byteLength(content)))} byte`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
});

/** Every file, in the order the formats were asked for; or every sentence about what is wrong. */
async function documents(
  given: Arguments,
  wanted: readonly Format[],
  shown: (what: string) => void,
): Promise<Result<Files, string>> {
  // What lays out pages loads while everything else is made.
  const desk = openPaperDesk('pdf', wanted.includes('pdf') ? paperEntry() : null);
  try {
    const prepared = await prepareApart(
      {
        folder: given.positionals[0] ?? '',
        year: given.year(),
        rounding: given.rounding,
        language: given.language,
        formats: wanted,
        audience: audienceOf(given),
        edition: given.text('edition') ?? 'full',
        archive: given.has('archive'),
      },
      shown,
    );
    if (!prepared.ok) return prepared;
    const { files, pdf } = prepared.value;
    if (pdf !== null) shown(stepTexts.pdf.nb);
    const pages = pdf === null ? ok(new Map()) : await pdfFiles(pdf, desk);
    if (!pages.ok) return pages;
    return ok(new Map(wanted.flatMap((format) => [...(files.get(format) ?? pages.value)])));
  } finally {
    desk.close();
  }
}

async function pdfFiles({ name, job }: PdfOrder, desk: PaperDesk): Promise<Result<Files, string>> {
  const written = await desk.write(job);
  return written.ok ? ok(new Map(written.value.map(([end, bytes]) => [`${name}${end}`, bytes]))) : written;
}

function formatsOf(given: Arguments): readonly Format[] {
  const text = given.text('format');
  if (text === null) return formats;
  return text.split(',').map((word) => {
    const format = formats.find((one) => one === word.trim());
    if (format === undefined) throw new WrongUse(`--format kan være ${formats.join(', ')}, ikke «${word}».`);
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
