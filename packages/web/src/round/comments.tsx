import { roundActIn } from '@samstyr/contract/desk/round';
import { type FormEvent, useId, useState } from 'react';
import { useParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { useBudget } from '../budget/use-budget.ts';
import { typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useMoment } from '../texts/moment.tsx';
import { useText } from '../texts/use-text.tsx';
import type { Comment } from './desk.ts';

/** What is said about a unit, newest last, and a field to say more. */
export function Comments({
  unit,
  comments,
}: {
  readonly unit: string;
  readonly comments: readonly Comment[];
}) {
  const t = useText();
  const id = useId();
  const me = useMe();
  const act = useAct();
  const moment = useMoment();
  const { cooperation = '' } = useParams();
  const { index } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const own = comments.filter(({ row }) => row.unit === unit && roundActIn(row.about) === null);
  const says = hasRole(me, cooperation, 'controller', 'financeOfficer') || writesUnit(me, cooperation, unit);
  const aboutOf = (about: string): string => {
    const [table, row] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)];
    if (table === 'line') return index.model.line.find((one) => one.id === row)?.label ?? row;
    return table === 'text' ? (index.model.text.find((one) => one.id === row)?.title ?? row) : about;
  };
  const onSend = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const done = await act({
      method: 'POST',
      path: '/comments',
      body: { unit, about: null, body: typed(form, 'body').trim() },
    });
    setSent(done);
    if (done.is === 'done') form.reset();
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('comment.title')}</h2>
      {own.length === 0 ? <p className="quiet">{t('comment.none')}</p> : null}
      <ul className="plain">
        {own.map(({ row, name, version }) => (
          <li key={row.id}>
            <span className="small">
              {name ?? t('round.somebody')} {moment(row.writtenAt)}
              {row.about === null ? '' : ` · ${t('comment.about', { what: aboutOf(row.about) })}`}
              {row.resolved ? ` · ${t('comment.resolved')}` : ''}
            </span>
            <p className="said">{row.body}</p>
            {writesUnit(me, cooperation, unit) || row.author === me?.user ? (
              <button
                type="button"
                className="link"
                onClick={async () =>
                  setSent(
                    await act({
                      method: 'PUT',
                      path: `/comments/${row.id}/resolved`,
                      body: { resolved: !row.resolved, version },
                    }),
                  )
                }
              >
                {t(row.resolved ? 'comment.reopen' : 'comment.resolve')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {says ? (
        <form onSubmit={onSend}>
          <p className="entry">
            <label htmlFor={`${id}-body`}>{t('comment.own')}</label>
            <textarea id={`${id}-body`} name="body" rows={3} maxLength={4000} required />
          </p>
          <p className="acts">
            <button type="submit" className="button">
              {t('comment.send')}
            </button>
          </p>
        </form>
      ) : null}
      <Refusal sent={sent} />
    </section>
  );
}
