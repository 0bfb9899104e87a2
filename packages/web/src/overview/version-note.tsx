import { useContext } from 'react';
import { Link, useSearchParams } from 'react-router';
import { versionInAddress } from '../budget/shown-version.ts';
import { StoppedContext, useBudget } from '../budget/use-budget.ts';
import { useVersionName } from '../budget/version-name.ts';
import { columnProblemInWords } from '../scenario/column.ts';
import { usePath, useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** Which version the page is of when it is not the budget; or why the one that was asked for is not shown. (S-WEB-55) */
export function VersionNote() {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const link = useSearchLink();
  const nameOf = useVersionName();
  const stopped = useContext(StoppedContext);
  const [search] = useSearchParams();
  const { alternative, overview } = useBudget();
  if (!search.get(versionInAddress)) return null;
  const back = (
    <Link to={link({ [versionInAddress]: null, tall: null })} preventScrollReset>
      {t('saved.back')}
    </Link>
  );
  if (alternative === null)
    return (
      <div className="note" role="alert">
        <strong>{t('saved.gone')}</strong>
        {stopped.map((problem) => (
          <p key={problem.code}>
            {problem.code === 'alternative.unknown'
              ? t('saved.unseen')
              : columnProblemInWords(problem, language)}
          </p>
        ))}
        <p>{back}</p>
      </div>
    );
  const { id, name, why } = alternative;
  return (
    <div className="note info">
      <strong>{t('saved.shown', { name, base: nameOf(overview.version) })}</strong>
      {why === null ? null : <p>{why}</p>}
      <p>
        <Link to={`${path('scenario')}?${new URLSearchParams({ a: `saved~${id}` })}`}>
          {t('saved.steps')}
        </Link>{' '}
        · {back}
      </p>
    </div>
  );
}
