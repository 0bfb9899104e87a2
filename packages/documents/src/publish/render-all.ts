import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { Edition } from './edition.ts';
import type { PaperFormat } from './paper.ts';
import { openPaperDesk, type PaperDesk } from './paper-desk.ts';
import { drawnDocument, type Format, formats, render, type Wanted } from './render.ts';

/** A desk for each page format asked for; opened before the budget is computed, they load meanwhile. */
export type PaperDesks = ReadonlyMap<PaperFormat, PaperDesk>;

const isPaper = (format: Format): format is PaperFormat => format === 'pdf' || format === 'docx';

export const openPaperDesks = (wanted: readonly Format[], entry: string | null): PaperDesks =>
  new Map(wanted.filter(isPaper).map((format) => [format, openPaperDesk(format, entry)]));

export function closePaperDesks(desks: PaperDesks): void {
  for (const desk of desks.values()) desk.close();
}

/**
 * An edition in several formats at once: the document is made once, the pages are written in their desks while the rest is written here.
 * Every file, in the order of the formats; or every sentence about what is wrong, each once. `shown` hears what is being done.
 */
export async function renderAll(
  edition: Edition,
  wanted: readonly Format[],
  {
    papers,
    shown,
    ...options
  }: Wanted & { readonly papers: PaperDesks; readonly shown: (what: string) => void },
): Promise<Result<ReadonlyMap<string, string | Uint8Array>, string>> {
  const made = wanted.some((format) => format === 'html' || isPaper(format))
    ? drawnDocument(edition, options)
    : null;
  const written = (format: Format) => {
    shown(formats[format]);
    return render(edition, format, options, made, (paper, job) => {
      const desk = papers.get(paper) ?? openPaperDesk(paper, null);
      return desk.write(job);
    });
  };
  // The slowest first: Word, then the PDF.
  const begun = new Map(
    (['docx', 'pdf'] as const)
      .filter((format) => wanted.includes(format))
      .map((format) => [format as Format, written(format)]),
  );
  const all = await Promise.all(wanted.map((format) => begun.get(format) ?? written(format)));
  const [first, ...rest] = new Set(all.flatMap((one) => (one.ok ? [] : one.problems)));
  if (first !== undefined) return fail(first, ...rest);
  return ok(new Map(all.flatMap((one) => (one.ok ? [...one.value] : []))));
}
