import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type DraftQuestion, draftProblemTexts, draftQuestionTexts } from '@samstyr/contract/texts/draft';
import type { Language } from '@samstyr/contract/texts/language';
import { tell } from '@samstyr/contract/texts/tell';
import { draftCooperation } from '@samstyr/formats/draft/draft-cooperation';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { saveFolder } from '@samstyr/formats/folder/save-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { checkFile, refusal } from '../check-file.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/** `draft FILE --out DIR`: a draft cooperation folder from a published joint budget. Everything is written, or nothing. */
export const draftCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['out'] });
  const [path = ''] = given.positionals;
  const out = given.text('out');
  if (out === null) throw new WrongUse('Skriv hvor utkastet skal ligge: --out MAPPE.');
  const { language } = given;
  const say = (text: string): 1 => {
    process.stderr.write(`${text}\n`);
    return 1;
  };
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    return say(tell(draftProblemTexts, language, { code: 'draft.taken', folder: out }));
  const checked = await checkFile(path, language);
  if (!checked.ok) return say(refusal(path, checked.problems, language).text);
  const { document, report } = checked.value;
  const file = basename(path);
  const draft = draftCooperation(document, {
    name: file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' '),
    file,
    format: report.format,
    findings: report.findings,
  });
  if (!draft.ok) return say(draft.problems.map((one) => tell(draftProblemTexts, language, one)).join('\n'));
  const { model, questions } = draft.value;
  const files = writeFolder(model);
  // Read back before anything is written: a folder that cannot be opened again is worse than none.
  const again = readFolder(new Map([...files].map(([name, content]) => [name, fileBytes(content)])));
  if (!again.ok) {
    printProblems(again.problems);
    return 1;
  }
  files.set('questions.md', questionsFile(file, questions, language));
  const saved = saveFolder(out, files);
  if (!saved.ok) {
    printProblems(saved.problems);
    return 1;
  }
  const counts = {
    units: model.unit.length,
    services: model.service.length,
    parties: model.party.length,
    questions: questions.length,
  };
  if (given.has('json')) printJson({ folder: out, ...counts, years: model.version.map(({ year }) => year) });
  else
    process.stdout.write(
      `${out}: ${counts.units} enheter, ${counts.services} tjenester og ${counts.parties} parter for ${model.version.map(({ year }) => year).join(' og ')}.\n` +
        `${counts.questions} åpne spørsmål står i ${out}/questions.md. Se tallene med: samstyr overview ${out} --year ${model.version.at(-1)?.year}\n`,
    );
  return 0;
});

const headings: { readonly [L in Language]: (file: string) => string } = {
  nb: (file) =>
    `# Åpne spørsmål\n\nUtkastet er laget av ${file}. Alt under må en person svare på; slett linjen når den er besvart.`,
  nn: (file) =>
    `# Opne spørsmål\n\nUtkastet er laga av ${file}. Alt under må ein person svare på; slett lina når ho er svara på.`,
  en: (file) =>
    `# Open questions\n\nThe draft was made from ${file}. A person must answer all below; delete a line when it is answered.`,
};

const questionsFile = (file: string, questions: readonly DraftQuestion[], language: Language): string =>
  `${headings[language](file)}\n\n${questions.map((one) => `- [ ] ${tell(draftQuestionTexts, language, one)}`).join('\n')}\n`;
