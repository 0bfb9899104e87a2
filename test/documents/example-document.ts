import type { Language } from '@samstyr/contract/texts/language';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import type { Result } from '@samstyr/core/result/result';
import type { Scope } from '@samstyr/documents/joint-budget/source';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import { type Audience, type Edition, editionOf } from '@samstyr/documents/publish/edition';
import { documentOf as publishedDocument } from '@samstyr/documents/publish/render';
import type { DocumentTree, ExplainedTree } from '@samstyr/documents/tree/node';
import type { DocumentProblem } from '@samstyr/documents/tree/problems';
import { exampleFolder, openFolder } from '../open-example.ts';

let opened: IndexedModel | null = null;
/** The example's model, read once. */
export const exampleIndex = (): IndexedModel => {
  opened ??= openFolder(exampleFolder);
  return opened;
};

const editions = new Map<Audience, Edition>();
/** The example's edition for somebody, made once for all tests that only read it; made anew of another model or rounding. */
export function exampleEdition(
  audience: Audience,
  options: { readonly model?: Model; readonly rounding?: RoundingChoice } | null = null,
): Edition {
  const known = options === null ? editions.get(audience) : undefined;
  if (known !== undefined) return known;
  const { model = exampleIndex().model, rounding = 'agreement' } = options ?? {};
  const edition = editionOf(indexModel(model), { year: 2025, rounding, audience });
  if (!edition.ok) throw new Error(JSON.stringify(edition.problems.slice(0, 3)));
  if (options === null) editions.set(audience, edition.value);
  return edition.value;
}

export const full: Scope = { scope: 'full' };

/** The document of an edition, or its problems. */
export const documentOf = (
  edition: Edition,
  language: Language,
  scope: Scope = full,
): Result<ExplainedTree, DocumentProblem> => publishedDocument(edition, { language, scope });

const trees = new WeakMap<Edition, Map<string, ExplainedTree>>();
/** The document of an edition, made once. */
export function treeOf(edition: Edition, language: Language, scope: Scope = full): ExplainedTree {
  const ofEdition = trees.get(edition) ?? new Map<string, ExplainedTree>();
  trees.set(edition, ofEdition);
  const name = `${language} ${JSON.stringify(scope)}`;
  const known = ofEdition.get(name);
  if (known !== undefined) return known;
  const tree = documentOf(edition, language, scope);
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems.slice(0, 5)));
  ofEdition.set(name, tree.value);
  return tree.value;
}

const pdfs = new WeakMap<DocumentTree, Promise<Uint8Array>>();
/** A document as a PDF, laid out once. */
export function pdfOf(tree: DocumentTree): Promise<Uint8Array> {
  const made = pdfs.get(tree) ?? writtenPdf(tree);
  pdfs.set(tree, made);
  return made;
}

async function writtenPdf(tree: DocumentTree): Promise<Uint8Array> {
  const pdf = await renderPdf(tree);
  if (!pdf.ok) throw new Error(pdf.problems.map(({ message }) => message).join('\n'));
  return pdf.value;
}
