import { type FolderReport, folderReport } from '@samstyr/contract/json/check-folder';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { classMarks, findingWords } from '@samstyr/documents/findings/finding-words';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useLoaderData, useSearchParams } from 'react-router';
import { type publishedLoader as loader, useIndexWithPublished } from '../budget/published-rows.ts';
import { amountText, columnName, rowName } from '../check/folder-place.ts';
import { FigureLink } from '../parts/amount.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePath, useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.control');
export { publishedLoader as loader, publishedOnce as shouldRevalidate } from '../budget/published-rows.ts';

type Finding = FolderReport['findings'][number];
const shown = (decimal: string | null): string => (decimal === null ? '–' : amountText(decimal));

/** What is wrong, and what to put right. (S-WEB-16) */
export default function Control() {
  const t = useText();
  const language = useLanguage();
  const index = useIndexWithPublished(useLoaderData<typeof loader>());
  const link = useSearchLink();
  const path = usePath();
  const [search] = useSearchParams();
  const proof = useRef<HTMLElement>(null);
  const asked = search.get('funn');
  // Where there is no room beside the list, the finding stands above it.
  useEffect(() => {
    if (asked !== null) proof.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  const report = useMemo(() => folderReport('', index, checkCooperation(index), language), [index, language]);
  const wanted = search.get('slag');
  const findings = report.findings.filter(({ severity }) => wanted === null || severity === wanted);
  const chosen = findings.find(({ id }) => id === asked) ?? findings[0];
  const count = (severity: string): number =>
    report.findings.filter((one) => one.severity === severity).length;
  const unit = chosen?.place.row?.split('/')[0];
  const { classes } = findingWords[language];
  // What is only worth knowing has no class: nothing in it is wrong.
  const markOf = (finding: Finding): string => (finding.class === 'soft' ? 'i' : classMarks[finding.class]);
  const kindOf = ({ rule, class: kind }: Finding): string =>
    [t(`control.rule.${rule}` as 'control.rule.check.printed'), kind === 'soft' ? null : classes[kind]]
      .filter(Boolean)
      .join(' · ');
  const placeOf = ({
    row,
    column,
  }: {
    readonly row: string | null;
    readonly column: string | null;
  }): string => [rowName(index, row, t), columnName(index, column, t)].filter(Boolean).join(' · ');
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
                      <span aria-hidden="true">{markOf(finding)}</span>
                    </span>
                    <span>
                      {placeOf(finding.place)}
                      <span className="small">{kindOf(finding)}</span>
                    </span>
                    <span className="number">
                      {finding.difference === null ? null : (
                        <>
                          {amountText(finding.difference)}
                          <span className="small">{finding.unit}</span>
                        </>
                      )}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            {chosen === undefined ? null : (
              <section aria-label={t('control.proof')} ref={proof}>
                <h2>{placeOf(chosen.place)}</h2>
                <p className="small">
                  <span className={chosen.severity} aria-hidden="true">
                    {markOf(chosen)}
                  </span>{' '}
                  {kindOf(chosen)}
                </p>
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
                            shown(chosen.expected)
                          ) : (
                            <FigureLink figureId={chosen.figureId} label={t('control.expected')}>
                              {shown(chosen.expected)}
                            </FigureLink>
                          )}
                        </td>
                      </tr>
                      <tr className="sum">
                        <th scope="row">
                          {t('control.difference')}
                          {chosen.unit === null ? '' : ` (${chosen.unit})`}
                        </th>
                        <td className="number">{shown(chosen.difference)}</td>
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
