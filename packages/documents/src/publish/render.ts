import { folderReport } from '@samstyr/contract/json/check-folder';
import type { Language } from '@samstyr/contract/texts/language';
import { sentence } from '@samstyr/contract/texts/sentence';
import { tell } from '@samstyr/contract/texts/tell';
import { serviceBudget } from '@samstyr/core/budget/service';
import type { ServiceBudget } from '@samstyr/core/budget/view';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { explainTogether } from '@samstyr/core/explain/explain';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { RollProblem } from '@samstyr/core/scenario/roll';
import type { Drawings } from '../charts/drawing.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { renderOpenData } from '../data/open-data.ts';
import { renderHtml } from '../html/render-html.ts';
import { chaptersIn } from '../joint-budget/context.ts';
import { jointBudget } from '../joint-budget/joint-budget.ts';
import type { BudgetSource, Scope } from '../joint-budget/source.ts';
import type { ExplainedTree } from '../tree/node.ts';
import { type DocumentProblem, documentProblemTexts } from '../tree/problems.ts';
import type { WorkbookInput } from '../xlsx/book.ts';
import type { Edition } from './edition.ts';
import type { Files, Format } from './format.ts';
import { type PaperFiles, writePaper } from './paper.ts';
import { fileEnding } from './scope.ts';

/** What is written of an edition: in which language, and how much of the budget. */
export type Wanted = {
  readonly language: Language;
  readonly scope: Scope;
  /** Whether the PDF also comes as a copy for the archive. */
  readonly archive?: boolean;
};

/** A document and its charts, drawn once for every format. */
export type Drawn = { readonly tree: ExplainedTree; readonly drawings: Drawings };

type Paper = (
  format: 'pdf' | 'docx',
  job: Drawn & { readonly archive: boolean },
) => Promise<Result<PaperFiles, string>>;

/** `fellesbudsjett-2025-selbu.nn`: what an edition's files are called, before their ending. */
export const fileName = ({ audience, pair }: Edition, { language, scope }: Wanted): string =>
  `fellesbudsjett-${pair.version.year}${fileEnding(scope, audience)}${language === 'nb' ? '' : `.${language}`}`;

const here: Paper = (format, job) => writePaper({ ...job, format });

/**
 * An edition in one format: file names and contents, or a sentence for every place the document is wrong. The document can be given when it
 * is made already, and `paper` is where pages are written: here, or in a thread of their own.
 */
export async function render(
  edition: Edition,
  format: Format,
  wanted: Wanted,
  made: Result<Drawn, string> | null = null,
  paper: Paper = here,
): Promise<Result<Files, string>> {
  const { language, scope, archive = false } = wanted;
  const name = fileName(edition, wanted);
  switch (format) {
    case 'html': {
      const drawn = made ?? drawnDocument(edition, wanted);
      if (!drawn.ok) return drawn;
      const { tree, drawings } = drawn.value;
      return ok(new Map([[`${name}.html`, renderHtml(tree, drawings)]]));
    }
    case 'xlsx': {
      const { index, pair, rounding, hides } = edition;
      // Loaded when it is asked for, as the pages are: the other commands should not wait for it.
      const { renderWorkbook } = await import('../xlsx/workbook.ts');
      const bytes = await renderWorkbook({
        index,
        pair,
        rounding,
        language,
        hides,
        only: only(edition, scope),
      });
      return ok(new Map([[`${name}.xlsx`, bytes]]));
    }
    case 'data': {
      const { index, pair, overview, causes, hides } = edition;
      const units = scope.scope === 'municipality' ? chaptersIn(index.model, overview, scope) : null;
      const detail = scope.scope === 'summary' ? 'unit' : 'service';
      const base = { index, pair, overview, causes, hides, language, licence: null };
      const files = renderOpenData({ ...base, units, detail });
      // A data package is a folder of its own: an edition beside the whole one does not take its names.
      const ending = fileEnding(scope, edition.audience);
      const folder = ending === '' ? '' : `${ending.slice(1)}/`;
      return ok(new Map([...files].map(([file, content]) => [`${folder}${file}`, content])));
    }
    case 'docx':
    case 'pdf': {
      const drawn = made ?? drawnDocument(edition, wanted);
      if (!drawn.ok) return drawn;
      const files = await paper(format, { ...drawn.value, archive });
      if (!files.ok) return files;
      return ok(new Map(files.value.map(([end, bytes]) => [`${name}${end}`, bytes])));
    }
  }
}

/** The sheets of an edition's workbook besides those every workbook has; null: all. */
function only({ index, overview }: Edition, scope: Scope): Exclude<WorkbookInput['only'], undefined> {
  if (scope.scope === 'full') return null;
  return {
    units: chaptersIn(index.model, overview, scope),
    parties:
      scope.scope === 'municipality'
        ? new Set([scope.party])
        : new Set(overview.parties.map(({ party }) => party)),
  };
}

/** The document that the page and the PDF are both made of, or what is wrong with it. */
export const documentOf = (
  edition: Edition,
  { language, scope }: Wanted,
): Result<ExplainedTree, DocumentProblem> =>
  jointBudget(sourceOf(edition, language), {
    language,
    edition: edition.audience,
    hidden: { has: edition.hides },
    scope,
    content: edition.content,
  });

/** The same with its charts drawn, or every problem in words. */
export function drawnDocument(edition: Edition, wanted: Wanted): Result<Drawn, string> {
  const tree = documentOf(edition, wanted);
  if (tree.ok) return ok({ tree: tree.value, drawings: drawingsOf(tree.value) });
  const [first, ...rest] = tree.problems;
  return fail(
    tell(documentProblemTexts, wanted.language, first),
    ...rest.map((problem) => tell(documentProblemTexts, wanted.language, problem)),
  );
}

/** What the document asks of the budget, each answer derived when asked. */
function sourceOf(
  { index, pair, overview, causes, rounding, plan }: Edition,
  language: Language,
): BudgetSource {
  const explain = explainTogether(index, rounding);
  // A year of the plan is a version of the model the plan rolled.
  const explainLater = plan.ok ? explainTogether(indexModel(plan.value.plan.model), rounding) : null;
  return {
    model: index.model,
    overview,
    causes,
    service: (version, service) => {
      const known = version === pair.version.id ? pair.current.get(service) : pair.previous.get(service);
      return known ?? computed(version, service);
    },
    explain: (id) => {
      const found = explain(id);
      if (found.ok || explainLater === null) return found.ok ? found.value : null;
      const later = explainLater(id);
      return later.ok ? later.value : null;
    },
    plan: plan.ok ? plan : inWords(plan.problems, language),
    findings: (of) => folderReport('', index, checkCooperation(index), of).findings,
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

function inWords(
  [first, ...rest]: readonly [RollProblem, ...RollProblem[]],
  language: Language,
): Result<never, string> {
  return fail(sentence(first, language), ...rest.map((one) => sentence(one, language)));
}
