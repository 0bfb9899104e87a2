import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import type { Command } from '@samstyr/core/command/command';
import { useMemo } from 'react';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { effectOf } from './effect.ts';

/** Who pays how much more or less if this is done, before it is done. */
export function EffectTable({ service, command }: { readonly service: string; readonly command: Command }) {
  const t = useText();
  const language = useLanguage();
  const { index, year, overview, isComputed } = useBudget();
  const effect = useMemo(
    () => effectOf(index.model, { service, year, command }),
    [index, service, year, command],
  );
  if (!isComputed(service)) return <p className="quiet">{t('key.hidden')}</p>;
  if (!effect.ok)
    return (
      <div className="note" role="alert">
        {effect.problems.map((problem) => (
          <p key={problem.code}>{refusedCommandSentence(problem as never, language)}</p>
        ))}
      </div>
    );
  const total = effect.value.reduce((sum, { beforeOre, afterOre }) => sum + afterOre - beforeOre, 0n);
  return (
    <table className="effect" aria-label={t('changes.effect')}>
      <thead>
        <tr>
          <th scope="col">{t('changes.effect')}</th>
          <th scope="col" className="number">
            {t('table.changeKr')}
          </th>
        </tr>
      </thead>
      <tbody>
        {effect.value.map(({ party, beforeOre, afterOre }) => (
          <tr key={party}>
            <th scope="row">{overview.parties.find((one) => one.party === party)?.name ?? party}</th>
            <td className="number">{signed(kroner(afterOre - beforeOre))}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('table.sum')}</th>
          <td className="number">{signed(kroner(total))}</td>
        </tr>
      </tbody>
    </table>
  );
}
