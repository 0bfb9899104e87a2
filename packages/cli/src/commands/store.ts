import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { fileProblemLine } from '@samstyr/contract/texts/problem-sentence';
import { tell } from '@samstyr/contract/texts/tell';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { saveFolder } from '@samstyr/formats/folder/save-folder';
import { type VerifyFinding, verifyCooperation } from '@samstyr/server/audit/verify';
import { verifySentence } from '@samstyr/server/audit/verify-texts';
import { openDatabase } from '@samstyr/server/postgres/connect';
import { databaseProblemTexts } from '@samstyr/server/postgres/problems';
import { exportFolder, importFolder } from '@samstyr/server/store/folder';
import { createStore, findCooperation, listCooperations, type Store } from '@samstyr/server/store/store';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { printJson } from '../output/json.ts';
import { printProblems, printSentences } from '../output/problems.ts';

/** Where the checkout's own database keeps its data when nobody says otherwise. */
const dataFolder = (): string => process.env['SAMSTYR_DATA'] ?? join(process.cwd(), 'data');

/**
 * Does something with the store and lets go of the database whatever happens. 1 when it cannot be opened. `serve` wants it alone: nobody
 * serves from a database that is being replaced.
 */
export async function withStore(
  work: (store: Store) => Promise<0 | 1>,
  purpose: 'tool' | 'serve' = 'tool',
): Promise<0 | 1> {
  const opened = await openDatabase({
    url: process.env['DATABASE_URL'] ?? null,
    ownerUrl: process.env['DATABASE_OWNER_URL'] ?? null,
    folder: dataFolder(),
    purpose,
  });
  if (!opened.ok) {
    printSentences(opened.problems.map((problem) => tell(databaseProblemTexts, 'nb', problem)));
    return 1;
  }
  try {
    return await work(createStore(opened.value));
  } finally {
    await opened.value.close();
  }
}

/** Who a command of the command line is done by, in the audit. */
const who = 'kommandolinje';

/** `import DIR`: a cooperation folder into the database, whole or not at all. */
export const importCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: [] });
  const [folder = ''] = given.positionals;
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUse(`Finner ikke mappen «${folder}».`);
  const files = loadFolder(folder);
  return withStore(async (store) => {
    const done = await importFolder(store, { files, who });
    if (!done.ok) {
      printSentences(
        done.problems.map((problem) =>
          'place' in problem ? fileProblemLine(problem, 'nb') : refusedCommandSentence(problem, 'nb'),
        ),
      );
      return 1;
    }
    const { name, cooperation, revision, head } = done.value;
    if (given.has('json')) printJson({ name, cooperation, revision, head: `${revision}:${head}` });
    else
      process.stdout.write(`${name} er lest inn (${files.size} filer). Loggen er ved ${revision}:${head}\n`);
    return 0;
  });
});

/** `export NAME DIR`: a cooperation in the database as its folder. */
export const exportCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 2, options: [] });
  const [name = '', folder = ''] = given.positionals;
  return withStore(async (store) => {
    const found = await findCooperation(store, name);
    const files = found === null ? null : await exportFolder(store, found.cooperation);
    if (files === null) {
      printSentences([refusedCommandSentence({ code: 'store.unknownCooperation', name }, 'nb')]);
      return 1;
    }
    const saved = saveFolder(folder, files);
    if (!saved.ok) {
      printProblems(saved.problems);
      return 1;
    }
    if (given.has('json')) printJson({ name, folder, files: files.size });
    else process.stdout.write(`${name} er skrevet til ${folder} (${files.size} filer).\n`);
    return 0;
  });
});

/** `verify [NAME] [--head REVISION:HASH]`: the audit replayed to the rows as they stand, and every sum added up again. */
export const verifyCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 'any', options: ['head'] });
  const head = given.text('head');
  return withStore(async (store) => {
    const all = given.positionals.length > 0 ? [] : await listCooperations(store);
    if (all === null) {
      printSentences([
        'Skriv hvilket samarbeid: samstyr verify NAVN. Uten DATABASE_OWNER_URL kan de ikke listes.',
      ]);
      return 1;
    }
    const named = await Promise.all(
      given.positionals.map(async (name) => ({ name, found: await findCooperation(store, name) })),
    );
    const unknown = named.filter(({ found }) => found === null);
    if (unknown.length > 0) {
      printSentences(
        unknown.map(({ name }) => refusedCommandSentence({ code: 'store.unknownCooperation', name }, 'nb')),
      );
      return 1;
    }
    const reports: Report[] = [];
    for (const { cooperation, name } of [
      ...all,
      ...named.flatMap(({ found }) => (found === null ? [] : [found])),
    ])
      reports.push({ name, ...(await verifyCooperation(store.database.serving, cooperation, [])) });
    // A head is of one cooperation: it must be in one of the chains, and not in each.
    const isFound = head === null || (await anyHas(store, reports, head));
    const lost: readonly VerifyFinding[] = isFound ? [] : [{ code: 'verify.head', head: head ?? '' }];
    const wrong = lost.length + reports.reduce((count, { findings }) => count + findings.length, 0);
    if (given.has('json'))
      printJson({
        cooperations: reports.map(({ findings, ...report }) => ({
          ...report,
          findings: findings.map(inJson),
        })),
        findings: lost.map(inJson),
      });
    else process.stdout.write(told(reports, lost));
    return wrong > 0 ? 1 : 0;
  });
});

type Report = { readonly name: string } & Awaited<ReturnType<typeof verifyCooperation>>;

const anyHas = async (store: Store, reports: readonly Report[], head: string): Promise<boolean> => {
  for (const { cooperation } of reports) {
    const { findings } = await verifyCooperation(store.database.serving, cooperation, [head]);
    if (!findings.some(({ code }) => code === 'verify.head')) return true;
  }
  return false;
};

const inJson = (finding: VerifyFinding) => ({ code: finding.code, sentence: verifySentence(finding, 'nb') });

const shownAtMost = 40;

function told(reports: readonly Report[], lost: readonly VerifyFinding[]): string {
  const lines = reports.flatMap(({ name, entries, rows, head, findings }) => [
    `${name}: ${rows} rader, ${entries} innslag i loggen, ${findings.length === 0 ? 'alt stemmer' : `${findings.length} funn`}`,
    ...findings.slice(0, shownAtMost).map((finding) => `  ${verifySentence(finding, 'nb')}`),
    ...(findings.length > shownAtMost ? [`  … og ${findings.length - shownAtMost} til.`] : []),
    `  Noter denne et annet sted, og bruk den med --head neste gang: ${head}`,
  ]);
  return `${[...(reports.length === 0 ? ['Databasen har ingen samarbeid.'] : lines), ...lost.map((finding) => verifySentence(finding, 'nb'))].join('\n')}\n`;
}
