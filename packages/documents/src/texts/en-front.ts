import { say } from '../tree/say.ts';
import type { DocumentTexts } from './document-texts.ts';
import { capital, list, more } from './en-words.ts';

/** The first pages: reading guide, overview, what drives the change. */
export const englishFront: Pick<DocumentTexts, 'guide' | 'overview' | 'drivers' | 'causes' | 'causeReason'> =
  {
    guide: {
      title: 'How to read the budget',
      lead: say`All amounts are net cost to the municipalities together or one by one. An increase means that the municipality pays more.`,
      amounts: 'Amounts and rounding',
      amountsText: [
        say`The overviews are in thousands of kroner, other tables in kroner. The unit of measure always stands above the table.`,
        say`Rounding is done once for the whole budget, so that rows and columns add up. An amount may therefore be one thousand from what you get by rounding it yourself. The workbook and the open data hold the whole amount.`,
      ],
      signs: 'Signs in the tables',
      signsCaption: say`Signs and what they mean.`,
      signsUnit: say`Signs`,
      signRows: [
        ['0', 'The municipality takes part, but the amount is nil'],
        ['.', 'The municipality takes no part in the service that year'],
        ['..', 'The amount is not known or not registered'],
        [':', 'Not shown, because the figure concerns few people'],
        ['−', 'Reduction. Increases have no sign'],
        ['new', 'A percentage has no meaning, because last year was nil'],
        ['*', 'Provisional: a decision or a register value is still awaited'],
      ],
      example: 'An example',
      exampleText: (unit, party, previous, current, change, years, direction) =>
        direction === 'same'
          ? say`In the table of ${unit}, ${party} has ${previous} in ${years[0]} and the same in ${years[1]}. The change is therefore ${change}.`
          : say`In the table of ${unit}, ${party} has ${previous} in ${years[0]} and ${current} in ${years[1]}. It means that the municipality pays ${change} ${more(direction)} than the year before.`,
      words: 'Five words',
      wordsCaption: say`Words that recur.`,
      wordsUnit: say`Word list`,
      wordRows: [
        ['Allocation key', 'The rule that says how large a part each municipality pays'],
        ['Equally', 'The part of the cost that is divided by the number of municipalities'],
        ['By inhabitants', 'The part that follows the population on a fixed date'],
        ['Direct', 'A cost that only one municipality has, and pays alone'],
        [
          'Unexplained',
          'Change that nobody has stated an amount for. It is computed as the rest and never filled in by hand',
        ],
      ],
      cite: 'Quoting a figure',
      citeText: (id) =>
        say`Every figure has a name that does not change, for instance ${id}. Use it in questions and case papers.`,
      privacy: 'Privacy',
      privacyText: say`Where an amount rests on few people, it is replaced by a colon. At least one more figure is then hidden too, so that the first cannot be computed.`,
    },
    overview: {
      title: 'Economic overview',
      short: 'Overview',
      lead: (sum, year, change, direction) =>
        direction === 'same'
          ? say`The cooperation costs ${sum} in ${year}, the same as the year before.`
          : say`The cooperation costs ${sum} in ${year}, ${change} ${more(direction)} than the year before.`,
      leadUnit: (unit, change, direction) =>
        say`${unit} ${direction === 'down' ? 'falls' : 'rises'} most, by ${change}.`,
      totalCaption: say`Budget by unit, all municipalities.`,
      matrix: 'All units and all municipalities',
      yearsCaption: (previous, year) =>
        say`What each municipality pays for operations, ${previous} and ${year}.`,
      matrixCaption: (previous, year) =>
        say`Budget ${previous}, ${year} and change by unit and municipality.`,
      outsideNote: (names) => say`${list(names)} comes in addition and is kept outside total operating.`,
      matrixNote: (previous, year) =>
        say`Ch.: change from ${previous} to ${year}. Full stop: the municipality takes no part in the unit that year.`,
      unknownNote: (names) =>
        say`In the cooperation without a known amount, and therefore in no total: ${list(names)}.`,
    },
    drivers: {
      title: 'What drives the change',
      short: 'Change',
      lead: (change, direction) =>
        direction === 'same'
          ? say`The budget as a whole is unchanged.`
          : say`The budget as a whole ${direction === 'up' ? 'rises' : 'falls'} by ${change}.`,
      leadCauses: (up, down) =>
        up === null && down === null
          ? []
          : up === null
            ? say`${capital(down ?? '')} pulls down most.`
            : down === null
              ? say`${capital(up)} matters most.`
              : say`${capital(up)} pulls up most, ${down} pulls down most.`,
      chartCaption: (previous, year) =>
        say`From budget ${previous} to ${year}: what increases and what decreases.`,
      chartUnit: (previous, baseline) => say`1\u00a0000\u00a0kr. Zero is budget ${previous}: ${baseline}`,
      tableCaption: say`The same change by municipality.`,
      note: say`Filled bars increase the budget, hatched bars decrease it. “Unexplained” is change that the source gives no amount for, computed as the rest.`,
      roundingNote: say`“Rounding” is the whole thousands that separate the causes from the change in the overview.`,
      largest: 'The largest causes',
      unexplainedIn: (unit) => `Unexplained, ${unit}`,
      unexplainedRest: 'Unexplained, other units',
      byUnit: 'Change by unit',
    },
    causes: {
      wage: 'Wage growth',
      price: 'Price growth',
      deflator: 'Price growth (deflator)',
      income: 'Income growth',
      fullYear: 'Full-year effect',
      volume: 'Volume',
      technical: 'Technical moves',
      correction: 'Corrections of last year’s budget',
      measure: 'Measures',
      saving: 'Savings',
      key: 'New allocation key',
      member: 'Joining and leaving members',
      oneOff: 'One-off amounts',
      register: 'New register values',
      membership: 'Joining and leaving members',
      unexplained: 'Unexplained',
      rounding: 'Rounding',
    },
    causeReason: {
      wage: (rate, from) => say`Wages are expected to rise ${rate} per cent from ${from}.`,
      growth: (what, rate, from) => say`${capital(what)} is expected to be ${rate} per cent from ${from}.`,
      register: say`The register values that the key reads are other than last year.`,
      key: say`The cost is shared by another key than last year.`,
      membership: say`Members have joined or left.`,
      unexplained: say`The source gives no amount for this part. It is computed as the rest.`,
      rounding: say`The amounts are rounded as the agreement says.`,
    },
  };
