import type { Texts } from '@samstyr/contract/texts/language';
import { databaseProblemTexts } from '../postgres/problems.ts';
import type { ServeProblem } from './serve.ts';

/** Why the server does not start, and what to do. */
export const serveProblemTexts: Texts<ServeProblem> = {
  ...databaseProblemTexts,
  'serve.demoNotLocal': {
    nb: (p) =>
      `Eksempelet vises bare på egen maskin, ikke på ${p.host}. Ta bort SAMSTYR_HOST, eller start uten --demo.`,
    nn: (p) =>
      `Eksempelet blir berre vist på eiga maskin, ikkje på ${p.host}. Ta bort SAMSTYR_HOST, eller start utan --demo.`,
    en: (p) =>
      `The example is shown on its own machine only, not on ${p.host}. Take SAMSTYR_HOST away, or start without --demo.`,
  },
  'serve.portTaken': {
    nb: (p) => `Port ${p.port} er opptatt. Velg en annen med --port.`,
    nn: (p) => `Port ${p.port} er oppteken. Vel ein annan med --port.`,
    en: (p) => `Port ${p.port} is taken. Choose another with --port.`,
  },
  'serve.noProvider': {
    nb: (p) =>
      `Får ikke svar fra ${p.issuer}, som skal stå for innloggingen. Se at adressen er riktig og kan nås herfra.`,
    nn: (p) =>
      `Får ikkje svar frå ${p.issuer}, som skal stå for innlogginga. Sjå at adressa er rett og kan nåast herifrå.`,
    en: (p) =>
      `No answer from ${p.issuer}, which is to do the login. See that the address is right and can be reached from here.`,
  },
};
