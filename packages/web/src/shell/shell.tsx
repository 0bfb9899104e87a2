import { versionStatusWords } from '@samstyr/contract/texts/words';
import { caseState } from '@samstyr/core/cooperation/decisions';
import type { VersionStatus } from '@samstyr/core/model/rows';
import type { ReactNode } from 'react';
import { NavLink, useLocation, useParams, useSearchParams } from 'react-router';
import type { Me } from '../api/me.ts';
import { send } from '../api/send.ts';
import { useBudget } from '../budget/use-budget.ts';
import { SearchBox } from '../search/search-box.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { HelpLink } from '../tour/help-link.tsx';
import { Icon } from './icons.tsx';
import { usePath } from './links.ts';
import { fundingPage, menuOf } from './menu.ts';
import { Languages } from './public-head.tsx';

/** What stands at the foot of a telephone; the round by a word short enough for it. */
const phone: readonly string[] = ['', 'runde', 'kommune', 'enhet', 'vedtak'];

function LogOut({ me }: { readonly me: NonNullable<Me> }) {
  const t = useText();
  return (
    <span className="me">
      <span>{me.name}</span>
      <button
        type="button"
        className="link"
        onClick={async () => {
          await send({ method: 'DELETE', path: '/session', csrf: me.csrfToken });
          globalThis.location.assign('/');
        }}
      >
        {t('login.out')}
      </button>
    </span>
  );
}

type ShellProps = {
  readonly name: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly status: VersionStatus;
  readonly me: Me;
  readonly children: ReactNode;
};

/** Top, menu and bottom bar around every page of a cooperation. */
export function Shell({ name, year, years, status, me, children }: ShellProps) {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const { cooperation = '' } = useParams();
  const { index, scope } = useBudget();
  const home = scope === 'funding' ? fundingPage : '';
  const waiting = index.model.case.filter(
    ({ id }) => !index.proposals.has(id) && caseState(index, id).awaiting.length > 0,
  ).length;
  const hasPanel = search.get('tall') !== null;
  const shown = menuOf(me, cooperation, scope);
  const items = shown.flatMap((group) => group.items);
  const atFoot = scope === 'funding' ? items : items.filter(({ page }) => phone.includes(page));
  const others = items.filter((item) => !atFoot.includes(item));
  return (
    <>
      <a className="skip" href="#innhold">
        {t('shell.skip')}
      </a>
      <header className="top">
        <NavLink className="brand" to={path(home)} aria-label={t('shell.brand')}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M1 3h18v4H1zM1 9h11v4H1zM14 9h5v4h-5zM1 15h18v3H1z" />
          </svg>
          <span>Samstyr</span>
        </NavLink>
        <span className="where">{name}</span>
        <nav className="years" aria-label={t('shell.year')}>
          {years.map((one) => (
            <NavLink
              key={one}
              to={`/${cooperation}/${one}${home === '' ? '' : `/${home}`}`}
              aria-current={one === year ? 'true' : undefined}
            >
              {one}
            </NavLink>
          ))}
          <span className={`tag ${status === 'adopted' ? 'good' : 'info'}`}>
            {versionStatusWords[status][language]}
          </span>
        </nav>
        {scope === 'funding' ? null : <SearchBox />}
        {me === null || scope === 'funding' ? null : <HelpLink />}
        <Languages />
        {me === null ? null : <LogOut me={me} />}
      </header>
      <div className={`frame${hasPanel ? ' with-panel' : ''}`}>
        <nav className="menu" aria-label={t('shell.menu')}>
          {shown.map((group) => (
            <div key={group.name}>
              <p>{t(group.name)}</p>
              {group.items.map(({ page, icon, name: word }) => (
                <NavLink
                  key={page}
                  to={path(page)}
                  end={page === '' || page === 'administrasjon'}
                  title={t(word)}
                >
                  <Icon name={icon} />
                  <span>{t(word)}</span>
                  {page === 'vedtak' && waiting > 0 ? <b className="badge">{waiting}</b> : null}
                </NavLink>
              ))}
            </div>
          ))}
        </nav>
        {children}
      </div>
      {me === null ? null : (
        <footer className="out-phone">
          <LogOut me={me} />
        </footer>
      )}
      <nav className="bottom" aria-label={t('shell.bottom')}>
        {atFoot.map(({ page, icon, name: word }) => (
          <NavLink key={page} to={path(page)} end={page === ''}>
            <Icon name={icon} />
            {t(page === 'runde' ? 'menu.roundShort' : word)}
          </NavLink>
        ))}
        {/* Closed again on the page one came to. */}
        {others.length === 0 ? null : (
          <details key={pathname} className="more">
            <summary>
              <Icon name="more" />
              {t('menu.more')}
            </summary>
            <div>
              {others.map(({ page, icon, name: word }) => (
                <NavLink key={page} to={path(page)} end={page === 'administrasjon'}>
                  <Icon name={icon} />
                  {t(word)}
                </NavLink>
              ))}
            </div>
          </details>
        )}
      </nav>
    </>
  );
}
