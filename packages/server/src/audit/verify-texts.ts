import type { Language, Texts } from '@samstyr/contract/texts/language';
import { modelProblemSentence } from '@samstyr/contract/texts/problem-sentence';
import { reconcileTexts } from '@samstyr/contract/texts/reconcile';
import { tell } from '@samstyr/contract/texts/tell';
import type { VerifyFinding } from './verify.ts';

const was = { nb: 'var', nn: 'var', en: 'was' } as const;
const empty = { nb: 'tomt', nn: 'tomt', en: 'empty' } as const;
const word = (value: string, language: Language): string =>
  value === '' ? empty[language] : `«${value.slice(0, 80)}»`;

export const verifyTexts: Texts<VerifyFinding> = {
  ...reconcileTexts,
  'verify.gap': {
    nb: (p) => `Loggen mangler det som skulle stå før revisjon ${p.revision}.`,
    nn: (p) => `Loggen manglar det som skulle stå før revisjon ${p.revision}.`,
    en: (p) => `The audit lacks what should stand before revision ${p.revision}.`,
  },
  'verify.entry': {
    nb: (p) => `Revisjon ${p.revision} i loggen er endret etter at den ble skrevet.`,
    nn: (p) => `Revisjon ${p.revision} i loggen er endra etter at han vart skriven.`,
    en: (p) => `Revision ${p.revision} of the audit was changed after it was written.`,
  },
  'verify.link': {
    nb: (p) =>
      `Revisjon ${p.revision} i loggen følger ikke av den før. En er byttet, tatt ut eller satt inn.`,
    nn: (p) =>
      `Revisjon ${p.revision} i loggen følgjer ikkje av den før. Ein er bytt, teken ut eller sett inn.`,
    en: (p) =>
      `Revision ${p.revision} of the audit does not follow the one before. One was swapped, taken out or put in.`,
  },
  'verify.tail': {
    nb: (p) =>
      `Samarbeidet er ved revisjon ${p.revision}, og loggen har ${p.entries}. Slutten av loggen er ikke som den var.`,
    nn: (p) =>
      `Samarbeidet er ved revisjon ${p.revision}, og loggen har ${p.entries}. Slutten av loggen er ikkje som han var.`,
    en: (p) =>
      `The cooperation is at revision ${p.revision} and the audit has ${p.entries}. The end of the audit is not as it was.`,
  },
  'verify.head': {
    nb: (p) =>
      `Loggen har ikke ${p.head}. Den er kuttet eller skrevet på nytt siden det ble notert, eller det er et annet samarbeids.`,
    nn: (p) =>
      `Loggen har ikkje ${p.head}. Han er kutta eller skriven på nytt sidan det vart notert, eller det er eit anna samarbeid sitt.`,
    en: (p) =>
      `The audit does not have ${p.head}. It was cut or written anew since that was noted, or it is another cooperation's.`,
  },
  'verify.before': {
    nb: (p) => `Revisjon ${p.revision} endrer ${p.table} «${p.id}» fra noe annet enn det den var.`,
    nn: (p) => `Revisjon ${p.revision} endrar ${p.table} «${p.id}» frå noko anna enn det ho var.`,
    en: (p) => `Revision ${p.revision} changes ${p.table} “${p.id}” from something else than it was.`,
  },
  'verify.missing': {
    nb: (p) => `${p.table} «${p.id}» er borte, og loggen sier ikke at den er fjernet.`,
    nn: (p) => `${p.table} «${p.id}» er borte, og loggen seier ikkje at ho er fjerna.`,
    en: (p) => `${p.table} “${p.id}” is gone, and the audit does not say it was removed.`,
  },
  'verify.extra': {
    nb: (p) => `${p.table} «${p.id}» er der uten at loggen sier hvem som la den inn.`,
    nn: (p) => `${p.table} «${p.id}» er der utan at loggen seier kven som la ho inn.`,
    en: (p) => `${p.table} “${p.id}” is there, and the audit does not say who put it in.`,
  },
  'verify.differs': {
    nb: (p) =>
      `${p.table} «${p.id}»: ${p.field} er ${word(p.found, 'nb')} og ${was.nb} ${word(p.expected, 'nb')} i loggen.`,
    nn: (p) =>
      `${p.table} «${p.id}»: ${p.field} er ${word(p.found, 'nn')} og ${was.nn} ${word(p.expected, 'nn')} i loggen.`,
    en: (p) =>
      `${p.table} “${p.id}”: ${p.field} is ${word(p.found, 'en')} and ${was.en} ${word(p.expected, 'en')} in the audit.`,
  },
  'verify.unlocked': {
    nb: (p) => `Versjonen ${p.version} er vedtatt, men ikke låst i databasen.`,
    nn: (p) => `Versjonen ${p.version} er vedteken, men ikkje låst i databasen.`,
    en: (p) => `The version ${p.version} is adopted and not locked in the database.`,
  },
  'verify.frame': {
    nb: (p) =>
      `Rammen for ${p.unit} i ${p.version}: databasen har brukt/ramme ${p.found} øre, radene gir ${p.expected}.`,
    nn: (p) =>
      `Ramma for ${p.unit} i ${p.version}: databasen har brukt/ramme ${p.found} øre, radene gir ${p.expected}.`,
    en: (p) =>
      `The frame of ${p.unit} in ${p.version}: the database has used/frame ${p.found} øre, the rows give ${p.expected}.`,
  },
  'verify.model': {
    nb: (p) => modelProblemSentence(p.problem, 'nb'),
    nn: (p) => modelProblemSentence(p.problem, 'nn'),
    en: (p) => modelProblemSentence(p.problem, 'en'),
  },
};

/** A finding in words. */
export const verifySentence = (finding: VerifyFinding, language: Language): string =>
  tell(verifyTexts, language, finding);
