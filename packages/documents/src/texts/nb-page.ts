import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction } from './document-texts.ts';
import { list, number, plural } from './nb-words.ts';

/** Municipality pages, investments, appendix, explanations, charts and the workbook. */
export const bokmalPage = {
  investments: {
    title: 'Investeringer',
    lead: (sum: Inline, year: number, previous: Inline, previousYear: number) =>
      say`Felles investeringer er ${sum} i ${year}, mot ${previous} i ${previousYear}. De er holdt utenfor driftssummene.`,
    none: say`Ingen felles investeringer er lagt inn.`,
    caption: (name: string) => say`${name} etter kommune.`,
    contribution: (party: string, amount: Inline, label: string) =>
      say`${party} betaler ${amount} først: ${label}. Resten deles etter nøkkelen.`,
    external: (funder: string, amount: Inline) => say`${funder} betaler ${amount}.`,
  },
  municipality: {
    arms: (name: string) => `Kommunevåpenet til ${name}`,
    kicker: (number: string) => `Kommune ${number}`,
    title: (name: string) => `Dette betaler ${name}`,
    lead: (name: string, count: number, of: number) =>
      say`${name} er med i ${number(count)} av ${plural(of, 'enhet', 'enheter')}.`,
    leadChange: (change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`Regningen er uendret.`
        : say`Regningen ${direction === 'up' ? 'øker' : 'minker'} med ${change}.`,
    leadUnits: (units: readonly string[], direction: Direction) =>
      units.length === 0
        ? []
        : say`${list(units)} betyr mest for ${direction === 'down' ? 'reduksjonen' : 'økningen'}.`,
    investmentFact: 'Investering',
    chartCaption: (name: string, previous: number, year: number) =>
      say`${name}: endring fra ${previous} til ${year} etter enhet.`,
    whyUp: 'Hvorfor regningen øker',
    whyDown: 'Hvorfor regningen minker',
    whySame: 'Hva som er endret',
    causesCaption: say`Årsaker etter enhet.`,
    noCause: say`Ingen årsak er oppgitt.`,
    unchanged: say`Uendret beløp.`,
    others: say`Beløpet for hver står i tabellen under, årsaken i kapitlet om enheten.`,
    everything: (name: string) => `Alt ${name} betaler`,
    billCaption: (name: string) => say`${name} etter enhet.`,
    billUnit: (previous: number, year: number) => say`1\u00a0000\u00a0kr. Søyle: ${year}, strek: ${previous}`,
    notIn: (name: string, units: readonly string[]) => say`${name} er ikke med i ${list(units)}.`,
    decide: 'Dette må kommunestyret vedta',
    frame: 'Driftsramme',
    frameText: (name: string, amount: Inline, region: string, year: number) =>
      say`${name} kommune setter av ${amount} kroner til felles tjenester i ${region} i ${year}.`,
    investment: 'Investering',
    investmentText: (name: string, amount: Inline, year: number) =>
      say`${name} kommune setter av ${amount} kroner til felles investeringer i ${year}.`,
  },
  appendix: {
    kicker: (number: number) => `Vedlegg ${number}`,
    title: 'Nøkler og registre',
    short: 'Nøkler',
    lead: (year: number) =>
      say`Alle nøkler i bruk i ${year}, med register og dato. En nøkkel er merket utledet når kilden ikke oppgir den, men tallene passer med den.`,
    keysCaption: (year: number) => say`Fordelingsnøkler i ${year}.`,
    keysUnit: say`Andel av kostnaden`,
    registerCaption: (name: string, group: string | null) =>
      group === null ? say`${name}.` : say`${name}, ${group} år.`,
    registerUnit: (units: string, source: string | null) =>
      source === null ? say`Antall ${units}` : say`Antall ${units}. Kilde: ${source}`,
    registerNote: say`Uthevet: kolonnen som nøklene i årets budsjett bruker. Under datoen står det om tallet er publisert, utledet eller antatt.`,
  },
  signs: {
    absent: 'ikke med',
    missing: 'ikke kjent',
    withheld: 'vises ikke',
    notMeaningful: 'ny, prosent gir ikke mening',
  },
  provisional: 'foreløpig',
  explain: {
    together: 'Rundet til hele, sammen med de andre',
    open: 'Slik er tallet regnet ut',
    title: 'Forklaring',
    close: 'Lukk forklaringen',
    appendix: 'Slik er tallene regnet ut',
    appendixLead: 'Alle tall i dokumentet, med regnestykke og kilde.',
    shownAs: 'Vist som',
    formula: 'Regnestykke',
    from: 'Regnet av',
    key: 'Nøkkel',
    register: 'Register',
    source: 'Kilde',
    decision: 'Vedtak',
    basis: 'Grunnlag',
    legal: 'Hjemmel',
    name: 'Navn på tallet',
    copy: 'Kopier navnet',
    copied: 'Kopiert',
    back: 'Tilbake',
    none: 'Forklaringen finnes ikke.',
    withheld: 'Vises ikke i denne utgaven',
    percentOf: 'Endring i prosent av året før',
    perInhabitant: 'Beløp delt på innbyggere',
    partOf: 'Del av enheten i prosent',
  },
  chart: {
    waterfall: 'Fossefallsdiagram.',
    pair: 'Stolpediagram med to år.',
    composition: 'Sammensatt stolpediagram.',
    rises: (name: string, amount: Inline) => say` ${name} øker med ${amount}.`,
    falls: (name: string, amount: Inline) => say` ${name} minker med ${amount}.`,
    total: (amount: Inline) => say` Samlet endring er ${amount}.`,
    inUnit: ' Beløp i 1\u00a0000\u00a0kr.',
    equalWeight: (name: string) => `Hvor mye av regningen den like delen er, ${name}`,
    equalPart: (most: { name: string; weight: Inline }, least: { name: string; weight: Inline }) =>
      say` For ${most.name} er den like delen ${most.weight}\u00a0prosent av regningen, for ${least.name} ${least.weight}\u00a0prosent.`,
    pays: (name: string, before: Inline, now: Inline) => say` ${name} går fra ${before} til ${now}.`,
    inKroner: ' Beløp i kroner.',
    same: (table: string) => say` Samme tall i ${table}.`,
    region: (name: string) => `${name}, kan rulles sidelengs`,
  },
};
