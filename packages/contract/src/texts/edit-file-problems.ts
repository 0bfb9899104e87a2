import { ore } from '@samstyr/core/money/ore';
import type { EditFileProblem } from '../edit-problems.ts';
import { kronerText } from './amount-text.ts';
import { keyTexts } from './key.ts';
import type { Language, Texts } from './language.ts';
import { listed, suggestion } from './list-text.ts';
import { tell } from './tell.ts';

type Invalid = Extract<EditFileProblem, { readonly code: 'edits.invalidValue' }>;
type Told = { readonly [L in Language]: string };

const example = ore(-45_000_000n);

/** What a field takes, and one that is right. */
const expected: { readonly [E in Invalid['expected']]: Told } = {
  day: {
    nb: 'en dag som finnes, som 2025-07-01',
    nn: 'ein dag som finst, som 2025-07-01',
    en: 'a day that exists, as 2025-07-01',
  },
  dateRule: { nb: 'en dag', nn: 'ein dag', en: 'a day' },
  ore: {
    nb: `hele øre som tekst, uten mellomrom og desimaler: "${example}" er ${kronerText(example, 'nb')}`,
    nn: `heile øre som tekst, utan mellomrom og desimalar: "${example}" er ${kronerText(example, 'nn')}`,
    en: `whole øre as text, without spaces and decimals: "${example}" is ${kronerText(example, 'en')}`,
  },
  number: {
    nb: 'et tall som er 0 eller mer, som 4,0',
    nn: 'eit tal som er 0 eller meir, som 4,0',
    en: 'a number of 0 or more, as 4.0',
  },
  share: {
    nb: 'en andel, som 3/20, 15% eller 0.15',
    nn: 'ein del, som 3/20, 15% eller 0.15',
    en: 'a share, as 3/20, 15% or 0.15',
  },
  text: { nb: 'tekst', nn: 'tekst', en: 'text' },
  choice: { nb: 'ett av valgene', nn: 'eitt av vala', en: 'one of the choices' },
  flag: { nb: 'yes eller no', nn: 'yes eller no', en: 'yes or no' },
};

const or: Told = { nb: 'eller', nn: 'eller', en: 'or' };

function whatIsExpected({ expected: kind, choices }: Invalid, language: Language): string {
  if (choices.length === 0) return expected[kind][language];
  const all = listed(choices, language);
  return kind === 'choice' ? all : `${expected[kind][language]}, ${or[language]} ${all}`;
}

/** What is wrong with an edit file, with the place in it first. */
export const editFileProblemTexts: Texts<EditFileProblem> = {
  'edits.notAList': {
    nb: () =>
      'Her skal det stå en liste over endringer. I en fil: skriv edits: og én endring på hver linje under. I en celle: [{"op":"leave", …}].',
    nn: () =>
      'Her skal det stå ei liste over endringar. I ei fil: skriv edits: og éi endring på kvar linje under. I ei celle: [{"op":"leave", …}].',
    en: () =>
      'A list of edits must stand here. In a file: write edits: and one edit on each line below. In a cell: [{"op":"leave", …}].',
  },
  'edits.unknownOp': {
    nb: (p) =>
      p.op === ''
        ? `${p.path} sier ikke hva som skal gjøres. Skriv op: og ${listed(p.known, 'nb', 20)}.`
        : `${p.path}: «${p.op}» er ingen endring som kan gjøres. ${suggestion(p.op, p.known, 'nb')}`,
    nn: (p) =>
      p.op === ''
        ? `${p.path} seier ikkje kva som skal gjerast. Skriv op: og ${listed(p.known, 'nn', 20)}.`
        : `${p.path}: «${p.op}» er inga endring som kan gjerast. ${suggestion(p.op, p.known, 'nn')}`,
    en: (p) =>
      p.op === ''
        ? `${p.path} does not say what to do. Write op: and ${listed(p.known, 'en', 20)}.`
        : `${p.path}: “${p.op}” is no edit that can be made. ${suggestion(p.op, p.known, 'en')}`,
  },
  'edits.unknownField': {
    nb: (p) =>
      `${p.path}: feltet «${p.field}» er ukjent. ${suggestion(p.field, p.expected, 'nb')} Rett navnet, eller ta feltet bort.`,
    nn: (p) =>
      `${p.path}: feltet «${p.field}» er ukjent. ${suggestion(p.field, p.expected, 'nn')} Rett namnet, eller ta feltet bort.`,
    en: (p) =>
      `${p.path}: the field “${p.field}” is unknown. ${suggestion(p.field, p.expected, 'en')} Correct the name, or remove the field.`,
  },
  'edits.missingField': {
    nb: (p) => `${p.path}: feltet «${p.field}» mangler. Legg det til.`,
    nn: (p) => `${p.path}: feltet «${p.field}» manglar. Legg det til.`,
    en: (p) => `${p.path}: the field “${p.field}” is missing. Add it.`,
  },
  'edits.oneOf': {
    nb: (p) =>
      `${p.path}: nøyaktig ett av feltene ${listed(p.fields, 'nb')} skal stå. Ta bort eller legg til.`,
    nn: (p) =>
      `${p.path}: nøyaktig eitt av felta ${listed(p.fields, 'nn')} skal stå. Ta bort eller legg til.`,
    en: (p) => `${p.path}: exactly one of the fields ${listed(p.fields, 'en')} must stand. Remove or add.`,
  },
  'edits.invalidValue': {
    nb: (p) => `${p.path}: «${p.value}» kan ikke brukes her. Skriv ${whatIsExpected(p, 'nb')}.`,
    nn: (p) => `${p.path}: «${p.value}» kan ikkje brukast her. Skriv ${whatIsExpected(p, 'nn')}.`,
    en: (p) => `${p.path}: “${p.value}” cannot be used here. Write ${whatIsExpected(p, 'en')}.`,
  },
  'edits.unknownParty': {
    nb: (p) =>
      `${p.path}: «${p.party}» er ingen kommune eller part i samarbeidet. ${suggestion(p.party, p.known, 'nb')}`,
    nn: (p) =>
      `${p.path}: «${p.party}» er ingen kommune eller part i samarbeidet. ${suggestion(p.party, p.known, 'nn')}`,
    en: (p) =>
      `${p.path}: “${p.party}” is no municipality or party of the cooperation. ${suggestion(p.party, p.known, 'en')}`,
  },
  'edits.key': {
    nb: (p) => `${p.path}: ${tell(keyTexts, 'nb', p.problem)}`,
    nn: (p) => `${p.path}: ${tell(keyTexts, 'nn', p.problem)}`,
    en: (p) => `${p.path}: ${tell(keyTexts, 'en', p.problem)}`,
  },
};
