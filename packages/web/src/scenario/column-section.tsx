import { dayText } from '@samstyr/contract/texts/day-text';
import { tell } from '@samstyr/contract/texts/tell';
import { warningTexts } from '@samstyr/contract/texts/warnings';
import type { Model } from '@samstyr/core/model/rows';
import type { Warning } from '@samstyr/core/scenario/warnings';
import type { WhatIf } from '@samstyr/core/scenario/whatif';
import { Link } from 'react-router';
import { kroner, signed } from '../budget/numbers.ts';
import { FigureLink } from '../parts/amount.tsx';
import { useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import type { Column } from './column.ts';
import { MakeReal } from './make-real.tsx';
import { SaveVersion } from './save-version.tsx';
import { useSpeaker } from './speaker.ts';
import { savedRow, stepText } from './step.ts';
import { StepEffects } from './step-effects.tsx';
import { inWords } from './step-words.ts';

/** What a column is made of, what each step does, and what may be done with it. (S-WEB-14) */
export function ColumnSection({ column, known }: { readonly column: Column; readonly known: Model }) {
  const t = useText();
  const link = useSearchLink();
  const speaker = useSpeaker();
  const { letter, steps, parts, result } = column;
  const [first] = steps;
  const isSaved = steps.length === 1 && first?.step === 'saved';
  return (
    <section>
      <h2>
        {t('scenario.alternative', { letter: letter.toUpperCase() })}
        {isSaved ? `: ${inWords(speaker, first)}` : ''}
      </h2>
      {isSaved ? <p className="quiet">{savedRow(speaker.budget, first)?.why}</p> : null}
      <ul>
        {steps.map((one) => (
          <li key={stepText(one)}>
            {inWords(speaker, one)}{' '}
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
              aria-label={t('scenario.removeStep', { step: inWords(speaker, one) })}
            >
              {t('scenario.remove')}
            </Link>
          </li>
        ))}
      </ul>
      {result === null && column.hidden.length === 0 ? (
        <p className="quiet">{t('scenario.nothingMoves')}</p>
      ) : null}
      {result?.ok ? (
        <>
          {parts.length > 1 || isSaved ? <StepEffects known={known} parts={parts} /> : null}
          <Consequences result={result.value} />
          {isSaved ? null : (
            <>
              <SaveVersion column={column} result={result.value} />
              <MakeReal steps={steps} />
            </>
          )}
        </>
      ) : null}
    </section>
  );
}

/** What remains of a leaver's part, what one should know, and every figure that moves. */
function Consequences({ result }: { readonly result: WhatIf }) {
  const t = useText();
  const language = useLanguage();
  const { party, service } = useSpeaker();
  const named = (one: Warning): Warning => {
    const at = 'service' in one ? { ...one, service: service(one.service) } : one;
    if ('parties' in at) return { ...at, parties: at.parties.map(party) };
    return 'party' in at ? { ...at, party: party(at.party) } : at;
  };
  const moved = result.rows.filter(
    (row) => row.service !== null && row.party !== null && row.differenceOre !== 0n,
  );
  return (
    <>
      {result.unavoidable.map((one) => (
        <div key={`${one.service}-${one.party}`} className="note">
          <strong>{t('scenario.unavoidable', { amount: kroner(one.amountOre) })}</strong>
          <p>{t('scenario.unavoidableHelp', { party: party(one.party), service: service(one.service) })}</p>
        </div>
      ))}
      {result.warnings.map((one) => (
        <p
          key={`${one.code}-${'service' in one ? one.service : ''}-${'party' in one ? one.party : ''}`}
          className="quiet"
        >
          {tell(warningTexts, language, named(one))}
        </p>
      ))}
      {moved.length === 0 ? null : (
        <details>
          <summary>{t('scenario.everyDifference', { count: moved.length })}</summary>
          <table>
            <tbody>
              {moved.map((row) => {
                const name = `${service(row.service ?? '')}, ${party(row.party ?? '')}`;
                return (
                  <tr key={row.figureId}>
                    <th scope="row">
                      {name}
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
                      <FigureLink figureId={row.figureId} label={`${name}, ${t('scenario.base')}`}>
                        {kroner(row.beforeOre ?? 0n)}
                      </FigureLink>
                    </td>
                    <td className="number now">{kroner(row.afterOre ?? 0n)}</td>
                    <td className="number">{signed(kroner(row.differenceOre))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
