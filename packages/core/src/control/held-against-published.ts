import { overview } from '../budget/overview.ts';
import type { Overview, OverviewRow } from '../budget/view.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { fraction, roundToOre } from '../fraction/fraction.ts';
import type { PublishedRow } from '../model/rows.ts';
import { parseKroner } from '../money/kroner.ts';
import { absolute, minus, type Ore, ore, zero } from '../money/ore.ts';
import { type Micro, micro } from './published/published-document.ts';
import { type Slip, slipBetween } from './published/slips.ts';

/** What a printed figure that is not the computed one may come from. */
export type PrintedCause = Slip | 'rounding' | 'otherRow' | 'notBudgeted' | 'unreadable' | 'unknown';

/** A figure of the published document held against the model's own. */
export type PrintedFinding = {
  readonly row: PublishedRow;
  readonly printedOre: Ore | null;
  /** Null: nobody takes part there, so nothing should stand there. */
  readonly expectedOre: Ore | null;
  readonly figureId: string | null;
  readonly cause: PrintedCause;
  /** For `otherRow`: the row the printed figure belongs to. */
  readonly belongsTo: PublishedRow | null;
  /** The finding this one follows from: a sum that carries another figure's error on. */
  readonly follows: string | null;
};

/** Every printed figure that differs from the computed one by more than its own rounding, causes before what follows from them. (R04, R05) */
export function heldAgainstPublished(index: IndexedModel): readonly PrintedFinding[] {
  const years = [...new Set(index.model.published.map(({ year }) => year))];
  const views = new Map<number, ReadonlyMap<string, OverviewRow>>();
  for (const year of years) {
    const view = overview(index, { year, version: null, rounding: 'agreement' });
    if (view.ok) views.set(year, byName(view.value));
  }
  const computed = (row: PublishedRow): OverviewRow | null =>
    views.get(row.year)?.get(nameOf(row.unit, row.service, row.party, row.kind)) ?? null;
  const findings = index.model.published.flatMap((row) => heldAgainst(row, computed(row)));
  const misplaced = findings.map((finding) =>
    finding.cause === 'unknown' || finding.cause === 'notBudgeted'
      ? inOtherRow(finding, index.model.published, computed)
      : finding,
  );
  return byShiftedRow(rooted(misplaced));
}

const nameOf = (unit: string | null, service: string | null, party: string | null, kind: string): string =>
  `${unit}|${service}|${party}|${kind}`;

const byName = ({ rows, totals }: Overview): ReadonlyMap<string, OverviewRow> =>
  new Map([...rows, ...totals].map((row) => [nameOf(row.unit, row.service, row.party, row.kind), row]));

/** What the model says in the place of a printed figure, whole øre; null when nobody takes part there. */
function expectedOf({ field }: PublishedRow, row: OverviewRow | null): Ore | null {
  if (row === null) return null;
  if (field === 'change') return row.changeOre;
  return row.current.attendance === 'absent' || row.current.attendance === 'unregistered'
    ? null
    : row.current.ore;
}

function heldAgainst(row: PublishedRow, computed: OverviewRow | null): readonly PrintedFinding[] {
  const expectedOre = expectedOf(row, computed);
  const figureId =
    computed === null ? null : row.field === 'change' ? `${computed.figureId}@change` : computed.figureId;
  const printedOre = printedAmount(row);
  const finding = (cause: PrintedCause): readonly PrintedFinding[] => [
    { row, printedOre, expectedOre, figureId, cause, belongsTo: null, follows: null },
  ];
  if (printedOre === null) return finding('unreadable');
  if (expectedOre === null) return printedOre === 0n ? [] : finding('notBudgeted');
  const difference = absolute(minus({ from: printedOre, amount: expectedOre }));
  // Half a unit is the figure's own rounding; a change of two rounded figures may be off by one unit.
  const tolerance = row.granularityOre > 100n ? row.granularityOre / 2n : 0n;
  if (difference <= tolerance) return [];
  if (row.granularityOre >= 100_000n && difference <= row.granularityOre) return finding('rounding');
  return finding(
    slipBetween(inDocument(printedOre, row), inDocument(rounded(expectedOre, row), row)) ?? 'unknown',
  );
}

const rounded = (amount: Ore, { granularityOre }: PublishedRow): Ore =>
  roundToOre(fraction(amount), granularityOre);

/** A whole number of the document's units, as its digits stand on the page. */
const inDocument = (amount: Ore, { unitOre }: PublishedRow): Micro => ((amount * micro) / unitOre) as Micro;

