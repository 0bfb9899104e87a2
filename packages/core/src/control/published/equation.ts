import { absolute, roundedTo } from './printed-figure.ts';
import { type Cell, type Micro, micro } from './published-document.ts';

/** The rules of the checker. docs/spec numbers them; R-numbers are those of the domain reading. */
export type RuleId =
  | 'sum.rows' // R02
  | 'sum.columns' // R05
  | 'change' // R01
  | 'percent.use' // R15
  | 'percent.change' // R18
  | 'percent.share' // R06
  | 'average' // R14
  | 'rate' // R13
  | 'balance' // what opens, comes and goes, and closes; what has been used so far
  | 'parts' // R03
  | 'overview' // R04
  | 'same' // the same quantity in two places
  | 'row.missing'
  | 'row.duplicate'
  | 'shifted'
  | 'prose.change' // R23
  | 'prose.percent' // R18, R23
  | 'prose.level' // R23
  | 'prose.within'
  | 'prose.amount' // R23
  | 'prose.same'
  | 'prose.sum' // R21
  | 'prose.rest';

/** A cell in an equation; the factor brings its unit to kroner (or to whatever the table counts). */
export type Term = { readonly cell: Cell; readonly factor: bigint };

/** target = Σ sign · member, within `tolerance` of the common unit. */
export type LinearEquation = {
  readonly kind: 'linear';
  readonly rule: RuleId;
  readonly target: Term;
  readonly members: readonly (Term & { readonly sign: 1n | -1n })[];
  readonly tolerance: bigint;
  /** Members are computed in the document (change, overview): the error may start there and travel on. */
  readonly carries: boolean;
};

/** target = times · (above − minus) / below, rounded to the printed decimals. */
export type RatioEquation = {
  readonly kind: 'ratio';
  readonly rule: RuleId;
  readonly target: Term;
  readonly above: Term;
  readonly minus: Term | null;
  readonly below: Term;
  readonly times: bigint;
  readonly tolerance: bigint;
};

export type Equation = LinearEquation | RatioEquation;

export type Overlay = ReadonlyMap<Cell, Micro>;
const nothing: Overlay = new Map();

/** Empty and dash count as 0 inside a sum: the document means «nothing here». */
export const figureIn = (cell: Cell, overlay: Overlay = nothing): Micro =>
  overlay.get(cell) ?? cell.value ?? 0n;

const scaled = ({ cell, factor }: Term, overlay: Overlay): bigint => figureIn(cell, overlay) * factor;

/** What the target should be, in the common unit. */
export function expectedOf(equation: Equation, overlay: Overlay = nothing): bigint | null {
  if (equation.kind === 'linear') {
    let total = 0n;
    for (const member of equation.members) total += member.sign * scaled(member, overlay);
    return total;
  }
  const below = scaled(equation.below, overlay);
  if (below === 0n) return null;
  const above =
    scaled(equation.above, overlay) - (equation.minus === null ? 0n : scaled(equation.minus, overlay));
  const numerator = equation.times * above * micro;
  const negative = numerator < 0n !== below < 0n;
  const magnitude = roundedTo((absolute(numerator) * 2n) / absolute(below), 2n) / 2n;
  return negative ? -magnitude : magnitude;
}

/** printed − expected in the common unit; 0 where nothing can be said. */
export function residualOf(equation: Equation, overlay: Overlay = nothing): bigint {
  const expected = expectedOf(equation, overlay);
  return expected === null ? 0n : scaled(equation.target, overlay) - expected;
}

export const holds = (equation: Equation, overlay: Overlay = nothing): boolean =>
  absolute(residualOf(equation, overlay)) <= equation.tolerance;

export const isExact = (equation: Equation, overlay: Overlay = nothing): boolean =>
  residualOf(equation, overlay) === 0n;

export function cellsOf(equation: Equation): readonly Term[] {
  if (equation.kind === 'linear') return [equation.target, ...equation.members];
  return [
    equation.target,
    equation.above,
    equation.below,
    ...(equation.minus === null ? [] : [equation.minus]),
  ];
}

/** The step of the last printed place: 1 for whole numbers, a tenth for one decimal. */
export function printedStep(decimals: number): bigint {
  let step = micro;
  for (let place = 0; place < decimals; place += 1) step /= 10n;
  return step < 1n ? 1n : step;
}
