import { say } from '../tree/say.ts';
import type { DocumentTexts } from './document-texts.ts';
import { list, number, plural } from './nn-words.ts';

export const nynorskEdition: Pick<DocumentTexts, 'edition' | 'plan' | 'findings' | 'outside'> = {
  edition: {
    summary: 'samandrag',
    kindSummary: 'Samandrag for kommunestyra',
    kindMunicipality: (name) => `Utgåve for ${name}`,
    subtitleMunicipality: (name, units, of) =>
      say`Det ${name} betaler for ${plural(units, 'felles eining', 'felles einingar')} av ${number(of)}, og kva dei andre kommunane betaler for dei same.`,
    picture: (name, sum) =>
      say`Kvar rad er ei eining, og kvar flate er det ein kommune betaler. ${name} er oransje og betaler ${sum}.`,
    watermark: 'Framlegg',
    banner: say`Dette er eit framlegg. Tala kan bli endra før noko er vedteke.`,
    model: (hash) => `innhald ${hash}`,
  },
  plan: {
    title: 'Økonomiplan',
    short: 'Plan',
    lead: (from, until) => say`Planen gjeld ${from}–${until}, i faste prisar.`,
    leadSame: (sum) =>
      say`Drifta er ${sum} alle åra, fordi inga endring med beløp er lagd inn etter budsjettåret.`,
    leadChange: (last, year, change, direction) =>
      direction === 'same'
        ? say`Drifta er ${last} i ${year}, det same som i budsjettåret.`
        : say`Drifta er ${last} i ${year}. Det er ${change} ${direction === 'up' ? 'meir' : 'mindre'} enn i budsjettåret.`,
    rests: 'Kva planen byggjer på',
    restsText: (budgeted, rolled) =>
      rolled.length === 0
        ? say`Alle åra har sitt eige budsjett.`
        : say`${list(budgeted.map(String))} har eige budsjett. ${list(rolled.map(String))} er året før ført vidare: heilårsverknader kjem inn, eingongsbeløp går ut, og kostnaden blir delt etter dei nøklane og deltakarane som gjeld det året.`,
    fixedText: say`Faste prisar vil seie at løns- og prisvekst etter budsjettåret ikkje er med. Ingen tal er anslått.`,
    moves: 'Det som endrar seg',
    more: (year, unit, change, direction) =>
      say`${unit}: ${change} ${direction === 'up' ? 'meir' : 'mindre'} i ${year} enn året før.`,
    noMoves: say`Inga eining endrar beløp i planåra.`,
    units: 'Eining for eining',
    unitsCaption: (from, until) => say`Drift ${from}–${until} etter eining, alle kommunar.`,
    partiesTitle: 'Kommune for kommune',
    partiesCaption: (from, until) => say`Drift ${from}–${until} etter kommune.`,
    ownTitle: (name) => `Det ${name} betaler`,
    ownCaption: (name, from, until) => say`${name}: drift ${from}–${until} etter eining.`,
    unit: say`Kroner, faste prisar`,
    investments: 'Investeringar i planen',
    investmentCaption: (from, until) => say`Felles investeringar ${from}–${until}.`,
    gross: 'Brutto',
    contributions: 'Innskot',
    funders: 'Tilskot utanfrå',
    rest: 'Sum til fordeling',
    line: 'Post',
    unpriced: 'Kjent, men utan pris',
    unpricedLead: say`Dette er kjent, men ingen har oppgitt beløp. Det er ikkje med i nokon sum over.`,
    noUnpriced: say`Ingen slike forhold er registrerte.`,
    included: (count) =>
      say`I tillegg er ${plural(count, 'forhold', 'forhold')} ikkje prisa for seg, men med i dei oppgjevne beløpa. Dei står i kapitla om einingane.`,
    withheld: say`Planen etter kommune er ikkje vist i denne utgåva, fordi han ville vist beløp som kviler på få personar.`,
    failed: (sentences) => say`Planen kan ikkje reknast ut: ${sentences}`,
  },
  outside: {
    frameTitle: 'Ramme og budsjett',
    frame: 'Ramme',
    budget: 'Budsjett',
    over: 'Over ramma',
    frameCaption: (name) => say`${name}: ramme og budsjett.`,
    memoTitle: 'Til orientering',
    memoCaption: (name) => say`${name}: beløp til orientering.`,
    memoNote: say`Desse beløpa er ikkje med i nokon sum i dokumentet.`,
  },
  findings: {
    title: 'Opne funn',
    short: 'Funn',
    kicker: (number) => `Vedlegg ${number}, berre i den interne utgåva`,
    lead: (count, errors) =>
      say`${plural(count, 'funn', 'funn')} i mappa og i det som er publisert. ${plural(errors, 'må', 'må')} rettast, resten er avrunding eller til orientering.`,
    none: say`Ingen funn. Kvart publisert tal er det same som det utrekna.`,
    printed: 'Trykt',
    computed: 'Utrekna',
    difference: 'Skilnad',
    place: 'Stad',
    cause: 'Sannsynleg årsak',
    what: 'Kva',
    number: 'Nr.',
    errors: 'Må rettast',
    errorsCaption: say`Publiserte tal som ikkje er dei utrekna.`,
    misplaced: 'Tal på feil stad',
    rounding: 'Avrunding',
    roundingText: (count) =>
      say`${plural(count, 'publisert tal', 'publiserte tal')} skil seg frå det utrekna berre ved avrunding.`,
    follows: (number) => `Følgjer av funn ${number}`,
    soft: 'Til orientering',
    page: (page) => `s. ${page}`,
    line: (line) => `l. ${line}`,
    causes: {
      sign: 'Forteiknet er snudd',
      transposed: 'To siffer har bytt plass',
      digit: 'Eitt siffer er feil',
      magnitude: 'Beløpet er ført i feil storleik',
      lostDigit: 'Eit siffer manglar',
      rounding: 'Avrunding',
      otherRow: 'Talet høyrer til ei anna rad',
      notBudgeted: 'Ingen er med der',
      unreadable: 'Kan ikkje lesast som eit tal',
      unknown: 'Ukjend',
    },
  },
};
