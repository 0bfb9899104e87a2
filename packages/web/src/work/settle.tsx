import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { ChangeRow } from '@samstyr/core/model/rows';
import { parseKroner } from '@samstyr/core/money/kroner';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { serviceName } from '../budget/budget.ts';
import { exactKroner } from '../budget/numbers.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { EffectTable } from './effect-table.tsx';
import { useCommand } from './use-command.ts';

/** A proposed change is accepted, accepted with another amount, or rejected; what it does to each is seen first. */
export function Settle({ row }: { readonly row: ChangeRow }) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const command = useCommand();
  const versionOf = useVersionOf();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [amount, setAmount] = useState(row.amountOre === null ? '' : exactKroner(row.amountOre));
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const read = parseKroner(amount);
  const wanted = 'amount' in read ? read.amount : null;
  const isAdjusted = wanted !== row.amountOre;
  const accepted = useMemo<ChangeRow>(
    () => ({
      ...row,
      status: isAdjusted ? 'adjusted' : 'accepted',
      amountOre: wanted,
      proposedOre: isAdjusted ? row.amountOre : row.proposedOre,
    }),
    [row, isAdjusted, wanted],
  );
  const effect = useMemo(() => ({ op: 'putRow', table: 'change', row: accepted }) as const, [accepted]);
  const save = async (next: ChangeRow): Promise<void> =>
    setSent(
      await command({
        op: 'putRow',
        args: { table: 'change', row: rowToJson('change', next) },
        expect: { [`change:${row.id}`]: versionOf('change', row.id) },
      }),
    );
  if (row.status !== 'proposed')
    return (
      <section className="card" aria-live="polite">
        <h2>{t('changes.settled')}</h2>
        <p>{row.reason}</p>
      </section>
    );
  return (
    <section className="card">
      <h2 tabIndex={-1} ref={heading}>
        {row.reason ?? serviceName(budget, row.service, language)}
      </h2>
      <p className="quiet">{serviceName(budget, row.service, language)}</p>
      <p className="entry">
        <label htmlFor={id}>{t('changes.amountKr')}</label>
        <input
          id={id}
          inputMode="decimal"
          value={amount}
          aria-invalid={wanted === null}
          onChange={(event) => setAmount(event.target.value)}
        />
      </p>
      {wanted === null ? (
        <p role="alert">{t('changes.unreadable', { text: amount })}</p>
      ) : (
        <EffectTable service={row.service} command={effect} />
      )}
      <Refusal sent={sent} />
      <p className="acts">
        {wanted === null ? null : (
          <button type="button" className="button primary" onClick={() => save(accepted)}>
            {t(isAdjusted ? 'changes.adjust' : 'changes.accept')}
          </button>
        )}
        <button type="button" className="button" onClick={() => save({ ...row, status: 'rejected' })}>
          {t('changes.reject')}
        </button>
      </p>
    </section>
  );
}
