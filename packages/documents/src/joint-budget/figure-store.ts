import type { Amount, OverviewRow } from '@samstyr/core/budget/view';
import { type Fraction, fraction, ofOre } from '@samstyr/core/fraction/fraction';
import type { Ore } from '@samstyr/core/money/ore';
import type { Figure, FigureUnit, Relation, Sign } from '../tree/figure.ts';
import type { Hidden } from './source.ts';

/** How the 1 000 kr matrix was rounded; null for what is not in it. */
export type Presented = (figureId: string) => bigint | null;

type Given = {
  readonly id: string;
  readonly label: string;
  readonly unit?: FigureUnit;
  readonly value: Fraction | null;
  readonly why?: Sign;
  readonly thousands?: bigint | null;
  readonly kroner?: bigint | null;
  readonly provisional?: boolean;
  readonly relation?: Relation | null;
};

/** The figures of one document: each exists once, and a hidden one never gets a value. */
export class FigureStore {
  readonly figures = new Map<string, Figure>();
  readonly #hidden: Hidden;
  readonly #presented: Presented;
  readonly #hidesSensitive: boolean;

  constructor(hidden: Hidden, presented: Presented, hidesSensitive: boolean) {
    this.#hidden = hidden;
    this.#presented = presented;
    this.#hidesSensitive = hidesSensitive;
  }

  isHidden(id: string): boolean {
    return this.#hidden.has(id);
  }

  get(id: string): Figure | undefined {
    return this.figures.get(id);
  }

  /** Adds a figure unless it is there, and gives its id. */
  add(given: Given): string {
    const { id, label, value } = given;
    if (this.figures.has(id)) return id;
    const isHidden = this.isHidden(id);
    const shown = isHidden ? null : value;
    this.figures.set(id, {
      id,
      label,
      unit: given.unit ?? 'ore',
      value: shown,
      why: isHidden ? 'withheld' : shown === null ? (given.why ?? 'missing') : null,
      thousands: shown === null ? null : (given.thousands ?? this.#presented(id)),
      kroner: shown === null ? null : (given.kroner ?? null),
      provisional: given.provisional ?? false,
      relation: given.relation ?? null,
    });
    return id;
  }

  ore(id: string, label: string, amount: Ore, relation: Relation | null = null): string {
    return this.add({ id, label, value: ofOre(amount), relation });
  }

  count(id: string, label: string, value: Fraction): string {
    return this.add({ id, label, unit: 'count', value });
  }

  percent(id: string, label: string, value: Fraction): string {
    return this.add({ id, label, unit: 'percent', value });
  }

  amount(
    { ore, attendance, figureId, provisional, sensitive }: Amount,
    label: string,
    id = figureId,
  ): string {
    if (this.figures.has(id)) return id;
    if (sensitive && this.#hidesSensitive && !this.isHidden(id)) {
      const why = 'withheld' as const;
      this.figures.set(id, { ...blank, id, label, why });
      return id;
    }
    const isThere = attendance === 'member' && ore !== null;
    return this.add({
      id,
      label,
      value: isThere ? ofOre(ore) : null,
      why: attendance === 'absent' ? 'absent' : 'missing',
      // A key that is awaited moves parts, not their sum: a sum that is the same by the key in force is settled.
      provisional: isThere && provisional !== null && provisional.inForceOre !== ore,
    });
  }

  /** The four figures of an overview row: last year, this year, change and per cent. */
  row(row: OverviewRow, label: (year: 'previous' | 'current' | 'change' | 'percent') => string): RowFigures {
    const base = row.figureId;
    const current = this.amount(row.current, label('current'));
    const previous = this.amount(row.previous, label('previous'));
    // Texts name last year by this year's figure; both names are the same number.
    this.amount(row.previous, label('previous'), `${base}@previous`);
    const change = this.change(`${base}@change`, current, previous, label('change'));
    const percent = this.percentOf(`${base}@percent`, change, previous, label('percent'));
    return { current, previous, change, percent };
  }

  /** Difference of two figures; what is not there counts as 0, what is hidden or unknown hides the difference. */
  change(id: string, current: string, previous: string, label: string): string {
    const [now, before] = [this.figures.get(current), this.figures.get(previous)];
    const why = this.#whyNot([now, before]);
    const isNowhere = now?.why === 'absent' && before?.why === 'absent';
    const thousands = this.#presented(id);
    return this.add({
      id,
      label,
      value: why !== null || isNowhere ? null : subtractOre(now?.value ?? null, before?.value ?? null),
      why: why ?? 'absent',
      thousands,
      relation: { op: 'difference', from: current, amount: previous },
    });
  }

  /** 100 × part ÷ |whole|; no meaning when the whole is 0. */
  percentOf(id: string, part: string, whole: string, label: string): string {
    const [of, base] = [this.figures.get(part), this.figures.get(whole)];
    const why = this.#whyNot([of, base]);
    const divisor = base?.value ?? null;
    const isNothing = divisor === null || divisor.n === 0n;
    const value =
      why !== null || of?.value == null || isNothing
        ? null
        : fraction(100n * of.value.n * divisor.d, of.value.d * (divisor.n < 0n ? -divisor.n : divisor.n));
    const isUnchanged = of?.value?.n === 0n && isNothing;
    return this.add({
      id,
      label,
      unit: 'percent',
      value: isUnchanged && base?.value != null ? fraction(0n) : value,
      why: why ?? (of?.why === 'absent' ? 'absent' : 'notMeaningful'),
      relation: { op: 'percent', part, whole },
    });
  }

  #whyNot(inputs: readonly (Figure | undefined)[]): Sign | null {
    if (inputs.some((figure) => figure?.why === 'withheld')) return 'withheld';
    // A year without a budget is a year without an amount, but the other year's is known.
    return inputs.every((figure) => figure === undefined || figure.why === 'missing') ? 'missing' : null;
  }
}

const blank: Omit<Figure, 'id' | 'label' | 'why'> = {
  unit: 'ore',
  value: null,
  thousands: null,
  kroner: null,
  provisional: false,
  relation: null,
};

const subtractOre = (now: Fraction | null, before: Fraction | null): Fraction => {
  const [a, b] = [now ?? fraction(0n), before ?? fraction(0n)];
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
};

export type RowFigures = {
  readonly current: string;
  readonly previous: string;
  readonly change: string;
  readonly percent: string;
};
