import type { Amount } from '@samstyr/core/budget/view';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useBudget } from '../budget/use-budget.ts';
import { useSearchLink } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';

type FigureLinkProps = {
  readonly figureId: string;
  /** What the figure is, said before its digits: `NAV, Selbu 2025`. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A number that is a door: opens its explanation beside the page. Hidden figures are a word and no door. */
export function FigureLink({ figureId, label, children }: FigureLinkProps) {
  const t = useText();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { hides } = useBudget();
  if (hides(figureId))
    return (
      <span title={t('sign.hidden')}>
        <svg className="shield" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.5 13.5 4v4c0 3.500-2.500 5.500-5.500 6.500C5 13.500 2.500 11.500 2.500 8V4z" />
        </svg>
        <span className="hidden-text">{t('sign.hidden')}</span>
      </span>
    );
  return (
    <Link
      className="amount"
      to={link({ tall: figureId })}
      preventScrollReset
      id={`tall-${figureId}`}
      aria-current={search.get('tall') === figureId ? 'true' : undefined}
    >
      <span className="hidden-text">{label}: </span>
      {children}
    </Link>
  );
}

/** What stands where a party takes no part, or pays something nobody here knows; null when there is an amount. */
export function AttendanceSign({ amount }: { readonly amount: Amount | undefined }) {
  const t = useText();
  const sign =
    amount === undefined || amount.attendance === 'absent'
      ? (['·', 'sign.absent'] as const)
      : amount.attendance === 'unknown'
        ? (['?', 'sign.unknown'] as const)
        : (['–', 'sign.unregistered'] as const);
  return (
    <span className="before">
      <span aria-hidden="true">{sign[0]}</span>
      <span className="hidden-text">{t(sign[1])}</span>
    </span>
  );
}

export const isThere = (amount: Amount | undefined): amount is Amount => amount?.attendance === 'member';
