import type { Texts } from '@samstyr/contract/texts/language';

/** A setting without which an acknowledged change can be lost or damaged. */
export type SafetySetting = 'fsync' | 'full_page_writes' | 'synchronous_commit' | 'data_checksums';

/** Why the database is not opened. */
export type DatabaseProblem =
  | { readonly code: 'database.noBinaries'; readonly platform: string }
  | { readonly code: 'database.noUser' }
  | { readonly code: 'database.notStarted'; readonly log: string }
  | { readonly code: 'database.unreachable'; readonly variable: string; readonly reason: string }
  | { readonly code: 'database.inUse'; readonly pid: string; readonly address: string }
  | { readonly code: 'database.unsafe'; readonly setting: SafetySetting; readonly value: string }
  | { readonly code: 'database.tooOld'; readonly version: string; readonly oldest: number }
  | { readonly code: 'database.encoding'; readonly encoding: string }
  | { readonly code: 'database.roleTooStrong'; readonly role: string }
  | { readonly code: 'database.newer'; readonly found: number; readonly known: number }
  | { readonly code: 'database.older'; readonly found: number; readonly known: number }
  | { readonly code: 'database.migrationChanged'; readonly number: number; readonly name: string };

const settingOff = {
  fsync: {
    nb: 'en bekreftet endring kan forsvinne når strømmen går',
    nn: 'ei stadfesta endring kan forsvinne når straumen går',
    en: 'an acknowledged change can be lost in a power cut',
  },
  full_page_writes: {
    nb: 'en side kan bli halvskrevet når strømmen går',
    nn: 'ei side kan bli halvskriven når straumen går',
    en: 'a page can be half written in a power cut',
  },
  synchronous_commit: {
    nb: 'svaret kommer før endringen er på disken',
    nn: 'svaret kjem før endringa er på disken',
    en: 'the answer comes before the change is on disk',
  },
  data_checksums: {
    nb: 'en skade på disken blir ikke oppdaget',
    nn: 'ein skade på disken blir ikkje oppdaga',
    en: 'damage on the disk is not noticed',
  },
} as const;

const isChecksums = (setting: SafetySetting): boolean => setting === 'data_checksums';

