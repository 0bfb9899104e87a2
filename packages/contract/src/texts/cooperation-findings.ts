import type { CooperationFinding } from '@samstyr/core/control/check-cooperation';
import type { PrintedCause, PrintedFinding } from '@samstyr/core/control/held-against-published';
import { formatCount, formatKroner } from '@samstyr/core/money/kroner';
import { type Ore, ore } from '@samstyr/core/money/ore';
import { budgetProblemTexts } from './budget-problems.ts';
import type { Language, Texts } from './language.ts';
import { listed } from './list-text.ts';
import { tell } from './tell.ts';

/** What a finding's sentence needs beside the finding: names as people know them. */
export type FindingNames = {
  readonly party: (id: string) => string;
  readonly subject: (unit: string | null, service: string | null) => string;
};

type Told = CooperationFinding & { readonly names: FindingNames };

const causes: { readonly [C in PrintedCause]: { readonly [L in Language]: string } } = {
  sign: { nb: 'Fortegnet er snudd.', nn: 'Forteiknet er snudd.', en: 'The sign is reversed.' },
  transposed: { nb: 'To siffer er byttet om.', nn: 'To siffer er bytte om.', en: 'Two digits are swapped.' },
  digit: { nb: 'Ett siffer er feil.', nn: 'Eitt siffer er feil.', en: 'One digit is wrong.' },
  magnitude: {
    nb: 'Tallet er oppgitt i en annen størrelsesorden.',
    nn: 'Talet er oppgitt i ein annan storleiksorden.',
    en: 'The figure is of another order of magnitude.',
  },
  lostDigit: {
    nb: 'Et siffer mangler eller er lagt til.',
    nn: 'Eit siffer manglar eller er lagt til.',
    en: 'A digit is missing or added.',
  },
  rounding: {
    nb: 'Forskjellen er avrunding.',
    nn: 'Skilnaden er avrunding.',
    en: 'The difference is rounding.',
  },
  otherRow: {
    nb: 'Tallet hører til en annen rad i tabellen.',
    nn: 'Talet høyrer til ei anna rad i tabellen.',
    en: 'The figure belongs to another row of the table.',
  },
  notBudgeted: {
    nb: 'Kommunen deltar ikke der.',
    nn: 'Kommunen deltek ikkje der.',
    en: 'The municipality takes no part there.',
  },
  unreadable: {
    nb: 'Tallet kan ikke leses.',
    nn: 'Talet kan ikkje lesast.',
    en: 'The figure cannot be read.',
  },
  unknown: {
    nb: 'Årsaken er ikke kjent: se på delene.',
    nn: 'Årsaka er ikkje kjend: sjå på delane.',
    en: 'The cause is not known: look at the parts.',
  },
};

const place = ({ row }: PrintedFinding, names: FindingNames): string => {
  const who = row.party === null ? '' : `, ${names.party(row.party)}`;
  return `${names.subject(row.unit, row.service)}${who} ${row.year}`;
};

/** An amount in the document's own unit, as it would stand on the page. */
const inUnit = (amount: Ore | null, { row }: PrintedFinding): string =>
  amount === null
    ? '–'
    : row.unitOre === 100n
      ? formatKroner(amount, { decimals: 0 })
      : formatCount(nearest(amount, row.unitOre));
const nearest = (amount: Ore, unit: bigint): bigint =>
  amount < 0n ? -nearest(ore(-amount), unit) : (2n * amount + unit) / (2n * unit);
const field = ({ row }: PrintedFinding): { readonly [L in Language]: string } =>
  row.field === 'change'
    ? { nb: ' (endring)', nn: ' (endring)', en: ' (change)' }
    : { nb: '', nn: '', en: '' };
const after = (count: number): { readonly [L in Language]: string } =>
  count === 0
    ? { nb: '', nn: '', en: '' }
    : {
        nb: ` Feilen går videre til ${count} ${count === 1 ? 'annet tall' : 'andre tall'}.`,
        nn: ` Feilen går vidare til ${count} ${count === 1 ? 'anna tal' : 'andre tal'}.`,
        en: ` The error carries on to ${count} other ${count === 1 ? 'figure' : 'figures'}.`,
      };

