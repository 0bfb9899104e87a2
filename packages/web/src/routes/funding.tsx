import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { sum } from '@samstyr/core/money/ore';
import { Link, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { serviceName } from '../budget/budget.ts';
import { kroner, shareText } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.funding');

/** What others than the municipalities pay of the services, by the keys that name them. Where a grant officer begins. (S-WEB-48) */
export default function Funding() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { index, pair, year } = budget;
  const words = keyWordNames(index.model, language);
  const rows = [...pair.current.values()].flatMap(({ service, external, grossOre, segments }) =>
    external.map(({ funder, amountOre }) => ({
      ...{ service, funder, amountOre, grossOre },
      key: segments.at(-1)?.key ?? null,
    })),
  );
  const nameOf = (funder: string): string => index.partyRows.get(funder)?.at(-1)?.name ?? funder;
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('menu.funding')}
        lead={
          rows.length === 0
            ? t('funding.none', { year })
            : t('funding.lead', {
                amount: kroner(sum(rows.map(({ amountOre }) => amountOre))),
                count: new Set(rows.map(({ service }) => service)).size,
                year,
              })
        }
      />
      {rows.length === 0 ? (
        <p className="empty">{t('funding.noneHelp')}</p>
      ) : (
        <TableRegion label={t('menu.funding')} className="funding">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('table.service')}</th>
                <th scope="col">{t('funding.funder')}</th>
                <th scope="col" className="number">
                  {t('funding.pays', { year })}
                </th>
                <th scope="col" className="number">
                  {t('funding.cost')}
                </th>
                <th scope="col" className="number">
                  {t('funding.part')}
                </th>
                <th scope="col">{t('funding.by')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ service, funder, amountOre, grossOre, key }) => (
                <tr key={`${service} ${funder}`}>
                  <th scope="row">
                    <Link to={path(`enhet/${index.service.get(service)?.unit ?? ''}`)}>
                      {serviceName(budget, service, language)}
                    </Link>
                  </th>
                  <td>{nameOf(funder)}</td>
                  <td className="number now">{kroner(amountOre)}</td>
                  <td className="number before">{kroner(grossOre)}</td>
                  <td className="number">{shareText(amountOre, grossOre)}</td>
                  <td>
                    {key === null ? null : (
                      <Link to={path(`nokkel/${service}`)}>{keyInWords(key.key, words, language)}</Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {hasRole(me, cooperation, 'grantOfficer') ? (
        <section className="card">
          <h2>{t('funding.role')}</h2>
          <p>{t('funding.can')}</p>
          <p className="quiet">{t('funding.cannot')}</p>
          <p className="acts">
            <Link className="button" to={path('')}>
              {t('menu.overview')}
            </Link>
            <Link className="button" to={path('kommune')}>
              {t('menu.municipality')}
            </Link>
          </p>
        </section>
      ) : null}
    </main>
  );
}
