import { rowToJson } from '@samstyr/contract/tables/row-json';
import { dayText } from '@samstyr/contract/texts/day-text';
import type { CaseRow, KeyRow } from '@samstyr/core/model/rows';
import { type Day, firstDayOf, parseDay } from '@samstyr/core/period/day';
import { type FormEvent, useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { serviceName } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { usePath } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';

type SaveProposalProps = {
  readonly service: string;
  /** The key as it applies from a day: a phase-in begins that year. */
  readonly keyFrom: (from: Day) => KeyRow['key'];
  readonly wording: (from: Day) => string;
  readonly members: readonly string[];
};

/** Makes the key one tries a proposal: a case for the councils of those who take part, and a key that waits for it. (S-WEB-42) */
export function SaveProposal({ service, keyFrom, wording, members }: SaveProposalProps) {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const me = useMe();
  const id = useId();
  const budget = useBudget();
  const command = useCommand();
  const { cooperation = '' } = useParams();
  const [sent, setSent] = useState<Sent | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const { index, year } = budget;
  if (me === null) return null;
  if (!hasRole(me, cooperation, 'controller'))
    return (
      <section className="card">
        <h2>{t('proposal.save')}</h2>
        <p className="quiet">{t('proposal.ask')}</p>
      </section>
    );
  const onSave = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const from = parseDay(typed(event.currentTarget, 'from'));
    if (from === null) return;
    const stem = `nokkel-${service.replaceAll('/', '-')}-${from}`;
    const isTaken = (name: string): boolean => index.model.case.some((one) => one.id === name);
    let name = stem;
    for (let number = 2; isTaken(name); number += 1) name = `${stem}-${number}`;
    const row: CaseRow = {
      id: name,
      title: typed(event.currentTarget, 'title').trim(),
      sent: null,
      deadline: null,
      councils: members.filter((party) => index.partyRows.get(party)?.[0]?.kind === 'municipality'),
      assumed: false,
      wording: wording(from),
      note: null,
    };
    const key: KeyRow = {
      id: `${service}/${name}`,
      service,
      from,
      until: null,
      known: null,
      case: name,
      key: keyFrom(from),
      costBase: [],
      basis: 'published',
      paragraph: null,
      note: null,
    };
    const answer = await command({
      op: 'batch',
      args: {
        commands: [
          { op: 'putRow', args: { table: 'case', row: rowToJson('case', row) } },
          { op: 'putRow', args: { table: 'key', row: rowToJson('key', key) } },
        ],
      },
      expect: { [`case:${name}`]: 0, [`key:${key.id}`]: 0 },
    });
    setSent(answer);
    if (answer.is === 'done') setMade(name);
  };
  return (
    <section className="card">
      <h2>{t('proposal.save')}</h2>
      <p className="quiet">{t('proposal.help')}</p>
      <form onSubmit={onSave}>
        <Field
          label={t('proposal.name')}
          name="title"
          value={t('proposal.named', { service: serviceName(budget, service, language) })}
        />
        <p className="entry">
          <label htmlFor={id}>{t('proposal.from')}</label>
          <select id={id} name="from" defaultValue={firstDayOf(year + 1)}>
            {[firstDayOf(year), `${year}-07-01` as Day, firstDayOf(year + 1), firstDayOf(year + 2)].map(
              (day) => (
                <option key={day} value={day}>
                  {dayText(day, language)}
                </option>
              ),
            )}
          </select>
        </p>
        <p className="acts">
          <button type="submit" className="button primary">
            {t('proposal.save')}
          </button>
        </p>
      </form>
      <Refusal sent={sent} />
      <p role="status">
        {made === null ? null : (
          <>
            {t('proposal.saved')} <Link to={path(`vedtak/${made}/vedlegg`)}>{t('annex.open')}</Link> ·{' '}
            <Link to={`${path('vedtak')}#${made}`}>{t('proposal.toCase')}</Link>
          </>
        )}
      </p>
    </section>
  );
}
