import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Funding as FundingRow } from '@samstyr/core/budget/funding';
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
  const { index, funding, scope, year } = budget;
  const words = keyWordNames(index.model, language);
  const seen = funding.flatMap(({ amountOre }) => amountOre ?? []);
  const servicesOf = (rows: readonly FundingRow[]): number =>
    new Set(rows.map(({ service }) => service)).size;
  const hidden = servicesOf(funding.filter(({ amountOre }) => amountOre === null));
  const isLinked = scope === 'cooperation';
  const nameOf = (funder: string): string => index.partyRows.get(funder)?.at(-1)?.name ?? funder;
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('menu.funding')}
        lead={
          funding.length === 0
            ? t('funding.none', { year })
            : t('funding.lead', {
                amount: kroner(sum(seen)),
                count: servicesOf(funding) - hidden,
                year,
              })
        }
      />
      {hidden === 0 ? null : <p className="note info">{t('funding.hidden', { count: hidden })}</p>}
      {funding.length === 0 ? (
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
              {funding.map(({ service, funder, amountOre, grossOre, key }) => (
                <tr key={`${service} ${funder}`}>
                  <th scope="row">
                    {isLinked ? (
                      <Link to={path(`enhet/${index.service.get(service)?.unit ?? ''}`)}>
                        {serviceName(budget, service, language)}
                      </Link>
                    ) : (
                      serviceName(budget, service, language)
                    )}
                  </th>
                  <td>{nameOf(funder)}</td>
                  <td className="number now">{amountOre === null ? t('sign.hidden') : kroner(amountOre)}</td>
                  <td className="number before">{grossOre === null ? null : kroner(grossOre)}</td>
                  <td className="number">
                    {amountOre === null || grossOre === null ? null : shareText(amountOre, grossOre)}
                  </td>
                  <td>
                    {key === null ? null : isLinked ? (
                      <Link to={path(`nokkel/${service}`)}>{keyInWords(key, words, language)}</Link>
                    ) : (
                      keyInWords(key, words, language)
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
        </section>
      ) : null}
    </main>
  );
}
