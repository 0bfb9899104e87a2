import { listed } from '@samstyr/contract/texts/list-text';
import { Link, useLoaderData, useParams, useSearchParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { nameIn } from '../budget/budget.ts';
import { kroner } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { deskLoader, onlyForPlaces } from '../round/desk.ts';
import { Said } from '../round/said.tsx';
import { StatusTag, statuses } from '../round/status-tag.tsx';
import { usePath, useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.round');
export const loader = deskLoader;
export const shouldRevalidate = onlyForPlaces;

/** As many units as are named in a sentence. */
const mostNamed = 4;

/** How far the round is come: who has delivered, who is checked, and whom one waits for. (S-WEB-40) */
export default function Round() {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { index, year } = useBudget();
  const isLast = index.model.version.every((version) => version.year <= year);
  const desk = useLoaderData<typeof loader>();
  if (desk === null)
    return (
      <main id="innhold">
        <PageHead
          crumb={t('overview.crumb', { year })}
          title={t('round.title', { year })}
          lead={t('round.notMine')}
        />
      </main>
    );
  const order = new Map(index.model.unit.map(({ id, order: at }) => [id, at]));
  const units = [...desk.units].sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
  const nameOf = (id: string): string => {
    const unit = index.unit.get(id);
    return unit === undefined ? id : nameIn(unit, language);
  };
  const of = (status: string) => units.filter((one) => one.status === status);
  const waiting = [...of('inProgress'), ...of('notStarted')].map(({ unit }) => nameOf(unit));
  const wanted = statuses.find((one) => one === search.get('vis')) ?? null;
  const shown = wanted === null ? units : of(wanted);
  const lead = t('round.counts', { checked: of('checked').length, count: units.length });
  const waits =
    waiting.length === 0
      ? t('round.allDelivered')
      : t('round.waitsFor', { names: listed(waiting, language, mostNamed) });
  const hasFrames = units.some(({ frameOre }) => frameOre !== null);
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('round.title', { year })}
        lead={`${lead} ${waits}`}
      >
        {hasRole(me, cooperation, 'controller') && isLast ? (
          <Link className="button" to={path('neste')}>
            {t('next.link', { year: year + 1 })}
          </Link>
        ) : null}
      </PageHead>
      <div className="round-bar" aria-hidden="true">
        {[...statuses]
          .reverse()
          .map((status) => of(status).map(({ unit }) => <span key={unit} className={status} />))}
      </div>
      <nav className="controls" aria-label={t('round.filter')}>
        <span className="switch">
          <Link to={link({ vis: null })} aria-current={wanted === null ? 'true' : undefined}>
            {t('round.all')} {units.length}
          </Link>
          {[...statuses].reverse().map((status) => (
            <Link
              key={status}
              to={link({ vis: status })}
              aria-current={wanted === status ? 'true' : undefined}
            >
              {t(`round.${status}`)} {of(status).length}
            </Link>
          ))}
        </span>
      </nav>
      {shown.length === 0 ? <p className="empty">{t('round.none')}</p> : null}
      {shown.length === 0 ? null : (
        <TableRegion label={t('menu.round')} className="round-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('table.unit')}</th>
                <th scope="col">{t('round.state')}</th>
                <th scope="col" className="number">
                  {t('round.tasks')}
                </th>
                <th scope="col" className="number">
                  {t('round.proposals')}
                </th>
                <th scope="col" className="number">
                  {t('round.texts')}
                </th>
                {hasFrames ? (
                  <th scope="col" className="number">
                    {t('round.frame')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.unit}>
                  <th scope="row">
                    <Link to={path(`enhet/${one.unit}`)}>{nameOf(one.unit)}</Link>
                  </th>
                  <td>
                    <StatusTag status={one.status} />
                    <span className="small">
                      <Said said={one.said} />
                    </span>
                  </td>
                  <td className="number">{one.tasks.open}</td>
                  <td className="number">{one.changes.proposed}</td>
                  <td className="number">
                    {t('round.ofBefore', { written: one.texts.written, before: one.texts.previousYear })}
                  </td>
                  {hasFrames ? (
                    <td className="number">
                      {one.frameOre === null ? '–' : kroner(BigInt(one.frameOre) - BigInt(one.acceptedOre))}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </main>
  );
}
