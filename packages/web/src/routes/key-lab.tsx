import { dayText } from '@samstyr/contract/texts/day-text';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { amountsToFit } from '@samstyr/core/fit/amounts-to-fit';
import { fitKey } from '@samstyr/core/fit/fit-key';
import { roundToOre } from '@samstyr/core/fraction/fraction';
import type { KeyRow, ServiceRow } from '@samstyr/core/model/rows';
import { type Day, firstDayOf, yearOf } from '@samstyr/core/period/day';
import { useMemo, useState } from 'react';
import { Link, useLoaderData, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { nameIn, onlyServices, perInhabitant, serviceName } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { type publishedLoader as loader, useIndexWithPublished } from '../budget/published-rows.ts';
import { useBudget } from '../budget/use-budget.ts';
import { SaveProposal } from '../decide/save-proposal.tsx';
import { LabTable } from '../key/lab-table.tsx';
import { asTrial, datesOf, dayOfRule, keyOf, moved, type Trial } from '../key/try-key.ts';
import { PageHead } from '../parts/page-head.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useRichText, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.key');
export { publishedLoader as loader, publishedOnce as shouldRevalidate } from '../budget/published-rows.ts';

/** Who pays more and who pays less with another key. (S-WEB-13) */
export default function KeyLab() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const { '*': wanted = '' } = useParams();
  const { index } = budget;
  const services = index.model.service.filter(({ id }) => (index.keysOf.get(id) ?? []).length > 0);
  const service = services.find(({ id }) => id === wanted);
  const segments = service === undefined ? [] : (budget.pair.current.get(service.id)?.segments ?? []);
  const key = segments.findLast((segment) => segment.key !== null)?.key ?? null;
  if (service === undefined || key === null)
    return (
      <main id="innhold">
        <PageHead crumb={t('menu.key')} title={t('key.choose')} lead={t('key.chooseHelp')} />
        {services.length === 0 ? <p className="empty">{t('key.none')}</p> : null}
        <table>
          <tbody>
            {services.map(({ id }) => {
              const current = budget.pair.current
                .get(id)
                ?.segments.findLast((segment) => segment.key !== null)?.key;
              return (
                <tr key={id}>
                  <th scope="row">
                    <Link to={path(`nokkel/${id}`)}>{serviceName(budget, id, language)}</Link>
                  </th>
                  <td>
                    {current == null
                      ? '–'
                      : keyInWords(current.key, keyWordNames(index.model, language), language)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </main>
    );
  return <Lab key={service.id} service={service} keyRow={key} />;
}

type LabProps = { readonly service: ServiceRow; readonly keyRow: KeyRow };

function Lab({ service, keyRow }: LabProps) {
  const t = useText();
  const rich = useRichText();
  const language = useLanguage();
  const budget = useBudget();
  const path = usePath();
  const navigate = useNavigate();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const [search] = useSearchParams();
  const { index, year } = budget;
  const model = index.model;
  const withPublished = useIndexWithPublished(useLoaderData<typeof loader>());
  const own = useMemo(() => onlyServices(model, (id) => id === service.id), [model, service.id]);
  const members = budget.pair.current.get(service.id)?.segments.at(-1)?.members ?? [];
  const now = asTrial(keyRow.key);
  const population = { register: 'population', date: firstDayOf(year - 1), group: null, average: 1 } as const;
  const nowPercent = now === null ? 0 : Number((now.fixed.n * 100n) / now.fixed.d);
  const nowReading = now?.reading ?? population;
  const start: Trial = {
    fixedPercent: percentIn(search.get('fast')) ?? nowPercent,
    reading: {
      ...nowReading,
      register: search.get('register') ?? nowReading.register,
      date: (search.get('dato') ?? nowReading.date) as typeof nowReading.date,
    },
    years: percentIn(search.get('innfasing')) ?? 1,
  };
  const [trial, setTrial] = useState<Trial>(start);
  const isSame =
    search.size === 0 &&
    trial.fixedPercent === nowPercent &&
    trial.reading.register === nowReading.register &&
    trial.reading.date === nowReading.date;
  const key = isSame ? keyRow.key : keyOf(trial);
  const isComputed = budget.isComputed(service.id);
  const rows = useMemo(
    () => (isComputed ? moved(own, service.id, year, key) : null),
    [isComputed, own, service.id, year, key],
  );
  const fit = useMemo(() => {
    const given = isComputed ? amountsToFit(withPublished, service, year) : null;
    return given === null ? null : fitKey(given).candidates[0];
  }, [isComputed, withPublished, service, year]);
  const party = (slug: string): string =>
    budget.overview.parties.find((one) => one.party === slug)?.name ?? slug;
  const names = keyWordNames(model, language);
  const registers = model.register.filter(({ id }) => datesOf(model, id, members).length > 0);
  const dates = datesOf(model, trial.reading.register, members);
  const day = dayOfRule(trial.reading.date, year);
  const keep = (next: Trial): void => {
    const query = new URLSearchParams({
      fast: `${next.fixedPercent}`,
      register: next.reading.register,
      dato: next.reading.date,
      innfasing: `${next.years}`,
    });
    navigate(`?${query}`, { replace: true, preventScrollReset: true });
  };
  const change = (next: Trial): void => {
    setTrial(next);
    keep(next);
  };
  const wordingFrom = (from: Day): string =>
    [
      t('key.annexText', {
        service: serviceName(budget, service.id, language),
        date: dayText(from, language),
        key: keyInWords(key, names, language),
      }),
      ...(trial.years > 1 ? [t('key.annexPhase', { years: trial.years })] : []),
    ].join(' ');
  const ownParty = me?.grants.find(
    (grant) => grant.cooperation === cooperation && grant.role === 'financeOfficer',
  )?.party;
  const ownRow = (rows ?? []).find((row) => row.party === ownParty);
  const movedSum = (rows ?? []).reduce(
    (all, { beforeOre, afterOre }) => (afterOre > beforeOre ? all + afterOre - beforeOre : all),
    0n,
  );
  const felt = (rows ?? [])
    .flatMap((row) => {
      const each = perInhabitant(budget, row.afterOre - row.beforeOre, [row.party]);
      return each === null ? [] : [{ party: row.party, ore: roundToOre(each) }];
    })
    .sort((a, b) => (b.ore > a.ore ? 1 : -1))[0];
  return (
    <main id="innhold">
      <PageHead
        crumb={
          <>
            <Link to={path('nokkel')}>{t('menu.key')}</Link> › {serviceName(budget, service.id, language)}
          </>
        }
        title={t('key.title')}
        lead={
          rows === null
            ? t(isComputed ? 'key.cannot' : 'key.hidden')
            : movedSum === 0n
              ? t('key.leadSame', { key: keyInWords(keyRow.key, names, language) })
              : rich('key.lead', {
                  percent: trial.fixedPercent,
                  amount: kroner(movedSum),
                  name: felt === undefined ? '' : party(felt.party),
                  each: felt === undefined ? '' : signed(kroner(felt.ore)),
                })
        }
      />
      <div className="columns">
        <div aria-live="off">
          {ownRow === undefined || movedSum === 0n ? null : (
            <p className="note info">
              {rich('key.own', {
                name: party(ownRow.party),
                after: kroner(ownRow.afterOre),
                before: kroner(ownRow.beforeOre),
                change: signed(kroner(ownRow.afterOre - ownRow.beforeOre)),
              })}
            </p>
          )}
          {rows === null ? null : <LabTable rows={rows} name={party} />}
          {trial.years > 1 && rows !== null ? (
            <>
              <h2>{t('key.phaseIn')}</h2>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('table.municipality')}</th>
                    {steps(trial.years).map((step) => (
                      <th key={step} scope="col" className="number">
                        {year + step - 1} ({step}/{trial.years})
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  <PhaseIn
                    trial={trial}
                    from={keyRow}
                    to={key}
                    own={own}
                    service={service.id}
                    party={party}
                  />
                </tbody>
              </table>
              <p className="quiet">{t('key.phaseInNote', { year })}</p>
            </>
          ) : null}
          <h2>{t('key.annex')}</h2>
          <blockquote className="card">
            <p>«{wordingFrom(firstDayOf(year))}»</p>
            <p className="quiet">{t('key.annexNote', { count: members.length })}</p>
          </blockquote>
        </div>
        <aside>
          <form className="card" onSubmit={(event) => event.preventDefault()}>
            <label className="field">
              <span>
                {t('key.fixed')}
                <output>{trial.fixedPercent}&nbsp;%</output>
              </span>
              <input
                type="range"
                name="fast"
                min="0"
                max="100"
                step="1"
                value={trial.fixedPercent}
                onChange={(event) => setTrial({ ...trial, fixedPercent: event.target.valueAsNumber })}
                onPointerUp={() => keep(trial)}
                onKeyUp={() => keep(trial)}
              />
              <span className="quiet">
                {now === null ? t('key.otherShape') : t('key.now', { percent: nowPercent })}
              </span>
            </label>
            <label className="field">
              <span>{t('key.register')}</span>
              <select
                name="register"
                value={trial.reading.register}
                onChange={(event) =>
                  change({
                    ...trial,
                    reading: {
                      ...trial.reading,
                      register: event.target.value,
                      date: datesOf(model, event.target.value, members)[0] ?? trial.reading.date,
                    },
                  })
                }
              >
                {registers.map((row) => (
                  <option key={row.id} value={row.id}>
                    {nameIn(row, language)}
                  </option>
                ))}
              </select>
            </label>
            <fieldset className="field">
              <legend>{t('key.date')}</legend>
              {dates.map((date) => (
                <label key={date}>
                  <input
                    type="radio"
                    name="dato"
                    value={date}
                    checked={date === day}
                    onChange={() => change({ ...trial, reading: { ...trial.reading, date } })}
                  />
                  {dayText(date, language)}
                </label>
              ))}
              {dates.length === 0 ? <p className="quiet">{t('key.noDates')}</p> : null}
            </fieldset>
            <label className="field">
              <span>{t('key.phaseIn')}</span>
              <select
                name="innfasing"
                value={trial.years}
                onChange={(event) => change({ ...trial, years: event.target.selectedIndex + 1 })}
              >
                {steps(5).map((years) => (
                  <option key={years} value={years}>
                    {years === 1 ? t('key.atOnce') : t('key.years', { years })}
                  </option>
                ))}
              </select>
            </label>
            {keyRow.basis === 'published' ? null : <p className="note info">{t('key.derived')}</p>}
            <Link className="button plain" to={path(`nokkel/${service.id}`)} reloadDocument>
              {t('key.reset')}
            </Link>
          </form>
          {isSame || rows === null ? null : (
            <SaveProposal
              service={service.id}
              members={members}
              keyFrom={(from) =>
                trial.years > 1
                  ? {
                      form: 'phaseIn',
                      from: keyRow.key,
                      to: key,
                      years: trial.years,
                      firstYear: yearOf(from),
                    }
                  : key
              }
              wording={wordingFrom}
            />
          )}
          <section className="card">
            <h2>{t('key.fit')}</h2>
            {fit === undefined || fit === null ? (
              <p className="quiet">{t('key.fitNone')}</p>
            ) : (
              <p>
                {keyInWords(fit.key, names, language)}.{' '}
                <span className="quiet">
                  {t(fit.reproducesPrinted ? 'key.fitExact' : 'key.fitNear', {
                    amount: kroner(fit.maxResidualOre),
                  })}
                </span>
              </p>
            )}
          </section>
        </aside>
      </div>
    </main>
  );
}

const steps = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
const percentIn = (text: string | null): number | null =>
  text !== null && /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : null;

type PhaseInProps = {
  readonly trial: Trial;
  readonly from: KeyRow;
  readonly to: KeyRow['key'];
  readonly own: Parameters<typeof moved>[0];
  readonly service: string;
  readonly party: (slug: string) => string;
};

/** The difference from today's key in each year of the phase-in, at this year's cost. */
function PhaseIn({ trial, from, to, own, service, party }: PhaseInProps) {
  const { year } = useBudget();
  const t = useText();
  const years = steps(trial.years).map((step) =>
    moved(own, service, year, {
      form: 'phaseIn',
      from: from.key,
      to,
      years: trial.years,
      firstYear: year - step + 1,
    }),
  );
  const first = years[0];
  if (first == null)
    return (
      <tr>
        <td>{t('key.cannot')}</td>
      </tr>
    );
  return first.map(({ party: slug }, at) => (
    <tr key={slug}>
      <th scope="row">{party(slug)}</th>
      {years.map((rows, step) => (
        <td key={`${slug}-${steps(trial.years)[step]}`} className="number">
          {rows?.[at] === undefined ? '–' : signed(kroner(rows[at].afterOre - rows[at].beforeOre))}
        </td>
      ))}
    </tr>
  ));
}
