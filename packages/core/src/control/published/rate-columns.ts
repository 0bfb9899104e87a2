import { perRow, term } from './column-relations.ts';
import type { Equation, LinearEquation, RatioEquation } from './equation.ts';
import { micro } from './published-document.ts';
import type { TableView } from './table-view.ts';

/** A fixed rate: amount = count × rate in most rows, the rate a whole number. */
export function rateColumns(view: TableView): readonly Equation[] {
  const amounts = view.columns.filter(({ isPercent }) => !isPercent);
  for (const amount of amounts)
    for (const count of amounts) {
      if (amount === count) continue;
      const rates = view.rows.flatMap((_, row) => {
        const [whole, times] = [view.valueAt(row, amount.index), view.valueAt(row, count.index)];
        return whole === null || times === null || times <= 0n || whole % times !== 0n ? [] : [whole / times];
      });
      const rate = rates.find((each) => each > 9n && rates.filter((other) => other === each).length >= 3);
      if (rate === undefined) continue;
      const candidate = perRow(view, (row): LinearEquation | null => {
        const [target, member] = [term(view, row, amount.index), term(view, row, count.index)];
        if (target?.cell.value == null || member?.cell.value == null) return null;
        const members = [{ cell: member.cell, factor: rate, sign: 1n as const }];
        return { kind: 'linear', rule: 'rate', target, members, tolerance: 0n, carries: true };
      });
      if (candidate.fits >= 3 && candidate.fits * 10 >= candidate.tried * 6) return candidate.equations;
    }
  return [];
}

/**
 * «Per innbygger»: every row by the same number, which the table need not print. The sum row gives it (its amount by its own figure), so
 * it is only looked for where there is one, and believed where nearly all rows agree.
 */
export function perUnitColumns(
  view: TableView,
  sumRow: number | null,
  known: ReadonlySet<number>,
): readonly Equation[] {
  if (sumRow === null) return [];
  const found: Equation[] = [];
  for (const target of view.columns) {
    const whole = term(view, sumRow, target.index);
    if (!target.saysAverage || known.has(target.index) || !whole?.cell.value) continue;
    const times = whole.cell.value / micro;
    if (times * micro !== whole.cell.value || times <= 0n) continue;
    for (const above of view.columns) {
      const total = above.index === target.index ? null : term(view, sumRow, above.index);
      if (above.isPercent || !total?.cell.value) continue;
      const below = total;
      const candidate = perRow(view, (row): RatioEquation | null => {
        const [own, amount] = [term(view, row, target.index), term(view, row, above.index)];
        if (row === sumRow || own?.cell.value == null || amount?.cell.value == null) return null;
        if (own.cell.decimals > 0) return null;
        return {
          kind: 'ratio',
          rule: 'rate',
          target: own,
          above: amount,
          minus: null,
          below,
          times,
          tolerance: micro,
        };
      });
      if (candidate.fits < 4 || candidate.fits * 10 < candidate.tried * 7) continue;
      found.push(...candidate.equations);
      break;
    }
  }
  return found;
}
