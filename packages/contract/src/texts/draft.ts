import type { Language, Texts } from './language.ts';
import { listed } from './list-text.ts';

/** What a draft could not know, and what the document itself leaves open. `place` is where in the document, ready to be read. */
export type DraftQuestion =
  | { readonly code: 'draft.office'; readonly party: string }
  | { readonly code: 'draft.parties'; readonly count: number }
  | {
      readonly code: 'draft.keys';
      readonly services: number;
      readonly proven: number;
      readonly likely: number;
      readonly open: number;
    }
  | {
      /** A key that was put in: it gives every printed amount. `residual` is in kroner, before rounding. */
      readonly code: 'draft.keyFits';
      readonly service: string;
      readonly key: { readonly [L in Language]: string };
      readonly residual: string;
      readonly members: number;
      readonly bothYears: boolean;
      readonly place: string;
    }
  | {
      /** A key that fits and proves little: the amounts stand as printed. */
      readonly code: 'draft.keyLikely';
      readonly service: string;
      readonly key: { readonly [L in Language]: string };
      readonly residual: string;
      readonly why: 'twoMembers' | 'ties' | 'circular' | 'coarse' | 'notRound' | 'notExact';
      readonly count: number;
      readonly place: string;
    }
  | {
      readonly code: 'draft.keyUnknown';
      readonly service: string;
      /** How far the nearest key misses, in kroner. */
      readonly residual: string | null;
      readonly place: string;
    }
  | { readonly code: 'draft.keysUntried'; readonly services: readonly string[] }
  | {
      readonly code: 'draft.registerDate';
      readonly register: string;
      readonly date: string;
      readonly place: string;
    }
  | { readonly code: 'draft.status'; readonly year: number; readonly before: number }
  | { readonly code: 'draft.hosts' }
  | {
      readonly code: 'draft.joins';
      readonly service: string;
      readonly party: string;
      readonly year: number;
      readonly place: string;
    }
  | {
      readonly code: 'draft.leaves';
      readonly service: string;
      readonly party: string;
      readonly year: number;
      readonly place: string;
    }
  | {
      readonly code: 'draft.unknown';
      readonly service: string;
      readonly party: string;
      readonly place: string;
    }
  | {
      readonly code: 'draft.sum';
      readonly service: string;
      readonly year: number;
      readonly printed: string;
      readonly counted: string;
      readonly place: string;
    }
  | { readonly code: 'draft.missing'; readonly unit: string; readonly place: string }
  | { readonly code: 'draft.leftOut'; readonly table: string; readonly place: string }
  | { readonly code: 'draft.small'; readonly table: string; readonly place: string }
  | { readonly code: 'draft.finding'; readonly sentence: string; readonly place: string };

/** Why there is no draft. */
export type DraftProblem =
  | { readonly code: 'draft.noShares'; readonly tables: number }
  | { readonly code: 'draft.taken'; readonly folder: string };

export const draftProblemTexts: Texts<DraftProblem> = {
  'draft.noShares': {
    nb: ({ tables }) =>
      `Fant ingen tabell med deltakere nedover og to år bortover (så i ${tables} tabeller). Et utkast lages av et fellesbudsjett som viser hva hver kommune betaler i år og i fjor.`,
    nn: ({ tables }) =>
      `Fann ingen tabell med deltakarar nedover og to år bortover (såg i ${tables} tabellar). Eit utkast blir laga av eit fellesbudsjett som viser kva kvar kommune betaler i år og i fjor.`,
    en: ({ tables }) =>
      `Found no table with members downwards and two years across (looked in ${tables} tables). A draft is made from a joint budget that shows what each municipality pays this year and last.`,
  },
  'draft.taken': {
    nb: ({ folder }) => `Mappen «${folder}» er ikke tom, og er ikke rørt. Velg en ny mappe med --out.`,
    nn: ({ folder }) => `Mappa «${folder}» er ikkje tom, og er ikkje rørt. Vel ei ny mappe med --out.`,
    en: ({ folder }) =>
      `The folder “${folder}” is not empty and is left alone. Choose a new folder with --out.`,
  },
};

type Why = Extract<DraftQuestion, { code: 'draft.keyLikely' }>['why'];

