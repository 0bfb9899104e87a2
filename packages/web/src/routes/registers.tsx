import { rowToJson } from '@samstyr/contract/tables/row-json';
import { Link, useParams, useSearchParams } from 'react-router';
import { partyNameOf } from '../admin/grants.ts';
import { countText, dateOf, RegisterFile } from '../admin/register-file.tsx';
import { hasRole, useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('admin.registers');
const shownDates = 3;

/** The parties of the cooperation, and the registers amounts are divided by. A controller reads new values in from a file. (S-WEB-32) */
export default function Registers() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const link = useSearchLink();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const [search] = useSearchParams();
  const { model } = budget.index;
  const chosen = model.register.find(({ id }) => id === search.get('register')) ?? model.register[0];
  const values = model.registerValue.filter(
    ({ register, group }) => register === chosen?.id && group === null,
  );
  const dates = [...new Set(values.map(({ date }) => date))].sort().slice(-shownDates);
  const parties = [...new Set(values.map(({ party }) => party))];
  const nameOf = (row: (typeof model.register)[number]): string =>
    (language === 'nn' ? row.nameNn : language === 'en' ? row.nameEn : null) ?? row.name;
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.admin')}
        title={t('admin.registers')}
        lead={t('register.lead', { parties: model.party.length, registers: model.register.length })}
      />
      <div className="columns">
        <div>
          {chosen === undefined ? (
            <p className="empty">{t('register.none')}</p>
          ) : (
            <>
              <nav className="controls" aria-label={t('register.choose')}>
                <div className="switch">
                  {model.register.map((row) => (
                    <Link
                      key={row.id}
                      to={link({ register: row.id })}
                      aria-current={row === chosen ? 'true' : undefined}
                    >
                      {nameOf(row)}
                    </Link>
                  ))}
                </div>
              </nav>
              <p className="quiet">
                {chosen.source === null ? null : t('register.source', { source: chosen.source })}
              </p>
              {dates.length === 0 ? <p className="empty">{t('register.noValues')}</p> : null}
              <TableRegion label={nameOf(chosen)}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">
                        {t('table.municipality')} ({chosen.units})
                      </th>
                      {dates.map((date) => (
                        <th key={date} scope="col" className="number">
                          {dateOf(date, language)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {parties.map((party) => (
                      <tr key={party}>
                        <th scope="row">{partyNameOf(budget, party)}</th>
                        {dates.map((date) => {
                          const row = values.findLast((one) => one.party === party && one.date === date);
                          return (
                            <td key={date} className="number">
                              {row === undefined
                                ? t('register.lacks')
                                : countText(`${rowToJson('registerValue', row)['value']}`, language)}
                            </td>
                          );
                        })}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableRegion>
            </>
          )}
        </div>
        <aside>
          {chosen !== undefined && hasRole(me, cooperation, 'controller') ? (
            <RegisterFile key={chosen.id} register={chosen.id} />
          ) : (
            <p className="quiet">{t('register.notForYou')}</p>
          )}
        </aside>
      </div>
      <h2>{t('register.parties')}</h2>
      <TableRegion label={t('register.parties')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('table.municipality')}</th>
              <th scope="col">{t('register.number')}</th>
              <th scope="col">{t('register.from')}</th>
              <th scope="col">{t('register.column')}</th>
            </tr>
          </thead>
          <tbody>
            {model.party.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td>{row.kommunenummer ?? '–'}</td>
                <td>
                  {row.from === null ? t('register.always') : dateOf(row.from, language)}
                  {row.until === null ? null : ` – ${dateOf(row.until, language)}`}
                </td>
                <td>{t(row.column ? 'register.yes' : 'register.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="quiet">{t('register.partiesHelp')}</p>
    </main>
  );
}
