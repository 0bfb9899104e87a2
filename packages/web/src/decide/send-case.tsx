import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { CaseRow } from '@samstyr/core/model/rows';
import { parseDay } from '@samstyr/core/period/day';
import { type FormEvent, useId, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';

/** Sends a proposed case to the councils it names, on a day and with a day to answer by. */
export function SendCase({ row }: { readonly row: CaseRow }) {
  const t = useText();
  const id = useId();
  const command = useCommand();
  const versionOf = useVersionOf();
  const { index, overview, year } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const parties = [...index.partyRows.values()].flatMap((rows) => {
    const [first] = rows;
    return first?.kind === 'municipality' ? [first] : [];
  });
  const nameOf = (party: string): string =>
    overview.parties.find((one) => one.party === party)?.name ??
    index.partyRows.get(party)?.at(-1)?.name ??
    party;
  const onSend = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const next: CaseRow = {
      ...row,
      councils: new FormData(form).getAll('councils').map(String),
      sent: parseDay(typed(form, 'sent')),
      deadline: parseDay(typed(form, 'deadline')),
      assumed: typed(form, 'assumed') === 'on',
      wording: typed(form, 'wording').trim() || null,
    };
    setSent(
      await command({
        op: 'putRow',
        args: { table: 'case', row: rowToJson('case', next) },
        expect: { [`case:${row.id}`]: versionOf('case', row.id) },
      }),
    );
  };
  return (
    <details className="work">
      <summary>{t('decision.send')}</summary>
      <p className="quiet">{t('decision.sendHelp')}</p>
      <form onSubmit={onSend} aria-label={t('decision.send')}>
        <fieldset className="field">
          <legend>{t('decision.councils')}</legend>
          {parties.map(({ party }) => (
            <label key={party}>
              <input
                type="checkbox"
                name="councils"
                value={party}
                defaultChecked={row.councils.includes(party)}
              />
              {nameOf(party)}
            </label>
          ))}
        </fieldset>
        <Field label={t('decision.sent')} name="sent" type="date" />
        <Field label={t('decision.deadline')} name="deadline" type="date" required={false} />
        <p className="entry">
          <label htmlFor={id}>{t('decision.wording')}</label>
          <textarea
            id={id}
            name="wording"
            rows={4}
            maxLength={4000}
            required
            defaultValue={row.wording ?? ''}
          />
        </p>
        <fieldset className="field">
          <legend>{t('decision.meanwhile')}</legend>
          <label>
            <input
              type="checkbox"
              name="assumed"
              defaultChecked={row.assumed}
              aria-describedby={`${id}-assumed`}
            />
            {t('decision.assume', { year })}
          </label>
          <span className="small" id={`${id}-assumed`}>
            {t('decision.assumeHelp')}
          </span>
        </fieldset>
        <p className="acts">
          <button type="submit" className="button primary">
            {t('decision.send')}
          </button>
        </p>
      </form>
      <Refusal sent={sent} />
    </details>
  );
}
