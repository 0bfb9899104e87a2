import { explanationJson } from '@samstyr/contract/json/explanation';
import type { Language } from '@samstyr/contract/texts/language';
import { fileText } from '@samstyr/contract/texts/source-text';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import type { Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { Explainer } from '@samstyr/core/explain/explain';
import type { ExplanationNode } from '@samstyr/core/explain/node';
import type { Comment } from 'exceljs';
import { type Hides, idOf } from './shown.ts';
import type { WorkbookTexts } from './texts.ts';

const longestFormula = 400;
const mostSources = 3;

/** A note's text: the figure's id in bold, how it is worked out in words and numbers, and where that is written. */
export type NoteMaker = (figureId: string) => Comment | null;

export type NoteInput = {
  readonly index: IndexedModel;
  readonly overview: Overview;
  readonly rounding: RoundingChoice;
  readonly language: Language;
  readonly hides: Hides;
  readonly texts: WorkbookTexts;
};

/** Services, units and the whole, in which somebody's figure is hidden: the working of a figure there may show what is hidden. */
function subjectsWithSecrets({ overview, hides }: NoteInput): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const row of [...overview.rows, ...overview.totals])
    if ((['previous', 'current', 'change'] as const).some((side) => hides(idOf(row, side))))
      for (const subject of [row.service, row.unit, 'all']) if (subject !== null) subjects.add(subject);
  return subjects;
}

/** `budget/2025.recommended/nav/drift/operating/5034@change` is about `nav/drift`. */
const subjectOf = (figureId: string): string =>
  figureId.split('@')[0]?.split('/').slice(2, -2).join('/') ?? '';

/** Explains figures of one budget; what two figures share is derived once. */
export function noteMaker(input: NoteInput): NoteMaker {
  const { index, rounding, language, texts } = input;
  const explainer = new Explainer(index, rounding);
  const secrets = subjectsWithSecrets(input);
  const nodes: { [id: string]: ExplanationNode } = Object.create(null);
  let taken = 0;
  const take = (): void => {
    if (explainer.builder.nodes.size === taken) return;
    let position = 0;
    for (const [id, node] of explainer.builder.nodes) {
      if (position >= taken) nodes[id] = node;
      position += 1;
    }
    taken = position;
  };
  const sources = sourceFinder(nodes);
  return (figureId) => {
    const root = explainer.root(figureId);
    if (!root.ok) return null;
    take();
    if (secrets.has(subjectOf(figureId))) return comment(figureId, '');
    const told = explanationJson({ root: root.value.id, nodes }, index, language, 0).nodes[root.value.id];
    if (told === undefined) return comment(figureId, '');
    const formula =
      told.formula === null || told.formula.length <= longestFormula
        ? told.formula
        : `${told.formula.slice(0, told.formula.lastIndexOf(' ', longestFormula))} …`;
    const places = sources(root.value.id);
    const shown = places.slice(0, mostSources).join(', ');
    const more = places.length > mostSources ? ` ${texts.more(places.length - mostSources)}` : '';
    return comment(
      figureId,
      [
        formula === null ? told.label : `${told.label}: ${formula}`,
        ...(shown === '' ? [] : [`${texts.noteSource}: ${shown}${more}`]),
      ].join('\n'),
    );
  };
}

/** The places in files a figure rests on, nearest first; found once for each node. */
function sourceFinder(nodes: { readonly [id: string]: ExplanationNode }): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const find = (id: string): readonly string[] => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = nodes[id];
    const file = node?.source ? fileText(node.source) : null;
    const own = file === null ? [] : [file];
    const found = [...new Set([...own, ...(node?.inputs ?? []).flatMap(find)])];
    known.set(id, found);
    return found;
  };
  return find;
}

const comment = (figureId: string, text: string): Comment => ({
  texts: [
    { font: { name: 'Calibri', size: 9, bold: true }, text: figureId },
    ...(text === '' ? [] : [{ font: { name: 'Calibri', size: 9 }, text: `\n${text}` }]),
  ],
});
