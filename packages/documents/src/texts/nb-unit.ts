import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction } from './document-texts.ts';
import { capital, list, number, plural } from './nb-words.ts';

/** A unit’s chapter, and decisions. */
export const bokmalUnit = {
  unit: {
    kicker: 'Enhet',
    lead: (unit: string, amount: Inline, year: number, change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`${unit} koster ${amount} i ${year}. Det er uendret fra året før.`
        : say`${unit} koster ${amount} i ${year}. Det er ${change} ${direction === 'up' ? 'mer' : 'mindre'} enn året før.`,
    leadNew: (unit: string, amount: Inline, year: number) =>
      say`${unit} koster ${amount} i ${year}. Enheten hadde ikke budsjett året før.`,
    leadCause: (cause: string) => say`${cause} er den største grunnen.`,
    leadMostUnexplained: say`Kilden oppgir ikke beløp for det meste av endringen.`,
    leadUnexplained: say`Kilden oppgir ikke beløp for årsakene.`,
    fact: {
      budget: (year: number) => `Budsjett ${year}`,
      inYear: (amount: Inline, year: number) => say`${amount} i ${year}`,
      noYear: (year: number) => say`ikke budsjett i ${year}`,
      change: 'Endring',
      percent: (percent: Inline) => say`${percent} prosent`,
      newThisYear: say`ny i år`,
      perInhabitant: 'Per innbygger',
      average: (count: number) =>
        say`i snitt for ${count === 1 ? 'kommunen' : `de ${number(count)} kommunene`}`,
      members: 'Deltakere',
      municipalities: (count: number) => `${count}\u00a0${count === 1 ? 'kommune' : 'kommuner'}`,
      parties: (count: number) => `${count}\u00a0${count === 1 ? 'deltaker' : 'deltakere'}`,
      forecast: (year: number) => `Prognose ${year}`,
      overspend: say`merforbruk ved årets slutt`,
      underspend: say`mindreforbruk ved årets slutt`,
      balance: say`balanse ved årets slutt`,
    },
    status: 'Status',
    goals: 'Mål',
    challenges: 'Utfordringer framover',
    emptyStatus: say`Enheten har ikke skrevet om status.`,
    emptyGoals: say`Enheten har ikke skrevet mål for året.`,
    emptyChallenges: say`Enheten har ikke skrevet om utfordringer.`,
    notTranslated: (language: string) => say`Teksten finnes bare på ${language}.`,
    goalPrefix: 'M',
    services: (count: number) => capital(plural(count, 'tjeneste', 'tjenester')),
    servicesCaption: (unit: string) => say`${unit} etter tjeneste, alle kommuner.`,
    byMunicipality: 'Budsjett etter kommune',
    byMunicipalityCaption: (unit: string) => say`${unit} etter kommune.`,
    divided: 'Fordelt på kommunene',
    dividedCaption: (unit: string, year: number) => say`${unit} etter kommune og tjeneste, ${year}.`,
    shared: {
      key: 'Etter nøkkel',
      direct: 'Direkte',
      agreed: 'Avtalte beløp',
      mixed: 'Nøkkel og direkte',
      none: 'Ikke oppgitt',
    },
    unknownNote: (names: readonly string[]) => say`Deltar med ukjent beløp: ${list(names)}.`,
    perInhabitantNote: (date: string) => say`Per innbygger: folketallet ${date}.`,
    withheldNote: say`Kolon: vises ikke, fordi tallet gjelder få personer eller kan røpe et slikt tall.`,
    provisionalNote: (parties: readonly string[]) =>
      parties.length === 0
        ? say`* Foreløpig: bygger på et registertall som ikke er publisert ennå.`
        : say`* Foreløpig: avventer vedtak i ${list(parties)}.`,
    inForce: 'etter nøkkelen som gjelder',
    inForceNote: (party: string, amount: Inline, service: string) =>
      say`Etter nøkkelen som gjelder nå, ville ${party} betalt ${amount}\u00a0kr for ${service}.`,
    growth: 'Vekst som er lagt inn',
    growthText: (what: string, rate: Inline, from: string) => say`${capital(what)} ${rate} % fra ${from}.`,
    growthSpan: (rate: Inline, months: number, effect: Inline, rest: Inline, year: number) =>
      months === 12
        ? []
        : say`I ${year} virker det i ${number(months)} måneder: ${rate} × ${months}/12 = ${effect} prosent. Resten, ${rest} prosent, kommer i ${year + 1}.`,
    noGrowth: say`Ingen forutsetning om vekst er oppgitt.`,
    why: 'Hvorfor kostnaden endres',
    causesCaption: (unit: string) => say`Årsaker til endringen i ${unit}.`,
    sumChange: 'Sum endring',
    noChange: say`Kostnaden er uendret.`,
    unpriced: 'Kjent, men uten beløp',
    unpricedText: say`Kilden nevner dette uten å sette beløp på det. Det er aldri regnet som 0:`,
    key: 'Slik er regningen delt',
    keyOf: (service: string) => `${service}: slik er regningen delt`,
    keyText: (words: string) => say`Kostnaden deles slik: ${words}.`,
    keyPeriod: (period: string, words: string) => say`${period} deles kostnaden slik: ${words}.`,
    noKey: (service: string) =>
      say`${service} har ingen nøkkel som er kjent. Beløpene står som avtalt eller som hver kommunes egen kostnad.`,
    step: {
      cost: 'Kostnad',
      toDivide: 'Til deling',
      part: (nr: string) => `Del ${nr}`,
      external: (funder: string) => `${funder} betaler først`,
      externalFormula: (cost: Inline, paid: Inline) => say`${cost} kr − ${paid} kr`,
      externalUnit: 'kr til deling',
      equal: 'Den like delen',
      equalFormula: (share: Inline, cost: Inline, part: Inline, members: number) =>
        say`${share} % av ${cost} kr = ${part} kr, delt på ${plural(members, 'kommune', 'kommuner')}`,
      equalUnit: 'kr til hver',
      by: (what: string) => `Delen etter ${what}`,
      byFormula: (share: Inline, cost: Inline, part: Inline, count: Inline, what: string) =>
        say`${share} % av ${cost} kr = ${part} kr, delt på ${count} ${what}`,
      byUnit: (what: string) => `kr per ${what}`,
      byEach: 'kr for hver i registeret',
      pays: (party: string) => `${party} betaler`,
      rounded: (unit: string) => `Rundet til nærmeste ${unit}`,
      roundedHost: (host: string) => say`${host} tar det som blir til overs ved avrundingen`,
      roundedLargest: say`det som blir til overs, går til den som mistet mest ved avrundingen`,
      kr: 'kr',
      krOre: 'kr',
      roundingUnits: { '1': 'øre', '100': 'krone', '100000': '1\u00a0000\u00a0kr' } as {
        readonly [unit: string]: string;
      },
    },
    keyChartCaption: (name: string) => say`Den like delen veier tyngst for ${name}.`,
    keyChartUnit: 'Kroner, etter nøkkelen',
    keyCaption: (count: number) =>
      say`Nøkkelen regnet ut for ${count === 1 ? 'den ene' : `alle ${number(count)}`}.`,
    keyNote: (largest: Inline, unit: string) =>
      say`Forskjellen er inntil ${largest} kr og kommer av at beløpene rundes til hele ${unit}. Delene er alltid nøyaktig hele beløpet.`,
    keySame: say`Nøkkelen gir nøyaktig beløpene i budsjettet.`,
    registerAside: 'Registeret',
    registerText: (what: string, date: string, source: string | null, basis: readonly string[]) =>
      say`${what} ${date}${source === null ? '' : `, ${source}`}. ${capital(`tallene er ${list(basis)}`)}.`,
    registerAges: (ages: string) => ` ${ages} år`,
    keyAside: 'Nøkkel',
    volumes: 'Volum',
    volumesCaption: (service: string) => say`Volum i ${service}, etter kommune.`,
    agreement: 'Avtale og vedtak',
    host: (host: string) => say`Vert: ${host}.`,
    legalForm: (form: string) => say`Samarbeidsform: ${form}.`,
    notice: (months: number) => say`Oppsigelsestid: ${plural(months, 'måned', 'måneder')}.`,
    paragraph: (paragraph: string) => say`Hjemmel: ${paragraph}.`,
    noAgreement: say`Avtalen er ikke registrert.`,
    noDecision: say`Vedtak om nøkkelen er ikke registrert.`,
    provenance: { published: 'Oppgitt', derived: 'Utledet', assumed: 'Antatt' },
    keyDerived: say`Nøkkelen er utledet av de publiserte beløpene og ikke oppgitt i kilden.`,
    investments: 'Investeringer',
    forecast: (text: string, date: string) => say`Ventet resultat per ${date}: ${text}`,
  },
  decisions: {
    adoptedBy: (party: string) => `Vedtatt i ${party}`,
    waitingFor: (parties: readonly string[]) => `Venter på ${list(parties)}`,
    adopted: 'Vedtatt av alle',
    rejectedBy: (parties: readonly string[]) => `Avslått i ${list(parties)}`,
    count: (adopted: number, of: number) => `${adopted} av ${of} har vedtatt`,
    validWhen: (parties: readonly string[], adopted: number, of: number) =>
      say`Gjelder når ${list(parties)} alle har vedtatt det. ${capital(number(adopted))} av ${number(of)} har vedtatt.`,
    notRegistered: 'Vedtak ikke registrert',
  },
};
