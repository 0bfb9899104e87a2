import type { CommandProblem } from '@samstyr/core/command/command';
import type { ModelProblem } from '@samstyr/core/model/model-problem';
import type { EnvelopeProblem, RefusedCommand } from '../command/problems.ts';
import { kronerText } from './amount-text.ts';
import type { Language, Texts } from './language.ts';
import { nearest } from './nearest.ts';
import { fileProblemSentence, modelProblemSentence } from './problem-sentence.ts';
import { rowProblemTexts } from './row-problems.ts';
import { sentence } from './sentence.ts';
import { tell } from './tell.ts';

const meant = (word: string, known: readonly string[], lead: string): string => {
  const near = nearest(word, known);
  return near === null ? '' : ` ${lead} «${near}»?`;
};

/** Why a command is refused, and what to do. */
export const commandProblemTexts: Texts<CommandProblem | EnvelopeProblem> = {
  'command.unknownRow': {
    nb: (p) => `Raden «${p.id}» finnes ikke i ${p.table}. Den kan være fjernet; hent tabellen på nytt.`,
    nn: (p) => `Rada «${p.id}» finst ikkje i ${p.table}. Ho kan vere fjerna; hent tabellen på nytt.`,
    en: (p) => `There is no row “${p.id}” in ${p.table}. It may have been removed; fetch the table again.`,
  },
  'command.unknownVersion': {
    nb: (p) => `Versjonen «${p.version}» finnes ikke. Versjonene er ${p.known.join(', ')}.`,
    nn: (p) => `Versjonen «${p.version}» finst ikkje. Versjonane er ${p.known.join(', ')}.`,
    en: (p) => `There is no version “${p.version}”. The versions are ${p.known.join(', ')}.`,
  },
  'command.versionLocked': {
    nb: (p) =>
      p.version === p.by
        ? `Versjonen ${p.version} er vedtatt, og radene i den ligger fast. Legg inn en ny versjon som bygger på den.`
        : `Versjonen ${p.version} er grunnlaget for ${p.by}, som er vedtatt, og ligger fast. Legg inn en ny versjon som bygger på ${p.by}.`,
    nn: (p) =>
      p.version === p.by
        ? `Versjonen ${p.version} er vedteken, og radene i han ligg fast. Legg inn ein ny versjon som byggjer på han.`
        : `Versjonen ${p.version} er grunnlaget for ${p.by}, som er vedteken, og ligg fast. Legg inn ein ny versjon som byggjer på ${p.by}.`,
    en: (p) =>
      p.version === p.by
        ? `The version ${p.version} is adopted and its rows do not change. Add a new version built on it.`
        : `The version ${p.version} is what ${p.by} was adopted from and does not change. Add a new version built on ${p.by}.`,
  },
  'command.nothingToAdopt': {
    nb: (p) => `Versjonen ${p.version} har ingen beløp å vedta. Legg inn linjer eller totaler først.`,
    nn: (p) => `Versjonen ${p.version} har ingen beløp å vedta. Legg inn linjer eller totalar først.`,
    en: (p) => `The version ${p.version} has no amounts to adopt. Add lines or totals first.`,
  },
  'command.baseLeft': {
    nb: (p) =>
      `«${p.alternative}» bygger på ${p.base}, men nå er det ${p.current} som gjelder. Lag stegene på nytt i Scenario, og lagre dem.`,
    nn: (p) =>
      `«${p.alternative}» byggjer på ${p.base}, men no er det ${p.current} som gjeld. Lag stega på nytt i Scenario, og lagre dei.`,
    en: (p) =>
      `“${p.alternative}” builds on ${p.base}, but now ${p.current} counts. Make the steps anew in Scenario, and save them.`,
  },
  'command.frameTwice': {
    nb: (p) => `${p.unit} har to rammer i ${p.version}. Behold én av dem.`,
    nn: (p) => `${p.unit} har to rammer i ${p.version}. Behald éi av dei.`,
    en: (p) => `${p.unit} has two frames in ${p.version}. Keep one of them.`,
  },
  'command.overFrame': {
    nb: (p) =>
      `Endringene i ${p.unit} blir ${kronerText(p.usedOre, 'nb')}, og rammen i ${p.version} er ${kronerText(p.frameOre, 'nb')}. Avvis noe, finn en innsparing, eller øk rammen.`,
    nn: (p) =>
      `Endringane i ${p.unit} blir ${kronerText(p.usedOre, 'nn')}, og ramma i ${p.version} er ${kronerText(p.frameOre, 'nn')}. Avvis noko, finn ei innsparing, eller auk ramma.`,
    en: (p) =>
      `The changes in ${p.unit} come to ${kronerText(p.usedOre, 'en')}, and the frame in ${p.version} is ${kronerText(p.frameOre, 'en')}. Reject something, find a saving, or raise the frame.`,
  },
  'command.shape': {
    nb: (p) => `${p.path === '' ? 'Kommandoen' : p.path} er ikke slik den skal være. Ventet ${p.expected}.`,
    nn: (p) => `${p.path === '' ? 'Kommandoen' : p.path} er ikkje slik han skal vere. Venta ${p.expected}.`,
    en: (p) => `${p.path === '' ? 'The command' : p.path} is not as it should be. Expected ${p.expected}.`,
  },
  'command.unknownOp': {
    nb: (p) => `Ingen kommando heter «${p.op}».${meant(p.op, p.known, 'Mente du')}`,
    nn: (p) => `Ingen kommando heiter «${p.op}».${meant(p.op, p.known, 'Meinte du')}`,
    en: (p) => `No command is called “${p.op}”.${meant(p.op, p.known, 'Did you mean')}`,
  },
  'command.unknownTable': {
    nb: (p) => `Ingen tabell heter «${p.table}».${meant(p.table, p.known, 'Mente du')}`,
    nn: (p) => `Ingen tabell heiter «${p.table}».${meant(p.table, p.known, 'Meinte du')}`,
    en: (p) => `No table is called “${p.table}”.${meant(p.table, p.known, 'Did you mean')}`,
  },
  'command.expectMissing': {
    nb: (p) =>
      `Raden «${p.id}» i ${p.table} finnes fra før. Si hvilken versjon du hadde foran deg: expect «${p.table}:${p.id}».`,
    nn: (p) =>
      `Rada «${p.id}» i ${p.table} finst frå før. Sei kva versjon du hadde framfor deg: expect «${p.table}:${p.id}».`,
    en: (p) =>
      `The row “${p.id}” in ${p.table} is there already. Say which version you had in front of you: expect “${p.table}:${p.id}”.`,
  },
  'command.stale': {
    nb: (p) =>
      `Noen har endret «${p.id}» siden du hentet den (versjon ${p.expected}, nå ${p.actual}). Se på begge og velg.`,
    nn: (p) =>
      `Nokon har endra «${p.id}» sidan du henta ho (versjon ${p.expected}, no ${p.actual}). Sjå på begge og vel.`,
    en: (p) =>
      `Somebody has changed “${p.id}” since you fetched it (version ${p.expected}, now ${p.actual}). Look at both and choose.`,
  },
  'command.keyReused': {
    nb: (p) => `Nøkkelen «${p.key}» er brukt til en annen kommando. Bruk en ny for hver kommando.`,
    nn: (p) => `Nøkkelen «${p.key}» er brukt til ein annan kommando. Bruk ein ny for kvar kommando.`,
    en: (p) => `The key “${p.key}” was used for another command. Use a new one for each command.`,
  },
  'command.unknownRevision': {
    nb: (p) => `Det finnes ingen revisjon ${p.revision} å gå tilbake til; den siste er ${p.newest}.`,
    nn: (p) => `Det finst ingen revisjon ${p.revision} å gå tilbake til; den siste er ${p.newest}.`,
    en: (p) => `There is no revision ${p.revision} to go back to; the last is ${p.newest}.`,
  },
  'command.cell': {
    nb: (p) => `${p.field} i «${p.id}»: ${fileProblemSentence(p.problem, 'nb')}`,
    nn: (p) => `${p.field} i «${p.id}»: ${fileProblemSentence(p.problem, 'nn')}`,
    en: (p) => `${p.field} in “${p.id}”: ${fileProblemSentence(p.problem, 'en')}`,
  },
  'store.unknownCooperation': {
    nb: (p) => `Databasen har ikke noe samarbeid som heter «${p.name}».`,
    nn: (p) => `Databasen har ikkje noko samarbeid som heiter «${p.name}».`,
    en: (p) => `The database has no cooperation called “${p.name}”.`,
  },
  'store.nameTaken': {
    nb: (p) =>
      `Databasen har samarbeidet «${p.name}» fra før. Endre det der, eller gi samarbeidet i mappen en annen id.`,
    nn: (p) =>
      `Databasen har samarbeidet «${p.name}» frå før. Endre det der, eller gi samarbeidet i mappa ein annan id.`,
    en: (p) =>
      `The database has the cooperation “${p.name}” already. Change it there, or give the one in the folder another id.`,
  },
};

/** The sentence of anything a command is refused for. */
export function refusedCommandSentence(problem: RefusedCommand, language: Language): string {
  if ('at' in problem && problem.at !== null && 'table' in problem.at)
    return modelProblemSentence(problem as ModelProblem, language);
  const { code } = problem;
  if (code in commandProblemTexts)
    return tell(commandProblemTexts, language, problem as CommandProblem | EnvelopeProblem);
  if (code in rowProblemTexts) return tell(rowProblemTexts, language, problem as never);
  return sentence(problem as never, language);
}
