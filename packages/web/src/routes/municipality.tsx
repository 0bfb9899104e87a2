import { caseState } from '@samstyr/core/cooperation/decisions';
import { fraction } from '@samstyr/core/fraction/fraction';
import { bySize } from '@samstyr/core/money/ore';
import { Link, useParams } from 'react-router';
import { ownParty, useMe } from '../api/me.ts';
import { columnsOf, nameIn, payersOf, perInhabitant, rowAt } from '../budget/budget.ts';
import { decimals, heatClass, heatOf, inWords, kroner, percentChange, signed } from '../budget/numbers.ts';
import { causeLines } from '../budget/reasons.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Cell } from '../overview/cell.tsx';
import { FigureLink } from '../parts/amount.tsx';
import { PartBar } from '../parts/bars.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { WaitNotes } from '../parts/waits.tsx';
import { Waterfall } from '../parts/waterfall.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useRichText, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.municipality');

/** What one municipality pays to everything, why it changed, and what its council must decide. (S-WEB-11) */
export default function Municipality() {
  const t = useText();
  const rich = useRichText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const { cooperation = '', party: wanted } = useParams();
  const { year, index } = budget;
  const columns = columnsOf(budget);
  const mine = ownParty(useMe(), cooperation);
  const party =
    columns.find(({ number }) => number === wanted) ??
    columns.find((column) => wanted === undefined && column.party === mine) ??
    columns[0];
  const total = party === undefined ? undefined : rowAt(budget, { unit: null, party: party.party });
  if (party === undefined || total === undefined)
    return (
      <main id="innhold">
        <h1>{t('menu.municipality')}</h1>
        <p className="empty">{t('municipality.none')}</p>
      </main>
    );
  const now = total.current.ore ?? 0n;
  const before = total.previous.ore ?? 0n;
  const investment = rowAt(budget, { unit: null, party: party.party, kind: 'investment' });
  const own = index.model.unit
    .flatMap((unit) => {
      const row = rowAt(budget, { unit: unit.id, party: party.party });
      return row === undefined ? [] : [{ unit, row }];
    })
    .sort((a, b) => bySize(b.row.current.ore ?? 0n, a.row.current.ore ?? 0n));
  const lines = causeLines(
    budget,
    (cause) => cause.party === party.party && cause.kind === 'operating' && !budget.hides(cause.figureId),
    language,
    t('municipality.otherCauses'),
  );
  const each = perInhabitant(budget, now, [party.party]);
  const cases = index.model.case.filter(
    ({ id }) => !index.proposals.has(id) && caseState(index, id).awaiting.includes(party.party),
  );
  // Only what all the municipalities pay to can be compared; the others would measure who takes part.
  const everyone = columns.filter((one) => rowAt(budget, { unit: null, party: one.party }) !== undefined);
  const compared = everyone.filter(
    (one) =>
      payersOf(budget, null).includes(one.party) &&
      own.filter(({ unit }) => payersOf(budget, unit.id).includes(one.party)).length * 2 > own.length,
  );
  const common = own.filter(({ unit }) =>
    compared.every((one) => payersOf(budget, unit.id).includes(one.party)),
  );
  const bars = compared
    .map((one) => {
      const sum = common.reduce(
        (all, { unit }) => all + (rowAt(budget, { unit: unit.id, party: one.party })?.current.ore ?? 0n),
        0n,
      );
      const value = perInhabitant(budget, sum, [one.party]);
      return { party: one, ore: value === null ? null : value.n / value.d };
    })
    .sort((a, b) => bySize(b.ore ?? 0n, a.ore ?? 0n));
  const most = bars.reduce((largest, { ore }) => ((ore ?? 0n) > largest ? (ore ?? 0n) : largest), 1n);
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.municipality')}
        title={t('municipality.title', { name: party.name })}
        lead={rich(total.changeOre < 0n ? 'municipality.leadLess' : 'municipality.leadMore', {
          name: party.name,
          amount: inWords(now),
          count: own.length,
          year,
          before: year - 1,
          change: inWords(total.changeOre < 0n ? -total.changeOre : total.changeOre),
          percent: percentChange(total.changeOre, before) ?? '',
        })}
      />
      <nav className="controls" aria-label={t('municipality.choose')}>
        <div className="switch">
          {columns.map((one) => (
            <Link
              key={one.number}
              to={path(`kommune/${one.number}`)}
              aria-current={one === party ? 'true' : undefined}
            >
              {one.name}
            </Link>
          ))}
        </div>
      </nav>
      <dl className="figures">
        <div>
          <dt>{t('municipality.operating', { year })}</dt>
          <dd className="large">
            <FigureLink figureId={total.figureId} label={t('municipality.operating', { year })}>
              {kroner(now)} kr
            </FigureLink>
          </dd>
          <dd>{signed(kroner(total.changeOre))} kr</dd>
        </div>
        <div>
          <dt>{t('municipality.perInhabitant')}</dt>
          <dd className="large">
            {each === null ? '–' : `${decimals(fraction(each.n, each.d * 100n), 0)} kr`}
          </dd>
          <dd>{t('overview.population', { date: `1.1.${year - 1}` })}</dd>
        </div>
        {investment === undefined ? null : (
          <div>
            <dt>{t('overview.investment')}</dt>
            <dd className="large">
              <FigureLink figureId={investment.figureId} label={t('overview.investment')}>
                {kroner(investment.current.ore ?? 0n)} kr
              </FigureLink>
            </dd>
            <dd>{signed(kroner(investment.changeOre))} kr</dd>
          </div>
        )}
        <div>
          <dt>{t('municipality.waiting')}</dt>
          <dd className="large">{cases.length}</dd>
        </div>
      </dl>
      <div className="columns">
        <div>
          <h2>{t('municipality.why')}</h2>
          {lines.length === 0 ? (
            <p className="quiet">{t('municipality.noCauses')}</p>
          ) : (
            <Waterfall
              lines={lines}
              before={{ name: `${year - 1}`, ore: before }}
              after={{ name: `${year}`, ore: now }}
            />
          )}
          <h2>{t('municipality.services', { name: party.name })}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  {t('table.unit')} ({t('unit.kr1000')})
                </th>
                <th scope="col" className="number">
                  {year - 1}
                </th>
                <th scope="col" className="number">
                  {year}
                </th>
                <th scope="col" className="number">
                  {t('table.changeShort')}
                </th>
                <th scope="col" className="number">
                  %
                </th>
              </tr>
            </thead>
            <tbody>
              {[...own, { unit: null, row: total }].map(({ unit, row }) => {
                const name = unit === null ? t('table.sumOperating') : nameIn(unit, language);
                return (
                  <tr key={unit?.id ?? 'sum'} className={unit === null ? 'sum' : ''}>
                    <th scope="row">
                      {unit === null ? name : <Link to={path(`enhet/${unit.id}`)}>{name}</Link>}
                    </th>
                    <Cell row={row} side="previous" measure="1000" label={`${name} ${year - 1}`} />
                    <Cell row={row} side="current" measure="1000" label={`${name} ${year}`} />
                    <Cell
                      row={row}
                      side="change"
                      measure="1000"
                      label={`${name} ${t('table.change')}`}
                      className={heatClass(heatOf(row.changeOre, row.previous.ore ?? 0n, now))}
                    />
                    <td className="number before">
                      {percentChange(row.changeOre, row.previous.ore ?? 0n)?.replace(/\s%$/, '') ??
                        t('sign.new')}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <WaitNotes rows={budget.overview.rows.filter((row) => row.party === party.party)} />
        </div>
        <aside>
          <section className="card">
            <h2>{t('municipality.mustDecide')}</h2>
            {cases.length === 0 ? <p className="quiet">{t('municipality.nothingToDecide')}</p> : null}
            {cases.map((row) => (
              <p key={row.id}>
                <Link to={path('vedtak')}>{row.title}</Link>{' '}
                <span className="tag waiting">{t('decision.awaits', { names: party.name })}</span>
              </p>
            ))}
          </section>
          {bars.length < 2 || common.length === 0 ? null : (
            <section className="card">
              <h2>{t('municipality.perInhabitant')}</h2>
              <p className="quiet">{t('municipality.compared', { count: common.length, year })}</p>
              <table>
                <tbody>
                  {bars.map(({ party: one, ore }) => (
                    <tr key={one.number}>
                      <th scope="row">{one.name}</th>
                      <td>
                        <PartBar value={ore ?? 0n} most={most} own={one === party} />
                      </td>
                      <td className="number">{ore === null ? '–' : kroner(ore)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          <section className="card">
            <h2>{t('municipality.whatIf')}</h2>
            <p>{t('municipality.whatIfHelp')}</p>
            <Link className="button" to={path('scenario')}>
              {t('municipality.openScenario')}
            </Link>
          </section>
        </aside>
      </div>
    </main>
  );
}
