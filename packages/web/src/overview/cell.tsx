import type { OverviewRow } from '@samstyr/core/budget/view';
import { signed } from '../budget/numbers.ts';
import { idOf, type Measure, type Side, shownIn } from '../budget/shown.ts';
import { useBudget } from '../budget/use-budget.ts';
import { AttendanceSign, FigureLink, isThere } from '../parts/amount.tsx';
import { WaitMark } from '../parts/waits.tsx';

export type CellProps = {
  readonly row: OverviewRow | undefined;
  readonly side: Side;
  readonly measure: Measure;
  readonly label: string;
  readonly className?: string;
};

/** One amount of the matrix, or the sign for why there is none. A change stands empty where nobody takes part. */
export function Cell({ row, side, measure, label, className = '' }: CellProps) {
  const budget = useBudget();
  const tone = side === 'previous' ? 'before' : side === 'current' ? 'now' : '';
  const amount = side === 'previous' ? row?.previous : row?.current;
  const hasChange = side === 'change' && row !== undefined && (isThere(row.current) || isThere(row.previous));
  if (row === undefined || (side === 'change' ? !hasChange : !isThere(amount)))
    return (
      <td className={`number ${className}`}>
        {side === 'change' ? null : <AttendanceSign amount={amount} />}
      </td>
    );
  const text = shownIn(budget, row, side, measure);
  return (
    <td className={`number ${tone} ${className}`}>
      {text === null ? (
        '–'
      ) : (
        <FigureLink figureId={idOf(row, side)} label={label}>
          {side === 'change' ? signed(text) : text}
        </FigureLink>
      )}
      {side === 'current' ? <WaitMark amount={row.current} /> : null}
    </td>
  );
}
