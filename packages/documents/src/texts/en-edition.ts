import { say } from '../tree/say.ts';
import type { DocumentTexts } from './document-texts.ts';
import { capital, list, number, plural } from './en-words.ts';

export const englishEdition: Pick<DocumentTexts, 'edition' | 'plan' | 'findings' | 'outside'> = {
  edition: {
    summary: 'summary',
    kindSummary: 'Summary for the municipal councils',
    kindMunicipality: (name) => `Edition for ${name}`,
    subtitleMunicipality: (name, units, of) =>
      say`What ${name} pays for ${plural(units, 'joint unit', 'joint units')} out of ${number(of)}, and what the other municipalities pay for the same.`,
    picture: (name, sum) =>
      say`Each row is a unit, and each field is what a municipality pays. ${name} is orange and pays ${sum}.`,
    watermark: 'Proposal',
    banner: say`This is a proposal. The figures may change before anything is adopted.`,
    model: (hash) => `content ${hash}`,
  },
  plan: {
    title: 'Financial plan',
    short: 'Plan',
    lead: (from, until) => say`The plan covers ${from}–${until}, in fixed prices.`,
    leadSame: (sum) =>
      say`Operating cost is ${sum} in all years, since no change with an amount is entered after the budget year.`,
    leadChange: (last, year, change, direction) =>
      direction === 'same'
        ? say`Operating cost is ${last} in ${year}, the same as in the budget year.`
        : say`Operating cost is ${last} in ${year}, ${change} ${direction === 'up' ? 'more' : 'less'} than in the budget year.`,
    rests: 'What the plan rests on',
    restsText: (budgeted, rolled) =>
      rolled.length === 0
        ? say`Every year has a budget of its own.`
        : say`${list(budgeted.map(String))} has a budget of its own. ${list(rolled.map(String))} carry the year before forward: full-year effects come in, one-off amounts go out, and the cost is shared by the keys and members of that year.`,
    fixedText: say`Fixed prices mean that wage and price growth after the budget year is not included. No figure is estimated.`,
    moves: 'What changes',
    more: (year, unit, change, direction) =>
      say`${unit}: ${change} ${direction === 'up' ? 'more' : 'less'} in ${year} than the year before.`,
    noMoves: say`No unit changes its amount in the years of the plan.`,
    units: 'Unit by unit',
    unitsCaption: (from, until) => say`Operating cost ${from}–${until} by unit, all municipalities.`,
    partiesTitle: 'Municipality by municipality',
    partiesCaption: (from, until) => say`Operating cost ${from}–${until} by municipality.`,
    ownTitle: (name) => `What ${name} pays`,
    ownCaption: (name, from, until) => say`${name}: operating cost ${from}–${until} by unit.`,
    unit: say`Kroner, fixed prices`,
    investments: 'Investments in the plan',
    investmentCaption: (from, until) => say`Joint investments ${from}–${until}.`,
    gross: 'Gross',
    contributions: 'Contributions',
    funders: 'Outside funding',
    rest: 'Sum to share',
    line: 'Item',
    unpriced: 'Known, but without a price',
    unpricedLead: say`This is known, but nobody has stated an amount. It is in no sum above.`,
    noUnpriced: say`Nothing of the kind is registered.`,
    included: (count) =>
      say`${capital(plural(count, 'more item', 'more items'))} are not priced by themselves, but inside the given amounts. They stand in the chapters about the units.`,
    withheld: say`The plan by municipality is not shown in this edition, since it would show amounts that rest on few people.`,
    failed: (sentences) => say`The plan cannot be computed: ${sentences}`,
  },
  outside: {
    frameTitle: 'Frame and budget',
    frame: 'Frame',
    budget: 'Budget',
    over: 'Above the frame',
    frameCaption: (name) => say`${name}: frame and budget.`,
    memoTitle: 'For information',
    memoCaption: (name) => say`${name}: amounts for information.`,
    memoNote: say`These amounts are in no sum of the document.`,
  },
  findings: {
    title: 'Open findings',
    short: 'Findings',
    kicker: (number) => `Appendix ${number}, internal edition only`,
    lead: (count, errors) =>
      say`${plural(count, 'finding', 'findings')} in the folder and in what is published. ${capital(plural(errors, 'must', 'must'))} be mended, the rest is rounding or for information.`,
    none: say`No findings. Every published figure is the computed one.`,
    printed: 'Printed',
    computed: 'Computed',
    difference: 'Difference',
    place: 'Place',
    cause: 'Likely cause',
    what: 'What',
    number: 'No.',
    errors: 'To be mended',
    errorsCaption: say`Published figures that are not the computed ones.`,
    misplaced: 'Figures in the wrong place',
    rounding: 'Rounding',
    roundingText: (count) =>
      say`${plural(count, 'published figure', 'published figures')} differ from the computed ones by rounding only.`,
    follows: (number) => `Follows from finding ${number}`,
    soft: 'For information',
    page: (page) => `p. ${page}`,
    line: (line) => `l. ${line}`,
    causes: {
      sign: 'The sign is turned',
      transposed: 'Two digits have changed places',
      digit: 'One digit is wrong',
      magnitude: 'The amount has the wrong size',
      lostDigit: 'A digit is missing',
      rounding: 'Rounding',
      otherRow: 'The figure belongs to another row',
      notBudgeted: 'Nobody takes part there',
      unreadable: 'Cannot be read as a number',
      unknown: 'Unknown',
    },
  },
};
