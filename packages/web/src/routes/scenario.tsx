import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { columnsOf, onlyServices, rowAt } from '../budget/budget.ts';
import { heatClass, heatOf, kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { datesOf } from '../key/try-key.ts';
import { FigureLink } from '../parts/amount.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { AddStep, newStep } from '../scenario/add-step.tsx';
import { type Column, columnOf, columnProblemInWords, letters } from '../scenario/column.ts';
import { ColumnSection } from '../scenario/column-section.tsx';
import { SavedVersions } from '../scenario/saved-versions.tsx';
import { type Speaker, useSpeaker } from '../scenario/speaker.ts';
import { editsOf, hiddenBy, type Step, stepsIn, stepText } from '../scenario/step.ts';
import { inWords } from '../scenario/step-words.ts';
import { titled } from '../texts/title.ts';
import { useText } from '../texts/use-text.tsx';

export const meta = titled('menu.scenario');

/** What happens to each municipality if we do A, B or C. Everything is in the address until it is saved as a version. (S-WEB-14) */
export default function Scenario() {
  const t = useText();
  const budget = useBudget();
  const speaker = useSpeaker();
  const [search] = useSearchParams();
  const { index, year, isComputed } = budget;
  const known = useMemo(() => indexModel(onlyServices(index.model, isComputed)), [index, isComputed]);
  const texts = letters.map((letter) => search.get(letter) ?? '').join('§');
  const sent = newStep(search);
  const adding = sent === null ? null : stepText(sent);
  const target = letters.find((letter) => letter === search.get('til')) ?? 'a';
  const columns = useMemo(
    () =>
      texts.split('§').map((text, at) => {
        const letter = letters[at] ?? 'a';
        const said = letter === target && adding !== null ? `${text}|${adding}` : text;
        return columnOf(budget, known, letter, stepsIn(said));
      }),
    [texts, adding, target, budget, known],
  );
  const used = columns.filter(({ steps }) => steps.length > 0);
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
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.scenario')}
        title={t('scenario.title', { count: used.length })}
        lead={used.length === 0 ? t('scenario.empty') : t('scenario.lead', { year })}
      />
      {used.map((column) => (
        <Stopped key={column.letter} column={column} speaker={speaker} />
      ))}
      <Differences columns={used} speaker={speaker} />
      <div className="columns">
        <div>
          {used.map((column) => (
            <ColumnSection key={column.letter} column={column} known={known.model} />
          ))}
          <SavedVersions />
        </div>
        <aside>
          <AddStep
            keep={Object.fromEntries(
              columns.map(({ letter, steps }) => [letter, steps.map(stepText).join('|')]),
            )}
            target={target}
            dates={dates}
          />
        </aside>
      </div>
    </main>
  );
}

type OfColumn = { readonly column: Column; readonly speaker: Speaker };

/** Why a column shows nothing. */
function Stopped({ column: { letter, hidden, result }, speaker: { t, language, service } }: OfColumn) {
  const why =
    hidden.length > 0
      ? [t('scenario.hidden', { names: hidden.map(service).join(', ') })]
      : result === null || result.ok
        ? []
        : result.problems.map((problem) => columnProblemInWords(problem, language));
  return why.length === 0 ? null : (
    <div className="note" role="alert">
      <strong>{letter.toUpperCase()}</strong>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** The budget, and beside it what each column makes different. */
function Differences({
  columns,
  speaker,
}: {
  readonly columns: readonly Column[];
  readonly speaker: Speaker;
}) {
  const { t, budget } = speaker;
  return (
    <TableRegion label={t('scenario.table')}>
      <table>
        <caption>{t('scenario.caption', { year: budget.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.municipality')}</th>
            <th scope="col" className="number">
              {t('scenario.base')}
            </th>
            {columns.map(({ letter, steps }) => (
              <th key={letter} scope="col" className="number">
                <b>{letter.toUpperCase()}</b>{' '}
                {steps.length === 1 && steps[0] !== undefined
                  ? inWords(speaker, steps[0])
                  : t('scenario.steps', { count: steps.length })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...columnsOf(budget).map(({ party }) => party), null].map((party) => {
            const base = rowAt(budget, { unit: null, party });
            const name = party === null ? t('table.sum') : speaker.party(party);
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
                {columns.map(({ letter, result }) => {
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
  );
}
