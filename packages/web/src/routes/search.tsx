import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../parts/page-head.tsx';
import type { HitKind } from '../search/find.ts';
import { useSearch } from '../search/use-search.ts';
import { titled } from '../texts/title.ts';
import { useText } from '../texts/use-text.tsx';

export const meta = titled('search.title');

const most = 100;
const kinds: readonly HitKind[] = ['unit', 'municipality', 'page', 'service', 'key', 'case', 'figure'];

/** All that is called something: what the box in the head shows the beginning of, and what it gives without JavaScript. (S-WEB-47) */
export default function Search() {
  const t = useText();
  const [search] = useSearchParams();
  const query = (search.get('q') ?? '').slice(0, 100).trim();
  const { hits, addressOf } = useSearch(query);
  const shown = hits.slice(0, most);
  return (
    <main id="innhold">
      <PageHead
        crumb={t('search.title')}
        title={t('search.title')}
        lead={query === '' ? t('search.how') : t('search.lead', { count: hits.length, query })}
      />
      <search>
        <form className="search-form" method="get">
          <p className="entry">
            <label htmlFor="sok-q">{t('search.label')}</label>
            <input
              id="sok-q"
              name="q"
              type="text"
              defaultValue={query}
              key={query}
              maxLength={100}
              autoComplete="off"
            />
          </p>
          <button type="submit" className="button primary">
            {t('search.title')}
          </button>
        </form>
      </search>
      {query !== '' && hits.length === 0 ? <p className="empty">{t('search.how')}</p> : null}
      {kinds.map((kind) => {
        const own = shown.filter((hit) => hit.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} aria-labelledby={`sok-${kind}`}>
            <h2 id={`sok-${kind}`}>{t(`search.kind.${kind}`)}</h2>
            <ul className="found">
              {own.map((hit) => (
                <li key={`${hit.name} ${hit.page}`}>
                  <Link to={addressOf(hit)}>{hit.name}</Link>
                  {hit.detail === null ? null : <span className="number">{hit.detail}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {hits.length > most ? <p className="quiet">{t('search.more', { count: most })}</p> : null}
    </main>
  );
}
