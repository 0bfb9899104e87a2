import type { Warning } from '@samstyr/core/scenario/warnings';
import { dayText, monthsBefore } from './day-text.ts';
import type { Language, Texts } from './language.ts';
import { listed } from './list-text.ts';

type Notice = Extract<Warning, { readonly code: 'leave.notice' }>;

/** Twelve months are told as the year the law speaks of. */
function length(months: number, language: Language): string {
  const years = months % 12 === 0 ? months / 12 : null;
  switch (language) {
    case 'nb':
      return years === null ? `${months} måneder` : years === 1 ? 'ett år' : `${years} år`;
    case 'nn':
      return years === null ? `${months} månader` : years === 1 ? 'eitt år' : `${years} år`;
    case 'en':
      return years === null ? `${months} months` : years === 1 ? 'one year' : `${years} years`;
  }
}

const latest = ({ from, months }: Notice, language: Language): string =>
  dayText(monthsBefore(from, months ?? 0), language);

/** What a person should know before acting on a what-if. */
export const warningTexts: Texts<Warning> = {
  'leave.notice': {
    nb: (w) =>
      w.months === null
        ? `${w.service}: ${w.law} har ingen oppsigelsestid for ${w.party}. Se hva avtalen sier om uttreden før ${dayText(w.from, 'nb')}.`
        : `${w.service}: ${w.party} må si opp ${length(w.months, 'nb')} i forveien (${w.law}). Uttreden ${dayText(w.from, 'nb')} er bare mulig når oppsigelsen er gitt senest ${latest(w, 'nb')}, eller når alle deltakerne er enige.`,
    nn: (w) =>
      w.months === null
        ? `${w.service}: ${w.law} har inga oppseiingstid for ${w.party}. Sjå kva avtalen seier om uttreding før ${dayText(w.from, 'nn')}.`
        : `${w.service}: ${w.party} må seie opp ${length(w.months, 'nn')} i førevegen (${w.law}). Uttreding ${dayText(w.from, 'nn')} er berre mogleg når oppseiinga er gitt seinast ${latest(w, 'nn')}, eller når alle deltakarane er samde.`,
    en: (w) =>
      w.months === null
        ? `${w.service}: ${w.law} sets no period of notice for ${w.party}. See what the agreement says about leaving before ${dayText(w.from, 'en')}.`
        : `${w.service}: ${w.party} must give ${length(w.months, 'en')} notice (${w.law}). Leaving on ${dayText(w.from, 'en')} is only possible when notice is given by ${latest(w, 'en')}, or when all members agree.`,
  },
  'leave.nothingAvoidable': {
    nb: (w) =>
      `${w.service}: ingen har oppgitt hva som kan spares når ${w.party} går ut. Hele kostnaden er lagt på dem som blir igjen. Oppgi det som kan spares, for å se et annet utfall.`,
    nn: (w) =>
      `${w.service}: ingen har oppgitt kva som kan sparast når ${w.party} går ut. Heile kostnaden er lagd på dei som blir att. Oppgi det som kan sparast, for å sjå eit anna utfall.`,
    en: (w) =>
      `${w.service}: nobody has stated what can be saved when ${w.party} leaves. The whole cost is laid on those who stay. State what can be saved to see another outcome.`,
  },
  'service.unknownAmount': {
    nb: (w) =>
      `${w.service}: beløpet er ukjent for ${listed(w.parties, 'nb')}. Summene og forskjellene er uten det, og ukjent regnes ikke som 0. Legg inn beløpet for å få det med.`,
    nn: (w) =>
      `${w.service}: beløpet er ukjent for ${listed(w.parties, 'nn')}. Summane og skilnadene er utan det, og ukjent blir ikkje rekna som 0. Legg inn beløpet for å få det med.`,
    en: (w) =>
      `${w.service}: the amount is unknown for ${listed(w.parties, 'en')}. Sums and differences are without it, and unknown is not 0. Add the amount to have it counted.`,
  },
  'service.awaitedKey': {
    nb: (w) =>
      `${w.service}: tallene bygger på en nøkkel som ikke alle har vedtatt (sak ${w.case}). De er foreløpige til det siste kommunestyret har vedtatt den.`,
    nn: (w) =>
      `${w.service}: tala byggjer på ein nøkkel som ikkje alle har vedteke (sak ${w.case}). Dei er førebelse til det siste kommunestyret har vedteke han.`,
    en: (w) =>
      `${w.service}: the figures rest on a key that not all have adopted (case ${w.case}). They are provisional until the last council has adopted it.`,
  },
  'register.assumed': {
    nb: (w) =>
      `Tallet for ${w.party} per ${dayText(w.date, 'nb')} i registeret «${w.register}» er antatt; ingen har publisert det. Bruk det publiserte tallet i et vedtak.`,
    nn: (w) =>
      `Talet for ${w.party} per ${dayText(w.date, 'nn')} i registeret «${w.register}» er anteke; ingen har publisert det. Bruk det publiserte talet i eit vedtak.`,
    en: (w) =>
      `The value of ${w.party} on ${dayText(w.date, 'en')} in the register “${w.register}” is assumed; nobody has published it. Use the published value in a decision.`,
  },
};
