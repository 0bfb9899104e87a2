import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction, DocumentTexts } from './document-texts.ts';
import { capital, list, number, plural } from './nn-words.ts';

/** What values are, said of many: `utleidde`. */
const ofMany: { readonly [one: string]: string } = {
  publisert: 'publiserte',
  utleidd: 'utleidde',
  anteken: 'antekne',
};

/** A unit’s chapter, and decisions. */
export const nynorskUnit: Pick<DocumentTexts, 'unit' | 'decisions'> = {
  unit: {
    kicker: 'Eining',
    lead: (unit: string, amount: Inline, year: number, change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`${unit} kostar ${amount} i ${year}. Det er uendra frå året før.`
        : say`${unit} kostar ${amount} i ${year}. Det er ${change} ${direction === 'up' ? 'meir' : 'mindre'} enn året før.`,
    leadNew: (unit: string, amount: Inline, year: number) =>
      say`${unit} kostar ${amount} i ${year}. Eininga hadde ikkje budsjett året før.`,
    leadCause: (cause: string) => say`${cause} er den største grunnen.`,
    leadMostUnexplained: say`Kjelda oppgir ikkje beløp for det meste av endringa.`,
    leadUnexplained: say`Kjelda oppgir ikkje beløp for årsakene.`,
    fact: {
      budget: (year: number) => `Budsjett ${year}`,
      inYear: (amount: Inline, year: number) => say`${amount} i ${year}`,
      noYear: (year: number) => say`ikkje budsjett i ${year}`,
      change: 'Endring',
      percent: (percent: Inline) => say`${percent} prosent`,
      newThisYear: say`ny i år`,
      perInhabitant: 'Per innbyggjar',
      average: (count: number) =>
        say`i snitt for ${count === 1 ? 'kommunen' : `dei ${number(count)} kommunane`}`,
      members: 'Deltakarar',
      municipalities: (count: number) => `${count}\u00a0${count === 1 ? 'kommune' : 'kommunar'}`,
      parties: (count: number) => `${count}\u00a0${count === 1 ? 'deltakar' : 'deltakarar'}`,
      forecast: (year: number) => `Prognose ${year}`,
      overspend: say`meirforbruk ved slutten av året`,
      underspend: say`mindreforbruk ved slutten av året`,
      balance: say`balanse ved slutten av året`,
    },
    status: 'Status',
    goals: 'Mål',
    challenges: 'Utfordringar framover',
    emptyStatus: say`Eininga har ikkje skrive om status.`,
    emptyGoals: say`Eininga har ikkje skrive mål for året.`,
    emptyChallenges: say`Eininga har ikkje skrive om utfordringar.`,
    notTranslated: (language: string) => say`Teksten finst berre på ${language}.`,
    goalPrefix: 'M',
    services: (count: number) => capital(plural(count, 'teneste', 'tenester')),
    servicesCaption: (unit: string) => say`${unit} etter teneste, alle kommunar.`,
    byMunicipality: 'Budsjett etter kommune',
    byMunicipalityCaption: (unit: string) => say`${unit} etter kommune.`,
    divided: 'Fordelt på kommunane',
    dividedCaption: (unit: string, year: number) => say`${unit} etter kommune og teneste, ${year}.`,
    shared: {
      key: 'Etter nøkkel',
      direct: 'Direkte',
      agreed: 'Avtalte beløp',
      mixed: 'Nøkkel og direkte',
      none: 'Ikkje oppgitt',
    },
    unknownNote: (names: readonly string[]) => say`Deltek med ukjent beløp: ${list(names)}.`,
    perInhabitantNote: (date: string) => say`Per innbyggjar: folketalet ${date}.`,
    withheldNote: say`Kolon: blir ikkje vist, fordi talet gjeld få personar eller kan røpe eit slikt tal.`,
    provisionalNote: (parties: readonly string[]) =>
      parties.length === 0
        ? say`* Førebels: byggjer på eit registertal som ikkje er publisert enno.`
        : say`* Førebels: ventar på vedtak i ${list(parties)}.`,
    inForce: 'etter nøkkelen som gjeld',
    inForceNote: (party: string, amount: Inline, service: string) =>
      say`Etter nøkkelen som gjeld no, ville ${party} betalt ${amount}\u00a0kr for ${service}.`,
    growth: 'Vekst som er lagd inn',
    growthText: (what: string, rate: Inline, from: string) => say`${capital(what)} ${rate} % frå ${from}.`,
    growthSpan: (rate: Inline, months: number, effect: Inline, rest: Inline, year: number) =>
      months === 12
        ? []
        : say`I ${year} verkar det i ${number(months)} månader: ${rate} × ${months}/12 = ${effect} prosent. Resten, ${rest} prosent, kjem i ${year + 1}.`,
    noGrowth: say`Ingen føresetnad om vekst er oppgitt.`,
    why: 'Kvifor kostnaden blir endra',
    causesCaption: (unit: string) => say`Årsaker til endringa i ${unit}.`,
    sumChange: 'Sum endring',
    noChange: say`Kostnaden er uendra.`,
    unpriced: 'Kjent, men utan beløp',
    unpricedText: say`Kjelda nemner dette utan å setje beløp på det. Det er aldri rekna som 0:`,
    key: 'Slik er rekninga delt',
    keyOf: (service: string) => `${service}: slik er rekninga delt`,
    keyText: (words: string) => say`Kostnaden blir delt slik: ${words}.`,
    keyPeriod: (period: string, words: string) => say`${period} blir kostnaden delt slik: ${words}.`,
    noKey: (service: string) =>
      say`${service} har ingen nøkkel som er kjend. Beløpa står som avtalt eller som eigen kostnad for kvar kommune.`,
    step: {
      cost: 'Kostnad',
      toDivide: 'Til deling',
      part: (nr) => `Del ${nr}`,
      external: (funder: string) => `${funder} betaler først`,
      externalFormula: (cost: Inline, paid: Inline) => say`${cost} kr − ${paid} kr`,
      externalUnit: 'kr til deling',
      equal: 'Den like delen',
      equalFormula: (share: Inline, cost: Inline, part: Inline, members: number) =>
        say`${share} % av ${cost} kr = ${part} kr, delt på ${plural(members, 'kommune', 'kommunar')}`,
      equalUnit: 'kr til kvar',
      by: (what: string) => `Delen etter ${what}`,
      byFormula: (share: Inline, cost: Inline, part: Inline, count: Inline, what: string) =>
        say`${share} % av ${cost} kr = ${part} kr, delt på ${count} ${what}`,
      byUnit: (what: string) => `kr per ${what}`,
      byEach: 'kr for kvar i registeret',
      pays: (party: string) => `${party} betaler`,
      rounded: (unit: string) => `Runda til næraste ${unit}`,
      roundedHost: (host: string) => say`${host} tek det som blir til overs ved avrundinga`,
      roundedLargest: say`det som blir til overs, går til den som mista mest ved avrundinga`,
      kr: 'kr',
      krOre: 'kr',
      roundingUnits: { '1': 'øre', '100': 'krone', '100000': '1\u00a0000\u00a0kr' } as {
        readonly [unit: string]: string;
      },
    },
    keyChartCaption: (name) => say`Den like delen veg tyngst for ${name}.`,
    keyChartUnit: 'Kroner, etter nøkkelen',
    keyCaption: (count: number) =>
      say`Nøkkelen rekna ut for ${count === 1 ? 'den eine' : `alle ${number(count)}`}.`,
    keyNote: (largest: Inline, unit: string) =>
      say`Skilnaden er inntil ${largest} kr og kjem av at beløpa blir runda til heile ${unit}. Delane er alltid nøyaktig heile beløpet.`,
    keySame: say`Nøkkelen gir nøyaktig beløpa i budsjettet.`,
    registerAside: 'Registeret',
    registerText: (what: string, date: string, source: string | null, basis: readonly string[]) =>
      say`${what} ${date}${source === null ? '' : `, ${source}`}. Tala er ${list(basis.map((one) => ofMany[one] ?? one))}.`,
    registerAges: (ages: string) => ` ${ages} år`,
    keyAside: 'Nøkkel',
    volumes: 'Volum',
    volumesCaption: (service: string) => say`Volum i ${service}, etter kommune.`,
    agreement: 'Avtale og vedtak',
    host: (host: string) => say`Vert: ${host}.`,
    legalForm: (form: string) => say`Samarbeidsform: ${form}.`,
    notice: (months: number) => say`Oppseiingstid: ${plural(months, 'månad', 'månader')}.`,
    paragraph: (paragraph: string) => say`Hjemmel: ${paragraph}.`,
    noAgreement: say`Avtalen er ikkje registrert.`,
    noDecision: say`Vedtak om nøkkelen er ikkje registrert.`,
    provenance: { published: 'Oppgitt', derived: 'Utleidd', assumed: 'Anteken' },
    keyDerived: say`Nøkkelen er utleidd av dei publiserte beløpa og ikkje oppgitt i kjelda.`,
    investments: 'Investeringar',
    forecast: (text: string, date: string) => say`Venta resultat per ${date}: ${text}`,
  },
  decisions: {
    adoptedBy: (party: string) => `Vedteke i ${party}`,
    waitingFor: (parties: readonly string[]) => `Ventar på ${list(parties)}`,
    adopted: 'Vedteke av alle',
    rejectedBy: (parties: readonly string[]) => `Avslått i ${list(parties)}`,
    count: (adopted: number, of: number) => `${adopted} av ${of} har vedteke`,
    validWhen: (parties: readonly string[], adopted: number, of: number) =>
      say`Gjeld når ${list(parties)} alle har vedteke det. ${capital(number(adopted))} av ${number(of)} har vedteke.`,
    notRegistered: 'Vedtak ikkje registrert',
  },
};
