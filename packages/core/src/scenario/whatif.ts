import { roundShares } from '../allocation/round-shares.ts';
import type { RoundingChoice } from '../budget/agreement.ts';
import { divideService } from '../budget/division.ts';
import { overview } from '../budget/overview.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import { type YearSegment, yearSegments } from '../budget/segments.ts';
import type { Overview, OverviewRow } from '../budget/view.ts';
import { type IndexedModel, indexModel } from '../cooperation/indexed-model.ts';
import { currentVersion } from '../cooperation/versions.ts';
import type { Fraction } from '../fraction/fraction.ts';
import * as exact from '../fraction/fraction.ts';
import { plain } from '../key/algebra.ts';
import type { Edit } from '../model/edit.ts';
import type { Model, ServiceKind } from '../model/rows.ts';
import { absolute, minus, type Ore, ore, zero } from '../money/ore.ts';
import { type Day, daysBetween, daysInYear, firstDayOf } from '../period/day.ts';
import { ok, type Result } from '../result/result.ts';
import { applyEdits } from './apply.ts';
import type { EditProblem } from './edit-problem.ts';
import type { RowChange } from './row-change.ts';
import { type Warning, warningsOf } from './warnings.ts';

/** A cell before and after, and the difference by parts of the year when the year has more than one. */
export type WhatIfRow = {
  readonly unit: string | null;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
  readonly beforeOre: Ore | null;
  readonly afterOre: Ore | null;
  readonly differenceOre: Ore;
  readonly provisional: boolean;
  readonly parts: readonly { readonly from: Day; readonly until: Day; readonly differenceOre: Ore }[];
  readonly figureId: string;
};

/** What a leaver paid for the rest of the year and the others now carry. */
export type Unavoidable = { readonly service: string; readonly party: string; readonly amountOre: Ore };

export type WhatIf = {
  readonly year: number;
  readonly before: Overview;
  readonly after: Overview;
  readonly rows: readonly WhatIfRow[];
  readonly totals: readonly WhatIfRow[];
  readonly unavoidable: readonly Unavoidable[];
  readonly warnings: readonly Warning[];
  readonly changes: readonly RowChange[];
  readonly model: Model;
};

export type WhatIfQuestion = {
  readonly year: number;
  readonly rounding: RoundingChoice;
  /** The same model indexed, by whoever asks of it many times: what was is computed once. */
  readonly index?: IndexedModel;
};

/** The same budget after edits: before, after and difference per party. Without edits every difference is 0 and `before` is the overview. */
export function whatIf(
  model: Model,
  edits: readonly Edit[],
  { year, rounding, index = indexModel(model) }: WhatIfQuestion,
): Result<WhatIf, EditProblem | BudgetProblem> {
  const before = index.remembered(`whatIf ${year} ${rounding}`, () =>
    overview(index, { year, version: null, rounding }),
  );
  if (!before.ok) return before;
  const edited = applyEdits(model, edits, year);
  if (!edited.ok) return edited;
  const changed = indexModel(edited.value.model);
  const after = overview(changed, { year, version: null, rounding });
  if (!after.ok) return after;
  const parts = yearParts(index, changed, year);
  const compare = (from: readonly OverviewRow[], to: readonly OverviewRow[]): readonly WhatIfRow[] =>
    compared(from, to, parts);
  return ok({
    year,
    before: before.value,
    after: after.value,
    rows: compare(before.value.rows, after.value.rows),
    totals: compare(before.value.totals, after.value.totals),
    unavoidable: unavoidable(index, changed, edits, year),
    warnings: warningsOf(index, changed, edits, year),
    changes: edited.value.changes,
    model: edited.value.model,
  });
}

const nameOf = ({ unit, service, party, kind }: OverviewRow): string => `${unit}|${service}|${party}|${kind}`;

/** Rows of both sides, in the order of what is after; a row that only was before comes where its block ends. */
function compared(
  before: readonly OverviewRow[],
  after: readonly OverviewRow[],
  parts: PartsOfYear,
): readonly WhatIfRow[] {
  const old = new Map(before.map((row) => [nameOf(row), row]));
  const seen = new Set(after.map(nameOf));
  const gone = before.filter((row) => !seen.has(nameOf(row)));
  const merged: {
    readonly row: OverviewRow;
    readonly was: OverviewRow | undefined;
    readonly isGone: boolean;
  }[] = [];
  for (const [at, row] of after.entries()) {
    merged.push({ row, was: old.get(nameOf(row)), isGone: false });
    const next = after[at + 1];
    const ends =
      next === undefined || next.unit !== row.unit || next.service !== row.service || next.kind !== row.kind;
    if (ends)
      for (const lost of gone.filter(
        (one) => one.unit === row.unit && one.service === row.service && one.kind === row.kind,
      ))
        merged.push({ row: lost, was: lost, isGone: true });
  }
  return merged.map(({ row, was, isGone }) => {
    const beforeOre = was === undefined ? zero : was.current.ore;
    const afterOre = isGone ? zero : row.current.ore;
    const differenceOre = minus({ from: afterOre ?? zero, amount: beforeOre ?? zero });
    const { unit, service, party, kind, figureId } = row;
    return {
      unit,
      service,
      party,
      kind,
      beforeOre,
      afterOre,
      differenceOre,
      provisional: row.current.provisional !== null,
      parts: service === null || party === null ? [] : parts(service, party, differenceOre),
      figureId,
    };
  });
}

type PartsOfYear = (service: string, party: string, differenceOre: Ore) => WhatIfRow['parts'];

