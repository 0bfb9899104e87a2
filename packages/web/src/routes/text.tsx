import { Link, useLoaderData, useParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import { nameIn } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { deskLoader, isChecked, isDelivered, onlyForPlaces } from '../round/desk.ts';
import { Presence } from '../round/presence.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { Section } from '../work/section.tsx';

export const meta = titled('title.text');
export const loader = deskLoader;
export const shouldRevalidate = onlyForPlaces;

/** A unit's chapter, section by section, as its leader writes it. (S-WEB-25) */
export default function Text() {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const me = useMe();
  const desk = useLoaderData<typeof loader>();
  const { cooperation = '', unit: wanted = '' } = useParams();
  const { index, year } = useBudget();
  const unit = index.unit.get(wanted);
  const texts = index.model.text.filter(
    (row) => row.unit === wanted && row.year === year && row.language === language,
  );
  const name = unit === undefined ? wanted : nameIn(unit, language);
  return (
    <main id="innhold">
      <PageHead
        crumb={
          <>
            <Link to={path('enhet')}>{t('unit.all')}</Link> › <Link to={path(`enhet/${wanted}`)}>{name}</Link>
          </>
        }
        title={t('text.title', { name })}
        lead={t('text.lead', { year })}
      />
      {!writesUnit(me, cooperation, wanted) ? (
        <p className="empty">{t('text.mayNot')}</p>
      ) : isDelivered(desk, wanted) && !hasRole(me, cooperation, 'controller') ? (
        <p className="empty">{t(isChecked(desk, wanted) ? 'round.lockedChecked' : 'round.locked')}</p>
      ) : (
        <>
          <Presence unit={wanted} />
          {texts.length === 0 ? <p className="empty">{t('text.none', { year })}</p> : null}
          {texts.map((row) => (
            <Section key={row.id} row={row} />
          ))}
        </>
      )}
    </main>
  );
}