/** A printed figure in øre. In a published table `238.500` is thousands: the document's own form is known here. */
function printedAmount({ printed, unitOre }: PublishedRow): Ore | null {
  const text = printed.trim();
  if (text === '' || text === '-' || text === '–') return zero;
  const read = parseKroner(/^[-−–]?\s*\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text);
  return 'problem' in read ? null : ore((read.amount * unitOre) / 100n);
}

/** A printed figure that is another row's computed one in the same table and column of years: the row slipped. */
function inOtherRow(
  finding: PrintedFinding,
  published: readonly PublishedRow[],
  computed: (row: PublishedRow) => OverviewRow | null,
): PrintedFinding {
  const { row, printedOre } = finding;
  if (printedOre === null || absolute(printedOre) < 10n * row.unitOre) return finding;
  const isSame = (other: PublishedRow): boolean =>
    other.table === row.table &&
    other.document === row.document &&
    other.field === row.field &&
    other.year === row.year &&
    other.line !== row.line;
  const belongsTo = published.find((other) => {
    const expected = isSame(other) ? expectedOf(other, computed(other)) : null;
    return (
      expected !== null &&
      absolute(minus({ from: rounded(expected, other), amount: printedOre })) <= row.granularityOre / 2n
    );
  });
  return belongsTo === undefined ? finding : { ...finding, cause: 'otherRow', belongsTo };
}

/** The narrowest figure first: a party's part before a sum, a service before its unit, a unit before the whole. */
const breadth = ({ row }: PrintedFinding): number =>
  (row.unit === null ? 4 : row.service === null ? 2 : 0) + (row.party === null ? 1 : 0);

/**
 * A figure that is off by the same amount as a narrower one it contains follows from it: one cause, and its consequences under it. What
 * slipped to another row follows from nothing.
 */
function rooted(findings: readonly PrintedFinding[]): readonly PrintedFinding[] {
  const ordered = findings.toSorted((a, b) => breadth(a) - breadth(b));
  const contains = (wide: PublishedRow, narrow: PublishedRow): boolean =>
    wide.kind === narrow.kind &&
    (wide.unit === null || wide.unit === narrow.unit) &&
    (wide.service === null || wide.service === narrow.service) &&
    (wide.party === null || wide.party === narrow.party);
  const differenceOf = ({ printedOre, expectedOre }: PrintedFinding): Ore | null =>
    printedOre === null || expectedOre === null ? null : minus({ from: printedOre, amount: expectedOre });
  return ordered.map((finding, at) => {
    const difference = differenceOf(finding);
    if (difference === null || finding.cause === 'otherRow' || finding.cause === 'rounding') return finding;
    const near = (other: Ore, unit: Ore): boolean =>
      absolute(minus({ from: absolute(other), amount: absolute(difference) })) <= unit &&
      other > 0n === difference > 0n;
    const root = ordered.slice(0, at).find((other) => {
      const theirs = differenceOf(other);
      const isOld =
        finding.row.field === 'change' && other.row.field === 'amount' && other.row.year < finding.row.year;
      return (
        theirs !== null &&
        other.follows === null &&
        other.cause !== 'otherRow' &&
        other.cause !== 'rounding' &&
        other.row.id !== finding.row.id &&
        contains(finding.row, other.row) &&
        (other.row.year === finding.row.year || isOld) &&
        near(isOld ? ore(-theirs) : theirs, finding.row.granularityOre)
      );
    });
    return root === undefined ? finding : { ...finding, follows: root.row.id };
  });
}

/** Two figures of another row are a row that slipped; whatever else is wrong in it is a part of that. */
const fewestMisplaced = 2;

/** One finding for a row that slipped, the rest of the row under it; a swap of digits and what others follow from stay causes of their own. */
function byShiftedRow(findings: readonly PrintedFinding[]): readonly PrintedFinding[] {
  const lines = new Map<string, PrintedFinding[]>();
  for (const finding of findings)
    lines.set(lineOf(finding), [...(lines.get(lineOf(finding)) ?? []), finding]);
  const followed = new Set(findings.flatMap(({ follows }) => follows ?? []));
  return findings.map((finding) => {
    const misplaced = (lines.get(lineOf(finding)) ?? []).filter(({ cause }) => cause === 'otherRow');
    const [root] = misplaced;
    if (root === undefined || misplaced.length < fewestMisplaced || finding === root) return finding;
    const standsAlone =
      finding.follows !== null ||
      finding.cause === 'transposed' ||
      finding.cause === 'rounding' ||
      followed.has(finding.row.id);
    return standsAlone ? finding : { ...finding, cause: 'otherRow', follows: root.row.id };
  });
}

const lineOf = ({ row }: PrintedFinding): string => `${row.document}|${row.table}|${row.line}`;
