import { rowToJson } from '@samstyr/contract/tables/row-json';
import { changeWords } from '@samstyr/contract/texts/words';
import type { ChangeKind, ChangeRow, ServiceRow } from '@samstyr/core/model/rows';
import { parseKroner } from '@samstyr/core/money/kroner';
import { type FormEvent, useId, useMemo, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { serviceName } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { EffectTable } from './effect-table.tsx';
import { useCommand } from './use-command.ts';

const kinds: readonly ChangeKind[] = ['measure', 'saving', 'volume', 'fullYear', 'correction', 'oneOff'];

/** A new change is proposed; what it would do to each municipality is seen while it is written. */
export function Proposal({ services }: { readonly services: readonly ServiceRow[] }) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const command = useCommand();
  const id = useId();
  const [service, setService] = useState(services[0]?.id ?? '');
  const [kind, setKind] = useState<ChangeKind>('measure');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [sent, setSent] = useState<Sent | null>(null);
  const read = parseKroner(amount);
  const amountOre = 'amount' in read ? read.amount : null;
  const version = budget.overview.version.id;
  const row = useMemo<ChangeRow>(
    () => ({
      id: `${service}/${version}/forslag-${key.slice(0, 8)}`,
      version,
      service,
      party: null,
      kind,
      amountOre,
      from: null,
      until: null,
      oneOff: kind === 'oneOff',
      counterpart: null,
      reason: reason.trim() === '' ? null : reason.trim(),
      proposer: null,
      status: 'proposed',
      proposedOre: null,
      // A given total has nothing of what is proposed only now.
      includedOre: 0n as never,
      note: null,
    }),
    [service, version, kind, amountOre, reason, key],
  );
  const effect = useMemo(
    () => ({ op: 'putRow', table: 'change', row: { ...row, status: 'accepted' } }) as const,
    [row],
  );
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (amountOre === null || row.reason === null) return;
    const answer = await command(
      {
        op: 'putRow',
        args: { table: 'change', row: rowToJson('change', row) },
        expect: { [`change:${row.id}`]: 0 },
      },
      key,
    );
    setSent(answer);
    if (answer.is !== 'done') return;
    setKey(crypto.randomUUID());
    setAmount('');
    setReason('');
  };
  return (
    <section className="card">
      <h2>{t('changes.new')}</h2>
      <form method="post" onSubmit={onSubmit}>
        <p className="entry">
          <label htmlFor={`${id}-s`}>{t('table.service')}</label>
          <select id={`${id}-s`} value={service} onChange={(event) => setService(event.target.value)}>
            {services.map((one) => (
              <option key={one.id} value={one.id}>
                {serviceName(budget, one.id, language)}
              </option>
            ))}
          </select>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-k`}>{t('changes.kind')}</label>
          <select id={`${id}-k`} value={kind} onChange={(event) => setKind(event.target.value as ChangeKind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {changeWords[one][language]}
              </option>
            ))}
          </select>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-a`}>{t('changes.amountKr')}</label>
          <input
            id={`${id}-a`}
            inputMode="decimal"
            value={amount}
            required
            aria-invalid={amount !== '' && amountOre === null}
            aria-describedby={`${id}-h`}
            onChange={(event) => setAmount(event.target.value)}
          />
          <span className="small" id={`${id}-h`}>
            {amount !== '' && amountOre === null
              ? t('changes.unreadable', { text: amount })
              : t('changes.amountHelp')}
          </span>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-r`}>{t('changes.reason')}</label>
          <textarea
            id={`${id}-r`}
            rows={3}
            value={reason}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
        {amountOre === null ? null : <EffectTable service={service} command={effect} />}
        <Refusal sent={sent} />
        {sent?.is === 'done' ? <p role="status">{t('changes.proposed')}</p> : null}
        <button type="submit" className="button primary">
          {t('changes.propose')}
        </button>
      </form>
    </section>
  );
}
