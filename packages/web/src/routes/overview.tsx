import type { PartyView } from '@samstyr/core/budget/view';
import { Link, useSearchParams } from 'react-router';
import { nameIn } from '../budget/budget.ts';
import { heatClass, heatOf, inWords, percentChange } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Cell, type CellProps } from '../overview/cell.tsx';
import { OverviewControls } from '../overview/controls.tsx';
import { shownOverview } from '../overview/shown-overview.ts';
import { VersionNote } from '../overview/version-note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { WaitNotes } from '../parts/waits.tsx';
import { usePath, useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useRichText, useText } from '../texts/use-text.tsx';
import { Tour } from '../tour/tour.tsx';

export const meta = titled('menu.overview');

/** What the cooperation costs each of us, and what changes. (S-WEB-10) */
export default function Overview() {
  const t = useText();
  const rich = useRichText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { year } = budget;
  const shown = shownOverview(budget, search);
  const { kind, measure, isWide, chosen, sortBy, columns, three, sides, at } = shown;
  const sorted = shown.units;
  const shownParties = shown.parties;
  const phoneParty = columns.find(({ number }) => number === chosen) ?? null;
  const total = at(null, null);
  const outside = budget.overview.parties.filter(
    (party) => !party.column && (at(null, party)?.current.ore ?? 0n) !== 0n,
  );
  const isFirst = budget.overview.previousVersion === null;
  const unitWord = t(
    measure === 'kr' ? 'unit.kr' : measure === 'innb' ? 'unit.perInhabitant' : 'unit.kr1000',
  );
  const label = (unit: string, party: PartyView | null): string =>
    `${unit}, ${party?.name ?? t('table.sum')}`;
  const cells = (
    unit: string | null,
    name: string,
    party: PartyView | null,
    which: readonly CellProps['side'][],
  ) => {
    const row = at(unit, party);
    const whole = at(null, party)?.current.ore ?? 0n;
    return which.map((side, place) => (
      <Cell
        key={`${party?.number ?? 'sum'}-${side}`}
        row={row}
        side={side}
        measure={measure}
        label={`${label(name, party)} ${side === 'previous' ? year - 1 : side === 'current' ? year : t('table.change')}`}
        className={`${place === 0 ? 'party-edge' : ''}${side === 'change' && row !== undefined && !isFirst ? heatClass(heatOf(row.changeOre, row.previous.ore ?? 0n, whole)) : ''}`}
      />
    ));
  };
  const head = (which: readonly CellProps['side'][], party: PartyView | null) =>
    which.map((side, place) => (
      <th
        key={`${party?.number ?? 'sum'}-${side}`}
        scope="col"
        className={`number${place === 0 ? ' party-edge' : ''}`}
      >
        {side === 'previous' ? (
          year - 1
        ) : side === 'current' ? (
          <Link
            to={link({ sorter: sortBy === (party?.number ?? 'sum') ? null : (party?.number ?? 'sum') })}
            preventScrollReset
            aria-label={t('overview.sortBy', { name: party?.name ?? t('table.sum') })}
          >
            {year}
            {sortBy === (party?.number ?? 'sum') ? ' ↓' : ''}
          </Link>
        ) : (
          t('table.changeShort')
        )}
      </th>
    ));
  const rows = [
    ...sorted.map((unit) => ({ id: unit.id as string | null, name: nameIn(unit, language), className: '' })),
    {
      id: null,
      name: t(kind === 'operating' ? 'table.sumOperating' : 'table.sumInvestment'),
      className: 'sum',
    },
  ];
  const header = (row: (typeof rows)[number]) => (
    <th scope="row">{row.id === null ? row.name : <Link to={path(`enhet/${row.id}`)}>{row.name}</Link>}</th>
  );
  const change = total?.changeOre ?? 0n;
  return (
    <main id="innhold">
      <PageHead
        crumb={t('overview.crumb', { year })}
        title={t('overview.title')}
        lead={
          total === undefined
            ? t('overview.empty')
            : rich(leadOf(isFirst, change), {
                total: inWords(total.current.ore ?? 0n),
                count: sorted.length,
                year,
                before: year - 1,
                change: inWords(change < 0n ? -change : change),
                percent: percentChange(change, total.previous.ore ?? 0n) ?? '',
              })
        }
      >
        <a className="button" href={`${path('oversikt.xlsx')}?${search}`} download>
          {t('overview.xlsx')}
        </a>
        <a className="button" href={`${path('tabell.csv')}?${search}`} download>
          {t('overview.csv')}
        </a>
      </PageHead>
      <VersionNote />
      <Tour figure={total?.current.figureId ?? null} />
      <OverviewControls columns={columns} chosen={chosen} measure={measure} kind={kind} isWide={isWide} />
      <p className="legend for-wide">
        {t('overview.less')}
        {[4, 3, 2, 1].map((step) => (
          <i key={step} className={`heat-less-${step}`} />
        ))}
        {[1, 2, 3, 4].map((step) => (
          <i key={step} className={`heat-more-${step}`} />
        ))}
        {t('overview.more')} · {t('overview.legend')}
      </p>
      <div className="for-wide">
        <TableRegion label={t('overview.table', { year })} className="matrix">
          <table>
            <thead>
              <tr>
                <td />
                <th colSpan={3} scope="colgroup" className="party-edge">
                  {t('table.sum')}
                </th>
                {shownParties.map((party) => (
                  <th key={party.number} colSpan={sides.length} scope="colgroup" className="party-edge">
                    <Link to={path(`kommune/${party.number}`)}>{party.name}</Link>
                  </th>
                ))}
              </tr>
              <tr>
                <th scope="col">
                  {t('table.unit')} ({unitWord})
                </th>
                {head(three, null)}
                {shownParties.map((party) => head(sides, party))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id ?? 'sum'} className={row.className}>
                  {header(row)}
                  {cells(row.id, row.name, null, three)}
                  {shownParties.map((party) => cells(row.id, row.name, party, sides))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </div>
      <div className="for-phone">
        <table>
          <caption>
            {t('overview.phone', { name: phoneParty?.name ?? t('overview.all'), unit: unitWord })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('table.unit')}</th>
              {head(three, phoneParty)}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ id }) => at(id, phoneParty) !== undefined)
              .map((row) => (
                <tr key={row.id ?? 'sum'} className={row.className}>
                  {header(row)}
                  {cells(row.id, row.name, phoneParty, three)}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <WaitNotes rows={budget.overview.rows.filter((row) => row.service !== null && row.kind === kind)} />
      <p className="quiet">
        {measure === 'innb' ? `${t('overview.population', { date: `1.1.${year - 1}` })} ` : ''}
        {outside.length > 0
          ? `${t('overview.noColumn', { names: outside.map(({ name }) => name).join(', ') })} `
          : ''}
        {t('overview.signs')}
      </p>
    </main>
  );
}

const leadOf = (isFirst: boolean, change: bigint) =>
  isFirst ? 'overview.leadFirst' : change < 0n ? 'overview.leadLess' : 'overview.leadMore';
