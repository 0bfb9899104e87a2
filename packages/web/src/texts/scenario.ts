import type { Triple } from './triples.ts';

/** What explains a scenario, and what makes it the budget. */
export const scenarioTexts = {
  'scenario.eachStep': ['Hva hver endring betyr', 'Kva kvar endring betyr', 'What each change means'],
  'scenario.eachStepCaption': [
    'kr, drift {year}. Endringene er regnet etter hverandre, i rekkefølgen de står.',
    'kr, drift {year}. Endringane er rekna etter kvarandre, i rekkjefølgja dei står.',
    'kr, operating {year}. The changes are computed one after another, in the order they stand.',
  ],
  'scenario.datesHelp': [
    'Datoer som var publisert for alle da budsjettet ble laget.',
    'Datoar som var publiserte for alle då budsjettet vart laga.',
    'Dates that were published for everybody when the budget was made.',
  ],
  'scenario.change': ['Endring', 'Endring', 'Change'],
  'scenario.makeReal': ['Gjør til budsjett', 'Gjer til budsjett', 'Make it the budget'],
  'scenario.makeRealHelp': [
    'Endringene skrives i det åpne budsjettet for {year}, alle eller ingen. Innsparinger legges inn som forslag som må avgjøres. Deltakelse og registerdato gjelder også senere år.',
    'Endringane blir skrivne i det opne budsjettet for {year}, alle eller ingen. Innsparingar blir lagde inn som forslag som må avgjerast. Deltaking og registerdato gjeld òg seinare år.',
    'The changes are written in the open budget for {year}, all or none. Savings are entered as proposals to be settled. Membership and register dates hold for later years too.',
  ],
  'scenario.closed': [
    'Budsjettet for {year} er vedtatt og kan ikke endres.',
    'Budsjettet for {year} er vedteke og kan ikkje endrast.',
    'The budget for {year} is adopted and cannot be changed.',
  ],
  'scenario.makeRealDo': [
    'Skriv {count, plural, one {endringen} other {# endringer}} i budsjettet',
    'Skriv {count, plural, one {endringa} other {# endringar}} i budsjettet',
    'Write {count, plural, one {the change} other {# changes}} in the budget',
  ],
  'scenario.savingReason': [
    'Innsparing {percent}\u00a0% fra scenario',
    'Innsparing {percent}\u00a0% frå scenario',
    'Saving of {percent}\u00a0% from a scenario',
  ],
} as const satisfies { readonly [id: string]: Triple };
