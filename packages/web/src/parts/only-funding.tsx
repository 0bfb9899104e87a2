import { Link } from 'react-router';
import { useBudget } from '../budget/use-budget.ts';
import { usePath } from '../shell/links.ts';
import { fundingPage } from '../shell/menu.ts';
import { useText } from '../texts/use-text.tsx';
import { PageHead } from './page-head.tsx';

/** What a grant officer reads on every page but their own: that the role does not open it, what it opens, and the way there. (S-WEB-48) */
export function OnlyFunding() {
  const t = useText();
  const path = usePath();
  const { year } = useBudget();
  return (
    <main id="innhold">
      <PageHead crumb={t('overview.crumb', { year })} title={t('funding.closed')} lead={t('funding.can')} />
      <p>{t('funding.ask')}</p>
      <p className="acts">
        <Link className="button primary" to={path(fundingPage)}>
          {t('funding.open')}
        </Link>
      </p>
    </main>
  );
}
