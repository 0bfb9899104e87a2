import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction } from './document-texts.ts';
import { list, number, plural } from './nb-words.ts';

/** Editions, the draft mark, the four-year plan and the appendix of open findings. */
export const bokmalEdition = {
  edition: {
    summary: 'sammendrag',
    kindSummary: 'Sammendrag for kommunestyrene',
    kindMunicipality: (name: string) => `Utgave for ${name}`,
    subtitleMunicipality: (name: string, units: number, of: number) =>
      say`Det ${name} betaler for ${plural(units, 'felles enhet', 'felles enheter')} av ${number(of)}, og hva de andre kommunene betaler for de samme.`,
    picture: (name: string, sum: Inline) =>
      say`Hver rad er en enhet, og hver flate er det en kommune betaler. ${name} er oransje og betaler ${sum}.`,
    watermark: 'Forslag',
    banner: say`Dette er et forslag. Tallene kan bli endret før noe er vedtatt.`,
    model: (hash: string) => `innhold ${hash}`,
  },
  plan: {
    title: 'Økonomiplan',
    short: 'Plan',
    lead: (from: number, until: number) => say`Planen gjelder ${from}–${until}, i faste priser.`,
    leadSame: (sum: Inline) =>
      say`Driften er ${sum} alle årene, fordi ingen endring med beløp er lagt inn etter budsjettåret.`,
    leadChange: (last: Inline, year: number, change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`Driften er ${last} i ${year}, det samme som i budsjettåret.`
        : say`Driften er ${last} i ${year}. Det er ${change} ${direction === 'up' ? 'mer' : 'mindre'} enn i budsjettåret.`,
    rests: 'Hva planen bygger på',
    restsText: (budgeted: readonly number[], rolled: readonly number[]) =>
      rolled.length === 0
        ? say`Alle årene har sitt eget budsjett.`
        : say`${list(budgeted.map(String))} har eget budsjett. ${list(rolled.map(String))} er året før ført videre: helårsvirkninger kommer inn, engangsbeløp går ut, og kostnaden deles etter de nøklene og deltakerne som gjelder det året.`,
    fixedText: say`Faste priser betyr at lønns- og prisvekst etter budsjettåret ikke er med. Ingen tall er anslått.`,
    moves: 'Det som endrer seg',
    more: (year: number, unit: string, change: Inline, direction: Direction) =>
      say`${unit}: ${change} ${direction === 'up' ? 'mer' : 'mindre'} i ${year} enn året før.`,
    noMoves: say`Ingen enhet endrer beløp i planårene.`,
    units: 'Enhet for enhet',
    unitsCaption: (from: number, until: number) => say`Drift ${from}–${until} etter enhet, alle kommuner.`,
    partiesTitle: 'Kommune for kommune',
    partiesCaption: (from: number, until: number) => say`Drift ${from}–${until} etter kommune.`,
    ownTitle: (name: string) => `Det ${name} betaler`,
    ownCaption: (name: string, from: number, until: number) =>
      say`${name}: drift ${from}–${until} etter enhet.`,
    unit: say`Kroner, faste priser`,
    investments: 'Investeringer i planen',
    investmentCaption: (from: number, until: number) => say`Felles investeringer ${from}–${until}.`,
    gross: 'Brutto',
    contributions: 'Innskudd',
    funders: 'Tilskudd utenfra',
    rest: 'Sum til fordeling',
    line: 'Post',
    unpriced: 'Kjent, men uten pris',
    unpricedLead: say`Dette er kjent, men ingen har oppgitt beløp. Det er ikke med i noen sum over.`,
    noUnpriced: say`Ingen slike forhold er registrert.`,
    included: (count: number) =>
      say`I tillegg er ${plural(count, 'forhold', 'forhold')} ikke priset for seg, men med i de oppgitte beløpene. De står i kapitlene om enhetene.`,
    withheld: say`Planen etter kommune vises ikke i denne utgaven, fordi den ville vist beløp som hviler på få personer.`,
    failed: (sentences: string) => say`Planen kan ikke regnes ut: ${sentences}`,
  },
  outside: {
    frameTitle: 'Ramme og budsjett',
    frame: 'Ramme',
    budget: 'Budsjett',
    over: 'Over rammen',
    frameCaption: (name: string) => say`${name}: ramme og budsjett.`,
    memoTitle: 'Til orientering',
    memoCaption: (name: string) => say`${name}: beløp til orientering.`,
    memoNote: say`Disse beløpene er ikke med i noen sum i dokumentet.`,
  },
  findings: {
    title: 'Åpne funn',
    short: 'Funn',
    kicker: (number: number) => `Vedlegg ${number}, bare i den interne utgaven`,
    lead: (count: number, errors: number) =>
      say`${plural(count, 'funn', 'funn')} i mappen og i det som er publisert. ${plural(errors, 'må', 'må')} rettes, resten er avrunding eller til orientering.`,
    none: say`Ingen funn. Hvert publisert tall er det samme som det beregnede.`,
    printed: 'Trykt',
    computed: 'Beregnet',
    difference: 'Forskjell',
    place: 'Sted',
    cause: 'Sannsynlig årsak',
    what: 'Hva',
    number: 'Nr.',
    errors: 'Må rettes',
    errorsCaption: say`Publiserte tall som ikke er de beregnede.`,
    misplaced: 'Tall på feil sted',
    rounding: 'Avrunding',
    roundingText: (count: number) =>
      say`${plural(count, 'publisert tall', 'publiserte tall')} skiller seg fra det beregnede bare ved avrunding.`,
    follows: (number: string) => `Følger av funn ${number}`,
    soft: 'Til orientering',
    page: (page: number) => `s. ${page}`,
    line: (line: number) => `l. ${line}`,
    causes: {
      sign: 'Fortegnet er snudd',
      transposed: 'To sifre har byttet plass',
      digit: 'Ett siffer er feil',
      magnitude: 'Beløpet er ført i feil størrelse',
      lostDigit: 'Et siffer mangler',
      rounding: 'Avrunding',
      otherRow: 'Tallet hører til en annen rad',
      notBudgeted: 'Ingen er med der',
      unreadable: 'Kan ikke leses som et tall',
      unknown: 'Ukjent',
    } as { readonly [cause: string]: string },
  },
};
