import type { Texts } from '@samstyr/contract/texts/language';

/** Why a backup is not made, or not put back. Nothing has been changed when one of these is told. */
export type BackupProblem =
  | { readonly code: 'backup.taken'; readonly file: string }
  | { readonly code: 'backup.cannotWrite'; readonly file: string; readonly why: string }
  | { readonly code: 'backup.unreadable'; readonly file: string; readonly why: string }
  | { readonly code: 'backup.notABackup'; readonly file: string }
  | { readonly code: 'backup.cut'; readonly file: string }
  | { readonly code: 'backup.damaged'; readonly file: string; readonly part: string }
  | { readonly code: 'backup.newer'; readonly file: string; readonly schema: number; readonly known: number }
  | { readonly code: 'backup.notEmpty'; readonly cooperations: readonly string[] }
  | { readonly code: 'backup.busy' }
  | { readonly code: 'backup.differs'; readonly file: string; readonly table: string };

const disk = (why: string, words: { full: string; denied: string; other: string }): string =>
  why === 'ENOSPC' || why === 'EDQUOT'
    ? words.full
    : why === 'EACCES' || why === 'EROFS' || why === 'EPERM'
      ? words.denied
      : `${words.other} (${why})`;

export const backupProblemTexts: Texts<BackupProblem> = {
  'backup.taken': {
    nb: (p) => `«${p.file}» finnes fra før og er ikke rørt. Velg et annet filnavn.`,
    nn: (p) => `«${p.file}» finst frå før og er ikkje rørt. Vel eit anna filnamn.`,
    en: (p) => `“${p.file}” exists already and is left alone. Choose another file name.`,
  },
  'backup.cannotWrite': {
    nb: (p) =>
      `Sikkerhetskopien «${p.file}» ble ikke skrevet: ${disk(p.why, { full: 'disken er full', denied: 'mappen kan ikke skrives i', other: 'disken svarte med feil' })}. Ingenting er lagt igjen.`,
    nn: (p) =>
      `Tryggingskopien «${p.file}» vart ikkje skriven: ${disk(p.why, { full: 'disken er full', denied: 'mappa kan ikkje skrivast i', other: 'disken svarte med feil' })}. Ingenting er lagt att.`,
    en: (p) =>
      `The backup “${p.file}” was not written: ${disk(p.why, { full: 'the disk is full', denied: 'the folder cannot be written to', other: 'the disk answered with an error' })}. Nothing is left behind.`,
  },
  'backup.unreadable': {
    nb: (p) => `«${p.file}» kan ikke leses${p.why === 'ENOENT' ? ': filen finnes ikke' : ` (${p.why})`}.`,
    nn: (p) => `«${p.file}» kan ikkje lesast${p.why === 'ENOENT' ? ': fila finst ikkje' : ` (${p.why})`}.`,
    en: (p) => `“${p.file}” cannot be read${p.why === 'ENOENT' ? ': there is no such file' : ` (${p.why})`}.`,
  },
  'backup.notABackup': {
    nb: (p) => `«${p.file}» er ikke en sikkerhetskopi fra Samstyr. Ingenting er endret.`,
    nn: (p) => `«${p.file}» er ikkje ein tryggingskopi frå Samstyr. Ingenting er endra.`,
    en: (p) => `“${p.file}” is not a backup made by Samstyr. Nothing is changed.`,
  },
  'backup.cut': {
    nb: (p) =>
      `Sikkerhetskopien «${p.file}» er avkuttet: slutten mangler. Ingenting er endret. Bruk en annen kopi.`,
    nn: (p) =>
      `Tryggingskopien «${p.file}» er avkutta: slutten manglar. Ingenting er endra. Bruk ein annan kopi.`,
    en: (p) =>
      `The backup “${p.file}” is cut short: its end is missing. Nothing is changed. Use another copy.`,
  },
  'backup.damaged': {
    nb: (p) =>
      `Sikkerhetskopien «${p.file}» er skadet (${p.part}): innholdet er ikke det som ble skrevet. Ingenting er endret. Bruk en annen kopi.`,
    nn: (p) =>
      `Tryggingskopien «${p.file}» er skadd (${p.part}): innhaldet er ikkje det som vart skrive. Ingenting er endra. Bruk ein annan kopi.`,
    en: (p) =>
      `The backup “${p.file}” is damaged (${p.part}): it does not hold what was written. Nothing is changed. Use another copy.`,
  },
  'backup.newer': {
    nb: (p) =>
      `Sikkerhetskopien «${p.file}» er laget av et nyere Samstyr (skjema ${p.schema}, dette kjenner ${p.known}). Oppdater Samstyr først. Ingenting er endret.`,
    nn: (p) =>
      `Tryggingskopien «${p.file}» er laga av eit nyare Samstyr (skjema ${p.schema}, dette kjenner ${p.known}). Oppdater Samstyr først. Ingenting er endra.`,
    en: (p) =>
      `The backup “${p.file}” was made by a newer Samstyr (schema ${p.schema}, this one knows ${p.known}). Update Samstyr first. Nothing is changed.`,
  },
  'backup.notEmpty': {
    nb: (p) =>
      `Databasen har allerede samarbeid i seg (${p.cooperations.join(', ')}) og er ikke rørt. Skriv --replace for å erstatte alt med kopien.`,
    nn: (p) =>
      `Databasen har alt samarbeid i seg (${p.cooperations.join(', ')}) og er ikkje rørt. Skriv --replace for å byte ut alt med kopien.`,
    en: (p) =>
      `The database holds cooperations already (${p.cooperations.join(', ')}) and is left alone. Write --replace to put the copy in place of everything.`,
  },
  'backup.busy': {
    nb: () => 'Databasen er i bruk. Stopp Samstyr først, og prøv igjen. Ingenting er endret.',
    nn: () => 'Databasen er i bruk. Stopp Samstyr først, og prøv på nytt. Ingenting er endra.',
    en: () => 'The database is in use. Stop Samstyr first and try again. Nothing is changed.',
  },
  'backup.differs': {
    nb: (p) =>
      `Tabellen «${p.table}» ble ikke lik kopien «${p.file}» da den ble lest tilbake. Alt er rullet tilbake, og ingenting er endret.`,
    nn: (p) =>
      `Tabellen «${p.table}» vart ikkje lik kopien «${p.file}» då han vart lesen tilbake. Alt er rulla tilbake, og ingenting er endra.`,
    en: (p) =>
      `The table “${p.table}” did not equal the copy “${p.file}” when read back. All is rolled back and nothing is changed.`,
  },
};
