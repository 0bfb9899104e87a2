import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { DraftJson } from '@samstyr/contract/json/draft';
import { type DraftQuestion, draftProblemTexts, draftQuestionTexts } from '@samstyr/contract/texts/draft';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import { tell } from '@samstyr/contract/texts/tell';
import { formatKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import { type Draft, draftCooperation } from '@samstyr/formats/draft/draft-cooperation';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { saveFolder } from '@samstyr/formats/folder/save-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { checkFile, refusal } from '../check-file.ts';
import { openCooperation } from '../cooperation.ts';
import { printJson } from '../output/json.ts';
import { printProblems } from '../output/problems.ts';

/**
 * `draft FILE --out DIR [--registers DIR]`: a draft cooperation folder from a published joint budget. Everything is written, or nothing.
 * Exit 0 also with open questions: a draft always has some.
 */
export const draftCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['out', 'registers'] });
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
  const lender = given.text('registers');
  const lent = lender === null ? null : openCooperation(lender);
  if (lender !== null && lent === null) return 1;
  const checked = await checkFile(path, language);
  if (!checked.ok) return say(refusal(path, checked.problems, language).text);
  const { document, report } = checked.value;
  const file = basename(path);
  const draft = draftCooperation(document, {
    name: file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' '),
    file,
    format: report.format,
    findings: report.findings,
    ...(lent === null ? {} : { registers: lent.model }),
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
  const json = draftJson(draft.value, { folder: out, file, language });
  if (given.has('json')) printJson(json);
  else process.stdout.write(`${told(json).join('\n')}\n`);
  return 0;
});

function draftJson(
  { model, questions, keys, totals }: Draft,
  { folder, file, language }: { readonly folder: string; readonly file: string; readonly language: Language },
): DraftJson {
  const names = keyWordNames(model, language);
  return {
    folder,
    file,
    years: model.version.map(({ year }) => year),
    units: model.unit.map(({ id, name }) => ({ id, name })),
    parties: model.party.map(({ party, name, kommunenummer }) => ({ party, name, kommunenummer })),
    services: model.service.flatMap(({ id, unit, name, kind }) => {
      const own = keys.find(({ service }) => service === id);
      if (own === undefined) return [];
      const { guess, place } = own;
      const best = guess.standing === 'proven' || guess.standing === 'likely' ? guess.best : null;
      return [
        {
          id,
          unit,
          name,
          kind,
          standing: guess.standing,
          key: best === null ? null : keyInWords(best.key, names, language),
          register: best?.register ?? null,
          date: best?.date ?? null,
          maxResidualOre: best === null ? null : `${best.maxResidualOre}`,
          confidence:
            best === null
              ? null
              : guess.standing !== 'proven'
                ? ('low' as const)
                : guess.bothYears
                  ? ('high' as const)
                  : ('medium' as const),
          place,
        },
      ];
    }),
    totals: totals.map(({ printedOre, builtOre, differenceOre, ...rest }) => ({
      ...rest,
      printedOre: `${printedOre}`,
      builtOre: `${builtOre}`,
      differenceOre: `${differenceOre}`,
    })),
    questions: questions.map((one) => ({
      code: one.code,
      text: tell(draftQuestionTexts, language, one),
      place: 'place' in one ? one.place : null,
    })),
  };
}

/** The draft on a screen: what it holds, whether it is the printed budget, and what is open. */
function told(draft: DraftJson): readonly string[] {
  const { folder, units, services, parties, years, totals, questions } = draft;
  const wrong = totals.filter(({ differenceOre }) => differenceOre !== '0');
  const kroner = (text: string): string => formatKroner(ore(BigInt(text)));
  return [
    `${folder}: ${units.length} enheter, ${services.length} tjenester og ${parties.length} parter for ${years.join(' og ')}.`,
    `${totals.length - wrong.length} av ${totals.length} trykte summer kommer ut som trykt.`,
    ...wrong.map(
      ({ name, year, printedOre, builtOre, differenceOre, place }) =>
        `  ${place}: «${name}» ${year}: trykt ${kroner(printedOre)}, utkastet gir ${kroner(builtOre)} (forskjell ${kroner(differenceOre)})`,
    ),
    '',
    `Åpne spørsmål (${questions.length}), også i ${folder}/questions.md:`,
    ...questions.map(({ text }) => `  - ${text}`),
    '',
    `Se tallene med: samstyr overview ${folder} --year ${years.at(-1)}`,
  ];
}

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
