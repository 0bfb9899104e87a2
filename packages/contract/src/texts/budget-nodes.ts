import type { BudgetNodeCode } from '@samstyr/core/budget/budget-node';
import type { KeyNodeCode } from '@samstyr/core/key/key-node';
import { keyNodeTexts } from './key-nodes.ts';
import type { Language, Sentence, Texts } from './language.ts';
import { growthWords, versionStatusWords, type Word } from './words.ts';

/** A step of a budget as its label sees it: `subject` is by then the name a person reads, but for a version's id and a kind of growth. */
export type BudgetNode = {
  readonly [C in BudgetNodeCode]: { readonly code: C; readonly subject: string | null };
}[BudgetNodeCode];

type OwnCode = Exclude<BudgetNodeCode, KeyNodeCode>;
type OwnNode = Extract<BudgetNode, { readonly code: OwnCode }>;
type Subject = { readonly subject: string | null };

const about = ({ subject }: Subject): string => subject ?? '–';

/** A label that says the same of everybody. */
const plainly = (nb: string, nn: string, en: string): Sentence<Subject> => ({
  nb: () => nb,
  nn: () => nn,
  en: () => en,
});

/** A label with the subject where `{}` stands. */
const of = (nb: string, nn: string, en: string): Sentence<Subject> => ({
  nb: (node) => nb.replace('{}', () => about(node)),
  nn: (node) => nn.replace('{}', () => about(node)),
  en: (node) => en.replace('{}', () => about(node)),
});

/** A label with the subject after it where there is one. */
const named = (nb: string, nn: string, en: string): Sentence<Subject> => {
  const after = (label: string) => (node: Subject) =>
    node.subject === null ? label : `${label}, ${node.subject}`;
  return { nb: after(nb), nn: after(nn), en: after(en) };
};

const isCode = <C extends string>(words: { readonly [K in C]: Word }, text: string): text is C =>
  Object.hasOwn(words, text);

const growthKind = (node: Subject, language: Language): string => {
  const text = about(node);
  return isCode(growthWords, text) ? growthWords[text][language] : text;
};

/** A label of growth: what grows is a code, and told in the language. */
const growing = (nb: string, nn: string, en: string): Sentence<Subject> => ({
  nb: (node) => nb.replace('{}', growthKind(node, 'nb')),
  nn: (node) => nn.replace('{}', growthKind(node, 'nn')),
  en: (node) => en.replace('{}', growthKind(node, 'en')),
});

/** `2024.adopted` is the adopted budget of 2024; a name that is no version's id stands as it is. */
const versionName = (node: Subject, language: Language): string => {
  const [year = '', status = ''] = about(node).split('.');
  if (!/^\d{4}$/.test(year)) return about(node);
  if (!isCode(versionStatusWords, status)) return `${budgetWord[language]} ${year}`;
  const text = `${versionStatusWords[status][language]} ${budgetWord[language]} ${year}`;
  return `${text.slice(0, 1).toLocaleUpperCase(language)}${text.slice(1)}`;
};
const budgetWord: { readonly [L in Language]: string } = { nb: 'budsjett', nn: 'budsjett', en: 'budget' };

