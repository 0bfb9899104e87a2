import {
  cellsOf,
  type Equation,
  expectedOf,
  type LinearEquation,
  type Overlay,
  printedStep,
  type RatioEquation,
  type RuleId,
} from './equation.ts';
import { cellPart, emptyDetail, labelsOf, placesOf, rowOf, type Where } from './finding-parts.ts';
import type { MisplacedBlock } from './misplaced.ts';
import { misplacedFindings, misreadIn, patternFinding } from './misplaced-findings.ts';
import type { Overview } from './overview.ts';
import { ownMemberFindings } from './own-member-findings.ts';
import type { OwnMembers } from './own-members.ts';
import { absolute } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import type { Cell, Micro } from './published-document.ts';
import type { Cause, Finding, FindingClass, FindingDetail } from './published-finding.ts';
import type { Correction } from './root-cause.ts';
import type { RowPattern } from './row-patterns.ts';
import { slipNamed } from './slips.ts';
import { captionOf, type UnderstoodTable } from './understood-table.ts';

/** Findings from corrections, roundings and whatever the other rules found, in the order of the file. */
export function findingsOf({
  tables,
  corrections,
  rounded,
  misplaced,
  ownMembers,
  known,
  prose,
  patterns,
  overviews,
}: {
  readonly tables: readonly UnderstoodTable[];
  readonly overviews: readonly Overview[];
  readonly patterns: readonly RowPattern[];
  readonly corrections: readonly Correction[];
  readonly rounded: readonly Equation[];
  readonly misplaced: readonly MisplacedBlock[];
  readonly ownMembers: readonly OwnMembers[];
  /** What misplaced cells should show. */
  readonly known: Overlay;
  readonly prose: readonly ProseDeviation[];
}): readonly Finding[] {
  const where = placesOf(tables, overviews);
  const ids = new Map<string, number>();
  const idOf = (rule: RuleId, cell: Cell): string => {
    const base = `${rule}@${cell.place.line}:${cell.place.column}`;
    const count = (ids.get(base) ?? 0) + 1;
    ids.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  };
  const told = new Set<Cell>(corrections.map(({ cell }) => cell));
  const findings: Finding[] = [
    ...misplacedFindings(misplaced, where, idOf),
    ...misplaced.flatMap((block) => misreadIn(block, where, idOf)),
  ];
  for (const { cells } of misplaced) for (const { cell } of cells) told.add(cell);
  const strays = new Set<string>();
  for (const pattern of patterns) {
    findings.push(patternFinding(pattern, where, idOf));
    if (pattern.kind === 'duplicate') strays.add(rowOf(pattern.cell));
    for (const { cell } of pattern.lacking) told.add(cell);
  }
  for (const each of ownMembers) {
    // A row that should not be there is told as that.
    if (!strays.has(rowOf(each.cell))) findings.push(...ownMemberFindings(each, where, idOf));
    for (const { cell } of [each, ...each.carried]) told.add(cell);
  }
  for (const correction of corrections) {
    // What is wrong in a row that should not be there is wrong in its twin too, and told there.
    if (strays.has(rowOf(correction.cell))) continue;
    const first = correction.settles[0];
    if (first === undefined) continue;
    const id = idOf(first.rule, correction.cell);
    const cause =
      correction.other !== undefined ? 'swapped' : causeOf(correction, first, where(correction.cell));
    const consequences = [...correction.carried].flatMap(([cell, expected]): readonly Finding[] => {
      if (told.has(cell) || strays.has(rowOf(cell))) return [];
      told.add(cell);
      const place = where(cell);
      return [
        {
          ...cellPart(cell, place),
          id: idOf(first.rule, cell),
          rule: first.rule,
          severity: 'info',
          class: 'error',
          expected,
          cause: 'consequence',
          causeOf: id,
          consequences: [],
          confidence: 'medium',
          detail: { ...emptyDetail, ...labelsOf(place) },
        },
      ];
    });
    findings.push(
      {
        ...cellPart(correction.cell, where(correction.cell)),
        id,
        rule: first.rule,
        severity: 'error',
        class: cause === 'meanOfMeans' ? 'error' : classOf(correction, first.rule),
        printed: correction.printed,
        expected: correction.expected,
        cause,
        causeOf: null,
        consequences: consequences.map((each) => each.id),
        confidence: correction.breaks > 0 ? 'low' : correction.rivals > 0 ? 'medium' : 'high',
        detail: {
          ...detailOf(first, correction.cell, where),
          ...(correction.other === undefined ? {} : { against: nameOf(where(correction.other)) }),
        },
      },
      ...consequences,
    );
  }
  for (const equation of rounded) {
    const { cell } = equation.target;
    if (told.has(cell)) continue;
    told.add(cell);
    findings.push({
      ...cellPart(cell, where(cell)),
      id: idOf(equation.rule, cell),
      rule: equation.rule,
      severity: 'info',
      class: 'rounding',
      expected: (expectedOf(equation, known) ?? 0n) / equation.target.factor,
      cause: 'rounding',
      causeOf: null,
      consequences: [],
      confidence: 'high',
      detail: detailOf(equation, cell, where),
    });
  }
  const proseIds = new Map<string, number>();
  for (const deviation of prose) {
    const base = `${deviation.rule}@${deviation.place.line}`;
    const count = (proseIds.get(base) ?? 0) + 1;
    proseIds.set(base, count);
    findings.push(proseFinding(deviation, count === 1 ? base : `${base}#${count}`));
  }
  return findings.toSorted((a, b) => rootLine(findings, a) - rootLine(findings, b));
}

