import type { RoundAct } from '@samstyr/contract/desk/round';
import { type FormEvent, useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { useBudget } from '../budget/use-budget.ts';
import { typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { usePath } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';
import type { UnitProgress } from './desk.ts';
import { Said } from './said.tsx';
import { StatusTag } from './status-tag.tsx';

/** A unit in the round: where it is, and what its leader or the controller can do about it. (S-WEB-40) */
export function RoundCard({ progress }: { readonly progress: UnitProgress }) {
  const t = useText();
  const me = useMe();
  const path = usePath();
  const act = useAct();
  const id = useId();
  const { cooperation = '' } = useParams();
  const { year, overview } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const { unit, said, changes } = progress;
  const isController = hasRole(me, cooperation, 'controller');
  const isOpen = overview.version.status === 'proposal' || overview.version.status === 'recommended';
  const isWriter = writesUnit(me, cooperation, unit) && isOpen;
  const isIn = said?.act === 'delivered' || said?.act === 'checked';
  const say = async (what: RoundAct, reason: string | null = null): Promise<void> =>
    setSent(
      await act({ method: 'POST', path: `/budgets/${year}/round/${unit}`, body: { act: what, reason } }),
    );
  const onReturn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    await say('returned', typed(event.currentTarget, 'reason').trim() || null);
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('round.title', { year })}</h2>
      <p role="status">
        <StatusTag status={progress.status} /> <Said said={said} />
      </p>
      {isWriter && !isIn ? (
        <>
          <p className="quiet">{t('round.deliverHelp')}</p>
          <p className="acts">
            <button type="button" className="button primary" onClick={() => say('delivered')}>
              {t('round.deliver')}
            </button>
          </p>
        </>
      ) : null}
      {isWriter && !isController && said?.act === 'delivered' ? (
        <p className="acts">
          <button type="button" className="button" onClick={() => say('takenBack')}>
            {t('round.takeBack')}
          </button>
        </p>
      ) : null}
      {isController && isOpen && isIn ? (
        <>
          <p className="quiet">{t('round.checkHelp', { count: changes.proposed })}</p>
          {said?.act === 'delivered' ? (
            <p className="acts">
              <button type="button" className="button primary" onClick={() => say('checked')}>
                {t('round.check')}
              </button>
            </p>
          ) : null}
          <form onSubmit={onReturn}>
            <p className="entry">
              <label htmlFor={`${id}-reason`}>{t('round.reason')}</label>
              <textarea id={`${id}-reason`} name="reason" rows={2} maxLength={2000} />
            </p>
            <p className="acts">
              <button type="submit" className="button">
                {t('round.return')}
              </button>
            </p>
          </form>
        </>
      ) : null}
      <Refusal sent={sent} />
      <p>
        <Link to={path('runde')}>{t('round.others')}</Link>
      </p>
    </section>
  );
}