export const databaseProblemTexts: Texts<DatabaseProblem> = {
  'database.noBinaries': {
    nb: (p) =>
      `PostgreSQL følger ikke med for ${p.platform}. Installer PostgreSQL 15 eller nyere, og oppgi den i DATABASE_URL.`,
    nn: (p) =>
      `PostgreSQL følgjer ikkje med for ${p.platform}. Installer PostgreSQL 15 eller nyare, og oppgi han i DATABASE_URL.`,
    en: (p) =>
      `No PostgreSQL comes along for ${p.platform}. Install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
  },
  'database.noUser': {
    nb: () =>
      'Databasen kjører aldri som root, og verken brukeren «postgres» eller «nobody» finnes. Lag en av dem, eller start Samstyr som en vanlig bruker.',
    nn: () =>
      'Databasen køyrer aldri som root, og verken brukaren «postgres» eller «nobody» finst. Lag ein av dei, eller start Samstyr som ein vanleg brukar.',
    en: () =>
      'The database never runs as root, and neither of the users “postgres” and “nobody” exists. Make one of them, or start Samstyr as an ordinary user.',
  },
  'database.notStarted': {
    nb: (p) => `Databasen startet ikke. Hvorfor står sist i ${p.log}.`,
    nn: (p) => `Databasen starta ikkje. Kvifor står sist i ${p.log}.`,
    en: (p) => `The database did not start. The end of ${p.log} says why.`,
  },
  'database.unreachable': {
    nb: (p) =>
      `Får ikke kontakt med databasen i ${p.variable} (${p.reason}). Se at den kjører, og at adressen er riktig.`,
    nn: (p) =>
      `Får ikkje kontakt med databasen i ${p.variable} (${p.reason}). Sjå at han køyrer, og at adressa er rett.`,
    en: (p) =>
      `Cannot reach the database in ${p.variable} (${p.reason}). See that it runs and that the address is right.`,
  },
  'database.inUse': {
    nb: (p) =>
      `Samstyr kjører allerede på disse dataene: prosess ${p.pid}${p.address === '' ? '' : `, ${p.address}`}. Bruk den, eller stopp den først.`,
    nn: (p) =>
      `Samstyr køyrer alt på desse dataa: prosess ${p.pid}${p.address === '' ? '' : `, ${p.address}`}. Bruk han, eller stopp han først.`,
    en: (p) =>
      `Samstyr runs on these data already: process ${p.pid}${p.address === '' ? '' : `, ${p.address}`}. Use that one, or stop it first.`,
  },
  'database.unsafe': {
    nb: (p) =>
      `${p.setting} er «${p.value}» i databasen, så ${settingOff[p.setting].nb}. ${isChecksums(p.setting) ? 'Slå på kontrollsummer med pg_checksums.' : 'Slå den på i postgresql.conf.'}`,
    nn: (p) =>
      `${p.setting} er «${p.value}» i databasen, så ${settingOff[p.setting].nn}. ${isChecksums(p.setting) ? 'Slå på kontrollsummar med pg_checksums.' : 'Slå han på i postgresql.conf.'}`,
    en: (p) =>
      `${p.setting} is “${p.value}” in the database, so ${settingOff[p.setting].en}. ${isChecksums(p.setting) ? 'Switch checksums on with pg_checksums.' : 'Switch it on in postgresql.conf.'}`,
  },
  'database.tooOld': {
    nb: (p) => `Databasen er PostgreSQL ${p.version}. Samstyr trenger ${p.oldest} eller nyere.`,
    nn: (p) => `Databasen er PostgreSQL ${p.version}. Samstyr treng ${p.oldest} eller nyare.`,
    en: (p) => `The database is PostgreSQL ${p.version}. Samstyr needs ${p.oldest} or newer.`,
  },
  'database.encoding': {
    nb: (p) => `Databasen har tegnsettet ${p.encoding}. Lag den på nytt med tegnsettet UTF8.`,
    nn: (p) => `Databasen har teiknsettet ${p.encoding}. Lag han på nytt med teiknsettet UTF8.`,
    en: (p) => `The database has the encoding ${p.encoding}. Create it anew with the encoding UTF8.`,
  },
  'database.roleTooStrong': {
    nb: (p) =>
      `Rollen «${p.role}» i DATABASE_URL er superbruker, slipper forbi radvernet eller eier tabeller. Bruk en rolle som eier ingenting, og sett eieren i DATABASE_OWNER_URL.`,
    nn: (p) =>
      `Rolla «${p.role}» i DATABASE_URL er superbrukar, slepp forbi radvernet eller eig tabellar. Bruk ei rolle som ikkje eig noko, og set eigaren i DATABASE_OWNER_URL.`,
    en: (p) =>
      `The role “${p.role}” in DATABASE_URL is a superuser, passes row level security or owns tables. Use a role that owns nothing, and put the owner in DATABASE_OWNER_URL.`,
  },
  'database.newer': {
    nb: (p) =>
      `Dataene er fra en nyere Samstyr (skjema ${p.found}; denne kjenner ${p.known}). Start den nyere, så ingenting går tapt.`,
    nn: (p) =>
      `Dataa er frå ein nyare Samstyr (skjema ${p.found}; denne kjenner ${p.known}). Start den nyare, så ingenting går tapt.`,
    en: (p) =>
      `The data are from a newer Samstyr (schema ${p.found}; this one knows ${p.known}). Start the newer one, so that nothing is lost.`,
  },
  'database.older': {
    nb: (p) =>
      `Dataene har skjema ${p.found}, og denne Samstyr trenger ${p.known}. Sett eieren i DATABASE_OWNER_URL, så blir de ført fram ved start.`,
    nn: (p) =>
      `Dataa har skjema ${p.found}, og denne Samstyr treng ${p.known}. Set eigaren i DATABASE_OWNER_URL, så blir dei førte fram ved start.`,
    en: (p) =>
      `The data have schema ${p.found} and this Samstyr needs ${p.known}. Put the owner in DATABASE_OWNER_URL and they are brought forward at the start.`,
  },
  'database.migrationChanged': {
    nb: (p) =>
      `Steg ${p.number} (${p.name}) er ikke det som ble kjørt på disse dataene. Bruk programmet slik det ble utgitt.`,
    nn: (p) =>
      `Steg ${p.number} (${p.name}) er ikkje det som vart køyrt på desse dataa. Bruk programmet slik det vart gitt ut.`,
    en: (p) =>
      `Step ${p.number} (${p.name}) is not the one that was run on these data. Use the program as it was released.`,
  },
};
