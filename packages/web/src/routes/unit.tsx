import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { changeStatusWords, changeWords } from '@samstyr/contract/texts/words';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { fractionText } from '@samstyr/core/fraction/fraction';
import { firstDayOf } from '@samstyr/core/period/day';
import { Link, useLoaderData, useParams } from 'react-router';
import { useMe, writesUnit } from '../api/me.ts';
import { nameIn, rowAt } from '../budget/budget.ts';
import { heatClass, heatOf, inWords, kroner, percentChange, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Cell } from '../overview/cell.tsx';
import { Narrative } from '../parts/narrative.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { WaitNotes } from '../parts/waits.tsx';
import { Comments } from '../round/comments.tsx';
import { deskLoader, onlyForPlaces } from '../round/desk.ts';
import { RoundCard } from '../round/round-card.tsx';
import { Tasks } from '../round/tasks.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useRichText, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.unit');
export const loader = deskLoader;
export const shouldRevalidate = onlyForPlaces;

/** What a unit does, what it costs and who pays. (S-WEB-12) */
export default function Unit() {
  const t = useText();
  const rich = useRichText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const me = useMe();
  const desk = useLoaderData<typeof loader>();
  const { cooperation = '', unit: wanted } = useParams();
  const { index, year, overview } = budget;
  const units = [...index.model.unit].sort((a, b) => a.order - b.order);
  const unit = units.find(({ id }) => id === wanted);
  if (unit === undefined)
    return (
      <main id="innhold">
        <h1>{t('unit.all')}</h1>
        {units.length === 0 ? <p className="empty">{t('overview.empty')}</p> : null}
        <ul>
          {units.map((one) => (
            <li key={one.id}>
              <Link to={path(`enhet/${one.id}`)}>{nameIn(one, language)}</Link>
            </li>
          ))}
        </ul>
      </main>
    );
  const services = index.servicesOf.get(unit.id) ?? [];
  const parties = overview.parties.filter(({ party }) =>
    services.some(({ id, kind }) => rowAt(budget, { unit: unit.id, service: id, party, kind }) !== undefined),
  );
  const progress = desk?.units.find((one) => one.unit === unit.id);
  const total = rowAt(budget, { unit: unit.id, party: null });
  const at = units.indexOf(unit);
  const changes = index.model.change.filter(
    (row) => row.version === overview.version.id && services.some(({ id }) => id === row.service),
  );
  const keys = services.flatMap((service) =>
    (index.keysOf.get(service.id) ?? []).map((key) => ({ service, key })),
  );
  const volumes = index.model.volume.filter(
    (row) =>
      row.version === overview.version.id &&
      services.some(({ id }) => id === row.service) &&
      !budget.hides(row.id),
  );
  const texts = index.model.text.filter((row) => row.unit === unit.id && row.year === year);
  const inLanguage = texts.filter((row) => row.language === language);
  const chapter = inLanguage.length > 0 ? inLanguage : texts.filter((row) => row.language === 'nb');
  const partyName = (party: string): string => partyOn(index, party, firstDayOf(year))?.name ?? party;
  const table = [...services, null];
  return (
    <main id="innhold">
      <PageHead
        crumb={
          <>
            <Link to={path('enhet')}>{t('unit.all')}</Link> › {nameIn(unit, language)}
            {unit.host === null ? '' : ` · ${t('unit.host', { name: partyName(unit.host) })}`}
          </>
        }
        title={nameIn(unit, language)}
        lead={
          total === undefined
            ? t('unit.noBudget')
            : rich(total.changeOre < 0n ? 'unit.leadLess' : 'unit.leadMore', {
                name: nameIn(unit, language),
                amount: inWords(total.current.ore ?? 0n),
                year,
                before: year - 1,
                change: inWords(total.changeOre < 0n ? -total.changeOre : total.changeOre),
                percent: percentChange(total.changeOre, total.previous.ore ?? 0n) ?? t('sign.new'),
              })
        }
      >
        {writesUnit(me, cooperation, unit.id) ? (
          <Link className="button primary" to={path(`enhet/${unit.id}/tekst`)}>
            {t('text.edit')}
          </Link>
        ) : null}
        {[units[at - 1], units[at + 1]].map((one, place) =>
          one === undefined ? null : (
            <Link key={one.id} className="button" to={path(`enhet/${one.id}`)}>
              {place === 0 ? '← ' : ''}
              {nameIn(one, language)}
              {place === 1 ? ' →' : ''}
            </Link>
          ),
        )}
      </PageHead>
      <div className="columns">
        <div>
          <h2>{t('unit.perService')}</h2>
          <TableRegion label={t('unit.perService')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    {t('table.service')} ({t('unit.kr1000')})
                  </th>
                  {parties.map(({ number, name }) => (
                    <th key={number} scope="col" className="number">
                      {name}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {t('table.sum')} {year}
                  </th>
                  <th scope="col" className="number">
                    {t('table.changeShort')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {table.map((service) => {
                  const kind = service?.kind ?? 'operating';
                  const place = { unit: unit.id, service: service?.id ?? null, kind };
                  const sum = rowAt(budget, { ...place, party: null });
                  const name = service === null ? t('table.sumOperating') : nameIn(service, language);
                  if (service === null && services.length === 1) return null;
                  return (
                    <tr
                      key={service?.id ?? 'sum'}
                      className={service === null ? 'sum' : kind === 'investment' ? 'outside' : ''}
                    >
                      <th scope="row">
                        {name}
                        {kind === 'investment' ? (
                          <span className="small">{t('overview.investment')}</span>
                        ) : null}
                      </th>
                      {parties.map((party) => (
                        <Cell
                          key={party.number}
                          row={rowAt(budget, { ...place, party: party.party })}
                          side="current"
                          measure="1000"
                          label={`${name}, ${party.name} ${year}`}
                        />
                      ))}
                      <Cell
                        row={sum}
                        side="current"
                        measure="1000"
                        label={`${name}, ${t('table.sum')} ${year}`}
                      />
                      <Cell
                        row={sum}
                        side="change"
                        measure="1000"
                        label={`${name} ${t('table.change')}`}
                        className={
                          sum === undefined
                            ? ''
                            : heatClass(
                                heatOf(sum.changeOre, sum.previous.ore ?? 0n, total?.current.ore ?? 0n),
                              )
                        }
                      />
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableRegion>
          <WaitNotes rows={budget.overview.rows.filter((row) => row.unit === unit.id)} />
          {chapter.length === 0 ? <p className="quiet">{t('unit.noText', { year })}</p> : null}
          {chapter.map((row) => (
            <section key={row.id} className="prose" lang={row.language}>
              <h2>{row.title}</h2>
              <Narrative body={row.body} />
            </section>
          ))}
        </div>
        <aside>
          {progress === undefined ? null : <RoundCard key={`${unit.id}-${year}`} progress={progress} />}
          {desk === null ? null : <Tasks unit={unit.id} tasks={desk.tasks} people={desk.people} />}
          {desk === null ? null : <Comments unit={unit.id} comments={desk.comments} />}
          <section className="card">
            <h2>{t('unit.keys')}</h2>
            {keys.length === 0 ? <p className="quiet">{t('unit.noKey')}</p> : null}
            {keys.map(({ service, key }) => (
              <p key={key.id}>
                <strong>{nameIn(service, language)}</strong>:{' '}
                {keyInWords(key.key, keyWordNames(index.model, language), language)}.{' '}
                <Link
                  to={path(`nokkel/${service.id}`)}
                  aria-label={t('unit.tryKeyFor', { name: nameIn(service, language) })}
                >
                  {t('unit.tryKey')}
                </Link>
              </p>
            ))}
          </section>
          <section className="card">
            <h2>{t('unit.changes')}</h2>
            {changes.length === 0 ? <p className="quiet">{t('unit.noChanges')}</p> : null}
            <table>
              <tbody>
                {changes
                  .filter(({ id }) => !budget.hides(id))
                  .map((row) => (
                    <tr key={row.id}>
                      <th scope="row">
                        {row.reason ?? changeWords[row.kind][language]}
                        <span className="small">
                          {changeWords[row.kind][language]}
                          {row.party === null ? '' : ` · ${partyName(row.party)}`} ·{' '}
                          {changeStatusWords[row.status][language]}
                        </span>
                      </th>
                      <td className="number">
                        {row.amountOre === null ? '–' : signed(kroner(row.amountOre))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
          <section className="card">
            <h2>{t('unit.volumes')}</h2>
            {volumes.length === 0 ? <p className="quiet">{t('unit.noVolumes', { year })}</p> : null}
            <table>
              <tbody>
                {volumes.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      {row.measure}
                      <span className="small">{partyName(row.party)}</span>
                    </th>
                    <td className="number">{fractionText(row.count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </aside>
      </div>
    </main>
  );
}
