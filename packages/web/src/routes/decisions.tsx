import { dayText } from '@samstyr/contract/texts/day-text';
import { decisionWords } from '@samstyr/contract/texts/words';
import { caseState } from '@samstyr/core/cooperation/decisions';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { firstDayOf } from '@samstyr/core/period/day';
import { serviceName } from '../budget/budget.ts';
import { kroner, signed } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { FigureLink } from '../parts/amount.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.decisions');
const marks = { adopted: '✓', rejected: '✕', awaited: '⧗' } as const;

/** What is valid now, and whom one waits for. (S-WEB-15) */
export default function Decisions() {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { index, year, overview } = budget;
  const cases = index.model.case;
  const name = (party: string): string => partyOn(index, party, firstDayOf(year))?.name ?? party;
  const open = cases.filter(({ id }) => caseState(index, id).awaiting.length > 0);
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.decisions')}
        title={t('menu.decisions')}
        lead={
          cases.length === 0
            ? t('decision.none')
            : t('decision.lead', { open: open.length, count: cases.length })
        }
      />
      {cases.length === 0 ? <p className="empty">{t('decision.noneHelp')}</p> : null}
      {cases.map((row) => {
        const { awaiting, rejectedBy } = caseState(index, row.id);
        const decisions = index.decisionsOf.get(row.id) ?? [];
        const services = index.model.key.filter((key) => key.case === row.id).map(({ service }) => service);
        const effects = overview.rows.filter(
          (one) =>
            one.service !== null &&
            services.includes(one.service) &&
            one.party !== null &&
            one.current.provisional?.inForceOre != null,
        );
        return (
          <section key={row.id}>
            <h2>{row.title}</h2>
            <p>
              <span
                className={`tag ${rejectedBy.length > 0 ? 'bad' : awaiting.length > 0 ? 'waiting' : 'good'}`}
              >
                {rejectedBy.length > 0
                  ? t('decision.rejected', { names: rejectedBy.map(name).join(', ') })
                  : awaiting.length > 0
                    ? t('decision.awaits', { names: awaiting.map(name).join(', ') })
                    : t('decision.valid')}
              </span>
            </p>
            <ol className="track">
              {row.councils.map((party) => {
                const decision = decisions.findLast((one) => one.party === party);
                const result = decision?.result ?? 'awaited';
                return (
                  <li key={party} className={result}>
                    <div className="mark" aria-hidden="true">
                      {marks[result]}
                    </div>
                    <strong>{name(party)}</strong>
                    <div>
                      {decisionWords[result][language]}
                      {decision?.date == null ? '' : ` ${dayText(decision.date, language)}`}
                    </div>
                    <div className="quiet">
                      {decision?.caseNumber ?? (decision?.date == null ? t('decision.noDate') : '')}
                    </div>
                  </li>
                );
              })}
              <li>
                <div className="mark" aria-hidden="true">
                  {awaiting.length + rejectedBy.length === 0 ? '✓' : '○'}
                </div>
                <strong>{t('decision.validFrom')}</strong>
                <div className="quiet">{t('decision.whenAll', { count: row.councils.length })}</div>
              </li>
            </ol>
            {effects.length === 0 ? null : (
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
            )}
            {row.note === null ? null : <p className="quiet">{row.note}</p>}
            <h3>{t('decision.wording')}</h3>
            <p className={row.wording === null ? 'quiet' : ''}>{row.wording ?? t('decision.noWording')}</p>
          </section>
        );
      })}
    </main>
  );
}
