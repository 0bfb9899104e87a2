import { dayText } from '@samstyr/contract/texts/day-text';
import { parseDay } from '@samstyr/core/period/day';
import { type FormEvent, useId, useState } from 'react';
import { useParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import type { Colleague, Task } from './desk.ts';

type TasksProps = {
  readonly unit: string;
  readonly tasks: readonly Task[];
  readonly people: readonly Colleague[];
};

/** What a unit has left to do, who does it and by when. The controller gives, whoever works in the unit does. */
export function Tasks({ unit, tasks, people }: TasksProps) {
  const t = useText();
  const id = useId();
  const language = useLanguage();
  const me = useMe();
  const act = useAct();
  const { cooperation = '' } = useParams();
  const { year } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const own = tasks.filter(({ row }) => row.unit === unit && (row.year === year || row.year === null));
  const does = writesUnit(me, cooperation, unit);
  const gives = hasRole(me, cooperation, 'controller', 'administrator');
  // Whom one would ask: the unit's own, and the controllers.
  const asked = people.filter(({ units, roles }) => units.includes(unit) || roles.includes('controller'));
  const leader = asked.find(({ units }) => units.includes(unit));
  const nameOf = (user: string | null): string =>
    people.find((one) => one.user === user)?.name ?? t('task.anybody');
  const onGive = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const [title, due, assignee] = ['title', 'due', 'assignee'].map((name) => typed(form, name).trim());
    const done = await act({
      method: 'POST',
      path: '/tasks',
      body: { unit, year, kind: 'other', title, due: due || null, assignee: assignee || null },
    });
    setSent(done);
    if (done.is === 'done') form.reset();
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('task.title')}</h2>
      {own.length === 0 ? <p className="quiet">{t('task.none')}</p> : null}
      <ul className="plain">
        {own.map(({ row, version }) => {
          const due = row.due === null ? null : parseDay(row.due);
          return (
            <li key={row.id}>
              {row.done ? <s>{row.title}</s> : <strong>{row.title}</strong>}
              <span className="small">
                {nameOf(row.assignee)}
                {due === null ? '' : ` · ${t('task.dueOn', { date: dayText(due, language) })}`}
              </span>
              {does ? (
                <button
                  type="button"
                  className="link"
                  aria-label={t(row.done ? 'task.againThis' : 'task.doneThis', { title: row.title })}
                  onClick={async () =>
                    setSent(
                      await act({
                        method: 'PUT',
                        path: `/tasks/${row.id}/done`,
                        body: { done: !row.done, version },
                      }),
                    )
                  }
                >
                  {t(row.done ? 'task.again' : 'task.done')}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {gives ? (
        <details>
          <summary>{t('task.give')}</summary>
          <form onSubmit={onGive}>
            <Field label={t('task.what')} name="title" value={t('task.statusMissing')} />
            <p className="entry">
              <label htmlFor={`${id}-who`}>{t('task.who')}</label>
              <select id={`${id}-who`} name="assignee" defaultValue={leader?.user ?? ''}>
                <option value="">{t('task.anybody')}</option>
                {asked.map((one) => (
                  <option key={one.user} value={one.user}>
                    {one.name}
                  </option>
                ))}
              </select>
            </p>
            <Field label={t('task.due')} name="due" type="date" required={false} />
            <p className="acts">
              <button type="submit" className="button">
                {t('task.give')}
              </button>
            </p>
          </form>
        </details>
      ) : null}
      <Refusal sent={sent} />
    </section>
  );
}
