import type { PublicationJson } from '@samstyr/contract/api/job-routes';
import { dayText } from '@samstyr/contract/texts/day-text';
import { parseDay } from '@samstyr/core/period/day';
import { Link, type LoaderFunctionArgs, type MetaFunction, redirect, useLoaderData } from 'react-router';
import { mayBegin, useMe } from '../api/me.ts';
import type { ServerContext } from '../server/context.ts';
import { PublicHead } from '../shell/public-head.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta: MetaFunction = () => [{ title: 'Samstyr' }];

type Cooperations = { readonly cooperations: readonly { readonly id: string; readonly name: string }[] };
type Publications = { readonly publications: readonly PublicationJson[] };

/** Whoever is logged in goes to their cooperation, or chooses. Everybody else reads what is published. */
export async function loader({ request, context }: LoaderFunctionArgs<ServerContext>) {
  const mine = (await context.ask(request, '/cooperations')) as Cooperations | null;
  const [only, ...more] = mine?.cooperations ?? [];
  const isChoosing = new URL(request.url).searchParams.has('alle');
  if (only !== undefined && more.length === 0 && !isChoosing) throw redirect(`/${only.id}/nyeste`);
  const published = (await context.ask(request, '/public/publications')) as Publications | null;
  return {
    cooperations: mine === null ? null : mine.cooperations.map(({ id, name }) => ({ id, name })),
    publications: published?.publications ?? [],
  };
}

export default function Front() {
  const t = useText();
  const me = useMe();
  const { cooperations, publications } = useLoaderData<typeof loader>();
  return (
    <>
      <PublicHead />
      <main className="alone" id="innhold">
        {cooperations === null ? (
          <>
            <h1>{t('front.public')}</h1>
            <p className="lead">{t('front.publicLead')}</p>
            <p>
              <Link className="button primary" to="/logg-inn">
                {t('login.title')}
              </Link>
            </p>
          </>
        ) : (
          <>
            <h1>{t('front.title')}</h1>
            {cooperations.length === 0 ? <p className="lead">{t('front.empty')}</p> : null}
            <ul>
              {cooperations.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/${id}/nyeste`}>{name}</a>
                </li>
              ))}
            </ul>
            {mayBegin(me) ? (
              <p>
                <Link className="button" to="/nytt">
                  {t('start.link')}
                </Link>
              </p>
            ) : null}
          </>
        )}
        <h2>{t('front.published')}</h2>
        {publications.length === 0 ? <p className="quiet">{t('front.nothingPublished')}</p> : null}
        <ul className="publications">
          {publications.map((one) => (
            <Publication key={one.id} publication={one} />
          ))}
        </ul>
      </main>
    </>
  );
}

function Publication({ publication }: { readonly publication: PublicationJson }) {
  const t = useText();
  const language = useLanguage();
  const { id, name, year, files } = publication;
  const address = (file: string): string => `/publisert/${id}/${encodeURIComponent(file)}`;
  const day = parseDay(publication.publishedAt.slice(0, 10));
  const page = files.find((file) => file.name.endsWith('.html'));
  const title = t('front.budget', { name, year });
  return (
    <li>
      {page === undefined ? <strong>{title}</strong> : <a href={address(page.name)}>{title}</a>}
      <span className="small">
        {day === null ? null : t('front.publishedOn', { date: dayText(day, language) })}
        {files
          .filter((file) => file !== page)
          .map((file) => (
            <span key={file.name}>
              {' · '}
              <a href={address(file.name)}>{file.name}</a>
            </span>
          ))}
      </span>
    </li>
  );
}