/** The labels of a budget's own steps; those of a division are written beside the key's problems. */
export const ownBudgetNodeTexts: Texts<OwnNode> = {
  'cost.total': of('Samlet kostnad, {}', 'Samla kostnad, {}', 'Total cost, {}'),
  'cost.afterDirect': plainly(
    'Kostnad uten partenes egne beløp',
    'Kostnad utan partane sine eigne beløp',
    'Cost without the parties’ own amounts',
  ),
  'cost.afterSaving': plainly(
    'Kostnad etter det som spares',
    'Kostnad etter det som blir spart',
    'Cost after what is saved',
  ),
  'cost.shared': plainly('Kostnad som deles', 'Kostnad som blir delt', 'Cost to be shared'),
  'cost.gross': of('Hele kostnaden, {}', 'Heile kostnaden, {}', 'Whole cost, {}'),
  'cost.directSum': plainly('Partenes egne beløp', 'Partane sine eigne beløp', 'The parties’ own amounts'),
  'cost.line': {
    nb: ({ subject }) => subject ?? 'Budsjettlinje',
    nn: ({ subject }) => subject ?? 'Budsjettlinje',
    en: ({ subject }) => subject ?? 'Budget line',
  },
  'cost.direct': of('Egen kostnad, {}', 'Eigen kostnad, {}', 'Own cost, {}'),
  'cost.agreed': of('Avtalt beløp, {}', 'Avtalt beløp, {}', 'Agreed amount, {}'),
  'cost.contribution': of('Innskudd fra {}', 'Innskot frå {}', 'Contribution from {}'),
  'cost.own': of('Egne beløp, {}', 'Eigne beløp, {}', 'Own amounts, {}'),
  'cost.adopted': of('Vedtatt beløp, {}', 'Vedteke beløp, {}', 'Adopted amount, {}'),
  'cost.adoptedTotal': {
    nb: (node) => versionName(node, 'nb'),
    nn: (node) => versionName(node, 'nn'),
    en: (node) => versionName(node, 'en'),
  },
  'change.amount': of('Helårsbeløp, {}', 'Heilårsbeløp, {}', 'Full-year amount, {}'),
  'change.partOfYear': of('Del av året, {}', 'Del av året, {}', 'Part of the year, {}'),
  'change.yearEffect': of('Virkning i år, {}', 'Verknad i år, {}', 'Effect this year, {}'),
  'change.carryOver': of('Virkning neste år, {}', 'Verknad neste år, {}', 'Effect next year, {}'),
  'change.nothing': plainly('Ingen virkning neste år', 'Ingen verknad neste år', 'No effect next year'),
  'effect.none': plainly('Ingen virkning', 'Ingen verknad', 'No effect'),
  'effect.included': of(
    'Ligger i beløpet fra før, {}',
    'Ligg i beløpet frå før, {}',
    'In the given amount already, {}',
  ),
  'effect.notIncluded': of('Kommer i tillegg, {}', 'Kjem i tillegg, {}', 'Comes in addition, {}'),
  'effect.counterpart': of('Motpost til {}', 'Motpost til {}', 'Counterpart of {}'),
  'effect.months': plainly('Måneder av året', 'Månader av året', 'Months of the year'),
  'growth.base': growing('Grunnlag for vekst i {}', 'Grunnlag for vekst i {}', 'Base of growth in {}'),
  'growth.rate': growing('Vekst i {}, prosent', 'Vekst i {}, prosent', 'Growth in {}, per cent'),
  'growth.perCent': plainly('Hundre', 'Hundre', 'A hundred'),
  'growth.share': growing('Vekst i {} som andel', 'Vekst i {} som del', 'Growth in {} as a share'),
  'growth.partOfYear': growing(
    'Vekst i {}, månedene den gjelder',
    'Vekst i {}, månadene han gjeld',
    'Growth in {} for its months',
  ),
  'growth.yearEffect': growing('Vekst i {} i år', 'Vekst i {} i år', 'Growth in {} this year'),
  'growth.carryOver': growing(
    'Overheng til neste år, {}',
    'Overheng til neste år, {}',
    'Carry-over to next year, {}',
  ),
  'volume.count': of('Antall, {}', 'Tal, {}', 'Number, {}'),
  'volume.part': of('Antall ganger pris, {}', 'Tal gonger pris, {}', 'Number times price, {}'),
  'volume.parts': of('Sum av periodene, {}', 'Sum av periodane, {}', 'Sum of the periods, {}'),
  'volume.amount': of('Beløp etter volum, {}', 'Beløp etter volum, {}', 'Amount by volume, {}'),
  'volume.amounts': of('Sum etter volum, {}', 'Sum etter volum, {}', 'Sum by volume, {}'),
  'volume.price': of('Pris, {}', 'Pris, {}', 'Price, {}'),
  'volume.days': plainly('Dager av perioden', 'Dagar av perioden', 'Days of the period'),
  'segment.days': plainly('Dager av året', 'Dagar av året', 'Days of the year'),
  'segment.cost': plainly('Kostnad for dagene', 'Kostnad for dagane', 'Cost of the days'),
  'avoidable.total': plainly('Kostnad som spares', 'Kostnad som blir spart', 'Cost that is saved'),
  'key.impliedTotal': plainly(
    'Sum av partenes egne beløp',
    'Sum av partane sine eigne beløp',
    'Sum of the parties’ own amounts',
  ),
  'avoidable.amount': named('Beløp som kan spares', 'Beløp som kan sparast', 'Avoidable amount'),
  'avoidable.share': named('Andel som kan spares', 'Del som kan sparast', 'Avoidable share'),
  'avoidable.saved': of('Spart når {} går ut', 'Spart når {} går ut', 'Saved when {} leaves'),
  'share.segments': of('Delene av året, {}', 'Delane av året, {}', 'Parts of the year, {}'),
  'external.segments': of('{} betaler, hele året', '{} betaler, heile året', '{} pays, whole year'),
  'key.impliedProduct': of(
    'Kostnad ganger eget beløp, {}',
    'Kostnad gonger eige beløp, {}',
    'Cost times own amount, {}',
  ),
  'key.impliedPart': of('Del etter eget beløp, {}', 'Del etter eige beløp, {}', 'Part by own amount, {}'),
  'figure.rounded': named('Etter avrunding', 'Etter avrunding', 'After rounding'),
  'figure.part': of('Del for {}', 'Del for {}', 'Part of {}'),
  'figure.adopted': of('Vedtatt for {}', 'Vedteke for {}', 'Adopted for {}'),
  'figure.absent': of('{} deltar ikke', '{} deltek ikkje', '{} takes no part'),
  'figure.unregistered': of(
    '{} er med, beløp ikke registrert',
    '{} er med, beløp ikkje registrert',
    '{} takes part, amount not registered',
  ),
  'figure.parties': of('Sum av partene, {}', 'Sum av partane, {}', 'Sum of the parties, {}'),
  'figure.services': of('Sum av tjenestene, {}', 'Sum av tenestene, {}', 'Sum of the services, {}'),
  'figure.previous': of('Året før, {}', 'Året før, {}', 'Year before, {}'),
  'figure.change': of('Endring, {}', 'Endring, {}', 'Change, {}'),
  'cause.cost': named('Endret kostnad', 'Endra kostnad', 'Changed cost'),
  'cause.stated': named('Oppgitt årsak', 'Oppgitt årsak', 'Stated cause'),
  'cause.unexplained': named('Uforklart', 'Uforklart', 'Unexplained'),
  'cause.register': named('Nye registertall', 'Nye registertal', 'New register values'),
  'cause.key': named('Ny nøkkel', 'Ny nøkkel', 'New key'),
  'cause.membership': named('Endret deltakelse', 'Endra deltaking', 'Changed membership'),
  'cause.rounding': named('Avrunding', 'Avrunding', 'Rounding'),
  'cause.share': named('Andel året før', 'Del året før', 'Share the year before'),
  'cause.costChange': named('Endring i kostnaden', 'Endring i kostnaden', 'Change of the cost'),
  'cause.part': named('Del av endringen', 'Del av endringa', 'Part of the change'),
};

/** The labels of every step an explanation can have. */
export const budgetNodeTexts: Texts<BudgetNode> = { ...keyNodeTexts, ...ownBudgetNodeTexts };
