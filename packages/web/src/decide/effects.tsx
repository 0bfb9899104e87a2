import { serviceName } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { FigureLink } from '../parts/amount.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';

type EffectsProps = {
  readonly caseId: string;
  readonly services: readonly string[];
  readonly name: (party: string) => string;
};

/** What a case moves while it waits: each amount by the key in force and by the new one, and which of them the budget is made with. */
export function Effects({ caseId, services, name }: EffectsProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { overview, year } = budget;
  const effects = overview.rows.flatMap((one) => {
    if (one.service === null || one.party === null || !services.includes(one.service)) return [];
    const { provisional, waiting, ore } = one.current;
    const row = { figureId: one.figureId, party: one.party };
    if (ore === null) return [];
    if (provisional?.case === caseId && provisional.inForceOre !== null)
      return [{ ...row, isAssumed: true, old: provisional.inForceOre, next: ore }];
    if (waiting?.case === caseId && waiting.adoptedOre !== null)
      return [{ ...row, isAssumed: false, old: ore, next: waiting.adoptedOre }];
    return [];
  });
  const isAssumed = effects.some((one) => one.isAssumed);
  if (effects.length === 0) return null;
  return (
    <>
      <div className={isAssumed ? 'note' : 'note info'}>
        <strong>{t(isAssumed ? 'decision.budgetRests' : 'decision.wouldMove')}</strong>
        <p>{t(isAssumed ? 'decision.ifNo' : 'decision.ifYes')}</p>
      </div>
      <table>
        <caption>
          {services.map((id) => serviceName(budget, id, language)).join(', ')} {year}, kr
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('table.municipality')}</th>
            <th scope="col" className="number">
              {t('decision.oldKey')}
            </th>
            <th scope="col" className="number">
              {t('decision.newKey')}
            </th>
            <th scope="col" className="number">
              {t('decision.effect')}
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ figureId, party, old, next }) => (
            <tr key={figureId}>
              <th scope="row">{name(party)}</th>
              <td className={`number ${isAssumed ? 'before' : 'now'}`}>
                {isAssumed ? (
                  kroner(old)
                ) : (
                  <FigureLink figureId={figureId} label={`${name(party)}, ${t('decision.oldKey')}`}>
                    {kroner(old)}
                  </FigureLink>
                )}
              </td>
              <td className={`number ${isAssumed ? 'now' : 'before'}`}>
                {isAssumed ? (
                  <FigureLink figureId={figureId} label={`${name(party)}, ${t('decision.newKey')}`}>
                    {kroner(next)}
                  </FigureLink>
                ) : (
                  kroner(next)
                )}
              </td>
              <td className="number">{signed(kroner(next - old))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
