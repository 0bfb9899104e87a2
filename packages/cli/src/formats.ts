import type { Language } from '@samstyr/contract/texts/language';
import { tell } from '@samstyr/contract/texts/tell';
import { serviceBudget } from '@samstyr/core/budget/service';
import type { ServiceBudget } from '@samstyr/core/budget/view';
import { explain } from '@samstyr/core/explain/explain';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { renderOpenData } from '@samstyr/documents/data/open-data';
import { renderHtml } from '@samstyr/documents/html/render-html';
import { jointBudget } from '@samstyr/documents/joint-budget/joint-budget';
import type { BudgetSource } from '@samstyr/documents/joint-budget/source';
import { pdfProblemTexts } from '@samstyr/documents/pdf/problems';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import type { DocumentTree } from '@samstyr/documents/tree/node';
import { documentProblemTexts } from '@samstyr/documents/tree/problems';
import { renderWorkbook } from '@samstyr/documents/xlsx/workbook';
import type { Edition } from './edition.ts';

/** The formats a budget is written in, and what a person is told while it is. */
export const formats = {
  html: 'Skriver nettsiden',
  xlsx: 'Skriver regnearket',
  data: 'Skriver åpne data',
  pdf: 'Skriver PDF-en',
  docx: 'Skriver Word-filen',
} as const;
export type Format = keyof typeof formats;

type Files = ReadonlyMap<string, string | Uint8Array>;

/** An edition in one format: file names and contents, or a sentence for every place the document is wrong. */
export async function render(
  edition: Edition,
  format: Format,
  language: Language,
): Promise<Result<Files, string>> {
  const name = `fellesbudsjett-${edition.pair.version.year}${language === 'nb' ? '' : `.${language}`}`;
  switch (format) {
    case 'html': {
      const tree = treeOf(edition, language);
      return tree.ok ? ok(new Map([[`${name}.html`, renderHtml(tree.value)]])) : tree;
    }
    case 'xlsx': {
      const { index, pair, rounding, hides } = edition;
      return ok(
        new Map([[`${name}.xlsx`, await renderWorkbook({ index, pair, rounding, language, hides })]]),
      );
    }
    case 'data': {
      const { index, pair, overview, causes, hides } = edition;
      return ok(renderOpenData({ index, pair, overview, causes, hides, language, licence: null }));
    }
    case 'docx': {
      const tree = treeOf(edition, language);
      if (!tree.ok) return tree;
      // Loaded when it is asked for: the other commands should not wait for it.
      const { renderWord } = await import('@samstyr/documents/docx/render-word');
      return ok(new Map([[`${name}.docx`, await renderWord(tree.value)]]));
    }
    case 'pdf': {
      const tree = treeOf(edition, language);
      if (!tree.ok) return tree;
      const pdf = await renderPdf(tree.value);
      if (pdf.ok) return ok(new Map([[`${name}.pdf`, pdf.value]]));
      const [first, ...rest] = pdf.problems;
      return fail(tell(pdfProblemTexts, 'nb', first), ...rest.map((one) => tell(pdfProblemTexts, 'nb', one)));
    }
  }
}

/** The document that the page and the PDF are both made of. */
export function treeOf(edition: Edition, language: Language): Result<DocumentTree, string> {
  const tree = jointBudget(sourceOf(edition), {
    language,
    edition: edition.audience,
    hidden: { has: edition.hides },
  });
  if (tree.ok) return tree;
  const [first, ...rest] = tree.problems;
  return fail(
    tell(documentProblemTexts, 'nb', first),
    ...rest.map((problem) => tell(documentProblemTexts, 'nb', problem)),
  );
}

/** What the document asks of the budget, each answer derived when asked. */
function sourceOf({ index, pair, overview, causes, rounding }: Edition): BudgetSource {
  return {
    model: index.model,
    overview,
    causes,
    service: (version, service) => {
      const known = version === pair.version.id ? pair.current.get(service) : pair.previous.get(service);
      return known ?? computed(version, service);
    },
    explain: (id) => {
      const found = explain(index, id, rounding);
      return found.ok ? found.value : null;
    },
  };

  function computed(versionId: string, serviceId: string): ServiceBudget | null {
    const version = index.version.get(versionId);
    const service = index.service.get(serviceId);
    const budget =
      version === undefined || service === undefined
        ? null
        : serviceBudget(index, version, service, rounding);
    return budget?.ok ? budget.value : null;
  }
}
