import type { Triple } from './triples.ts';

/** What others than the municipalities pay, and what a grant officer can do. */
export const fundingTexts = {
  'menu.funding': ['Tilskudd', 'Tilskot', 'Grants'],
  'funding.lead': [
    'Andre enn kommunene betaler {amount}\u00a0kr av {count, plural, one {én tjeneste} other {# tjenester}} i {year}. Kommunene deler resten.',
    'Andre enn kommunane betaler {amount}\u00a0kr av {count, plural, one {éi teneste} other {# tenester}} i {year}. Kommunane deler resten.',
    'Others than the municipalities pay {amount}\u00a0kr of {count, plural, one {one service} other {# services}} in {year}. The municipalities share the rest.',
  ],
  'funding.none': [
    'Ingen andre enn kommunene betaler for tjenestene i {year}.',
    'Ingen andre enn kommunane betaler for tenestene i {year}.',
    'Nobody but the municipalities pays for the services in {year}.',
  ],
  'funding.noneHelp': [
    'Et tilskudd står her når en fordelingsnøkkel sier hvem som betaler først og hvor mye. Controlleren skriver det i nøkkelen.',
    'Eit tilskot står her når ein fordelingsnøkkel seier kven som betaler først og kor mykje. Controlleren skriv det i nøkkelen.',
    'A grant stands here when an allocation key says who pays first and how much. The controller writes it in the key.',
  ],
  'funding.funder': ['Fra', 'Frå', 'From'],
  'funding.pays': ['Tilskudd {year}, kr', 'Tilskot {year}, kr', 'Grant {year}, kr'],
  'funding.cost': ['Hele kostnaden, kr', 'Heile kostnaden, kr', 'Whole cost, kr'],
  'funding.part': ['Del', 'Del', 'Part'],
  'funding.by': ['Etter nøkkelen', 'Etter nøkkelen', 'By the key'],
  'funding.role': ['Du er tilskuddsansvarlig', 'Du er tilskotsansvarleg', 'You are the grant officer'],
  'funding.can': [
    'Som tilskuddsansvarlig ser du hva tjenestene får av andre enn kommunene, og etter hvilken nøkkel.',
    'Som tilskotsansvarleg ser du kva tenestene får av andre enn kommunane, og etter kva nøkkel.',
    'As grant officer you see what the services receive from others than the municipalities, and by which key.',
  ],
  'funding.closed': [
    'Rollen din åpner ikke denne siden',
    'Rolla di opnar ikkje denne sida',
    'Your role does not open this page',
  ],
  'funding.ask': [
    'Trenger du mer, gir administratoren deg en rolle til.',
    'Treng du meir, gir administratoren deg ei rolle til.',
    'If you need more, the administrator gives you another role.',
  ],
  'funding.open': ['Åpne tilskudd', 'Opne tilskot', 'Open grants'],
  'funding.hidden': [
    '{count, plural, one {Én tjeneste} other {# tjenester}} har skjermede beløp, som ikke er med i summen.',
    '{count, plural, one {Éi teneste} other {# tenester}} har skjerma beløp, som ikkje er med i summen.',
    '{count, plural, one {One service has} other {# services have}} hidden amounts, which are not in the sum.',
  ],
  'funding.cannot': [
    'Søknader, tildelinger og utbetalinger av tilskudd finnes ikke i Samstyr ennå. Trenger et tilskudd en annen nøkkel, er det controlleren som skriver den.',
    'Søknader, tildelingar og utbetalingar av tilskot finst ikkje i Samstyr enno. Treng eit tilskot ein annan nøkkel, er det controlleren som skriv han.',
    'Applications, awards and payments of grants are not in Samstyr yet. If a grant needs another key, the controller writes it.',
  ],
} as const satisfies { readonly [id: string]: Triple };
