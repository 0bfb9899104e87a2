import type { ApiProblem } from '@samstyr/contract/api/problem';
import { apiProblemTexts } from '@samstyr/contract/texts/api-problems';
import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { draftProblemTexts, draftQuestionTexts } from '@samstyr/contract/texts/draft';
import type { Language } from '@samstyr/contract/texts/language';
import { publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { sentence } from '@samstyr/contract/texts/sentence';
import { stepTexts } from '@samstyr/contract/texts/step-texts';
import { tell } from '@samstyr/contract/texts/tell';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { draftCooperation } from '@samstyr/formats/draft/draft-cooperation';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { checkApart } from '@samstyr/formats/published/check-apart';
import { setGrants } from '../access/grants.ts';
import { type ImportProblem, importFolder, type Renamed } from '../store/folder.ts';
import type { Wish } from './job-store.ts';
import { type Done, nothing, type Outside, refused, step, type Taken } from './job-work.ts';
import { filesInZip } from './zip-folder.ts';

const none: Uint8Array = new Uint8Array();

/** A folder in a zip, or the example, becomes a cooperation, whole or not at all; who sent it is its administrator and controller. */
export async function takeIn(
  outside: Outside,
  job: Taken,
  { from, id, name, language }: Extract<Wish, { kind: 'import' }>,
): Promise<Done> {
  await step(outside, job, 0, stepTexts.readsFolder[language]);
  const files = from === 'zip' ? await filesInZip(job.input ?? none) : exampleOf(outside);
  if (!files.ok) return refused(files.problems.map((problem) => tell(apiProblemTexts, language, problem)));
  return taken(outside, job, { files: files.value, renamed: { id, name }, language, questions: [] });
}

function exampleOf({ example }: Outside): Result<FolderFiles, ApiProblem> {
  const files = example();
  return files === null ? fail({ code: 'import.noExample' }) : ok(files);
}

/** A published joint budget becomes a draft of a cooperation, with what a person must answer. */
export async function draft(
  outside: Outside,
  job: Taken,
  { name, language }: Extract<Wish, { kind: 'check' | 'draft' }>,
): Promise<Done> {
  await step(outside, job, 0, stepTexts.readsDocument[language]);
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
  return taken(outside, job, { files, renamed: { id: null, name: null }, language, questions });
}

async function taken(
  outside: Outside,
  job: Taken,
  {
    files,
    renamed,
    language,
    questions,
  }: {
    readonly files: FolderFiles;
    readonly renamed: Renamed;
    readonly language: Language;
    readonly questions: readonly string[];
  },
): Promise<Done> {
  const made = await found(outside, { files, renamed, user: job.user });
  if (!made.ok)
    return refused(
      made.problems.map((problem) =>
        'place' in problem ? sentence(problem, language) : refusedCommandSentence(problem, language),
      ),
    );
  return { files: [], result: { ...nothing, cooperation: made.value, questions }, failed: false };
}

/** Takes a folder in as a cooperation of somebody's, who becomes its administrator and controller. Gives its short name. (S-SETUP-03) */
export async function found(
  { store, access }: Pick<Outside, 'store' | 'access'>,
  { files, renamed, user }: { readonly files: FolderFiles; readonly renamed: Renamed; readonly user: string },
): Promise<Result<string, ImportProblem>> {
  const made = await importFolder(store, { files, renamed, who: user });
  if (!made.ok) return made;
  const { cooperation, name } = made.value;
  await setGrants(access, {
    cooperation,
    user,
    grants: [
      { role: 'administrator', units: [], party: null },
      { role: 'controller', units: [], party: null },
    ],
    by: null,
    keepSessions: true,
  });
  return ok(name);
}
