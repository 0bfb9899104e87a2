import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { Edition } from './edition.ts';
import type { Files, Format } from './format.ts';
import { type PaperFormat, type PaperJob, sendable } from './paper.ts';
import { openPaperDesk, type PaperDesk } from './paper-desk.ts';
import { drawnDocument, fileName, render, type Wanted } from './render.ts';

/** A desk for each page format asked for; opened before the budget is computed, they load meanwhile. */
export type PaperDesks = ReadonlyMap<PaperFormat, PaperDesk>;

const isPaper = (format: Format): format is PaperFormat => format === 'pdf' || format === 'docx';

export const openPaperDesks = (wanted: readonly Format[], entry: string | null): PaperDesks =>
  new Map(wanted.filter(isPaper).map((format) => [format, openPaperDesk(format, entry)]));

export function closePaperDesks(desks: PaperDesks): void {
  for (const desk of desks.values()) desk.close();
}

/** What a PDF is written from, in a thread with nothing else in it: its name without ending, and the job. */
export type PdfOrder = { readonly name: string; readonly job: Omit<PaperJob, 'format'> };

/** An edition in the formats asked for, with the PDF as an order: laying it out takes as much memory as all the rest. */
export type Rendered = { readonly files: ReadonlyMap<Format, Files>; readonly pdf: PdfOrder | null };

/**
 * An edition in several formats at once: the document is made once, Word is written at its desk while the rest is written here. Every file,
 * or every sentence about what is wrong, each once. `shown` hears what is being done.
 */
export async function renderAll(
  edition: Edition,
  wanted: readonly Format[],
  {
    word,
    shown,
    ...options
  }: Wanted & { readonly word: PaperDesk; readonly shown: (format: Format) => void },
): Promise<Result<Rendered, string>> {
  const made = wanted.some((format) => format === 'html' || isPaper(format))
    ? drawnDocument(edition, options)
    : null;
  if (made?.ok === false) return made;
  const written = async (format: Format) => {
    shown(format);
    return [format, await render(edition, format, options, made, (_, job) => word.write(job))] as const;
  };
  const here = wanted.filter((format) => format !== 'pdf');
  // Word takes longest, and elsewhere: it begins first.
  const begun = here.includes('docx') ? written('docx') : null;
  const all = await Promise.all(
    here.map((format) => (format === 'docx' && begun !== null ? begun : written(format))),
  );
  const [first, ...rest] = new Set(all.flatMap(([, one]) => (one.ok ? [] : one.problems)));
  if (first !== undefined) return fail(first, ...rest);
  return ok({
    files: new Map(all.flatMap(([format, one]) => (one.ok ? [[format, one.value] as const] : []))),
    pdf:
      wanted.includes('pdf') && made !== null
        ? {
            name: fileName(edition, options),
            job: { ...made.value, tree: sendable(made.value.tree), archive: options.archive ?? false },
          }
        : null,
  });
}
