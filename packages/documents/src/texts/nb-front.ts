import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction } from './document-texts.ts';
import { capital, list } from './nb-words.ts';

/** The first pages: reading guide, overview, what drives the change. */
export const bokmalFront = {
  guide: {
    title: 'Slik leser du budsjettet',
    lead: say`Alle beløp er netto kostnad for kommunene samlet eller hver for seg. En økning betyr at kommunen betaler mer.`,
    amounts: 'Beløp og avrunding',
    amountsText: [
      say`Oversiktene står i hele tusen kroner, andre tabeller i kroner. Benevningen står alltid over tabellen.`,
      say`Avrundingen er gjort én gang for hele budsjettet, slik at rader og kolonner summerer seg. Et beløp kan derfor stå én tusenlapp unna det du får ved å runde av selv. Regnearket og de åpne dataene har hele beløpet.`,
    ],
    signs: 'Tegn i tabellene',
    signsCaption: say`Tegn og hva de betyr.`,
    signsUnit: say`Tegn`,
    signRows: [
      ['0', 'Kommunen er med, men beløpet er null'],
      ['.', 'Kommunen er ikke med i tjenesten det året'],
      ['..', 'Beløpet er ikke kjent eller ikke registrert'],
      [':', 'Vises ikke, fordi tallet gjelder få personer'],
      ['−', 'Reduksjon. Økninger står uten tegn'],
      ['ny', 'Prosent gir ikke mening, fordi fjoråret er null'],
      ['*', 'Foreløpig: et vedtak eller et registertall mangler ennå'],
    ] as readonly (readonly [string, string])[],
    example: 'Et eksempel',
    exampleText: (
      unit: string,
      party: string,
      previous: Inline,
      current: Inline,
      change: Inline,
      years: readonly [number, number],
      direction: Direction,
    ) =>
      direction === 'same'
        ? say`I tabellen for ${unit} står ${party} med ${previous} i ${years[0]} og det samme i ${years[1]}. Endringen er derfor ${change}.`
        : say`I tabellen for ${unit} står ${party} med ${previous} i ${years[0]} og ${current} i ${years[1]}. Det betyr at kommunen betaler ${change} ${direction === 'up' ? 'mer' : 'mindre'} enn året før.`,
    words: 'Fem ord',
    wordsCaption: say`Ord som går igjen.`,
    wordsUnit: say`Ordliste`,
    wordRows: [
      ['Fordelingsnøkkel', 'Regelen som sier hvor stor del hver kommune betaler'],
      ['Likt', 'Den delen av kostnaden som deles på antall kommuner'],
      ['Etter innbyggere', 'Den delen som følger folketallet på en fast dato'],
      ['Direkte', 'Kostnad som bare én kommune har, og som den betaler alene'],
      [
        'Uforklart',
        'Endring som ingen har oppgitt beløp for. Den er regnet som rest og aldri fylt ut for hånd',
      ],
    ] as readonly (readonly [string, string])[],
    cite: 'Sitere et tall',
    citeText: (id: string) =>
      say`Hvert tall har et navn som ikke endrer seg, for eksempel ${id}. Bruk det i spørsmål og saksframlegg.`,
    privacy: 'Personvern',
    privacyText: say`Når et beløp hviler på få personer, er det byttet ut med kolon. Minst ett tall til er da også skjult, slik at det første ikke kan regnes ut.`,
  },
  overview: {
    title: 'Økonomisk oversikt',
    short: 'Oversikt',
    lead: (sum: Inline, year: number, change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`Fellesskapet koster ${sum} i ${year}, det samme som året før.`
        : say`Fellesskapet koster ${sum} i ${year}. Det er ${change} ${direction === 'up' ? 'mer' : 'mindre'} enn året før.`,
    leadUnit: (unit: string, change: Inline, direction: Direction) =>
      say`Mest ${direction === 'down' ? 'minker' : 'øker'} ${unit}, med ${change}.`,
    totalCaption: say`Budsjett etter enhet, alle kommuner.`,
    matrix: 'Alle enheter og alle kommuner',
    yearsCaption: (previous: number, year: number) =>
      say`Hva hver kommune betaler til driften, ${previous} og ${year}.`,
    matrixCaption: (previous: number, year: number) =>
      say`Budsjett ${previous}, ${year} og endring etter enhet og kommune.`,
    outsideNote: (names: readonly string[]) =>
      say`${list(names)} kommer i tillegg og er holdt utenfor sum drift.`,
    matrixNote: (previous: number, year: number) =>
      say`Endr.: endring fra ${previous} til ${year}. Punktum: kommunen er ikke med i enheten det året.`,
    unknownNote: (names: readonly string[]) =>
      say`Med i fellesskapet uten kjent beløp, og derfor ikke i noen sum: ${list(names)}.`,
  },
  drivers: {
    title: 'Hva driver endringen',
    short: 'Endring',
    lead: (change: Inline, direction: Direction) =>
      direction === 'same'
        ? say`Samlet er budsjettet uendret.`
        : say`Samlet ${direction === 'up' ? 'øker' : 'minker'} budsjettet med ${change}.`,
    leadCauses: (up: string | null, down: string | null) =>
      up === null && down === null
        ? []
        : up === null
          ? say`${capital(down ?? '')} trekker mest ned.`
          : down === null
            ? say`${capital(up)} betyr mest.`
            : say`${capital(up)} trekker mest opp, ${down} mest ned.`,
    chartCaption: (previous: number, year: number) =>
      say`Fra budsjett ${previous} til ${year}: hva som øker og hva som minker.`,
    chartUnit: (previous: number, baseline: Inline) =>
      say`1\u00a0000\u00a0kr. Nullpunktet er budsjett ${previous}: ${baseline}`,
    tableCaption: say`Samme endring etter kommune.`,
    note: say`Fylte søyler øker budsjettet, skraverte minker det. «Uforklart» er endring som kilden ikke oppgir beløp for, regnet som rest.`,
    roundingNote: say`«Avrunding» er hele tusen som skiller årsakene fra endringen i oversikten.`,
    largest: 'De største årsakene',
    unexplainedIn: (unit: string) => `Uforklart, ${unit}`,
    unexplainedRest: 'Uforklart, øvrige enheter',
    byUnit: 'Endring etter enhet',
  },
  causes: {
    wage: 'Lønnsvekst',
    price: 'Prisvekst',
    deflator: 'Prisvekst (deflator)',
    income: 'Inntektsvekst',
    fullYear: 'Helårsvirkning',
    volume: 'Volum',
    technical: 'Tekniske flyttinger',
    correction: 'Rettinger av budsjettet i fjor',
    measure: 'Tiltak',
    saving: 'Innsparinger',
    key: 'Ny fordelingsnøkkel',
    member: 'Nye og utmeldte deltakere',
    oneOff: 'Engangsbeløp',
    register: 'Nye registertall',
    membership: 'Nye og utmeldte deltakere',
    unexplained: 'Uforklart',
    rounding: 'Avrunding',
  } as { readonly [cause: string]: string },
  causeReason: {
    wage: (rate: Inline, from: string) => say`Lønnen er ventet å stige ${rate} prosent fra ${from}.`,
    growth: (what: string, rate: Inline, from: string) =>
      say`${capital(what)} er ventet å stige ${rate} prosent fra ${from}.`,
    register: say`Registertallene som nøkkelen bruker, er andre enn i fjor.`,
    key: say`Kostnaden deles etter en annen nøkkel enn i fjor.`,
    membership: say`Deltakere er kommet til eller gått ut.`,
    unexplained: say`Kilden oppgir ikke beløp for denne delen. Den er regnet som rest.`,
    rounding: say`Beløpene er rundet av slik avtalen sier.`,
  },
};
