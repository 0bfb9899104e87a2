import { publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { tell as sentenceOf } from '@samstyr/contract/texts/tell';
import { findingPage } from '@samstyr/documents/findings/finding-page';
import { findingViews } from '@samstyr/documents/findings/finding-view';
import { findingWords } from '@samstyr/documents/findings/finding-words';
import { checkApart } from '@samstyr/formats/published/check-apart';
import type { Progress } from '@samstyr/formats/published/progress';
import { type JobFile, typeOf, type Wish } from './job-store.ts';
import { type Done, nothing, type Outside, refused, step, type Taken } from './job-work.ts';

const askMs = 500;

/** Findings in a published document, read in a thread with limits: as a report, laid out for a page, as a page, and in a copy of the workbook when it is one. */
export async function checkPublished(
  outside: Outside,
  job: Taken,
  { name, language }: Extract<Wish, { kind: 'check' | 'draft' }>,
): Promise<Done> {
  const stop = new AbortController();
  const words = findingWords[language];
  let far: Progress = { pages: 0, of: 0, tables: null };
  const tell = async (): Promise<void> => {
    // The sum is a step of its own, after the last page.
    const isHeard = await step(outside, job, far.pages, words.progress(far), far.of + 1);
    if (!isHeard) stop.abort();
  };
  await tell();
  const bytes = job.input ?? new Uint8Array();
  // Whoever stops the check gets the thread back at once, for the next document.
  const asking = setInterval(() => void tell().catch(() => {}), askMs);
  const checked = await checkApart({ bytes, file: name, language }, stop.signal, (progress) => {
    far = progress;
  }).finally(() => clearInterval(asking));
  if (!checked.ok)
    return refused(checked.problems.map((problem) => sentenceOf(publishedProblemTexts, language, problem)));
  const { report, document } = checked.value;
  const page = findingPage(report, document.tables, language);
  const views = JSON.stringify(findingViews(report, document.tables, language));
  const files: JobFile[] = [
    { name: 'funn.json', type: typeOf('funn.json'), content: new TextEncoder().encode(views) },
    { name: 'funn.html', type: typeOf('funn.html'), content: new TextEncoder().encode(page) },
  ];
  if (report.format === 'xlsx') {
    // The library that writes workbooks is large; only this waits for it.
    const { annotateWorkbook } = await import('@samstyr/documents/findings/annotate-workbook');
    const { bytes: content } = await annotateWorkbook(bytes, report.findings);
    files.push({ name: 'merket-kopi.xlsx', type: typeOf('merket-kopi.xlsx'), content });
  }
  return { files, result: { ...nothing, report }, failed: false };
}
