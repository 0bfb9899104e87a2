import { serviceName } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { FigureLink } from '../parts/amount.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';

type EffectsProps = { readonly services: readonly string[]; readonly name: (party: string) => string };

/** What the budget rests on while a case waits: each amount by the key in force and by the new one. */
export function Effects({ services, name }: EffectsProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { overview, year } = budget;
  const effects = overview.rows.filter(
    (one) =>
      one.service !== null &&
      services.includes(one.service) &&
      one.party !== null &&
      one.current.provisional?.inForceOre != null,
  );
  if (effects.length === 0) return null;
  return (
    <>
      <div className="note">
        <strong>{t('decision.budgetRests')}</strong>
        <p>{t('decision.ifNo')}</p>
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
          {effects.map((one) => {
            const old = one.current.provisional?.inForceOre ?? 0n;
            const current = one.current.ore ?? 0n;
            return (
              <tr key={one.figureId}>
                <th scope="row">{name(one.party ?? '')}</th>
                <td className="number before">{kroner(old)}</td>
                <td className="number now">
                  <FigureLink
                    figureId={one.figureId}
                    label={`${name(one.party ?? '')}, ${t('decision.newKey')}`}
                  >
                    {kroner(current)}
                  </FigureLink>
                </td>
                <td className="number">{signed(kroner(current - old))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
