import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { parseEdits } from '@samstyr/contract/edits';
import { folderReport } from '@samstyr/contract/json/check-folder';
import { type ExplanationJson, explanationJson } from '@samstyr/contract/json/explanation';
import { fitJson } from '@samstyr/contract/json/fit-key';
import { overviewJson } from '@samstyr/contract/json/overview';
import { planJson } from '@samstyr/contract/json/plan';
import { rollJson } from '@samstyr/contract/json/roll';
import { whatIfJson } from '@samstyr/contract/json/whatif';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import type { Overview } from '@samstyr/core/budget/view';
import { frameKey, frameUse } from '@samstyr/core/command/frames';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty, partyNumber } from '@samstyr/core/cooperation/parties';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { explain } from '@samstyr/core/explain/explain';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { amountsToFit } from '@samstyr/core/fit/amounts-to-fit';
import { fitKey } from '@samstyr/core/fit/fit-key';
import type { Edit } from '@samstyr/core/model/edit';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { plan, planModel } from '@samstyr/core/scenario/plan';
import { roll } from '@samstyr/core/scenario/roll';
import { type WhatIf, whatIf } from '@samstyr/core/scenario/whatif';
import { namesOf } from '../../access/access.ts';
import { cellOf, type Hidden, hiddenIn, isDraft, nothingHidden, unitOf } from '../../access/sight.ts';
import { entriesOf } from '../../audit/entries-of.ts';
import { deskRows } from '../../store/store.ts';
import { type Context, type Handlers, hasRole } from '../context.ts';
import type { AnyApiProblem } from '../problem-document.ts';
import { lastAct, roundStatus } from '../round-state.ts';
import { type Seen, see, seenOverview } from './opened.ts';

type Asked = { readonly language?: Language | undefined; readonly rounding?: RoundingChoice | undefined };
const roundingIn = ({ rounding }: Asked): RoundingChoice => rounding ?? 'agreement';
const yearIn = (text: string): number => Number.parseInt(text, 10);

/** The matrix or a bill as JSON, without the rows that are hidden. */
function shown(view: Overview, party: string | null, hidden: Hidden): AnswerOf<Routes['overview.get']> {
  const gone = new Set(
    [...view.rows, ...view.totals]
      .filter((row) => hidden.cells.has(cellOf(row)))
      .map(({ figureId }) => figureId),
  );
  const isSeen = ({ figureId }: { readonly figureId: string }): boolean => !gone.has(figureId);
  const json = overviewJson(view, party);
  return {
    ...json,
    rows: json.rows.filter(isSeen),
    totals: json.totals.filter(isSeen),
    withheld: [...gone].sort(),
  };
}

function overviewFor(
  seen: Seen,
  year: number,
  said: Asked & { readonly version?: string | undefined },
  party: string | null,
): Result<AnswerOf<Routes['overview.get']>, AnyApiProblem> {
  const found = seenOverview(seen, { year, version: said.version ?? null, rounding: roundingIn(said) });
  if (!found.ok) return found;
  const { view, hidden } = found.value;
  if (view.year !== year) return fail({ code: 'api.notFound' });
  const wanted = party === null ? null : findParty(seen.index, party);
  if (party !== null && (wanted === null || !view.parties.some((one) => one.party === wanted)))
    return fail({
      code: 'budget.unknownParty',
      party,
      known: view.parties.map(({ name, number }) => `${name} (${number})`),
    });
  return ok(shown(view, wanted, hidden));
}

/** The model a figure is of: the budget's own, or the plan's where it is of a later year. */
function indexHolding(
  index: IndexedModel,
  id: string,
  language: Language,
): Result<IndexedModel, AnyApiProblem> {
  const planned = planModel(index.model, id, (step) => tell(rollStepTexts, language, step));
  if (planned === null) return ok(index);
  return planned.ok ? ok(indexModel(planned.value)) : planned;
}

