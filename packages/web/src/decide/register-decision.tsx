import { rowToJson } from '@samstyr/contract/tables/row-json';
import { decisionWords } from '@samstyr/contract/texts/words';
import type { CaseRow, DecisionRow } from '@samstyr/core/model/rows';
import { parseDay } from '@samstyr/core/period/day';
import { type FormEvent, useId, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';

type RegisterProps = {
  readonly row: CaseRow;
  /** Whose decisions this reader may register. */
  readonly parties: readonly string[];
  readonly name: (party: string) => string;
};

const results = ['adopted', 'rejected', 'awaited'] as const;

/** What a council decided: when, what, under which number and in which words. With the last yes the key is in force. */
export function RegisterDecision({ row, parties, name }: RegisterProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const command = useCommand();
  const versionOf = useVersionOf();
  const { index } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const [party, setParty] = useState(parties[0] ?? '');
  const known = (index.decisionsOf.get(row.id) ?? []).findLast((one) => one.party === party);
  const onSave = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const result = results.find((one) => one === typed(form, 'result')) ?? 'awaited';
    const next: DecisionRow = {
      id: known?.id ?? `${row.id}/${party}`,
      case: row.id,
      party,
      date: parseDay(typed(form, 'date')),
      result,
      wording: typed(form, 'wording').trim() || null,
      amountOre: known?.amountOre ?? null,
      caseNumber: typed(form, 'caseNumber').trim() || null,
      note: known?.note ?? null,
    };
    setSent(
      await command({
        op: 'putRow',
        args: { table: 'decision', row: rowToJson('decision', next) },
        expect: { [`decision:${next.id}`]: versionOf('decision', next.id) },
      }),
    );
  };
  return (
    <details className="work">
      <summary>{t('decision.register')}</summary>
      <form onSubmit={onSave} key={party} aria-label={t('decision.register')}>
        <p className="entry">
          <label htmlFor={`${id}-party`}>{t('decision.council')}</label>
          <select id={`${id}-party`} value={party} onChange={(event) => setParty(event.target.value)}>
            {parties.map((one) => (
              <option key={one} value={one}>
                {name(one)}
              </option>
            ))}
          </select>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-result`}>{t('decision.result')}</label>
          <select
            id={`${id}-result`}
            name="result"
            defaultValue={known?.result === 'rejected' ? 'rejected' : 'adopted'}
          >
            {results.map((one) => (
              <option key={one} value={one}>
                {decisionWords[one][language]}
              </option>
            ))}
          </select>
        </p>
        <Field
          label={t('decision.date')}
          name="date"
          type="date"
          required={false}
          {...(known?.date == null ? {} : { value: known.date })}
        />
        <Field
          label={t('decision.caseNumber')}
          name="caseNumber"
          required={false}
          {...(known?.caseNumber == null ? {} : { value: known.caseNumber })}
        />
        <p className="entry">
          <label htmlFor={`${id}-wording`}>{t('decision.wording')}</label>
          <textarea
            id={`${id}-wording`}
            name="wording"
            rows={4}
            maxLength={4000}
            defaultValue={known?.wording ?? row.wording ?? ''}
            aria-describedby={`${id}-help`}
          />
          <span className="small" id={`${id}-help`}>
            {t('decision.asSent')}
          </span>
        </p>
        <p className="acts">
          <button type="submit" className="button primary">
            {t('decision.save')}
          </button>
        </p>
      </form>
      <Refusal sent={sent} />
    </details>
  );
}
