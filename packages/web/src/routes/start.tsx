import { Link, type LoaderFunctionArgs, redirect, useLoaderData, useSearchParams } from 'react-router';
import { mayBegin, meOf } from '../api/me.ts';
import type { ServerContext } from '../server/context.ts';
import { PublicHead } from '../shell/public-head.tsx';
import { CopyExample } from '../start/copy-example.tsx';
import { Guided } from '../start/guided.tsx';
import { UploadFolder } from '../start/upload-folder.tsx';
import { titled } from '../texts/title.ts';
import { useText } from '../texts/use-text.tsx';

export const meta = titled('start.title');

export async function loader({ request, context }: LoaderFunctionArgs<ServerContext>) {
  const me = await meOf(context, request);
  if (me === null) throw redirect('/logg-inn?til=/nytt');
  return { year: new Date().getFullYear() + 1, isAllowed: mayBegin(me) };
}

const ways = [
  { way: 'tomt', name: 'start.guided', help: 'start.guidedHelp' },
  { way: 'mappe', name: 'start.folder', help: 'start.folderHelp' },
  { way: 'eksempel', name: 'start.example', help: 'start.exampleHelp' },
] as const;

/** A new cooperation: from nothing, from a folder or from the example. (S-WEB-49) */
export default function Start() {
  const t = useText();
  const { year, isAllowed } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const chosen = ways.find(({ way }) => way === search.get('vei')) ?? ways[0];
  return (
    <>
      <PublicHead />
      <main className="start" id="innhold">
        <h1>{t('start.title')}</h1>
        <p className="lead">{t(isAllowed ? 'start.lead' : 'start.notForYou')}</p>
        {isAllowed ? (
          <>
            <noscript>
              <p className="note">{t('start.needsScript')}</p>
            </noscript>
            <nav className="ways" aria-label={t('start.ways')}>
              {ways.map((one) => (
                <Link
                  key={one.way}
                  to={`/nytt?vei=${one.way}`}
                  preventScrollReset
                  aria-current={one === chosen ? 'true' : undefined}
                >
                  <strong>{t(one.name)}</strong>
                  <span className="small">{t(one.help)}</span>
                </Link>
              ))}
            </nav>
            {chosen.way === 'tomt' ? <Guided year={year} /> : null}
            {chosen.way === 'mappe' ? <UploadFolder /> : null}
            {chosen.way === 'eksempel' ? <CopyExample /> : null}
          </>
        ) : null}
      </main>
    </>
  );
}
