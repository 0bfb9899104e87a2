import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import type { Result } from '@samstyr/core/result/result';
import type { Scope } from '@samstyr/documents/joint-budget/source';
import { type Audience, type Edition, editionOf } from '@samstyr/documents/publish/edition';
import { documentOf as publishedDocument } from '@samstyr/documents/publish/render';
import type { ExplainedTree } from '@samstyr/documents/tree/node';
import type { DocumentProblem } from '@samstyr/documents/tree/problems';
import { exampleFolder, openFolder } from '../open-example.ts';

let opened: IndexedModel | null = null;
/** The example's model, read once. */
export const exampleIndex = (): IndexedModel => {
  opened ??= openFolder(exampleFolder);
  return opened;
};

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

export const full: Scope = { scope: 'full' };

/** The document of an edition, or its problems. */
export const documentOf = (
  edition: Edition,
  language: Language,
  scope: Scope = full,
): Result<ExplainedTree, DocumentProblem> => publishedDocument(edition, { language, scope });

export function treeOf(edition: Edition, language: Language, scope: Scope = full): ExplainedTree {
  const tree = documentOf(edition, language, scope);
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems.slice(0, 5)));
  return tree.value;
}
