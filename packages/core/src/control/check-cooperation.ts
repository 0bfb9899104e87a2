import { roundingOf } from '../budget/agreement.ts';
import { divideService } from '../budget/division.ts';
import { figureId, parseFigureId } from '../budget/figure-id.ts';
import { budgetPair } from '../budget/overview.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import { roundedAmounts } from '../budget/service.ts';
import { caseState, isAssumed } from '../cooperation/decisions.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersIn, partyNumber, tieOrder } from '../cooperation/parties.ts';
import { currentVersion, isFrozen } from '../cooperation/versions.ts';
import { explain } from '../explain/explain.ts';
import { plain } from '../key/algebra.ts';
import type { ServiceRow, TextRow, VersionRow } from '../model/rows.ts';
import { minus, type Ore, sum } from '../money/ore.ts';
import { heldAgainstPublished, type PrintedFinding } from './held-against-published.ts';

/** What a controller should look at in a cooperation's own folder. */
export type CooperationFinding =
  | {
      readonly code: 'check.printed';
      readonly finding: PrintedFinding;
      readonly consequences: readonly string[];
    }
  /** A year cannot be computed. */
  | { readonly code: 'check.budget'; readonly year: number; readonly problem: BudgetProblem }
  /** Adopted parts that the key of their day does not give: facts stand, and the difference is shown. */
  | {
      readonly code: 'check.adoptedByKey';
      readonly service: string;
      readonly version: string;
      readonly party: string;
      readonly adoptedOre: Ore;
      readonly byKeyOre: Ore;
      readonly figureId: string;
    }
  | {
      readonly code: 'check.awaited';
      readonly service: string;
      readonly case: string;
      readonly awaiting: readonly string[];
      /** The budget is put forward as if the case were adopted; else the figures are by the key in force. */
      readonly assumed: boolean;
    }
  | {
      readonly code: 'check.unknownAmount';
      readonly service: string;
      readonly year: number;
      readonly parties: readonly string[];
    }
  /** A narrative refers to a figure that does not exist. */
  | { readonly code: 'check.textFigure'; readonly text: TextRow; readonly reference: string };

/** Everything there is to look at, the gravest first. Empty when every printed figure is the computed one and nothing is open. */
export function checkCooperation(index: IndexedModel): readonly CooperationFinding[] {
  const years = [...new Set(index.model.version.map(({ year }) => year))];
  const budgets = years.flatMap((year): readonly CooperationFinding[] => {
    const pair = budgetPair(index, { year, version: null, rounding: 'agreement' });
    return pair.ok ? [] : pair.problems.map((problem) => ({ code: 'check.budget', year, problem }));
  });
  const versions = years.flatMap((year) => currentVersion(index, year) ?? []);
  return [
    ...budgets,
    ...index.model.text.flatMap((text) => unknownReferences(index, text)),
    ...printedFindings(index),
    ...versions
      .filter(isFrozen)
      .flatMap((version) => index.model.service.flatMap((service) => adoptedByKey(index, version, service))),
    ...openCases(index),
    ...versions
      .filter((version) => !isFrozen(version))
      .flatMap(({ year }) => index.model.service.flatMap((service) => unknownAmounts(index, service, year))),
  ];
}

function printedFindings(index: IndexedModel): readonly CooperationFinding[] {
  const findings = heldAgainstPublished(index);
  const consequences = (id: string): readonly string[] =>
    findings.flatMap(({ row, follows }) => (follows === id ? [row.id] : []));
  const roots = findings.filter(({ follows }) => follows === null);
  const ordered = roots.flatMap((root) => [
    root,
    ...findings.filter(({ follows }) => follows === root.row.id),
  ]);
  return ordered.map((finding) => ({
    code: 'check.printed',
    finding,
    consequences: consequences(finding.row.id),
  }));
}

function adoptedByKey(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
): readonly CooperationFinding[] {
  const adopted = index.rowsOf(version.id, service.id).adopted.filter(({ amountOre }) => amountOre !== null);
  if (adopted.length === 0 || (index.keysOf.get(service.id) ?? []).length === 0) return [];
  const total = sum(adopted.flatMap(({ amountOre }) => (amountOre === null ? [] : [amountOre])));
  const division = divideService(asTotal(index, version, service, total), version, service, plain, 'inForce');
  if (!division.ok || division.value.segments.some(({ key }) => key === null)) return [];
  const rounding = roundingOf(index, service, version.year, 'agreement');
  const { parties } = roundedAmounts(division.value, rounding, tieOrder(index, version.year));
  return adopted.flatMap(({ party, amountOre }): readonly CooperationFinding[] => {
    const byKeyOre = parties.get(party);
    if (amountOre === null || byKeyOre === undefined || byKeyOre === amountOre) return [];
    const id = figureId({
      version: version.id,
      subject: service.id,
      kind: service.kind,
      party: partyNumber(index, party, version.year),
      aspect: { aspect: 'amount' },
    });
    return [
      {
        code: 'check.adoptedByKey',
        service: service.id,
        version: version.id,
        party,
        adoptedOre: amountOre,
        byKeyOre,
        figureId: id,
      },
    ];
  });
}

/** The same model with a service's adopted sum as its given total, so that the key can be asked what it would have given. */
function asTotal(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  amountOre: Ore,
): IndexedModel {
  const total = {
    id: `${service.id}/${version.id}`,
    version: version.id,
    service: service.id,
    amountOre,
    basis: 'derived' as const,
    note: null,
  };
  const rowsOf: IndexedModel['rowsOf'] = (of, id) =>
    of === version.id && id === service.id
      ? { ...index.rowsOf(of, id), total, lines: [], changes: [], counterparts: [], growth: [], volumes: [] }
      : index.rowsOf(of, id);
  return { ...index, rowsOf };
}

function openCases(index: IndexedModel): readonly CooperationFinding[] {
  return index.model.key.flatMap((key): readonly CooperationFinding[] => {
    if (key.case === null || index.proposals.has(key.case)) return [];
    const { awaiting } = caseState(index, key.case);
    return awaiting.length === 0
      ? []
      : [
          {
            code: 'check.awaited',
            service: key.service,
            case: key.case,
            awaiting,
            assumed: isAssumed(index, key),
          },
        ];
  });
}

function unknownAmounts(
  index: IndexedModel,
  service: ServiceRow,
  year: number,
): readonly CooperationFinding[] {
  const parties = [...membersIn(index, service.id, year).values()].flatMap(({ party, amount }) =>
    amount === 'unknown' ? [party] : [],
  );
  return parties.length === 0 ? [] : [{ code: 'check.unknownAmount', service: service.id, year, parties }];
}

const figureReference = /\{\{\s*([^|}]+?)\s*(?:\|[^}]*)?\}\}/g;

function unknownReferences(index: IndexedModel, text: TextRow): readonly CooperationFinding[] {
  return [...text.body.matchAll(figureReference)].flatMap(
    ([, reference = '']): readonly CooperationFinding[] => {
      const parsed = parseFigureId(reference, (year) => currentVersion(index, year)?.id ?? null);
      return parsed !== null && explain(index, reference, 'agreement').ok
        ? []
        : [{ code: 'check.textFigure', text, reference }];
    },
  );
}

/** printed − computed, whole øre; null when either is missing. */
export const printedDifference = ({ printedOre, expectedOre }: PrintedFinding): Ore | null =>
  printedOre === null || expectedOre === null ? null : minus({ from: printedOre, amount: expectedOre });