/** An explanation in words, each number with the entry of the audit that made it, cut where it would show what its reader may not see. */
async function explained(
  context: Context<'explanation.get' | 'figure.get'>,
  depthText: string | null,
): Promise<Result<ExplanationJson, AnyApiProblem>> {
  const seen = await see(context);
  const { language, query, member } = context;
  const id = context.params.figure;
  const holding = indexHolding(seen.index, id, language);
  if (!holding.ok) return holding;
  const index = holding.value;
  const found = explain(index, id, roundingIn(query));
  if (!found.ok) return found;
  const depth = depthText === null ? null : Number.parseInt(depthText, 10);
  const entryOf = await entriesOf(
    context.services.store.database.serving,
    seen,
    sourcesIn(found.value, explanationJson(found.value, index, language, depth)),
    ({ table, row }) =>
      seen.sight.seesAll ||
      hasRole(member, 'administrator') ||
      seen.sight.ownUnits.has(unitOf(index, table, rowIn(seen, table, row) ?? {}) ?? ''),
  );
  return forReader(seen, explanationJson(found.value, index, language, depth, entryOf));
}

/** An explanation as far as this reader may see it. */
function forReader(seen: Seen, whole: ExplanationJson): Result<ExplanationJson, AnyApiProblem> {
  if (seen.sight.seesAll) return ok(whole);
  const hidden = seen.hidden();
  if (hidden.hides(whole.root)) return fail({ code: 'access.sensitiveService', service: whole.root });
  const touches = Object.values(whole.nodes).some(
    (node) =>
      hidden.hides(node.id) ||
      (node.source !== null &&
        rowService(seen, node.source) !== null &&
        hidden.services.has(rowService(seen, node.source) ?? '')),
  );
  const version = whole.root.split('/')[1] ?? '';
  return ok(touches || isDraft(seen.index, version) ? alone(whole) : whole);
}

/** A figure's explanation as data, with the steps this reader may see and no others; null: none of them. */
export function seenExplanation(seen: Seen, id: string, language: Language): Explanation | null {
  const found = explain(seen.index, id, 'agreement');
  if (!found.ok) return null;
  const said = forReader(seen, explanationJson(found.value, seen.index, language, null));
  if (!said.ok) return null;
  const isSeen = (node: string): boolean => said.value.nodes[node] !== undefined;
  const isAlone = Object.keys(said.value.nodes).length === 1;
  const cut = (node: ExplanationNode): ExplanationNode =>
    isAlone
      ? { ...node, inputs: [], source: null, how: { how: 'given' } }
      : { ...node, inputs: node.inputs.filter(isSeen) };
  const nodes = Object.entries(found.value.nodes)
    .filter(([name]) => isSeen(name))
    .map(([name, node]) => [name, cut(node)] as const);
  return { root: found.value.root, nodes: Object.fromEntries(nodes) };
}

/** The figure without what it rests on. */
function alone({ root, nodes }: ExplanationJson): ExplanationJson {
  const node = nodes[root];
  return node === undefined
    ? { root, nodes: {} }
    : {
        root,
        nodes: { [root]: { ...node, inputs: [], formula: null, rounding: null, source: null, detail: null } },
      };
}

/** The fields an explanation rests on, as far down as it is shown. */
const sourcesIn = ({ nodes }: Explanation, shownNodes: ExplanationJson) =>
  Object.keys(shownNodes.nodes).flatMap((id) => nodes[id]?.source ?? []);

type SomeRow = { readonly id: string; readonly service?: string };

const rowIn = ({ index }: Seen, table: string, row: string): SomeRow | undefined =>
  (index.model as unknown as { readonly [table: string]: readonly SomeRow[] })[table]?.find(
    ({ id }) => id === row,
  );

const rowService = (seen: Seen, { table, row }: { readonly table: string; readonly row: string }) =>
  rowIn(seen, table, row)?.service ?? null;

/** An edit of a service whose figures are hidden would show them by what it moves. */
function hiddenService(seen: Seen, edits: readonly Edit[], hidden: Hidden): string | null {
  for (const edit of edits) {
    const service = 'service' in edit ? edit.service : null;
    if (service === null) continue;
    const services = seen.index.unit.has(service)
      ? seen.index.model.service.filter(({ unit }) => unit === service).map(({ id }) => id)
      : [service];
    const found = services.find((id) => hidden.services.has(id));
    if (found !== undefined) return found;
  }
  return null;
}

