import type { Cause, Finding } from '@samstyr/core/control/published/published-finding';
import { named, type PublishedFormat, placeWord, quoted, shown, wanted } from './finding-figures.ts';
import { englishFindings } from './findings-en.ts';
import { bokmalFindings } from './findings-nb.ts';
import { nynorskFindings } from './findings-nn.ts';
import type { Language } from './language.ts';

export { type PublishedFormat, placeWord, printedNumber } from './finding-figures.ts';

/** A language's way of saying every rule and every cause. `at` is the other place, ready to be put after a name: « (linje 45)». */
export type FindingTexts = {
  readonly words: {
    readonly cell: string;
    readonly empty: string;
    readonly page: string;
    readonly line: string;
    readonly table: string;
  };
  /** What the rule found: two figures that should be one. */
  readonly what: { readonly [R in Finding['rule']]: (finding: Finding, against: string) => string };
  /** A figure that a sum it is part of shows to be wrong. */
  readonly solved: (finding: Finding) => string;
  /** Why it went wrong, with the arithmetic that supports it. */
  readonly why: { readonly [C in Cause]: (finding: Finding) => string };
  readonly anotherTable: string;
  readonly corrected: (finding: Finding) => string;
  readonly row: (label: string) => string;
  readonly goesOn: (isShift: boolean, told: string, more: number) => string;
};

const texts: { readonly [L in Language]: FindingTexts } = {
  nb: bokmalFindings,
  nn: nynorskFindings,
  en: englishFindings,
};

/** The likely cause by itself; empty for what follows from another finding, and for figures out of place, where the sentence is the cause. */
export function findingReason(finding: Finding, language: Language = 'nb'): string {
  if (finding.cause === 'consequence' || finding.rule === 'shifted') return '';
  return texts[language].why[finding.cause](finding);
}

/** The rules that find a wrong figure by adding, from its sum or from what it is part of. */
const addsUp: ReadonlySet<Finding['rule']> = new Set([
  'sum.rows',
  'sum.columns',
  'change',
  'parts',
  'balance',
]);

/** The sentence a person would write about a finding, with its consequences. */
export function findingSentence(
  finding: Finding,
  {
    consequences = [],
    format = 'text',
    language = 'nb',
  }: {
    readonly consequences?: readonly Finding[];
    readonly format?: PublishedFormat;
    readonly language?: Language;
  } = {},
): string {
  const own = texts[language];
  if (finding.cause === 'consequence') return own.corrected(finding);
  const { against, againstPlace } = finding.detail;
  const place = againstPlace === null ? '' : placeWord(againstPlace, format, own.words);
  const other = `${against === '' ? own.anotherTable : quoted(against)}${place === '' ? '' : ` (${place})`}`;
  const reason = findingReason(finding, language);
  const isSolved = addsUp.has(finding.rule) && (finding.detail.texts['solvedFrom'] ?? '') !== '';
  const what = isSolved ? own.solved(finding) : own.what[finding.rule](finding, other);
  const first = `${what}${reason === '' ? '' : `: ${reason}`}.`;
  if (consequences.length === 0) return first;
  const told = consequences
    .slice(0, 4)
    .map((each) =>
      each.cause === 'consequence'
        ? `${named(each, own.words.cell)} (${shown(each, own.words.empty)} → ${wanted(each)})`
        : own.row(each.detail.rowLabel),
    );
  return `${first} ${own.goesOn(finding.rule === 'shifted', told.join(', '), consequences.length - told.length)}`;
}
