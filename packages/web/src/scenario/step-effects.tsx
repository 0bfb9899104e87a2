import type { Model } from '@samstyr/core/model/rows';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { useMemo } from 'react';
import { columnsOf } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { TableRegion } from '../parts/table-region.tsx';
import { useText } from '../texts/use-text.tsx';
import { useSpeaker } from './speaker.ts';
import type { Part } from './step-words.ts';

type StepEffectsProps = { readonly known: Model; readonly parts: readonly Part[] };

/** Why an alternative differs: what each of its changes adds for each municipality, after those before it. (S-WEB-43) */
export function StepEffects({ known, parts }: StepEffectsProps) {
  const t = useText();
  const budget = useBudget();
  const speaker = useSpeaker();
  const { year } = budget;
  const places = [
    ...columnsOf(budget).map(({ party, name }) => ({ party, name })),
    { party: null, name: t('table.sum') },
  ];
  const totals = useMemo(
    () =>
      parts.map((_, at) => {
        const edits = parts.slice(0, at + 1).flatMap((one) => one.edits);
        const result = edits.length === 0 ? null : whatIf(known, edits, { year, rounding: 'agreement' });
        return result?.ok
          ? new Map(
              result.value.totals
                .filter(({ kind }) => kind === 'operating')
                .map(({ party, differenceOre }) => [party, differenceOre as bigint]),
            )
          : null;
      }),
    [parts, known, year],
  );
  if (totals.includes(null)) return null;
  return (
    <>
      <h3>{t('scenario.eachStep')}</h3>
      <TableRegion label={t('scenario.eachStep')} className="round-table each-step">
        <table>
          <caption>{t('scenario.eachStepCaption', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scenario.change')}</th>
              {places.map(({ party, name }) => (
                <th key={party ?? 'sum'} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((one, at) => (
              <tr key={one.id}>
                <th scope="row">{one.words(speaker)}</th>
                {places.map(({ party }) => (
                  <td key={party ?? 'sum'} className="number">
                    {signed(kroner((totals[at]?.get(party) ?? 0n) - (totals[at - 1]?.get(party) ?? 0n)))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
