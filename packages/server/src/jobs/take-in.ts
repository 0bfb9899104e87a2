import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { draftProblemTexts, draftQuestionTexts } from '@samstyr/contract/texts/draft';
import type { Language } from '@samstyr/contract/texts/language';
import { publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { sentence } from '@samstyr/contract/texts/sentence';
import { tell } from '@samstyr/contract/texts/tell';
import { draftCooperation } from '@samstyr/formats/draft/draft-cooperation';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { checkApart } from '@samstyr/formats/published/check-apart';
import { setGrants } from '../access/grants.ts';
import { importFolder } from '../store/folder.ts';
import type { Wish } from './job-store.ts';
import { type Done, nothing, type Outside, refused, step, type Taken } from './job-work.ts';
import { filesInZip } from './zip-folder.ts';

const none: Uint8Array = new Uint8Array();

/** A folder in a zip becomes a cooperation, whole or not at all; who sent it is its administrator and controller. */
export async function takeIn(outside: Outside, job: Taken): Promise<Done> {
  await step(outside, job, 0, 'Leser mappen');
  const files = await filesInZip(job.input ?? none);
  return files.ok
    ? founded(outside, job, { files: files.value, language: 'nb', questions: [] })
    : refused(files.problems);
}

/** A published joint budget becomes a draft of a cooperation, with what a person must answer. */
export async function draft(
  outside: Outside,
  job: Taken,
  { name, language }: Extract<Wish, { kind: 'check' | 'draft' }>,
): Promise<Done> {
  await step(outside, job, 0, 'Leser dokumentet');
  const checked = await checkApart({ bytes: job.input ?? none, file: name, language });
  if (!checked.ok)
    return refused(checked.problems.map((problem) => tell(publishedProblemTexts, language, problem)));
  const { document, report } = checked.value;
  const made = draftCooperation(document, {
    name: name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' '),
    file: name,
    format: report.format,
    findings: report.findings,
  });
  if (!made.ok) return refused(made.problems.map((problem) => tell(draftProblemTexts, language, problem)));
  const files = new Map(
    [...writeFolder(made.value.model)].map(([path, content]) => [path, fileBytes(content)]),
  );
  const questions = made.value.questions.map((one) => tell(draftQuestionTexts, language, one));
  return founded(outside, job, { files, language, questions });
}

async function founded(
  { store, access }: Outside,
  job: Taken,
  {
    files,
    language,
    questions,
  }: { readonly files: FolderFiles; readonly language: Language; readonly questions: readonly string[] },
): Promise<Done> {
  const made = await importFolder(store, { files, who: job.user });
  if (!made.ok)
    return refused(
      made.problems.map((problem) =>
        'place' in problem ? sentence(problem, language) : refusedCommandSentence(problem, language),
      ),
    );
  const { cooperation, name } = made.value;
  await setGrants(access, {
    cooperation,
    user: job.user,
    grants: [
      { role: 'administrator', units: [], party: null },
      { role: 'controller', units: [], party: null },
    ],
    by: null,
    keepSessions: true,
  });
  return { files: [], result: { ...nothing, cooperation: name, questions }, failed: false };
}