/** A difference cut at every day on which either side changes key or members, by largest remainder inside the difference. */
function yearParts(before: IndexedModel, after: IndexedModel, year: number): PartsOfYear {
  const known = new Map<
    string,
    { readonly days: readonly Day[]; readonly parts: ReadonlyMap<string, readonly Fraction[]> } | null
  >();
  const partsOf = (service: string) => {
    const boundaries = new Set<Day>();
    for (const index of [before, after])
      for (const { from, until } of segmentsIn(index, service, year)) boundaries.add(from).add(until);
    const days = [...boundaries].sort();
    if (days.length < 3) return null;
    const sides = [before, after].map((index) => sideOf(index, service, year));
    const parties = new Set(sides.flatMap((side) => [...(side?.exactOn.keys() ?? [])]));
    const pieces = [...parties].map((party) => {
      const values = days.slice(0, -1).map((from, at) => {
        const until = days[at + 1] ?? from;
        const share = exact.fraction(BigInt(daysBetween(from, until)), BigInt(daysInYear(year)));
        const rate = (side: Side | null) =>
          side?.exactOn.get(party)?.find((piece) => piece.from <= from && from < piece.until)?.yearly ??
          exact.zeroFraction;
        return exact.multiply(exact.subtract(rate(sides[1] ?? null), rate(sides[0] ?? null)), share);
      });
      return [party, values] as const;
    });
    return { days, parts: new Map(pieces) };
  };
  return (service, party, differenceOre) => {
    if (!known.has(service)) known.set(service, partsOf(service));
    const found = known.get(service) ?? null;
    const pieces = found?.parts.get(party);
    if (found === null || pieces === undefined) return [];
    const rounded = withSum(pieces, differenceOre);
    return rounded.map((amount, at) => ({
      from: found.days[at] as Day,
      until: found.days[at + 1] as Day,
      differenceOre: amount,
    }));
  };
}

/** Pieces in whole øre that sum to a difference; a piece takes what rounding and a party's own amounts add beside the key. */
function withSum(pieces: readonly Fraction[], totalOre: Ore): readonly Ore[] {
  const exactSum = exact.sumFractions(pieces);
  const beside = exact.subtract(exact.ofOre(totalOre), exactSum);
  const days = exact.fraction(1n, BigInt(pieces.length));
  const adjusted = pieces.map((piece) => exact.add(piece, exact.multiply(beside, days)));
  return roundShares({ exact: adjusted, totalOre, unitOre: ore(1n), mode: 'largestRemainder', host: null })
    .shares;
}

type Side = {
  readonly segments: readonly { readonly from: Day; readonly until: Day }[];
  readonly exactOn: ReadonlyMap<
    string,
    readonly { readonly from: Day; readonly until: Day; readonly yearly: Fraction }[]
  >;
};

const segmentsIn = (index: IndexedModel, serviceId: string, year: number): readonly YearSegment[] => {
  const version = currentVersion(index, year);
  const service = index.service.get(serviceId);
  return version === null || service === undefined ? [] : yearSegments(index, version, service, 'counting');
};

/** What each party pays a year in each part of the year, exact. */
function sideOf(index: IndexedModel, serviceId: string, year: number): Side | null {
  const version = currentVersion(index, year);
  const service = index.service.get(serviceId);
  if (version === null || service === undefined) return null;
  const division = divideService(index, version, service, plain, 'counting');
  if (!division.ok || division.value.bySegment.length === 0)
    return { segments: yearSegments(index, version, service, 'counting'), exactOn: new Map() };
  const exactOn = new Map<string, { from: Day; until: Day; yearly: Fraction }[]>();
  for (const [at, { from, until }] of division.value.segments.entries()) {
    const scale = exact.fraction(BigInt(daysInYear(year)), BigInt(daysBetween(from, until)));
    for (const [party, amount] of division.value.bySegment[at] ?? []) {
      const pieces = exactOn.get(party) ?? [];
      pieces.push({ from, until, yearly: exact.multiply(amount, scale) });
      exactOn.set(party, pieces);
    }
  }
  return { segments: division.value.segments, exactOn };
}

/**
 * What remains of a leaver's part of the year when it has gone: its exact part of the days after, less what somebody has stated can be
 * avoided. Whole øre, halves away from zero.
 */
function unavoidable(
  before: IndexedModel,
  after: IndexedModel,
  edits: readonly Edit[],
  year: number,
): readonly Unavoidable[] {
  const found: Unavoidable[] = [];
  for (const edit of edits) {
    if (edit.op !== 'leave') continue;
    const services = before.service.has(edit.service)
      ? [edit.service]
      : (before.servicesOf.get(edit.service) ?? []).map(({ id }) => id);
    for (const service of services) {
      const pieces = sideOf(before, service, year)?.exactOn.get(edit.party) ?? [];
      const start = edit.from < firstDayOf(year) ? firstDayOf(year) : edit.from;
      const paid = pieces.map(({ from, until, yearly }) => {
        const first = from > start ? from : start;
        return first < until
          ? exact.multiply(
              yearly,
              exact.fraction(BigInt(daysBetween(first, until)), BigInt(daysInYear(year))),
            )
          : exact.zeroFraction;
      });
      const saved = exact.subtract(yearTotal(before, service, year), yearTotal(after, service, year));
      const amountOre = exact.roundToOre(exact.subtract(exact.sumFractions(paid), saved));
      if (absolute(amountOre) > 0n) found.push({ service, party: edit.party, amountOre });
    }
  }
  return found;
}

/** What is divided in a service's year, over all its segments. */
function yearTotal(index: IndexedModel, serviceId: string, year: number): Fraction {
  const version = currentVersion(index, year);
  const service = index.service.get(serviceId);
  if (version === null || service === undefined) return exact.zeroFraction;
  const division = divideService(index, version, service, plain, 'counting');
  return division.ok ? exact.sumFractions(division.value.shared.values()) : exact.zeroFraction;
}