/** Findings stand in the order of the file; what follows from one stands right after it. */
function rootLine(findings: readonly Finding[], finding: Finding): number {
  const root = finding.causeOf === null ? finding : findings.find(({ id }) => id === finding.causeOf);
  return root?.place.line ?? finding.place.line;
}

function proseFinding(deviation: ProseDeviation, id: string): Finding {
  return {
    id,
    rule: deviation.rule,
    severity: deviation.severity,
    class: deviation.class,
    place: deviation.place,
    printed: deviation.printed,
    printedText: `«${deviation.text}»`,
    expected: deviation.expected,
    unit: deviation.isPercent ? '%' : 'kr',
    cause: deviation.cause,
    causeOf: null,
    consequences: [],
    confidence: deviation.confidence,
    detail: {
      ...emptyDetail,
      rowLabel: deviation.rowLabel,
      members: deviation.members ?? [],
      against: deviation.other?.text ?? (deviation.table === null ? '' : captionOf(deviation.table)),
      againstPlace: deviation.other?.place ?? deviation.table?.view.table.place ?? null,
      values: deviation.values,
    },
  };
}

/** What a figure is called inside a sentence: its row, and its column if the row says too little. */
const nameOf = (place: Where | null): string =>
  [place?.rowLabel ?? '', place?.columnLabel ?? ''].filter((label) => label !== '').join(', ');

const copied: ReadonlySet<RuleId> = new Set(['overview', 'same']);

function classOf({ slip }: Correction, rule: RuleId): FindingClass {
  if (slip === 'transposed' || slip === 'digit' || slip === 'lostDigit' || copied.has(rule))
    return 'transcription';
  return 'error';
}

function causeOf(
  { slip, cell, printed, expected }: Correction,
  equation: Equation,
  place: Where | null,
): Cause {
  if (equation.rule === 'average' && place !== null && isMeanOfColumn(place.table, cell, printed))
    return 'meanOfMeans';
  if (equation.kind === 'ratio' && onOtherBase(equation, printed)) return 'otherBase';
  return slip ?? slipNamed(printed, expected) ?? 'unexplained';
}

/** «Endring i prosent» worked out on the new figure. */
function onOtherBase(equation: RatioEquation, printed: Micro): boolean {
  if (equation.rule !== 'percent.change' || equation.minus === null) return false;
  const other = expectedOf({ ...equation, below: equation.above });
  return other !== null && absolute(other - printed) <= equation.tolerance;
}

/** The printed average is the mean of the averages above it: large and small rows were given the same weight. */
function isMeanOfColumn({ view, totalRow, sums }: UnderstoodTable, cell: Cell, printed: Micro): boolean {
  const column = (cell.place.column ?? 0) - 1;
  const own = view.rows.find(({ cells }) => cells.includes(cell))?.index;
  if (own === undefined || own !== (totalRow ?? view.rows.length - 1)) return false;
  const members =
    sums.at(-1)?.members ?? view.rows.map(({ index }) => index).filter((index) => index !== own);
  const values = members.flatMap((row) => view.valueAt(row, column) ?? []);
  if (values.length < 2) return false;
  const mean = values.reduce((total, value) => total + value, 0n) / BigInt(values.length);
  return absolute(mean - printed) <= printedStep(cell.decimals) / 2n + 1n;
}

function detailOf(equation: Equation, cell: Cell, where: (cell: Cell) => Where | null): FindingDetail {
  const own = where(cell);
  const across = cellsOf(equation)
    .map((term) => where(term.cell))
    .find((place) => place !== null && place.table !== own?.table);
  const labelOf = (term: Cell): string => {
    const place = where(term);
    const isOther = place !== null && place.table !== own?.table;
    return isOther ? captionOf(place.table) : labelInside(equation.rule, place);
  };
  const members = equation.kind === 'linear' ? worked(equation, cell, labelOf) : [];
  const isMember = equation.kind === 'linear' && equation.target.cell !== cell;
  return {
    ...emptyDetail,
    ...labelsOf(own),
    members,
    against: across === undefined || across === null ? '' : captionOf(across.table),
    againstPlace: across?.table.view.table.place ?? null,
    values: ratioValues(equation),
    texts: isMember ? { solvedFrom: labelOf(equation.target.cell) } : {},
  };
}

/** The terms that add up to what the cell should be: of a sum its members, of a member the sum less the others. */
function worked(
  { target, members }: LinearEquation,
  cell: Cell,
  labelOf: (cell: Cell) => string,
): FindingDetail['members'] {
  const own = members.find((member) => member.cell === cell);
  const turn = own === undefined || target.cell === cell ? null : own.sign;
  const terms =
    turn === null
      ? members
      : [
          { ...target, sign: turn },
          ...members.filter((member) => member !== own).map((each) => ({ ...each, sign: -turn * each.sign })),
        ];
  return terms.flatMap((term) =>
    term.cell.value === null
      ? []
      : [{ label: labelOf(term.cell), value: term.cell.value, sign: term.sign === 1n ? 1 : -1 } as const],
  );
}

const labelInside = (rule: RuleId, place: Where | null): string =>
  (rule === 'sum.rows' ? place?.rowLabel : place?.columnLabel) ?? '';

function ratioValues(equation: Equation): Readonly<Record<string, Micro>> {
  if (equation.kind !== 'ratio') return {};
  const above = equation.above.cell.value ?? 0n;
  const below = equation.below.cell.value ?? 0n;
  return {
    above,
    below,
    minus: equation.minus?.cell.value ?? 0n,
    onNew: equation.target.cell.value ?? 0n,
  };
}
