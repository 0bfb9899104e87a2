import { say } from '../tree/say.ts';
import type { DocumentTexts } from './document-texts.ts';
import { list, number, plural } from './en-words.ts';

/** Municipality pages, investments, appendix, explanations, charts and the workbook. */
export const englishPage: Pick<
  DocumentTexts,
  'investments' | 'municipality' | 'appendix' | 'signs' | 'provisional' | 'explain' | 'chart'
> = {
  investments: {
    title: 'Investments',
    lead: (sum, year, previous, previousYear) =>
      say`Joint investments are ${sum} in ${year}, against ${previous} in ${previousYear}. They are kept outside the operating totals.`,
    none: say`No joint investments are entered.`,
    caption: (name) => say`${name} by municipality.`,
    contribution: (party, amount, label) =>
      say`${party} pays ${amount} first: ${label}. The rest is shared by the key.`,
    external: (funder, amount) => say`${funder} pays ${amount}.`,
  },
  municipality: {
    arms: (name: string) => `The coat of arms of ${name}`,
    kicker: (nr) => `Municipality ${nr}`,
    title: (name) => `What ${name} pays`,
    lead: (name, count, of) => say`${name} takes part in ${number(count)} of ${plural(of, 'unit', 'units')}.`,
    leadChange: (change, direction) =>
      direction === 'same'
        ? say`The bill is unchanged.`
        : say`The bill ${direction === 'up' ? 'rises' : 'falls'} by ${change}.`,
    leadUnits: (units, direction) =>
      units.length === 0
        ? []
        : say`${list(units)} ${units.length === 1 ? 'matters' : 'matter'} most for the ${direction === 'down' ? 'decrease' : 'increase'}.`,
    investmentFact: 'Investment',
    chartCaption: (name, previous, year) => say`${name}: change from ${previous} to ${year} by unit.`,
    whyUp: 'Why the bill rises',
    whyDown: 'Why the bill falls',
    whySame: 'What has changed',
    causesCaption: say`Causes by unit.`,
    noCause: say`No cause is stated.`,
    unchanged: say`Unchanged amount.`,
    others: say`Each amount stands in the table below, the reason in the chapter about the unit.`,
    everything: (name) => `All that ${name} pays`,
    billCaption: (name) => say`${name} by unit.`,
    billUnit: (previous, year) => say`1\u00a0000\u00a0kr. Bar: ${year}, tick: ${previous}`,
    notIn: (name, units) => say`${name} takes no part in ${list(units)}.`,
    decide: 'What the council must decide',
    frame: 'Operating frame',
    frameText: (name, amount, region, year) =>
      say`${name} municipality appropriates NOK ${amount} for joint services in ${region} in ${year}.`,
    investment: 'Investment',
    investmentText: (name, amount, year) =>
      say`${name} municipality appropriates NOK ${amount} for joint investments in ${year}.`,
  },
  appendix: {
    kicker: (nr) => `Appendix ${nr}`,
    title: 'Keys and registers',
    short: 'Keys',
    lead: (year) =>
      say`All keys in use in ${year}, with register and date. A key is marked derived when the source does not state it, but the figures agree with it.`,
    keysCaption: (year) => say`Allocation keys in ${year}.`,
    keysUnit: say`Share of the cost`,
    registerCaption: (name, group) => (group === null ? say`${name}.` : say`${name}, aged ${group}.`),
    registerUnit: (units, source) =>
      source === null ? say`Number of ${units}` : say`Number of ${units}. Source: ${source}`,
    registerNote: say`In bold: the column that the keys of this year’s budget read. Below the date stands whether the value is published, derived or assumed.`,
  },
  signs: {
    absent: 'takes no part',
    missing: 'not known',
    withheld: 'not shown',
    notMeaningful: 'new, a percentage has no meaning',
  },
  provisional: 'provisional',
  explain: {
    together: 'Rounded to whole, together with the others',
    open: 'How the figure was computed',
    title: 'Explanation',
    close: 'Close the explanation',
    appendix: 'How the figures were computed',
    appendixLead: 'Every figure of the document, worked out, with its source.',
    shownAs: 'Shown as',
    formula: 'Worked out',
    from: 'Computed from',
    key: 'Key',
    register: 'Register',
    source: 'Source',
    decision: 'Decision',
    basis: 'Basis',
    legal: 'Legal basis',
    name: 'Name of the figure',
    copy: 'Copy the name',
    copied: 'Copied',
    back: 'Back',
    none: 'There is no explanation.',
    withheld: 'Not shown in this edition',
    percentOf: 'Change in per cent of the year before',
    perInhabitant: 'Amount divided by inhabitants',
    partOf: 'Part of the unit in per cent',
  },
  chart: {
    waterfall: 'Waterfall chart.',
    pair: 'Bar chart of two years.',
    composition: 'Stacked bar chart.',
    rises: (name, amount) => say` ${name} increases by ${amount}.`,
    falls: (name, amount) => say` ${name} decreases by ${amount}.`,
    total: (amount) => say` The total change is ${amount}.`,
    inUnit: ' Amounts in 1\u00a0000\u00a0kr.',
    equalWeight: (name) => `How much of the bill the equal part is, ${name}`,
    equalPart: (most, least) =>
      say` For ${most.name} the equal part is ${most.weight}\u00a0per cent of the bill, for ${least.name} ${least.weight}\u00a0per cent.`,
    pays: (name, before, now) => say` ${name} goes from ${before} to ${now}.`,
    inKroner: ' Amounts in kroner.',
    same: (table) => say` The same figures in ${table}.`,
    region: (name) => `${name}, can be scrolled sideways`,
  },
};
