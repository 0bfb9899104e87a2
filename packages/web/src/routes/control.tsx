import { folderReport } from '@samstyr/contract/json/check-folder';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { useMemo } from 'react';
import { Link, useLoaderData, useSearchParams } from 'react-router';
import { type publishedLoader as loader, useIndexWithPublished } from '../budget/published-rows.ts';
import { FigureLink } from '../parts/amount.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePath, useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.control');
export { publishedLoader as loader, publishedOnce as shouldRevalidate } from '../budget/published-rows.ts';

const marks = { error: '⊗', warning: '⚠', info: 'ⓘ' } as const;

/** What is wrong, and what to put right. (S-WEB-16) */
export default function Control() {
  const t = useText();
  const language = useLanguage();
  const index = useIndexWithPublished(useLoaderData<typeof loader>());
  const link = useSearchLink();
  const path = usePath();
  const [search] = useSearchParams();
  const report = useMemo(() => folderReport('', index, checkCooperation(index), language), [index, language]);
  const wanted = search.get('slag');
  const findings = report.findings.filter(({ severity }) => wanted === null || severity === wanted);
  const chosen = findings.find(({ id }) => id === search.get('funn')) ?? findings[0];
  const count = (severity: string): number =>
    report.findings.filter((one) => one.severity === severity).length;
  const unit = chosen?.place.row?.split('/')[0];
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.control')}
        title={t('control.title', { count: report.findings.length })}
        lead={t('control.lead', { errors: count('error'), notes: count('info'), tables: report.tables })}
      >
        <Link className="button" to={path('kontroll/dokument')}>
          {t('check.title')}
        </Link>
      </PageHead>
      {report.findings.length === 0 ? (
        <p className="empty">{t('control.none', { tables: report.tables })}</p>
      ) : (
        <>
          <nav className="controls" aria-label={t('control.filter')}>
            <div className="switch">
              {([null, 'error', 'info'] as const).map((one) => (
                <Link
                  key={one ?? 'all'}
                  to={link({ slag: one, funn: null })}
                  aria-current={wanted === one ? 'true' : undefined}
                >
                  {t(one === null ? 'control.all' : one === 'error' ? 'control.errors' : 'control.notes')}{' '}
                  {one === null ? report.findings.length : count(one)}
                </Link>
              ))}
            </div>
          </nav>
          <div className="list-and-proof">
            <ul className="findings">
              {findings.map((finding) => (
                <li key={finding.id}>
                  <Link
                    to={link({ funn: finding.id })}
                    preventScrollReset
                    aria-current={finding === chosen ? 'true' : undefined}
                  >
                    <span className={finding.severity}>
                      <span aria-hidden="true">{marks[finding.severity]}</span>
                      <span className="hidden-text">
                        {t(finding.severity === 'error' ? 'control.error' : 'control.note')}
                      </span>
                    </span>
                    <span>
                      {t(`control.rule.${finding.rule}` as 'control.rule.check.printed')}
                      <span className="small">
                        {[finding.place.row, finding.place.column].filter(Boolean).join(', ')}
                      </span>
                    </span>
                    <span className="number">{finding.difference ?? ''}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {chosen === undefined ? null : (
              <section aria-label={t('control.proof')}>
                <h2>{t(`control.rule.${chosen.rule}` as 'control.rule.check.printed')}</h2>
                <p className="prose">{chosen.sentence}</p>
                {chosen.printed === null && chosen.expected === null ? null : (
                  <table>
                    <tbody>
                      <tr>
                        <th scope="row">{t('control.printed')}</th>
                        <td className="number">{chosen.printed ?? '–'}</td>
                      </tr>
                      <tr>
                        <th scope="row">{t('control.expected')}</th>
                        <td className="number">
                          {chosen.figureId === null ? (
                            (chosen.expected ?? '–')
                          ) : (
                            <FigureLink figureId={chosen.figureId} label={t('control.expected')}>
                              {chosen.expected ?? '–'}
                            </FigureLink>
                          )}
                        </td>
                      </tr>
                      <tr className="sum">
                        <th scope="row">
                          {t('control.difference')}
                          {chosen.unit === null ? '' : ` (${chosen.unit})`}
                        </th>
                        <td className="number">{chosen.difference ?? '–'}</td>
                      </tr>
                    </tbody>
                  </table>
                )}
                <p className="quiet">
                  {[
                    chosen.place.page === null ? null : t('control.page', { page: chosen.place.page }),
                    chosen.place.table,
                    chosen.place.file,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {chosen.consequences.length === 0 ? null : (
                  <p>{t('control.consequences', { count: chosen.consequences.length })}</p>
                )}
                {unit === undefined || !index.unit.has(unit) ? null : (
                  <Link className="button" to={path(`enhet/${unit}`)}>
                    {t('control.goTo')}
                  </Link>
                )}
              </section>
            )}
          </div>
        </>
      )}
    </main>
  );
}
