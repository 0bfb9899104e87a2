import { say } from '../tree/say.ts';
import type { DocumentTexts } from './document-texts.ts';
import { capital, list, more, number, plural } from './en-words.ts';

/** A unit’s chapter, and decisions. */
export const englishUnit: Pick<DocumentTexts, 'unit' | 'decisions'> = {
  unit: {
    kicker: 'Unit',
    lead: (unit, amount, year, change, direction) =>
      direction === 'same'
        ? say`${unit} costs ${amount} in ${year}, unchanged from the year before.`
        : say`${unit} costs ${amount} in ${year}, ${change} ${more(direction)} than the year before.`,
    leadNew: (unit, amount, year) =>
      say`${unit} costs ${amount} in ${year}. The unit had no budget the year before.`,
    leadCause: (cause) =>
      say`The main reason is ${cause.slice(0, 1).toLocaleLowerCase('en')}${cause.slice(1)}.`,
    leadMostUnexplained: say`The source gives no amounts for most of the change.`,
    leadUnexplained: say`The source gives no amounts for the causes.`,
    fact: {
      budget: (year) => `Budget ${year}`,
      inYear: (amount, year) => say`${amount} in ${year}`,
      noYear: (year) => say`no budget in ${year}`,
      change: 'Change',
      percent: (percent) => say`${percent} per cent`,
      newThisYear: say`new this year`,
      perInhabitant: 'Per inhabitant',
      average: (count) =>
        say`on average for the ${count === 1 ? 'municipality' : `${number(count)} municipalities`}`,
      members: 'Members',
      municipalities: (count) => `${count}\u00a0${count === 1 ? 'municipality' : 'municipalities'}`,
      parties: (count) => `${count}\u00a0${count === 1 ? 'member' : 'members'}`,
      forecast: (year) => `Forecast ${year}`,
      overspend: say`overspend at the end of the year`,
      underspend: say`underspend at the end of the year`,
      balance: say`balance at the end of the year`,
    },
    status: 'Status',
    goals: 'Goals',
    challenges: 'Challenges ahead',
    emptyStatus: say`The unit has written nothing about its status.`,
    emptyGoals: say`The unit has written no goals for the year.`,
    emptyChallenges: say`The unit has written nothing about challenges.`,
    notTranslated: (language) => say`The text exists in ${language} only.`,
    goalPrefix: 'G',
    services: (count) => capital(plural(count, 'service', 'services')),
    servicesCaption: (unit) => say`${unit} by service, all municipalities.`,
    byMunicipality: 'Budget by municipality',
    byMunicipalityCaption: (unit) => say`${unit} by municipality.`,
    divided: 'Divided between the municipalities',
    dividedCaption: (unit, year) => say`${unit} by municipality and service, ${year}.`,
    shared: {
      key: 'By key',
      direct: 'Directly',
      agreed: 'Agreed amounts',
      mixed: 'Key and directly',
      none: 'Not stated',
    },
    unknownNote: (names) => say`Takes part with an unknown amount: ${list(names)}.`,
    perInhabitantNote: (date) => say`Per inhabitant: population on ${date}.`,
    withheldNote: say`Colon: not shown, because the figure concerns few people or would give one that does.`,
    provisionalNote: (parties) =>
      parties.length === 0
        ? say`* Provisional: rests on a register value that is not published yet.`
        : say`* Provisional: awaiting the decision of ${list(parties)}.`,
    inForce: 'by the key in force',
    inForceNote: (party, amount, service) =>
      say`By the key now in force, ${party} would pay ${amount}\u00a0kr for ${service}.`,
    growth: 'Growth that is included',
    growthText: (what, rate, from) => say`${capital(what)} ${rate} % from ${from}.`,
    growthSpan: (rate, months, effect, rest, year) =>
      months === 12
        ? []
        : say`In ${year} this counts for ${number(months)} months: ${rate} × ${months}/12 = ${effect} per cent. The rest, ${rest} per cent, follows in ${year + 1}.`,
    noGrowth: say`No assumption of growth is stated.`,
    why: 'Why the cost changes',
    causesCaption: (unit) => say`Causes of the change in ${unit}.`,
    sumChange: 'Total change',
    noChange: say`The cost is unchanged.`,
    unpriced: 'Known, but without an amount',
    unpricedText: say`The source mentions this without an amount. It is never taken as 0:`,
    key: 'How the bill is shared',
    keyOf: (service) => `${service}: how the bill is shared`,
    keyText: (words) => say`The cost is shared as follows: ${words}.`,
    keyPeriod: (period, words) => say`${period} the cost is shared as follows: ${words}.`,
    noKey: (service) =>
      say`${service} has no key that is known. The amounts stand as agreed or as each municipality’s own cost.`,
    step: {
      cost: 'Cost',
      toDivide: 'To share',
      part: (nr) => `Part ${nr}`,
      external: (funder) => `${funder} pays first`,
      externalFormula: (cost, paid) => say`${cost} kr − ${paid} kr`,
      externalUnit: 'kr to share',
      equal: 'The equal part',
      equalFormula: (share, cost, part, members) =>
        say`${share} % of ${cost} kr = ${part} kr, divided by ${plural(members, 'municipality', 'municipalities')}`,
      equalUnit: 'kr each',
      by: (what) => `The part by ${what}`,
      byFormula: (share, cost, part, count, what) =>
        say`${share} % of ${cost} kr = ${part} kr, divided by ${count} ${what}`,
      byUnit: (what) => `kr per ${what}`,
      byEach: 'kr for each in the register',
      pays: (party) => `${party} pays`,
      rounded: (unit) => `Rounded to the nearest ${unit}`,
      roundedHost: (host) => say`${host} takes what is left by the rounding`,
      roundedLargest: say`what is left goes to the one who lost most by the rounding`,
      kr: 'kr',
      krOre: 'kr',
      roundingUnits: { '1': 'øre', '100': 'krone', '100000': '1\u00a0000\u00a0kr' },
    },
    keyChartCaption: (name) => say`The equal part weighs most on ${name}.`,
    keyChartUnit: 'Kroner, by the key',
    keyCaption: (count) =>
      say`The key worked out for ${count === 1 ? 'the one member' : `all ${number(count)}`}.`,
    keyNote: (largest, unit) =>
      say`The difference is at most ${largest} kr, because the amounts are rounded to whole ${unit}. The parts are always exactly the whole amount.`,
    keySame: say`The key gives exactly the amounts of the budget.`,
    registerAside: 'The register',
    registerText: (what, date, source, basis) =>
      say`${what} ${date}${source === null ? '' : `, ${source}`}. The values are ${list(basis)}.`,
    registerAges: (ages) => ` aged ${ages}`,
    keyAside: 'Key',
    volumes: 'Volume',
    volumesCaption: (service) => say`Volume in ${service}, by municipality.`,
    agreement: 'Agreement and decisions',
    host: (host) => say`Host: ${host}.`,
    legalForm: (form) => say`Legal form: ${form}.`,
    notice: (months) => say`Notice: ${plural(months, 'month', 'months')}.`,
    paragraph: (paragraph) => say`Basis: ${paragraph}.`,
    noAgreement: say`The agreement is not registered.`,
    noDecision: say`No decision on the key is registered.`,
    provenance: { published: 'Stated', derived: 'Derived', assumed: 'Assumed' },
    keyDerived: say`The key is derived from the published amounts and is not stated in the source.`,
    investments: 'Investments',
    forecast: (text, date) => say`Expected result as of ${date}: ${text}`,
  },
  decisions: {
    adoptedBy: (party) => `Adopted by ${party}`,
    waitingFor: (parties) => `Awaiting ${list(parties)}`,
    adopted: 'Adopted by all',
    rejectedBy: (parties) => `Rejected by ${list(parties)}`,
    count: (adopted, of) => `${adopted} of ${of} have adopted`,
    validWhen: (parties, adopted, of) =>
      say`Valid when ${list(parties)} have all adopted it. ${capital(number(adopted))} of ${number(of)} have.`,
    notRegistered: 'Decision not registered',
  },
};
