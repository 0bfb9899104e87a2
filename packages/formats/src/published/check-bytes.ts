import { type CheckReport, checkReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import { checkPublished } from '@samstyr/core/control/published/check-published';
import type { PublishedDocument } from '@samstyr/core/control/published/published-document';
import { ok, type Result } from '@samstyr/core/result/result';
import type { TellProgress } from './progress.ts';
import type { ReadProblem } from './read-problem.ts';
import { readPublished } from './read-published.ts';

/** A report, and the tables it is about for whoever wants to show them. */
export type Checked = { readonly report: CheckReport; readonly document: PublishedDocument };

/** A file's bytes → the report on it with sentences in `language`, or why it cannot be read. `tell` hears how far it is. */
export async function checkBytes(
  bytes: Uint8Array,
  file: string,
  language: Language = 'nb',
  tell: TellProgress = () => {},
): Promise<Result<Checked, ReadProblem>> {
  let pages = 0;
  const read = await readPublished(bytes, file, (progress) => {
    pages = progress.of;
    tell(progress);
  });
  if (!read.ok) return read;
  const { format, document } = read.value;
  tell({ pages, of: pages, tables: document.tables.length });
  const report = checkReport({
    file,
    format,
    language: document.language,
    tables: document.tables.length,
    findings: checkPublished(document),
    told: language,
  });
  return ok({ report, document });
}