/** The budget after edits that are saved nowhere; refused where they would show what this reader may not see. */
function tried(
  { params, query, body }: Context<'whatif.run' | 'whatif.explain'>,
  seen: Seen,
): Result<WhatIf, AnyApiProblem> {
  const { index } = seen;
  const edits = parseEdits(body.edits, {
    resolveParty: (text) => findParty(index, text),
    hasRegister: (name) => index.model.register.some(({ id }) => id === name),
    parties: [...index.partyRows.keys()],
  });
  if (!edits.ok) return edits;
  if (!seen.sight.seesAll) {
    const service = hiddenService(seen, edits.value, seen.hidden());
    if (service !== null) return fail({ code: 'access.sensitiveService', service });
  }
  return whatIf(index.model, edits.value, { year: yearIn(params.year), rounding: roundingIn(query) });
}

type Names =
  | 'overview.get'
  | 'bill.get'
  | 'figure.get'
  | 'explanation.get'
  | 'whatif.run'
  | 'whatif.explain'
  | 'plan.get'
  | 'fit.get'
  | 'roll.preview'
  | 'findings.get'
  | 'progress.get';

export const budgetHandlers: Handlers<Names> = {
  'overview.get': async (context) =>
    overviewFor(await see(context), yearIn(context.params.year), context.query, context.query.party ?? null),
  'bill.get': async (context) =>
    overviewFor(await see(context), yearIn(context.params.year), context.query, context.params.party),
  'figure.get': async (context) => {
    const found = await explained(context, '0');
    if (!found.ok) return found;
    const node = found.value.nodes[found.value.root];
    if (node === undefined) return fail({ code: 'api.notFound' });
    const { id, label, amountOre, value, unit } = node;
    return ok({ figureId: id, label, amountOre, value, unit });
  },
  'explanation.get': (context) => explained(context, context.query.depth ?? null),
  'whatif.run': async (context) => {
    const seen = await see(context);
    const { index } = seen;
    const result = tried(context, seen);
    if (!result.ok) return result;
    const after = indexModel(result.value.model);
    const json = whatIfJson(result.value, after, context.language);
    const sides = seen.sight.seesAll
      ? []
      : [hiddenIn(index, result.value.before), hiddenIn(after, result.value.after)];
    const gone = new Set(
      [...result.value.rows, ...result.value.totals]
        .filter((row) => sides.some(({ cells }) => cells.has(cellOf(row))))
        .map(({ figureId }) => figureId),
    );
    const isSeen = ({ figureId }: { readonly figureId: string }): boolean => !gone.has(figureId);
    return ok({
      ...json,
      rows: json.rows.filter(isSeen),
      totals: json.totals.filter(isSeen),
      warnings: json.warnings.map(({ code, text }) => ({ code, text })),
      withheld: [...gone].sort(),
    });
  },
  'whatif.explain': async (context) => {
    const seen = await see(context);
    const { language, query, body } = context;
    const result = tried(context, seen);
    if (!result.ok) return result;
    const after = indexModel(result.value.model);
    const holding = indexHolding(after, body.figure, language);
    if (!holding.ok) return holding;
    const found = explain(holding.value, body.figure, roundingIn(query));
    if (!found.ok) return found;
    const hiddenAfter = seen.sight.seesAll ? nothingHidden : hiddenIn(after, result.value.after);
    const depth = query.depth === undefined ? null : Number.parseInt(query.depth, 10);
    const json = forReader(seen, explanationJson(found.value, holding.value, language, depth));
    // What an edit hides anew is hidden too.
    return json.ok
      ? forReader({ ...seen, index: holding.value, hidden: () => hiddenAfter }, json.value)
      : json;
  },
  'plan.get': async (context) => {
    const seen = await see(context);
    const { language } = context;
    const result = plan(seen.index.model, {
      from: yearIn(context.params.year),
      years: 4,
      prices: context.query.prices ?? 'current',
      rounding: roundingIn(context.query),
      reason: (step) => tell(rollStepTexts, language, step),
    });
    if (!result.ok) return result;
    const index = indexModel(result.value.model);
    const hidden = seen.sight.seesAll ? nothingHidden : seen.hidden();
    const isSeen = (row: Parameters<typeof cellOf>[0]): boolean => !hidden.cells.has(cellOf(row));
    const isOpen = ({ service }: { readonly service: string | null }): boolean =>
      service === null || !hidden.services.has(service);
    const visible = {
      ...result.value,
      rows: result.value.rows.filter(isSeen),
      totals: result.value.totals.filter(isSeen),
      unpriced: result.value.unpriced.filter(isOpen),
      investments: result.value.investments.filter(isOpen),
      years: result.value.years.map((year) => ({ ...year, did: year.did.filter(isOpen) })),
    };
    const { party: asked } = context.query;
    const wanted = asked === undefined ? null : findParty(index, asked);
    const parties = new Set(result.value.rows.flatMap(({ party }) => party ?? []));
    if (asked !== undefined && (wanted === null || !parties.has(wanted)))
      return fail({ code: 'budget.unknownParty', party: asked, known: [...parties] });
    return ok(
      planJson(visible, wanted, (party) => partyNumber(index, party, yearIn(context.params.year)), language),
    );
  },
  'fit.get': async (context) => {
    const seen = await see(context);
    const { index } = seen;
    const year = yearIn(context.params.year);
    const { service: id } = context.query;
    const service = index.service.get(id);
    if (service === undefined)
      return fail({
        code: 'edit.unknownService',
        op: 'setKey',
        service: id,
        known: [...index.service.keys()],
      });
    if (seen.hidden().services.has(id)) return fail({ code: 'access.sensitiveService', service: id });
    const input = amountsToFit(index, service, year);
    if (input === null) return fail({ code: 'budget.noAmounts', service: id, year });
    const json = fitJson(fitKey(input), keyWordNames(index.model, context.language), context.language);
    return ok({ ...json, notes: json.notes.map(({ code, text }) => ({ code, text })) });
  },
  'roll.preview': async (context) => {
    const { index } = await see(context);
    const to = yearIn(context.params.year);
    const result = roll(index.model, {
      to,
      asOf: null,
      version: null,
      prices: 'current',
      reason: (step) => tell(rollStepTexts, context.language, step),
    });
    if (!result.ok) return result;
    const after = indexModel(result.value.model);
    return ok(rollJson(result.value, '', (party) => partyNumber(after, party, to), context.language));
  },
  'findings.get': async (context) => {
    const { index } = await see(context);
    return ok(folderReport(context.member.name, index, checkCooperation(index), context.language));
  },
  'progress.get': async (context) => {
    const seen = await see(context);
    const { model } = seen.index;
    const year = yearIn(context.params.year);
    const version = currentVersion(seen.index, year);
    if (version === null)
      return fail({
        code: 'budget.noVersion',
        year,
        known: [...new Set(model.version.map((one) => one.year))].sort(),
      });
    const tasks = await deskRows(context.services.store, seen.cooperation, 'task');
    const comments = await deskRows(context.services.store, seen.cooperation, 'comment');
    const names = await namesOf(
      context.services.access,
      comments.map(({ row }) => `${row['author']}`),
    );
    const used = frameUse(model);
    const services = new Map(model.service.map(({ id, unit }) => [id, unit]));
    const units = model.unit.map(({ id, name }) => {
      const texts = (of: number): number =>
        model.text.filter((text) => text.unit === id && text.year === of).length;
      const changes = model.change.filter(
        (one) => one.version === version.id && services.get(one.service) === id,
      );
      const own = tasks.filter(
        ({ row }) => row['unit'] === id && (row['year'] === year || row['year'] === null),
      );
      const frame = model.frame.find((one) => one.version === version.id && one.unit === id);
      const open = own.filter(({ row }) => row['done'] !== true).length;
      const isProposed = changes.some(({ status }) => status === 'proposed');
      const said = lastAct(comments, id, year);
      const isBegun = texts(year) > 0 || changes.length > 0 || own.length > open;
      return {
        unit: id,
        name,
        status: roundStatus({ said, isBegun, isDone: own.length > 0 && open === 0, isProposed }),
        said:
          said === null
            ? null
            : { act: said.act, at: said.at, name: names.get(said.author) ?? null, reason: said.reason },
        texts: { written: texts(year), previousYear: texts(year - 1) },
        changes: {
          proposed: changes.filter(({ status }) => status === 'proposed').length,
          settled: changes.filter(({ status }) => status !== 'proposed').length,
          unpriced: changes.filter(({ amountOre }) => amountOre === null).length,
        },
        tasks: {
          open,
          done: own.filter(({ row }) => row['done'] === true).length,
        },
        frameOre: frame === undefined ? null : `${frame.amountOre}`,
        acceptedOre: `${used.get(frameKey(version.id, id)) ?? 0n}`,
      };
    });
    return ok({
      year,
      version: version.id,
      units,
      isReady: units.every((one) => one.changes.proposed === 0 && one.tasks.open === 0),
    });
  },
};