/** Why a key that fits is not put in. */
const weak: { readonly [L in Language]: (why: Why, count: number) => string } = {
  nb: (why, count) =>
    ({
      twoMembers: 'to parter passer nesten enhver nøkkel',
      ties: `${count} nøkler passer like godt`,
      circular: 'registeret er selv utledet eller antatt',
      coarse: 'beløpene er så grovt avrundet at det kan være tilfeldig',
      notRound: 'den faste delen er ikke et rundt tall',
      notExact: 'den gir ikke hvert beløp på øret',
    })[why],
  nn: (why, count) =>
    ({
      twoMembers: 'to partar passar nesten kvar nøkkel',
      ties: `${count} nøklar passar like godt`,
      circular: 'registeret er sjølv utleidd eller anteke',
      coarse: 'beløpa er så grovt avrunda at det kan vere tilfeldig',
      notRound: 'den faste delen er ikkje eit rundt tal',
      notExact: 'den gir ikkje kvart beløp på øret',
    })[why],
  en: (why, count) =>
    ({
      twoMembers: 'nearly any key fits two parties',
      ties: `${count} keys fit as well`,
      circular: 'the register was itself derived or assumed',
      coarse: 'the amounts are rounded so coarsely that it may be chance',
      notRound: 'the equal part is no round number',
      notExact: 'it does not give every amount to the øre',
    })[why],
};

