import { budgetProblemTexts } from '@samstyr/contract/texts/budget-problems';
import { dayText } from '@samstyr/contract/texts/day-text';
import { editProblemTexts } from '@samstyr/contract/texts/edit-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { warningTexts } from '@samstyr/contract/texts/warnings';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { parseDay } from '@samstyr/core/period/day';
import type { Warning } from '@samstyr/core/scenario/warnings';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { useMemo } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { columnsOf, onlyServices, rowAt, serviceName } from '../budget/budget.ts';
import { heatClass, heatOf, kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { datesOf } from '../key/try-key.ts';
import { FigureLink } from '../parts/amount.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { editsOf, hiddenBy, type Step, stepsIn, stepText } from '../scenario/alternative.ts';
import { MakeReal } from '../scenario/make-real.tsx';
import { StepEffects } from '../scenario/step-effects.tsx';
import { useSearchLink } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.scenario');
const letters = ['a', 'b', 'c'] as const;

/** What happens to each municipality if we do A, B or C. Everything is in the address; nothing is stored. (S-WEB-14) */
export default function Scenario() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { index, year, isComputed } = budget;
  const columns = columnsOf(budget);
  const known = useMemo(() => indexModel(onlyServices(index.model, isComputed)), [index, isComputed]);
  const texts = letters.map((letter) => search.get(letter) ?? '').join('§');
  const adding = newStep(search);
  const target = letters.find((letter) => letter === search.get('til')) ?? 'a';
  const alternatives = useMemo(
    () =>
      texts.split('§').map((text, at) => {
        const steps = [...stepsIn(text), ...(adding !== null && letters[at] === target ? [adding] : [])];
        const edits = steps.flatMap((one) => editsOf(budget, one));
        return {
          letter: letters[at] ?? 'a',
          steps,
          hidden: [...new Set(steps.flatMap((one) => hiddenBy(budget, one)))],
          result:
            edits.length === 0
              ? null
              : whatIf(known.model, edits, { year, rounding: 'agreement', index: known }),
        };
      }),
    [texts, adding, target, budget, known, year],
  );
  const used = alternatives
    .filter(({ steps }) => steps.length > 0)
    .map((one) => (one.hidden.length > 0 ? { ...one, result: null } : one));
  const partyName = (slug: string): string =>
    budget.overview.parties.find((one) => one.party === slug || one.number === slug)?.name ?? slug;
  const named = (one: Warning): Warning => {
    const at = 'service' in one ? { ...one, service: serviceName(budget, one.service, language) } : one;
    if ('parties' in at) return { ...at, parties: at.parties.map(partyName) };
    return 'party' in at ? { ...at, party: partyName(at.party) } : at;
  };
  const dayOf = (text: string): string => {
    const day = parseDay(text);
    return day === null ? text : dayText(day, language);
  };
  const inWords = (one: Step): string =>
    one.step === 'population'
      ? t('scenario.population', { date: dayOf(one.date) })
      : one.step === 'saving'
        ? t('scenario.saving', { service: serviceName(budget, one.service, language), percent: one.percent })
        : t(one.step === 'leave' ? 'scenario.leave' : 'scenario.join', {
            party: partyName(one.party),
            service: serviceName(budget, one.service, language),
            date: dayOf(one.from),
          });
  // Only dates every service can be computed with: a figure that was not published when the budget was made is not there for it.
  const dates = useMemo(
    () =>
      datesOf(
        known.model,
        'population',
        columnsOf(budget).map(({ party }) => party),
      ).filter((date) => {
        const step: Step = { step: 'population', date };
        if (hiddenBy(budget, step).length > 0) return true;
        const edits = editsOf(budget, step);
        return (
          edits.length > 0 && whatIf(known.model, edits, { year, rounding: 'agreement', index: known }).ok
        );
      }),
    [known, budget, year],
  );
  const keep = Object.fromEntries(
    alternatives.map(({ letter, steps }) => [letter, steps.map(stepText).join('|')]),
  );
  const rows = [...columns.map((party) => party.party), null];
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.scenario')}
        title={t('scenario.title', { count: used.length })}
        lead={used.length === 0 ? t('scenario.empty') : t('scenario.lead', { year })}
      />
      {used.map(({ letter, hidden }) =>
        hidden.length === 0 ? null : (
          <div key={letter} className="note" role="alert">
            <strong>{letter.toUpperCase()}</strong>
            <p>
              {t('scenario.hidden', {
                names: hidden.map((id) => serviceName(budget, id, language)).join(', '),
              })}
            </p>
          </div>
        ),
      )}
      {used.map(({ letter, result }) =>
        result === null || result.ok ? null : (
          <div key={letter} className="note" role="alert">
            <strong>{letter.toUpperCase()}</strong>
            {result.problems.map((problem) => (
              <p key={problem.code}>
                {tell<typeof problem>({ ...budgetProblemTexts, ...editProblemTexts }, language, problem)}
              </p>
            ))}
          </div>
        ),
      )}
      <TableRegion label={t('scenario.table')}>
        <table>
          <caption>{t('scenario.caption', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.municipality')}</th>
              <th scope="col" className="number">
                {t('scenario.base')}
              </th>
              {used.map(({ letter, steps }) => (
                <th key={letter} scope="col" className="number">
                  <b>{letter.toUpperCase()}</b>{' '}
                  {steps.length === 1 && steps[0] !== undefined
                    ? inWords(steps[0])
                    : t('scenario.steps', { count: steps.length })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((party) => {
              const base = rowAt(budget, { unit: null, party });
              const name = party === null ? t('table.sum') : partyName(party);
              return (
                <tr key={party ?? 'sum'} className={party === null ? 'sum' : ''}>
                  <th scope="row">{name}</th>
                  <td className="number before">
                    {base === undefined ? (
                      '–'
                    ) : (
                      <FigureLink figureId={base.figureId} label={`${name}, ${t('scenario.base')}`}>
                        {kroner(base.current.ore ?? 0n)}
                      </FigureLink>
                    )}
                  </td>
                  {used.map(({ letter, result }) => {
                    const row = result?.ok
                      ? result.value.totals.find((one) => one.party === party && one.kind === 'operating')
                      : undefined;
                    return (
                      <td
                        key={letter}
                        className={`number${row === undefined ? '' : heatClass(heatOf(row.differenceOre, row.beforeOre ?? 0n, row.beforeOre ?? 0n))}`}
                      >
                        {row === undefined ? '–' : signed(kroner(row.differenceOre))}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableRegion>
      <div className="columns">
        <div>
          {used.map(({ letter, steps, result }) => {
            const moved = result?.ok
              ? result.value.rows.filter(
                  (row) => row.service !== null && row.party !== null && row.differenceOre !== 0n,
                )
              : [];
            return (
              <section key={letter}>
                <h2>{t('scenario.alternative', { letter: letter.toUpperCase() })}</h2>
                <ul>
                  {steps.map((one) => (
                    <li key={stepText(one)}>
                      {inWords(one)}{' '}
                      <Link
                        to={link({
                          [letter]:
                            steps
                              .filter((other) => other !== one)
                              .map(stepText)
                              .join('|') || null,
                          steg: null,
                        })}
                        preventScrollReset
                        aria-label={t('scenario.removeStep', { step: inWords(one) })}
                      >
                        {t('scenario.remove')}
                      </Link>
                    </li>
                  ))}
                </ul>
                {result?.ok && steps.length > 1 ? (
                  <StepEffects known={known.model} steps={steps} inWords={inWords} />
                ) : null}
                {result?.ok
                  ? result.value.unavoidable.map((one) => (
                      <div key={`${one.service}-${one.party}`} className="note">
                        <strong>{t('scenario.unavoidable', { amount: kroner(one.amountOre) })}</strong>
                        <p>
                          {t('scenario.unavoidableHelp', {
                            party: partyName(one.party),
                            service: serviceName(budget, one.service, language),
                          })}
                        </p>
                      </div>
                    ))
                  : null}
                {result?.ok
                  ? result.value.warnings.map((one) => (
                      <p
                        key={`${one.code}-${'service' in one ? one.service : ''}-${'party' in one ? one.party : ''}`}
                        className="quiet"
                      >
                        {tell(warningTexts, language, named(one))}
                      </p>
                    ))
                  : null}
                {moved.length === 0 ? null : (
                  <details>
                    <summary>{t('scenario.everyDifference', { count: moved.length })}</summary>
                    <table>
                      <tbody>
                        {moved.map((row) => (
                          <tr key={row.figureId}>
                            <th scope="row">
                              {serviceName(budget, row.service ?? '', language)}, {partyName(row.party ?? '')}
                              {row.parts.length < 2 ? null : (
                                <span className="small">
                                  {row.parts
                                    .map(
                                      (part) =>
                                        `${dayText(part.from, language)}: ${signed(kroner(part.differenceOre))}`,
                                    )
                                    .join(' · ')}
                                </span>
                              )}
                            </th>
                            <td className="number before">
                              <FigureLink
                                figureId={row.figureId}
                                label={`${serviceName(budget, row.service ?? '', language)}, ${partyName(row.party ?? '')}, ${t('scenario.base')}`}
                              >
                                {kroner(row.beforeOre ?? 0n)}
                              </FigureLink>
                            </td>
                            <td className="number now">{kroner(row.afterOre ?? 0n)}</td>
                            <td className="number">{signed(kroner(row.differenceOre))}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </details>
                )}
                {result?.ok ? <MakeReal steps={steps} /> : null}
              </section>
            );
          })}
        </div>
        <aside>
          <Form className="card" method="get" preventScrollReset>
            <h2>{t('scenario.add')}</h2>
            {Object.entries(keep).map(([letter, value]) =>
              value === '' ? null : <input key={letter} type="hidden" name={letter} value={value} />,
            )}
            <label className="field">
              <span>{t('scenario.what')}</span>
              <select name="steg" defaultValue="population">
                <option value="population">{t('scenario.newPopulation')}</option>
                <option value="leave">{t('scenario.leaves')}</option>
                <option value="join">{t('scenario.joins')}</option>
                <option value="saving">{t('scenario.saves')}</option>
              </select>
            </label>
            <label className="field">
              <span>{t('scenario.newPopulation')}</span>
              <select name="dato">
                {dates.map((date) => (
                  <option key={date} value={date}>
                    {dayText(date, language)}
                  </option>
                ))}
              </select>
              <span className="small">{t('scenario.datesHelp')}</span>
            </label>
            <label className="field">
              <span>{t('table.service')}</span>
              <select name="tjeneste">
                {index.model.service.map(({ id }) => (
                  <option key={id} value={id}>
                    {serviceName(budget, id, language)}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{t('table.municipality')}</span>
              <select name="hvem">
                {columns.map(({ party, name }) => (
                  <option key={party} value={party}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{t('scenario.from')}</span>
              <select name="fra">
                {['01', '04', '07', '10'].map((month) => (
                  <option key={month} value={`${year}-${month}-01`}>
                    {dayOf(`${year}-${month}-01`)}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{t('scenario.percent')}</span>
              <input type="text" name="prosent" inputMode="numeric" defaultValue="2" pattern="[0-9]{1,2}" />
            </label>
            <label className="field">
              <span>{t('scenario.to')}</span>
              <select name="til" defaultValue={target}>
                {letters.map((letter) => (
                  <option key={letter} value={letter}>
                    {letter.toUpperCase()}
                  </option>
                ))}
              </select>
            </label>
            <button className="button primary" type="submit">
              {t('scenario.addButton')}
            </button>
            <p className="quiet">{t('scenario.nothingStored')}</p>
          </Form>
        </aside>
      </div>
    </main>
  );
}

/** The step a sent form asks for. */
function newStep(search: URLSearchParams): Step | null {
  const at = (name: string): string => (search.get(name) ?? '').replace(/[~|§]/g, '');
  const step = search.get('steg');
  if (step === 'population') return { step, date: at('dato') };
  if (step === 'saving') return { step, service: at('tjeneste'), percent: at('prosent') };
  return step === 'leave' || step === 'join'
    ? { step, service: at('tjeneste'), party: at('hvem'), from: at('fra') }
    : null;
}
