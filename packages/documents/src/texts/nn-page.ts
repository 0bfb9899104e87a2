import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction, DocumentTexts } from './document-texts.ts';
import { list, number, plural } from './nn-words.ts';

/** Municipality pages, investments, appendix, explanations, charts and the workbook. */
export const nynorskPage: Pick<
  DocumentTexts,
  'investments' | 'municipality' | 'appendix' | 'signs' | 'provisional' | 'explain' | 'chart'
> = {
  investments: {
    title: 'Investeringar',
    lead: (sum: Inline, year: number, previous: Inline, previousYear: number) =>
      say`Felles investeringar er ${sum} i ${year}, mot ${previous} i ${previousYear}. Dei er haldne utanfor driftssummane.`,
    none: say`Ingen felles investeringar er lagde inn.`,
    caption: (name: string) => say`${name} etter kommune.`,
    contribution: (party: string, amount: Inline, label: string) =>
      say`${party} betaler ${amount} først: ${label}. Resten blir delt etter nøkkelen.`,
    external: (funder: string, amount: Inline) => say`${funder} betaler ${amount}.`,
  },
  municipality: {
    arms: (name: string) => `Kommunevåpenet til ${name}`,
    kicker: (number: string) => `Kommune ${number}`,
    title: (name: string) => `Dette betaler ${name}`,
    lead: (name: string, count: number, of: number) =>
      say`${name} er med i ${number(count)} av ${plural(of, 'eining', 'einingar')}.`,
    leadChange: (change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`Rekninga er uendra.`
        : say`Rekninga ${direction === 'up' ? 'aukar' : 'minkar'} med ${change}.`,
    leadUnits: (units: readonly string[], direction: Direction) =>
      units.length === 0
        ? []
        : say`${list(units)} har mest å seie for ${direction === 'down' ? 'reduksjonen' : 'auken'}.`,
    investmentFact: 'Investering',
    chartCaption: (name: string, previous: number, year: number) =>
      say`${name}: endring frå ${previous} til ${year} etter eining.`,
    whyUp: 'Kvifor rekninga aukar',
    whyDown: 'Kvifor rekninga minkar',
    whySame: 'Kva som er endra',
    causesCaption: say`Årsaker etter eining.`,
    noCause: say`Inga årsak er oppgitt.`,
    unchanged: say`Uendra beløp.`,
    others: say`Beløpet for kvar står i tabellen under, årsaka i kapitlet om eininga.`,
    everything: (name: string) => `Alt ${name} betaler`,
    billCaption: (name: string) => say`${name} etter eining.`,
    billUnit: (previous: number, year: number) => say`1\u00a0000\u00a0kr. Søyle: ${year}, strek: ${previous}`,
    notIn: (name: string, units: readonly string[]) => say`${name} er ikkje med i ${list(units)}.`,
    decide: 'Dette må kommunestyret vedta',
    frame: 'Driftsramme',
    frameText: (name: string, amount: Inline, region: string, year: number) =>
      say`${name} kommune set av ${amount} kroner til felles tenester i ${region} i ${year}.`,
    investment: 'Investering',
    investmentText: (name: string, amount: Inline, year: number) =>
      say`${name} kommune set av ${amount} kroner til felles investeringar i ${year}.`,
  },
  appendix: {
    kicker: (number: number) => `Vedlegg ${number}`,
    title: 'Nøklar og register',
    short: 'Nøklar',
    lead: (year: number) =>
      say`Alle nøklar i bruk i ${year}, med register og dato. Ein nøkkel er merkt utleidd når kjelda ikkje oppgir han, men tala passar med han.`,
    keysCaption: (year: number) => say`Fordelingsnøklar i ${year}.`,
    keysUnit: say`Del av kostnaden`,
    registerCaption: (name: string, group: string | null) =>
      group === null ? say`${name}.` : say`${name}, ${group} år.`,
    registerUnit: (units: string, source: string | null) =>
      source === null ? say`Tal på ${units}` : say`Tal på ${units}. Kjelde: ${source}`,
    registerNote: say`Utheva: kolonnen som nøklane i budsjettet for året bruker. Under datoen står det om talet er publisert, utleidd eller anteke.`,
  },
  signs: {
    absent: 'ikkje med',
    missing: 'ikkje kjent',
    withheld: 'blir ikkje vist',
    notMeaningful: 'ny, prosent gir ikkje meining',
  },
  provisional: 'førebels',
  explain: {
    together: 'Runda til heile, saman med dei andre',
    open: 'Slik er talet rekna ut',
    title: 'Forklaring',
    close: 'Lukk forklaringa',
    appendix: 'Slik er tala rekna ut',
    appendixLead: 'Alle tal i dokumentet, med reknestykke og kjelde.',
    shownAs: 'Vist som',
    formula: 'Reknestykke',
    from: 'Rekna av',
    key: 'Nøkkel',
    register: 'Register',
    source: 'Kjelde',
    decision: 'Vedtak',
    basis: 'Grunnlag',
    legal: 'Hjemmel',
    name: 'Namn på talet',
    copy: 'Kopier namnet',
    copied: 'Kopiert',
    back: 'Tilbake',
    none: 'Forklaringa finst ikkje.',
    withheld: 'Blir ikkje vist i denne utgåva',
    percentOf: 'Endring i prosent av året før',
    perInhabitant: 'Beløp delt på innbyggjarar',
    partOf: 'Del av eininga i prosent',
  },
  chart: {
    waterfall: 'Fossefallsdiagram.',
    pair: 'Stolpediagram med to år.',
    composition: 'Samansett stolpediagram.',
    rises: (name: string, amount: Inline) => say` ${name} aukar med ${amount}.`,
    falls: (name: string, amount: Inline) => say` ${name} minkar med ${amount}.`,
    total: (amount: Inline) => say` Samla endring er ${amount}.`,
    inUnit: ' Beløp i 1\u00a0000\u00a0kr.',
    equalWeight: (name) => `Kor mykje av rekninga den like delen er, ${name}`,
    equalPart: (most, least) =>
      say` For ${most.name} er den like delen ${most.weight}\u00a0prosent av rekninga, for ${least.name} ${least.weight}\u00a0prosent.`,
    pays: (name, before, now) => say` ${name} går frå ${before} til ${now}.`,
    inKroner: ' Beløp i kroner.',
    same: (table: string) => say` Same tal i ${table}.`,
    region: (name: string) => `${name}, kan rullast sidelengs`,
  },
};
