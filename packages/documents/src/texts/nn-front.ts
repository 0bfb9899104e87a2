import type { Inline } from '../tree/node.ts';
import { say } from '../tree/say.ts';
import type { Direction, DocumentTexts } from './document-texts.ts';
import { capital, list } from './nn-words.ts';

/** The first pages: reading guide, overview, what drives the change. */
export const nynorskFront: Pick<DocumentTexts, 'guide' | 'overview' | 'drivers' | 'causes' | 'causeReason'> =
  {
    guide: {
      title: 'Slik les du budsjettet',
      lead: say`Alle beløp er netto kostnad for kommunane samla eller kvar for seg. Ein auke tyder at kommunen betaler meir.`,
      amounts: 'Beløp og avrunding',
      amountsText: [
        say`Oversiktene står i heile tusen kroner, andre tabellar i kroner. Nemninga står alltid over tabellen.`,
        say`Avrundinga er gjord éin gong for heile budsjettet, slik at rader og kolonnar summerer seg. Eit beløp kan derfor stå éin tusenlapp unna det du får ved å runde av sjølv. Reknearket og dei opne dataa har heile beløpet.`,
      ],
      signs: 'Teikn i tabellane',
      signsCaption: say`Teikn og kva dei tyder.`,
      signsUnit: say`Teikn`,
      signRows: [
        ['0', 'Kommunen er med, men beløpet er null'],
        ['.', 'Kommunen er ikkje med i tenesta det året'],
        ['..', 'Beløpet er ikkje kjent eller ikkje registrert'],
        [':', 'Blir ikkje vist, fordi talet gjeld få personar'],
        ['−', 'Reduksjon. Aukar står utan teikn'],
        ['ny', 'Prosent gir ikkje meining, fordi fjoråret er null'],
        ['*', 'Førebels: eit vedtak eller eit registertal manglar enno'],
      ] as readonly (readonly [string, string])[],
      example: 'Eit døme',
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
          ? say`I tabellen for ${unit} står ${party} med ${previous} i ${years[0]} og det same i ${years[1]}. Endringa er derfor ${change}.`
          : say`I tabellen for ${unit} står ${party} med ${previous} i ${years[0]} og ${current} i ${years[1]}. Det tyder at kommunen betaler ${change} ${direction === 'up' ? 'meir' : 'mindre'} enn året før.`,
      words: 'Fem ord',
      wordsCaption: say`Ord som går igjen.`,
      wordsUnit: say`Ordliste`,
      wordRows: [
        ['Fordelingsnøkkel', 'Regelen som seier kor stor del kvar kommune betaler'],
        ['Likt', 'Den delen av kostnaden som blir delt på talet på kommunar'],
        ['Etter innbyggjarar', 'Den delen som følgjer folketalet på ein fast dato'],
        ['Direkte', 'Kostnad som berre éin kommune har, og som han betaler åleine'],
        [
          'Uforklart',
          'Endring som ingen har oppgitt beløp for. Ho er rekna som rest og aldri fylt ut for hand',
        ],
      ] as readonly (readonly [string, string])[],
      cite: 'Sitere eit tal',
      citeText: (id: string) =>
        say`Kvart tal har eit namn som ikkje endrar seg, til dømes ${id}. Bruk det i spørsmål og saksframlegg.`,
      privacy: 'Personvern',
      privacyText: say`Når eit beløp kviler på få personar, er det bytt ut med kolon. Minst eitt tal til er då også skjult, slik at det første ikkje kan reknast ut.`,
    },
    overview: {
      title: 'Økonomisk oversikt',
      short: 'Oversikt',
      lead: (sum: Inline, year: number, change: Inline, direction: Direction) =>
        direction === 'same'
          ? say`Fellesskapet kostar ${sum} i ${year}, det same som året før.`
          : say`Fellesskapet kostar ${sum} i ${year}. Det er ${change} ${direction === 'up' ? 'meir' : 'mindre'} enn året før.`,
      leadUnit: (unit: string, change: Inline, direction: Direction) =>
        say`Mest ${direction === 'down' ? 'minkar' : 'aukar'} ${unit}, med ${change}.`,
      totalCaption: say`Budsjett etter eining, alle kommunar.`,
      matrix: 'Alle einingar og alle kommunar',
      yearsCaption: (previous, year) => say`Kva kvar kommune betaler til drifta, ${previous} og ${year}.`,
      matrixCaption: (previous: number, year: number) =>
        say`Budsjett ${previous}, ${year} og endring etter eining og kommune.`,
      outsideNote: (names: readonly string[]) =>
        say`${list(names)} kjem i tillegg og er halde utanfor sum drift.`,
      matrixNote: (previous: number, year: number) =>
        say`Endr.: endring frå ${previous} til ${year}. Punktum: kommunen er ikkje med i eininga det året.`,
      unknownNote: (names: readonly string[]) =>
        say`Med i fellesskapet utan kjent beløp, og derfor ikkje i nokon sum: ${list(names)}.`,
    },
    drivers: {
      title: 'Kva driv endringa',
      short: 'Endring',
      lead: (change: Inline, direction: Direction) =>
        direction === 'same'
          ? say`Samla er budsjettet uendra.`
          : say`Samla ${direction === 'up' ? 'aukar' : 'minkar'} budsjettet med ${change}.`,
      leadCauses: (up: string | null, down: string | null) =>
        up === null && down === null
          ? []
          : up === null
            ? say`${capital(down ?? '')} dreg mest ned.`
            : down === null
              ? say`${capital(up)} har mest å seie.`
              : say`${capital(up)} dreg mest opp, ${down} mest ned.`,
      chartCaption: (previous: number, year: number) =>
        say`Frå budsjett ${previous} til ${year}: kva som aukar og kva som minkar.`,
      chartUnit: (previous: number, baseline: Inline) =>
        say`1\u00a0000\u00a0kr. Nullpunktet er budsjett ${previous}: ${baseline}`,
      tableCaption: say`Same endring etter kommune.`,
      note: say`Fylte søyler aukar budsjettet, skraverte minkar det. «Uforklart» er endring som kjelda ikkje oppgir beløp for, rekna som rest.`,
      roundingNote: say`«Avrunding» er heile tusen som skil årsakene frå endringa i oversikta.`,
      largest: 'Dei største årsakene',
      unexplainedIn: (unit: string) => `Uforklart, ${unit}`,
      unexplainedRest: 'Uforklart, andre einingar',
      byUnit: 'Endring etter eining',
    },
    causes: {
      wage: 'Lønsvekst',
      price: 'Prisvekst',
      deflator: 'Prisvekst (deflator)',
      income: 'Inntektsvekst',
      fullYear: 'Heilårsverknad',
      volume: 'Volum',
      technical: 'Tekniske flyttingar',
      correction: 'Rettingar av budsjettet i fjor',
      measure: 'Tiltak',
      saving: 'Innsparingar',
      key: 'Ny fordelingsnøkkel',
      member: 'Nye og utmelde deltakarar',
      oneOff: 'Eingongsbeløp',
      register: 'Nye registertal',
      membership: 'Nye og utmelde deltakarar',
      unexplained: 'Uforklart',
      rounding: 'Avrunding',
    } as { readonly [cause: string]: string },
    causeReason: {
      wage: (rate: Inline, from: string) => say`Lønna er venta å stige ${rate} prosent frå ${from}.`,
      growth: (what: string, rate: Inline, from: string) =>
        say`${capital(what)} er venta å stige ${rate} prosent frå ${from}.`,
      register: say`Registertala som nøkkelen bruker, er andre enn i fjor.`,
      key: say`Kostnaden blir delt etter ein annan nøkkel enn i fjor.`,
      membership: say`Deltakarar er komne til eller gått ut.`,
      unexplained: say`Kjelda oppgir ikkje beløp for denne delen. Han er rekna som rest.`,
      rounding: say`Beløpa er runda av slik avtalen seier.`,
    },
  };
