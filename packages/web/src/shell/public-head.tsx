import { Link, useLocation } from 'react-router';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** The top of pages that belong to no cooperation. */
export function PublicHead() {
  const t = useText();
  return (
    <>
      <a className="skip" href="#innhold">
        {t('shell.skip')}
      </a>
      <header className="top">
        <Link className="brand" to="/" aria-label={t('error.home')}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M1 3h18v4H1zM1 9h11v4H1zM14 9h5v4h-5zM1 15h18v3H1z" />
          </svg>
          <span>Samstyr</span>
        </Link>
        <Languages />
      </header>
    </>
  );
}

/** The three languages; the page one is on stays. */
export function Languages() {
  const t = useText();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <nav className="languages" aria-label={t('shell.language')}>
      {(['nb', 'nn', 'en'] as const).map((one) => (
        <a
          key={one}
          href={`/sprak/${one}?til=${encodeURIComponent(`${pathname}${search}`)}`}
          lang={one}
          aria-current={one === language ? 'true' : undefined}
          aria-label={{ nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }[one]}
        >
          {one}
        </a>
      ))}
    </nav>
  );
}