export const draftQuestionTexts: Texts<DraftQuestion> = {
  'draft.office': {
    nb: ({ party }) =>
      `Hvem er kontorkommune? ${party} er satt inn fordi den betaler mest (office i cooperation.yaml).`,
    nn: ({ party }) =>
      `Kven er kontorkommune? ${party} er sett inn fordi den betaler mest (office i cooperation.yaml).`,
    en: ({ party }) =>
      `Who keeps the joint budget? ${party} was put in because it pays most (office in cooperation.yaml).`,
  },
  'draft.parties': {
    nb: ({ count }) =>
      `Fyll inn kommunenummer for de ${count} partene i parties.csv, og rett slaget der en part ikke er en kommune.`,
    nn: ({ count }) =>
      `Fyll inn kommunenummer for dei ${count} partane i parties.csv, og rett slaget der ein part ikkje er ein kommune.`,
    en: ({ count }) =>
      `Fill in the municipality numbers of the ${count} parties in parties.csv, and mend the kind of any that is no municipality.`,
  },
  'draft.keys': {
    nb: ({ services, proven, likely, open }) =>
      `Hvilke fordelingsnøkler gjelder? Av ${services} tjenester har ${proven} fått en nøkkel som gir hvert trykte beløp; ${likely} har en nøkkel som passer uten å være bevist, og ${open} har ingen. De to siste har beløpene som trykt. Hold alle mot avtalene.`,
    nn: ({ services, proven, likely, open }) =>
      `Kva for fordelingsnøklar gjeld? Av ${services} tenester har ${proven} fått ein nøkkel som gir kvart trykte beløp; ${likely} har ein nøkkel som passar utan å vere prova, og ${open} har ingen. Dei to siste har beløpa som trykte. Hald alle mot avtalane.`,
    en: ({ services, proven, likely, open }) =>
      `Which keys are in force? Of ${services} services ${proven} were given a key that gives every printed amount; ${likely} have a key that fits without being proven, and ${open} have none. The last two keep the printed amounts. Hold all against the agreements.`,
  },
  'draft.keyFits': {
    nb: ({ service, key, residual, members, bothYears, place }) =>
      `${service}: ${key.nb} gir ${bothYears ? 'alle beløpene begge år' : `alle ${members} beløp`} (avvik inntil ${residual} kr før avrunding; sikkerhet ${bothYears ? 'høy' : 'middels'}), og er lagt inn. Står det så i avtalen? (${place})`,
    nn: ({ service, key, residual, members, bothYears, place }) =>
      `${service}: ${key.nn} gir ${bothYears ? 'alle beløpa begge år' : `alle ${members} beløp`} (avvik inntil ${residual} kr før avrunding; tryggleik ${bothYears ? 'høg' : 'middels'}), og er lagt inn. Står det så i avtalen? (${place})`,
    en: ({ service, key, residual, members, bothYears, place }) =>
      `${service}: ${key.en} gives ${bothYears ? 'all the amounts of both years' : `all ${members} amounts`} (off by up to NOK ${residual} before rounding; confidence ${bothYears ? 'high' : 'medium'}) and was put in. Does the agreement say so? (${place})`,
  },
  'draft.keyLikely': {
    nb: ({ service, key, residual, why, count, place }) =>
      `${service}: ${key.nb} passer (avvik inntil ${residual} kr før avrunding), men ${weak.nb(why, count)}. Beløpene står som trykt. Hva sier avtalen? (${place})`,
    nn: ({ service, key, residual, why, count, place }) =>
      `${service}: ${key.nn} passar (avvik inntil ${residual} kr før avrunding), men ${weak.nn(why, count)}. Beløpa står som trykte. Kva seier avtalen? (${place})`,
    en: ({ service, key, residual, why, count, place }) =>
      `${service}: ${key.en} fits (off by up to NOK ${residual} before rounding), but ${weak.en(why, count)}. The amounts stand as printed. What does the agreement say? (${place})`,
  },
  'draft.keyUnknown': {
    nb: ({ service, residual, place }) =>
      `${service}: ingen nøkkel av registrene gir de trykte beløpene${residual === null ? '' : `; den nærmeste bommer med inntil ${residual} kr`}. Beløpene står som trykt. Hva sier avtalen? (${place})`,
    nn: ({ service, residual, place }) =>
      `${service}: ingen nøkkel av registera gir dei trykte beløpa${residual === null ? '' : `; den nærmaste bommar med inntil ${residual} kr`}. Beløpa står som trykte. Kva seier avtalen? (${place})`,
    en: ({ service, residual, place }) =>
      `${service}: no key of the registers gives the printed amounts${residual === null ? '' : `; the nearest misses by up to NOK ${residual}`}. The amounts stand as printed. What does the agreement say? (${place})`,
  },
  'draft.keysUntried': {
    nb: ({ services }) =>
      `Dokumentet trykker ikke folketall, så nøkkelen er ikke søkt for ${listed(services, 'nb', 40)}. Gi registrene fra et annet samarbeid (samstyr draft … --registers MAPPE), eller legg folketallet i registers/population.csv og prøv samstyr fit-key.`,
    nn: ({ services }) =>
      `Dokumentet trykkjer ikkje folketal, så nøkkelen er ikkje søkt for ${listed(services, 'nn', 40)}. Gi registera frå eit anna samarbeid (samstyr draft … --registers MAPPE), eller legg folketalet i registers/population.csv og prøv samstyr fit-key.`,
    en: ({ services }) =>
      `The document does not print the population, so no key was looked for in ${listed(services, 'en', 40)}. Give the registers of another cooperation (samstyr draft … --registers FOLDER), or put the population in registers/population.csv and try samstyr fit-key.`,
  },
  'draft.registerDate': {
    nb: ({ register, date, place }) =>
      `Hvilken dag gjelder «${register}»? Dokumentet sier det ikke; ${date} er satt inn. (${place})`,
    nn: ({ register, date, place }) =>
      `Kva dag gjeld «${register}»? Dokumentet seier det ikkje; ${date} er sett inn. (${place})`,
    en: ({ register, date, place }) =>
      `Which day is “${register}” of? The document does not say; ${date} was put in. (${place})`,
  },
  'draft.status': {
    nb: ({ year, before }) =>
      `${before} er lagt inn som vedtatt og ${year} som tilrådd. Er det riktig, og når ble de vedtatt? (versions.csv)`,
    nn: ({ year, before }) =>
      `${before} er lagt inn som vedteke og ${year} som tilrådd. Er det rett, og når vart dei vedtekne? (versions.csv)`,
    en: ({ year, before }) =>
      `${before} was entered as adopted and ${year} as recommended. Is that right, and when were they adopted? (versions.csv)`,
  },
  'draft.hosts': {
    nb: () =>
      'Vertskommune, samarbeidsform, avrunding og oppsigelsestid er ikke lagt inn for noen enhet. De står i avtalene.',
    nn: () =>
      'Vertskommune, samarbeidsform, avrunding og oppseiingstid er ikkje lagde inn for noka eining. Dei står i avtalane.',
    en: () =>
      'Host, legal form, rounding and notice are not entered for any unit. They are in the agreements.',
  },
  'draft.joins': {
    nb: ({ service, party, year, place }) =>
      `${service}: ${party} har beløp bare for ${year}. Er den ny fra 1. januar ${year}? (${place})`,
    nn: ({ service, party, year, place }) =>
      `${service}: ${party} har beløp berre for ${year}. Er den ny frå 1. januar ${year}? (${place})`,
    en: ({ service, party, year, place }) =>
      `${service}: ${party} has an amount for ${year} only. Is it new from 1 January ${year}? (${place})`,
  },
  'draft.leaves': {
    nb: ({ service, party, year, place }) =>
      `${service}: ${party} har ikke beløp for ${year}. Går den ut 1. januar ${year}? (${place})`,
    nn: ({ service, party, year, place }) =>
      `${service}: ${party} har ikkje beløp for ${year}. Går den ut 1. januar ${year}? (${place})`,
    en: ({ service, party, year, place }) =>
      `${service}: ${party} has no amount for ${year}. Does it leave on 1 January ${year}? (${place})`,
  },
  'draft.unknown': {
    nb: ({ service, party, place }) =>
      `${service}: ${party} er med, men beløpet vises ikke i dokumentet. (${place})`,
    nn: ({ service, party, place }) =>
      `${service}: ${party} er med, men beløpet er ikkje vist i dokumentet. (${place})`,
    en: ({ service, party, place }) =>
      `${service}: ${party} takes part, but the document does not show the amount. (${place})`,
  },
  'draft.sum': {
    nb: ({ service, year, printed, counted, place }) =>
      `${service}: summen for ${year} er trykt som ${printed}, men deltakerne summerer til ${counted}. Deltakernes beløp er lagt inn. (${place})`,
    nn: ({ service, year, printed, counted, place }) =>
      `${service}: summen for ${year} er trykt som ${printed}, men deltakarane summerer til ${counted}. Beløpa til deltakarane er lagde inn. (${place})`,
    en: ({ service, year, printed, counted, place }) =>
      `${service}: the sum for ${year} is printed as ${printed}, but the members add up to ${counted}. The members' amounts were entered. (${place})`,
  },
  'draft.missing': {
    nb: ({ unit, place }) =>
      `«${unit}» står i oversikten, men dokumentet har ingen tabell over hva hver part betaler i begge årene. Legg enheten inn. (${place})`,
    nn: ({ unit, place }) =>
      `«${unit}» står i oversikta, men dokumentet har ingen tabell over kva kvar part betaler i begge åra. Legg eininga inn. (${place})`,
    en: ({ unit, place }) =>
      `“${unit}” is in the overview, but the document has no table of what each party pays in both years. Enter the unit. (${place})`,
  },
  'draft.leftOut': {
    nb: ({ table, place }) =>
      `Tabellen «${table}» er ikke lagt inn: den er summen av andre, eller en enhet har den alt. (${place})`,
    nn: ({ table, place }) =>
      `Tabellen «${table}» er ikkje lagd inn: han er summen av andre, eller ei eining har han alt. (${place})`,
    en: ({ table, place }) =>
      `The table “${table}” was not entered: it is the sum of others, or a unit has it already. (${place})`,
  },
  'draft.small': {
    nb: ({ table, place }) =>
      `Tabellen «${table}» har antall under 5. Beløp i samme enhet kan avsløre enkeltpersoner: se etter hva som skal skjermes (sensitive). (${place})`,
    nn: ({ table, place }) =>
      `Tabellen «${table}» har tal under 5. Beløp i same eining kan avsløre enkeltpersonar: sjå etter kva som skal skjermast (sensitive). (${place})`,
    en: ({ table, place }) =>
      `The table “${table}” has counts under 5. Amounts of the same unit may reveal persons: see what is to be hidden (sensitive). (${place})`,
  },
  'draft.finding': {
    nb: ({ sentence, place }) => `Kontrollen fant i dokumentet (${place}): ${sentence}`,
    nn: ({ sentence, place }) => `Kontrollen fann i dokumentet (${place}): ${sentence}`,
    en: ({ sentence, place }) => `The check found in the document (${place}): ${sentence}`,
  },
};
