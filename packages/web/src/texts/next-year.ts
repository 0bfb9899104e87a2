import type { Language } from '@samstyr/contract/texts/language';

const nb = {
  'next.title': 'Budsjettet for {year}',
  'next.crumb': 'Neste år',
  'next.link': 'Budsjettet for {year}',
  'next.lead':
    'Det begynner med budsjettet for {before}. {moved, plural, one {Ett beløp flyttes} other {# beløp flyttes}}, og {decide, plural, =0 {ingenting må avgjøres først} one {ett spørsmål må avgjøres} other {# spørsmål må avgjøres}} i budsjettrunden.',
  'next.notForYou': 'Controlleren åpner neste års budsjett.',
  'next.services': 'Tjenestene i {before} og {year}, kr',
  'next.start': 'Budsjett {before}',
  'next.moved': 'Flyttes',
  'next.result': 'Begynner på',
  'next.decide': 'Må avgjøres',
  'next.moves': 'Det som flyttes',
  'next.carried': 'Tas med uten pris',
  'next.left': 'Blir i {before}',
  'next.do': 'Åpne budsjettet for {year}',
  'next.help':
    'Det som står i {before}, blir ikke rørt. Hvert flyttet beløp blir en endring med grunn, som kan justeres eller avvises.',
} as const;

type Id = keyof typeof nb;
export type NextYearId = Id;
type Sentences = { readonly [I in Id]: string };

const nn: Sentences = {
  'next.title': 'Budsjettet for {year}',
  'next.crumb': 'Neste år',
  'next.link': 'Budsjettet for {year}',
  'next.lead':
    'Det byrjar med budsjettet for {before}. {moved, plural, one {Eitt beløp blir flytta} other {# beløp blir flytta}}, og {decide, plural, =0 {ingenting må avgjerast først} one {eitt spørsmål må avgjerast} other {# spørsmål må avgjerast}} i budsjettrunden.',
  'next.notForYou': 'Controlleren opnar budsjettet for neste år.',
  'next.services': 'Tenestene i {before} og {year}, kr',
  'next.start': 'Budsjett {before}',
  'next.moved': 'Blir flytta',
  'next.result': 'Byrjar på',
  'next.decide': 'Må avgjerast',
  'next.moves': 'Det som blir flytta',
  'next.carried': 'Blir med utan pris',
  'next.left': 'Blir i {before}',
  'next.do': 'Opne budsjettet for {year}',
  'next.help':
    'Det som står i {before}, blir ikkje rørt. Kvart flytta beløp blir ei endring med grunn, som kan justerast eller avvisast.',
};

const en: Sentences = {
  'next.title': 'The budget for {year}',
  'next.crumb': 'Next year',
  'next.link': 'The budget for {year}',
  'next.lead':
    'It begins with the budget for {before}. {moved, plural, one {One amount is moved} other {# amounts are moved}}, and {decide, plural, =0 {nothing must be settled first} one {one question must be settled} other {# questions must be settled}} in the budget round.',
  'next.notForYou': 'The controller opens next year’s budget.',
  'next.services': 'The services in {before} and {year}, NOK',
  'next.start': 'Budget {before}',
  'next.moved': 'Moved',
  'next.result': 'Begins at',
  'next.decide': 'To be settled',
  'next.moves': 'What is moved',
  'next.carried': 'Carried without a price',
  'next.left': 'Stays in {before}',
  'next.do': 'Open the budget for {year}',
  'next.help':
    'Nothing in {before} is touched. Each amount moved becomes a change with its reason, which can be adjusted or rejected.',
};

/** What the page that opens next year's budget says. */
export const nextYearTexts: { readonly [L in Language]: Sentences } = { nb, nn, en };
