import type { JobJson } from '@samstyr/contract/api/job-routes';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { dateText, momentText } from '../parts/moment.ts';
import { PageHead } from '../parts/page-head.tsx';
import { EditionForm } from '../publish/edition-form.tsx';
import type { Published, Wanted } from '../publish/editions.ts';
import { FileList } from '../publish/file-list.tsx';
import { JobProgress } from '../publish/job-progress.tsx';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { PublishedList, pageOf } from '../publish/published-list.tsx';
import type { ServerContext } from '../server/context.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { hasEnded } from '../work/follow-job.ts';
import { useJob } from '../work/use-job.ts';

export const meta = titled('menu.documents');

/** What is published, and the reader's own files. */
export async function loader({ request, params, context }: LoaderFunctionArgs<ServerContext>) {
  const at = `/cooperations/${params['cooperation']}`;
  const [published, mine] = await Promise.all([
    context.ask(request, `${at}/publications`) as Promise<{ publications: readonly Published[] } | null>,
    context.ask(request, `${at}/jobs`) as Promise<{ jobs: readonly JobJson[] } | null>,
  ]);
  return {
    publications: published?.publications ?? [],
    jobs: (mine?.jobs ?? []).filter(({ kind }) => kind === 'documents' || kind === 'publication'),
  };
}

/** The budget as documents: made, looked at, and published for everybody. (S-WEB-30) */
export default function Documents() {
  const t = useText();
  const language = useLanguage();
  const { publications, jobs } = useLoaderData<typeof loader>();
  const { year } = useBudget();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const [wanted, setWanted] = useState<Wanted>({
    edition: 'full',
    language,
    audience: 'public',
    formats: ['html', 'pdf'],
    archive: false,
  });
  const [isAsking, setAsking] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const { running, begin, stop } = useJob(jobs.find((job) => !hasEnded(job)) ?? null);
  const ofYear = publications.filter((one) => one.year === year);
  const others = publications.filter((one) => one.year !== year);
  const mine = jobs.filter(({ kind, state }) => kind === 'documents' && state === 'done');
  const mayPublish = hasRole(me, cooperation, 'controller');
  const isBusy = running.is === 'sending' || running.is === 'running';
  const [latest] = ofYear;
  const published =
    running.is === 'ended' ? publications.find(({ id }) => id === running.job.publication) : undefined;
  const check = (then: () => void): void => {
    setEmpty(wanted.formats.length === 0);
    if (wanted.formats.length > 0) then();
  };
  const { edition, formats, audience, archive } = wanted;
  const said = { year, language: wanted.language, formats, edition };
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('menu.documents')}
        lead={
          latest === undefined
            ? t('documents.leadNone', { year })
            : t('documents.lead', {
                year,
                count: ofYear.length,
                date: dateText(latest.publishedAt, language),
              })
        }
      />
      <div className="two">
        <section aria-labelledby="lag">
          <h2 id="lag">{t('documents.choose')}</h2>
          <noscript>
            <p className="note">{t('documents.needsScript')}</p>
          </noscript>
          <EditionForm wanted={wanted} change={setWanted} />
          {isEmpty ? (
            <p className="note" role="alert">
              {t('documents.noFormat')}
            </p>
          ) : null}
          {isBusy ? null : (
            <p className="acts">
              <button
                type="button"
                className="button primary"
                onClick={() =>
                  check(
                    () =>
                      void begin('documents', {
                        ...said,
                        audience,
                        archive: archive && formats.includes('pdf'),
                      }),
                  )
                }
              >
                {t('documents.make')}
              </button>
              {mayPublish ? (
                <button type="button" className="button" onClick={() => check(() => setAsking(true))}>
                  {t('publish.open')}
                </button>
              ) : null}
            </p>
          )}
          <JobProgress
            running={running}
            stop={stop}
            done={
              published === undefined ? (
                t('documents.ready')
              ) : (
                <>
                  {t('publish.done')} <a href={pageOf(published)}>{t('publish.read')}</a>
                </>
              )
            }
          />
          <h2>{t('documents.yours')}</h2>
          <p className="quiet">{t(mine.length === 0 ? 'documents.yoursNone' : 'documents.yoursHelp')}</p>
          <ul className="publications">
            {mine.map((job) => {
              const page = job.files.find(({ name }) => name.endsWith('.html'));
              return (
                <li key={job.id}>
                  <p className="small">
                    {t('documents.madeAt', { moment: momentText(job.madeAt, language) })}
                    {page === undefined ? null : (
                      <>
                        {' · '}
                        <a href={`/forhandsvis/${cooperation}/${job.id}/${encodeURIComponent(page.name)}`}>
                          {t('documents.look')}
                        </a>
                      </>
                    )}
                  </p>
                  <FileList
                    files={job.files}
                    address={(name) =>
                      `/api/v1/cooperations/${cooperation}/jobs/${job.id}/files/${encodeURIComponent(name)}`
                    }
                  />
                </li>
              );
            })}
          </ul>
        </section>
        <section aria-labelledby="publisert">
          <h2 id="publisert">{t('documents.published')}</h2>
          {ofYear.length === 0 ? (
            <p className="empty">{t('documents.publishedNone', { year })}</p>
          ) : (
            <PublishedList publications={ofYear} />
          )}
          {others.length === 0 ? null : (
            <details>
              <summary>{t('documents.otherYears', { count: others.length })}</summary>
              <PublishedList publications={others} />
            </details>
          )}
        </section>
      </div>
      {isAsking ? (
        <PublishDialog
          wanted={wanted}
          close={() => setAsking(false)}
          publish={() => {
            setAsking(false);
            void begin('publications', said);
          }}
        />
      ) : null}
    </main>
  );
}
