import { changeStatusWords, changeWords } from '@samstyr/contract/texts/words';
import type { ChangeRow } from '@samstyr/core/model/rows';
import { Link, useLoaderData, useParams, useSearchParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import { nameIn, serviceName } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { deskLoader, isChecked, isDelivered, onlyForPlaces } from '../round/desk.ts';
import { usePath, useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { Proposal } from '../work/proposal.tsx';
import { Settle } from '../work/settle.tsx';

export const meta = titled('menu.changes');
export const loader = deskLoader;
export const shouldRevalidate = onlyForPlaces;
const tints = { proposed: 'waiting', accepted: 'good', adjusted: 'info', rejected: '' } as const;

/** What is proposed from last year to this, and what came of it. A leader proposes, the controller settles. (S-WEB-23) */
export default function Changes() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const me = useMe();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { cooperation = '' } = useParams();
  const { index, overview, year } = budget;
  const isController = hasRole(me, cooperation, 'controller');
  const onlyWaiting = search.get('vis') === 'venter';
  const rows = index.model.change.filter(
    ({ id, version }) => version === overview.version.id && !budget.hides(id),
  );
  const waiting = rows.filter(({ status }) => status === 'proposed');
  const chosen = rows.find(({ id }) => id === search.get('endring'));
  const path = usePath();
  const desk = useLoaderData<typeof loader>();
  const written = index.model.unit.filter(({ id }) => writesUnit(me, cooperation, id));
  // What a leader has delivered is closed to them on every page. (S-HTTP-20)
  const locked = isController ? [] : written.filter(({ id }) => isDelivered(desk, id));
  const mine = index.model.service.filter(({ unit }) =>
    written.some((one) => one.id === unit && !locked.includes(one)),
  );
  const order = new Map(index.model.service.map(({ id }, at) => [id, at]));
  const shown = [...(onlyWaiting ? waiting : rows)].sort(
    (a, b) => (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0),
  );
  const isOpen = overview.version.status === 'proposal' || overview.version.status === 'recommended';
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('menu.changes')}
        lead={t('changes.lead', { count: rows.length, waiting: waiting.length })}
      >
        <Link className="button" to={link({ vis: onlyWaiting ? null : 'venter' })}>
          {t(onlyWaiting ? 'changes.all' : 'changes.waiting')}
        </Link>
      </PageHead>
      <div className="columns">
        <div>
          {shown.length === 0 ? <p className="empty">{t('changes.none')}</p> : null}
          <TableRegion label={t('menu.changes')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('table.service')}</th>
                  <th scope="col">{t('changes.reason')}</th>
                  <th scope="col" className="number">
                    {t('changes.amount')}
                  </th>
                  <th scope="col">{t('changes.status')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.id} aria-current={row === chosen ? 'true' : undefined}>
                    <th scope="row">{serviceName(budget, row.service, language)}</th>
                    <td>
                      {row.reason ?? changeWords[row.kind][language]}
                      <span className="small">{changeWords[row.kind][language]}</span>
                    </td>
                    <td className="number">
                      {row.amountOre === null ? t('changes.unpriced') : signed(kroner(row.amountOre))}
                      {row.proposedOre === null ? null : (
                        <span className="small">
                          {t('changes.wasProposed', { amount: signed(kroner(row.proposedOre)) })}
                        </span>
                      )}
                    </td>
                    <td>
                      <span className={`tag ${tints[row.status]}`}>
                        {changeStatusWords[row.status][language]}
                      </span>
                      {isController && isOpen && row.status === 'proposed' ? (
                        <Link
                          className="small"
                          to={link({ endring: row.id })}
                          aria-label={t('changes.settleThis', { name: nameOf(row) })}
                        >
                          {t('changes.settle')}
                        </Link>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </div>
        <aside>
          {chosen !== undefined && isController && isOpen ? <Settle key={chosen.id} row={chosen} /> : null}
          {isOpen && mine.length > 0 ? <Proposal services={mine} /> : null}
          {isOpen
            ? locked.map((unit) => (
                <p className="note info" key={unit.id}>
                  <Link to={path(`enhet/${unit.id}`)}>{nameIn(unit, language)}</Link>:{' '}
                  {t(isChecked(desk, unit.id) ? 'round.lockedChecked' : 'round.locked')}
                </p>
              ))
            : null}
          {isOpen ? null : <p className="quiet">{t('changes.closed')}</p>}
        </aside>
      </div>
    </main>
  );
}

const nameOf = ({ reason, id }: ChangeRow): string => reason ?? id;
