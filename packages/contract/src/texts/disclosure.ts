import type { DisclosureProblem } from '@samstyr/core/disclosure/problem';
import type { Language, Texts } from './language.ts';

const year: { readonly [L in Language]: { readonly previous: string; readonly current: string } } = {
  nb: { previous: 'fjorårets tall', current: 'årets tall' },
  nn: { previous: 'fjorårets tal', current: 'tala for i år' },
  en: { previous: 'last year’s figures', current: 'this year’s figures' },
};

/** What the disclosure gate says. No sentence carries a hidden value: sentences end up in logs and letters. */
export const disclosureTexts: Texts<DisclosureProblem> = {
  'disclosure.unpaired': {
    nb: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er følsomt, men det finnes ikke noe annet beløp å skjule sammen med det: det følger av summene. Slå tjenesten sammen med en annen, eller vis bare enhetens sum. (${figureId})`,
    nn: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er følsamt, men det finst ikkje noko anna beløp å skjule saman med det: det følgjer av summane. Slå tenesta saman med ei anna, eller vis berre summen for eininga. (${figureId})`,
    en: ({ service, party, figureId }) =>
      `The amount of ${party} in ${service} is sensitive, but there is no other amount to hide beside it: it follows from the sums. Merge the service with another, or show the unit’s sum only. (${figureId})`,
  },
  'disclosure.keyed': {
    nb: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er merket følsomt, men tjenesten deles etter en nøkkel. Da kan alle regne det ut av nøkkelen, registeret og summen. Fjern merket, eller før den følsomme delen som en egen tjeneste. (${figureId})`,
    nn: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er merkt følsamt, men tenesta blir delt etter ein nøkkel. Då kan alle rekne det ut av nøkkelen, registeret og summen. Fjern merket, eller før den følsame delen som ei eiga teneste. (${figureId})`,
    en: ({ service, party, figureId }) =>
      `The amount of ${party} in ${service} is marked sensitive, but the service is shared by a key, so anybody can compute it from key, register and total. Remove the mark, or keep the sensitive part as a service of its own. (${figureId})`,
  },
  'disclosure.alreadyPublished': {
    nb: ({ service, party, side, figureId }) =>
      `Beløpet for ${party} i ${service} er skjult her, men ${year.nb[side]} står i et dokument som alt er publisert. Vurder om det dokumentet skal trekkes tilbake. (${figureId})`,
    nn: ({ service, party, side, figureId }) =>
      `Beløpet for ${party} i ${service} er skjult her, men ${year.nn[side]} står i eit dokument som alt er publisert. Vurder om det dokumentet skal trekkjast tilbake. (${figureId})`,
    en: ({ service, party, side, figureId }) =>
      `The amount of ${party} in ${service} is hidden here, but ${year.en[side]} stand in a document already published. Consider withdrawing that document. (${figureId})`,
  },
  'disclosure.recoverable': {
    nb: ({ side, figureId }) =>
      `Et skjult beløp kan regnes ut av tallene som vises (${year.nb[side]}). Skjul minst ett beløp til i samme rad og kolonne. (${figureId})`,
    nn: ({ side, figureId }) =>
      `Eit skjult beløp kan reknast ut av tala som blir viste (${year.nn[side]}). Skjul minst eitt beløp til i same rad og kolonne. (${figureId})`,
    en: ({ side, figureId }) =>
      `A hidden amount can be computed from the figures shown (${year.en[side]}). Hide at least one more amount in the same row and column. (${figureId})`,
  },
  'disclosure.narrow': {
    nb: ({ side, figureId, possible, needed }) =>
      `Et skjult beløp kan bare ha ${possible} ulike verdier når de viste tallene er kjent (${year.nb[side]}); kravet er minst ${needed}. Skjul flere beløp sammen med det. (${figureId})`,
    nn: ({ side, figureId, possible, needed }) =>
      `Eit skjult beløp kan berre ha ${possible} ulike verdiar når tala som blir viste, er kjende (${year.nn[side]}); kravet er minst ${needed}. Skjul fleire beløp saman med det. (${figureId})`,
    en: ({ side, figureId, possible, needed }) =>
      `A hidden amount has only ${possible} possible values when the shown figures are known (${year.en[side]}); at least ${needed} are required. Hide more amounts beside it. (${figureId})`,
  },
  'disclosure.shown': {
    nb: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er merket følsomt, men utgaven viser det. Bygg utgaven med skjerming, eller fjern merket. (${figureId})`,
    nn: ({ service, party, figureId }) =>
      `Beløpet for ${party} i ${service} er merkt følsamt, men utgåva viser det. Bygg utgåva med skjerming, eller fjern merket. (${figureId})`,
    en: ({ service, party, figureId }) =>
      `The amount of ${party} in ${service} is marked sensitive, but the edition shows it. Build the edition with the gate on, or remove the mark. (${figureId})`,
  },
  'disclosure.countAlone': {
    nb: ({ service, measure, party }) =>
      `Antallet ${measure} for ${party} i ${service} er under fem, og det finnes ikke nok andre antall å skjule sammen med det. Vis verken antallene eller summen, eller slå sammen flere kommuner.`,
    nn: ({ service, measure, party }) =>
      `Talet på ${measure} for ${party} i ${service} er under fem, og det finst ikkje nok andre tal å skjule saman med det. Vis verken tala eller summen, eller slå saman fleire kommunar.`,
    en: ({ service, measure, party }) =>
      `The count of ${measure} of ${party} in ${service} is under five, and there are not enough other counts to hide beside it. Show neither counts nor sum, or merge municipalities.`,
  },
  'disclosure.textReference': {
    nb: ({ unit, section, figureId }) =>
      `Teksten «${section}» for ${unit} viser til et skjult tall. Vis til summen i stedet. (${figureId})`,
    nn: ({ unit, section, figureId }) =>
      `Teksten «${section}» for ${unit} viser til eit skjult tal. Vis til summen i staden. (${figureId})`,
    en: ({ unit, section, figureId }) =>
      `The text “${section}” of ${unit} refers to a hidden figure. Refer to the sum instead. (${figureId})`,
  },
  'disclosure.textAmount': {
    nb: ({ unit, section, figureId }) =>
      `Teksten «${section}» for ${unit} har et skjult beløp skrevet inn. Ta det ut, eller skriv summen. (${figureId})`,
    nn: ({ unit, section, figureId }) =>
      `Teksten «${section}» for ${unit} har eit skjult beløp skrive inn. Ta det ut, eller skriv summen. (${figureId})`,
    en: ({ unit, section, figureId }) =>
      `The text “${section}” of ${unit} has a hidden amount typed in. Take it out, or write the sum. (${figureId})`,
  },
  'disclosure.textFewPersons': {
    nb: ({ unit, section, words }) =>
      `Teksten «${section}» for ${unit} sier «${words}». Så få kan kjennes igjen på et lite sted. Skriv «færre enn fem», eller ta det ut.`,
    nn: ({ unit, section, words }) =>
      `Teksten «${section}» for ${unit} seier «${words}». Så få kan kjennast att på ein liten stad. Skriv «færre enn fem», eller ta det ut.`,
    en: ({ unit, section, words }) =>
      `The text “${section}” of ${unit} says “${words}”. So few can be recognised in a small place. Write “fewer than five”, or take it out.`,
  },
};