/** The sentence of every finding in a cooperation folder. */
export const cooperationFindingTexts: Texts<Told> = {
  'check.printed': {
    nb: ({ finding, consequences, names }) =>
      `${place(finding, names)}${field(finding).nb}: trykt ${finding.row.printed || 'tomt'}, beregnet ${inUnit(finding.expectedOre, finding)}. ${causes[finding.cause].nb}${after(consequences.length).nb}`,
    nn: ({ finding, consequences, names }) =>
      `${place(finding, names)}${field(finding).nn}: trykt ${finding.row.printed || 'tomt'}, rekna ${inUnit(finding.expectedOre, finding)}. ${causes[finding.cause].nn}${after(consequences.length).nn}`,
    en: ({ finding, consequences, names }) =>
      `${place(finding, names)}${field(finding).en}: printed ${finding.row.printed || 'nothing'}, computed ${inUnit(finding.expectedOre, finding)}. ${causes[finding.cause].en}${after(consequences.length).en}`,
  },
  'check.budget': {
    nb: ({ year, problem }) =>
      `Budsjettet for ${year} kan ikke regnes ut. ${tell(budgetProblemTexts, 'nb', problem)}`,
    nn: ({ year, problem }) =>
      `Budsjettet for ${year} kan ikkje reknast ut. ${tell(budgetProblemTexts, 'nn', problem)}`,
    en: ({ year, problem }) =>
      `The budget of ${year} cannot be computed. ${tell(budgetProblemTexts, 'en', problem)}`,
  },
  'check.adoptedByKey': {
    nb: ({ service, version, party, adoptedOre, byKeyOre, names }) =>
      `${names.subject(null, service)}, ${names.party(party)} (${version}): vedtatt ${formatKroner(adoptedOre)} kr, nøkkelen gir ${formatKroner(byKeyOre)} kr. Det vedtatte gjelder.`,
    nn: ({ service, version, party, adoptedOre, byKeyOre, names }) =>
      `${names.subject(null, service)}, ${names.party(party)} (${version}): vedteke ${formatKroner(adoptedOre)} kr, nøkkelen gir ${formatKroner(byKeyOre)} kr. Det vedtekne gjeld.`,
    en: ({ service, version, party, adoptedOre, byKeyOre, names }) =>
      `${names.subject(null, service)}, ${names.party(party)} (${version}): adopted NOK ${formatKroner(adoptedOre)}, the key gives NOK ${formatKroner(byKeyOre)}. What was adopted stands.`,
  },
  'check.awaited': {
    nb: ({ service, awaiting, assumed, names }) =>
      `${names.subject(null, service)}: nøkkelen avventer vedtak i ${listed(awaiting.map(names.party), 'nb')}. ${assumed ? 'Tallene er foreløpige.' : 'Tallene følger nøkkelen som gjelder til alle har vedtatt.'} Registrer vedtaket når det kommer.`,
    nn: ({ service, awaiting, assumed, names }) =>
      `${names.subject(null, service)}: nøkkelen ventar på vedtak i ${listed(awaiting.map(names.party), 'nn')}. ${assumed ? 'Tala er førebelse.' : 'Tala følgjer nøkkelen som gjeld til alle har vedteke.'} Registrer vedtaket når det kjem.`,
    en: ({ service, awaiting, assumed, names }) =>
      `${names.subject(null, service)}: the key awaits ${listed(awaiting.map(names.party), 'en')}. ${assumed ? 'The figures are provisional.' : 'The figures follow the key in force until all have adopted.'} Record the decision when it comes.`,
  },
  'check.unknownAmount': {
    nb: ({ service, year, parties, names }) =>
      `${names.subject(null, service)} ${year}: ${listed(parties.map(names.party), 'nb')} deltar med ukjent beløp, og er ikke med i summene. Legg inn beløpene når de er kjent.`,
    nn: ({ service, year, parties, names }) =>
      `${names.subject(null, service)} ${year}: ${listed(parties.map(names.party), 'nn')} deltek med ukjent beløp, og er ikkje med i summane. Legg inn beløpa når dei er kjende.`,
    en: ({ service, year, parties, names }) =>
      `${names.subject(null, service)} ${year}: ${listed(parties.map(names.party), 'en')} take part with an unknown amount and are in no sum. Enter the amounts when they are known.`,
  },
  'check.textFigure': {
    nb: ({ text, reference, names }) =>
      `Teksten «${text.title}» for ${names.subject(text.unit, null)} viser til ${reference}, som ikke finnes. Rett henvisningen.`,
    nn: ({ text, reference, names }) =>
      `Teksten «${text.title}» for ${names.subject(text.unit, null)} viser til ${reference}, som ikkje finst. Rett tilvisinga.`,
    en: ({ text, reference, names }) =>
      `The text “${text.title}” of ${names.subject(text.unit, null)} refers to ${reference}, which does not exist. Correct the reference.`,
  },
};
