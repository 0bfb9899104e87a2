import type { Texts } from './language.ts';

/** Why a file from a bank of statistics cannot become rows of a register. */
export type RegisterFileProblem =
  | { readonly code: 'registerFile.notJsonStat' }
  | { readonly code: 'registerFile.noRegion' }
  | { readonly code: 'registerFile.noTime' }
  | { readonly code: 'registerFile.wrongSize'; readonly expected: number; readonly found: number }
  /** More than one value of something else than place and time: which is meant, nobody knows. */
  | { readonly code: 'registerFile.manyValues'; readonly dimension: string; readonly count: number }
  | { readonly code: 'registerFile.time'; readonly text: string }
  | { readonly code: 'registerFile.notNumber'; readonly region: string; readonly time: string }
  | { readonly code: 'registerFile.noneOfOurs'; readonly found: readonly string[] };

export const registerFileTexts: Texts<RegisterFileProblem> = {
  'registerFile.notJsonStat': {
    nb: () =>
      'Filen er verken CSV eller JSON-stat. Hent tabellen fra Statistikkbanken som «JSON-stat 2», eller skriv kolonnene party, date, value og basis.',
    nn: () =>
      'Fila er verken CSV eller JSON-stat. Hent tabellen frå Statistikkbanken som «JSON-stat 2», eller skriv kolonnane party, date, value og basis.',
    en: () =>
      'The file is neither CSV nor JSON-stat. Fetch the table from Statistics Norway as “JSON-stat 2”, or write the columns party, date, value and basis.',
  },
  'registerFile.noRegion': {
    nb: () =>
      'Filen sier ikke hvilke kommuner tallene gjelder. Velg kommuner i tabellen og hent den på nytt.',
    nn: () => 'Fila seier ikkje kva kommunar tala gjeld. Vel kommunar i tabellen og hent han på nytt.',
    en: () =>
      'The file does not say which municipalities the figures are for. Choose municipalities in the table and fetch it again.',
  },
  'registerFile.noTime': {
    nb: () => 'Filen sier ikke hvilket år tallene gjelder. Velg år i tabellen og hent den på nytt.',
    nn: () => 'Fila seier ikkje kva år tala gjeld. Vel år i tabellen og hent han på nytt.',
    en: () =>
      'The file does not say which year the figures are for. Choose years in the table and fetch it again.',
  },
  'registerFile.wrongSize': {
    nb: (p) => `Filen skulle hatt ${p.expected} verdier, men har ${p.found}. Hent den på nytt.`,
    nn: (p) => `Fila skulle hatt ${p.expected} verdiar, men har ${p.found}. Hent henne på nytt.`,
    en: (p) => `The file should have ${p.expected} values and has ${p.found}. Fetch it again.`,
  },
  'registerFile.manyValues': {
    nb: (p) =>
      `Filen har ${p.count} verdier for «${p.dimension}», og det er ikke til å vite hvilken som er ment. Velg én i tabellen, eller la den summere, og hent den på nytt.`,
    nn: (p) =>
      `Fila har ${p.count} verdiar for «${p.dimension}», og det er ikkje til å vite kva for ein som er meint. Vel éin i tabellen, eller la han summere, og hent han på nytt.`,
    en: (p) =>
      `The file has ${p.count} values of “${p.dimension}”, and nobody can know which is meant. Choose one in the table, or let it sum them, and fetch it again.`,
  },
  'registerFile.time': {
    nb: (p) => `«${p.text}» er ikke et år. Registeret tar tall per 1. januar; velg en tabell med år.`,
    nn: (p) => `«${p.text}» er ikkje eit år. Registeret tek tal per 1. januar; vel ein tabell med år.`,
    en: (p) => `“${p.text}” is not a year. The register takes figures of 1 January; choose a table by year.`,
  },
  'registerFile.notNumber': {
    nb: (p) => `Verdien for ${p.region} i ${p.time} er ikke et tall fra 0 og opp.`,
    nn: (p) => `Verdien for ${p.region} i ${p.time} er ikkje eit tal frå 0 og opp.`,
    en: (p) => `The value of ${p.region} in ${p.time} is not a number from 0 up.`,
  },
  'registerFile.noneOfOurs': {
    nb: (p) => `Ingen av stedene i filen er kommuner i samarbeidet: ${p.found.slice(0, 5).join(', ')}.`,
    nn: (p) => `Ingen av stadene i fila er kommunar i samarbeidet: ${p.found.slice(0, 5).join(', ')}.`,
    en: (p) =>
      `None of the places in the file is a municipality of the cooperation: ${p.found.slice(0, 5).join(', ')}.`,
  },
};
