import { type Audience, type Edition, editionOf } from '@samstyr/documents/publish/edition';
import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { explain } from '@samstyr/core/explain/explain';
import type { Model } from '@samstyr/core/model/rows';
import type { Result } from '@samstyr/core/result/result';
import { jointBudget } from '@samstyr/documents/joint-budget/joint-budget';
import type { BudgetSource } from '@samstyr/documents/joint-budget/source';
import type { DocumentTree } from '@samstyr/documents/tree/node';
import type { DocumentProblem } from '@samstyr/documents/tree/problems';
import { exampleFolder, openFolder } from '../open-example.ts';

let opened: IndexedModel | null = null;
/** The example's model, read once. */
export const exampleIndex = (): IndexedModel => {
  opened ??= openFolder(exampleFolder);
  return opened;
};

export const sourceOf = ({ index, pair, overview, causes, rounding }: Edition): BudgetSource => ({
  model: index.model,
  overview,
  causes,
  service: (version, service) =>
    (version === pair.version.id ? pair.current : pair.previous).get(service) ?? null,
  explain: (id) => {
    const found = explain(index, id, rounding);
    return found.ok ? found.value : null;
  },
});

export function exampleEdition(
  audience: Audience,
  {
    model = exampleIndex().model,
    rounding = 'agreement' as RoundingChoice,
  }: { model?: Model; rounding?: RoundingChoice } = {},
): Edition {
  const edition = editionOf(indexModel(model), { year: 2025, rounding, audience });
  if (!edition.ok) throw new Error(JSON.stringify(edition.problems.slice(0, 3)));
  return edition.value;
}

/** The document of an edition, or its problems. */
export const documentOf = (edition: Edition, language: Language): Result<DocumentTree, DocumentProblem> =>
  jointBudget(sourceOf(edition), { language, edition: edition.audience, hidden: { has: edition.hides } });

export function treeOf(edition: Edition, language: Language): DocumentTree {
  const tree = documentOf(edition, language);
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems.slice(0, 5)));
  return tree.value;
}
