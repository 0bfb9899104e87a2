import type { FitNote, NearestKey } from '@samstyr/core/fit/fit-problem';
import { type Fraction, floor, fraction, multiply } from '@samstyr/core/fraction/fraction';
import { formatKroner } from '@samstyr/core/money/kroner';
import type { Language, Texts } from './language.ts';

/** Whole per cents: what the nearest key is looked for in. */
const percent = (share: Fraction): string => `${floor(multiply(share, fraction(100n)))}`;

const equal: { readonly [L in Language]: string } = {
  nb: 'alt likt',
  nn: 'alt likt',
  en: 'everything equal',
};

function nearestText(nearest: NearestKey, language: Language): string {
  const { register, date, group, equalShare, maxResidualOre } = nearest;
  const kroner = formatKroner(maxResidualOre);
  const read = `${register ?? ''}${group === null ? '' : ` ${group}`} ${date ?? ''}`.trim();
  const part = percent(equalShare);
  switch (language) {
    case 'nb':
      return `Nærmest er ${register === null ? equal.nb : `${part} prosent likt og resten etter ${read}`}, med et avvik på inntil ${kroner} kr.`;
    case 'nn':
      return `Nærast er ${register === null ? equal.nn : `${part} prosent likt og resten etter ${read}`}, med eit avvik på inntil ${kroner} kr.`;
    case 'en':
      return `Nearest is ${register === null ? equal.en : `${part} per cent equal and the rest by ${read}`}, off by up to NOK ${kroner}.`;
  }
}

/** What must be said beside the keys that fit. */
export const fitTexts: Texts<FitNote> = {
  'fit.oneMember': {
    nb: ({ service, year }) =>
      `${service} har færre enn to parter med beløp i ${year}, så det er ingenting å fordele. Legg inn hva de andre betaler.`,
    nn: ({ service, year }) =>
      `${service} har færre enn to partar med beløp i ${year}, så det er ingenting å fordele. Legg inn kva dei andre betaler.`,
    en: ({ service, year }) =>
      `${service} has fewer than two parties with an amount in ${year}, so there is nothing to divide. Enter what the others pay.`,
  },
  'fit.zeroTotal': {
    nb: ({ service, year }) =>
      `Beløpene for ${service} i ${year} summerer til 0, så ingen nøkkel kan finnes. Se etter et fortegn som er feil.`,
    nn: ({ service, year }) =>
      `Beløpa for ${service} i ${year} summerer til 0, så ingen nøkkel kan finnast. Sjå etter eit forteikn som er feil.`,
    en: ({ service, year }) =>
      `The amounts of ${service} in ${year} sum to 0, so no key can be found. Look for a wrong sign.`,
  },
  'fit.twoMembers': {
    nb: ({ service, year }) =>
      `${service} har to parter i ${year}. Da passer nesten ethvert register med en eller annen fast del, så treffet beviser lite. Les nøkkelen i avtalen.`,
    nn: ({ service, year }) =>
      `${service} har to partar i ${year}. Då passar nesten kvart register med ein eller annan fast del, så treffet provar lite. Les nøkkelen i avtalen.`,
    en: ({ service, year }) =>
      `${service} has two parties in ${year}. Nearly every register then fits with some equal part, so a match proves little. Read the key in the agreement.`,
  },
  'fit.circular': {
    nb: ({ register, basis }) =>
      `Registeret ${register} er ${basis === 'derived' ? 'selv regnet ut av publiserte andeler' : 'antatt'}. At det passer, er en sirkel og beviser ingenting. Skaff registerets egne tall.`,
    nn: ({ register, basis }) =>
      `Registeret ${register} er ${basis === 'derived' ? 'sjølv rekna ut av publiserte delar' : 'anteke'}. At det passar, er ein sirkel og provar ingenting. Skaff tala frå registeret sjølv.`,
    en: ({ register, basis }) =>
      `The register ${register} is ${basis === 'derived' ? 'itself worked out from published shares' : 'assumed'}. That it fits is circular and proves nothing. Get the register’s own figures.`,
  },
  'fit.ties': {
    nb: ({ count }) =>
      `${count} nøkler passer like godt; alle er listet. Beløpene alene kan ikke skille dem. Se hvilken dato og hvilket register avtalen nevner.`,
    nn: ({ count }) =>
      `${count} nøklar passar like godt; alle er lista. Beløpa åleine kan ikkje skilje dei. Sjå kva dato og kva register avtalen nemner.`,
    en: ({ count }) =>
      `${count} keys fit equally well; all are listed. The amounts alone cannot tell them apart. See which date and register the agreement names.`,
  },
  'fit.missingValues': {
    nb: ({ register, group, parties }) =>
      `Registeret ${register}${group === null ? '' : ` ${group}`} er ikke prøvd: det mangler verdi for ${parties.join(', ')}. Legg inn verdiene om registeret kan være brukt.`,
    nn: ({ register, group, parties }) =>
      `Registeret ${register}${group === null ? '' : ` ${group}`} er ikkje prøvd: det manglar verdi for ${parties.join(', ')}. Legg inn verdiane om registeret kan vere brukt.`,
    en: ({ register, group, parties }) =>
      `The register ${register}${group === null ? '' : ` ${group}`} was not tried: it has no value for ${parties.join(', ')}. Enter the values if it may have been used.`,
  },
  'fit.nothing': {
    nb: ({ service, year, nearest }) =>
      `Ingen nøkkel gir de oppgitte beløpene for ${service} i ${year}. ${nearestText(nearest, 'nb')} Før beløpene som avtalt, eller legg inn flere registre.`,
    nn: ({ service, year, nearest }) =>
      `Ingen nøkkel gir dei oppgjevne beløpa for ${service} i ${year}. ${nearestText(nearest, 'nn')} Før beløpa som avtalte, eller legg inn fleire register.`,
    en: ({ service, year, nearest }) =>
      `No key gives the stated amounts of ${service} in ${year}. ${nearestText(nearest, 'en')} Enter the amounts as agreed, or add more registers.`,
  },
};
