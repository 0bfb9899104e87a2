import type { Language } from './language.ts';

/** The phrases a key is told in. Numbers, amounts and days come in as texts; `what` is what a register counts, and when. */
export type KeyPhrases = {
  readonly percent: (number: string) => string;
  readonly ofCost: (share: string) => string;
  readonly yearly: (amount: string) => string;
  readonly equal: string;
  readonly agreed: (shares: string) => string;
  readonly by: (what: string) => string;
  readonly firstOfBudgetYear: string;
  readonly firstOfYearBefore: string;
  readonly julyOfYearBefore: string;
  readonly on: (date: string) => string;
  readonly average: (years: number) => string;
  readonly use: (what: string, period: string) => string;
  readonly yearBefore: string;
  readonly budgetYear: string;
  readonly inYear: (year: number) => string;
  readonly direct: (party: string) => string;
  readonly bands: (what: string, steps: string) => string;
  readonly band: (upTo: string, amount: string) => string;
  readonly openBand: (amount: string) => string;
  readonly tariff: (base: string, price: string) => string;
  readonly times: (price: string, what: string) => string;
  readonly threshold: (amount: string, below: string, above: string) => string;
  /** Party null: everybody. */
  readonly atMost: (limit: string, party: string | null) => string;
  readonly atLeast: (limit: string, party: string | null) => string;
  readonly phaseIn: (from: string, to: string, years: number, firstYear: number) => string;
  readonly funder: (funder: string, pays: string, ceiling: string | null) => string;
  readonly rest: (key: string) => string;
};

const bokmal: KeyPhrases = {
  percent: (number) => `${number} prosent`,
  ofCost: (share) => `${share} av kostnaden`,
  yearly: (amount) => `${amount} i året`,
  equal: 'likt',
  agreed: (shares) => `etter avtalte andeler (${shares})`,
  by: (what) => `etter ${what}`,
  firstOfBudgetYear: '1.\u00a0januar i budsjettåret',
  firstOfYearBefore: '1.\u00a0januar året før',
  julyOfYearBefore: '1.\u00a0juli året før',
  on: (date) => date,
  average: (years) => `i snitt over ${years} år`,
  use: (what, period) => `etter bruk (${what}) ${period}`,
  yearBefore: 'året før',
  budgetYear: 'i budsjettåret',
  inYear: (year) => `i ${year}`,
  direct: (party) => `til ${party} alene`,
  bands: (what, steps) => `en avgift etter ${what}: ${steps}`,
  band: (upTo, amount) => `${amount} til og med ${upTo}`,
  openBand: (amount) => `${amount} over det`,
  tariff: (base, price) => `${base} i grunnbeløp og ${price}`,
  times: (price, what) => `${price} ganget med tallet på ${what}`,
  threshold: (amount, below, above) => `de første ${amount} ${below}, resten ${above}`,
  atMost: (limit, party) =>
    party === null ? `men ingen betaler mer enn ${limit}` : `men ${party} betaler høyst ${limit}`,
  atLeast: (limit, party) => `men ${party ?? 'alle'} betaler minst ${limit}`,
  phaseIn: (from, to, years, firstYear) =>
    `fra ${from} til ${to}, innfaset over ${years} år fra ${firstYear}`,
  funder: (funder, pays, ceiling) =>
    `${funder} betaler først ${pays}${ceiling === null ? '' : `, høyst ${ceiling}`}`,
  rest: (key) => `resten ${key}`,
};

const nynorsk: KeyPhrases = {
  ...bokmal,
  agreed: (shares) => `etter avtalte delar (${shares})`,
  direct: (party) => `til ${party} åleine`,
  bands: (what, steps) => `ei avgift etter ${what}: ${steps}`,
  times: (price, what) => `${price} gonga med ${what}`,
  threshold: (amount, below, above) => `dei første ${amount} ${below}, resten ${above}`,
  atMost: (limit, party) =>
    party === null ? `men ingen betaler meir enn ${limit}` : `men ${party} betaler høgst ${limit}`,
  phaseIn: (from, to, years, firstYear) => `frå ${from} til ${to}, innfasa over ${years} år frå ${firstYear}`,
  funder: (funder, pays, ceiling) =>
    `${funder} betaler først ${pays}${ceiling === null ? '' : `, høgst ${ceiling}`}`,
};

const english: KeyPhrases = {
  percent: (number) => `${number.replace(',', '.')} per cent`,
  ofCost: (share) => `${share} of the cost`,
  yearly: (amount) => `${amount} a year`,
  equal: 'equally',
  agreed: (shares) => `by agreed shares (${shares})`,
  by: (what) => `by ${what}`,
  firstOfBudgetYear: 'on 1\u00a0January of the budget year',
  firstOfYearBefore: 'on 1\u00a0January the year before',
  julyOfYearBefore: 'on 1\u00a0July the year before',
  on: (date) => `on ${date}`,
  average: (years) => `averaged over ${years} years`,
  use: (what, period) => `by use (${what}) ${period}`,
  yearBefore: 'the year before',
  budgetYear: 'in the budget year',
  inYear: (year) => `in ${year}`,
  direct: (party) => `to ${party} alone`,
  bands: (what, steps) => `a fee by ${what}: ${steps}`,
  band: (upTo, amount) => `${amount} up to ${upTo}`,
  openBand: (amount) => `${amount} above that`,
  tariff: (base, price) => `a base fee of ${base} and ${price}`,
  times: (price, what) => `${price} times ${what}`,
  threshold: (amount, below, above) => `the first ${amount} ${below}, the rest ${above}`,
  atMost: (limit, party) =>
    party === null ? `but nobody pays more than ${limit}` : `but ${party} pays at most ${limit}`,
  atLeast: (limit, party) =>
    party === null ? `but everybody pays at least ${limit}` : `but ${party} pays at least ${limit}`,
  phaseIn: (from, to, years, firstYear) =>
    `from ${from} to ${to}, phased in over ${years} years from ${firstYear}`,
  funder: (funder, pays, ceiling) =>
    `${funder} first pays ${pays}${ceiling === null ? '' : `, at most ${ceiling}`}`,
  rest: (key) => `the rest ${key}`,
};

export const keyPhrases: { readonly [L in Language]: KeyPhrases } = {
  nb: bokmal,
  nn: nynorsk,
  en: english,
};
