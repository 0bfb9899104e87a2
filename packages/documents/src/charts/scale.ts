import { formatCount } from '@samstyr/core/money/kroner';
import type { Figure, FigureRef } from '../tree/figure.ts';
import type { ChartNode, DocumentTree } from '../tree/node.ts';
import { numberText } from '../tree/number-text.ts';

/** What an axis of a chart runs over, in steps that a person can count. */
export type Scale = { readonly low: number; readonly high: number; readonly step: number };

/** A figure in the unit its chart prints, for lengths only: what is written beside a bar is the figure itself. */
export function lengthOf(ref: FigureRef, { figures }: DocumentTree): number {
  const found: Figure | undefined = figures.get(ref.figure);
  if (found?.value == null) return 0;
  const unit = ref.format === 'kr1000' ? 100_000n : 100n;
  const printed = ref.format === 'kr1000' ? found.thousands : found.kroner;
  return Number(printed ?? found.value.n / (found.value.d * unit));
}

/** A scale of three to seven steps of 1, 2 or 5 times a power of ten that has room for all values and for nothing. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = power * ([1, 2, 5, 10].find((size) => rough <= size * power) ?? 10);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step || step, step };
}

/** The number under a line of the axis. */
export const axisText = (value: number): string => formatCount(BigInt(Math.round(value)));

/** What stands at the end of a bar: the figure as everybody writes it. */
export function labelOf(ref: FigureRef | undefined, tree: DocumentTree): string {
  const figure = ref === undefined ? undefined : tree.figures.get(ref.figure);
  return ref === undefined || figure === undefined ? '' : numberText(figure, ref, tree.language);
}

/** A name on one line, or on two when it is long. */
export function lines(name: string, most: number): readonly string[] {
  if (name.length <= most) return [name];
  const at = name.lastIndexOf(' ', most);
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** How wide the column of names is: the longest line, and air. Letters are counted; no font is at hand. */
export function nameWidth({ bars }: ChartNode, most: number): number {
  const longest = Math.max(...bars.flatMap(({ name }) => lines(name, most).map((line) => line.length)));
  return Math.max(70, Math.round(longest * 6.1 + 14));
}
